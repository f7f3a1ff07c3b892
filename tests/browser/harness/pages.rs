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
#[derive(Debug)]
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
const CATALOGUE_PATH: &str = "/aabenraa/katalog";
const CATALOGUE: &str = "Indsatskatalog";
const FRAMEWORK: &str = "Rammen for samarbejdet, udgave 1";
const FRAMEWORK_IN_ENGLISH: &str = "The framework of the collaboration, edition 1";

/// One of each kind that everybody can read. Of two in a row the headings differ, so that one can tell when the second
/// has come.
pub const PAGES: [Page; 20] = [
    page("choose", "/", "Vælg kommune", "Choose a municipality"),
    page("start", "/aabenraa", "Hvem kan hjælpe?", "Who can help?"),
    page("list", "/aabenraa/tilbud", "Tilbud", "Services"),
    page("service", "/esbjerg/tilbud/center-for-misbrug", "Center for misbrug", "Center for misbrug"),
    page("list-filtered", "/esbjerg/tilbud?q=hash&adgang=aaben,selv", "Tilbud", "Services"),
    page("service-long", "/aabenraa/tilbud/koordinerende-sagsbehandler", RESOURCE, RESOURCE),
    page("list-empty", "/esbjerg/tilbud?q=xyzzyqwv&sektor=statslig", "Tilbud", "Services"),
    page("organisations", "/esbjerg/organisationer", "Organisationer", "Organisations"),
    page("contacts", "/aabenraa/kontakter", "Kontakter", "Contacts"),
    page("organisation", "/aabenraa/organisationer/center-for-socialpsykiatri-og-rusmiddel", CENTRE, CENTRE),
    page("contacts-found", "/esbjerg/kontakter?q=Heidi", "Kontakter", "Contacts"),
    page("statement", "/esbjerg/tilgaengelighed", "Tilgængelighedserklæring", "Accessibility statement"),
    page("not-found", "/esbjerg/tilbud/findes-ikke", "Siden findes ikke", "This page does not exist"),
    page("unknown", "/findes-ikke", "Vi kender ikke den kommune", "We don't know that municipality"),
    page("framework", "/esbjerg/ramme", FRAMEWORK, FRAMEWORK_IN_ENGLISH),
    page("plans", "/esbjerg/planer", "Planer", "Plans"),
    page("framework-editions", "/esbjerg/ramme/udgaver", "Rammens udgaver", "Editions of the framework"),
    page("strategies", "/randers/planer", "Planer", "Plans"),
    page("framework-comparison", "/esbjerg/ramme/sammenlign", "Sammenlign udgaver", "Compare editions"),
    page("catalogue", CATALOGUE_PATH, CATALOGUE, CATALOGUE),
];

/// One of each kind that a project leader has beside those.
pub const PAGES_OF_A_LEADER: [Page; 27] = [
    page("desk", "/esbjerg", "Dit skrivebord", "Your desk"),
    page("account", "/konto", "Min konto", "My account"),
    page("people", "/esbjerg/personer", "Personer", "People"),
    page("settings", "/esbjerg/indstillinger", "Indstillinger", "Settings"),
    page("log", "/esbjerg/log", "Log", "Log"),
    page("history", "/esbjerg/historik", "Historik", "History"),
    page("proposals", "/esbjerg/forslag", "Forslag", "Suggestions"),
    page("to-be-checked", "/esbjerg/tjek", "Skal tjekkes", "To be checked"),
    page("themes", "/esbjerg/temaer", "Temaer", "Themes"),
    page("target-groups", "/esbjerg/maalgrupper", "Målgrupper", "Target groups"),
    page("words", "/esbjerg/ordbog", "Ordbog", "Words"),
    page("exchange", "/esbjerg/ind-og-ud", "Ind og ud", "In and out"),
    page("catalogue-editions", "/esbjerg/udgaver", "Katalogets udgaver", "Editions of the catalogue"),
    page("edit-service", "/esbjerg/tilbud/oqqumut/ret", "Ret Oqqumut", "Edit Oqqumut"),
    page("close-service", "/esbjerg/tilbud/oqqumut/luk", "Luk Oqqumut", "Close Oqqumut"),
    page("new-service", "/esbjerg/tilbud/nyt", "Nyt tilbud", "New service"),
    page("framework", "/esbjerg/ramme", FRAMEWORK, FRAMEWORK_IN_ENGLISH),
    page("draft", "/esbjerg/ramme/udkast", "Rammen under arbejde", "The framework in progress"),
    page(
        "draft-section",
        "/esbjerg/ramme/udkast/organisering",
        "2. Organisering af indsatsen",
        "2. Organisation of the effort",
    ),
    page("draft-forum", "/esbjerg/ramme/udkast/organisering/ny/fora", "Tilføj et forum", "Add a forum"),
    page("approve", "/esbjerg/ramme/godkend", "Godkend rammen", "Approve the framework"),
    page("framework-history", "/esbjerg/ramme/historik", "Rammens historik", "History of the framework"),
    page(
        "framework-settings",
        "/esbjerg/ramme/indstillinger",
        "Rammens indstillinger",
        "Settings of the framework",
    ),
    page("framework-editions", "/esbjerg/ramme/udgaver", "Rammens udgaver", "Editions of the framework"),
    page("framework-comparison", "/esbjerg/ramme/sammenlign", "Sammenlign udgaver", "Compare editions"),
    page("plans", "/esbjerg/planer", "Planer", "Plans"),
    page("new-plan", "/esbjerg/planer/ny", "Ny plan", "New plan"),
];

impl Page {
    /// Whether it is one of the app's; the others come from the service as they are.
    pub fn is_of_the_app(&self) -> bool {
        self.path != CATALOGUE_PATH
    }

    fn heading(&self, language: Language) -> &'static str {
        language.pick(self.danish, self.english)
    }
}

impl Browser {
    /// Goes to a page in a language, as by a link in a mail, and waits until it is at rest.
    pub async fn visit(&self, page: &Page, language: Language) {
        let mark = if page.path.contains('?') { '&' } else { '?' };
        self.open(&format!("{}{mark}lang={}", page.path, language.code())).await;
        self.shows(page.heading(language)).await;
    }

    /// Goes to a page by a link on the page before, whose heading is another; waits until it is at rest.
    pub async fn follow(&self, page: &Page, language: Language) {
        assert_ne!(self.h1().await, page.heading(language), "one can't tell when {page:?} has come");
        let script = "const link = document.createElement('a'); link.href = arguments[0];
            document.body.append(link); link.click(); link.remove()";
        self.js(script, vec![page.path.into()]).await;
        self.shows(page.heading(language)).await;
    }
}
