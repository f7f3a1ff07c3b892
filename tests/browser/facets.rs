//! Narrowing the list: counts, words, address and list say the same, by pointer and by keyboard alone.

use fantoccini::elements::Element;

use crate::harness::{Browser, Name, journey, key};
use crate::search::hits;

#[tokio::test]
async fn two_choices_hold_together() {
    journey(|browser| async move {
        browser.open("/aabenraa/tilbud").await;
        browser.shows("Tilbud").await;
        let promised = count_of(&browser, "Sundhed").await;
        browser.press("checkbox", Name::Begins("Sundhed")).await;
        browser.is_at("/aabenraa/tilbud?tema=sundhed").await;
        browser.find("heading", format!("{promised} tilbud om sundhed").as_str()).await;

        let promised = count_of(&browser, "Åben for alle").await;
        browser.press("checkbox", Name::Begins("Åben for alle")).await;
        browser.is_at("/aabenraa/tilbud?tema=sundhed&adgang=aaben").await;
        let both = format!("{promised} tilbud om sundhed, åbne for alle");
        browser.find("heading", both.as_str()).await;
        assert_eq!(shown(&browser).await, promised, "as many as the words above say");
        let title = browser.client.title().await.expect("a title");
        assert_eq!(title, format!("{both} – Aabenraa Kommune – Tovholder"));

        let before = hits(&browser).await;
        browser.reload().await;
        browser.find("heading", both.as_str()).await;
        assert_eq!(hits(&browser).await, before, "the same list after loading again");
        assert!(is_chosen(&browser.find("checkbox", Name::Begins("Sundhed")).await).await);
        assert!(is_chosen(&browser.find("checkbox", Name::Begins("Åben for alle")).await).await);

        browser.press("button", "Fjern filter: Sundhed").await;
        browser.is_at("/aabenraa/tilbud?adgang=aaben").await;
        browser.find("heading", Name::Has("tilbud, åbne for alle")).await;
        assert!(!is_chosen(&browser.find("checkbox", Name::Begins("Sundhed")).await).await);
        browser.back().await;
        browser.find("heading", both.as_str()).await;
        browser.press("button", "Fjern alle filtre").await;
        browser.is_at("/aabenraa/tilbud").await;
        browser.is_gone("button", Name::Begins("Fjern")).await;
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_alone_can_choose_and_let_go() {
    journey(|browser| async move {
        browser.open("/esbjerg/tilbud").await;
        browser.shows("Tilbud").await;
        browser.tab_to("checkbox", Name::Begins("Alkohol og stoffer")).await;
        browser.strike(key::SPACE).await;
        browser.is_at("/esbjerg/tilbud?tema=rusmidler").await;
        browser.find("heading", Name::Has("tilbud om alkohol og stoffer")).await;
        assert!(browser.focused().await.1.starts_with("Alkohol og stoffer"), "the focus stays on the choice");

        browser.tab_to("button", "Hvem driver det").await;
        browser.strike(key::ENTER).await;
        browser.tab_to("checkbox", Name::Begins("Kommunal")).await;
        browser.strike(key::SPACE).await;
        browser.is_at("/esbjerg/tilbud?tema=rusmidler&sektor=kommunal").await;
        browser.find("heading", Name::Has("tilbud om alkohol og stoffer, kommunale")).await;

        browser.tab_to("button", "Fjern filter: Kommunal").await;
        browser.strike(key::ENTER).await;
        browser.is_at("/esbjerg/tilbud?tema=rusmidler").await;
        browser.find("heading", Name::Has("tilbud om alkohol og stoffer")).await;
        assert!(!browser.focus_is_nowhere().await, "the focus is not lost with the filter that is gone");
    })
    .await;
}

/// How many the facet's value promises.
async fn count_of(browser: &Browser, value: &str) -> usize {
    let name = browser.name_of(&browser.find("checkbox", Name::Begins(value)).await).await;
    let count =
        name.rsplit(|letter: char| !letter.is_ascii_digit()).next().and_then(|digits| digits.parse().ok());
    count.unwrap_or_else(|| panic!("no count in {name:?}"))
}

/// How many hits there are when all are shown.
async fn shown(browser: &Browser) -> usize {
    while let Some(more) = browser.all("button", Name::Begins("Vis flere")).await.into_iter().next() {
        let before = hits(browser).await.len();
        more.click().await.expect("pressed");
        browser.until("more hits", async || (hits(browser).await.len() > before).then_some(())).await;
    }
    hits(browser).await.len()
}

async fn is_chosen(checkbox: &Element) -> bool {
    checkbox.is_selected().await.expect("a checkbox")
}
