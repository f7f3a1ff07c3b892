//! The forms of who works together: partners, forums, agreements, coordinators, channels.

use super::super::meetings::MEETINGS;
use super::shared::{BETWEEN_ACTORS, BRANCH, DESCRIPTION, NAME, address, day, parties, party};
use crate::editing::fields::{Field, Kind, RowWords, Section, words};

/// Whom one works with.
pub(super) static PARTNER: &[Section] = &[Section {
    heading: words!(register.section_partner),
    fields: &[
        party("party", words!(register.f_party)).required(),
        BRANCH,
        Field::line("role", words!(register.f_role)),
    ],
}];

/// Who goes out to the target group.
pub(super) static OUTREACH: &[Section] = &[Section {
    heading: words!(register.section_outreach),
    fields: &[
        NAME,
        party("anchoring", words!(register.f_anchoring)),
        Field::prose("description", words!(register.f_outreach_what))
            .required()
            .hint(words!(register.f_outreach_what_hint)),
    ],
}];

/// Where one meets.
pub(super) static FORUM: &[Section] = &[
    Section {
        heading: words!(register.section_forum),
        fields: &[
            NAME,
            Field::new("level", words!(register.f_level), BETWEEN_ACTORS)
                .required()
                .mend(words!(register.f_level_mend)),
            Field::prose("purpose", words!(register.f_purpose)).required(),
        ],
    },
    Section {
        heading: words!(register.section_members),
        fields: &[
            parties(
                "members",
                words!(register.f_members),
                RowWords { add: words!(register.f_member_add), one: words!(register.f_member_one) },
            ),
            Field::line("chair", words!(register.f_chair)),
        ],
    },
    Section {
        heading: words!(register.section_meetings),
        fields: &[
            Field::line("rhythm", words!(register.f_rhythm)).hint(words!(register.f_rhythm_hint)),
            Field::new("meetingsPerYear", words!(register.f_meetings_per_year), Kind::Whole)
                .mend(words!(register.f_number_mend)),
            Field::new("meetings", words!(register.f_meetings), Kind::Own(&MEETINGS)),
        ],
    },
];

/// What was agreed.
pub(super) static AGREEMENT: &[Section] = &[
    Section {
        heading: words!(register.section_agreement),
        fields: &[
            Field::line("subject", words!(register.f_subject)).required(),
            Field::new("level", words!(register.f_level_agreement), BETWEEN_ACTORS)
                .required()
                .mend(words!(register.f_level_mend)),
            parties(
                "parties",
                words!(register.f_parties),
                RowWords { add: words!(register.f_party_add), one: words!(register.f_party_one) },
            ),
            Field::new(
                "status",
                words!(register.f_status),
                Kind::OneOf(&[
                    ("IN_FORCE", words!(register.status_in_force)),
                    ("PLANNED", words!(register.status_planned)),
                    ("ENDED", words!(register.status_ended)),
                ]),
            )
            .required(),
        ],
    },
    Section {
        heading: words!(register.section_dates),
        fields: &[
            day("signedOn", words!(register.f_signed_on)),
            day("evaluateBy", words!(register.f_evaluate_by)).hint(words!(register.f_evaluate_by_hint)),
            address("document", words!(register.f_document)),
            Field::prose("notes", words!(register.f_notes)),
        ],
    },
];

/// Who coordinates.
pub(super) static COORDINATING: &[Section] = &[Section {
    heading: words!(register.section_coordinating),
    fields: &[
        BRANCH.required(),
        Field::line("function", words!(register.f_function))
            .required()
            .hint(words!(register.f_function_hint)),
        Field::line("holder", words!(register.f_holder)),
        DESCRIPTION,
    ],
}];

/// How one reaches each other.
pub(super) static CHANNEL: &[Section] = &[Section {
    heading: words!(register.section_channel),
    fields: &[
        Field::line("kind", words!(register.f_kind)).required().hint(words!(register.f_kind_hint)),
        Field::new(
            "level",
            words!(register.f_level_channel),
            Kind::OneOf(&[
                ("MUNICIPAL", words!(register.level_municipal)),
                ("VOLUNTARY", words!(register.level_voluntary)),
                ("MIXED", words!(register.level_mixed)),
                ("CITIZEN", words!(register.level_citizen)),
            ]),
        )
        .required()
        .mend(words!(register.f_level_mend)),
        parties(
            "between",
            words!(register.f_between),
            RowWords { add: words!(register.f_between_add), one: words!(register.f_party_one) },
        ),
        DESCRIPTION,
    ],
}];
