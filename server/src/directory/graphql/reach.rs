//! How something is reached: numbers, addresses, hours.

use async_graphql::{Object, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use entity::directory::{email, link, location, phone, schedule, schedule_exception};

use super::values::{OpenKind, PhoneType, WeekRule, Weekday};
use crate::directory::Reach;
use crate::directory::rules::opening;
use crate::graphql::prompt::Prompts;

/// Wraps rows that are shown as they are.
macro_rules! row_types {
    ($($(#[$doc:meta])* $name:ident($row:path))+) => {$(
        $(#[$doc])*
        pub struct $name<'r>(&'r $row);

        impl<'r> $name<'r> {
            pub(crate) fn list(rows: &'r [$row]) -> Prompts<Self> {
                rows.iter().map(Self).collect()
            }
        }
    )+};
}

row_types! {
    /// A phone number.
    Phone(phone::Model)
    /// An e-mail address.
    Email(email::Model)
    /// A web address.
    Link(link::Model)
    /// A place with an address.
    Location(location::Model)
    /// Opening hours that recur by week.
    Schedule(schedule::Model)
    /// Days on which the usual hours do not hold.
    ScheduleException(schedule_exception::Model)
}

/// A phone number.
#[Object]
impl Phone<'_> {
    /// E.164, for example `+4527245317`.
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// Voice, text messages or fax.
    async fn r#type(&self) -> PhoneType {
        self.0.kind.into()
    }

    /// When or for what to use it.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }
}

/// An e-mail address.
#[Object]
impl Email<'_> {
    /// The address.
    async fn address(&self) -> &str {
        &self.0.address
    }

    /// For what to use it.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }
}

/// A web address.
#[Object]
impl Link<'_> {
    /// Absolute, http or https.
    async fn url(&self) -> &str {
        &self.0.url
    }

    /// What is found there.
    async fn label(&self) -> Option<&str> {
        self.0.label.as_deref()
    }
}

/// A place with an address.
#[Object]
impl Location<'_> {
    /// Name of the place.
    async fn name(&self) -> Option<&str> {
        self.0.name.as_deref()
    }

    /// Street and number.
    async fn address1(&self) -> &str {
        &self.0.address_1
    }

    /// Four digits.
    async fn postal_code(&self) -> Option<&str> {
        self.0.postal_code.as_deref()
    }

    /// Postal town.
    async fn city(&self) -> Option<&str> {
        self.0.city.as_deref()
    }

    /// Degrees north, WGS 84.
    async fn latitude(&self) -> Option<f64> {
        self.0.latitude
    }

    /// Degrees east, WGS 84.
    async fn longitude(&self) -> Option<f64> {
        self.0.longitude
    }
}

/// Opening hours that recur by week. Times are local to Denmark.
#[Object]
impl Schedule<'_> {
    /// On which days.
    async fn byday(&self) -> Vec<Weekday> {
        self.0.byday.0.iter().filter_map(|code| opening::weekday(code)).map(Weekday::from).collect()
    }

    /// In which weeks.
    async fn weeks(&self) -> WeekRule {
        self.0.weeks.into()
    }

    /// `HH:MM`; null where the hours are not known.
    async fn opens_at(&self) -> Option<String> {
        self.0.opens_at.map(hour)
    }

    /// `HH:MM`; earlier than `opensAt` where it is past midnight.
    async fn closes_at(&self) -> Option<String> {
        self.0.closes_at.map(hour)
    }

    /// First day it holds.
    async fn valid_from(&self) -> Option<NaiveDate> {
        self.0.valid_from
    }

    /// Last day it holds.
    async fn valid_to(&self) -> Option<NaiveDate> {
        self.0.valid_to
    }

    /// The rule in words.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }
}

/// Days on which the usual hours do not hold. Times are local to Denmark.
#[Object]
impl ScheduleException<'_> {
    /// First day.
    async fn valid_from(&self) -> NaiveDate {
        self.0.valid_from
    }

    /// Last day.
    async fn valid_to(&self) -> NaiveDate {
        self.0.valid_to
    }

    /// Closed all day; otherwise the hours below hold.
    async fn closed(&self) -> bool {
        self.0.closed
    }

    /// `HH:MM`.
    async fn opens_at(&self) -> Option<String> {
        self.0.opens_at.map(hour)
    }

    /// `HH:MM`.
    async fn closes_at(&self) -> Option<String> {
        self.0.closes_at.map(hour)
    }

    /// Why.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }
}

/// Whether a place is open at the moment of the request.
#[derive(SimpleObject)]
pub struct OpenState {
    /// Open, closed, or not known.
    kind: OpenKind,
    /// When it closes, where it is open.
    until: Option<DateTime<Utc>>,
    /// When it opens next, where it is closed and that is within two weeks.
    opens_at: Option<DateTime<Utc>>,
}

impl OpenState {
    pub(crate) fn at(reach: &Reach, now: DateTime<Utc>) -> Self {
        match opening::open_state(&reach.schedules, &reach.schedule_exceptions, now) {
            opening::OpenState::Open { until } => {
                Self { kind: OpenKind::Open, until: Some(until), opens_at: None }
            }
            opening::OpenState::Closed { opens_at } => Self { kind: OpenKind::Closed, until: None, opens_at },
            opening::OpenState::Unknown => Self { kind: OpenKind::Unknown, until: None, opens_at: None },
        }
    }
}

fn hour(time: chrono::NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
