//! The other language, one press away, named in itself.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::language::{Locale, code, other, text_by, use_language};
use crate::ui::icon::{Icon, icon};

/// A button with the name of the other language.
#[component]
pub(crate) fn LanguageSwitch() -> impl IntoView {
    let language = use_language();
    let location = use_location();
    let navigate = use_navigate();
    let switch = move |_| {
        language.choose(other(language.get_untracked()));
        // An address that asks for a language would win again when the page is reloaded.
        let mut query = location.query.get_untracked();
        if query.remove("lang").is_some() {
            let address = format!("{}{}", location.pathname.get_untracked(), query.to_query_string());
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&address, options);
        }
    };
    let name = text_by(|locale| match other(locale) {
        Locale::da => "Dansk".to_owned(),
        Locale::en => "English".to_owned(),
    });
    view! {
        <button
            type="button"
            class="function-link language-switch"
            lang=text_by(|locale| code(other(locale)).to_owned())
            on:click=switch
        >
            {icon(Icon::Globe)}
            <span>{name}</span>
        </button>
    }
}
