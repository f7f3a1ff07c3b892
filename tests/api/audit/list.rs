//! `Municipality.audit`: the log, read by those who look after a municipality.

use entity::identity::values::Role;
use serde_json::{Value, json};
use server::access::Action;
use server::audit::Told;
use tests::api::{Api, column};
use tests::on_both;
use tests::people::Somebody;
use tests::rows;

use super::write;

const QUERY: &str = "query ($first: Int! = 50, $after: String, $filter: AuditFilter) { municipality(slug: \"esbjerg\") {
    audit(first: $first, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage endCursor }
        nodes { id sequence at actorName action subject subjectName detail address before after } edges { cursor } } } }";

/// One entry an hour: of a command, about a service; of the leader, about a person; in the other municipality.
async fn prepare(api: &Api) -> Somebody {
    let db = api.app.db();
    let here = rows::municipality(db, "esbjerg").await.id;
    let service = rows::service(db, here, "oqqumut").await;
    api.set_clock("2026-03-04T22:59:00Z");
    let told =
        Told { before: Some(json!({ "name": "x" })), after: Some(json!({ "name": "y" })), detail: None };
    write(&api.ctx(), Some(here), Action::DirectoryWrite, &format!("service:{}", service.id.0), told).await;
    api.set_clock("2026-03-04T23:01:00Z");
    let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
    invite(api, &leader).await;
    let there = rows::municipality(db, "aabenraa").await.id;
    write(&api.ctx(), Some(there), Action::DirectoryWrite, "service:elsewhere", Told::default()).await;
    leader
}

async fn invite(api: &Api, leader: &Somebody) {
    let query =
        "mutation ($input: PersonInviteInput!) { personInvite(input: $input) { userErrors { code } } }";
    let input = json!({ "municipality": "esbjerg", "email": "ny@example.org", "name": "Prøve Ny",
        "role": "STEERING_MEMBER" });
    api.data_for(leader, query, json!({ "input": input })).await;
}

async fn log(api: &Api, leader: &Somebody, variables: Value) -> Value {
    api.data_for(leader, QUERY, variables).await["municipality"]["audit"].take()
}

on_both! {
    async fn it_tells_who_did_what_to_what_the_newest_first(api) {
        let leader = prepare(&api).await;
        let log = log(&api, &leader, json!({})).await;
        assert_eq!(log["totalCount"], 3);
        assert_eq!(column(&log["nodes"], "/action"), ["PeopleManage", "DirectoryWrite", "SampleLoad"]);
        assert_eq!(
            column(&log["nodes"], "/actorName"),
            ["Prøve ProjectLeader", "tovholder test", "tovholder test"]
        );
        assert_eq!(log["nodes"][0]["subjectName"], "Prøve Ny");
        assert_eq!(log["nodes"][1]["subjectName"], "Oqqumut");
        assert_eq!(log["nodes"][1]["before"], r#"{"name":"x"}"#);
        assert_eq!(log["nodes"][2]["subjectName"], "Esbjerg Kommune");
        assert!(!log.to_string().contains("elsewhere"), "another municipality's stay there");
    }

    async fn filters_narrow_it(api) {
        let leader = prepare(&api).await;
        let me = format!("person:{}", leader.id.0);
        let all = log(&api, &leader, json!({})).await;
        let service = all["nodes"][1]["subject"].clone();
        for (filter, expected) in [
            (json!({ "actions": ["DirectoryWrite", "SampleLoad"] }), vec!["DirectoryWrite", "SampleLoad"]),
            (json!({ "actions": [] }), vec!["PeopleManage", "DirectoryWrite", "SampleLoad"]),
            (json!({ "actions": ["Dance"] }), vec![]),
            (json!({ "person": me }), vec!["PeopleManage"]),
            (json!({ "subject": service }), vec!["DirectoryWrite"]),
            // Midnight in Denmark lies between the two.
            (json!({ "from": "2026-03-05", "to": "2026-03-05" }), vec!["PeopleManage"]),
            (json!({ "from": "2026-03-04", "to": "2026-03-04" }), vec!["DirectoryWrite"]),
            (json!({ "person": me, "to": "2026-03-04" }), vec![]),
        ] {
            let found = log(&api, &leader, json!({ "filter": filter })).await;
            assert_eq!(column(&found["nodes"], "/action"), expected, "{filter}");
            assert_eq!(found["totalCount"], expected.len(), "{filter}");
        }
    }

    async fn it_is_read_page_by_page(api) {
        let leader = prepare(&api).await;
        let mut read = Vec::new();
        let mut after = Value::Null;
        loop {
            let page = log(&api, &leader, json!({ "first": 1, "after": after })).await;
            read.extend(column(&page["nodes"], "/action"));
            after = page["pageInfo"]["endCursor"].clone();
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
        }
        assert_eq!(read, ["PeopleManage", "DirectoryWrite", "SampleLoad"]);
    }

    async fn only_those_who_look_after_the_municipality_read_it(api) {
        let administrator = api.somebody(Role::Administrator, "").await;
        api.data_for(&administrator, QUERY, json!({})).await;
        assert_eq!(api.error(QUERY, json!({})).await.0, "FORBIDDEN");
        for (role, place) in [
            (Role::Partner, "esbjerg"),
            (Role::Professional, "esbjerg"),
            (Role::SteeringMember, "esbjerg"),
            (Role::ProjectLeader, "aabenraa"),
        ] {
            let somebody = api.somebody(role, place).await;
            assert_eq!(api.refused_to(&somebody, QUERY, json!({})).await, "FORBIDDEN", "{role:?} of {place}");
        }
    }

    async fn what_is_no_key_and_no_size_is_refused(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        for variables in [
            json!({ "first": 0 }),
            json!({ "after": "service:1" }),
            json!({ "filter": { "person": "service:1" } }),
        ] {
            assert_eq!(api.refused_to(&leader, QUERY, variables).await, "INVALID");
        }
    }

    async fn a_page_takes_the_same_statements_whatever_its_length(api) {
        let leader = prepare(&api).await;
        let before = api.statements();
        log(&api, &leader, json!({})).await;
        assert_eq!(api.statements() - before, 4, "one for the session; the page, the names, the number of them");
    }
}
