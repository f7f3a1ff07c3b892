//! When the service does not answer, or answers that it can't: it is told, nothing is lost, and it is mended.

use crate::harness::{Name, journey, key};
use crate::search::hits;

#[tokio::test]
async fn a_lost_connection_is_told_and_mended() {
    journey(|browser| async move {
        browser.open("/esbjerg/tilbud").await;
        browser.shows("Tilbud").await;
        let before = hits(&browser).await;
        browser.lose_connection().await;
        let field = browser.find("searchbox", "Hvad har du brug for?").await;
        field.send_keys("hash").await.expect("typed");
        browser.says("Vi kan ikke få forbindelse").await;
        browser.says("Du er uden forbindelse.").await;
        browser.find("button", "Prøv igen").await;
        assert_eq!(
            field.prop("value").await.expect("a field").as_deref(),
            Some("hash"),
            "what was typed stays"
        );

        browser.mend_connection().await;
        browser.press("button", "Prøv igen").await;
        browser.says("Forbindelsen er tilbage.").await;
        browser.find("heading", Name::Has("«hash»")).await;
        assert_eq!(hits(&browser).await[0], "Center for misbrug");
        browser.says_no_more("Vi kan ikke få forbindelse").await;
        field.send_keys(&String::from(key::BACKSPACE).repeat(4)).await.expect("cleared");
        browser.until("the whole list", async || (hits(&browser).await == before).then_some(())).await;
    })
    .await;
}

#[tokio::test]
async fn a_failing_service_is_told_and_mended() {
    journey(|browser| async move {
        browser.open("/aabenraa/tilbud").await;
        browser.shows("Tilbud").await;
        browser.break_service().await;
        let field = browser.find("searchbox", "Hvad har du brug for?").await;
        field.send_keys("tandlæge").await.expect("typed");
        browser.says("Serveren svarer ikke, som den skal").await;
        browser.says("Fejlen er vores.").await;

        browser.mend_connection().await;
        browser.press("button", "Prøv igen").await;
        browser.find("heading", Name::Has("«tandlæge»")).await;
        assert_eq!(hits(&browser).await[0], "Socialtandpleje");
        browser.says_no_more("Serveren svarer ikke, som den skal").await;
    })
    .await;
}

#[tokio::test]
async fn the_start_page_tells_of_a_lost_connection_while_one_types() {
    journey(|browser| async move {
        browser.open("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
        browser.lose_connection().await;
        let field = browser.find("combobox", Name::Begins("Skriv, hvad det handler om")).await;
        field.send_keys("hash").await.expect("typed");
        browser.says("Du er uden forbindelse.").await;
        browser.mend_connection().await;
        browser.press("button", "Prøv igen").await;
        browser.says("Forbindelsen er tilbage.").await;
        field.click().await.expect("pressed");
        browser.find("option", Name::Begins("Center for misbrug")).await;
    })
    .await;
}
