//! Services as a spreadsheet, as Danish ones want it: UTF-8 with a byte order mark, semicolons, Danish headings.
//!
//! A cell that comes back as it was written leaves its field alone, so what a cell can't show (what a number is for,
//! hours, prices) is never lost by opening and saving the file. Lists are parted by ` | `. A column that is missing
//! leaves its field alone too.

use std::collections::HashMap;

use entity::directory::values::EntryKind;

use super::plan::Line;
use crate::directory::Directory;
use crate::directory::forms::{EmailForm, Form, LinkForm, PhoneForm, ServiceForm};
use crate::directory::graphql::{Access, PhoneType, ServiceStatus};
use crate::directory::rules::reach;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::NodeId;

/// Tells spreadsheets that the file is UTF-8.
const MARK: &str = "\u{feff}";
/// The column of the key; empty for a service that is new.
const KEY: &str = "nøgle";
/// Between the parts of a cell.
const BETWEEN: &str = " | ";

const ACCESS: [(&str, Access); 4] = [
    ("åbent", Access::Open),
    ("henvisning", Access::Referral),
    ("egen henvendelse", Access::SelfReferral),
    ("lovbestemt", Access::LegalDuty),
];
const STATUS: [(&str, ServiceStatus); 3] =
    [("i brug", ServiceStatus::Active), ("pause", ServiceStatus::Paused), ("lukket", ServiceStatus::Closed)];

/// A column: its heading, the field it shows, how it is written, how it is read.
struct Column {
    heading: &'static str,
    field: &'static str,
    write: fn(&Directory, &ServiceForm) -> String,
    read: fn(&Directory, &mut ServiceForm, &str) -> Result<(), &'static str>,
}

const COLUMNS: &[Column] = &[
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

/// Writes the services, closed ones too.
///
/// # Errors
/// None that a string in memory knows of.
pub(super) fn write(directory: &Directory) -> Result<String> {
    let failed =
        |error: &dyn std::fmt::Display| Error::Command(format!("the CSV could not be written: {error}"));
    let mut file =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let headings = std::iter::once(KEY).chain(COLUMNS.iter().map(|column| column.heading));
    file.write_record(headings).map_err(|error| failed(&error))?;
    for (at, entry) in directory.services.iter().enumerate() {
        let form = ServiceForm::of(directory, at);
        let key = NodeId::Service(entry.row.id).to_string();
        let cells = COLUMNS.iter().map(|column| harmless((column.write)(directory, &form)));
        file.write_record(std::iter::once(key).chain(cells)).map_err(|error| failed(&error))?;
    }
    let bytes = file.into_inner().map_err(|error| failed(&error))?;
    let text = String::from_utf8(bytes).map_err(|error| failed(&error))?;
    Ok(format!("{MARK}{text}"))
}

/// Reads services. A line is a row as a spreadsheet counts them, the headings being the first.
///
/// # Errors
/// A refusal where the file has not the right headings.
pub(super) fn read(directory: &Directory, content: &str) -> Result<Vec<Line>> {
    let wrong = |message: String| Error::from(Refusal::new(RefusalCode::Invalid, "content", message));
    let content = content.trim_start_matches(MARK);
    let mut file = csv::ReaderBuilder::new().delimiter(b';').from_reader(content.as_bytes());
    let headings =
        file.headers().map_err(|error| wrong(format!("The headings can't be read: {error}.")))?.clone();
    let mut places = HashMap::new();
    for (at, heading) in headings.iter().enumerate() {
        let heading = heading.trim().to_lowercase();
        // Spreadsheets like to add columns without anything in them.
        if heading.is_empty() {
            continue;
        }
        let is_known = heading == KEY || COLUMNS.iter().any(|column| column.heading == heading);
        if !is_known {
            return Err(wrong(format!(
                "The heading “{heading}” is not one of an export's. Are there semicolons?"
            )));
        }
        if places.insert(heading, at).is_some() {
            return Err(wrong("A heading stands there twice.".into()));
        }
    }
    if !places.contains_key(KEY) && !places.contains_key("navn") {
        return Err(wrong(format!("The headings “{KEY}” or “navn” are missing.")));
    }
    let mut lines = Vec::new();
    let mut record = csv::StringRecord::new();
    for number in 2.. {
        match file.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) if record.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(true) => lines.push(line(directory, number, &places, &record)),
            Err(error) => {
                let refusal =
                    Refusal::new(RefusalCode::Invalid, "", format!("The line can't be read: {error}."));
                lines.push(Line { number, id: None, form: Err(vec![refusal]) });
            }
        }
    }
    Ok(lines)
}

