//! Tenancy: what belongs to one municipality never stands in another's answers. Every field that a municipality has is
//! asked, with arguments taken from the other; a field that is added later has no case here and fails the proof.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use entity::directory::{contact, organisation, service, target_group, theme};
use entity::identity::values::Role;
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::large::{self, Size};
use tests::shape::Shape;
use tests::{on_both, rows};

const SLUGS: [&str; 3] = ["aabenraa", "esbjerg", "prove"];
/// How many objects deep an answer is read.
const DEPTH: usize = 3;

/// Everything by which a municipality's data could be recognised.
struct Tenant {
    slug: &'static str,
    ids: BTreeSet<String>,
    service_slugs: Vec<String>,
    organisation_slugs: Vec<String>,
    theme_slugs: Vec<String>,
    group_slugs: Vec<String>,
    /// Names of services, contacts and organisations.
    names: Vec<String>,
}

impl Tenant {
    async fn read(db: &DatabaseConnection, slug: &'static str) -> Self {
        let of = rows::municipality(db, slug).await.id;
        macro_rules! all {
            ($table:ident) => {
                $table::Entity::find()
                    .filter($table::Column::MunicipalityId.eq(of))
                    .all(db)
                    .await
                    .expect("rows")
            };
        }
        let (services, organisations, contacts) = (all!(service), all!(organisation), all!(contact));
        let (themes, groups) = (all!(theme), all!(target_group));
        let mut ids = BTreeSet::from([format!("municipality:{}", of.0)]);
        ids.extend(services.iter().map(|row| format!("service:{}", row.id.0)));
        ids.extend(organisations.iter().map(|row| format!("organisation:{}", row.id.0)));
        ids.extend(contacts.iter().map(|row| format!("contact:{}", row.id.0)));
        ids.extend(themes.iter().map(|row| format!("theme:{}", row.id.0)));
        ids.extend(groups.iter().map(|row| format!("target-group:{}", row.id.0)));
        let names =
            services.iter().map(|row| row.name.clone()).chain(contacts.iter().map(|row| row.name.clone()));
        Self {
            slug,
            ids,
            names: names.chain(organisations.iter().map(|row| row.name.clone())).collect(),
            service_slugs: services.into_iter().map(|row| row.slug).collect(),
            organisation_slugs: organisations.into_iter().map(|row| row.slug).collect(),
            theme_slugs: themes.into_iter().map(|row| row.slug).collect(),
            group_slugs: groups.into_iter().map(|row| row.slug).collect(),
        }
    }

    fn own<'t>(mine: &'t [String], others: &[String]) -> Vec<&'t String> {
        mine.iter().filter(|slug| !others.contains(slug)).collect()
    }
}

async fn tenants(api: &Api) -> Vec<Tenant> {
    api.load(&large::municipality(Size { services: 30, contacts: 20, organisations: 24 })).await;
    let mut tenants = Vec::new();
    for slug in SLUGS {
        tenants.push(Tenant::read(api.app.db(), slug).await);
    }
    tenants
}

/// Every string in an answer that is somebody's key.
fn ids_in(value: &Value, known: &HashSet<&str>, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if known.contains(text.as_str()) => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| ids_in(item, known, found)),
        Value::Object(fields) => fields.values().for_each(|field| ids_in(field, known, found)),
        _ => {}
    }
}

/// Asserts that the answer holds no key but `mine`; returns how many it holds.
fn only_own(answer: &Value, mine: &Tenant, all: &[Tenant], about: &str) -> usize {
    let known: HashSet<&str> = all.iter().flat_map(|tenant| &tenant.ids).map(String::as_str).collect();
    let mut found = BTreeSet::new();
    ids_in(answer, &known, &mut found);
    let foreign: Vec<_> = found.difference(&mine.ids).take(3).collect();
    assert!(foreign.is_empty(), "{about}: {} shows {foreign:?}", mine.slug);
    found.len()
}

