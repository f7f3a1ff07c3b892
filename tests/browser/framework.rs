//! The overall framework: written, sent, returned, corrected, approved, read and confirmed; two who write the same answer
//! at the same time; what a visitor reads and what a partner can't decide.

use std::path::PathBuf;

use fantoccini::Locator;
use fantoccini::elements::Element;
use server::sample::people::PASSWORD;

use crate::harness::{Browser, Findings, Name, journey};

const LEADER: &str = "projektleder@esbjerg.example";
const MEMBER: &str = "styregruppe@esbjerg.example";
const PARTNER: &str = "partner@esbjerg.example";
const PROFESSIONAL: &str = "fagperson@esbjerg.example";

const DRAFT: &str = "/esbjerg/ramme/udkast";
const ORGANISATION: &str = "2. Organisering af indsatsen";
const COORDINATING: &str = "Hvem koordinerer borgernes forløb?";
const WAYS: &str = "Hvor mødes I på tværs i kommunen?";
const MEETINGS: &str = "Hvor mødes kommunen med frivillige og private?";
const INTERPRETER: &str = "Hvordan får man en tolk?";

const ANSWER: &str = "Prøvekoordinatoren ringer rundt hver mandag.";
const FORUM: &str = "Prøveforum for tilflyttere";
const WAY: &str = "Prøvevej for en borger uden bolig";
const NOTE: &str = "Se især på det nye forum.";
const REMARK: &str = "Hvor tit mødes forummet?";
const RHYTHM: &str = "Den første torsdag hver anden måned";

impl Browser {
    /// Something below a question of the section, by the words of the question.
    async fn below(&self, question: &str, what: &str) -> Element {
        let path = format!("//section[h2[normalize-space()='{question}']]//{what}");
        self.client.wait().for_element(Locator::XPath(&path)).await.expect("something below the question")
    }

    /// Adds words to what is answered to a question; they are saved by themselves.
    async fn answer(&self, question: &str, words: &str) {
        let field = self.below(question, "textarea").await;
        let script = "arguments[0].focus(); arguments[0].setSelectionRange(1e6, 1e6)";
        self.js(script, vec![serde_json::to_value(&field).expect("an element")]).await;
        field.send_keys(words).await.expect("typed");
    }

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

    /// Sends the framework to the steering group.
    async fn send_framework(&self, note: &str) {
        self.open(DRAFT).await;
        self.shows("Rammen under arbejde").await;
        self.press("button", "Send til styregruppen").await;
        self.write("Et ord til styregruppen", note).await;
        self.press("button", "Send til styregruppen").await;
        self.says("Udgave 2 ligger hos styregruppen.").await;
    }

    /// Holds the page to the rules for everybody, narrow and wide, and keeps a picture of it where one is wanted.
    pub async fn stands(&self, name: &str) {
        let mut findings = Findings::default();
        let folder = std::env::var_os("TOVHOLDER_SCREENSHOTS").map(PathBuf::from);
        for (width, height) in [(360, 740), (1440, 900)] {
            self.resize(width, height).await;
            assert_eq!(self.sideways().await, None, "{name} at {width}");
            findings.look(&format!("{name} at {width}"), self).await;
            if let Some(folder) = &folder {
                std::fs::create_dir_all(folder).expect("a folder for the pictures");
                let file = folder.join(format!("{name}-{width}.png"));
                std::fs::write(file, self.picture(width, height).await).expect("a picture");
            }
        }
        findings.are_none();
    }

