//! Esbjerg: the table of services of the municipality's framework (1 March 2014, pages 10–12), entry by entry. The
//! table has come down as running text, column by column; where a number could stand at two names the row says so.

use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;

/// A row of the table. Street and postal code as they stand; `None` where the table gives no address.
struct Row {
    name: &'static str,
    address: Option<&'static str>,
    phones: &'static [&'static str],
    emails: &'static [&'static str],
    persons: &'static [&'static str],
    ages: (Option<i64>, Option<i64>),
}

const fn row(
    name: &'static str,
    address: Option<&'static str>,
    phones: &'static [&'static str],
    emails: &'static [&'static str],
) -> Row {
    Row { name, address, phones, emails, persons: &[], ages: (None, None) }
}

const MUNICIPAL: [Row; 16] = [
    // Three persons stand beside the first two rows; whose they are follows from the order.
    Row {
        persons: &["Heidi Conradsen", "Janni Frøkjær"],
        ..row(
            "Oqqumut",
            Some("Marievej 5"),
            &["27245317", "27245318"],
            &["hco@esbjergkommune.dk", "jafr@esbjergkommune.dk"],
        )
    },
    Row {
        persons: &["Annette Hesselberg"],
        ..row("Morgenrøden", Some("Gl. Vardevej 63, st."), &["27241586"], &["anhe@esbjergkommune.dk"])
    },
    row("Center for misbrug", Some("Bakkevej 6"), &["76166400"], &["centerformisbrug@esbjergkommune.dk"]),
    row(
        "Alkoholambulatorium",
        Some("Skolebakken 137, 6705 Esbjerg Ø"),
        &["76166464"],
        &["alkoholbehandlingen@esbjergkommune.dk"],
    ),
    row("Kraftcenter", Some("Finsensgade 11"), &["76163738"], &[]),
    // “Over 30 år”.
    Row {
        ages: (Some(31), None),
        ..row(
            "Forsorgshjemmet",
            Some("Exnersgade 47b"),
            &["75132777"],
            &["Forsorgshjemmet@esbjergkommune.dk"],
        )
    },
    row("Kvindernes krisecenter", Some("Borgergade 6"), &["76166900"], &["emt@esbjergkommune.dk"]),
    row("Mandecenter", None, &["70259014"], &["Esbjerg@mandecenteret.dk"]),
    // “ebjergkommune”, as it stands.
    row("Fønix", Some("Frodesgade 25"), &["76164976"], &["foenix@ebjergkommune.dk"]),
    Row { ages: (Some(18), Some(30)), ..row("Skjoldbo", None, &["76164860"], &[]) },
    row("Refugiet", Some("Grådybet 33"), &["76163610"], &["bostoetten@esbjergkommune.dk"]),
    row("Familiens Hus", Some("Havnegade 61"), &["76165200"], &[]),
    row("SSP", None, &["76165280"], &["ssp@esbjergkommune.dk"]),
    row(
        "Projekt Sofie",
        Some("Storegade 182, 6705 Esbjerg Ø"),
        &["76161719"],
        &["Projektsofie@esbjergkommune.dk"],
    ),
    Row {
        ages: (Some(8), Some(18)),
        ..row(
            "Aktiv fritid",
            None,
            &["29358571", "23295319"],
            &["Kah3@esbjergkommune.dk", "cmh@esbjergkommune.dk"],
        )
    },
    row("Værestedet Kirkegade", Some("Kirkegade 74"), &["75450174"], &[]),
];

const PRIVATE_OR_VOLUNTARY: [Row; 11] = [
    row("Foreningen Grønlandske Børn", None, &["29369570"], &["ldf@fgb.dk"]),
    row("Grønlandsk rådgivningen", Some("Exnersgade 1"), &["25607650"], &["rjl@dgh-odense.dk"]),
    row("Lær Dansk", None, &["76106350"], &["esbjerg@adm.laerdansk.dk"]),
    row("Kirkens Korshær Varmestue", Some("Exnersgade 39"), &["75137618"], &[]),
    row("Stormly", Some("Jerrigsvej 40, 6710 Esbjerg V"), &["75153234"], &["kontakt@stormly.dk"]),
    row("Bydelsprojektet", None, &["24293270"], &[]),
    row("Hjemløses Venner", None, &["24762896"], &[]),
    row("Vindrosen", None, &["75457085"], &["vindrosen@vindrosen-huset.dk"]),
    // Two numbers for the last three names; by the order they are the first two's.
    row("KFUM", None, &["75123711"], &[]),
    row("Karate projektet", None, &["23424987"], &[]),
    row("Klubberne", None, &[], &[]),
];

const ALL: &str = r#"{ municipality(slug: "esbjerg") { services(first: 100) { totalCount nodes {
    name minimumAge maximumAge source sourceNote assuredDate
    organisation { sector } locations { address1 postalCode city } phones { number } emails { address } links { url }
    keyFigures { label value year source }
    contacts { contact { name kind phones { number } emails { address } } }
} } } }"#;

