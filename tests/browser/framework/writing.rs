//! Two who write at the same time: the same answer, and while the leader reads what is to be sent.

use fantoccini::Locator;
use server::sample::people::PASSWORD;

use super::{DRAFT, LEADER, NOTE, PROFESSIONAL};
use crate::harness::{Browser, Name, on_both};

const INTERPRETER: &str = "Hvordan får man en tolk?";

impl Browser {
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

on_both! {
    async fn two_who_write_the_same_answer_lose_no_word(browser) {
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

        browser.client.switch_to_window(first.clone()).await.expect("the first page");
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

        // Meanwhile the other writes on: that, too, is shown before anything is written over.
        browser.client.switch_to_window(other.clone()).await.expect("the second page");
        browser.answer(INTERPRETER, " Og lidt til.").await;
        browser.says("Ikke gemt endnu").await;
        // What is read aloud still tells of the time before.
        browser.says_no_more("Ikke gemt endnu").await;
        browser.says_no_more("Gemmer …").await;
        browser.says("Gemt kl.").await;
        browser.client.switch_to_window(first).await.expect("the first page");
        browser.press("button", "Gem svaret").await;
        browser.says("Begge svar er her.").await;
        browser.says("Og lidt til.").await;
        browser.press("button", "Skriv dem sammen").await;
        let both = browser.find("textbox", Name::Begins("Begge svar i ét.")).await;
        let both = both.prop("value").await.expect("an answer").expect("a value");
        for words in ["Det, den anden skrev.", "Og lidt til.", "Det, jeg skrev."] {
            assert!(both.contains(words), "{both}");
        }
        browser.press("button", "Gem svaret").await;
        browser.says("Gemt kl.").await;

        browser.client.switch_to_window(other).await.expect("the second page");
        browser.reload().await;
        browser.shows("3. Kommunikation").await;
        let field = browser.below(INTERPRETER, "textarea").await;
        let now = field.prop("value").await.expect("an answer").expect("a value");
        assert_eq!(now.trim(), both.trim());
    }
}

/// Changes a forum behind the page's back, as another browser does.
const CHANGE_FORUM: &str = r#"
    const ask = (query, variables) => fetch('/graphql', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }),
    }).then((answer) => answer.json());
    return ask(`{ municipality(slug: "esbjerg") { framework { section(section: ORGANISATION) { questions { rows {
            id revision form { ... on ForumForm { name level purpose rhythm meetingsPerYear } } } } } } } }`)
        .then(({ data }) => data.municipality.framework.section.questions.flatMap(({ rows }) => rows))
        .then((rows) => rows.find(({ form }) => form?.name === 'Netværksgruppen (projektgruppen)'))
        .then(({ id, revision, form }) => ask(
            'mutation ($input: RegisterRowUpdateInput!) { registerRowUpdate(input: $input) { row { id } } }',
            { input: { id, revision, form: { forum: { ...form, members: [], meetings: [], rhythm: 'Hver anden torsdag' } } } },
        ))
        .then(({ data }) => data.registerRowUpdate.row.id);
"#;

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

on_both! {
    async fn what_is_written_while_the_leader_reads_is_told_before_it_is_sent(browser) {
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
        assert_eq!(browser.value("Et ord til styregruppen").await, NOTE);
        browser.press("button", "Send til styregruppen").await;
        browser.says("Udgave 2 ligger hos styregruppen.").await;
    }

    async fn of_a_forum_that_two_change_both_versions_are_offered(browser) {
        browser.bring_axe().await;
        browser.make_accounts().await;
        browser.sign_in(LEADER).await;
        browser.open("/esbjerg/ramme/udkast/organisering").await;
        browser.shows("2. Organisering af indsatsen").await;
        browser.press("link", Name::Is("Ret : Netværksgruppen (projektgruppen)")).await;
        browser.shows("Ret: Netværksgruppen (projektgruppen)").await;
        browser.write("Hvor tit mødes I?", "Hver måned").await;
        assert!(browser.text(CHANGE_FORUM).await.starts_with("register-row:"));
        browser.press("button", "Gem").await;
        browser.says("har ændret det samme, mens du skrev").await;
        browser.says("Dine ændringer er her stadig.").await;
        for version in ["Hver måned", "Hver anden torsdag"] {
            browser.says(version).await;
        }
        browser.stands("framework-forum-both").await;
        let mine = browser.client.wait().for_element(Locator::Css("label[for='stale-0-mine']")).await.expect("mine");
        mine.click().await.expect("chosen");
        browser.press("button", "Gem det valgte").await;
        browser.shows("2. Organisering af indsatsen").await;
        browser.says("Hver måned").await;
    }
}
