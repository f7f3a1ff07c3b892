//! A pile on the desk: things of one kind, how many there are, and the way to all of them.

use leptos::prelude::*;

use crate::language::{Text, danish};

/// Which heading it lies under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// *Det venter på dig*.
    Waits,
    /// *Det haster*.
    Urgent,
    /// *Siden sidst*.
    News,
}

/// Things of one kind.
pub(super) struct Pile {
    /// Where it lies.
    pub(super) section: Section,
    /// What they are and how many; nothing where the things say it themselves.
    pub(super) heading: Option<Text>,
    /// The first of them.
    pub(super) things: Vec<Thing>,
    /// What stands below them: the way to all.
    pub(super) below: Option<AnyView>,
}

/// Something to do.
pub(super) struct Thing {
    /// What to do about it; the link begins with it.
    pub(super) doing: Text,
    /// What it is about, as a municipality named it.
    pub(super) name: Option<String>,
    /// Where it is done.
    pub(super) href: String,
    /// How long it has waited, and what else helps to choose.
    pub(super) about: Text,
    /// What stands below: somebody's words, a button.
    pub(super) below: Option<AnyView>,
}

/// The pile.
#[component]
pub(super) fn PileView(pile: Pile) -> impl IntoView {
    let lang = danish();
    let things = pile.things.into_iter().map(|thing| {
        view! {
            <li class="desk-thing">
                <p class="desk-link">
                    <a href=thing.href>
                        {thing.doing}
                        {thing.name.map(|name| view! { " " <span lang=lang>{name}</span> })}
                    </a>
                </p>
                <p class="small-text desk-about">{thing.about}</p>
                {thing.below}
            </li>
        }
    });
    view! {
        <div class="desk-pile">
            {pile.heading.map(|heading| view! { <h3 class="h5">{heading}</h3> })}
            <ul class="nobullet-list">{things.collect_view()}</ul>
            {pile.below}
        </div>
    }
}

/// The way to all of a pile.
pub(super) fn way_to_all(words: Text, href: String) -> AnyView {
    view! { <p class="desk-all"><a href=href>{words}</a></p> }.into_any()
}
