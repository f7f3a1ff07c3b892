//! How something is reached, as it is edited: numbers, addresses, places, hours.

use async_graphql::{InputObject, SimpleObject};
use chrono::NaiveDate;
use entity::directory::{email, link, location, phone, schedule, schedule_exception};
use serde::{Deserialize, Serialize};

use super::Tidy;
use crate::directory::graphql::{PhoneType, WeekRule, Weekday};
use crate::directory::rules::{hours, opening, reach};
use crate::error::RefusalCode;
use crate::forms::{Problems, forms};

/// Longest web address, in characters.
const ADDRESS: usize = 2_000;

/// A phone number as it is edited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "PhoneFormInput")]
#[serde(rename_all = "camelCase")]
pub struct PhoneForm {
    /// As Danes write it, or with a country code; kept as E.164.
    pub number: String,
    /// Voice, text messages or fax.
    pub kind: PhoneType,
    /// When or for what to use it.
    pub description: Option<String>,
}

impl Tidy for PhoneForm {
    fn tidy(&mut self) {
        self.number.tidy();
        if let Some(number) = reach::phone(&self.number) {
            self.number = number;
        }
        self.description.tidy();
    }
}

forms! {
    /// An e-mail address as it is edited.
    EmailForm as "EmailFormInput" {
        /// The address.
        address: String,
        /// For what to use it.
        description: Option<String>,
    }

    /// A web address as it is edited.
    LinkForm as "LinkFormInput" {
        /// Absolute, http or https.
        url: String,
        /// What is found there.
        label: Option<String>,
    }

    /// A place as it is edited.
    LocationForm as "LocationFormInput" {
        /// Name of the place.
        name: Option<String>,
        /// Street and number.
        address1: String,
        /// Four digits, 0800 to 9999.
        postal_code: Option<String>,
        /// Postal town; goes with the postal code.
        city: Option<String>,
    }

    /// Opening hours that recur by week, as they are edited. Times are local to Denmark.
    ScheduleForm as "ScheduleFormInput" {
        /// On which days.
        byday: Vec<Weekday>,
        /// In which weeks.
        weeks: WeekRule,
        /// `HH:MM`; null where the hours are not known.
        opens_at: Option<String>,
        /// `HH:MM`; up to 08:00 it may be of the next day.
        closes_at: Option<String>,
        /// First day it holds.
        valid_from: Option<NaiveDate>,
        /// Last day it holds.
        valid_to: Option<NaiveDate>,
        /// The rule in words.
        description: Option<String>,
    }

    /// Days on which the usual hours do not hold, as they are edited. Times are local to Denmark.
    ScheduleExceptionForm as "ScheduleExceptionFormInput" {
        /// First day.
        valid_from: NaiveDate,
        /// Last day.
        valid_to: NaiveDate,
        /// Closed all day; otherwise the hours below hold.
        closed: bool,
        /// `HH:MM`.
        opens_at: Option<String>,
        /// `HH:MM`.
        closes_at: Option<String>,
        /// Why.
        description: Option<String>,
    }
}

impl PhoneForm {
    pub(super) fn of(rows: &[phone::Model]) -> Vec<Self> {
        let form = |row: &phone::Model| Self {
            number: row.number.clone(),
            kind: row.kind.into(),
            description: row.description.clone(),
        };
        rows.iter().map(form).collect()
    }

    pub(super) fn check(&self, problems: &mut Problems) {
        if self.number.is_empty() {
            problems.refuse(RefusalCode::Required, "number", "Something has to stand here.");
        } else {
            let right = reach::phone(&self.number).is_some();
            problems.holds(right, "number", "No such number can exist; Danish ones have eight digits.");
        }
        problems.words("description", self.description.as_deref());
    }
}

impl EmailForm {
    pub(super) fn of(rows: &[email::Model]) -> Vec<Self> {
        let form =
            |row: &email::Model| Self { address: row.address.clone(), description: row.description.clone() };
        rows.iter().map(form).collect()
    }

    pub(super) fn check(&self, problems: &mut Problems) {
        problems.name("address", &self.address);
        let right = self.address.is_empty() || reach::is_email(&self.address);
        problems.holds(right, "address", "This is no mail address; one looks like `name@example.dk`.");
        problems.words("description", self.description.as_deref());
    }
}

impl LinkForm {
    pub(super) fn of(rows: &[link::Model]) -> Vec<Self> {
        rows.iter().map(|row| Self { url: row.url.clone(), label: row.label.clone() }).collect()
    }

    pub(super) fn check(&self, problems: &mut Problems) {
        problems.required("url", &self.url, ADDRESS);
        let right = self.url.is_empty() || reach::is_web_address(&self.url);
        problems.holds(right, "url", "This is no web address; one begins with `https://`.");
        problems.words("label", self.label.as_deref());
    }
}

impl LocationForm {
    pub(super) fn of(row: &location::Model) -> Self {
        Self {
            name: row.name.clone(),
            address1: row.address_1.clone(),
            postal_code: row.postal_code.clone(),
            city: row.city.clone(),
        }
    }

