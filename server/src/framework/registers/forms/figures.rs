//! The target group in figures: how many there are, how many are expected, how many get what help.

use chrono::{Datelike, NaiveDate};

use super::{Entry, check_day};
use crate::directory::Directory;
use crate::forms::{Problems, forms};

forms! {
    /// How many there are of a group on a day.
    PopulationFigureForm as "PopulationFigureFormInput" {
        /// Who, for example “Women”.
        group: String,
        /// How many.
        number: i32,
        /// How many at most, where the number is told as a span.
        number_to: Option<i32>,
        /// On which day.
        as_of: NaiveDate,
        /// Who says so.
        source: Option<String>,
    }

    /// How many of a group are expected in a year.
    ExpectedIntakeForm as "ExpectedIntakeFormInput" {
        /// In which year.
        year: i32,
        /// Who.
        group: String,
        /// How many.
        number: i32,
        /// How many at most, where the number is told as a span.
        number_to: Option<i32>,
        /// Who says so.
        source: Option<String>,
    }

    /// How many get what help, and under which paragraph.
    SupportFigureForm as "SupportFigureFormInput" {
        /// The law and paragraph that it is given by.
        paragraph: Option<String>,
        /// What kind of help.
        service_type: String,
        /// How many.
        number: f64,
        /// How many at most, where the number is told as a span.
        number_to: Option<f64>,
        /// Of what, for example “citizens”.
        unit: String,
        /// In which time, for example “a year”.
        period: String,
        /// Who says so.
        source: Option<String>,
    }
}

impl Entry for PopulationFigureForm {
    fn title(&self) -> String {
        format!("{} {}", self.group, self.as_of.year())
    }

    fn check(&self, _directory: &Directory, problems: &mut Problems) {
        problems.name("group", &self.group);
        check_span(f64::from(self.number), self.number_to.map(f64::from), problems);
        check_day("asOf", Some(self.as_of), problems);
        problems.words("source", self.source.as_deref());
    }
}

impl Entry for ExpectedIntakeForm {
    fn title(&self) -> String {
        format!("{} {}", self.group, self.year)
    }

    fn check(&self, _directory: &Directory, problems: &mut Problems) {
        problems.holds((1990..=2100).contains(&self.year), "year", "A year is written as `2026`.");
        problems.name("group", &self.group);
        check_span(f64::from(self.number), self.number_to.map(f64::from), problems);
        problems.words("source", self.source.as_deref());
    }
}

impl Entry for SupportFigureForm {
    fn title(&self) -> String {
        self.service_type.clone()
    }

    fn check(&self, _directory: &Directory, problems: &mut Problems) {
        problems.words("paragraph", self.paragraph.as_deref());
        problems.name("serviceType", &self.service_type);
        check_span(self.number, self.number_to, problems);
        problems.name("unit", &self.unit);
        problems.name("period", &self.period);
        problems.words("source", self.source.as_deref());
    }
}

fn check_span(number: f64, to: Option<f64>, problems: &mut Problems) {
    problems.holds(number.is_finite() && number >= 0.0, "number", "A number is not below 0.");
    let right = to.is_none_or(|to| to.is_finite() && to >= number);
    problems.holds(right, "numberTo", "A span ends where it begins, or above.");
}
