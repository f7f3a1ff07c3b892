//! `errorReport`: anybody can say that an entry is wrong.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::Api;
use tests::{on_both, rows};

use super::{list, mail_to, mails};

const REPORT: &str =
    "mutation ($input: ErrorReportInput!) { errorReport(input: $input) { done userErrors { code field } } }";

async fn report(api: &Api, message: &str, name: Option<&str>, email: Option<&str>) -> Value {
    let of = rows::municipality(api.app.db(), "esbjerg").await.id;
    let id = format!("service:{}", rows::service(api.app.db(), of, "oqqumut").await.id.0);
    let input = json!({ "subject": id, "message": message, "name": name, "email": email });
    let data = api.data(REPORT, json!({ "input": input })).await;
    data["errorReport"].clone()
}

fn refused(code: &str, field: Option<&str>) -> Value {
    json!({ "done": false, "userErrors": [{ "code": code, "field": field }] })
}

on_both! {
    async fn a_visitor_reports_and_the_project_leader_reads_and_answers_it(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let done = json!({ "done": true, "userErrors": [] });
        let words = "Telefonen er <script>alert(1)</script> forkert";
        assert_eq!(report(&api, words, Some("Prøve Gæst"), Some("gaest@prove.example")).await, done);
        let seen = list(&api, &leader).await;
        assert_eq!(seen[0]["message"], words);
        assert_eq!((&seen[0]["subjectName"], &seen[0]["isOutdated"]), (&json!("Oqqumut"), &json!(false)));
        let mail = mail_to(&api, &leader.email).await;
        assert_eq!(mail.subject, "Der er meldt en fejl: Oqqumut");

        let accept = "mutation ($id: ID!) { proposalAccept(input: { id: $id, revision: 1, answer: \"Rettet, tak\" }) {
            proposal { status } userErrors { code } } }";
        let data = api.data_for(&leader, accept, json!({ "id": seen[0]["id"] })).await;
        assert_eq!(data["proposalAccept"]["proposal"]["status"], "ACCEPTED");
        let mail = mail_to(&api, "gaest@prove.example").await;
        assert!(mail.body.contains("Rettet, tak"), "{}", mail.body);
    }

    async fn ten_an_hour_from_one_place_and_no_more(api) {
        let done = json!({ "done": true, "userErrors": [] });
        for number in 0..10 {
            assert_eq!(report(&api, &format!("Fejl {number}"), None, None).await, done);
        }
        assert_eq!(report(&api, "Fejl 11", None, None).await, refused("THROTTLED", None));
        api.set_clock("2026-03-03T10:00:01Z");
        assert_eq!(report(&api, "Fejl 12", None, None).await, done);
    }

    async fn what_cannot_be_used_is_refused(api) {
        assert_eq!(report(&api, " ", None, None).await, refused("REQUIRED", Some("message")));
        assert_eq!(report(&api, &"æ".repeat(2_001), None, None).await, refused("TOO_LONG", Some("message")));
        assert_eq!(report(&api, "Fejl", None, Some("ingen")).await, refused("INVALID", Some("email")));
        assert_eq!(report(&api, "Fejl", Some(&"x".repeat(201)), None).await, refused("TOO_LONG", Some("name")));
        assert_eq!(report(&api, "Fejl", Some("a\nb"), None).await, refused("INVALID", Some("name")));
        assert_eq!(mails(&api).await.len(), 0);
    }

    async fn nothing_is_said_about_what_one_may_not_see(api) {
        let of = rows::municipality(api.app.db(), "esbjerg").await.id;
        let unit = rows::organisation(api.app.db(), of, "kfum").await.id;
        let person = rows::Person {
            name: "Prøve Skjult",
            title: "Prøve",
            phone: "+4520000000",
            email: "x@prove.example",
            visibility: entity::directory::values::Visibility::SignedIn,
        };
        let hidden = rows::add_contact(api.app.db(), of, unit, &person).await.0;
        rows::touch(api.app.db(), of).await;
        api.refresh().await;
        let theme = "theme:0190b3c2-0000-7000-8000-000000000000".to_owned();
        for subject in [format!("contact:{hidden}"), theme, "x".to_owned()] {
            let input = json!({ "input": { "subject": subject, "message": "Fejl" } });
            assert_eq!(api.error(REPORT, input).await.0, "NOT_FOUND", "{subject}");
        }
    }
}
