//! The fields that forms of several registers share.

use crate::editing::fields::{Field, Kind, Line, RowWords, Words, words};

/// The name.
pub(super) const NAME: Field = Field::line("name", words!(register.f_name)).required();

/// More about it.
pub(super) const DESCRIPTION: Field = Field::prose("description", words!(register.f_description));

/// The branch.
pub(super) const BRANCH: Field =
    Field::line("branch", words!(register.f_branch)).hint(words!(register.f_branch_hint));

/// Between whom; not with the citizen.
pub(super) const BETWEEN_ACTORS: Kind = Kind::OneOf(&[
    ("MUNICIPAL", words!(register.level_municipal)),
    ("MIXED", words!(register.level_mixed)),
    ("VOLUNTARY", words!(register.level_voluntary)),
]);

/// A day.
pub(in crate::framework::registers::form) const fn day(name: &'static str, label: Words) -> Field {
    Field::new(name, label, Kind::Line(Line::Day)).mend(words!(register.f_day_mend))
}

/// Somebody named; the same box wherever one is.
pub(in crate::framework::registers::form) const fn party(name: &'static str, label: Words) -> Field {
    Field::new(name, label, Kind::Party)
        .hint(words!(register.f_party_hint))
        .mend(words!(register.f_party_mend))
}

/// Several who are named.
pub(super) const fn parties(name: &'static str, label: Words, rows: RowWords) -> Field {
    Field::new(name, label, Kind::Parties(rows))
        .hint(words!(register.f_party_hint))
        .mend(words!(register.f_party_mend))
}

/// A web address.
pub(super) const fn address(name: &'static str, label: Words) -> Field {
    Field::new(name, label, Kind::Line(Line::Address))
        .hint(words!(register.f_link_hint))
        .mend(words!(register.f_link_mend))
}
