//! Whether there is a desk here. Known only once it is known who is signed in; so that the page does not jump then, the
//! browser remembers that there was one.

use leptos::prelude::*;

use crate::directory::here::use_here;
use crate::identity::queries::enums::SecondFactorState;
use crate::identity::viewer::{Standing, use_viewer};
use crate::ui::storage;

/// Where it is remembered that there was a desk.
const REMEMBERED: &str = "tovholder.desk";

/// Whether whoever is signed in has a desk in the municipality of the path: with a role here, or one that waits for the
/// second factor. While it is not known, whether there was one the last time.
pub(crate) fn has_desk() -> Memo<bool> {
    let (viewer, here) = (use_viewer(), use_here());
    Memo::new(move |_| {
        if viewer.standing() == Standing::Awaited {
            return storage::recall(REMEMBERED).is_some();
        }
        let slug = here.slug();
        let has_one = viewer.me().is_some_and(|me| {
            let is_here =
                me.roles.iter().any(|grant| grant.municipality.as_ref().is_some_and(|one| one.slug == slug));
            is_here || me.second_factor == SecondFactorState::Required
        });
        if has_one {
            storage::remember(REMEMBERED, "1");
        } else {
            forget();
        }
        has_one
    })
}

/// Forgets that there was one: somebody has signed out.
pub(crate) fn forget() {
    storage::forget(REMEMBERED);
}
