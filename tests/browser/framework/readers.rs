//! What a visitor reads, and what a leader and a partner can't decide.

use fantoccini::Locator;

use super::{DRAFT, LEADER, NOTE, PARTNER};
use crate::harness::{Name, on_both};

on_both! {
    async fn a_visitor_reads_the_framework(browser) {
        browser.bring_axe().await;
        browser.open("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
        browser.says("udgave 1, godkendt 1. marts 2014").await;
        browser.press("link", Name::Begins("Rammen for samarbejdet")).await;
        browser.shows("Rammen for samarbejdet, udgave 1").await;
        browser.is_at("/esbjerg/ramme").await;
        let name = "Tegning af vejen: Når en grønlænder flytter til kommunen";
        let region = browser.find("region", name).await;
        let drawing = region.find(Locator::Css("[role=img]")).await.expect("a drawing");
        let told = browser.name_of(&drawing).await;
        assert!(told.starts_with("Vejen tegnet med "), "{told}");
        browser.find("heading", "Trin for trin").await;
        browser.says("Borgerservice giver Oqqumut besked.").await;
        browser.says("Hvis borgeren har brug for hjælp → trin 6: Borgeren får hjælp til at søge kontanthjælp.").await;
        for link in ["Skriv på rammen", "Ret"] {
            assert!(browser.all("link", Name::Begins(link)).await.is_empty(), "{link}");
        }
        browser.stands("framework").await;
        browser.open("/esbjerg/ramme/1/print").await;
        browser.says("Morgenrøden").await;
        browser.open(DRAFT).await;
        browser.says("Log ind").await;
        assert!(!browser.words().await.contains("I skriver på udgave"), "the draft is not for everybody");
    }
}

on_both! {
    async fn only_the_steering_group_decides(browser) {
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.send_framework(NOTE).await;
        browser.press("link", "Se, hvad styregruppen ser").await;
        browser.shows("Godkend rammen").await;
        browser.says("Vil du skrive videre?").await;
        assert!(browser.all("button", "Godkend").await.is_empty(), "the leader doesn't decide");
        browser.sign_out().await;

        browser.sign_in(PARTNER).await;
        browser.open("/esbjerg/ramme/godkend").await;
        browser.shows("Godkend rammen").await;
        for button in ["Godkend", "Send tilbage", "Tag tilbage"] {
            assert!(browser.all("button", button).await.is_empty(), "{button}");
        }
        assert!(browser.all("button", Name::Begins("Skriv en bemærkning")).await.is_empty());
        browser.says("0 af 1 har godkendt").await;
    }
}
