//! The forms of figures.

use super::shared::day;
use crate::editing::fields::{Field, Kind, Section, words};

/// How many are in the target group.
pub(super) static POPULATION: &[Section] = &[Section {
    heading: words!(register.section_figure),
    fields: &[GROUP, NUMBER, NUMBER_TO, day("asOf", words!(register.f_as_of)).required(), SOURCE],
}];

/// How many are expected.
pub(super) static INTAKE: &[Section] = &[Section {
    heading: words!(register.section_figure),
    fields: &[
        Field::new("year", words!(register.f_year), Kind::Whole)
            .required()
            .mend(words!(register.f_year_mend)),
        GROUP,
        NUMBER,
        NUMBER_TO,
        SOURCE,
    ],
}];

/// What is given by which paragraph.
pub(super) static SUPPORT: &[Section] = &[Section {
    heading: words!(register.section_figure),
    fields: &[
        Field::line("serviceType", words!(register.f_service_type))
            .required()
            .hint(words!(register.f_service_type_hint)),
        Field::line("paragraph", words!(register.f_paragraph)).hint(words!(register.f_paragraph_hint)),
        Field::new("number", words!(register.f_number), Kind::Decimal)
            .required()
            .mend(words!(register.f_decimal_mend)),
        Field::new("numberTo", words!(register.f_number_to), Kind::Decimal)
            .hint(words!(register.f_number_to_hint))
            .mend(words!(register.f_decimal_mend)),
        Field::line("unit", words!(register.f_unit)).required().hint(words!(register.f_unit_hint)),
        Field::line("period", words!(register.f_period)).required().hint(words!(register.f_period_hint)),
        SOURCE,
    ],
}];

const GROUP: Field =
    Field::line("group", words!(register.f_group)).required().hint(words!(register.f_group_hint));

const NUMBER: Field = Field::new("number", words!(register.f_number), Kind::Whole)
    .required()
    .mend(words!(register.f_number_mend));

const NUMBER_TO: Field = Field::new("numberTo", words!(register.f_number_to), Kind::Whole)
    .hint(words!(register.f_number_to_hint))
    .mend(words!(register.f_number_mend));

const SOURCE: Field = Field::line("source", words!(register.f_source)).hint(words!(register.f_source_hint));
