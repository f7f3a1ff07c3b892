//! The form of an organisation.

use super::reach::{EMAILS, LINKS, LOCATION, OTHER_NAMES, PHONES, SOURCE_NOTE};
use crate::editing::fields::{Field, Kind, Line, Section, Source, words};

/// What an organisation's form holds.
pub(crate) static ORGANISATION: &[Section] = &[
    Section {
        heading: words!(editing.section_what),
        fields: &[
            Field::line("name", words!(editing.name)).required(),
            OTHER_NAMES,
            Field::new(
                "sector",
                words!(editing.sector),
                Kind::OneOf(&[
                    ("MUNICIPAL", words!(directory.sector_municipal)),
                    ("REGIONAL", words!(directory.sector_regional)),
                    ("STATE", words!(directory.sector_state)),
                    ("PRIVATE", words!(directory.sector_private)),
                    ("VOLUNTARY", words!(directory.sector_voluntary)),
                ]),
            ),
            Field::new("parentId", words!(editing.organisation_parent), Kind::Pick(Source::Organisations))
                .mend(words!(editing.organisation_parent_mend)),
            Field::new("cvr", words!(editing.cvr), Kind::Line(Line::Digits))
                .hint(words!(editing.cvr_hint))
                .mend(words!(editing.cvr_mend)),
            Field::prose("description", words!(editing.organisation_description)),
        ],
    },
    Section {
        heading: words!(editing.section_place),
        fields: &[Field::new("location", words!(editing.location), Kind::Group(LOCATION))],
    },
    Section { heading: words!(editing.section_reach), fields: &[PHONES, EMAILS, LINKS] },
    Section { heading: words!(editing.section_provenance), fields: &[SOURCE_NOTE] },
];
