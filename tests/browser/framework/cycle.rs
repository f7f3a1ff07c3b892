//! The framework is written, sent, returned, corrected, approved, read and confirmed.

use fantoccini::Locator;

use super::{DRAFT, LEADER, MEMBER, NOTE, PARTNER};
use crate::harness::{Browser, Name, on_both};

const ORGANISATION: &str = "2. Organisering af indsatsen";
const COORDINATING: &str = "Hvem koordinerer borgernes forløb?";
const WAYS: &str = "Hvor mødes I på tværs i kommunen?";
const MEETINGS: &str = "Hvor mødes kommunen med frivillige og private?";

const ANSWER: &str = "Prøvekoordinatoren ringer rundt hver mandag.";
const FORUM: &str = "Prøveforum for tilflyttere";
const WAY: &str = "Prøvevej for en borger uden bolig";
const REMARK: &str = "Hvor tit mødes forummet?";
const RHYTHM: &str = "Den første torsdag hver anden måned";

impl Browser {
    /// Goes to the form of a new row, from below a question.
    async fn add_below(&self, question: &str, link: &str) {
        let link = self.below(question, &format!("a[normalize-space()='{link}']")).await;
        let element = serde_json::to_value(&link).expect("an element");
        self.js("arguments[0].scrollIntoView({ block: 'center' })", vec![element]).await;
        link.click().await.expect("pressed");
    }

    async fn choose_step(&self, id: &str, step: &str) {
        let list = self.client.wait().for_element(Locator::Id(id)).await.expect("a list");
        list.select_by_label(step).await.expect("a choice");
    }

    /// The words of the table below a heading.
    async fn table(&self, heading: &str) -> String {
        let path = format!("//h3[normalize-space()='{heading}']/following-sibling::table[1]");
        let table = self.client.wait().for_element(Locator::XPath(&path)).await.expect("a table");
        table.text().await.expect("its words")
    }
}

/// The leader answers, adds a forum and a way with a branch, and says that the section is done.
async fn the_leader_writes(browser: &Browser) {
    browser.open(DRAFT).await;
    browser.shows("Rammen under arbejde").await;
    browser.says("I skriver på udgave 2.").await;
    browser.stands("framework-draft").await;
    browser.press("link", ORGANISATION).await;
    browser.shows(ORGANISATION).await;
    browser.answer(COORDINATING, ANSWER).await;
    browser.says("Gemt kl.").await;
    browser.stands("framework-section").await;

    browser.add_below(MEETINGS, "Tilføj et forum").await;
    browser.shows("Tilføj et forum").await;
    browser.press("button", "Gem").await;
    browser.says("Noget skal rettes").await;
    browser.stands("framework-forum-form").await;
    browser.write("Navn", FORUM).await;
    browser.write("Hvad er det til for?", "At tage godt imod dem, der flytter hertil.").await;
    browser.press("button", "Tilføj et medlem").await;
    browser.fill("#field-members-0", "Foreningen Grønlandske Børn").await;
    browser.says("Står i tilbudsoversigten").await;
    browser.write("Hvem leder mødet?", "Projektlederen").await;
    browser.write("Møder om året", "8").await;
    browser.press("button", "Sæt møderne ind").await;
    browser.says("Skriv, hvilken dag I mødes første gang.").await;
    browser.choose_day("field-meetings-from", "2026-01-08").await;
    browser.press("button", "Sæt møderne ind").await;
    browser.says("8 møder er sat ind.").await;
    browser.find("button", Name::Is("Fjern Møde 8")).await;
    browser.stands("framework-forum-series").await;
    browser.press("button", "Gem").await;
    browser.shows(ORGANISATION).await;
    browser.says(FORUM).await;

    browser.add_below(WAYS, "Tilføj en vej").await;
    browser.shows("Tegn en vej").await;
    browser.write("Navn", WAY).await;
    browser.fill("#field-steps-0-text", "Værestedet møder borgeren.").await;
    browser.press("button", "Tilføj et trin").await;
    browser.fill("#field-steps-1-text", "Boligrådgiveren finder en bolig.").await;
    browser.press("button", "Tilføj et trin").await;
    browser.fill("#field-steps-2-text", "Natherberget tager imod.").await;
    browser.press("button", "Tilføj en gren Trin 1").await;
    browser.fill("#field-steps-0-next-1-condition", "det haster").await;
    browser.choose_step("field-steps-0-next-1-to", "3. Natherberget tager imod.").await;
    browser.find("region", Name::Begins("Tegning af vejen")).await;
    browser.stands("framework-pathway-form").await;
    browser.press("button", "Gem").await;
    browser.shows(ORGANISATION).await;
    browser.find("region", Name::Is(&format!("Tegning af vejen: {WAY}"))).await;
    browser.says("Hvis det haster → trin 3: Natherberget tager imod.").await;

    browser.press("button", "Jeg er færdig med afsnittet").await;
    browser.find("button", "Afsnittet er ikke færdigt alligevel").await;
    browser.send_framework(NOTE).await;
    browser.stands("framework-submitted").await;
}

/// The member sees what is new, remarks on it and sends it back.
async fn the_member_returns_it(browser: &Browser) {
    browser.open("/esbjerg").await;
    browser.press("link", Name::Begins("Godkend rammen for samarbejdet")).await;
    browser.shows("Godkend rammen").await;
    browser.says("Det er nyt siden udgave 1").await;
    for news in [NOTE, ANSWER, FORUM, WAY] {
        browser.says(news).await;
    }
    browser.press("button", "Send tilbage").await;
    browser.says("Skriv, hvorfor du sender den tilbage").await;
    browser.press("button", "Skriv en bemærkning : Organisering af indsatsen").await;
    browser.write("Din bemærkning", REMARK).await;
    browser.press("button", "Send bemærkningen").await;
    browser.says("Prøve Styregruppe, Esbjerg, ").await;
    browser.stands("framework-decide").await;
    browser.write("Et ord til projektlederen", "Næsten færdig.").await;
    browser.press("button", "Send tilbage").await;
    browser.says("Du har sendt den tilbage.").await;
    browser.says("Der ligger ikke noget til godkendelse").await;
}

