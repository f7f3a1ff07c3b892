//! The columns of the spreadsheet: their headings, and how a cell becomes a field and back.

use super::cells::{
    BETWEEN, day, list, meant, national, number, parts, perhaps, said, slug, slugs, text, whole, word,
};
use crate::directory::Directory;
use crate::directory::forms::{EmailForm, LinkForm, PhoneForm, ServiceForm};
use crate::directory::graphql::{Access, PhoneType, ServiceStatus};
use crate::directory::rules::reach;
use crate::ids::NodeId;

const ACCESS: [(&str, Access); 4] = [
    ("åbent", Access::Open),
    ("henvisning", Access::Referral),
    ("egen henvendelse", Access::SelfReferral),
    ("lovbestemt", Access::LegalDuty),
];
const STATUS: [(&str, ServiceStatus); 3] =
    [("i brug", ServiceStatus::Active), ("pause", ServiceStatus::Paused), ("lukket", ServiceStatus::Closed)];
/// A column: its heading, the field it shows, how it is written, how it is read.
pub(super) struct Column {
    /// What stands above it.
    pub heading: &'static str,
    /// The field of the form.
    pub field: &'static str,
    /// The cell for a service.
    pub write: fn(&Directory, &ServiceForm) -> String,
    /// Reads a cell into a form, or says what would be right.
    pub read: fn(&Directory, &mut ServiceForm, &str) -> Result<(), &'static str>,
}

