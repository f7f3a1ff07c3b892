//! My desk: what waits for somebody stands first on the start page, leads to doing it, and is gone when it is done.

use crate::harness::{Browser, Findings, Language, Name, journey};

const LEADER: &str = "projektleder@esbjerg.example";
const PARTNER: &str = "partner@esbjerg.example";
const SERVICE: &str = "Foreningen Grønlandske Børn";

/// A partner has proposed something, and the leader has signed in after that.
async fn a_proposal_waits(browser: &Browser) {
    browser.make_accounts().await;
    browser.sign_in(PARTNER).await;
    browser.says("Alt er gjort").await;
    browser.open("/esbjerg/tilbud/foreningen-groenlandske-boern").await;
    browser.press("link", Name::Begins("Foreslå en rettelse")).await;
    browser.write("Formål", "Foreningen er der for grønlandske børn og deres familier.").await;
    browser.press("button", "Send forslaget").await;
    browser.says("forslag").await;
    browser.open("/esbjerg").await;
    browser.shows("Dit skrivebord").await;
    browser.find("link", Name::Begins("Se dit forslag til")).await;
    browser.sign_out().await;
    browser.sign_in(LEADER).await;
}

#[tokio::test]
async fn a_proposal_lies_on_the_leaders_desk_until_it_is_decided() {
    journey(|browser| async move {
        a_proposal_waits(&browser).await;
        browser.says("1 forslag skal besvares").await;
        browser.says("Kom i dag").await;
        browser.press("link", Name::Begins("Svar på forslaget til")).await;
        browser.shows("Forslag").await;
        browser.press("button", Name::Begins("Godkend")).await;
        browser.says_no_more("Prøve Partner, Esbjerg").await;
        browser.open("/esbjerg").await;
        browser.shows("Dit skrivebord").await;
        browser.find("link", Name::Begins("Tjek")).await;
        assert!(browser.all("link", Name::Begins("Svar på")).await.is_empty());
        browser.sign_out().await;

        browser.sign_in(PARTNER).await;
        browser.says("Du har fået svar på 1 forslag").await;
        browser.press("button", Name::Begins("Jeg har set det")).await;
        browser.says("Alt er gjort").await;
    })
    .await;
}

#[tokio::test]
async fn the_desk_leads_to_a_check_and_is_whole_on_a_phone() {
    journey(|browser| async move {
        browser.bring_axe().await;
        a_proposal_waits(&browser).await;
        let mut findings = Findings::default();
        for width in [360, 768, 1440] {
            browser.resize(width, 900).await;
            for language in [Language::English, Language::Danish] {
                browser.open(&format!("/esbjerg?lang={}", language.code())).await;
                browser.shows(language.pick("Dit skrivebord", "Your desk")).await;
                browser.find("link", Name::Has(SERVICE)).await;
                assert_eq!(browser.sideways().await, None, "{width} {language:?}");
                findings.look(&format!("the desk at {width} in {language:?}"), &browser).await;
            }
        }
        findings.are_none();
        browser.resize(360, 740).await;
        browser.says("27 tilbud skulle være tjekket for længst").await;
        browser.press("link", "Tjek Oqqumut").await;
        browser.shows("Oqqumut").await;
        browser.press("button", Name::Begins("Tjekket, stadig rigtig")).await;
        browser.says("Tak. Tjekket i dag.").await;
        browser.open("/esbjerg").await;
        browser.says("26 tilbud skulle være tjekket for længst").await;
        browser.press("link", "Se alle, der skal tjekkes").await;
        browser.shows("Skal tjekkes").await;
    })
    .await;
}

#[tokio::test]
async fn a_visitor_has_no_desk() {
    journey(|browser| async move {
        browser.open("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
        assert!(browser.all("heading", "Dit skrivebord").await.is_empty());
    })
    .await;
}
