//! A project leader keeps the directory in order: themes, what is there twice, what has closed, what is still right.

use std::path::PathBuf;

use fantoccini::Locator;

use crate::harness::{Browser, Name, journey};

const LEADER: &str = "projektleder@esbjerg.example";

/// A phone and a laptop.
const SIZES: [(u32, u32); 2] = [(360, 740), (1440, 900)];

impl Browser {
    /// Keeps pictures of the page, where `TOVHOLDER_SCREENSHOTS` names a folder for them.
    async fn keep_pictures(&self, name: &str) {
        let Some(folder) = std::env::var_os("TOVHOLDER_SCREENSHOTS").map(PathBuf::from) else { return };
        std::fs::create_dir_all(&folder).expect("a folder for the pictures");
        for (width, height) in SIZES {
            let file = folder.join(format!("upkeep-{name}-{width}.png"));
            std::fs::write(file, self.picture(width, height).await).expect("a picture");
        }
    }
}

#[tokio::test]
async fn a_leader_adds_a_theme_and_takes_it_out_again() {
    journey(|browser| async move {
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.press("button", Name::Begins("Prøve Projektleder")).await;
        browser.find("link", "Temaer").await;
        browser.keep_pictures("menu").await;
        browser.press("link", "Temaer").await;
        browser.shows("Temaer").await;
        browser.keep_pictures("themes").await;

        browser.press("link", "Nyt tema").await;
        browser.shows("Nyt tema").await;
        browser.write("Navn", "Kriser i natten").await;
        browser.press("button", "Gem").await;
        browser.says("Noget skal rettes").await;
        browser.keep_pictures("theme-form").await;
        browser.write("Navn på engelsk", "Crises at night").await;
        browser.press("button", "Gem").await;
        browser.shows("Temaer").await;
        browser.says("Kriser i natten").await;

        let delete = browser.all("button", Name::Begins("Slet Kriser i natten")).await;
        delete.first().expect("a way to take it out").click().await.expect("pressed");
        browser.press("button", Name::Begins("Ja, slet")).await;
        browser.says("Kriser i natten er slettet").await;
        browser.keep_pictures("theme-deleted").await;
        browser.press("button", "Fortryd sletningen").await;
        browser.says_no_more("er slettet").await;
        browser.says("Kriser i natten").await;
    })
    .await;
}

#[tokio::test]
async fn a_word_that_people_use_leads_to_services() {
    journey(|browser| async move {
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/ordbog").await;
        browser.shows("Ordbog").await;
        browser.keep_pictures("thesaurus-empty").await;
        browser.press("link", "Nyt ord").await;
        browser.shows("Nyt ord").await;
        browser.write("Det officielle ord", "Misbrug").await;
        browser.write("Det, folk skriver", "snollebrus").await;
        browser.press("button", "Gem").await;
        browser.shows("Ordbog").await;
        browser.says("snollebrus").await;
        browser.keep_pictures("thesaurus").await;
        browser.open("/esbjerg/tilbud?q=snollebrus").await;
        browser.says("Center for misbrug").await;
    })
    .await;
}

#[tokio::test]
async fn two_contacts_become_one() {
    journey(|browser| async move {
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        for title in ["Vejleder", "Vagthavende"] {
            browser.open("/esbjerg/kontakter/ny").await;
            browser.shows("Ny kontakt").await;
            browser.write("Navn", "Prøve Dobbelt").await;
            browser.write("Titel", title).await;
            let unit = browser.client.find(Locator::Id("field-organisationId")).await.expect("a list");
            unit.select_by_index(1).await.expect("an organisation");
            browser.press("button", "Gem").await;
            browser.says(title).await;
        }
        browser.press("link", Name::Begins("Ret : Prøve Dobbelt")).await;
        browser.shows("Ret Prøve Dobbelt").await;
        browser.press("link", "Læg sammen med en anden").await;
        browser.shows("Læg Prøve Dobbelt sammen med en anden").await;
        browser.fill("#choose-other", "Prøve Dobbelt").await;
        browser.keep_pictures("merge-search").await;
        browser.press("button", Name::Begins("Vælg Prøve Dobbelt")).await;
        browser.says("Det sker der").await;
        browser.keep_pictures("merge").await;
        browser.press("button", "Læg sammen").await;
        browser.shows("Kontakter").await;
        browser.says("1 kontakt").await;
    })
    .await;
}

#[tokio::test]
async fn a_service_closes_and_its_page_leads_on() {
    journey(|browser| async move {
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/tilbud/oqqumut/ret").await;
        browser.press("link", "Luk tilbuddet").await;
        browser.says("Tilbuddet lukker i dag").await;
        browser.fill("#choose-other", "Center for misbrug").await;
        browser.press("button", "Vælg Center for misbrug").await;
        browser.keep_pictures("close").await;
        browser.press("button", "Luk tilbuddet").await;
        browser.says("Tilbuddet er lukket").await;
        browser.find("link", "Center for misbrug").await;
        browser.keep_pictures("closed").await;
    })
    .await;
}

#[tokio::test]
async fn checked_and_still_right_shows_the_new_date_at_once() {
    journey(|browser| async move {
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/tilbud/center-for-misbrug").await;
        browser.shows("Center for misbrug").await;
        browser.says("Ingen har ansvaret").await;
        browser.keep_pictures("service").await;
        browser.press("button", Name::Begins("Tjekket, stadig rigtig")).await;
        browser.says("Tak. Tjekket i dag.").await;
        browser.says("af Prøve Projektleder, Esbjerg").await;
        browser.keep_pictures("service-checked").await;
    })
    .await;
}
