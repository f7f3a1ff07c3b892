//! How one gets in: an open door, a paper, a person or a paragraph, and the words.

use leptos::prelude::*;

use super::words;
use crate::directory::queries::enums::Access;
use crate::language::text_by;
use crate::ui::icon::{Icon, icon};

/// The way in, as a form and words.
#[component]
pub(crate) fn AccessSign(access: Access) -> impl IntoView {
    let form = match access {
        Access::Open => Icon::Door,
        Access::Referral => Icon::Paper,
        Access::SelfReferral => Icon::Person,
        Access::LegalDuty => Icon::Paragraph,
    };
    view! {
        <span class="sign">
            {icon(form)} <span>{text_by(move |locale| words::access(locale, access))}</span>
        </span>
    }
}
