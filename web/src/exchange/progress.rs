//! How far the server has come with a file.

use leptos::prelude::*;

use super::import::Import;
use super::queries::imports::{ImportStanding, ImportStatus};
use crate::format::number::shown;
use crate::language::{td_string, text_by};
use crate::text;
use crate::ui::live_region::LiveRegion;

/// The bar, with the numbers in words.
#[component]
pub(super) fn Progress(import: Import, #[prop(into)] standing: Signal<ImportStanding>) -> impl IntoView {
    let doing = text_by(move |locale| {
        let words = match standing.with(|one| one.status) {
            ImportStatus::Applying => td_string!(locale, exchange.applying),
            _ => td_string!(locale, exchange.checking),
        };
        words.to_owned()
    });
    let how_far = text_by(move |locale| {
        let (done, total) = standing.with(|one| (one.done.min(one.total), one.total));
        if total == 0 {
            return String::new();
        }
        let (done, total) = (shown(locale, done.into()), shown(locale, total.into()));
        td_string!(locale, exchange.so_far, done = done, total = total)
    });
    // Read aloud now and then, not line by line.
    let spoken = text_by(move |locale| {
        let quarters =
            standing.with(|one| if one.total > 0 { one.done.min(one.total) * 4 / one.total } else { 0 });
        td_string!(locale, exchange.spoken, doing = doing.get(), percent = quarters * 25)
    });
    let is_applying = move || standing.with(|one| one.status == ImportStatus::Applying);
    // Without a value the bar moves to and fro.
    let (most, value) = (
        move || standing.with(|one| one.total.max(1)),
        move || standing.with(|one| (one.total > 0).then_some(one.done.min(one.total))),
    );
    view! {
        <div class="import-progress">
            <p id="doing"><strong>{doing}</strong></p>
            <progress aria-labelledby="doing" max=most value=value></progress>
            <p class="small-text">{how_far}</p>
            {move || is_applying().then(|| view! { <p class="small-text">{text!(exchange.applying_safe)}</p> })}
            {move || import.is_waiting.get().then(|| view! { <p role="status">{text!(exchange.waiting)}</p> })}
            <LiveRegion text=spoken/>
        </div>
    }
}
