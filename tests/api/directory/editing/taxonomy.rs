//! Themes, target groups, and a municipality's own words, which the search knows at once.

use entity::identity::values::Role;
use serde_json::json;
use tests::on_both;

use super::{leader, refusals};

on_both! {
    async fn a_theme_is_made_changed_and_taken_out(api) {
        let leader = leader(&api).await;
        let form = json!({ "name": "Prøvetema", "nameEn": "Sample theme", "icon": "home", "description": null });
        let create = "mutation ($input: ThemeCreateInput!) { themeCreate(input: $input) { theme { id slug revision form { name } } userErrors { code field } } }";
        let data = api.data_for(&leader, create, json!({ "input": { "municipality": "esbjerg", "form": form, "note": null } })).await;
        let theme = &data["themeCreate"]["theme"];
        assert_eq!(theme["slug"], "proevetema");
        let mut changed = form.clone();
        changed["description"] = json!("Et kapitel");
        let update = "mutation ($input: ThemeUpdateInput!) { themeUpdate(input: $input) { theme { revision description } currentRevision userErrors { code field } } }";
        let input = json!({ "id": theme["id"], "revision": 1, "form": changed, "note": null });
        let data = api.data_for(&leader, update, json!({ "input": input })).await;
        assert_eq!(data["themeUpdate"]["theme"], json!({ "revision": 2, "description": "Et kapitel" }));
        let stale = api.data_for(&leader, update, json!({ "input": input })).await;
        assert_eq!((refusals(&stale["themeUpdate"]), &stale["themeUpdate"]["currentRevision"]), (vec!["revision STALE".to_owned()], &json!(2)));
        let delete = "mutation ($input: EntryDeleteInput!) { themeDelete(input: $input) { deletedId userErrors { code field } } }";
        let data = api.data_for(&leader, delete, json!({ "input": { "id": theme["id"], "revision": 2, "note": null } })).await;
        assert_eq!(data["themeDelete"]["deletedId"], theme["id"]);

        let used = r#"{ municipality(slug: "esbjerg") { themes { id revision serviceCount } } }"#;
        let data = api.data(used, json!({})).await;
        let themes = data["municipality"]["themes"].as_array().expect("a list");
        let theme = themes.iter().find(|theme| theme["serviceCount"].as_i64() > Some(0)).expect("one in use");
        let data = api.data_for(&leader, delete, json!({ "input": { "id": theme["id"], "revision": theme["revision"], "note": null } })).await;
        assert_eq!(refusals(&data["themeDelete"]), ["id IN_USE"]);
    }

    async fn a_target_group_is_made_changed_and_taken_out(api) {
        let leader = leader(&api).await;
        let create = "mutation ($input: TargetGroupCreateInput!) { targetGroupCreate(input: $input) { targetGroup { id slug } userErrors { code field } } }";
        let input = |form: serde_json::Value| json!({ "input": { "municipality": "esbjerg", "form": form, "note": null } });
        let data = api.data_for(&leader, create, input(json!({ "name": "", "nameEn": "" }))).await;
        assert_eq!(refusals(&data["targetGroupCreate"]), ["name REQUIRED", "nameEn REQUIRED"]);
        let data = api.data_for(&leader, create, input(json!({ "name": "Prøvegruppe", "nameEn": "Sample group" }))).await;
        let group = &data["targetGroupCreate"]["targetGroup"];
        assert_eq!(group["slug"], "proevegruppe");
        let update = "mutation ($input: TargetGroupUpdateInput!) { targetGroupUpdate(input: $input) { targetGroup { name revision form { nameEn } } userErrors { code field } } }";
        let change = json!({ "id": group["id"], "revision": 1, "form": { "name": "Prøvegruppen", "nameEn": "Sample group" }, "note": null });
        let data = api.data_for(&leader, update, json!({ "input": change })).await;
        assert_eq!(data["targetGroupUpdate"]["targetGroup"]["name"], "Prøvegruppen");
        let delete = "mutation ($input: EntryDeleteInput!) { targetGroupDelete(input: $input) { deletedId userErrors { code field } } }";
        let data = api.data_for(&leader, delete, json!({ "input": { "id": group["id"], "revision": 2, "note": null } })).await;
        assert_eq!(data["targetGroupDelete"]["deletedId"], group["id"]);
        assert_eq!(api.error(create, input(json!({ "name": "x", "nameEn": "x" }))).await.0, "FORBIDDEN");
    }

    async fn a_word_of_ones_own_finds_services_at_once(api) {
        let leader = leader(&api).await;
        let search = r#"{ municipality(slug: "esbjerg") { services(search: "plimsoldallen") { nodes { slug } } } }"#;
        assert_eq!(api.data(search, json!({})).await["municipality"]["services"]["nodes"], json!([]));
        let create = "mutation ($input: ConceptCreateInput!) { conceptCreate(input: $input) { concept { id revision form { label lay } } userErrors { code field } } }";
        let form = json!({ "label": "Oqqumut", "official": ["oqqumut"], "lay": ["plimsoldallen", "plimsoldalen"] });
        let input = json!({ "municipality": "esbjerg", "form": form, "note": null });
        let data = api.data_for(&leader, create, json!({ "input": input })).await;
        let concept = data["conceptCreate"]["concept"].clone();
        assert_eq!(concept["form"]["label"], "Oqqumut");
        let found = api.data(search, json!({})).await;
        assert_eq!(found["municipality"]["services"]["nodes"][0]["slug"], "oqqumut");
        let elsewhere = search.replace("esbjerg", "aabenraa");
        assert_eq!(api.data(&elsewhere, json!({})).await["municipality"]["services"]["nodes"], json!([]));

        let data = api.data_for(&leader, create, json!({ "input": input })).await;
        assert_eq!(refusals(&data["conceptCreate"]), ["label TAKEN"]);
        let list = r#"{ municipality(slug: "esbjerg") { concepts { id form { lay } revision } } }"#;
        assert_eq!(api.data_for(&leader, list, json!({})).await["municipality"]["concepts"][0]["id"], concept["id"]);
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        assert_eq!(api.refused_to(&partner, list, json!({})).await, "FORBIDDEN");
        assert_eq!(api.error(list, json!({})).await.0, "FORBIDDEN");
        let node = api.data("query ($id: ID!) { node(id: $id) { id } }", json!({ "id": concept["id"] })).await;
        assert_eq!(node["node"], json!(null));

        let update = "mutation ($input: ConceptUpdateInput!) { conceptUpdate(input: $input) { concept { revision } userErrors { code field } } }";
        let empty = json!({ "id": concept["id"], "revision": 1, "form": { "label": "Oqqumut", "official": [], "lay": [] }, "note": null });
        let data = api.data_for(&leader, update, json!({ "input": empty })).await;
        assert_eq!(refusals(&data["conceptUpdate"]), ["lay REQUIRED"]);
        let delete = "mutation ($input: EntryDeleteInput!) { conceptDelete(input: $input) { deletedId userErrors { code field } } }";
        let data = api.data_for(&leader, delete, json!({ "input": { "id": concept["id"], "revision": 1, "note": null } })).await;
        assert_eq!(data["conceptDelete"]["deletedId"], concept["id"]);
        assert_eq!(api.data(search, json!({})).await["municipality"]["services"]["nodes"], json!([]));
    }
}