/// The columns, in the order of an export.
pub(super) const COLUMNS: &[Column] = &[
    column("navn", "name", |_, form| form.name.clone(), |_, form, cell| text(&mut form.name, cell)),
    column(
        "andre navne",
        "alternateNames",
        |_, form| form.alternate_names.join(BETWEEN),
        |_, form, cell| {
            form.alternate_names = parts(cell).map(str::to_owned).collect();
            Ok(())
        },
    ),
    column(
        "organisation",
        "organisationId",
        |directory, form| slug(directory, &form.organisation_id),
        |directory, form, cell| {
            let at =
                directory.organisation_by_slug(cell).ok_or("There is no organisation with this path.")?;
            form.organisation_id =
                NodeId::Organisation(directory.organisations[at].row.id).to_string().into();
            Ok(())
        },
    ),
    column(
        "del af",
        "parentId",
        |directory, form| form.parent_id.as_ref().map(|id| slug(directory, id)).unwrap_or_default(),
        |directory, form, cell| {
            let service = |at: usize| NodeId::Service(directory.services[at].row.id).to_string().into();
            form.parent_id = match cell {
                "" => None,
                cell => Some(service(
                    directory.service_by_slug(cell).ok_or("There is no service with this path.")?,
                )),
            };
            Ok(())
        },
    ),
    column(
        "temaer",
        "themeIds",
        |directory, form| slugs(directory, &form.theme_ids),
        |directory, form, cell| {
            let one = |slug| directory.themes.iter().find(|theme| theme.row.slug == slug);
            let ids =
                parts(cell).map(|slug| one(slug).map(|theme| NodeId::Theme(theme.row.id).to_string().into()));
            form.theme_ids = ids.collect::<Option<_>>().ok_or("There is no theme with this path.")?;
            Ok(())
        },
    ),
    column(
        "målgrupper",
        "targetGroupIds",
        |directory, form| slugs(directory, &form.target_group_ids),
        |directory, form, cell| {
            let one = |slug| directory.target_groups.iter().find(|group| group.row.slug == slug);
            let ids = parts(cell)
                .map(|slug| one(slug).map(|group| NodeId::TargetGroup(group.row.id).to_string().into()));
            form.target_group_ids =
                ids.collect::<Option<_>>().ok_or("There is no target group with this path.")?;
            Ok(())
        },
    ),
    column(
        "formål",
        "purpose",
        |_, form| said(&form.purpose),
        |_, form, cell| perhaps(&mut form.purpose, cell),
    ),
    column(
        "beskrivelse",
        "description",
        |_, form| form.description.clone(),
        |_, form, cell| text(&mut form.description, cell),
    ),
    column(
        "for hvem",
        "eligibilityDescription",
        |_, form| said(&form.eligibility_description),
        |_, form, cell| perhaps(&mut form.eligibility_description, cell),
    ),
    column(
        "alder fra",
        "minimumAge",
        |_, form| number(form.minimum_age),
        |_, form, cell| whole(&mut form.minimum_age, cell),
    ),
    column(
        "alder til",
        "maximumAge",
        |_, form| number(form.maximum_age),
        |_, form, cell| whole(&mut form.maximum_age, cell),
    ),
    column(
        "adgang",
        "access",
        |_, form| word(&ACCESS, form.access),
        |_, form, cell| {
            form.access =
                meant(&ACCESS, cell).ok_or("Write åbent, henvisning, egen henvendelse or lovbestemt.")?;
            Ok(())
        },
    ),
    column(
        "sådan kommer man i gang",
        "applicationProcess",
        |_, form| said(&form.application_process),
        |_, form, cell| perhaps(&mut form.application_process, cell),
    ),
    column(
        "sprog",
        "languages",
        |_, form| form.languages.join(BETWEEN),
        |_, form, cell| {
            form.languages = parts(cell).map(str::to_owned).collect();
            Ok(())
        },
    ),
    column(
        "tolk",
        "interpretationServices",
        |_, form| said(&form.interpretation_services),
        |_, form, cell| perhaps(&mut form.interpretation_services, cell),
    ),
    column(
        "pris",
        "feesDescription",
        |_, form| said(&form.fees_description),
        |_, form, cell| perhaps(&mut form.fees_description, cell),
    ),
    column(
        "telefon",
        "phones",
        |_, form| list(form.phones.iter().map(|phone| national(&phone.number))),
        |_, form, cell| {
            let held = std::mem::take(&mut form.phones);
            let same = |number: &str| {
                held.iter().find(|phone| Some(&phone.number) == reach::phone(number).as_ref()).cloned()
            };
            let new = |number: &str| PhoneForm {
                number: number.to_owned(),
                kind: PhoneType::Voice,
                description: None,
            };
            form.phones = parts(cell).map(|number| same(number).unwrap_or_else(|| new(number))).collect();
            Ok(())
        },
    ),
    column(
        "mail",
        "emails",
        |_, form| list(form.emails.iter().map(|email| email.address.clone())),
        |_, form, cell| {
            let held = std::mem::take(&mut form.emails);
            let same = |address: &str| held.iter().find(|email| email.address == address).cloned();
            let new = |address: &str| EmailForm { address: address.to_owned(), description: None };
            form.emails = parts(cell).map(|address| same(address).unwrap_or_else(|| new(address))).collect();
            Ok(())
        },
    ),
    column(
        "hjemmeside",
        "links",
        |_, form| list(form.links.iter().map(|link| link.url.clone())),
        |_, form, cell| {
            let held = std::mem::take(&mut form.links);
            let same = |url: &str| held.iter().find(|link| link.url == url).cloned();
            let new = |url: &str| LinkForm { url: url.to_owned(), label: None };
            form.links = parts(cell).map(|url| same(url).unwrap_or_else(|| new(url))).collect();
            Ok(())
        },
    ),
    column(
        "status",
        "status",
        |_, form| word(&STATUS, form.status),
        |_, form, cell| {
            form.status = meant(&STATUS, cell).ok_or("Write i brug, pause or lukket.")?;
            Ok(())
        },
    ),
    column(
        "pause til",
        "pausedUntil",
        |_, form| form.paused_until.map(|day| day.to_string()).unwrap_or_default(),
        |_, form, cell| {
            form.paused_until = match cell {
                "" => None,
                cell => Some(day(cell).ok_or("Write the day as 2026-08-31 or 31-08-2026.")?),
            };
            Ok(())
        },
    ),
    column(
        "tjekkes efter dage",
        "checkIntervalDays",
        |_, form| number(form.check_interval_days),
        |_, form, cell| whole(&mut form.check_interval_days, cell),
    ),
    column(
        "bemærkning",
        "sourceNote",
        |_, form| said(&form.source_note),
        |_, form, cell| perhaps(&mut form.source_note, cell),
    ),
];

const fn column(
    heading: &'static str,
    field: &'static str,
    write: fn(&Directory, &ServiceForm) -> String,
    read: fn(&Directory, &mut ServiceForm, &str) -> Result<(), &'static str>,
) -> Column {
    Column { heading, field, write, read }
}
