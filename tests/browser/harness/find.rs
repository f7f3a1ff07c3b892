//! Finding things on a page as its readers do: by role and accessible name, both as the browser tells them to
//! assistive technology. Never by class or id.

use fantoccini::elements::{Element, ElementRef};
use serde_json::Value;

use super::Browser;

/// What WebDriver calls an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The name something must have.
#[derive(Clone, Copy, Debug)]
pub enum Name<'n> {
    /// Exactly this.
    Is(&'n str),
    /// This first.
    Begins(&'n str),
    /// This somewhere.
    Has(&'n str),
}

impl<'n> From<&'n str> for Name<'n> {
    fn from(name: &'n str) -> Self {
        Self::Is(name)
    }
}

impl Name<'_> {
    fn words(self) -> String {
        let (Self::Is(words) | Self::Begins(words) | Self::Has(words)) = self;
        words.to_owned()
    }

    pub(super) fn fits(self, name: &str) -> bool {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        match self {
            Self::Is(words) => name == words,
            Self::Begins(words) => name.starts_with(words),
            Self::Has(words) => name.contains(words),
        }
    }
}

impl Browser {
    /// Everything that shows now with this role and name, in the order of the page.
    pub async fn all(&self, role: &str, name: impl Into<Name<'_>>) -> Vec<Element> {
        let name = name.into();
        let candidates = self.js(include_str!("find.js"), vec![role.into(), name.words().into()]).await;
        let mut found = Vec::new();
        for candidate in candidates.as_array().into_iter().flatten() {
            let Some(id) = candidate.get(ELEMENT).and_then(Value::as_str) else { continue };
            let has_name = self.session.name(id).await.is_some_and(|label| name.fits(&label));
            if has_name && self.session.role(id).await.as_deref() == Some(role) {
                found.push(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned())));
            }
        }
        found
    }

    /// The first thing with this role and name, waited for.
    pub async fn find(&self, role: &str, name: impl Into<Name<'_>>) -> Element {
        let name = name.into();
        self.until(&format!("a {role} named {name:?}"), async || {
            self.all(role, name).await.into_iter().next()
        })
        .await
    }

    /// Waits until nothing with this role and name shows.
    pub async fn is_gone(&self, role: &str, name: impl Into<Name<'_>>) {
        let name = name.into();
        let gone = async || self.all(role, name).await.is_empty().then_some(());
        self.until(&format!("no {role} named {name:?}"), gone).await;
    }

    /// Presses the first thing with this role and name, waited for.
    pub async fn press(&self, role: &str, name: impl Into<Name<'_>>) {
        let name = name.into();
        // The page may replace what was found while it is being pressed.
        let pressed = async || match self.all(role, name).await.into_iter().next() {
            Some(found) => {
                // As a reader does who finds it half under something.
                let element = serde_json::to_value(&found).expect("an element");
                self.js("arguments[0].scrollIntoView({ block: 'nearest' })", vec![element]).await;
                found.click().await.ok()
            }
            None => None,
        };
        self.until(&format!("a {role} named {name:?} that can be pressed"), pressed).await;
    }

    /// The accessible name of an element.
    pub async fn name_of(&self, element: &Element) -> String {
        self.session.name(&element.element_id()).await.unwrap_or_default()
    }

    /// Role and name of what has the focus.
    pub async fn focused(&self) -> (String, String) {
        let element = self.client.active_element().await.expect("a focus");
        let id = element.element_id();
        (self.session.role(&id).await.unwrap_or_default(), self.session.name(&id).await.unwrap_or_default())
    }
}
