//! `Municipality.people`.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;
use tests::people::Somebody;

const QUERY: &str = "query ($slug: String! = \"esbjerg\", $first: Int! = 50, $after: String) { municipality(slug: $slug) {
    people(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
        nodes { person { id name email } roles { role organisation { slug } } sessions { id address isThisOne }
            lastSeenAt invitationPending }
        edges { cursor node { person { name } } } } } }";

async fn people(api: &Api, somebody: &Somebody, variables: Value) -> Value {
    api.data_for(somebody, QUERY, variables).await["municipality"]["people"].take()
}

on_both! {
    async fn it_shows_everybody_with_a_role_here_and_nobody_else(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        api.somebody_of(Role::Partner, "esbjerg", Some("jobcenter-esbjerg")).await;
        api.somebody(Role::SteeringMember, "aabenraa").await;
        api.somebody(Role::Administrator, "").await;
        let people = people(&api, &leader, json!({})).await;
        assert_eq!(column(&people["nodes"], "/person/name"), ["Prøve Partner", "Prøve ProjectLeader"]);
        assert_eq!(people["nodes"][0]["roles"][0]["organisation"]["slug"], "jobcenter-esbjerg");
        assert_eq!(people["nodes"][0]["roles"].as_array().map(Vec::len), Some(1));
        assert_eq!(people["nodes"][1]["sessions"][0]["isThisOne"], true);
        assert_eq!(people["totalCount"], 2);
    }

    async fn roles_and_sessions_elsewhere_are_not_shown(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let both = api.somebody(Role::SteeringMember, "esbjerg").await;
        let there = api.municipality_id("aabenraa").await;
        api.grant(both.id, Role::ProjectLeader, Some(there), None).await;
        let found = people(&api, &leader, json!({})).await;
        let theirs = &found["nodes"][1];
        assert_eq!(theirs["roles"], json!([{ "role": "STEERING_MEMBER", "organisation": null }]));
        assert_eq!(theirs["sessions"], json!([]), "not for this municipality alone");
        let administrator = api.somebody(Role::Administrator, "").await;
        let found = people(&api, &administrator, json!({})).await;
        assert_eq!(found["nodes"][1]["sessions"].as_array().map(Vec::len), Some(1));
    }

    async fn it_is_read_page_by_page(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        for role in [Role::Partner, Role::Professional, Role::SteeringMember] {
            api.somebody(role, "esbjerg").await;
        }
        let page = people(&api, &leader, json!({ "first": 3 })).await;
        assert_eq!(page["pageInfo"]["hasNextPage"], true);
        let after = page["pageInfo"]["endCursor"].clone();
        let rest = people(&api, &leader, json!({ "first": 3, "after": after })).await;
        assert_eq!(column(&rest["edges"], "/node/person/name"), ["Prøve SteeringMember"]);
        let wrong = json!({ "after": "person:01900000-0000-7000-8000-000000000000" });
        assert_eq!(api.refused_to(&leader, QUERY, wrong).await, "INVALID");
    }

    async fn only_those_who_look_after_them_see_them(api) {
        assert_eq!(api.error(QUERY, json!({})).await.0, "FORBIDDEN");
        for (role, place) in [(Role::Partner, "esbjerg"), (Role::SteeringMember, "esbjerg"), (Role::ProjectLeader, "aabenraa")] {
            let somebody = api.somebody(role, place).await;
            assert_eq!(api.refused_to(&somebody, QUERY, json!({})).await, "FORBIDDEN");
        }
    }

    async fn it_takes_three_statements_however_many_they_are(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let mut counts = Vec::new();
        for _ in 0..2 {
            let before = api.statements();
            people(&api, &leader, json!({})).await;
            counts.push(api.statements() - before);
            for _ in 0..10 {
                api.somebody(Role::Partner, "esbjerg").await;
            }
        }
        assert_eq!(counts, [4, 4], "and one for the session");
    }
}
