//! What is wrong in a file, line by line.

use leptos::prelude::*;

use super::queries::imports::{ImportError, ImportRun, report};
use crate::api::{Failure, UserErrorCode, use_api};
use crate::counted;
use crate::directory::here::use_here;
use crate::editing::fields::find;
use crate::editing::fields::view::flaw_words;
use crate::editing::specs;
use crate::language::{Locale, Text, danish, td_string, text_by};
use crate::text;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::failure_notice::FailureNotice;

/// The heading of the column that holds keys.
const KEY: &str = "nøgle";

/// A table of what is wrong; on narrow screens a card for each.
#[component]
pub(super) fn FileErrors(run: ImportRun) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let (id, count) = (run.id, run.error_count);
    let errors = RwSignal::new(run.errors);
    let failure = RwSignal::new(None::<Failure>);
    let more = move |_| {
        let skip = i32::try_from(errors.with_untracked(Vec::len)).unwrap_or(i32::MAX);
        let asked = report(slug.clone(), id.clone(), skip, 0);
        leptos::task::spawn_local(async move {
            match api.send(asked).await.map(|answer| answer.municipality.and_then(|found| found.import)) {
                Ok(Some(found)) => drop(errors.try_update(|errors| errors.extend(found.errors))),
                Ok(None) => {}
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let heading = text_by(move |locale| counted!(locale, count, exchange.error_one, exchange.error_many));
    let has_more = move || i32::try_from(errors.with(Vec::len)).is_ok_and(|shown| shown < count);
    view! {
        <Alert gravity=Gravity::Error heading=heading is_news=true>
            <p class="alert-text">{text!(exchange.errors_do)}</p>
        </Alert>
        <table class="table table--responsive-headers file-errors">
            <thead>
                <tr>
                    <th scope="col">{text!(exchange.line)}</th>
                    <th scope="col">{text!(exchange.entry)}</th>
                    <th scope="col">{text!(editing.field)}</th>
                    <th scope="col">{text!(exchange.stands)}</th>
                    <th scope="col">{text!(exchange.mend)}</th>
                </tr>
            </thead>
            <tbody>
                <For
                    each=move || errors.get().into_iter().enumerate()
                    key=|(at, _)| *at
                    children=|(_, error)| view! { <Row error=error/> }
                />
            </tbody>
        </table>
        {move || failure.get().map(|failure| view! { <FailureNotice failure=failure/> })}
        <Show when=has_more>
            <button type="button" class="button button-secondary button-more" on:click=more.clone()>
                {text!(exchange.more_errors)}
            </button>
        </Show>
    }
}

#[component]
fn Row(error: ImportError) -> impl IntoView {
    let lang = danish();
    let (kind, code, path) = (error.kind, error.code, error.field.unwrap_or_default());
    let field = kind.and_then(|kind| find(specs::of_kind(kind), &path));
    let named = path.clone();
    let label: Text = text_by(move |locale| match (field, named.as_str()) {
        (Some(field), _) => (field.label)(locale).to_owned(),
        (None, "" | "content") => "–".to_owned(),
        (None, "headings") => td_string!(locale, exchange.headings).to_owned(),
        (None, name) => name.to_owned(),
    });
    let is_line = error.line > 0;
    let line: Text = text_by(move |locale| {
        if is_line { error.line.to_string() } else { td_string!(locale, exchange.whole_file).to_owned() }
    });
    let mend = text_by(move |locale| {
        words(locale, code, &path).map_or_else(|| flaw_words(locale, code, field), str::to_owned)
    });
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    view! {
        <tr>
            <th scope="row" data-title=text!(exchange.line)>{line}</th>
            <td data-title=text!(exchange.entry) lang=lang>{or_dash(error.name)}</td>
            <td data-title=text!(editing.field)>{label}</td>
            <td class="version" data-title=text!(exchange.stands) lang=lang>{or_dash(error.value)}</td>
            <td data-title=text!(exchange.mend)>{mend}</td>
        </tr>
    }
}

/// What to do, where a file needs other words than a form.
fn words(locale: Locale, code: UserErrorCode, field: &str) -> Option<&'static str> {
    use UserErrorCode::{Invalid, NotFound, Required, Taken};
    let words = match (code, field) {
        (NotFound, "headings") => td_string!(locale, exchange.heading_unknown),
        (Taken, "headings") => td_string!(locale, exchange.heading_twice),
        (Required, "headings") => td_string!(locale, exchange.heading_missing),
        (Invalid, "content") => td_string!(locale, exchange.no_export),
        (Invalid, "form") => td_string!(locale, exchange.form_unreadable),
        (Invalid, "id") => td_string!(locale, exchange.key_wrong),
        (NotFound, KEY) => td_string!(locale, exchange.key_unknown),
        (Invalid, "") => td_string!(locale, exchange.line_unreadable),
        (Taken, "") => td_string!(locale, exchange.entry_twice),
        (Taken, "name") => td_string!(locale, exchange.name_twice),
        (Invalid | Required, "access") => td_string!(locale, exchange.access_words),
        (Invalid | Required, "status") => td_string!(locale, exchange.status_words),
        (Invalid, "organisationId" | "parentId" | "themeIds" | "targetGroupIds") => {
            td_string!(locale, exchange.path_unknown)
        }
        (Required, "organisationId") => td_string!(locale, exchange.path_missing),
        (Invalid, "pausedUntil") => td_string!(locale, exchange.day_words),
        (NotFound, "ownerId") => td_string!(locale, exchange.owner_unknown),
        _ => return None,
    };
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_its_own_words_where_a_form_would_not_do() {
        let said = |code, field| words(Locale::da, code, field);
        assert!(said(UserErrorCode::Invalid, "status").is_some_and(|words| words.contains("i brug")));
        assert!(said(UserErrorCode::NotFound, KEY).is_some());
        assert_eq!(said(UserErrorCode::Invalid, "phones.1.number"), None);
    }
}
