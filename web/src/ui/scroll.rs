//! Where the reader is on the way through the app: whether a page was reached by a link or by the back button, and
//! how far down each was scrolled. The browser can't know: our pages fill after they are shown.

use std::collections::HashMap;

use leptos::prelude::*;

/// For how many frames a page may still be growing until the place is found again (about three seconds).
const FRAMES: u32 = 180;

/// The reader's way; a context, cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Journey {
    places: StoredValue<HashMap<String, f64>>,
    has_moved: StoredValue<bool>,
    moves_focus: StoredValue<bool>,
    is_returning: StoredValue<bool>,
}

impl Journey {
    /// Starts to watch the way; call once, inside the router.
    pub(crate) fn begin() -> Self {
        let journey = Self {
            places: StoredValue::new(HashMap::new()),
            has_moved: StoredValue::new(false),
            moves_focus: StoredValue::new(false),
            is_returning: StoredValue::new(false),
        };
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
        }
        let scrollend = leptos::ev::Custom::<web_sys::Event>::new("scrollend");
        // Before any link is followed: where is the reader now?
        window_event_listener(leptos::ev::click, move |_| journey.note_place());
        window_event_listener(leptos::ev::submit, move |_| journey.note_place());
        window_event_listener(scrollend, move |_| journey.note_place());
        window_event_listener(leptos::ev::popstate, move |_| journey.return_to_place());
        provide_context(journey);
        journey
    }

    /// The way that `App` provides.
    pub(crate) fn get() -> Self {
        use_context().unwrap_or_else(Self::begin)
    }

    /// The path became another one.
    pub(crate) fn depart(self) {
        if self.has_moved.get_value() {
            self.moves_focus.set_value(true);
        }
        self.has_moved.set_value(true);
    }

    /// The page's heading stands: it gets the focus if the reader came from another page.
    pub(crate) fn arrive(self, heading: &web_sys::HtmlElement) {
        if self.moves_focus.get_value() {
            self.moves_focus.set_value(false);
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = heading.focus_with_options(&options);
        }
    }

    fn note_place(self) {
        if let (Some(page), false) = (current_page(), self.is_returning.get_value()) {
            let place = window().scroll_y().unwrap_or_default();
            self.places.update_value(|places| {
                places.insert(page, place);
            });
        }
    }

    fn return_to_place(self) {
        let place =
            current_page().and_then(|page| self.places.with_value(|places| places.get(&page).copied()));
        if let Some(place) = place.filter(|place| *place > 0.0) {
            self.is_returning.set_value(true);
            self.wait_for_place(place, FRAMES);
        } else {
            request_animation_frame(|| window().scroll_to_with_x_and_y(0.0, 0.0));
        }
    }

    /// Scrolls as soon as the page is long enough.
    fn wait_for_place(self, place: f64, frames: u32) {
        request_animation_frame(move || {
            let page = document().document_element();
            let longest = page.map_or(0.0, |page| f64::from(page.scroll_height() - page.client_height()));
            if longest >= place || frames == 0 {
                window().scroll_to_with_x_and_y(0.0, place.min(longest));
                self.is_returning.set_value(false);
            } else {
                self.wait_for_place(place, frames - 1);
            }
        });
    }
}

fn current_page() -> Option<String> {
    let location = window().location();
    Some(format!("{}{}", location.pathname().ok()?, location.search().ok()?))
}
