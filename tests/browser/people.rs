//! People at work: signing in, keeping the directory right, proposing and deciding.

use fantoccini::Locator;
use server::app::App;
use server::ctx::{Actor, Ctx};
use server::sample::people::{self, PASSWORD};

use crate::harness::{Browser, Name, journey};

const LEADER: &str = "projektleder@esbjerg.example";
const PARTNER: &str = "partner@esbjerg.example";

impl Browser {
    /// Makes the demo accounts in the service's database.
    pub async fn make_accounts(&self) {
        let connection = self.service.lock().await.database.connect().await;
        let ctx = Ctx::new(App::new(connection), Actor::Command("test"));
        people::load(&ctx).await.expect("demo accounts");
    }

    /// Signs in, as one does.
    pub async fn sign_in(&self, email: &str) {
        self.open("/log-ind").await;
        self.shows("Log ind").await;
        self.fill("#email", email).await;
        // A field for passwords has no role.
        self.fill("#password", PASSWORD).await;
        self.press("button", "Log ind").await;
        let is_in = async || {
            let url = self.client.current_url().await.ok()?;
            (!url.path().starts_with("/log-ind")).then_some(())
        };
        self.until("the page after signing in", is_in).await;
    }

    pub async fn fill(&self, selector: &str, words: &str) {
        let field = self.client.wait().for_element(Locator::Css(selector)).await.expect("a field");
        field.send_keys(words).await.expect("typed");
    }

    pub async fn sign_out(&self) {
        self.client.delete_all_cookies().await.expect("no cookies");
    }

    /// What stands in a field. The page may replace the field while it is being read; then it is read again.
    pub async fn value(&self, label: &str) -> String {
        let read = async || {
            let field = self.all("textbox", Name::Begins(label)).await.into_iter().next()?;
            field.prop("value").await.ok().flatten()
        };
        self.until(&format!("what stands in {label}"), read).await
    }

    /// Writes into a field, over what stands there.
    pub async fn write(&self, label: &str, words: &str) {
        let field = self.find("textbox", Name::Begins(label)).await;
        let script = "arguments[0].focus(); arguments[0].select()";
        self.js(script, vec![serde_json::to_value(&field).expect("an element")]).await;
        field.send_keys(words).await.expect("typed");
    }
}

#[tokio::test]
async fn a_leader_changes_a_number_sees_it_in_the_history_and_sets_it_back() {
    journey(|browser| async move {
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;

        browser.open("/esbjerg/kontakter?q=Center for misbrug").await;
        browser.press("link", Name::Begins("Ret : Center for misbrug")).await;
        browser.shows("Ret Center for misbrug").await;
        browser.write("Nummer", "76 16 64 99").await;
        browser.press("button", "Gem").await;
        browser.says("Ring 76 16 64 99").await;

        browser.press("link", Name::Begins("Historik : Center for misbrug")).await;
        browser.shows("Historik for Center for misbrug").await;
        browser.says("Prøve Projektleder, Esbjerg").await;
        browser.says("76 16 64 99").await;
        let earlier = browser.all("button", Name::Begins("Sæt tilbage")).await;
        earlier.last().expect("an earlier state").click().await.expect("pressed");
        browser.says("Sat tilbage").await;
        browser.open("/esbjerg/tilbud/center-for-misbrug").await;
        browser.shows("Center for misbrug").await;
        browser.says("Ring 76 16 64 00").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_is_still_there_after_a_reload() {
    journey(|browser| async move {
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/tilbud/center-for-misbrug/ret").await;
        browser.shows("Ret Center for misbrug").await;
        browser.write("Formål", "En sætning, der ikke må gå tabt.").await;
        browser.says("Du har ændringer, der ikke er gemt").await;
        // The page goes without being asked about, as when a browser is closed.
        browser.js("window.onbeforeunload = null", vec![]).await;
        let other = browser.client.new_window(true).await.expect("a second page");
        browser.client.switch_to_window(other.handle).await.expect("the second page");
        browser.open("/esbjerg/tilbud/center-for-misbrug/ret").await;
        browser.press("button", "Skriv videre").await;
        let field = browser.find("textbox", Name::Begins("Formål")).await;
        let value = field.prop("value").await.expect("an answer").unwrap_or_default();
        assert_eq!(value, "En sætning, der ikke må gå tabt.");
    })
    .await;
}

#[tokio::test]
async fn a_partner_proposes_the_leader_adjusts_and_the_partner_reads_the_answer() {
    journey(|browser| async move {
        browser.make_accounts().await;
        browser.sign_in(PARTNER).await;
        browser.open("/esbjerg/tilbud/foreningen-groenlandske-boern").await;
        browser.press("link", Name::Begins("Foreslå en rettelse")).await;
        browser.write("Formål", "Foreningen er der for grønlandske børn og deres familier.").await;
        browser.press("button", "Send forslaget").await;
        browser.says("forslag").await;
        browser.sign_out().await;

        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/forslag").await;
        browser.shows("Forslag").await;
        browser.says("Prøve Partner, Esbjerg").await;
        browser.press("button", "Ret og godkend").await;
        browser.write("Formål", "Foreningen er der for grønlandske børn, unge og deres familier.").await;
        browser.write("Svar til den, der har skrevet", "Tak. Vi har også skrevet de unge på.").await;
        browser.press("button", "Godkend med ændringerne").await;
        browser.says_no_more("Prøve Partner, Esbjerg").await;
        browser.open("/esbjerg/tilbud/foreningen-groenlandske-boern").await;
        browser.says("grønlandske børn, unge og deres familier").await;
        browser.sign_out().await;

        browser.sign_in(PARTNER).await;
        browser.says("Godkendt med ændringer").await;
        browser.says("Vi har også skrevet de unge på.").await;
    })
    .await;
}

#[tokio::test]
async fn nobody_without_the_right_sees_the_doors() {
    journey(|browser| async move {
        browser.open("/esbjerg/tilbud/center-for-misbrug").await;
        browser.shows("Center for misbrug").await;
        browser.find("button", Name::Begins("Meld en fejl")).await;
        assert!(browser.all("link", Name::Begins("Ret")).await.is_empty());
        assert!(browser.all("link", Name::Begins("Historik")).await.is_empty());
        browser.open("/esbjerg/personer").await;
        browser.says("Log ind").await;
    })
    .await;
}