/// For every field of a municipality: the arguments to ask it with, given who asks and whose data to look for.
fn cases(mine: &Tenant, other: &Tenant) -> BTreeMap<&'static str, Vec<String>> {
    let searches = |arguments: &str| -> Vec<String> {
        let names = other.names.iter().step_by(other.names.len() / 3 + 1);
        let words = names.map(|name| format!("(search: {}, {arguments})", json!(name)));
        words.chain([format!("({arguments})")]).collect()
    };
    let slugs = |mine: &[String]| {
        mine.iter().step_by(mine.len() / 4 + 1).map(|slug| format!("(slug: {})", json!(slug))).collect()
    };
    let plain = || vec![String::new()];
    BTreeMap::from([
        ("id", plain()),
        ("slug", plain()),
        ("code", plain()),
        ("name", plain()),
        ("website", plain()),
        ("isDemo", plain()),
        ("catalogue", plain()),
        ("directoryUpdatedAt", plain()),
        ("themes", plain()),
        ("targetGroups", plain()),
        ("services", searches("first: 3")),
        ("service", slugs(&mine.service_slugs)),
        ("organisations", searches("first: 3")),
        ("organisation", slugs(&mine.organisation_slugs)),
        ("contacts", searches("first: 3")),
        ("catalogueEditions", plain()),
        ("concepts", plain()),
        ("changes", plain()),
        ("changesSinceLastLook", plain()),
        ("lastLookAt", plain()),
        ("proposals", plain()),
        ("overdue", plain()),
        ("desk", plain()),
        ("people", plain()),
        ("settings", plain()),
        ("audit", plain()),
        ("framework", plain()),
        ("frameworkEditions", plain()),
        ("frameworkEdition", plain()),
        ("frameworkComparison", vec![]),
        // These take the key of something that nobody has made here; `exchange` asks for another's.
        ("import", vec![]),
        ("catalogueComparison", vec![]),
        ("plans", plain()),
        // `plan::reading` asks for another's.
        ("plan", vec![]),
    ])
}

