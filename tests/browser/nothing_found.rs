//! When there is nothing: always a way on.

use crate::harness::{Name, journey};
use crate::search::hits;

#[tokio::test]
async fn no_hits_have_a_way_on() {
    journey(|browser| async move {
        browser.open("/aabenraa/tilbud?q=tandlæ&sektor=statslig").await;
        browser.says("Vi fandt ikke noget").await;
        browser.find("heading", Name::Begins("0 tilbud")).await;
        browser.find("link", "Se alle tilbud").await;
        browser.find("link", "Slå en kontaktperson op").await;
        browser.press("button", "Søg uden filtre").await;
        browser.is_at("/aabenraa/tilbud?q=tandlæ").await;
        assert_eq!(hits(&browser).await[0], "Socialtandpleje");

        browser.open("/aabenraa/tilbud?q=xyzzyqwv").await;
        browser.says("Vi fandt ikke noget").await;
        browser.press("link", "Se alle tilbud").await;
        browser.is_at("/aabenraa/tilbud").await;
        browser.says_no_more("Vi fandt ikke noget").await;
        assert!(hits(&browser).await.len() > 10);
    })
    .await;
}

#[tokio::test]
async fn the_start_page_says_so_while_one_types() {
    journey(|browser| async move {
        browser.open("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
        let field = browser.find("combobox", Name::Begins("Skriv, hvad det handler om")).await;
        field.send_keys("xyzzyqwv").await.expect("typed");
        browser.says("Intet tilbud passer på «xyzzyqwv»").await;
    })
    .await;
}

#[tokio::test]
async fn what_does_not_exist_is_said_to_not_exist() {
    journey(|browser| async move {
        browser.open("/esbjerg/tilbud/findes-ikke").await;
        browser.shows("Siden findes ikke").await;
        browser.press("link", "Søg i tilbuddene").await;
        browser.is_at("/esbjerg/tilbud").await;

        browser.open("/esbjerg/organisationer/findes-ikke").await;
        browser.shows("Siden findes ikke").await;
        browser.open("/esbjerg/findes/heller/ikke").await;
        browser.shows("Siden findes ikke").await;

        browser.open("/findes-ikke").await;
        browser.shows("Vi kender ikke den kommune").await;
        browser.press("link", Name::Begins("Esbjerg Kommune")).await;
        browser.is_at("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
    })
    .await;
}
