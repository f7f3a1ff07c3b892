//! `/<m>/ind-og-ud`: the directory out as files, and a file in: checked, looked at, applied.

use leptos::prelude::*;

use super::choose_file::ChooseFile;
use super::import::Import;
use super::outcome::Outcome;
use crate::directory::here::use_here;
use crate::ui::page::PageHeading;
use crate::{routes, text};

/// The page.
#[component]
pub(crate) fn ExchangePage() -> impl IntoView {
    let slug = use_here().slug_untracked();
    let import = Import::begin();
    view! {
        <PageHeading title=text!(exchange.title)/>
        <p class="font-lead">{text!(exchange.lead)}</p>
        <section aria-labelledby="out">
            <h2 class="h3" id="out">{text!(exchange.out)}</h2>
            <ul class="nobullet-list exports">
                <li>
                    <a class="button button-secondary" href=routes::export_csv(&slug) download="" rel="external">
                        {text!(exchange.out_csv)}
                    </a>
                    <p>{text!(exchange.out_csv_about)}</p>
                </li>
                <li>
                    <a class="button button-secondary" href=routes::export_json(&slug) download="" rel="external">
                        {text!(exchange.out_json)}
                    </a>
                    <p>{text!(exchange.out_json_about)}</p>
                </li>
            </ul>
        </section>
        <section aria-labelledby="in">
            <h2 class="h3" id="in">{text!(exchange.into)}</h2>
            <p>{text!(exchange.into_about)}</p>
            <ChooseFile import=import/>
            <Outcome import=import/>
        </section>
    }
}
