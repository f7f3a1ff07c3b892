//! Which services are open at the moment. Hours are told by the minute, so the answer is worked out once a minute.

use std::sync::Arc;

use arc_swap::ArcSwapOption;
use chrono::{DateTime, Utc};

use super::ServiceEntry;
use crate::directory::rules::opening::{OpenState, open_state};

/// The last minute that was asked about.
#[derive(Default)]
pub(crate) struct OpenNow(ArcSwapOption<Minute>);

/// Which services are open in one minute.
pub(crate) struct Minute {
    /// Minutes since 1970.
    minute: i64,
    /// By place in the directory.
    is_open: Vec<bool>,
}

impl Minute {
    /// Whether the service at this place is open.
    pub fn is_open(&self, service: usize) -> bool {
        self.is_open[service]
    }
}

impl OpenNow {
    /// The minute that `now` falls in.
    pub fn at(&self, services: &[ServiceEntry], now: DateTime<Utc>) -> Arc<Minute> {
        let minute = now.timestamp().div_euclid(60);
        let known = self.0.load_full().filter(|known| known.minute == minute);
        known.unwrap_or_else(|| {
            let is_open = |service: &ServiceEntry| {
                let reach = &service.reach;
                let state = open_state(&reach.schedules, &reach.schedule_exceptions, now);
                matches!(state, OpenState::Open { .. })
            };
            let worked_out = Arc::new(Minute { minute, is_open: services.iter().map(is_open).collect() });
            self.0.store(Some(worked_out.clone()));
            worked_out
        })
    }
}
