//! The design system's form fields: a label, a hint, what is wrong, and the field, tied together for screen readers.

use leptos::prelude::*;

use crate::language::Text;
use crate::text;

/// What a field takes, for browsers, password managers and phone keyboards.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// A line of text; the word is for `autocomplete`.
    Line(&'static str),
    /// A mail address; the word is for `autocomplete`.
    Email(&'static str),
    /// A password; the word is for `autocomplete`.
    Password(&'static str),
    /// The six digits from a phone.
    Code,
    /// A whole number.
    Number,
    /// A web address.
    Address,
    /// A day.
    Day,
}

impl Takes {
    fn kind(self) -> &'static str {
        match self {
            Self::Line(_) | Self::Code | Self::Number => "text",
            Self::Email(_) => "email",
            Self::Password(_) => "password",
            Self::Address => "url",
            Self::Day => "date",
        }
    }

    fn autocomplete(self) -> &'static str {
        match self {
            Self::Line(word) | Self::Email(word) | Self::Password(word) => word,
            Self::Code => "one-time-code",
            Self::Number | Self::Address | Self::Day => "off",
        }
    }

    fn keyboard(self) -> Option<&'static str> {
        matches!(self, Self::Code | Self::Number).then_some("numeric")
    }

    fn width(self) -> &'static str {
        match self {
            Self::Line(_) | Self::Email(_) | Self::Password(_) | Self::Address => "form-input",
            Self::Code | Self::Number => "form-input input-char-8",
            Self::Day => "form-input input-width-s",
        }
    }
}

/// A field of one line. `wrong` is empty while nothing is wrong with it.
#[component]
pub(crate) fn Field(
    id: &'static str,
    label: Text,
    value: RwSignal<String>,
    takes: Takes,
    #[prop(optional, into)] wrong: Option<Text>,
    #[prop(optional, into)] hint: Option<Text>,
) -> impl IntoView {
    let is_wrong = move || wrong.is_some_and(|wrong| !wrong.get().is_empty());
    let described = move || described_by(id, hint.is_some(), is_wrong());
    view! {
        <div class="form-group" class:form-error=is_wrong>
            <label class="form-label" for=id>{label}</label>
            {hint.map(|hint| view! { <span class="form-hint" id=format!("{id}-hint")>{hint}</span> })}
            {move || is_wrong().then(|| wrong.map(|wrong| error_message(id, wrong)))}
            <input
                class=takes.width()
                id=id
                name=id
                type=takes.kind()
                autocomplete=takes.autocomplete()
                inputmode=takes.keyboard()
                autocapitalize=(takes.kind() != "text").then_some("none")
                spellcheck=(takes.kind() != "text").then_some("false")
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=described
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}

/// A choice among few: `(value, words)`.
#[component]
pub(crate) fn Choice(
    id: &'static str,
    label: Text,
    value: RwSignal<String>,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    #[prop(optional, into)] wrong: Option<Text>,
    #[prop(optional, into)] hint: Option<Text>,
) -> impl IntoView {
    let is_wrong = move || wrong.is_some_and(|wrong| !wrong.get().is_empty());
    let described = move || described_by(id, hint.is_some(), is_wrong());
    let items = move || {
        let options = options.get().into_iter().map(|(key, words)| {
            let is_chosen = key == value.get_untracked();
            view! { <option value=key selected=is_chosen>{words}</option> }
        });
        options.collect_view()
    };
    view! {
        <div class="form-group" class:form-error=is_wrong>
            <label class="form-label" for=id>{label}</label>
            {hint.map(|hint| view! { <span class="form-hint" id=format!("{id}-hint")>{hint}</span> })}
            {move || is_wrong().then(|| wrong.map(|wrong| error_message(id, wrong)))}
            <select
                class="form-select"
                id=id
                name=id
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=described
                prop:value=value
                on:change=move |event| value.set(event_target_value(&event))
            >
                {items}
            </select>
        </div>
    }
}

/// A box to tick.
#[component]
pub(crate) fn Tick(
    id: &'static str,
    label: Text,
    value: RwSignal<bool>,
    #[prop(optional, into)] hint: Option<Text>,
) -> impl IntoView {
    view! {
        <div class="form-group">
            <div class="form-group-checkbox">
                <input
                    class="form-checkbox"
                    id=id
                    name=id
                    type="checkbox"
                    aria-describedby=hint.map(|_| format!("{id}-hint"))
                    prop:checked=value
                    on:change=move |event| value.set(event_target_checked(&event))
                />
                <label class="form-label" for=id>{label}</label>
                {hint.map(|hint| view! { <span class="form-hint" id=format!("{id}-hint")>{hint}</span> })}
            </div>
        </div>
    }
}

fn error_message(id: &str, wrong: Text) -> impl IntoView + use<> {
    view! {
        <span class="form-error-message" id=format!("{id}-error")>
            <span class="sr-only">{text!(errors.error)} " "</span>
            {wrong}
        </span>
    }
}

/// The ids of what describes a field.
fn described_by(id: &str, has_hint: bool, is_wrong: bool) -> Option<String> {
    let parts = [has_hint.then(|| format!("{id}-hint")), is_wrong.then(|| format!("{id}-error"))];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::described_by;

    #[test]
    fn a_field_names_what_describes_it() {
        assert_eq!(described_by("email", false, false), None);
        assert_eq!(described_by("email", true, true).as_deref(), Some("email-hint email-error"));
    }
}
