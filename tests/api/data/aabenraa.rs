//! Aabenraa: the Indsatskatalog 2024–2025 (August 2024), chapters 2–9, service by service.

use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;

/// What the catalogue says of a service: its chapter is that of the block it stands in.
struct Fact {
    name: &'static str,
    part_of: Option<&'static str>,
    anchored: &'static str,
    /// Name, title.
    persons: &'static [(&'static str, &'static str)],
    links: usize,
}

const fn fact(
    name: &'static str,
    anchored: &'static str,
    persons: &'static [(&'static str, &'static str)],
    links: usize,
) -> Fact {
    Fact { name, part_of: None, anchored, persons, links }
}

const fn part(
    of: &'static str,
    name: &'static str,
    anchored: &'static str,
    persons: &'static [(&'static str, &'static str)],
) -> Fact {
    Fact { name, part_of: Some(of), anchored, persons, links: 0 }
}

const HEALTH_AND_CARE: &str = "Social & Sundhed";
const SOCIAL: &str = "Social";
const JOBCENTRE: &str = "Jobcenteret";
const PSYCHIATRY: &str = "Center for Socialpsykiatri og Rusmiddel";
const ASSESSMENT: &str = "Visitation & Understøttelse";

const KRUSE: (&str, &str) = ("Hanne Kruse", "Konsulent");
const RAVN: (&str, &str) = ("Torben Ravn Jensen", "Udsattekonsulent");
const IVERSEN: (&str, &str) = ("Henning Iversen", "Centerleder");
const INPANATHAN: (&str, &str) = ("Malini Inpanathan", "Konsulent");
const SAND: (&str, &str) = ("Linda Sand", "Teamleder");
const JURGENSEN: (&str, &str) = ("Hella Jürgensen", "Afdelingsleder");
const HAUGAARD: (&str, &str) = ("Lone Haugaard", "Afdelingsleder");
const VENG: (&str, &str) = ("Annette U. Veng", "Fagkoordinator");
const JENSEN: (&str, &str) = ("Niels Jacob Jensen", "Kontorleder");
const MCKENZIE: (&str, &str) = ("Tania Mc Kenzie", "Afdelingsleder");

const COURSE: &str = "Ressourceforløb";
const PROVIDERS: &str = "Individuelle beskæftigelsesrettede forløb hos private leverandører";

