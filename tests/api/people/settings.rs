//! `Municipality.settings` and `Mutation.municipalityUpdate`.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::on_both;

use super::{errors, one};

const READ: &str = "{ municipality(slug: \"esbjerg\") { name settings {
    name website secondFactorRequired checkIntervalDays revision } } }";
const UPDATE: &str = "mutation ($input: MunicipalityUpdateInput!) { municipalityUpdate(input: $input) {
    settings { name website secondFactorRequired checkIntervalDays revision } userErrors { code field } } }";
const NAME: &str = "{ municipality(slug: \"esbjerg\") { name website } }";

fn input(changes: Value) -> Value {
    let mut input = json!({ "municipality": "esbjerg", "revision": 1, "name": "Prøve Kommune",
        "website": "https://prove.example", "secondFactorRequired": true, "checkIntervalDays": 90 });
    for (field, value) in changes.as_object().expect("changes") {
        input[field] = value.clone();
    }
    json!({ "input": input })
}

on_both! {
    async fn a_change_is_seen_by_the_next_reader(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let settings = api.data_for(&leader, READ, json!({})).await["municipality"]["settings"].take();
        assert_eq!((&settings["name"], &settings["revision"]), (&json!("Esbjerg Kommune"), &json!(1)));
        api.data(NAME, json!({})).await;
        let answer = api.data_for(&leader, UPDATE, input(json!({}))).await["municipalityUpdate"].take();
        let expected = json!({ "name": "Prøve Kommune", "website": "https://prove.example",
            "secondFactorRequired": true, "checkIntervalDays": 90, "revision": 2 });
        assert_eq!((errors(&answer), &answer["settings"]), (vec![], &expected));
        let seen = api.data(NAME, json!({})).await["municipality"].take();
        assert_eq!(seen, json!({ "name": "Prøve Kommune", "website": "https://prove.example" }));
    }

    async fn a_second_factor_asked_of_all_withholds_roles_at_once(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let member = api.person("Medlem").await;
        let here = api.municipality_id("esbjerg").await;
        api.grant(member.id, Role::SteeringMember, Some(here), None).await;
        let member = api.sign_in(&member, false).await;
        let query = "{ viewer { roles { role } withheldRoles { role } } }";
        let before = api.data_for(&member, query, json!({})).await["viewer"].take();
        assert_eq!(before["roles"], json!([{ "role": "STEERING_MEMBER" }]));
        api.data_for(&leader, UPDATE, input(json!({}))).await;
        let after = api.data_for(&member, query, json!({})).await["viewer"].take();
        assert_eq!(after["withheldRoles"], json!([{ "role": "STEERING_MEMBER" }]));
        assert_eq!(after["roles"], json!([]));
    }

    async fn a_stale_change_is_refused_and_writes_nothing(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        api.data_for(&leader, UPDATE, input(json!({}))).await;
        let answer = api.data_for(&leader, UPDATE, input(json!({ "name": "Another" }))).await;
        assert_eq!(errors(&answer["municipalityUpdate"]), one("STALE", "revision"));
        assert_eq!(api.data(NAME, json!({})).await["municipality"]["name"], "Prøve Kommune");
    }

    async fn what_cannot_be_used_is_told_field_by_field(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let wrong = json!({ "name": "", "website": "javascript:alert(1)", "checkIntervalDays": 0 });
        let answer = api.data_for(&leader, UPDATE, input(wrong)).await["municipalityUpdate"].take();
        assert_eq!(answer["settings"], Value::Null);
        let told = [one("REQUIRED", "name"), one("INVALID", "website"), one("INVALID", "checkIntervalDays")];
        assert_eq!(errors(&answer), told.concat());
        let nowhere = api.data_for(&leader, UPDATE, input(json!({ "municipality": "nowhere" }))).await;
        assert_eq!(errors(&nowhere["municipalityUpdate"]), one("NOT_FOUND", "municipality"));
    }

    async fn others_neither_read_nor_change_them(api) {
        assert_eq!(api.error(READ, json!({})).await.0, "FORBIDDEN");
        assert_eq!(api.error(UPDATE, input(json!({}))).await.0, "FORBIDDEN");
        for (role, place) in [(Role::Partner, "esbjerg"), (Role::SteeringMember, "esbjerg"), (Role::ProjectLeader, "aabenraa")] {
            let somebody = api.somebody(role, place).await;
            assert_eq!(api.refused_to(&somebody, READ, json!({})).await, "FORBIDDEN");
            assert_eq!(api.refused_to(&somebody, UPDATE, input(json!({}))).await, "FORBIDDEN");
        }
        let administrator = api.somebody(Role::Administrator, "").await;
        api.data_for(&administrator, READ, json!({})).await;
    }
}
