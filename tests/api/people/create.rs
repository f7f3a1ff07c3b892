//! `Mutation.municipalityCreate`.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;

use super::{errors, one};

const CREATE: &str = "mutation ($input: MunicipalityCreateInput!) { municipalityCreate(input: $input) {
    municipality { id slug name services { totalCount } } userErrors { code field } } }";

fn input(changes: Value) -> Value {
    let mut input = json!({ "slug": "provekommune", "code": "999", "name": "Prøve Kommune" });
    for (field, value) in changes.as_object().expect("changes") {
        input[field] = value.clone();
    }
    json!({ "input": input })
}

on_both! {
    async fn a_new_municipality_is_there_at_once_and_empty(api) {
        let administrator = api.somebody(Role::Administrator, "").await;
        let answer = api.data_for(&administrator, CREATE, input(json!({}))).await["municipalityCreate"].take();
        assert_eq!((errors(&answer), &answer["municipality"]["services"]["totalCount"]), (vec![], &json!(0)));
        let found = api.data("{ municipality(slug: \"provekommune\") { name } }", json!({})).await;
        assert_eq!(found["municipality"]["name"], "Prøve Kommune");
        let other = Api::on(api.database.again()).await;
        let found = other.data("{ municipalities { slug } }", json!({})).await;
        assert_eq!(found["municipalities"].as_array().map(Vec::len), Some(4));
    }

    async fn what_is_taken_or_no_slug_is_told(api) {
        let administrator = api.somebody(Role::Administrator, "").await;
        for (changes, code, field) in [
            (json!({ "slug": "esbjerg" }), "TAKEN", "slug"),
            (json!({ "code": "561" }), "TAKEN", "code"),
            (json!({ "slug": "graphql" }), "TAKEN", "slug"),
            (json!({ "slug": "Æbelø" }), "INVALID", "slug"),
            (json!({ "code": "56" }), "INVALID", "code"),
            (json!({ "name": " " }), "REQUIRED", "name"),
            (json!({ "website": "x" }), "INVALID", "website"),
        ] {
            let answer = api.data_for(&administrator, CREATE, input(changes)).await["municipalityCreate"].take();
            assert_eq!(errors(&answer), one(code, field));
        }
    }

    async fn only_administrators_make_one(api) {
        assert_eq!(api.error(CREATE, input(json!({}))).await.0, "FORBIDDEN");
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(api.refused_to(&leader, CREATE, input(json!({}))).await, "FORBIDDEN");
    }
}