/// Chapters 2 to 9, in order.
const CHAPTERS: [(&str, &[Fact]); 8] = [
    (
        "Rehabilitering og forebyggelse",
        &[
            fact("Samarbejdsgruppen om socialt udsatte", HEALTH_AND_CARE, &[RAVN], 0),
            fact("Hjemløsemonitorering", SOCIAL, &[KRUSE], 0),
            fact(
                "Aabenraa Kommunes veterankoordinator",
                JOBCENTRE,
                &[("Jørn Wedege Hansen", "Veterankoordinator")],
                1,
            ),
            // Consultants in two places; entered under the one that its link leads to.
            fact(
                "Aabenraa Kommunes udsattekonsulenter",
                PSYCHIATRY,
                &[RAVN, ("Kim G. Minke", "Udsattekonsulent/SKP-konsulent")],
                1,
            ),
            fact("God løsladelse", JOBCENTRE, &[IVERSEN], 1),
            fact("'Mit Budget' – Borgerstyrede budgetter", SOCIAL, &[INPANATHAN], 1),
            fact("Pårørenderådgiver", PSYCHIATRY, &[("Lisbeth Rotwitt", "Pårørenderådgiver")], 1),
            fact("Borgerrådgiver", "Aabenraa Kommune", &[("Henrik Ebbesen", "Borgerrådgiver")], 1),
        ],
    ),
    (
        "Mobilitet og tilgængelighed",
        &[fact(
            "Udvikling af byens rum sammen med borgerne",
            "Plan, Teknik & Miljø",
            &[("Janni Kollerup", "Koordinator")],
            0,
        )],
    ),
    (
        "Boligforhold",
        &[
            fact("Gratis inventar til at etablere sig i egen bolig", ASSESSMENT, &[SAND], 0),
            fact("Overgangsbolig", ASSESSMENT, &[SAND], 0),
            fact("En ny start – CTI", PSYCHIATRY, &[SAND], 1),
            fact("Boliger på Kirkeplads", ASSESSMENT, &[SAND], 0),
            fact(
                "Botilbud Bjerggade 4 F-G",
                PSYCHIATRY,
                &[("Kenneth Bill Matthiesen", "Konstitueret afdelingsleder")],
                1,
            ),
            fact("Boenhed Stubbæk", PSYCHIATRY, &[JURGENSEN], 1),
            fact("Startbolig – Slotsgade", PSYCHIATRY, &[HAUGAARD], 1),
            fact("Bopladsen", ASSESSMENT, &[SAND], 1),
        ],
    ),
    (
        "Beskæftigelse",
        &[
            fact("Jobcenteret", JOBCENTRE, &[], 0),
            fact(COURSE, JOBCENTRE, &[VENG], 0),
            part(COURSE, "Koordinerende sagsbehandler for borgere på ressourceforløb", JOBCENTRE, &[VENG]),
            part(COURSE, "STEP UP", JOBCENTRE, &[VENG]),
            part(COURSE, "Fagligt Forum", JOBCENTRE, &[VENG]),
            part(COURSE, "Jobguide", JOBCENTRE, &[VENG]),
            part(COURSE, "Jobformidler", JOBCENTRE, &[VENG]),
            fact(
                "Beskæftigelsesrettet mentor",
                JOBCENTRE,
                &[("Sille Hellesø", "Administrativ koordinator")],
                0,
            ),
            fact(
                "IPS – Individuelt Planlagt job eller uddannelse med Støtte",
                JOBCENTRE,
                &[("Kent Bargum Jürgensen", "Jobformidler")],
                0,
            ),
            fact(PROVIDERS, JOBCENTRE, &[JENSEN], 0),
            part(PROVIDERS, "Beskæftigelsesrettede forløb hos Quick Care", JOBCENTRE, &[JENSEN]),
            part(PROVIDERS, "Forløb hos Lehmann Care med fokus på psykoedukation", JOBCENTRE, &[JENSEN]),
            fact(
                "Vredeshåndteringsforløb",
                JOBCENTRE,
                &[("Nikolaj Lorenz Stage Jensen", "Kontorleder"), ("Kristian Jørgensen", "Kontorleder")],
                0,
            ),
            fact("Socialt frikort", JOBCENTRE, &[("Jane Damgaard Vinther", "Beskæftigessagsbehandler")], 0),
        ],
    ),
    (
        "Fællesskaber",
        &[
            fact("Væresteder i Center for Socialpsykiatri og Rusmiddel", PSYCHIATRY, &[MCKENZIE], 1),
            fact("Fuldtræfferen", PSYCHIATRY, &[MCKENZIE], 1),
            fact("Den Blå Oase", "Blå Kors", &[("Robert Refslund-Nørgaard", "Leder af Den Blå Oase")], 1),
            fact("Klippekort til ensomhed", "Hjemmeplejen", &[("Birgit Møller Johannsen", "Centerleder")], 1),
            fact(
                "Ensomhedsindsatsen",
                "Aktivitet og Forebyggelse",
                &[("Johanne Braun", "Netværkskoordinator")],
                1,
            ),
            fact("Socialpædagogisk støtte og vejledning", PSYCHIATRY, &[HAUGAARD], 1),
        ],
    ),
    (
        "Sundhed",
        &[
            fact("Socialsygepleje", PSYCHIATRY, &[JURGENSEN], 1),
            part("Socialsygepleje", "Åben klinik", PSYCHIATRY, &[JURGENSEN]),
            fact("Socialtandpleje", "Sundhed", &[("Michael Nordberg Jeppesen", "Specialkonsulent")], 1),
            fact("Rusmiddelcenter Aabenraa", PSYCHIATRY, &[IVERSEN], 1),
        ],
    ),
    (
        "Inddragelse og dialog",
        &[
            fact("Dialogforum For Udsatte", SOCIAL, &[INPANATHAN], 1),
            fact("Kontaktrådet i Center for Socialpsykiatri og Rusmiddel", PSYCHIATRY, &[IVERSEN], 1),
        ],
    ),
    (
        "Organisationer og selvejende institutioner",
        &[
            fact("Aabenraa Selvhjælp", "Aabenraa Selvhjælp", &[], 1),
            fact("Retshjælp på Aabenraa Bibliotek", "Advokatvagten", &[], 1),
            fact("Blå Kors", "Blå Kors", &[], 1),
            fact("Aabenraa Krisecenter", "Aabenraa Krisecenter", &[], 1),
            fact("Den sociale vejviser", "Frivilligcenter Aabenraa", &[], 1),
        ],
    ),
];

