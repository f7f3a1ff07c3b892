//! The catalogue's own words in Danish and English. Content stays Danish.

use chrono::{Datelike, NaiveDate, Weekday};
use entity::directory::values::{Access, ServiceStatus, Weeks};
use entity::directory::{schedule, schedule_exception};

use crate::directory::rules::opening::weekday;

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Danish, where nothing else is asked for.
    Danish,
    /// English.
    English,
}

const MONTHS: [[&str; 12]; 2] = [
    [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];
const DAYS: [[&str; 7]; 2] = [
    ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

/// Words that stand alone, as name, Danish, English.
macro_rules! words {
    ($($name:ident: $danish:literal, $english:literal;)+) => {
        impl Language {$(
            pub(crate) fn $name(self) -> &'static str {
                match self { Self::Danish => $danish, Self::English => $english }
            }
        )+}
    };
}

words! {
    catalogue: "Tilbudskatalog", "Catalogue of services";
    published: "Udgivet", "Published";
    editor: "Redaktør", "Editor";
    source: "Kilde", "Source";
    contents: "Indhold", "Contents";
    empty: "Der er ingen tilbud i kataloget endnu.", "There are no services in the catalogue yet.";
    register: "Alle tilbud fra A til Å", "All services by alphabet";
    navigation: "Katalog", "Catalogue";
    back: "Tilbage til tilbud", "Back to services";
    todays: "Kataloget, som det er i dag", "The catalogue as it is today";
    how_to_print: "Tryk Ctrl+P for at udskrive", "Press Ctrl+P to print";
    see_also: "Se også", "See also";
    also_called: "Også kaldet", "Also called";
    for_whom: "For hvem", "For whom";
    age: "Alder", "Age";
    how_to_get_in: "Sådan kommer du i gang", "How to get in";
    law: "Lov", "Law";
    price: "Pris", "Price";
    room: "Plads til", "Room for";
    figures: "Tal", "Figures";
    interpreter: "Sprog og tolk", "Languages and interpreting";
    organisation: "Hører til", "Part of";
    address: "Adresse", "Address";
    hours: "Åbningstider", "Opening hours";
    contact: "Kontakt", "Contact";
    links: "Læs mere", "Read more";
    checked: "Tjekket", "Checked";
    note: "Bemærk:", "Note:";
    no_municipality: "Vi kender ikke den kommune", "We do not know that municipality";
    no_page: "Den side findes ikke, eller du skal logge ind for at se den", "There is no such page, or you have to sign in to see it";
    to_start: "Gå til forsiden", "Go to the start page";
}

impl Language {
    /// The language with this code; Danish for any other.
    pub fn from_code(code: Option<&str>) -> Self {
        if code == Some("en") { Self::English } else { Self::Danish }
    }

    /// BCP 47.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// What it calls itself.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Danish => "Dansk",
            Self::English => "English",
        }
    }

    pub(crate) fn other(self) -> Self {
        match self {
            Self::Danish => Self::English,
            Self::English => Self::Danish,
        }
    }

    fn either(self, danish: String, english: String) -> String {
        match self {
            Self::Danish => danish,
            Self::English => english,
        }
    }

    /// “1. august 2024”, “1 August 2024”.
    pub(crate) fn date(self, date: NaiveDate) -> String {
        let month = |language: usize| MONTHS[language][date.month0() as usize];
        let (day, year) = (date.day(), date.year());
        self.either(format!("{day}. {} {year}", month(0)), format!("{day} {} {year}", month(1)))
    }

    pub(super) fn services(self, count: usize) -> String {
        self.either(format!("{count} tilbud"), format!("{count} services"))
    }

    pub(crate) fn access(self, access: Access) -> &'static str {
        let (danish, english) = match access {
            Access::Open => ("Åben for alle", "Open to all"),
            Access::Referral => ("Kræver henvisning", "By referral"),
            Access::SelfReferral => ("Henvend dig selv", "Get in touch yourself"),
            Access::LegalDuty => ("Ret efter loven", "A right by law"),
        };
        match self {
            Self::Danish => danish,
            Self::English => english,
        }
    }

    pub(super) fn status(self, status: ServiceStatus, until: Option<NaiveDate>) -> Option<String> {
        match (status, until) {
            (ServiceStatus::Active, _) => None,
            (ServiceStatus::Closed, _) => {
                Some(self.either("Tilbuddet er lukket.".into(), "The service has closed.".into()))
            }
            (ServiceStatus::Paused, None) => {
                Some(self.either("Tilbuddet holder pause.".into(), "The service is paused.".into()))
            }
            (ServiceStatus::Paused, Some(until)) => {
                let date = self.date(until);
                Some(self.either(
                    format!("Tilbuddet holder pause og åbner igen {date}."),
                    format!("The service is paused and opens again on {date}."),
                ))
            }
        }
    }

    pub(super) fn ages(self, minimum: Option<i32>, maximum: Option<i32>) -> Option<String> {
        match (minimum, maximum) {
            (None, None) => None,
            (Some(min), Some(max)) => {
                Some(self.either(format!("{min}–{max} år"), format!("{min}–{max} years")))
            }
            (Some(min), None) => Some(self.either(format!("fra {min} år"), format!("from {min} years"))),
            (None, Some(max)) => {
                Some(self.either(format!("til og med {max} år"), format!("up to {max} years")))
            }
        }
    }

    /// “18.214”, “18,214”; a fraction with two places.
    pub(crate) fn number(self, value: f64) -> String {
        let (thousands, point) = match self {
            Self::Danish => ('.', ','),
            Self::English => (',', '.'),
        };
        let text = if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.2}") };
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) && grouped != "-" {
                grouped.push(thousands);
            }
            grouped.push(digit);
        }
        if fraction.is_empty() { grouped } else { format!("{grouped}{point}{fraction}") }
    }

    pub(super) fn money(self, amount: f64, currency: &str) -> String {
        let amount = self.number(amount);
        match (self, currency) {
            (Self::Danish, "DKK") => format!("{amount} kr."),
            _ => format!("{currency} {amount}"),
        }
    }

    pub(super) fn schedule(self, row: &schedule::Model) -> String {
        let days: Vec<&str> =
            row.byday.0.iter().filter_map(|code| weekday(code)).map(|day| self.day(day)).collect();
        let weeks = match (self, row.weeks) {
            (_, Weeks::Every) => "",
            (Self::Danish, Weeks::Odd) => " i ulige uger",
            (Self::Danish, Weeks::Even) => " i lige uger",
            (Self::English, Weeks::Odd) => " in odd weeks",
            (Self::English, Weeks::Even) => " in even weeks",
        };
        let mut line = format!("{}{weeks}", days.join(", "));
        if let (Some(opens), Some(closes)) = (row.opens_at, row.closes_at) {
            line += &format!(" {}–{}", self.hour(opens), self.hour(closes));
        }
        match &row.description {
            Some(description) => format!("{line} ({description})"),
            None => line,
        }
    }

    pub(super) fn exception(self, row: &schedule_exception::Model) -> String {
        let mut line = self.date(row.valid_from);
        if row.valid_to != row.valid_from {
            line += &format!(" – {}", self.date(row.valid_to));
        }
        line += &match (row.opens_at, row.closes_at) {
            (Some(opens), Some(closes)) if !row.closed => {
                format!(": {}–{}", self.hour(opens), self.hour(closes))
            }
            _ => self.either(": lukket".into(), ": closed".into()),
        };
        match &row.description {
            Some(description) => format!("{line} ({description})"),
            None => line,
        }
    }

    fn day(self, day: Weekday) -> &'static str {
        DAYS[usize::from(self == Self::English)][day.num_days_from_monday() as usize]
    }

    fn hour(self, time: chrono::NaiveTime) -> String {
        self.either(time.format("%H.%M").to_string(), time.format("%H:%M").to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{Danish, English};
    use chrono::NaiveDate;

    #[test]
    fn dates_and_numbers_as_each_language_writes_them() {
        let date = NaiveDate::from_ymd_opt(2024, 8, 1).unwrap();
        assert_eq!(
            (Danish.date(date), English.date(date)),
            ("1. august 2024".into(), "1 August 2024".into())
        );
        assert_eq!((Danish.number(18214.0), English.number(18214.0)), ("18.214".into(), "18,214".into()));
        assert_eq!((Danish.number(0.5), Danish.number(200.0)), ("0,50".into(), "200".into()));
        assert_eq!(Danish.money(20.0, "DKK"), "20 kr.");
    }
}
