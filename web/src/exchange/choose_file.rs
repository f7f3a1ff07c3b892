//! Choosing a file: with the button, or by dropping it.

use leptos::html;
use leptos::prelude::*;

use super::import::{Import, Stage};
use super::upload::Refused;
use crate::language::{td_string, text_by};
use crate::text;

/// The field, and the place where a file can be dropped.
#[component]
pub(super) fn ChooseFile(import: Import) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let is_over = RwSignal::new(false);
    let is_busy =
        Memo::new(move |_| import.stage.with(|stage| matches!(stage, Stage::Sending | Stage::Working(_))));
    let take = move |files: Option<web_sys::FileList>| {
        if let (Some(file), false) = (files.and_then(|files| files.get(0)), is_busy.get_untracked()) {
            import.choose(file);
        }
    };
    let wrong = text_by(move |locale| {
        let why = import.stage.with(|stage| match stage {
            Stage::Refused(why) => Some(*why),
            _ => None,
        });
        let words = match why {
            None => "",
            Some(Refused::Kind) => td_string!(locale, exchange.refused_kind),
            Some(Refused::Large) => td_string!(locale, exchange.refused_large),
            Some(Refused::Encoding) => td_string!(locale, exchange.refused_encoding),
            Some(Refused::NotAllowed) => td_string!(locale, exchange.refused_not_allowed),
            Some(Refused::NotSent) => td_string!(locale, exchange.refused_not_sent),
        };
        words.to_owned()
    });
    let is_wrong = Memo::new(move |_| !wrong.get().is_empty());
    let described = move || if is_wrong.get() { "file-hint file-error" } else { "file-hint" };
    view! {
        <div
            class="form-group drop-place"
            class:form-error=is_wrong
            class:is-over=is_over
            on:dragover=move |event| {
                event.prevent_default();
                is_over.set(true);
            }
            on:dragleave=move |_| is_over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                is_over.set(false);
                take(event.data_transfer().and_then(|dropped| dropped.files()));
            }
        >
            <label class="form-label" for="file">{text!(exchange.choose)}</label>
            <span class="form-hint" id="file-hint">{text!(exchange.choose_hint)}</span>
            <span role="alert">
                {move || {
                    is_wrong
                        .get()
                        .then(|| {
                            view! {
                                <span class="form-error-message" id="file-error">
                                    <span class="sr-only">{text!(errors.error)} " "</span>
                                    {wrong}
                                </span>
                            }
                        })
                }}
            </span>
            <input
                class="choose-file"
                id="file"
                type="file"
                accept=".csv,.json,text/csv,application/json"
                node_ref=field
                aria-describedby=described
                aria-invalid=move || is_wrong.get().then_some("true")
                disabled=is_busy
                on:change=move |_| {
                    let Some(field) = field.get_untracked() else { return };
                    take(field.files());
                    // The same file can then be chosen again once it has been mended.
                    field.set_value("");
                }
            />
        </div>
    }
}
