//! Collects what is wrong with a form, each with the path of its field.

use async_graphql::ID;

use super::{LIST, NAME, TEXT};
use crate::error::{Refusal, RefusalCode};

/// What is wrong with a form so far.
#[derive(Default)]
pub(crate) struct Problems {
    path: String,
    found: Vec<Refusal>,
}

impl Problems {
    pub(crate) fn found(self) -> Vec<Refusal> {
        self.found
    }

    pub(crate) fn refuse(&mut self, code: RefusalCode, field: &str, message: impl Into<String>) {
        let field = format!("{}{field}", self.path);
        self.found.push(Refusal::new(code, field, message));
    }

    /// Refuses what is not as it should be.
    pub(crate) fn holds(&mut self, right: bool, field: &str, message: &str) {
        if !right {
            self.refuse(RefusalCode::Invalid, field, message);
        }
    }

    /// Checks what stands in a field of its own, or at a place in a list.
    pub(crate) fn within(&mut self, step: &str, check: impl FnOnce(&mut Self)) {
        let outside = self.path.len();
        self.path.push_str(step);
        self.path.push('.');
        check(self);
        self.path.truncate(outside);
    }

    /// Checks each item of a list, and that the list is not too long.
    pub(crate) fn each<T>(&mut self, field: &str, items: &[T], check: impl FnMut(&T, &mut Self)) {
        self.each_up_to(LIST, field, items, check);
    }

    /// Checks each item of a list that may be so long.
    pub(crate) fn each_up_to<T>(
        &mut self,
        most: usize,
        field: &str,
        items: &[T],
        mut check: impl FnMut(&T, &mut Self),
    ) {
        if items.len() > most {
            self.refuse(RefusalCode::TooLong, field, format!("At most {most} of them."));
            return;
        }
        for (at, item) in items.iter().enumerate() {
            self.within(&format!("{field}.{at}"), |problems| check(item, problems));
        }
    }

    pub(crate) fn name(&mut self, field: &str, text: &str) {
        self.required(field, text, NAME);
    }

    pub(crate) fn text(&mut self, field: &str, text: Option<&str>) {
        self.fits(field, text.unwrap_or_default(), TEXT);
    }

    /// A few words that may be missing.
    pub(crate) fn words(&mut self, field: &str, text: Option<&str>) {
        self.fits(field, text.unwrap_or_default(), NAME);
    }

    pub(crate) fn required(&mut self, field: &str, text: &str, most: usize) {
        if text.trim().is_empty() {
            self.refuse(RefusalCode::Required, field, "Something has to stand here.");
        } else {
            self.fits(field, text, most);
        }
    }

    /// A list of short texts, none of them empty.
    pub(crate) fn names(&mut self, field: &str, texts: &[String]) {
        if texts.len() > LIST {
            self.refuse(RefusalCode::TooLong, field, format!("At most {LIST} of them."));
        }
        for (at, text) in texts.iter().enumerate() {
            self.name(&format!("{field}.{at}"), text);
        }
    }

    /// References: each to something that is there, none twice.
    pub(crate) fn references(&mut self, field: &str, ids: &[ID], is_there: impl Fn(&ID) -> bool) {
        if ids.len() > LIST {
            self.refuse(RefusalCode::TooLong, field, format!("At most {LIST} of them."));
        }
        for (at, id) in ids.iter().enumerate() {
            let field = format!("{field}.{at}");
            self.reference(&field, is_there(id));
            self.holds(!ids[..at].contains(id), &field, "It stands here twice.");
        }
    }

    pub(crate) fn reference(&mut self, field: &str, is_there: bool) {
        if !is_there {
            self.refuse(RefusalCode::NotFound, field, "There is no such entry in this municipality.");
        }
    }

    fn fits(&mut self, field: &str, text: &str, most: usize) {
        if text.chars().count() > most {
            self.refuse(RefusalCode::TooLong, field, format!("At most {most} characters."));
        }
        // PostgreSQL can't store some of them, and no page can show any.
        let is_readable = |c: char| !c.is_control() || c == '\n' || c == '\t';
        self.holds(text.chars().all(is_readable), field, "There are characters in it that can't be shown.");
    }
}