/// The leader finds the remark, does as it says, settles it and sends the framework again.
async fn the_leader_corrects(browser: &Browser) {
    browser.open("/esbjerg").await;
    browser.press("link", Name::Begins("Ret rammen, som styregruppen har sendt tilbage")).await;
    browser.shows("Rammen under arbejde").await;
    browser.says("Styregruppen har sendt rammen tilbage").await;
    browser.says("Næsten færdig.").await;
    browser.says(REMARK).await;
    browser.says("1 bemærkning fra styregruppen").await;
    browser.stands("framework-returned").await;
    browser.press("link", ORGANISATION).await;
    browser.shows(ORGANISATION).await;
    browser.says(REMARK).await;
    browser.press("link", Name::Is(&format!("Ret : {FORUM}"))).await;
    browser.shows(&format!("Ret: {FORUM}")).await;
    browser.write("Hvor tit mødes I?", RHYTHM).await;
    browser.press("button", "Gem").await;
    browser.shows(ORGANISATION).await;
    browser.says(RHYTHM).await;
    browser.press("button", Name::Begins("Jeg har set på det")).await;
    browser.says("Der er set på det").await;
    browser.open(DRAFT).await;
    browser.shows("Rammen under arbejde").await;
    browser.says_no_more("1 bemærkning fra styregruppen").await;
    browser.send_framework("Nu står det der.").await;
}

/// The member approves; it is edition 2, for everybody to read.
async fn the_member_approves(browser: &Browser) {
    browser.open("/esbjerg/ramme/godkend").await;
    browser.shows("Godkend rammen").await;
    browser.says(RHYTHM).await;
    browser.press("button", "Godkend").await;
    browser.says("Rammen er godkendt som udgave 2.").await;
    browser.press("link", "Læs udgave 2, som gælder nu").await;
    browser.shows("Rammen for samarbejdet, udgave 2").await;
    browser.says(FORUM).await;
}

/// The partner's mail tells what is new and leads to the edition, without an account; with one it is confirmed.
async fn the_partner_reads_and_confirms(browser: &Browser) {
    browser.open("/mails").await;
    let card = format!("//article[contains(., 'Ny udgave af rammen') and contains(., '{PARTNER}')]");
    let mail = browser.client.wait().for_element(Locator::XPath(&card)).await.expect("the partner's mail");
    assert!(mail.text().await.expect("its words").contains(FORUM), "the mail tells what is new");
    let link = mail.find(Locator::XPath(".//a[contains(@href, '/esbjerg/ramme')]")).await.expect("a link");
    let address = link.attr("href").await.expect("an answer").expect("an address");
    browser.open(&address).await;
    browser.shows("Rammen for samarbejdet, udgave 2").await;
    browser.says(FORUM).await;
    browser.find("link", "Log ind").await;
    assert!(browser.all("button", Name::Begins("Jeg har læst")).await.is_empty());

    browser.sign_in(PARTNER).await;
    browser.open("/esbjerg").await;
    browser.press("link", Name::Begins("Læs udgave 2 af rammen")).await;
    browser.shows("Rammen for samarbejdet, udgave 2").await;
    browser.press("button", "Jeg har læst udgave 2").await;
    browser.says(", at du har læst udgave 2.").await;
    browser.stands("framework-confirmed").await;
    browser.open("/esbjerg").await;
    browser.shows("Dit skrivebord").await;
    browser.says_no_more("Læs udgave 2 af rammen").await;
}

on_both! {
    async fn a_framework_is_written_returned_corrected_approved_and_read(browser) {
        browser.bring_axe().await;
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        the_leader_writes(&browser).await;
        browser.sign_out().await;
        browser.sign_in(MEMBER).await;
        the_member_returns_it(&browser).await;
        browser.sign_out().await;
        browser.sign_in(LEADER).await;
        the_leader_corrects(&browser).await;
        browser.sign_out().await;
        browser.sign_in(MEMBER).await;
        the_member_approves(&browser).await;
        browser.sign_out().await;
        the_partner_reads_and_confirms(&browser).await;
        browser.sign_out().await;

        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/ramme/udgaver").await;
        browser.shows("Rammens udgaver").await;
        browser.says("Hvem har læst udgave 2?").await;
        let read = browser.table("Har læst den").await;
        assert!(read.contains("Prøve Partner, Esbjerg"), "{read}");
        let unread = browser.table("Mangler").await;
        assert!(unread.contains("Prøve Fagperson, Esbjerg"), "{unread}");
        browser.stands("framework-editions").await;
        browser.press("link", "Sammenlign med udgave 1").await;
        browser.shows("Sammenlign udgaver").await;
        browser.says("Fra udgave 1 til udgave 2").await;
        browser.find("heading", Name::Begins(FORUM)).await;
        browser.says(ANSWER).await;
        browser.stands("framework-comparison").await;

        browser.open("/esbjerg/ramme/2/print").await;
        browser.says(FORUM).await;
        browser.says(RHYTHM).await;
        browser.stands("framework-print").await;
        assert!(browser.printed().await.starts_with(b"%PDF"), "it can be printed");
    }
}
