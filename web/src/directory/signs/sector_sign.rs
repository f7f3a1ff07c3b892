//! Who runs it: a building, a plus, a crown, a diamond or a heart, and the word.

use leptos::prelude::*;

use super::words;
use crate::directory::queries::enums::Sector;
use crate::language::text_by;
use crate::ui::icon::{Icon, icon};

/// The sector, as a form and a word.
#[component]
pub(crate) fn SectorSign(sector: Sector) -> impl IntoView {
    let form = match sector {
        Sector::Municipal => Icon::Building,
        Sector::Regional => Icon::Plus,
        Sector::State => Icon::Crown,
        Sector::Private => Icon::Diamond,
        Sector::Voluntary => Icon::Heart,
    };
    view! {
        <span class="sign">
            {icon(form)} <span>{text_by(move |locale| words::sector(locale, sector))}</span>
        </span>
    }
}
