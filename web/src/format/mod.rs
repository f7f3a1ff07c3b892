//! How dates, times, phone numbers and amounts are written in Danish and English. Pure: it reads no clock and
//! touches no browser, so its tests run natively. Texts of the screen are not here but in `locales/`.

pub(crate) mod date;
pub(crate) mod hours;
pub(crate) mod moment;
pub(crate) mod number;
pub(crate) mod phone;
pub(crate) mod words;
