//! Everything by keyboard.

use crate::harness::{Browser, Name, journey, key};

#[tokio::test]
async fn the_way_from_start_to_a_service() {
    journey(|browser| async move {
        browser.open("/aabenraa").await;
        browser.shows("Hvem kan hjælpe?").await;
        browser.strike(key::TAB).await;
        assert_eq!(
            browser.focused().await,
            ("link".into(), "Gå til sidens indhold".into()),
            "the skip link is first"
        );
        assert_eq!(browser.focus_fault().await, None);
        browser.strike(key::ENTER).await;
        assert_eq!(browser.focused().await.0, "main");
        browser.is_at("/aabenraa").await;

        browser.tab_to("combobox", Name::Begins("Skriv, hvad det handler om")).await;
        browser.type_in("tandlæge").await;
        browser.find("option", Name::Begins("Socialtandpleje")).await;
        assert_eq!(pointed_at(&browser).await, "");
        browser.strike(key::DOWN).await;
        assert!(pointed_at(&browser).await.starts_with("Socialtandpleje"), "the arrow points at the first");
        assert_eq!(browser.focused().await.0, "combobox", "the focus stays in the field");
        browser.strike(key::ESCAPE).await;
        browser.is_gone("option", Name::Begins("Socialtandpleje")).await;
        browser.strike(key::DOWN).await;
        browser.find("option", Name::Begins("Socialtandpleje")).await;
        browser.strike(key::ENTER).await;
        browser.shows("Socialtandpleje").await;
        assert_eq!(
            browser.focused().await,
            ("heading".into(), "Socialtandpleje".into()),
            "the focus goes along"
        );

        browser.strike(key::TAB).await;
        assert!(!browser.focus_is_nowhere().await);
        assert_ne!(browser.focused().await.1, "Gå til sidens indhold", "and goes on from there");
    })
    .await;
}

#[tokio::test]
async fn the_menu_keeps_and_returns_the_focus() {
    journey(|browser| async move {
        browser.become_phone().await;
        browser.open("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
        browser.tab_to("button", "Menu").await;
        browser.strike(key::ENTER).await;
        browser.find("dialog", "Menu").await;
        browser.tab_to("link", "Kontakter").await;
        browser.strike(key::ESCAPE).await;
        browser.is_gone("dialog", "Menu").await;
        assert_eq!(browser.focused().await, ("button".into(), "Menu".into()));

        browser.strike(key::ENTER).await;
        browser.tab_to("link", "Kontakter").await;
        browser.strike(key::ENTER).await;
        browser.shows("Kontakter").await;
        browser.is_gone("dialog", "Menu").await;
        assert_eq!(browser.focused().await, ("heading".into(), "Kontakter".into()));
    })
    .await;
}

/// The name of the option that the arrow keys point at.
async fn pointed_at(browser: &Browser) -> String {
    let script = "const id = document.activeElement.getAttribute('aria-activedescendant');
        const option = id && document.getElementById(id);
        return option && option.getAttribute('aria-selected') === 'true' ? option.innerText.trim() : ''";
    browser.text(script).await
}
