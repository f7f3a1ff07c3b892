//! A form while it is filled in: what is typed, what is wrong with it, and what can be chosen. Cheap to copy.

use leptos::prelude::*;
use serde_json::Value;

use super::tree::{self, Flaw};
use super::{Field, Section};
use crate::editing::queries::choices::Choices;

/// A form while it is filled in.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    /// Its fields.
    pub(crate) sections: &'static [Section],
    /// What is typed.
    pub(crate) tree: RwSignal<Value>,
    /// What is wrong.
    pub(crate) flaws: RwSignal<Vec<Flaw>>,
    /// What can be chosen.
    pub(crate) choices: StoredValue<Choices>,
    /// Counts up when the boxes must be drawn anew: a row came or went, or another version was put in.
    shape: RwSignal<u32>,
}

impl Form {
    /// A form with what is to stand in it.
    pub(crate) fn new(sections: &'static [Section], tree: Value, choices: Choices) -> Self {
        Self {
            sections,
            tree: RwSignal::new(tree),
            flaws: RwSignal::new(Vec::new()),
            choices: StoredValue::new(choices),
            shape: RwSignal::new(0),
        }
    }

    /// Its fields, without their headings.
    pub(crate) fn fields(self) -> impl Iterator<Item = &'static Field> {
        tree::fields(self.sections)
    }

    /// What is typed, tidied.
    pub(crate) fn tidied(self) -> Value {
        self.tree.with(|typed| tree::tidied(self.fields(), typed))
    }

    /// What stands at a path now, not followed.
    pub(crate) fn now(self, path: &str) -> Value {
        self.tree.with_untracked(|typed| tree::at(typed, path).clone())
    }

    /// What is typed at a path.
    pub(crate) fn put(self, path: &str, value: Value) {
        self.tree.update(|typed| tree::put(typed, path, value));
    }

    /// Replaces all of it and draws the boxes anew.
    pub(crate) fn replace(self, tree: Value) {
        self.tree.set(tree);
        self.redraw();
    }

    /// Draws the boxes anew.
    pub(crate) fn redraw(self) {
        self.shape.update(|shape| *shape += 1);
    }

    /// Makes the caller run again when the boxes must be drawn anew.
    pub(crate) fn follow_shape(self) {
        self.shape.track();
    }

    /// What is wrong at a path.
    pub(crate) fn flaw(self, path: String) -> Memo<Option<Flaw>> {
        Memo::new(move |_| self.flaws.with(|flaws| flaws.iter().find(|flaw| flaw.path == path).cloned()))
    }
}

/// The id of the box for a path.
pub(crate) fn id_of(path: &str) -> String {
    format!("field-{}", path.replace('.', "-"))
}

/// Moves the focus to the box for a path, once it is drawn.
pub(crate) fn focus(path: &str) {
    use wasm_bindgen::JsCast;
    let id = id_of(path);
    request_animation_frame(move || {
        let place = document().get_element_by_id(&id);
        if let Some(place) = place.and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = place.focus();
        }
    });
}
