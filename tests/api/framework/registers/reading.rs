//! Rows as they are read: under the question of their level, with the organisations called what they are called today.

use serde_json::{Value, json};
use tests::on_both;

use super::{begun, create, forum, leader, made, tool, update};
use crate::directory::editing::refusals;

on_both! {
    async fn rows_stand_under_the_question_of_their_level(api) {
        let leader = leader(&api).await;
        let begin = r#"mutation { frameworkBegin(input: { municipality: "aabenraa" }) { userErrors { code } } }"#;
        assert_eq!(api.data_for(&leader, begin, json!({})).await["frameworkBegin"]["userErrors"], json!([]));
        made(&api, &leader, forum("Blandet", "At mødes")).await;
        let steps = json!([{ "key": "a", "text": "A", "next": [] }]);
        made(&api, &leader, json!({ "pathway": { "name": "Vej", "steps": steps } })).await;
        made(&api, &leader, tool("Kort")).await;
        let query = r#"{ municipality(slug: "aabenraa") { framework { sections { questions { key isAnswered rows { title register } } } } } }"#;
        let data = api.data_for(&leader, query, json!({})).await;
        let mut found = Vec::new();
        for section in data["municipality"]["framework"]["sections"].as_array().expect("sections") {
            for question in section["questions"].as_array().expect("questions") {
                for row in question["rows"].as_array().expect("rows") {
                    assert_eq!(question["isAnswered"], true);
                    found.push(format!("{} {}", question["key"], row["title"]).replace('"', ""));
                }
            }
        }
        assert_eq!(found, ["forums_municipal Vej", "forums_mixed Blandet", "tools Kort"]);
    }

    async fn organisations_are_called_what_they_are_called_today_and_stay_by_name_when_gone(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let form = json!({ "name": "Prøveforening", "alternateNames": [], "sector": "VOLUNTARY", "phones": [], "emails": [], "links": [] });
        let make = "mutation ($input: OrganisationCreateInput!) { organisationCreate(input: $input) { organisation { id revision } } }";
        let data = api.data_for(&leader, make, json!({ "input": { "municipality": "aabenraa", "form": form } })).await;
        let id = data["organisationCreate"]["organisation"]["id"].clone();
        let named = |name: &str, role: &str| json!({ "partner": { "party": { "organisationId": id, "name": name }, "role": role } });
        let row = made(&api, &leader, named("", "Hjælper")).await;
        assert_eq!(row["title"], "Prøveforening", "the name is filled in");

        let mut renamed = form.clone();
        renamed["name"] = json!("Prøveforeningen af 2026");
        let change = "mutation ($input: OrganisationUpdateInput!) { organisationUpdate(input: $input) { organisation { id } } }";
        api.data_for(&leader, change, json!({ "input": { "id": id, "revision": 1, "form": renamed } })).await;
        let payload = update(&api, &leader, &row, named("Prøveforening", "Hjælper til")).await;
        assert_eq!(payload["row"]["title"], "Prøveforeningen af 2026");

        let delete = "mutation ($input: EntryDeleteInput!) { organisationDelete(input: $input) { deletedId } }";
        let data = api.data_for(&leader, delete, json!({ "input": { "id": id, "revision": 2 } })).await;
        assert_eq!(data["organisationDelete"]["deletedId"], id);
        let payload = update(&api, &leader, &payload["row"], named("Prøveforeningen af 2026", "Hjalp til")).await;
        assert_eq!(refusals(&payload), [""; 0]);
        let party = json!({ "organisationId": null, "name": "Prøveforeningen af 2026" });
        assert_eq!(payload["row"]["form"]["party"], party);
        assert_eq!(payload["row"]["organisations"], json!([]));
        let payload = create(&api, &leader, named("Prøveforeningen", "Ny")).await;
        assert_eq!(refusals(&payload), ["party.organisationId NOT_FOUND"], "nobody new can name it");
    }

    async fn a_forums_year_is_laid_out_without_writing_anything(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let query = r#"query ($from: NaiveDate!, $perYear: Int!) { municipality(slug: "aabenraa") { framework {
            version meetingDays(from: $from, perYear: $perYear) } } }"#;
        let lay = async |per_year: i32| {
            let variables = json!({ "from": "2026-01-01", "perYear": per_year });
            api.data_for(&leader, query, variables).await["municipality"]["framework"].take()
        };
        // Thirteen weeks on is Maundy Thursday.
        let laid = lay(4).await;
        assert_eq!(laid["meetingDays"], json!(["2026-01-01", "2026-04-09", "2026-07-02", "2026-10-01"]));
        assert_eq!(lay(4).await["version"], laid["version"]);
        // Two years of one a week can be saved.
        let days = lay(52).await["meetingDays"].as_array().expect("days").clone();
        let meetings = days.iter().flat_map(|day| {
            let next = day.as_str().expect("a day").replace("2026", "2028");
            [json!({ "date": day }), json!({ "date": next })]
        });
        let meetings: Vec<Value> = meetings.collect();
        let form = json!({ "forum": { "name": "Ugentligt", "level": "MUNICIPAL", "purpose": "At mødes", "members": [], "meetings": meetings } });
        assert_eq!(refusals(&create(&api, &leader, form).await), [""; 0]);
        for wrong in [0, 53] {
            let variables = json!({ "from": "2026-01-01", "perYear": wrong });
            assert_eq!(api.refused_to(&leader, query, variables).await, "INVALID", "{wrong}");
        }
        let visitors = api.data(query, json!({ "from": "2026-01-01", "perYear": 4 })).await;
        assert_eq!(visitors["municipality"]["framework"], json!(null));
    }
}