    pub(super) fn check(&self, problems: &mut Problems) {
        problems.words("name", self.name.as_deref());
        problems.name("address1", &self.address1);
        problems.words("city", self.city.as_deref());
        if let Some(code) = &self.postal_code {
            let right = reach::is_postal_code(code);
            problems.holds(right, "postalCode", "A postal code has four digits, 0800 to 9999.");
            if self.city.is_none() {
                problems.refuse(RefusalCode::Required, "city", "A postal code goes with its town.");
            }
        }
    }
}

impl ScheduleForm {
    pub(super) fn of(rows: &[schedule::Model]) -> Vec<Self> {
        let form = |row: &schedule::Model| Self {
            byday: row.byday.0.iter().filter_map(|code| opening::weekday(code)).map(Weekday::from).collect(),
            weeks: row.weeks.into(),
            opens_at: row.opens_at.map(hours::written),
            closes_at: row.closes_at.map(hours::written),
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            description: row.description.clone(),
        };
        rows.iter().map(form).collect()
    }

    /// Checks each, and that no two hold at the same time.
    pub(super) fn check_all(all: &[Self], problems: &mut Problems) {
        problems.each("schedules", all, |schedule, problems| schedule.check(problems));
        for (at, schedule) in all.iter().enumerate() {
            if all[..at].iter().any(|earlier| schedule.overlaps(earlier)) {
                let field = format!("schedules.{at}.opensAt");
                problems.refuse(RefusalCode::Invalid, &field, "These hours overlap with others of the day.");
            }
        }
    }

    fn check(&self, problems: &mut Problems) {
        if self.byday.is_empty() {
            problems.refuse(RefusalCode::Required, "byday", "Choose at least one day.");
        }
        check_hours(self.opens_at.as_deref(), self.closes_at.as_deref(), problems);
        check_days(self.valid_from, self.valid_to, problems);
        problems.words("description", self.description.as_deref());
    }

    fn overlaps(&self, other: &Self) -> bool {
        let share_a_day = self.byday.iter().any(|day| other.byday.contains(day));
        let share_a_week =
            self.weeks == other.weeks || self.weeks == WeekRule::Every || other.weeks == WeekRule::Every;
        let before = |end: Option<NaiveDate>, start: Option<NaiveDate>| matches!((end, start), (Some(end), Some(start)) if end < start);
        let share_a_time =
            !before(self.valid_to, other.valid_from) && !before(other.valid_to, self.valid_from);
        let span = |form: &Self| hours::span(form.opens_at.as_deref()?, form.closes_at.as_deref()?);
        let share_an_hour = matches!(
            (span(self), span(other)),
            (Some(one), Some(two)) if one.start < two.end && two.start < one.end
        );
        share_a_day && share_a_week && share_a_time && share_an_hour
    }
}

impl ScheduleExceptionForm {
    pub(super) fn of(rows: &[schedule_exception::Model]) -> Vec<Self> {
        let form = |row: &schedule_exception::Model| Self {
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            closed: row.closed,
            opens_at: row.opens_at.map(hours::written),
            closes_at: row.closes_at.map(hours::written),
            description: row.description.clone(),
        };
        rows.iter().map(form).collect()
    }

    pub(super) fn check(&self, problems: &mut Problems) {
        check_days(Some(self.valid_from), Some(self.valid_to), problems);
        let has_hours = self.opens_at.is_some() || self.closes_at.is_some();
        problems.holds(!(self.closed && has_hours), "opensAt", "Closed all day leaves no hours.");
        check_hours(self.opens_at.as_deref(), self.closes_at.as_deref(), problems);
        problems.words("description", self.description.as_deref());
    }
}

fn check_hours(opens: Option<&str>, closes: Option<&str>, problems: &mut Problems) {
    for (field, hour) in [("opensAt", opens), ("closesAt", closes)] {
        let right = hour.is_none_or(|hour| hours::read(hour).is_some());
        problems.holds(right, field, "Hours are written as `09:30`.");
    }
    match (opens, closes) {
        (Some(_), None) => problems.refuse(RefusalCode::Required, "closesAt", "When does it close?"),
        (None, Some(_)) => problems.refuse(RefusalCode::Required, "opensAt", "When does it open?"),
        (Some(opens), Some(closes)) if hours::read(opens).is_some() && hours::read(closes).is_some() => {
            let right = hours::span(opens, closes).is_some();
            problems.holds(right, "closesAt", "It has to close after it opens.");
        }
        _ => {}
    }
}

fn check_days(from: Option<NaiveDate>, to: Option<NaiveDate>, problems: &mut Problems) {
    let right = !matches!((from, to), (Some(from), Some(to)) if to < from);
    problems.holds(right, "validTo", "The last day can't be before the first.");
    for (field, day) in [("validFrom", from), ("validTo", to)] {
        let right = day.is_none_or(|day| (1900..=2200).contains(&chrono::Datelike::year(&day)));
        problems.holds(right, field, "This date is too far away.");
    }
}
