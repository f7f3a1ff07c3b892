//! The language of the screen: Danish first, English second. It chooses, remembers and tells the document; the texts
//! themselves are in `locales/`, checked by `build.rs`. It does not translate what a municipality wrote.
//!
//! Every text that is shown is a [`Text`]: one type, so that the app's code does not grow with its words.

use leptos::prelude::*;

use crate::ui::storage;

#[expect(
    dead_code,
    unused_imports,
    clippy::all,
    clippy::expect_used,
    reason = "written by leptos_i18n, not by us"
)]
mod texts {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub(crate) use texts::i18n::{Locale, td_string};

/// A text that follows the language; cheap to copy.
pub(crate) type Text = Signal<String>;

/// A [`Text`] from `locales/`: `text!(shell.skip)`, `text!(directory.call, number = shown)`.
#[macro_export]
macro_rules! text {
    ($($key:ident).+) => {
        $crate::language::plain_text(|locale| $crate::language::td_string!(locale, $($key).+))
    };
    ($($key:ident).+, $($values:tt)+) => {
        $crate::language::text_by(move |locale| $crate::language::td_string!(locale, $($key).+, $($values)+))
    };
}

/// One of two texts by the count, as Danish and English have it: `counted!(locale, n, list.one, list.many)`.
#[macro_export]
macro_rules! counted {
    ($locale:expr, $count:expr, $($one:ident).+, $($many:ident).+) => {
        if $count == 1 {
            $crate::language::td_string!($locale, $($one).+).to_string()
        } else {
            $crate::language::td_string!($locale, $($many).+, count = $count).to_string()
        }
    };
}

/// Where the chosen language is remembered.
const REMEMBERED: &str = "tovholder.language";

/// The language that was chosen; a context, cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Language(RwSignal<Locale>);

/// The language that `App` provides.
pub(crate) fn use_language() -> Language {
    use_context().unwrap_or_else(Language::begin)
}

impl Language {
    /// The language of the address (`?lang=en`), else the remembered one, else Danish. Call once.
    pub(crate) fn begin() -> Self {
        let asked = location_language();
        if let Some(locale) = asked {
            storage::remember(REMEMBERED, code(locale));
        }
        let remembered = || storage::recall(REMEMBERED).as_deref().and_then(from_code);
        let language = Self(RwSignal::new(asked.or_else(remembered).unwrap_or(Locale::da)));
        Effect::new(move |_| {
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("lang", code(language.get()));
            }
        });
        provide_context(language);
        language
    }

    /// The language now, followed.
    pub(crate) fn get(self) -> Locale {
        self.0.get()
    }

    /// The language now, not followed.
    pub(crate) fn get_untracked(self) -> Locale {
        self.0.get_untracked()
    }

    /// Chooses a language and remembers it.
    pub(crate) fn choose(self, locale: Locale) {
        storage::remember(REMEMBERED, code(locale));
        self.0.set(locale);
    }
}

/// A text without values.
pub(crate) fn plain_text(words: fn(Locale) -> &'static str) -> Text {
    let language = use_language();
    Signal::derive(move || words(language.get()).to_owned())
}

/// A text made by a function of the language; it follows every signal the function reads.
pub(crate) fn text_by(words: impl Fn(Locale) -> String + Send + Sync + 'static) -> Text {
    fn boxed(words: Box<dyn Fn(Locale) -> String + Send + Sync>) -> Text {
        let language = use_language();
        Signal::derive(move || words(language.get()))
    }
    boxed(Box::new(words))
}

/// A name that a municipality gave in Danish and perhaps in English, with the `lang` it then needs.
pub(crate) fn named(danish: String, english: String) -> (Text, Lang) {
    let language = use_language();
    let has_english = !english.is_empty();
    let lang = Signal::derive(move || (language.get() != Locale::da && !has_english).then_some("da"));
    let name = text_by(
        move |locale| {
            if locale == Locale::en && has_english { english.clone() } else { danish.clone() }
        },
    );
    (name, lang)
}

/// The value of a `lang` attribute that follows the language.
pub(crate) type Lang = Signal<Option<&'static str>>;

/// `lang="da"` for what a municipality wrote, when the screen around it is in another language.
pub(crate) fn danish() -> Lang {
    let language = use_language();
    Signal::derive(move || (language.get() != Locale::da).then_some("da"))
}

/// The other of the two languages.
pub(crate) fn other(locale: Locale) -> Locale {
    match locale {
        Locale::da => Locale::en,
        Locale::en => Locale::da,
    }
}

/// The code for `lang`.
pub(crate) fn code(locale: Locale) -> &'static str {
    match locale {
        Locale::da => "da",
        Locale::en => "en",
    }
}

fn from_code(code: &str) -> Option<Locale> {
    match code {
        "da" => Some(Locale::da),
        "en" => Some(Locale::en),
        _ => None,
    }
}

fn location_language() -> Option<Locale> {
    let search = window().location().search().ok()?;
    let query = web_sys::UrlSearchParams::new_with_str(&search).ok()?;
    query.get("lang").as_deref().and_then(from_code)
}
