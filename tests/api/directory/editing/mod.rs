//! Editing the directory: each operation works, is refused to whom it is not for, and refuses what is not valid.

mod forms;

mod organisation;

mod contact;

mod service;

mod stale;

mod history;

mod merge;

mod taxonomy;

mod scripts;

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::Api;
use tests::people::Somebody;

/// The fields of each kind's form, as a query asks for them.
pub const ORGANISATION: &str = "name alternateNames sector parentId cvr description
    location { name address1 postalCode city } phones { number kind description }
    emails { address description } links { url label } sourceNote";
pub const CONTACT: &str = "organisationId kind name title department visibility
    phones { number kind description } emails { address description }
    schedules { byday weeks opensAt closesAt validFrom validTo description } sourceNote";
pub const SERVICE: &str = "organisationId parentId name alternateNames themeIds targetGroupIds purpose description
    eligibilityDescription minimumAge maximumAge access applicationProcess legalBasis { act paragraph } languages
    interpretationServices capacities { unit maximum description } costOptions { amount description }
    feesDescription keyFigures { label value valueTo unit year description source }
    schedules { byday weeks opensAt closesAt validFrom validTo description }
    scheduleExceptions { validFrom validTo closed opensAt closesAt description }
    locations { name address1 postalCode city } phones { number kind description }
    emails { address description } links { url label } contacts { contactId role }
    status pausedUntil ownerId checkIntervalDays sourceNote";

/// An entry as it is edited.
pub struct Entry {
    pub id: String,
    pub revision: i64,
    pub form: Value,
}

/// A project leader of Esbjerg.
pub async fn leader(api: &Api) -> Somebody {
    api.somebody(Role::ProjectLeader, "esbjerg").await
}

/// Reads the entry of this kind (`service` …) with this slug in Esbjerg.
pub async fn read(api: &Api, leader: &Somebody, kind: &str, slug: &str) -> Entry {
    let fields = if kind == "service" { SERVICE } else { ORGANISATION };
    let query = format!(
        "query ($slug: String!) {{ municipality(slug: \"esbjerg\") {{ {kind}(slug: $slug) {{
            id revision form {{ {fields} }} }} }} }}"
    );
    let data = api.data_for(leader, &query, json!({ "slug": slug })).await;
    entry(&data["municipality"][kind])
}

/// Reads the contact of this name in Esbjerg.
pub async fn read_contact(api: &Api, leader: &Somebody, name: &str) -> Entry {
    let query = format!(
        "query ($name: String!) {{ municipality(slug: \"esbjerg\") {{ contacts(search: $name, first: 1) {{ nodes {{
            id revision form {{ {CONTACT} }} }} }} }} }}"
    );
    let data = api.data_for(leader, &query, json!({ "name": name })).await;
    entry(&data["municipality"]["contacts"]["nodes"][0])
}

pub fn entry(read: &Value) -> Entry {
    Entry {
        id: read["id"].as_str().unwrap_or_else(|| panic!("no entry: {read}")).to_owned(),
        revision: read["revision"].as_i64().expect("a revision"),
        form: read["form"].clone(),
    }
}

/// The text of a mutation that changes an entry of this kind (`Service` …).
pub fn update_of(kind: &str) -> String {
    let (lower, fields) = match kind {
        "Organisation" => ("organisation", ORGANISATION),
        "Contact" => ("contact", CONTACT),
        _ => ("service", SERVICE),
    };
    format!(
        "mutation ($input: {kind}UpdateInput!) {{ {lower}Update(input: $input) {{
            {lower} {{ id revision form {{ {fields} }} }} current {{ {fields} }} currentRevision changedBy
            userErrors {{ code field message }} }} }}"
    )
}

/// Sends a form as the change of an entry; returns the payload.
pub async fn update(api: &Api, somebody: &Somebody, kind: &str, entry: &Entry) -> Value {
    let input = json!({ "id": entry.id, "revision": entry.revision, "form": entry.form, "note": null });
    let mut data = api.data_for(somebody, &update_of(kind), json!({ "input": input })).await;
    data[format!("{}Update", kind.to_lowercase())].take()
}

/// Code and field of each thing that was wrong, by field.
pub fn refusals(payload: &Value) -> Vec<String> {
    let errors = payload["userErrors"].as_array().unwrap_or_else(|| panic!("no payload: {payload}"));
    let mut told: Vec<String> = errors
        .iter()
        .map(|error| {
            let word = |name: &str| error[name].as_str().unwrap_or("-").to_owned();
            format!("{} {}", word("field"), word("code"))
        })
        .collect();
    told.sort();
    told
}

/// The changes of an entry, the newest first.
pub async fn changes(api: &Api, somebody: &Somebody, id: &str) -> Value {
    let query = "query ($id: ID) { municipality(slug: \"esbjerg\") { changes(first: 50, subject: $id) { totalCount nodes {
        id kind subjectId subjectName action actorName note revision canRestore fields { field before after } } } } }";
    let mut data = api.data_for(somebody, query, json!({ "id": id })).await;
    data["municipality"]["changes"].take()
}

/// Sets an entry to the state after a change; returns the payload.
pub async fn restore(api: &Api, somebody: &Somebody, change: &Value, revision: i64) -> Value {
    let query = "mutation ($input: EntryRestoreInput!) { entryRestore(input: $input) {
        entry { id } userErrors { code field message } } }";
    let input = json!({ "changeId": change["id"], "revision": revision });
    let mut data = api.data_for(somebody, query, json!({ "input": input })).await;
    data["entryRestore"].take()
}
