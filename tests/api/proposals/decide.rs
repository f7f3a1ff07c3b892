//! `proposalAccept` and `proposalDecline`: the project leader's decision.

use entity::directory::values::ChangeAction;
use entity::identity::values::Role;
use serde_json::{Value, json};
use server::audit::chain::{self, Verdict};
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::{changes, list, mail_to, partner, propose, read};

const ACCEPT: &str = "mutation ($input: ProposalAcceptInput!) { proposalAccept(input: $input) {
    proposal { status answer decidedAt revision } userErrors { code field }
    currentContact { title } currentService { name } currentRevision changedBy } }";
const DECLINE: &str = "mutation ($input: ProposalDeclineInput!) { proposalDecline(input: $input) {
    proposal { status answer } userErrors { code field } } }";
const CHANGE: &str =
    "mutation ($input: ContactUpdateInput!) { contactUpdate(input: $input) { userErrors { code field } } }";

async fn accept(api: &Api, leader: &Somebody, input: Value) -> Value {
    let data = api.data_for(leader, ACCEPT, json!({ "input": input })).await;
    data["proposalAccept"].clone()
}

async fn change_title(api: &Api, leader: &Somebody, title: &str) {
    let contact = read(api, leader).await;
    let mut form = contact["form"].clone();
    form["title"] = json!(title);
    let input = json!({ "id": contact["id"], "revision": contact["revision"], "form": form });
    let data = api.data_for(leader, CHANGE, json!({ "input": input })).await;
    assert_eq!(data["contactUpdate"]["userErrors"], json!([]));
}

