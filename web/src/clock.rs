//! The only place that reads the browser's clock.

use crate::format::date::Date;
use crate::format::moment::Moment;

/// Now.
pub(crate) fn now() -> Moment {
    Moment((js_sys::Date::now() / 1_000.0) as i64)
}

/// Today in Copenhagen, wherever the browser is.
pub(crate) fn today() -> Date {
    now().in_copenhagen().date
}