/// Service, value, year; a price has none.
const FIGURES: [(&str, f64, i64); 11] = [
    ("Hjemløsemonitorering", 31.0, 2022),
    ("Aabenraa Kommunes veterankoordinator", 30.0, 2024),
    ("Aabenraa Kommunes udsattekonsulenter", 200.0, 2024),
    ("'Mit Budget' – Borgerstyrede budgetter", 15.0, 2024),
    ("'Mit Budget' – Borgerstyrede budgetter", 50_000.0, 2024),
    ("Socialt frikort", 41_280.0, 2024),
    ("Socialt frikort", 10_320.0, 2024),
    ("Den Blå Oase", 18_214.0, 2023),
    ("Den Blå Oase", 334.0, 2023),
    ("Kontaktrådet i Center for Socialpsykiatri og Rusmiddel", 3.0, 2024),
    ("Den Blå Oase", 20.0, 0),
];

/// Service, places, in order.
const CAPACITIES: [(&str, &[i64]); 5] = [
    ("Overgangsbolig", &[6]),
    ("Boliger på Kirkeplads", &[6]),
    ("Botilbud Bjerggade 4 F-G", &[12, 2]),
    ("Boenhed Stubbæk", &[8, 2]),
    ("Startbolig – Slotsgade", &[12]),
];

/// Every address that the catalogue gives for a service.
const ADDRESSES: [(&str, &str); 7] = [
    ("Boliger på Kirkeplads", "Kirkeplads 3 A-F"),
    ("Botilbud Bjerggade 4 F-G", "Bjerggade 4 F-G"),
    ("Startbolig – Slotsgade", "Slotsgade"),
    ("Fuldtræfferen", "Uglekær 14"),
    ("Den Blå Oase", "Sønderport 49"),
    ("Åben klinik", "Sønderport 49"),
    ("Socialtandpleje", "Sønderport 49"),
];

const ALL: &str = r#"{ municipality(slug: "aabenraa") { services(first: 100) { totalCount nodes {
    name minimumAge maximumAge access source assuredDate themes { name } parent { name } organisation { name }
    legalBasis { act paragraph } capacities { maximum } costOptions { amount currency } feesDescription
    keyFigures { value year source } locations { address1 city } links { url }
    phones { number } schedules { byday weeks }
    contacts { contact { name title kind phones { number } emails { address } } }
} } } }"#;

async fn services(api: &Api) -> Vec<Value> {
    let mut data = api.data(ALL, json!({})).await;
    serde_json::from_value(data["municipality"]["services"]["nodes"].take()).expect("services")
}

fn named<'s>(services: &'s [Value], name: &str) -> &'s Value {
    services.iter().find(|service| service["name"] == name).unwrap_or_else(|| panic!("no service {name}"))
}

fn facts() -> impl Iterator<Item = (&'static str, &'static Fact)> {
    CHAPTERS.iter().flat_map(|(chapter, facts)| facts.iter().map(|fact| (*chapter, fact)))
}