on_both! {
    async fn accepting_changes_the_entry_and_tells_the_proposer(api) {
        let (partner, leader) = (partner(&api).await, api.somebody(Role::ProjectLeader, "esbjerg").await);
        let made = propose(&api, &partner, "Prøvetitel").await;
        let input = json!({ "id": made["proposal"]["id"], "revision": 1, "answer": "Tak!" });
        let accepted = accept(&api, &leader, input.clone()).await;
        assert_eq!(accepted["userErrors"], json!([]));
        assert_eq!((&accepted["proposal"]["status"], &accepted["proposal"]["revision"]), (&json!("ACCEPTED"), &json!(2)));
        assert_eq!(read(&api, &partner).await["title"], "Prøvetitel");

        let change = changes(&api).await.pop().expect("a change");
        assert_eq!((change.action, change.person_id), (ChangeAction::Updated, Some(leader.id)));
        assert_eq!(change.note.as_deref(), Some("Foreslået af Prøve Partner"));
        let mail = mail_to(&api, &partner.email).await;
        assert!(mail.body.contains("Tak!"), "{}", mail.body);
        assert_eq!(list(&api, &partner).await[0]["answer"], "Tak!");
        let verdict = chain::verify(api.app.db()).await.expect("a verdict");
        assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");

        let twice = json!([{ "code": "STALE", "field": "revision" }]);
        assert_eq!(accept(&api, &leader, input).await["userErrors"], twice);
    }

    async fn an_adjusted_proposal_is_taken_over_as_adjusted(api) {
        let (partner, leader) = (partner(&api).await, api.somebody(Role::ProjectLeader, "esbjerg").await);
        let made = propose(&api, &partner, "Prøvetitel").await;
        let mut form = read(&api, &leader).await["form"].clone();
        form["title"] = json!("Prøvetitel, tilrettet");
        let input = json!({ "id": made["proposal"]["id"], "revision": 1, "contactForm": form, "subjectRevision": 1 });
        let accepted = accept(&api, &leader, input).await;
        assert_eq!(accepted["proposal"]["status"], "ADJUSTED");
        assert_eq!(read(&api, &partner).await["title"], "Prøvetitel, tilrettet");
    }

    async fn an_outdated_proposal_is_only_taken_over_adjusted(api) {
        let (partner, leader) = (partner(&api).await, api.somebody(Role::ProjectLeader, "esbjerg").await);
        let made = propose(&api, &partner, "Prøvetitel").await;
        change_title(&api, &leader, "Ny titel imens").await;
        assert_eq!(list(&api, &leader).await[0]["isOutdated"], true);
        let id = &made["proposal"]["id"];
        let stale = json!([{ "code": "STALE", "field": "revision" }]);
        let late = accept(&api, &leader, json!({ "id": id, "revision": 1 })).await;
        assert_eq!(late["userErrors"], stale);
        let newer = json!({ "title": "Ny titel imens" });
        assert_eq!((&late["currentContact"], &late["currentService"]), (&newer, &Value::Null), "what stands there now");
        assert_eq!((&late["currentRevision"], &late["changedBy"]), (&json!(2), &json!("Prøve ProjectLeader")));
        assert_eq!(read(&api, &leader).await["title"], "Ny titel imens");

        let now = read(&api, &leader).await;
        let mut form = now["form"].clone();
        form["title"] = json!("Begge dele");
        let mut input = json!({ "id": id, "revision": 1, "contactForm": form, "subjectRevision": 1 });
        let late = accept(&api, &leader, input.clone()).await;
        assert_eq!((&late["userErrors"], &late["currentContact"]), (&stale, &newer), "written on an old revision");
        input["subjectRevision"] = Value::Null;
        let late = accept(&api, &leader, input.clone()).await;
        assert_eq!(late["userErrors"], stale, "who does not say what they read overwrites nothing either");
        input["subjectRevision"] = now["revision"].clone();
        assert_eq!(accept(&api, &leader, input).await["proposal"]["status"], "ADJUSTED");
        assert_eq!(read(&api, &leader).await["title"], "Begge dele");
    }

    async fn declining_needs_a_word_why_and_changes_nothing(api) {
        let (partner, leader) = (partner(&api).await, api.somebody(Role::ProjectLeader, "esbjerg").await);
        let before = read(&api, &partner).await;
        let made = propose(&api, &partner, "Prøvetitel").await;
        let decline = async |answer: &str| {
            let input = json!({ "id": made["proposal"]["id"], "revision": 1, "answer": answer });
            api.data_for(&leader, DECLINE, json!({ "input": input })).await["proposalDecline"].clone()
        };
        let required = json!([{ "code": "REQUIRED", "field": "answer" }]);
        assert_eq!(decline("  ").await["userErrors"], required);
        assert_eq!(decline("Titlen passer.").await["proposal"], json!({ "status": "DECLINED", "answer": "Titlen passer." }));
        assert_eq!(read(&api, &partner).await, before);
        let mail = mail_to(&api, &partner.email).await;
        assert!(mail.body.contains("Titlen passer."), "{}", mail.body);
    }

    async fn only_the_municipalitys_project_leader_decides(api) {
        let partner = partner(&api).await;
        let made = propose(&api, &partner, "Prøvetitel").await;
        let input = json!({ "input": { "id": made["proposal"]["id"], "revision": 1 } });
        assert_eq!(api.refused_to(&partner, ACCEPT, input.clone()).await, "FORBIDDEN");
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(api.refused_to(&stranger, ACCEPT, input.clone()).await, "NOT_FOUND");
        assert_eq!(api.error(ACCEPT, input).await.0, "NOT_FOUND");
        let decline = json!({ "input": { "id": made["proposal"]["id"], "revision": 1, "answer": "Nej" } });
        assert_eq!(api.refused_to(&partner, DECLINE, decline.clone()).await, "FORBIDDEN");
        assert_eq!(api.error(DECLINE, decline).await.0, "NOT_FOUND");
    }

    async fn a_form_that_is_wrong_is_refused_and_nothing_is_decided(api) {
        let (partner, leader) = (partner(&api).await, api.somebody(Role::ProjectLeader, "esbjerg").await);
        let made = propose(&api, &partner, "Prøvetitel").await;
        let mut form = read(&api, &leader).await["form"].clone();
        form["phones"] = json!([{ "number": "12", "kind": "VOICE" }]);
        let input = json!({ "id": made["proposal"]["id"], "revision": 1, "contactForm": form });
        let errors = accept(&api, &leader, input).await["userErrors"].clone();
        assert_eq!(errors[0], json!({ "code": "INVALID", "field": "phones.0.number" }));
        assert_eq!(list(&api, &leader).await[0]["status"], "PENDING");
    }
}