on_both! {
    async fn no_field_of_a_municipality_shows_anothers_data(api) {
        let tenants = tenants(&api).await;
        let shape = Shape::of(&api).await;
        let of_municipalities = ["node", "nodes", "municipalities", "municipality"];
        // What belongs to a person or the installation, not to a municipality.
        let of_persons = ["audit", "demoAccounts", "oneTimeLink", "outbox", "viewer"];
        let roots: BTreeSet<&str> = of_municipalities.into_iter().chain(of_persons).collect();
        assert_eq!(shape.fields_of("Query"), roots, "a new way in needs a case in this file");

        for mine in &tenants {
            // Who sees most of it.
            let leader = api.somebody(Role::ProjectLeader, mine.slug).await;
            for other in tenants.iter().filter(|other| other.slug != mine.slug) {
                let cases = cases(mine, other);
                let with_case: BTreeSet<&str> = cases.keys().copied().collect();
                assert_eq!(
                    with_case,
                    shape.fields_of("Municipality"),
                    "a new field needs a case in this file"
                );
                for field in shape.get("Municipality").fields() {
                    let of = shape.get(field.leads_to());
                    let is_object = of.kind == "OBJECT";
                    // A single thing is read one object deeper than a list of them.
                    let depth = if of.name.ends_with("Connection") { DEPTH } else { DEPTH - 1 };
                    let selection = if is_object { shape.selection(&of.name, depth) } else { String::new() };
                    for arguments in &cases[field.name.as_str()] {
                        let query = format!(
                            "query ($slug: String!) {{ municipality(slug: $slug) {{ id {}{arguments} {selection} }} }}",
                            field.name
                        );
                        let data = api.data_for(&leader, &query, json!({ "slug": mine.slug })).await;
                        let found = only_own(&data, mine, &tenants, &format!("{}{arguments}", field.name));
                        assert!(found > 0, "{}: its own key at least", field.name);
                    }
                }
            }
        }
    }

    async fn a_key_leads_to_its_own_municipality_and_never_beyond(api) {
        let tenants = tenants(&api).await;
        let shape = Shape::of(&api).await;
        let query = format!("query ($ids: [ID!]!) {{ nodes(ids: $ids) {} }}", shape.selection("Node", 1));
        for mine in &tenants {
            let leader = api.somebody(Role::ProjectLeader, mine.slug).await;
            let ids: Vec<&String> = mine.ids.iter().collect();
            for batch in ids.chunks(10) {
                let data = api.data_for(&leader, &query, json!({ "ids": batch })).await;
                assert_eq!(
                    column(&data["nodes"], "/id"),
                    batch.iter().map(ToString::to_string).collect::<Vec<_>>()
                );
                only_own(&data, mine, &tenants, "nodes");
            }
            let deep = format!("query ($id: ID!) {{ node(id: $id) {} }}", shape.selection("Node", 2));
            for id in mine.ids.iter().step_by(10) {
                only_own(&api.data_for(&leader, &deep, json!({ "id": id })).await, mine, &tenants, id);
            }
        }
    }

    async fn anothers_slug_leads_nowhere(api) {
        let tenants = tenants(&api).await;
        let query = "query ($slug: String!, $of: String!) {
            municipality(slug: $slug) { service(slug: $of) { id } organisation(slug: $of) { id } } }";
        for mine in &tenants {
            for other in tenants.iter().filter(|other| other.slug != mine.slug) {
                let both: Vec<String> =
                    mine.service_slugs.iter().chain(&mine.organisation_slugs).cloned().collect();
                let theirs = [&other.service_slugs, &other.organisation_slugs]
                    .map(|slugs| Tenant::own(slugs, &both))
                    .concat();
                assert!(theirs.len() > 10);
                for slug in theirs {
                    let data = api.data(query, json!({ "slug": mine.slug, "of": slug })).await;
                    assert_eq!(
                        data["municipality"],
                        json!({ "service": null, "organisation": null }),
                        "{slug}"
                    );
                }
            }
        }
    }

    async fn a_filter_with_anothers_slug_is_not_valid(api) {
        let tenants = tenants(&api).await;
        let query = "query ($slug: String!, $filter: ServiceFilter) {
            municipality(slug: $slug) { services(filter: $filter) { totalCount } } }";
        for mine in &tenants {
            for other in tenants.iter().filter(|other| other.slug != mine.slug) {
                let facets = [
                    ("themes", Tenant::own(&other.theme_slugs, &mine.theme_slugs)),
                    ("targetGroups", Tenant::own(&other.group_slugs, &mine.group_slugs)),
                    ("organisations", Tenant::own(&other.organisation_slugs, &mine.organisation_slugs)),
                ];
                for (facet, slugs) in facets {
                    assert!(!slugs.is_empty(), "{facet}");
                    for slug in slugs {
                        let mut filter = json!({});
                        filter[facet] = json!([slug]);
                        let answer = api.answer(query, json!({ "slug": mine.slug, "filter": filter })).await;
                        assert_eq!(answer["errors"][0]["extensions"]["code"], "INVALID", "{facet} {slug}");
                        assert_eq!(answer["errors"][0]["extensions"]["field"], facet);
                    }
                }
            }
        }
    }

    async fn anothers_cursor_is_not_valid(api) {
        let tenants = tenants(&api).await;
        for connection in ["services", "organisations", "contacts"] {
            let query = format!(
                "query ($slug: String!, $after: String) {{ municipality(slug: $slug) {{ {connection}(first: 3, after: $after) {{
                    edges {{ cursor }} }} }} }}"
            );
            for other in &tenants {
                let data = api.data(&query, json!({ "slug": other.slug })).await;
                for cursor in column(&data["municipality"][connection]["edges"], "/cursor") {
                    for mine in tenants.iter().filter(|mine| mine.slug != other.slug) {
                        let answer = api.answer(&query, json!({ "slug": mine.slug, "after": cursor })).await;
                        let error = &answer["errors"][0]["extensions"];
                        assert_eq!(
                            (&error["code"], &error["field"]),
                            (&json!("INVALID"), &json!("after")),
                            "{connection}"
                        );
                    }
                }
            }
        }
    }

    async fn a_catalogue_names_nobody_elses_services(api) {
        let tenants = tenants(&api).await;
        for mine in &tenants {
            let (_, html) = api.get(&format!("/{}/katalog", mine.slug)).await;
            for other in tenants.iter().filter(|other| other.slug != mine.slug) {
                for slug in Tenant::own(&other.service_slugs, &mine.service_slugs) {
                    assert!(!html.contains(&format!("id=\"{slug}\"")), "{} shows {slug}", mine.slug);
                }
            }
        }
    }

    async fn a_word_known_to_one_is_not_suggested_by_another(api) {
        tenants(&api).await;
        let db = api.app.db();
        let of = rows::municipality(db, "prove").await.id;
        let like = rows::service(db, of, "tilbud-0").await;
        rows::rename(db, &like, "Zyxelglimmer").await;
        rows::touch(db, of).await;
        api.refresh().await;
        let query = r#"query ($slug: String!) { municipality(slug: $slug) {
            services(search: "zyxelglimmrex") { suggestions nearest { name } nodes { name } } } }"#;
        for slug in ["esbjerg", "aabenraa"] {
            let told = api.data(query, json!({ "slug": slug })).await.to_string().to_lowercase();
            assert!(!told.contains("zyxelglimmer"), "{slug}: {told}");
        }
        let told = api.data(query, json!({ "slug": "prove" })).await.to_string().to_lowercase();
        assert!(told.contains("zyxelglimmer"), "at home it is known: {told}");
    }
}
