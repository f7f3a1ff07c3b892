//! The design system's footer: whose directory it is, how fresh, and the accessibility statement.

use leptos::prelude::*;

use crate::directory::here::use_here;
use crate::directory::queries::municipality::Municipality;
use crate::format::words;
use crate::language::{td_string, text_by};
use crate::ui::word_link::OutsideLink;
use crate::{routes, text};

/// The footer.
#[component]
pub(crate) fn Footer() -> impl IntoView {
    let here = use_here();
    let statement = move || {
        if here.is_somewhere() { routes::statement(&here.slug()) } else { routes::STATEMENT.to_owned() }
    };
    view! {
        <footer>
            <div class="footer">
                <div class="container">
                    <div class="row">
                        <div class="col-12 col-md-6 footer-col">
                            <h2 class="h4">"Tovholder"</h2>
                            <p>{text!(shell.footer_about)}</p>
                            {move || here.known().filter(|known| known.is_demo).map(|_| {
                                view! { <p>{text!(shell.footer_demo)}</p> }
                            })}
                        </div>
                        <div class="col-12 col-md-6 footer-col">
                            {move || here.known().map(|known| view! { <About municipality=known/> })}
                            <ul class="unstyled-list footer-links">
                                <li>
                                    <a class="function-link" href=statement>{text!(shell.statement)}</a>
                                </li>
                            </ul>
                        </div>
                    </div>
                </div>
            </div>
        </footer>
    }
}

/// Whose directory it is, and how fresh.
#[component]
fn About(municipality: Municipality) -> impl IntoView {
    let entered = municipality.directory_updated_at.in_copenhagen().date;
    let published = municipality.catalogue.as_ref().map_or(entered, |catalogue| catalogue.published_on);
    let source = municipality.catalogue.map(|catalogue| catalogue.source);
    let name = municipality.name.clone();
    view! {
        <h2 class="h4" lang="da">{municipality.name}</h2>
        <p>
            {text_by(move |locale| td_string!(locale, shell.footer_updated, date = words::day(locale, published)))}
        </p>
        {source
            .map(|source| view! { <p>{text!(shell.footer_source)} " " <span lang="da">{source}</span></p> })}
        {municipality
            .website
            .map(|website| view! { <p><OutsideLink href=website label=name/></p> })}
    }
}
