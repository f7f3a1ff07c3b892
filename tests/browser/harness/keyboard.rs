//! The keyboard: keys as WebDriver names them, and whether the focus can be seen.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::Value;

use super::{Browser, Name};

/// Keys without a letter.
pub mod key {
    /// Backspace.
    pub const BACKSPACE: char = '\u{e003}';
    /// Tab.
    pub const TAB: char = '\u{e004}';
    /// Enter.
    pub const ENTER: char = '\u{e007}';
    /// Escape.
    pub const ESCAPE: char = '\u{e00c}';
    /// The arrow down.
    pub const DOWN: char = '\u{e015}';
    /// The space bar.
    pub const SPACE: char = ' ';
}

/// What is said of a focus that is on the page as a whole.
const NOWHERE: &str = "nowhere";

/// The most steps of Tab to anything.
const STEPS: usize = 80;

impl Browser {
    /// Strikes a key, wherever the focus is.
    pub async fn strike(&self, key: char) {
        let strike = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.client.perform_actions(strike).await.expect("a stroke");
    }

    /// Types, wherever the focus is.
    pub async fn type_in(&self, words: &str) {
        for letter in words.chars() {
            self.strike(letter).await;
        }
    }

    /// Goes on by Tab until the focus is on something with this role and name.
    pub async fn tab_to(&self, role: &str, name: impl Into<Name<'_>>) {
        let name = name.into();
        for _ in 0..STEPS {
            self.strike(key::TAB).await;
            let (found, label) = self.focused().await;
            if found == role && name.fits(&label) {
                return;
            }
        }
        panic!("no {role} named {name:?} within {STEPS} steps of Tab");
    }

    /// What is wrong with how the focus shows, if anything: it must have an outline or a shadow, and lie in sight.
    pub async fn focus_fault(&self) -> Option<String> {
        let fault = self
            .js(concat!(include_str!("at_rest.js"), include_str!("focus.js"), "return focusFault();"), vec![])
            .await;
        fault.as_str().map(str::to_owned)
    }

    /// What is wrong with how the focus shows on the first steps of Tab from the top of the page, or until it leaves it.
    pub async fn focus_faults(&self, steps: usize) -> Vec<String> {
        self.js(
            concat!(include_str!("at_rest.js"), include_str!("focus.js"), include_str!("focus_walk.js")),
            vec![],
        )
        .await;
        let strike = |_| [KeyAction::Down { value: key::TAB }, KeyAction::Up { value: key::TAB }];
        let walk = KeyActions::new("keyboard".to_owned());
        let walk = (0..steps).flat_map(strike).fold(walk, KeyActions::then);
        self.client.perform_actions(walk).await.expect("strokes");
        let end = "const { faults, look } = window.focusWalk;
            document.removeEventListener('keydown', look, true);
            look();
            return faults";
        let faults = self.js(end, vec![]).await;
        let faults: Vec<Option<String>> = serde_json::from_value(faults).expect("faults");
        assert_eq!(faults.len(), steps + 1, "a look before every stroke and one after the last");
        let on_the_page = faults.into_iter().skip(1).take_while(|fault| fault.as_deref() != Some(NOWHERE));
        on_the_page.flatten().collect()
    }

    /// Whether the focus is on the page as a whole, that is on nothing.
    pub async fn focus_is_nowhere(&self) -> bool {
        self.js("return document.activeElement === document.body", vec![]).await == Value::Bool(true)
    }
}