on_both! {
    async fn every_service_of_the_chapters_is_there_and_no_other(api) {
        let mut names = column(&json!(services(&api).await), "/name");
        names.sort();
        let mut expected: Vec<&str> = facts().map(|(_, fact)| fact.name).collect();
        expected.sort_unstable();
        assert_eq!(names, expected);
        assert_eq!(names.len(), 48);
    }

    async fn every_service_stands_in_its_chapter_its_unit_and_beside_its_contact_persons(api) {
        let services = services(&api).await;
        for (chapter, fact) in facts() {
            let service = named(&services, fact.name);
            assert_eq!(service["themes"][0]["name"], chapter, "{}", fact.name);
            assert_eq!(service["parent"]["name"].as_str(), fact.part_of, "{}", fact.name);
            assert_eq!(service["organisation"]["name"], fact.anchored, "{}", fact.name);
            let contacts =
                service["contacts"].as_array().expect("contacts").iter().map(|contact| &contact["contact"]);
            let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let persons: Vec<(String, String)> =
                contacts.map(|one| (word(&one["name"]), word(&one["title"]))).collect();
            let expected: Vec<(String, String)> =
                fact.persons.iter().map(|(n, t)| ((*n).into(), (*t).into())).collect();
            assert_eq!(persons, expected, "{}", fact.name);
            assert_eq!(column(&service["links"], "/url").len(), fact.links, "{}", fact.name);
        }
        let links: usize = facts().map(|(_, fact)| fact.links).sum();
        assert_eq!(links, 27, "web addresses in the catalogue's chapters");
    }

    async fn the_catalogue_gives_no_numbers_and_none_are_made_up(api) {
        for service in services(&api).await {
            assert_eq!(service["phones"], json!([]), "{service}");
            for contact in service["contacts"].as_array().expect("contacts") {
                assert_eq!(contact["contact"]["kind"], "PERSON");
                assert_eq!(
                    (&contact["contact"]["phones"], &contact["contact"]["emails"]),
                    (&json!([]), &json!([]))
                );
            }
        }
    }

    async fn figures_stand_with_their_year_and_source(api) {
        let services = services(&api).await;
        let mut found: Vec<(String, f64, i64)> = Vec::new();
        for service in &services {
            let name = service["name"].as_str().unwrap_or_default();
            for figure in service["keyFigures"].as_array().expect("figures") {
                assert!(figure["source"].as_str().is_some_and(|source| !source.is_empty()), "{name}");
                found.push((
                    name.to_owned(),
                    figure["value"].as_f64().unwrap_or_default(),
                    figure["year"].as_i64().unwrap_or_default(),
                ));
            }
            // A price is a figure without a year of its own.
            for cost in service["costOptions"].as_array().expect("prices") {
                assert_eq!(cost["currency"], "DKK");
                found.push((name.to_owned(), cost["amount"].as_f64().unwrap_or_default(), 0));
            }
        }
        let mut expected: Vec<(String, f64, i64)> =
            FIGURES.iter().map(|(name, value, year)| ((*name).to_owned(), *value, *year)).collect();
        found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        expected.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        assert_eq!(found, expected);
    }

    async fn places_ages_addresses_and_the_law_are_as_the_catalogue_says(api) {
        let services = services(&api).await;
        for service in &services {
            let name = service["name"].as_str().unwrap_or_default();
            let places: Vec<i64> = service["capacities"]
                .as_array()
                .expect("room")
                .iter()
                .filter_map(|room| room["maximum"].as_i64())
                .collect();
            let expected =
                CAPACITIES.iter().find(|(of, _)| *of == name).map_or(&[][..], |(_, places)| places);
            assert_eq!(places, expected, "{name}");
            let addresses = column(&service["locations"], "/address1");
            let expected: Vec<&str> =
                ADDRESSES.iter().filter(|(of, _)| *of == name).map(|(_, address)| *address).collect();
            assert_eq!(addresses, expected, "{name}");
            let ages = (service["minimumAge"].as_i64(), service["maximumAge"].as_i64());
            let expected = match name {
                "Startbolig – Slotsgade" => (Some(18), Some(24)),
                "Ensomhedsindsatsen" => (Some(65), None),
                _ => (None, None),
            };
            assert_eq!(ages, expected, "{name}");
        }
        assert_eq!(
            named(&services, "Bopladsen")["legalBasis"],
            json!([{ "act": "Serviceloven", "paragraph": "§ 80" }])
        );
        assert_eq!(
            named(&services, "Åben klinik")["schedules"],
            json!([{ "byday": ["THURSDAY"], "weeks": "ODD" }])
        );
        assert_eq!(named(&services, "Socialtandpleje")["feesDescription"], "Gratis.");
    }

    async fn open_and_referred_services_are_told_apart_as_the_catalogue_does(api) {
        let services = services(&api).await;
        for open in [
            "Aabenraa Kommunes udsattekonsulenter",
            "Fuldtræfferen",
            "Socialsygepleje",
            "Åben klinik",
            "Dialogforum For Udsatte",
        ] {
            assert_eq!(named(&services, open)["access"], "OPEN", "{open}");
        }
        for referred in [
            "Gratis inventar til at etablere sig i egen bolig",
            "En ny start – CTI",
            "Boliger på Kirkeplads",
            "Botilbud Bjerggade 4 F-G",
            "Boenhed Stubbæk",
            "Bopladsen",
            "Socialpædagogisk støtte og vejledning",
        ] {
            assert_eq!(named(&services, referred)["access"], "REFERRAL", "{referred}");
        }
    }

    async fn every_entry_names_its_source(api) {
        for service in services(&api).await {
            assert!(
                service["source"].as_str().is_some_and(|source| source.contains("Indsatskatalog 2024–2025")),
                "{service}"
            );
            assert_eq!(service["assuredDate"], "2024-08-01");
        }
    }
}
