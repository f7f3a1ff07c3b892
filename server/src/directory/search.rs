//! What the search (the crate `search`) gets to see of a directory: of each service its texts, field by field, and its
//! numbers; and the municipality's own words.

use ::search::{Document, MatchField, OwnConcept, SearchIndex};

use super::{Directory, ServiceEntry};
use crate::error::Result;

/// Indexes the services of a directory.
///
/// # Errors
/// A thesaurus file that can't be read.
pub(super) fn index(directory: &Directory) -> Result<SearchIndex> {
    let own = directory.concepts.iter();
    let own = own.map(|row| OwnConcept { label: &row.label, official: &row.official.0, lay: &row.lay.0 });
    let services = directory.services.iter().map(|service| document(directory, service));
    Ok(SearchIndex::build(services, &own.collect::<Vec<_>>())?)
}

/// A service, as the search reads it.
pub(super) fn document<'d>(directory: &'d Directory, service: &'d ServiceEntry) -> Document<'d> {
    Document { texts: texts(directory, service), phones: phones(directory, service).collect() }
}

/// The texts of a service, each with the field it stands in.
fn texts<'d>(directory: &'d Directory, service: &'d ServiceEntry) -> Vec<(MatchField, &'d str)> {
    let row = &service.row;
    let mut texts = vec![(MatchField::Name, row.name.as_str())];
    texts.extend(row.alternate_names.0.iter().map(|name| (MatchField::AlternateName, name.as_str())));

    let prose = [Some(&row.description), row.purpose.as_ref(), row.eligibility_description.as_ref()];
    texts.extend(prose.into_iter().flatten().map(|text| (MatchField::Description, text.as_str())));
    let more = [
        row.application_process.as_ref(),
        row.fees_description.as_ref(),
        row.interpretation_services.as_ref(),
    ];
    texts.extend(more.into_iter().flatten().map(|text| (MatchField::Description, text.as_str())));

    for theme in &service.themes {
        let theme = &directory.themes[*theme].row;
        texts.extend([&theme.name, &theme.name_en].map(|name| (MatchField::Theme, name.as_str())));
    }
    for group in &service.target_groups {
        let group = &directory.target_groups[*group].row;
        texts.extend([&group.name, &group.name_en].map(|name| (MatchField::TargetGroup, name.as_str())));
    }
    for basis in &service.legal_bases {
        texts.extend([&basis.act, &basis.paragraph].map(|text| (MatchField::LegalBasis, text.as_str())));
    }

    let owner = std::iter::once(service.organisation).chain(directory.ancestors(service.organisation));
    for organisation in owner {
        let organisation = &directory.organisations[organisation].row;
        texts.push((MatchField::Organisation, organisation.name.as_str()));
        texts.extend(
            organisation.alternate_names.0.iter().map(|name| (MatchField::Organisation, name.as_str())),
        );
    }
    for location in &service.reach.locations {
        let parts = [
            location.name.as_ref(),
            Some(&location.address_1),
            location.postal_code.as_ref(),
            location.city.as_ref(),
        ];
        texts.extend(parts.into_iter().flatten().map(|text| (MatchField::Address, text.as_str())));
    }
    for (contact, _) in &service.contacts {
        let contact = &directory.contacts[*contact];
        if contact.row.visibility != entity::directory::values::Visibility::Public {
            continue;
        }
        texts.push((MatchField::Contact, contact.row.name.as_str()));
        texts.extend(contact.row.title.as_deref().map(|title| (MatchField::Contact, title)));
        texts.extend(contact.reach.emails.iter().map(|email| (MatchField::Contact, email.address.as_str())));
    }
    texts.extend(service.reach.emails.iter().map(|email| (MatchField::Contact, email.address.as_str())));
    if let Some(parent) = service.parent {
        texts.push((MatchField::Description, directory.services[parent].row.name.as_str()));
    }
    for subservice in &service.subservices {
        texts.push((MatchField::Subservice, directory.services[*subservice].row.name.as_str()));
    }
    texts
}

/// The phone numbers that lead to a service: its own, its public contacts', its organisation's. E.164.
fn phones<'d>(directory: &'d Directory, service: &'d ServiceEntry) -> impl Iterator<Item = &'d str> {
    let contacts = service
        .contacts
        .iter()
        .map(|(contact, _)| &directory.contacts[*contact])
        .filter(|contact| contact.row.visibility == entity::directory::values::Visibility::Public)
        .flat_map(|contact| &contact.reach.phones);
    let organisation = &directory.organisations[service.organisation].reach.phones;
    service.reach.phones.iter().chain(contacts).chain(organisation).map(|phone| phone.number.as_str())
}
