//! Every entry of the samples, read as its form and sent back as it is, has nothing wrong in it and changes nothing.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::Api;
use tests::database::Kind;

use super::{CONTACT, Entry, ORGANISATION, SERVICE, entry, refusals, update};

async fn all(api: &Api, slug: &str) -> (tests::people::Somebody, Vec<(&'static str, Value)>) {
    let leader = api.somebody(Role::ProjectLeader, slug).await;
    let mut found = Vec::new();
    for (kind, list, fields) in [
        ("Organisation", "organisations", ORGANISATION),
        ("Contact", "contacts", CONTACT),
        ("Service", "services", SERVICE),
    ] {
        let query = format!(
            "query ($slug: String!) {{ municipality(slug: $slug) {{ {list}(first: 100) {{ nodes {{
                id revision form {{ {fields} }} }} }} }} }}"
        );
        let data = api.data_for(&leader, &query, json!({ "slug": slug })).await;
        let nodes = data["municipality"][list]["nodes"].as_array().expect("a list").clone();
        found.extend(nodes.into_iter().map(|node| (kind, node)));
    }
    (leader, found)
}

// Once: what is valid does not depend on the database.
#[tokio::test]
async fn the_samples_own_entries_are_valid() {
    let api = Api::with_samples(Kind::Sqlite).await;
    for slug in ["esbjerg", "aabenraa"] {
        let (leader, entries) = all(&api, slug).await;
        assert!(entries.len() > 60, "{slug}");
        for (kind, node) in entries {
            let read = entry(&node);
            // A blank at the end is tidied away; that makes it another form and lets the rules look at it.
            let mut form = read.form.clone();
            let name = form["name"].as_str().expect("a name").to_owned();
            form["name"] = json!(format!("{name} "));
            let sent = Entry { form, ..entry(&node) };
            let payload = update(&api, &leader, kind, &sent).await;
            assert_eq!(refusals(&payload), [""; 0], "{slug}: {name}");
            let after = &payload[kind.to_lowercase()];
            assert_eq!(after["form"], read.form, "{slug}: {name}");
            assert_eq!(after["revision"], json!(read.revision), "{name}: nothing has changed");
            // With a word more it is another form, and every rule is held against it.
            let mut form = read.form.clone();
            form["sourceNote"] = json!("Prøve");
            let payload = update(&api, &leader, kind, &Entry { form, ..read }).await;
            assert_eq!(refusals(&payload), [""; 0], "{slug}: {name}");
        }
    }
}
