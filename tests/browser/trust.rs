//! Trust: coming in by an invitation, writing at the same time as somebody else, and answering for an entry from a mail.

use fantoccini::Locator;
use totp_rs::{Builder, Secret};

use crate::harness::{Browser, Name, journey};

const LEADER: &str = "projektleder@esbjerg.example";
const INVITED: &str = "ny-leder@esbjerg.example";
const CHOSEN: &str = "grøn kaffe synger højt";

impl Browser {
    /// The address of the first link in the demo's mails that leads to this kind of page.
    async fn link_from_the_mails(&self, kind: &str) -> String {
        self.open("/mails").await;
        let link = self.find("link", Name::Has(kind)).await;
        link.attr("href").await.expect("an answer").expect("an address")
    }

    /// Types the six figures that the app on the telephone shows now.
    async fn type_code(&self, secret: &str) {
        let secret = Secret::try_from_base32(secret).expect("a secret");
        let app = Builder::new().with_secret(secret).build().expect("an app");
        self.fill("#code", &app.generate(now()).to_string()).await;
    }

    async fn choose_in(&self, id: &str, label: &str) {
        let list = self.client.wait().for_element(Locator::Id(id)).await.expect("a list");
        list.select_by_label(label).await.expect("a choice");
    }
}

#[expect(clippy::disallowed_methods, reason = "the service that is asked goes by the machine's clock")]
fn now() -> u64 {
    u64::try_from(chrono::Utc::now().timestamp()).expect("a time after 1970")
}

#[tokio::test]
async fn an_invitation_leads_to_a_password_a_second_factor_and_the_way_in() {
    journey(|browser| async move {
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/personer").await;
        browser.shows("Personer").await;
        browser.fill("#invite-name", "Prøve Ny Leder").await;
        browser.fill("#invite-email", INVITED).await;
        browser.choose_in("invite-role", "Projektleder").await;
        browser.press("button", "Send invitationen").await;
        browser.says("Invitationen er på vej.").await;
        browser.sign_out().await;

        let link = browser.link_from_the_mails("/adgang/").await;
        browser.open(&link).await;
        browser.shows("Velkommen, Prøve Ny Leder").await;
        browser.fill("#password", "kort").await;
        browser.press("button", "Vælg og log ind").await;
        browser.says("Den er for kort. Brug mindst 12 tegn.").await;
        browser.fill("#password", CHOSEN).await;
        browser.press("button", "Vælg og log ind").await;

        browser.says("Din rolle venter på en engangskode").await;
        browser.press("button", "Sæt engangskode op").await;
        let shown = browser.client.wait().for_element(Locator::Css("#set-up code")).await.expect("the key");
        let secret = shown.text().await.expect("the key").replace(' ', "");
        browser.type_code(&secret).await;
        browser.press("button", "Tag engangskoden i brug").await;
        browser.is_gone("button", "Tag engangskoden i brug").await;
        browser.open("/esbjerg/personer").await;
        browser.shows("Personer").await;

        // The link has done its work.
        browser.sign_out().await;
        browser.open(&link).await;
        browser.shows("Linket virker ikke længere").await;
    })
    .await;
}

#[tokio::test]
async fn two_editors_choose_field_by_field_and_lose_no_word() {
    journey(|browser| async move {
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        let form = "/esbjerg/tilbud/center-for-misbrug/ret";
        browser.open(form).await;
        browser.shows("Ret Center for misbrug").await;
        let first = browser.client.window().await.expect("this page");

        // Somebody else, in a private window of their own: no draft of the first is seen there.
        let other = browser.client.new_window(true).await.expect("a second page");
        browser.client.switch_to_window(other.handle).await.expect("the second page");
        browser.open(form).await;
        browser.write("Formål", "Det, den anden skrev.").await;
        browser.write("Hvem er det for?", "Alle, som den anden tænker på.").await;
        browser.press("button", "Gem").await;
        browser.says("Det, den anden skrev.").await;

        browser.client.switch_to_window(first).await.expect("the first page");
        browser.write("Formål", "Det, jeg skrev.").await;
        browser.press("button", "Gem").await;
        browser.says("Dine ændringer er her stadig.").await;
        browser.says("Det, den anden skrev.").await;
        browser.says("Det, jeg skrev.").await;
        browser.press("button", "Gem det valgte").await;
        browser.says("Vælg én af de to i hvert felt.").await;
        let mine = browser.client.find(Locator::Css("label[for='stale-0-mine']")).await.expect("mine");
        mine.click().await.expect("chosen");
        browser.press("button", "Gem det valgte").await;
        browser.shows("Center for misbrug").await;
        browser.says("Det, jeg skrev.").await;
        // What only the other changed is theirs.
        browser.says("Alle, som den anden tænker på.").await;
    })
    .await;
}

#[tokio::test]
async fn an_entry_is_confirmed_from_a_mail_once() {
    journey(|browser| async move {
        browser.make_accounts().await;
        // Reminders are seen to at the start.
        browser.service.lock().await.start_again().await;
        let link = browser.link_from_the_mails("/tjek/").await;
        browser.open(&link).await;
        browser.shows("Er oplysningerne stadig rigtige?").await;
        browser.press("button", "Tjekket, stadig rigtig").await;
        browser.shows("Tak for hjælpen").await;
        browser.says("er nu tjekket.").await;
        browser.open(&link).await;
        browser.press("button", "Tjekket, stadig rigtig").await;
        browser.shows("Linket virker ikke længere").await;
    })
    .await;
}