async fn services(api: &Api) -> Vec<Value> {
    let mut data = api.data(ALL, json!({})).await;
    serde_json::from_value(data["municipality"]["services"]["nodes"].take()).expect("services")
}

/// All of a service's strings at `pointer`, its own and its contacts'.
fn reached(service: &Value, list: &str, field: &str) -> Vec<String> {
    let mut all = column(&service[list], field);
    for contact in service["contacts"].as_array().into_iter().flatten() {
        all.extend(column(&contact["contact"][list], field));
    }
    all
}

fn address(service: &Value) -> Option<String> {
    let place = service["locations"].get(0)?;
    let street = place["address1"].as_str()?;
    let town = place["postalCode"]
        .as_str()
        .map(|code| format!(", {code} {}", place["city"].as_str().unwrap_or_default()));
    Some(format!("{street}{}", town.unwrap_or_default()))
}

fn check(row: &Row, service: &Value) {
    let name = row.name;
    assert_eq!(address(service).as_deref(), row.address, "{name}");
    let phones: Vec<String> = row.phones.iter().map(|phone| format!("+45{phone}")).collect();
    assert_eq!(reached(service, "phones", "/number"), phones, "{name}");
    assert_eq!(reached(service, "emails", "/address"), row.emails, "{name}");
    let contacts =
        service["contacts"].as_array().expect("contacts").iter().map(|contact| &contact["contact"]);
    let persons: Vec<&str> = contacts
        .filter(|contact| contact["kind"] == "PERSON")
        .filter_map(|contact| contact["name"].as_str())
        .collect();
    assert_eq!(persons, row.persons, "{name}");
    assert_eq!((service["minimumAge"].as_i64(), service["maximumAge"].as_i64()), row.ages, "{name}");
}

on_both! {
    async fn there_are_sixteen_municipal_and_eleven_private_or_voluntary_services(api) {
        let services = services(&api).await;
        let named = |municipal: bool| {
            let of = services
                .iter()
                .filter(|service| (service["organisation"]["sector"] == "MUNICIPAL") == municipal);
            let mut names: Vec<&str> = of.filter_map(|service| service["name"].as_str()).collect();
            names.sort_unstable();
            names
        };
        let sorted = |rows: &[Row]| {
            let mut names: Vec<&str> = rows.iter().map(|row| row.name).collect();
            names.sort_unstable();
            names
        };
        assert_eq!(named(true), sorted(&MUNICIPAL));
        assert_eq!(named(false), sorted(&PRIVATE_OR_VOLUNTARY));
        for service in &services {
            let sector = service["organisation"]["sector"].as_str().unwrap_or_default();
            assert!(["MUNICIPAL", "PRIVATE", "VOLUNTARY"].contains(&sector), "{service}");
        }
    }

    async fn every_service_has_the_address_numbers_mails_and_persons_of_the_table(api) {
        let services = services(&api).await;
        for row in MUNICIPAL.iter().chain(&PRIVATE_OR_VOLUNTARY) {
            let service = services.iter().find(|service| service["name"] == row.name);
            check(row, service.unwrap_or_else(|| panic!("no {}", row.name)));
        }
    }

    async fn the_catalogue_keeps_the_order_of_the_table(api) {
        let query = r#"{ municipality(slug: "esbjerg") { organisation(slug: "familie-og-forebyggelse") { services { name } } } }"#;
        let data = api.data(query, json!({})).await;
        let names = column(&data["municipality"]["organisation"]["services"], "/name");
        assert_eq!(names, ["Familiens Hus", "SSP", "Projekt Sofie", "Aktiv fritid"]);
    }

    async fn further_facts_of_the_table_are_there(api) {
        let services = services(&api).await;
        let of =
            |name: &str| services.iter().find(|service| service["name"] == name).expect("a service").clone();
        let consultants = &of("SSP")["keyFigures"][0];
        assert_eq!((consultants["value"].as_f64(), consultants["year"].as_i64()), (Some(6.0), Some(2014)));
        assert_eq!(
            column(&of("Aktiv fritid")["links"], "/url"),
            ["http://www.aktivfritid.esbjergkommune.dk"]
        );
    }

    async fn every_entry_names_its_source_and_says_where_that_is_uncertain(api) {
        let services = services(&api).await;
        for service in &services {
            let source = service["source"].as_str().unwrap_or_default();
            assert!(source.contains("Samarbejdsmodel") && source.contains("Esbjerg"), "{service}");
            assert_eq!(service["assuredDate"], "2014-03-01");
        }
        for uncertain in [
            "Oqqumut",
            "Morgenrøden",
            "Fønix",
            "SSP",
            "Projekt Sofie",
            "Bydelsprojektet",
            "Hjemløses Venner",
            "Vindrosen",
            "KFUM",
            "Karate projektet",
            "Klubberne",
        ] {
            let service = services.iter().find(|service| service["name"] == uncertain).expect("a service");
            assert!(service["sourceNote"].is_string(), "{uncertain} says nothing of the uncertainty");
        }
    }
}
