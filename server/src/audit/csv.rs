//! The audit log as a spreadsheet: CSV as Danish spreadsheets want it, UTF-8 with a byte order mark, semicolons.

use chrono::SecondsFormat;

use super::service::Named;
use crate::clock::DENMARK;
use crate::error::{Error, Result};

/// What the file begins with.
const BYTE_ORDER_MARK: &str = "\u{feff}";
const HEADINGS: [&str; 12] = [
    "nummer",
    "tidspunkt",
    "tidspunkt (UTC)",
    "hvem",
    "handling",
    "hvad",
    "navn",
    "beskrivelse",
    "adresse",
    "før",
    "efter",
    "kontrolsum",
];

/// The first line.
///
/// # Errors
/// `Command` where it can't be written.
pub fn headings() -> Result<String> {
    Ok(format!("{BYTE_ORDER_MARK}{}", lines([HEADINGS.map(str::to_owned)])?))
}

/// One line for each entry.
///
/// # Errors
/// `Command` where they can't be written.
pub fn rows(entries: &[Named]) -> Result<String> {
    lines(entries.iter().map(|Named { entry, actor, subject }| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        [
            entry.sequence.map(|number| number.to_string()).unwrap_or_default(),
            entry.at.with_timezone(&DENMARK).format("%d-%m-%Y %H:%M:%S").to_string(),
            entry.at.to_rfc3339_opts(SecondsFormat::Millis, true),
            actor.clone(),
            entry.action.clone(),
            entry.subject.clone(),
            text(subject),
            text(&entry.detail),
            text(&entry.address),
            text(&entry.before),
            text(&entry.after),
            text(&entry.hash),
        ]
        .map(harmless)
    }))
}

/// A cell that a spreadsheet shows and does not calculate: what somebody has typed may begin like a formula.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

fn lines<const CELLS: usize>(rows: impl IntoIterator<Item = [String; CELLS]>) -> Result<String> {
    let broken = |error: String| Error::Command(format!("the log can't be written as CSV: {error}"));
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(|error| broken(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| broken(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| broken(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_semicolons_quotes_and_lines_stay_one_cell_and_formulas_are_shown() {
        let cells = ["=1+1", "a;b", "say \"so\"", "two\nlines"].map(str::to_owned).map(harmless);
        assert_eq!(lines([cells]).unwrap(), "'=1+1;\"a;b\";\"say \"\"so\"\"\";\"two\nlines\"\r\n");
    }
}