    /// Goes to a path of the service under its other name: there nothing is known of who signed in under the first.
    async fn open_elsewhere(&self, path: &str) {
        let mut url = self.client.current_url().await.expect("an address");
        if url.scheme() != "http" {
            let address = self.service.lock().await.address.clone();
            url = format!("http://{address}").parse().expect("an address");
        }
        url.set_host(Some("localhost")).expect("another name");
        let url = url.join(path).expect("an address");
        self.client.goto(url.as_str()).await.expect("a page");
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

#[tokio::test]
async fn a_framework_is_written_returned_corrected_approved_and_read() {
    journey(|browser| async move {
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
    })
    .await;
}

#[tokio::test]
async fn two_who_write_the_same_answer_lose_no_word() {
    journey(|browser| async move {
        browser.bring_axe().await;
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        let section = "/esbjerg/ramme/udkast/kommunikation";
        browser.open(section).await;
        browser.shows("3. Kommunikation").await;
        let list = browser.client.wait().for_element(Locator::Id("assignee")).await.expect("whom to choose");
        list.select_by_label("Prøve Fagperson, Esbjerg").await.expect("a choice");
        browser.press("button", "Giv afsnittet").await;
        browser.says("Givet til Prøve Fagperson, Esbjerg").await;
        let first = browser.client.window().await.expect("this page");

        // The other has a browser of their own: under the other name nothing of the first is known.
        let other = browser.client.new_window(true).await.expect("a second page").handle;
        browser.client.switch_to_window(other.clone()).await.expect("the second page");
        browser.open_elsewhere("/log-ind").await;
        browser.shows("Log ind").await;
        browser.fill("#email", PROFESSIONAL).await;
        browser.fill("#password", PASSWORD).await;
        browser.press("button", "Log ind").await;
        browser.press("link", Name::Begins("Skriv afsnittet «Kommunikation» i rammen")).await;
        browser.shows("3. Kommunikation").await;
        browser.answer(INTERPRETER, " Det, den anden skrev.").await;
        browser.says("Gemt kl.").await;

        browser.client.switch_to_window(first).await.expect("the first page");
        browser.answer(INTERPRETER, " Det, jeg skrev.").await;
        browser.says("Prøve Fagperson, Esbjerg har ændret svaret, mens du skrev").await;
        browser.says("Begge svar er her.").await;
        browser.says("Det, den anden skrev.").await;
        browser.says("Ikke gemt endnu. Vælg, hvad der skal gælde.").await;
        let mine = browser.find("group", "Dit").await.text().await.expect("mine");
        assert!(mine.ends_with("Det, jeg skrev."), "{mine}");
        browser.stands("framework-both").await;
        browser.press("button", "Skriv dem sammen").await;
        let both = browser.find("textbox", Name::Begins("Begge svar i ét.")).await;
        let both = both.prop("value").await.expect("an answer").expect("a value");
        assert!(both.contains("Det, den anden skrev.") && both.contains("Det, jeg skrev."), "{both}");
        browser.press("button", "Gem svaret").await;
        browser.says("Gemt kl.").await;

        browser.client.switch_to_window(other).await.expect("the second page");
        browser.reload().await;
        browser.shows("3. Kommunikation").await;
        let field = browser.below(INTERPRETER, "textarea").await;
        let now = field.prop("value").await.expect("an answer").expect("a value");
        assert_eq!(now.trim(), both.trim());
    })
    .await;
}

/// Answers a question behind the page's back, as another browser does.
const WRITE_ELSEWHERE: &str = r#"
    const ask = (query, variables) => fetch('/graphql', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }),
    }).then((answer) => answer.json());
    return ask('{ municipality(slug: "esbjerg") { framework { section(section: PLANS) { questions { id revision } } } } }')
        .then(({ data }) => data.municipality.framework.section.questions[0])
        .then(({ id, revision }) => ask(
            'mutation ($input: FrameworkAnswerUpdateInput!) { frameworkAnswerUpdate(input: $input) { question { id } } }',
            { input: { id, revision, answer: 'Skrevet imens.' } },
        ))
        .then(({ data }) => data.frameworkAnswerUpdate.question.id);
"#;

#[tokio::test]
async fn what_is_written_while_the_leader_reads_is_told_before_it_is_sent() {
    journey(|browser| async move {
        browser.bring_axe().await;
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.open(DRAFT).await;
        browser.shows("Rammen under arbejde").await;
        browser.press("button", "Send til styregruppen").await;
        browser.write("Et ord til styregruppen", NOTE).await;
        assert!(browser.text(WRITE_ELSEWHERE).await.starts_with("framework-question:"));
        browser.press("button", "Send til styregruppen").await;
        browser.says("Nogen har skrevet i rammen, mens du læste den.").await;
        browser.stands("framework-behind").await;
        let note = browser.find("textbox", Name::Begins("Et ord til styregruppen")).await;
        assert_eq!(note.prop("value").await.expect("a note").as_deref(), Some(NOTE));
        browser.press("button", "Send til styregruppen").await;
        browser.says("Udgave 2 ligger hos styregruppen.").await;
    })
    .await;
}

#[tokio::test]
async fn only_the_steering_group_decides() {
    journey(|browser| async move {
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
    })
    .await;
}

#[tokio::test]
async fn a_visitor_reads_the_framework() {
    journey(|browser| async move {
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
        browser.says("Hvis Brug for hjælp → trin 6: Borgeren får hjælp til at søge kontanthjælp.").await;
        for link in ["Skriv på rammen", "Ret"] {
            assert!(browser.all("link", Name::Begins(link)).await.is_empty(), "{link}");
        }
        browser.stands("framework").await;
        browser.open("/esbjerg/ramme/1/print").await;
        browser.says("Morgenrøden").await;
        browser.open(DRAFT).await;
        browser.says("Log ind").await;
        assert!(!browser.words().await.contains("I skriver på udgave"), "the draft is not for everybody");
    })
    .await;
}
