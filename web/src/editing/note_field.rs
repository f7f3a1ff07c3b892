//! A word on why, where no form has it already.

use leptos::prelude::*;

use crate::text;

/// The field.
#[component]
pub(super) fn NoteField(note: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="form-group">
            <label class="form-label" for="field-note">
                {text!(editing.note)} " " <span class="weight-normal">{text!(editing.optional)}</span>
            </label>
            <span class="form-hint" id="field-note-hint">{text!(editing.note_hint)}</span>
            <textarea
                class="form-input"
                id="field-note"
                rows="2"
                maxlength="2000"
                aria-describedby="field-note-hint"
                prop:value=note
                on:input=move |event| note.set(event_target_value(&event))
            ></textarea>
        </div>
    }
}

/// What was written, if anything was.
pub(super) fn written(note: RwSignal<String>) -> Option<String> {
    Some(note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty())
}
