//! The table of who may, as text.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Result};

use super::{Mark, Who};

/// Marks of fields, in the order of [`Who::ALL`].
#[derive(Default)]
pub struct Table {
    /// Type → way to it → field → marks.
    types: BTreeMap<String, BTreeMap<String, Fields>>,
}

/// Field → marks.
type Fields = BTreeMap<String, Vec<Mark>>;

impl Table {
    pub fn add(&mut self, of: &str, way: &str, field: &str, marks: Vec<Mark>) {
        let ways = self.types.entry(of.to_owned()).or_default();
        ways.entry(way.to_owned()).or_default().insert(field.to_owned(), marks);
    }
}

/// How long a line may be.
const WIDTH: usize = 118;

impl Display for Table {
    /// Ways on which the same holds stand together, and so do fields.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "yes = is answered   no = is refused   - = is not there for them\n")?;
        writeln!(f, "{}", headings())?;
        for (of, ways) in &self.types {
            let mut groups: Vec<(&Fields, Vec<&str>)> = Vec::new();
            for (way, fields) in ways {
                match groups.iter_mut().find(|(same, _)| *same == fields) {
                    Some((_, ways)) => ways.push(way),
                    None => groups.push((fields, vec![way.as_str()])),
                }
            }
            for (fields, ways) in groups {
                wrapped(f, &format!("\n{of}, by "), &ways, ", ", "    ")?;
                let mut rows: BTreeMap<&Vec<Mark>, Vec<&str>> = BTreeMap::new();
                for (field, marks) in fields {
                    rows.entry(marks).or_default().push(field);
                }
                for (marks, fields) in rows {
                    let indent = " ".repeat(row(marks).len());
                    wrapped(f, &row(marks), &fields, " ", &indent)?;
                }
            }
        }
        Ok(())
    }
}

/// The names of the columns.
pub fn headings() -> String {
    Who::ALL.map(|who| format!("{:<14}", format!("{who:?}").to_lowercase())).concat().trim_end().to_owned()
}

/// The cells of a line.
pub fn row(marks: &[Mark]) -> String {
    marks.iter().map(|mark| format!("{mark:<14}")).collect()
}

fn wrapped(f: &mut Formatter<'_>, before: &str, words: &[&str], between: &str, indent: &str) -> Result {
    let mut line = before.to_owned();
    for (at, word) in words.iter().enumerate() {
        let is_last = at + 1 == words.len();
        let word = if is_last { (*word).to_owned() } else { format!("{word}{between}") };
        if line.len() + word.trim_end().len() > WIDTH + before.matches('\n').count()
            && line.trim() != before.trim()
        {
            writeln!(f, "{}", line.trim_end())?;
            line = indent.to_owned();
        }
        line += &word;
    }
    writeln!(f, "{}", line.trim_end())
}
