//! The form of a service.

use super::reach::{EMAILS, EXCEPTIONS, LINKS, LOCATION, OTHER_NAMES, PHONES, SCHEDULES, SOURCE_NOTE};
use crate::editing::fields::{Field, Kind, Line, RowWords, Section, Source, words};

/// What a service's form holds, in the order of its page.
pub(crate) static SERVICE: &[Section] = &[
    Section { heading: words!(editing.section_what), fields: WHAT },
    Section { heading: words!(editing.section_for_whom), fields: FOR_WHOM },
    Section { heading: words!(editing.section_reach), fields: &[CONTACTS, PHONES, EMAILS, LINKS] },
    Section { heading: words!(editing.section_place), fields: &[PLACES] },
    Section { heading: words!(editing.section_hours), fields: &[SCHEDULES, EXCEPTIONS] },
    Section { heading: words!(editing.section_facts), fields: FACTS },
    Section { heading: words!(editing.section_upkeep), fields: UPKEEP },
];

const WHAT: &[Field] = &[
    Field::line("name", words!(editing.name)).required(),
    OTHER_NAMES,
    Field::new("organisationId", words!(editing.service_organisation), Kind::Pick(Source::Organisations))
        .required(),
    Field::new("parentId", words!(editing.service_parent), Kind::Pick(Source::Services))
        .mend(words!(editing.service_parent_mend)),
    Field::prose("purpose", words!(editing.purpose)).hint(words!(editing.purpose_hint)),
    Field::prose("description", words!(editing.service_description))
        .required()
        .hint(words!(editing.service_description_hint)),
    Field::new("themeIds", words!(editing.themes), Kind::PickAny(Source::Themes))
        .required()
        .mend(words!(editing.themes_mend)),
];

const FOR_WHOM: &[Field] = &[
    Field::new("targetGroupIds", words!(editing.target_groups), Kind::PickAny(Source::TargetGroups)),
    Field::prose("eligibilityDescription", words!(editing.eligibility))
        .hint(words!(editing.eligibility_hint)),
    Field::new("minimumAge", words!(editing.minimum_age), Kind::Whole).mend(words!(editing.age_mend)),
    Field::new("maximumAge", words!(editing.maximum_age), Kind::Whole).mend(words!(editing.age_mend)),
    Field::new(
        "access",
        words!(editing.access),
        Kind::OneOf(&[
            ("OPEN", words!(directory.access_open)),
            ("REFERRAL", words!(directory.access_referral)),
            ("SELF_REFERRAL", words!(directory.access_self_referral)),
            ("LEGAL_DUTY", words!(directory.access_legal_duty)),
        ]),
    ),
    Field::prose("applicationProcess", words!(editing.application)).hint(words!(editing.application_hint)),
    Field::new(
        "legalBasis",
        words!(editing.legal_basis),
        Kind::Rows(
            &[
                Field::line("act", words!(editing.act)).required(),
                Field::line("paragraph", words!(editing.paragraph)).required(),
            ],
            RowWords { add: words!(editing.legal_basis_add), one: words!(editing.legal_basis_one) },
        ),
    ),
];

const CONTACTS: Field = Field::new(
    "contacts",
    words!(editing.contacts),
    Kind::Rows(
        &[
            Field::new("contactId", words!(editing.contact), Kind::Pick(Source::Contacts)).required(),
            Field::line("role", words!(editing.contact_role)).hint(words!(editing.contact_role_hint)),
        ],
        RowWords { add: words!(editing.contact_add), one: words!(editing.contact_one) },
    ),
);

const PLACES: Field = Field::new(
    "locations",
    words!(editing.locations),
    Kind::Rows(LOCATION, RowWords { add: words!(editing.location_add), one: words!(editing.location_one) }),
);

const FACTS: &[Field] = &[
    Field::new(
        "costOptions",
        words!(editing.costs),
        Kind::Rows(
            &[
                Field::new("amount", words!(editing.cost_amount), Kind::Decimal)
                    .required()
                    .mend(words!(editing.number_mend)),
                Field::line("description", words!(editing.cost_description)).required(),
            ],
            RowWords { add: words!(editing.cost_add), one: words!(editing.cost_one) },
        ),
    ),
    Field::prose("feesDescription", words!(editing.fees)),
    Field::new(
        "capacities",
        words!(editing.capacities),
        Kind::Rows(
            &[
                Field::line("unit", words!(editing.capacity_unit))
                    .required()
                    .hint(words!(editing.capacity_unit_hint)),
                Field::new("maximum", words!(editing.capacity_maximum), Kind::Whole)
                    .required()
                    .mend(words!(editing.number_mend)),
                Field::line("description", words!(editing.more)),
            ],
            RowWords { add: words!(editing.capacity_add), one: words!(editing.capacity_one) },
        ),
    ),
    Field::new("languages", words!(editing.languages), Kind::Lines)
        .hint(words!(editing.languages_hint))
        .mend(words!(editing.languages_hint)),
    Field::prose("interpretationServices", words!(editing.interpreter)),
    Field::new(
        "keyFigures",
        words!(editing.figures),
        Kind::Rows(FIGURE, RowWords { add: words!(editing.figure_add), one: words!(editing.figure_one) }),
    ),
];

const FIGURE: &[Field] = &[
    Field::line("label", words!(editing.figure_label)).required(),
    Field::new("value", words!(editing.figure_value), Kind::Decimal)
        .required()
        .mend(words!(editing.number_mend)),
    Field::new("valueTo", words!(editing.figure_value_to), Kind::Decimal).mend(words!(editing.number_mend)),
    Field::line("unit", words!(editing.figure_unit)).required(),
    Field::new("year", words!(editing.figure_year), Kind::Whole).required().mend(words!(editing.number_mend)),
    Field::line("description", words!(editing.more)),
    Field::line("source", words!(editing.figure_source)).required(),
];

const UPKEEP: &[Field] = &[
    Field::new(
        "status",
        words!(editing.status),
        Kind::OneOf(&[
            ("ACTIVE", words!(editing.status_active)),
            ("PAUSED", words!(editing.status_paused)),
            ("CLOSED", words!(editing.status_closed)),
        ]),
    ),
    Field::new("pausedUntil", words!(editing.paused_until), Kind::Line(Line::Day))
        .mend(words!(editing.day_mend)),
    Field::new("ownerId", words!(editing.owner), Kind::Pick(Source::People)).hint(words!(editing.owner_hint)),
    Field::new("checkIntervalDays", words!(editing.check_interval), Kind::Whole)
        .hint(words!(editing.check_interval_hint))
        .mend(words!(editing.number_mend)),
    SOURCE_NOTE,
];
