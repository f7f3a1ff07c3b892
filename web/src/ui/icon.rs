//! The icons: one family, drawn by us, 24 × 24, stroke 2. They are always hidden from screen readers: the word
//! beside them says what they mean. Theme pictures are drawn larger, 48 × 48.

use leptos::prelude::*;

/// Names a drawing in `web/icons/`.
macro_rules! icons {
    ($(#[$about:meta])* $name:ident { $($icon:ident = $file:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name { $(#[doc = $file] $icon),+ }

        impl $name {
            fn drawing(self) -> &'static str {
                match self { $(Self::$icon => include_str!(concat!("../../icons/", $file, ".svg"))),+ }
            }
        }
    };
}

icons! {
    /// An icon beside a word.
    Icon {
        Building = "building",
        Plus = "plus",
        Crown = "crown",
        Diamond = "diamond",
        Heart = "heart",
        Door = "door",
        Paper = "paper",
        Person = "person",
        Paragraph = "paragraph",
        Phone = "phone",
        Message = "message",
        Mail = "mail",
        Map = "map",
        Clock = "clock",
        Check = "check",
        Search = "search",
        Close = "close",
        Menu = "menu",
        Globe = "globe",
        Filter = "filter",
        ChevronDown = "chevron-down",
        ChevronRight = "chevron-right",
        ArrowRight = "arrow-right",
        External = "external",
        Print = "print",
        Warning = "warning",
        Pause = "pause",
        Offline = "offline",
    }
}

icons! {
    /// The picture of a theme.
    Picture {
        Rehabilitation = "theme-rehabilitation",
        Mobility = "theme-mobility",
        Housing = "theme-housing",
        Work = "theme-work",
        Community = "theme-community",
        Health = "theme-health",
        Dialogue = "theme-dialogue",
        Organisation = "theme-organisation",
        Substance = "theme-substance",
        Counselling = "theme-counselling",
        Children = "theme-children",
        Crisis = "theme-crisis",
    }
}

impl Picture {
    /// The picture a municipality chose for a theme by its key; an unknown key gets the general one.
    pub(crate) fn of_key(key: &str) -> Self {
        match key {
            "rehabilitation" => Self::Rehabilitation,
            "mobility" => Self::Mobility,
            "housing" => Self::Housing,
            "work" => Self::Work,
            "community" => Self::Community,
            "health" => Self::Health,
            "dialogue" => Self::Dialogue,
            "substance" => Self::Substance,
            "counselling" => Self::Counselling,
            "children" => Self::Children,
            "crisis" => Self::Crisis,
            _ => Self::Organisation,
        }
    }
}

/// An icon, to stand beside a word.
pub(crate) fn icon(icon: Icon) -> AnyView {
    view! { <span class="icon" aria-hidden="true" inner_html=icon.drawing()></span> }.into_any()
}

/// A theme's picture, to stand above its name.
pub(crate) fn picture(picture: Picture) -> AnyView {
    view! { <span class="picture" aria-hidden="true" inner_html=picture.drawing()></span> }.into_any()
}
