//! The form of a contact.

use super::reach::{EMAILS, PHONES, SCHEDULES, SOURCE_NOTE};
use crate::editing::fields::{Field, Kind, Section, Source, words};

/// What a contact's form holds.
pub(crate) static CONTACT: &[Section] = &[
    Section {
        heading: words!(editing.section_who),
        fields: &[
            Field::line("name", words!(editing.name)).required(),
            Field::new(
                "kind",
                words!(editing.contact_kind),
                Kind::OneOf(&[
                    ("PERSON", words!(editing.contact_person)),
                    ("FUNCTION", words!(editing.contact_function)),
                ]),
            ),
            Field::line("title", words!(editing.contact_title)),
            Field::line("department", words!(editing.contact_department)),
            Field::new("organisationId", words!(editing.organisation), Kind::Pick(Source::Organisations))
                .required(),
        ],
    },
    Section { heading: words!(editing.section_reach), fields: &[PHONES, EMAILS] },
    Section { heading: words!(editing.section_hours), fields: &[SCHEDULES] },
    Section {
        heading: words!(editing.section_shown),
        fields: &[
            Field::new(
                "visibility",
                words!(editing.visibility),
                Kind::OneOf(&[
                    ("PUBLIC", words!(editing.visibility_public)),
                    ("SIGNED_IN", words!(editing.visibility_signed_in)),
                ]),
            ),
            SOURCE_NOTE,
        ],
    },
];
