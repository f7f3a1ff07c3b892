//! Fields that can be filled in several times: each in a frame with a button that takes it away, and one below that
//! adds another.

use leptos::prelude::*;
use serde_json::Value;

use super::form::{Form, focus, id_of};
use super::tree::blank;
use super::view::{Hint, Wrong, field as field_view};
use super::{Field, RowWords};
use crate::language::{plain_text, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::shown::changing;

/// The rows of a field.
#[component]
pub(crate) fn Rows(
    form: Form,
    field: &'static Field,
    path: String,
    fields: &'static [Field],
    words: RowWords,
) -> impl IntoView {
    let flaw = form.flaw(path.clone());
    // Only a row that comes or goes here draws these boxes anew: what is typed elsewhere keeps its place.
    let shape = RwSignal::new(0_u32);
    let at = path.clone();
    let add = move |_| {
        let mut rows = form.now(&at).as_array().cloned().unwrap_or_default();
        rows.push(blank(fields));
        let new = format!("{at}.{}", rows.len() - 1);
        form.put(&at, Value::Array(rows));
        shape.update(|shape| *shape += 1);
        focus(&new);
    };
    let at = path.clone();
    let take_away = Callback::new(move |index: usize| {
        let mut rows = form.now(&at).as_array().cloned().unwrap_or_default();
        if index < rows.len() {
            rows.remove(index);
        }
        form.put(&at, Value::Array(rows));
        form.flaws.update(|flaws| flaws.retain(|flaw| !flaw.path.starts_with(&format!("{at}."))));
        shape.update(|shape| *shape += 1);
        focus(&format!("{at}.add"));
    });
    let at = path.clone();
    let rows = changing(Box::new(move || {
        shape.track();
        let count = form.now(&at).as_array().map_or(0, Vec::len);
        let rows = (0..count).map(|index| {
            view! { <Row form=form path=format!("{at}.{index}") index=index fields=fields words=words take_away=take_away/> }
        });
        rows.collect_view().into_any()
    }));
    view! {
        <fieldset class="form-rows" id=id_of(&path) tabindex="-1">
            <legend class="form-label">{plain_text(field.label)}</legend>
            <Hint hint=field.hint path=path.clone()/>
            <Wrong field=field flaw=flaw path=path.clone()/>
            {rows}
            <button
                type="button"
                class="button button-secondary button-add"
                id=id_of(&format!("{path}.add"))
                on:click=add
            >
                {icon(Icon::Plus)}
                <span>{plain_text(words.add)}</span>
            </button>
        </fieldset>
    }
}

#[component]
fn Row(
    form: Form,
    path: String,
    index: usize,
    fields: &'static [Field],
    words: RowWords,
    take_away: Callback<usize>,
) -> impl IntoView {
    let title = text_by(move |locale| format!("{} {}", (words.one)(locale), index + 1));
    let prefix = format!("{path}.");
    let inner = fields.iter().map(|one| field_view(form, one, &prefix));
    view! {
        <fieldset class="form-row-group" id=id_of(&path) tabindex="-1">
            <legend class="form-label">{title}</legend>
            {inner.collect_view()}
            <button type="button" class="function-link" on:click=move |_| take_away.run(index)>
                {icon(Icon::Close)}
                <span>{text!(editing.take_away)} <span class="sr-only">" " {title}</span></span>
            </button>
        </fieldset>
    }
}
