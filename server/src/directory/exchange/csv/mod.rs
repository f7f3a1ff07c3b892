//! Services as a spreadsheet, as Danish ones want it: UTF-8 with a byte order mark, semicolons, Danish headings.
//!
//! A cell that comes back as it was written leaves its field alone, so what a cell can't show (what a number is for,
//! hours, prices) is never lost by opening and saving the file. Lists are parted by ` | `. A column that is missing
//! leaves its field alone too.

mod cells;
mod columns;

use std::collections::HashMap;

use entity::directory::values::EntryKind;

use super::plan::Line;
use super::report::Flaw;
use crate::directory::Directory;
use crate::directory::forms::{Form, ServiceForm};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::NodeId;

use cells::{harmless, unharmed};
use columns::COLUMNS;

/// Tells spreadsheets that the file is UTF-8.
const MARK: &str = "\u{feff}";
/// The column of the key; empty for a service that is new.
const KEY: &str = "nøgle";

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
/// What is wrong where the file has not the right headings.
pub(super) fn read(directory: &Directory, content: &str) -> Result<Vec<Line>, Vec<Flaw>> {
    let content = content.trim_start_matches(MARK);
    let mut file = csv::ReaderBuilder::new().delimiter(b';').from_reader(content.as_bytes());
    let places = headings(&mut file)?;
    let mut lines = Vec::new();
    let mut record = csv::StringRecord::new();
    for number in 2.. {
        match file.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) if record.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(true) => lines.push(line(directory, number, &places, &record)),
            Err(error) => {
                let message = format!("The line can't be read: {error}.");
                let flaws = vec![Refusal::new(RefusalCode::Invalid, "", message).into()];
                lines.push(unreadable(number, String::new(), flaws));
            }
        }
    }
    Ok(lines)
}

/// Where each column stands.
fn headings(file: &mut csv::Reader<&[u8]>) -> Result<HashMap<String, usize>, Vec<Flaw>> {
    let wrong =
        |code, message: String, value: &str| vec![Flaw::with(Refusal::new(code, "headings", message), value)];
    let headings = file
        .headers()
        .map_err(|error| wrong(RefusalCode::Invalid, format!("The headings can't be read: {error}."), ""))?;
    let mut places = HashMap::new();
    for (at, typed) in headings.iter().enumerate() {
        let heading = typed.trim().to_lowercase();
        // Spreadsheets like to add columns without anything in them.
        if heading.is_empty() {
            continue;
        }
        let is_known = heading == KEY || COLUMNS.iter().any(|column| column.heading == heading);
        if !is_known {
            let message = format!("The heading “{heading}” is not one of an export's. Are there semicolons?");
            return Err(wrong(RefusalCode::NotFound, message, typed));
        }
        if places.insert(heading, at).is_some() {
            return Err(wrong(RefusalCode::Taken, "A heading stands there twice.".into(), typed));
        }
    }
    if !places.contains_key(KEY) && !places.contains_key("navn") {
        let message = format!("The headings “{KEY}” or “navn” are missing.");
        return Err(wrong(RefusalCode::Required, message, ""));
    }
    Ok(places)
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
    let at = match (key, id) {
        (None, _) => None,
        (Some(_), Some(NodeId::Service(id))) if directory.service(id).is_some() => directory.service(id),
        (Some(key), _) => {
            let message = "There is no service with this key; leave it empty for a new one.";
            let flaw = Flaw::with(Refusal::new(RefusalCode::NotFound, KEY, message), key);
            return unreadable(number, cell("navn").unwrap_or_default().trim().to_owned(), vec![flaw]);
        }
    };
    let blank = || match Form::from_json(EntryKind::Service, BLANK) {
        Ok(Form::Service(form)) => Some(*form),
        _ => None,
    };
    let Some(mut form) = at.map(|at| ServiceForm::of(directory, at)).or_else(blank) else {
        let refusal = Refusal::new(RefusalCode::Invalid, "", "The line can't be read.");
        return unreadable(number, String::new(), vec![refusal.into()]);
    };
    let mut flaws = Vec::new();
    for column in COLUMNS {
        let Some(cell) = cell(column.heading) else { continue };
        let (typed, held) = (cell.replace("\r\n", "\n"), (column.write)(directory, &form));
        if typed.trim() == held.trim() {
            continue;
        }
        if let Err(message) = (column.read)(directory, &mut form, typed.trim()) {
            // What is empty is missing; what stands there can't be used.
            let code = if typed.trim().is_empty() { RefusalCode::Required } else { RefusalCode::Invalid };
            flaws.push(Flaw::with(Refusal::new(code, column.field, message), &typed));
        }
    }
    let name = form.name.clone();
    let form = Form::Service(form.into()).tidied();
    let form = if flaws.is_empty() { Ok(form) } else { Err(flaws) };
    Line { number, id, kind: EntryKind::Service, name, form }
}

/// A line of which nothing can be used.
fn unreadable(number: usize, name: String, flaws: Vec<Flaw>) -> Line {
    Line { number, id: None, kind: EntryKind::Service, name, form: Err(flaws) }
}

/// A new service before anything is filled in.
const BLANK: &str = r#"{"organisationId":"","parentId":null,"name":"","alternateNames":[],"themeIds":[],
"targetGroupIds":[],"purpose":null,"description":"","eligibilityDescription":null,"minimumAge":null,"maximumAge":null,
"access":"OPEN","applicationProcess":null,"legalBasis":[],"languages":[],"interpretationServices":null,"capacities":[],
"costOptions":[],"feesDescription":null,"keyFigures":[],"schedules":[],"scheduleExceptions":[],"locations":[],"phones":[],
"emails":[],"links":[],"contacts":[],"status":"ACTIVE","pausedUntil":null,"ownerId":null,"checkIntervalDays":null,
"sourceNote":null}"#;
