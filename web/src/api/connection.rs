//! Whether the server can be reached, and how old what is shown is when it can't. It mends itself: when the browser
//! says that it is online again, and every half minute while something is wrong, everything shown is asked anew.

use std::time::Duration;

use leptos::prelude::*;

use crate::format::moment::Moment;

/// How long between tries while the connection is lost.
const PATIENCE: Duration = Duration::from_secs(30);

/// The state of the connection, followed by the banner and by every remote value.
#[derive(Clone, Copy)]
pub(crate) struct Connection {
    is_lost: RwSignal<bool>,
    shown_from: RwSignal<Option<Moment>>,
    attempt: RwSignal<u32>,
    has_stumbled: StoredValue<bool>,
}

impl Connection {
    /// Starts to listen to the browser; call once.
    pub(crate) fn begin() -> Self {
        let connection = Self {
            is_lost: RwSignal::new(!window().navigator().on_line()),
            shown_from: RwSignal::new(None),
            attempt: RwSignal::new(0),
            has_stumbled: StoredValue::new(false),
        };
        window_event_listener(leptos::ev::online, move |_| connection.try_again());
        window_event_listener(leptos::ev::offline, move |_| connection.is_lost.set(true));
        set_interval(
            move || {
                let has_reason = connection.is_lost.get_untracked() || connection.has_stumbled.get_value();
                if has_reason && !document().hidden() {
                    connection.try_again();
                }
            },
            PATIENCE,
        );
        connection
    }

    /// Whether the server can't be reached.
    pub(crate) fn is_lost(self) -> bool {
        self.is_lost.get()
    }

    /// When the oldest of what is shown was fetched, if it came from the store of answers.
    pub(crate) fn shown_from(self) -> Option<Moment> {
        self.shown_from.get()
    }

    /// Asks again for everything shown.
    pub(crate) fn try_again(self) {
        self.shown_from.set(None);
        self.has_stumbled.set_value(false);
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// Makes the caller run again when there is reason to ask again.
    pub(crate) fn follow(self) {
        self.attempt.track();
    }

    /// An answer came from the server itself.
    pub(super) fn answered(self) {
        if self.is_lost.get_untracked() && window().navigator().on_line() {
            self.is_lost.set(false);
            self.shown_from.set(None);
        }
    }

    /// An answer came, but from the store of answers.
    pub(super) fn recalled(self, from: Moment) {
        let oldest = self.shown_from.get_untracked().map_or(from, |known| known.min(from));
        self.is_lost.set(true);
        self.shown_from.set(Some(oldest));
    }

    /// The server is there but can't answer now; worth another try, though the connection is not lost.
    pub(super) fn stumbled(self) {
        self.has_stumbled.set_value(true);
    }

    /// No answer came.
    pub(super) fn failed(self) {
        self.is_lost.set(true);
    }
}