fn line(
    directory: &Directory,
    number: usize,
    places: &HashMap<String, usize>,
    record: &csv::StringRecord,
) -> Line {
    let cell = |heading: &str| places.get(heading).and_then(|at| record.get(*at)).map(unharmed);
    let key = cell(KEY).map(str::trim).filter(|key| !key.is_empty());
    let id = key.and_then(NodeId::parse);
    let refused = |field: &str, message: &str| Refusal::new(RefusalCode::Invalid, field, message);
    let at = match (key, id) {
        (None, _) => None,
        (Some(_), Some(NodeId::Service(id))) if directory.service(id).is_some() => directory.service(id),
        _ => {
            let refusal = Refusal::new(
                RefusalCode::NotFound,
                KEY,
                "There is no service with this key; leave it empty for a new one.",
            );
            return Line { number, id: None, form: Err(vec![refusal]) };
        }
    };
    let blank = || match Form::from_json(EntryKind::Service, BLANK) {
        Ok(Form::Service(form)) => Some(*form),
        _ => None,
    };
    let Some(mut form) = at.map(|at| ServiceForm::of(directory, at)).or_else(blank) else {
        return Line { number, id: None, form: Err(vec![refused("", "The line can't be read.")]) };
    };
    let mut refusals = Vec::new();
    for column in COLUMNS {
        let Some(cell) = cell(column.heading) else { continue };
        let (typed, held) = (cell.replace("\r\n", "\n"), (column.write)(directory, &form));
        if typed.trim() == held.trim() {
            continue;
        }
        if let Err(message) = (column.read)(directory, &mut form, typed.trim()) {
            refusals.push(refused(column.field, message));
        }
    }
    let form = Form::Service(form.into()).tidied();
    Line { number, id, form: if refusals.is_empty() { Ok(form) } else { Err(refusals) } }
}

/// A new service before anything is filled in.
const BLANK: &str = r#"{"organisationId":"","parentId":null,"name":"","alternateNames":[],"themeIds":[],
"targetGroupIds":[],"purpose":null,"description":"","eligibilityDescription":null,"minimumAge":null,"maximumAge":null,
"access":"OPEN","applicationProcess":null,"legalBasis":[],"languages":[],"interpretationServices":null,"capacities":[],
"costOptions":[],"feesDescription":null,"keyFigures":[],"schedules":[],"scheduleExceptions":[],"locations":[],"phones":[],
"emails":[],"links":[],"contacts":[],"status":"ACTIVE","pausedUntil":null,"ownerId":null,"checkIntervalDays":null,
"sourceNote":null}"#;

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection).
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) { format!("'{cell}") } else { cell }
}

/// The cell before it was made harmless.
fn unharmed(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']))
        .unwrap_or(cell)
}

fn slug(directory: &Directory, id: &str) -> String {
    let slug = NodeId::parse(id).and_then(|id| match id {
        NodeId::Organisation(id) => {
            directory.organisation(id).map(|at| &directory.organisations[at].row.slug)
        }
        NodeId::Service(id) => directory.service(id).map(|at| &directory.services[at].row.slug),
        NodeId::Theme(id) => directory.theme(id).map(|at| &directory.themes[at].row.slug),
        NodeId::TargetGroup(id) => directory.target_group(id).map(|at| &directory.target_groups[at].row.slug),
        _ => None,
    });
    slug.cloned().unwrap_or_default()
}

fn slugs(directory: &Directory, ids: &[async_graphql::ID]) -> String {
    list(ids.iter().map(|id| slug(directory, id)))
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(BETWEEN)
}

fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|part| !part.is_empty())
}

fn said(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

fn number(number: Option<i32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn national(number: &str) -> String {
    number.strip_prefix("+45").unwrap_or(number).to_owned()
}

fn word<T: PartialEq>(words: &[(&str, T)], value: T) -> String {
    words.iter().find(|(_, one)| *one == value).map(|(word, _)| (*word).to_owned()).unwrap_or_default()
}

fn meant<T: Copy>(words: &[(&str, T)], cell: &str) -> Option<T> {
    let cell = cell.to_lowercase();
    words.iter().find(|(word, _)| *word == cell).map(|(_, value)| *value)
}

fn text(field: &mut String, cell: &str) -> Result<(), &'static str> {
    cell.clone_into(field);
    Ok(())
}

fn perhaps(field: &mut Option<String>, cell: &str) -> Result<(), &'static str> {
    *field = Some(cell.to_owned()).filter(|cell| !cell.is_empty());
    Ok(())
}

fn whole(field: &mut Option<i32>, cell: &str) -> Result<(), &'static str> {
    *field = match cell {
        "" => None,
        cell => Some(cell.parse().map_err(|_| "Write a whole number.")?),
    };
    Ok(())
}

fn day(cell: &str) -> Option<chrono::NaiveDate> {
    let formats = ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"];
    formats.iter().find_map(|format| chrono::NaiveDate::parse_from_str(cell, format).ok())
}
