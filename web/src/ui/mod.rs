//! The pieces that every page is made of, in the Danish Design System's markup. They fetch nothing and know no area.

pub(crate) mod accordion;
pub(crate) mod alert;
pub(crate) mod attempt;
pub(crate) mod breadcrumb;
pub(crate) mod empty_notice;
pub(crate) mod failure_notice;
pub(crate) mod field;
pub(crate) mod icon;
pub(crate) mod live_region;
pub(crate) mod loading;
pub(crate) mod markdown;
pub(crate) mod overflow_menu;
pub(crate) mod page;
pub(crate) mod paragraphs;
pub(crate) mod part;
pub(crate) mod scroll;
pub(crate) mod search_field;
pub(crate) mod shown;
pub(crate) mod storage;
pub(crate) mod sure_button;
pub(crate) mod whom;
pub(crate) mod word_link;
