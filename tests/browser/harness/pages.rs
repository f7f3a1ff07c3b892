//! The pages there are, for what must hold on all of them: one of each kind, with the longest examples there are.

use super::Browser;

/// The language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Danish.
    Danish,
    /// English.
    English,
}

impl Language {
    /// The code for `lang`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// One of two words.
    pub fn pick<'w>(self, danish: &'w str, english: &'w str) -> &'w str {
        match self {
            Self::Danish => danish,
            Self::English => english,
        }
    }
}

/// A page and what stands at its top.
pub struct Page {
    /// What the page is called here.
    pub name: &'static str,
    path: &'static str,
    danish: &'static str,
    english: &'static str,
}

const fn page(name: &'static str, path: &'static str, danish: &'static str, english: &'static str) -> Page {
    Page { name, path, danish, english }
}

const RESOURCE: &str = "Koordinerende sagsbehandler for borgere på ressourceforløb";
const CENTRE: &str = "Center for Socialpsykiatri og Rusmiddel";
const CATALOGUE: &str = "Indsatskatalog";
const FRAMEWORK: &str = "Rammen for samarbejdet, udgave 1";
const FRAMEWORK_IN_ENGLISH: &str = "The framework of the collaboration, edition 1";

/// One of each kind.
pub const PAGES: [Page; 20] = [
    page("choose", "/", "Vælg kommune", "Choose a municipality"),
    page("start", "/aabenraa", "Hvem kan hjælpe?", "Who can help?"),
    page("list", "/aabenraa/tilbud", "Tilbud", "Services"),
    page("list-filtered", "/esbjerg/tilbud?q=hash&adgang=aaben,selv", "Tilbud", "Services"),
    page("list-empty", "/esbjerg/tilbud?q=xyzzyqwv&sektor=statslig", "Tilbud", "Services"),
    page("service", "/esbjerg/tilbud/center-for-misbrug", "Center for misbrug", "Center for misbrug"),
    page("service-long", "/aabenraa/tilbud/koordinerende-sagsbehandler", RESOURCE, RESOURCE),
    page("organisations", "/esbjerg/organisationer", "Organisationer", "Organisations"),
    page("organisation", "/aabenraa/organisationer/center-for-socialpsykiatri-og-rusmiddel", CENTRE, CENTRE),
    page("contacts", "/aabenraa/kontakter", "Kontakter", "Contacts"),
    page("contacts-found", "/esbjerg/kontakter?q=Heidi", "Kontakter", "Contacts"),
    page("statement", "/esbjerg/tilgaengelighed", "Tilgængelighedserklæring", "Accessibility statement"),
    page("not-found", "/esbjerg/tilbud/findes-ikke", "Siden findes ikke", "This page does not exist"),
    page("unknown", "/findes-ikke", "Vi kender ikke den kommune", "We don't know that municipality"),
    page("framework", "/esbjerg/ramme", FRAMEWORK, FRAMEWORK_IN_ENGLISH),
    page("framework-editions", "/esbjerg/ramme/udgaver", "Rammens udgaver", "Editions of the framework"),
    page("framework-comparison", "/esbjerg/ramme/sammenlign", "Sammenlign udgaver", "Compare editions"),
    page("plans", "/esbjerg/planer", "Planer", "Plans"),
    page("strategies", "/randers/planer", "Planer", "Plans"),
    page("catalogue", "/aabenraa/katalog", CATALOGUE, CATALOGUE),
];

impl Browser {
    /// Goes to a page in a language, and waits until it is at rest.
    pub async fn visit(&self, page: &Page, language: Language) {
        let mark = if page.path.contains('?') { '&' } else { '?' };
        self.open(&format!("{}{mark}lang={}", page.path, language.code())).await;
        self.shows(language.pick(page.danish, page.english)).await;
    }
}
