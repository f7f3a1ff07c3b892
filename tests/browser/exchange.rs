//! The directory out and in: a spreadsheet with an error, mended and read in; an edition fixed and held against today.

use std::io::Write;
use std::path::PathBuf;

use fantoccini::Locator;
use tests::rows;

use crate::harness::{Browser, Findings, Name, journey};

const LEADER: &str = "projektleder@esbjerg.example";
const ADMINISTRATOR: &str = "administrator@tovholder.example";

const HEADINGS: &str = "nøgle;navn;status";

impl Browser {
    /// Chooses a file, as one does in the browser's own dialog.
    async fn choose(&self, file: &tempfile::NamedTempFile) {
        let field = self.client.wait().for_element(Locator::Css("#file")).await.expect("a field");
        field.send_keys(&file.path().display().to_string()).await.expect("chosen");
    }

    /// Holds the page to the rules for everybody, narrow and wide, and keeps a picture of it where one is wanted.
    async fn holds_up(&self, name: &str) {
        let mut findings = Findings::default();
        let folder = std::env::var_os("TOVHOLDER_SCREENSHOTS").map(PathBuf::from);
        for (width, height) in [(360, 740), (1440, 900)] {
            self.resize(width, height).await;
            assert_eq!(self.sideways().await, None, "{name} at {width}");
            findings.look(&format!("{name} at {width}"), self).await;
            if let Some(folder) = &folder {
                std::fs::create_dir_all(folder).expect("a folder for the pictures");
                let file = folder.join(format!("{name}-{width}.png"));
                std::fs::write(file, self.picture(width, height).await).expect("a picture");
            }
        }
        findings.are_none();
    }
}

/// A spreadsheet on this machine.
fn spreadsheet(lines: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().expect("a file");
    write!(file, "\u{feff}{HEADINGS}\r\n{lines}").expect("written");
    file
}

/// The key of a service, as an export has it.
async fn key_of(browser: &Browser, slug: &str) -> String {
    let database = browser.service.lock().await.database.connect().await;
    let of = rows::municipality(&database, "esbjerg").await.id;
    format!("service:{}", rows::service(&database, of, slug).await.id.0)
}

#[tokio::test]
async fn a_file_with_an_error_is_mended_and_read_in() {
    journey(|browser| async move {
        browser.bring_axe().await;
        browser.make_accounts().await;
        let key = key_of(&browser, "oqqumut").await;
        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/ind-og-ud").await;
        browser.shows("Ind og ud").await;
        browser.find("link", Name::Begins("Hent tilbud som regneark")).await;
        browser.find("link", Name::Begins("Hent det hele")).await;

        let wrong = spreadsheet(&format!("{key};Oqqumut ved åen;måske\r\n"));
        browser.choose(&wrong).await;
        browser.says("Der er 1 fejl i filen").await;
        browser.says("Skriv i brug, pause eller lukket.").await;
        browser.says("måske").await;
        assert!(browser.all("button", Name::Begins("Læs filen ind")).await.is_empty());
        browser.holds_up("exchange-errors").await;

        let mended = spreadsheet(&format!("{key};Oqqumut ved åen;i brug\r\n"));
        browser.choose(&mended).await;
        browser.says("Filen er i orden. Intet er ændret endnu.").await;
        browser.says("0 nye · 1 ændret · 0 som før").await;
        browser.says("Oqqumut ved åen").await;
        browser.holds_up("exchange-preview").await;
        browser.press("button", "Læs filen ind").await;
        browser.says("Filen er læst ind: 0 nye, 1 ændret.").await;
        browser.reload().await;
        browser.says("Filen er læst ind: 0 nye, 1 ændret.").await;
        browser.open("/esbjerg/tilbud/oqqumut").await;
        browser.shows("Oqqumut ved åen").await;
    })
    .await;
}

#[tokio::test]
async fn an_edition_is_fixed_and_held_against_today() {
    journey(|browser| async move {
        browser.bring_axe().await;
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/udgaver").await;
        browser.shows("Katalogets udgaver").await;
        browser.says("Der er ingen faste udgaver endnu").await;
        browser.write("Hvad skal udgaven hedde?", "2026–2027").await;
        browser.press("button", "Gem udgaven").await;
        browser.says("Udgave 1: 2026–2027").await;
        browser.says("af Prøve Projektleder, Esbjerg").await;
        browser.holds_up("exchange-editions").await;

        browser.open("/esbjerg/kontakter?q=Center for misbrug").await;
        browser.press("link", Name::Begins("Ret : Center for misbrug")).await;
        browser.shows("Ret Center for misbrug").await;
        browser.write("Nummer", "76 16 64 99").await;
        browser.press("button", "Gem").await;
        browser.says("Ring 76 16 64 99").await;

        browser.open("/esbjerg/udgaver").await;
        browser.press("link", Name::Begins("Sammenlign med i dag")).await;
        browser.shows("Udgave 1 og i dag").await;
        browser.says("Ændret siden (1)").await;
        browser.says("76 16 64 99").await;
        browser.holds_up("exchange-comparison").await;
    })
    .await;
}

#[tokio::test]
async fn an_administrator_makes_a_municipality() {
    journey(|browser| async move {
        browser.bring_axe().await;
        browser.make_accounts().await;
        browser.sign_in(ADMINISTRATOR).await;
        browser.open("/kommuner/ny").await;
        browser.shows("Opret en kommune").await;
        browser.write("Kommunens navn", "Prøve Kommune").await;
        browser.write("Adresse", "Esbjerg!").await;
        browser.write("Kommunekode", "999").await;
        browser.press("button", "Opret kommunen").await;
        browser.says("Brug små bogstaver a til z").await;
        browser.holds_up("exchange-municipality").await;
        browser.write("Adresse", "proeve").await;
        browser.write("Navn", "Prøve Leder").await;
        browser.write("E-mail", "leder@proeve.example").await;
        browser.press("button", "Opret kommunen").await;
        browser.says("Kommunen er oprettet.").await;
    })
    .await;
}
