//! What is searched: the texts of a service, each with the part of it that it stands in.

/// A service, as the search reads it.
#[derive(Clone, Debug, Default)]
pub struct Document<'d> {
    /// Its texts. Of equal signs, the one in the first text is told.
    pub texts: Vec<(MatchField, &'d str)>,
    /// The phone numbers that lead to it; E.164.
    pub phones: Vec<&'d str>,
}

/// The part of a service that a word was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MatchField {
    /// Its name.
    Name,
    /// Another of its names.
    AlternateName,
    /// A theme it stands under.
    Theme,
    /// A group it is for.
    TargetGroup,
    /// What is written about it.
    Description,
    /// The organisation it is anchored in, or one above.
    Organisation,
    /// A contact's name, title or mail.
    Contact,
    /// A phone number.
    Phone,
    /// Its address.
    Address,
    /// The act or paragraph it rests on.
    LegalBasis,
    /// The name of a part of it.
    Subservice,
}
