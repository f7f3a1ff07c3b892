//! The frameworks that come with the samples: as their documents have them, and with the edition they were approved as.

use serde_json::{Value, json};
use server::sample;
use tests::api::{Api, column};
use tests::on_both;

use entity::identity::values::Role;

const EDITION: &str = r#"{ municipality(slug: "esbjerg") { frameworkEdition { number approvedOn dueOn updatedBy nextUpdateBy isOverdue
    sections { questions { key answer rows { register title organisations { path } services { path } form { __typename
        ... on PathwayForm { steps { key actor { organisationId name } next { condition to } } } } } } }
    services { name } } } }"#;

/// What the rows say that the sources give in figures and names.
const SAID: &str = "sections { questions { rows { register form { __typename
    ... on PopulationFigureForm { group number asOf source }
    ... on ExpectedIntakeForm { year group number }
    ... on SupportFigureForm { paragraph serviceType number numberTo unit period }
    ... on PartnerForm { party { name } branch }
    ... on OutreachForm { name anchoring { name } }
    ... on ForumForm { name level rhythm meetingsPerYear members { name } }
    ... on PathwayForm { steps { key next { condition } } }
    ... on AgreementForm { level status evaluateBy parties { name } }
    ... on CoordinatingFunctionForm { branch holder }
    ... on ChannelForm { level kind }
    ... on CitizenPlanForm { name } } } } }";

/// Randers' table 1: paragraph, kind of help, how many, of what.
const SUPPORT: [(Option<&str>, &str, f64, &str); 16] = [
    (Some("§ 85"), "Bostøtte, døgntakst", 39.0, "borgere"),
    (Some("§ 85"), "Bostøtte, timetakst", 105.0, "borgere"),
    (Some("§ 103"), "Beskyttet beskæftigelse", 3.0, "borgere"),
    (Some("§ 104"), "Aktivitets- og samværstilbud", 23.0, "borgere"),
    (Some("§ 107"), "Midlertidigt botilbud", 11.0, "borgere"),
    (Some("§ 108"), "Længerevarende botilbud", 9.0, "borgere"),
    (None, "Alkoholbehandling, døgn", 5.0, "borgere"),
    (None, "Alkoholbehandling, dag", 314.0, "borgere"),
    (None, "Stofmisbrugsbehandling, dag", 317.0, "borgere over 18 år"),
    (None, "Stofmisbrugsbehandling, døgn", 9.0, "borgere over 18 år"),
    (None, "Stofmisbrugsbehandling", 23.0, "borgere under 18 år"),
    (Some("§ 110"), "Forsorgstilbud", 157.0, "borgere"),
    (None, "Råd og vejledning, individuelle forløb", 16.0, "borgere"),
    (None, "Værestedet Slotsgården", 67.0, "brugere om dagen i gennemsnit"),
    (None, "Værestedet Perron 4, madordning", 156.0, "borgere"),
    (None, "Værestedet Perron 4, løs kontakt derudover (cirka)", 100.0, "borgere"),
];

async fn load(api: &Api) -> Vec<String> {
    let outcomes = sample::framework::load_all(&api.ctx()).await.expect("frameworks");
    outcomes.iter().map(ToString::to_string).collect()
}

fn rows(sections: &Value) -> Vec<Value> {
    let lists = |list: &Value, name: &str| -> Vec<Value> {
        list.as_array()
            .into_iter()
            .flatten()
            .flat_map(|one| one[name].as_array().cloned().unwrap_or_default())
            .collect()
    };
    lists(&Value::Array(lists(sections, "questions")), "rows")
}

/// The rows of Esbjerg's edition, as everybody reads them.
async fn esbjergs(api: &Api) -> Vec<Value> {
    load(api).await;
    let query = format!("{{ municipality(slug: \"esbjerg\") {{ frameworkEdition {{ {SAID} }} }} }}");
    let data = api.data(&query, json!({})).await;
    rows(&data["municipality"]["frameworkEdition"]["sections"])
}

/// The rows of Randers' draft, as its project leader reads them.
async fn randers(api: &Api) -> Vec<Value> {
    load(api).await;
    let leader = api.somebody(Role::ProjectLeader, "randers").await;
    let query = format!("{{ municipality(slug: \"randers\") {{ framework {{ {SAID} }} }} }}");
    let data = api.data_for(&leader, &query, json!({})).await;
    rows(&data["municipality"]["framework"]["sections"])
}

/// What the rows of a register say at each of these pointers.
fn told(rows: &[Value], register: &str, pointers: &[&str]) -> Value {
    let of_register = rows.iter().filter(|row| row["register"] == register);
    let told = |form: &Value| -> Value {
        pointers.iter().map(|pointer| form.pointer(pointer).cloned().unwrap_or_default()).collect()
    };
    of_register.map(|row| told(&row["form"])).collect()
}

/// The names in a list that each row of a register has.
fn names(rows: &[Value], register: &str, list: &str) -> Vec<Vec<String>> {
    let of_register = rows.iter().filter(|row| row["register"] == register);
    of_register.map(|row| column(&row["form"][list], "/name")).collect()
}

on_both! {
    async fn esbjergs_is_there_for_everybody_as_its_first_edition(api) {
        assert_eq!(load(&api).await, ["Esbjerg Kommune: framework loaded.", "Randers Kommune: framework loaded."]);
        assert_eq!(load(&api).await, ["Esbjerg Kommune: framework there already.", "Randers Kommune: framework there already."]);
        let mut data = api.data(EDITION, json!({})).await;
        let edition = data["municipality"]["frameworkEdition"].take();
        assert_eq!(edition["number"], 1);
        assert_eq!((&edition["approvedOn"], &edition["dueOn"]), (&json!("2014-03-01"), &json!("2014-09-01")));
        // Names of people are for those with a role here.
        assert_eq!((&edition["updatedBy"], &edition["isOverdue"]), (&json!(null), &json!(true)));
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let told = api.data_for(&leader, "{ municipality(slug: \"esbjerg\") { frameworkEdition { updatedBy nextUpdateBy } } }", json!({})).await;
        let by = json!({ "updatedBy": "Heidi Conradsen", "nextUpdateBy": "Heidi Conradsen" });
        assert_eq!(told["municipality"]["frameworkEdition"], by);
        assert_eq!(edition["nextUpdateBy"], json!(null));
        assert_eq!(edition["services"].as_array().map(Vec::len), Some(27));

        let rows = rows(&edition["sections"]);
        let count = |register: &str| rows.iter().filter(|row| row["register"] == register).count();
        let expected = [
            ("POPULATION_FIGURE", 3), ("EXPECTED_INTAKE", 9), ("SUPPORT_FIGURE", 5), ("PARTNER", 8), ("OUTREACH", 6), ("FORUM", 1),
            ("PATHWAY", 1), ("AGREEMENT", 1), ("COORDINATING_FUNCTION", 2), ("CHANNEL", 12), ("CITIZEN_PLAN", 4), ("TOOL", 2),
            ("DISSEMINATION", 2),
        ];
        for (register, number) in expected {
            assert_eq!(count(register), number, "{register}");
        }
        assert_eq!(rows.len(), 56);
        let pathway = rows.iter().find(|row| row["register"] == "PATHWAY").expect("a pathway");
        let steps = &pathway["form"]["steps"];
        assert_eq!(steps.as_array().map(Vec::len), Some(13));
        assert_eq!(column(&steps[3]["next"], "/to"), ["informed", "benefits"]);
        assert_eq!(steps[1]["actor"]["name"], "Borgerservice - ydelsescenter");
        assert_eq!(steps[2]["actor"], json!({ "organisationId": null, "name": "Oqqumut" }));
        assert!(column(&pathway["services"], "/path").contains(&"/esbjerg/tilbud/oqqumut".to_owned()), "{}", pathway["services"]);
        let paths = column(&pathway["organisations"], "/path");
        assert!(paths.contains(&"/esbjerg/organisationer/borgerservice-ydelsescenter".to_owned()), "{paths:?}");
    }

    async fn it_has_the_figures_of_its_source(api) {
        let rows = esbjergs(&api).await;
        let population = json!([
            ["Mænd", 207, "2012-01-01", null],
            ["Kvinder", 255, "2012-01-01", null],
            ["Under 18 år", 76, "2012-01-01", null],
        ]);
        assert_eq!(told(&rows, "POPULATION_FIGURE", &["/group", "/number", "/asOf", "/source"]), population);
        let intake = json!([
            [2014, "Mænd", 30], [2014, "Kvinder", 40], [2014, "Børn og unge", 15],
            [2015, "Mænd", 30], [2015, "Kvinder", 40], [2015, "Børn og unge", 15],
            [2016, "Mænd", 20], [2016, "Kvinder", 30], [2016, "Børn og unge", 15],
        ]);
        assert_eq!(told(&rows, "EXPECTED_INTAKE", &["/year", "/group", "/number"]), intake);
        let reached = json!([[20.0, 25.0], [25.0, 30.0], [15.0, 20.0], [100.0, 150.0], [15.0, 20.0]]);
        assert_eq!(told(&rows, "SUPPORT_FIGURE", &["/number", "/numberTo"]), reached);
    }

    async fn it_names_who_works_together_and_by_what(api) {
        let rows = esbjergs(&api).await;
        let partners = json!([
            ["Jobcenter Esbjerg", "Borger & Arbejdsmarked"],
            ["Borgerservice - ydelsescenter", "Borger & Arbejdsmarked"],
            ["Sociale Tilbud", "Borger & Arbejdsmarked"],
            ["Familie og forebyggelse", "Børn & Kultur"],
            ["Grønlandsrådgivningen", null],
            ["Det Grønlandske Hus Odense", null],
            ["Foreningen Grønlandske Børn", null],
            ["LærDansk", null],
        ]);
        assert_eq!(told(&rows, "PARTNER", &["/party/name", "/branch"]), partners);
        let outreach = json!([
            ["Morgenrøden", "Sociale Tilbud"],
            ["Oqqumut", "Jobcenter Esbjerg"],
            ["Hjemløses Venner", "Hjemløses Venner"],
            ["Kirkens Korshær", "Kirkens Korshær"],
            ["SSP", "Familie og forebyggelse"],
            ["KFUM's ungdomscenter", "KFUM"],
        ]);
        assert_eq!(told(&rows, "OUTREACH", &["/name", "/anchoring/name"]), outreach);
        let forum = json!([["Netværksgruppen (projektgruppen)", 8]]);
        assert_eq!(told(&rows, "FORUM", &["/name", "/meetingsPerYear"]), forum);
        assert_eq!(told(&rows, "AGREEMENT", &["/level", "/status"]), json!([["MIXED", "IN_FORCE"]]));
        assert_eq!(names(&rows, "AGREEMENT", "parties"), [["Børn & Kultur", "Foreningen Grønlandske Børn"]]);
        let coordinating = json!([
            ["Borger & Arbejdsmarked", "Projektlederen i Oqqumut"],
            ["Børn og unge fra 0 til 18 år", "Foreningen Grønlandske Børn"],
        ]);
        assert_eq!(told(&rows, "COORDINATING_FUNCTION", &["/branch", "/holder"]), coordinating);
        let channels = json!([
            ["MUNICIPAL", "Mail"], ["MUNICIPAL", "Telefon"], ["MUNICIPAL", "Borgeren selv"],
            ["VOLUNTARY", "Telefon"], ["VOLUNTARY", "Mail"],
            ["MIXED", "Telefon"], ["MIXED", "Mail"],
            ["CITIZEN", "Brev"], ["CITIZEN", "Telefon"], ["CITIZEN", "Sms"], ["CITIZEN", "Mail"], ["CITIZEN", "Modtagefolder"],
        ]);
        assert_eq!(told(&rows, "CHANNEL", &["/level", "/kind"]), channels);
        let plans = json!([
            ["Indsatsplan for borgere over 18 år"], ["Indsatsplan for børn og unge op til 18 år"], ["Jobplan"], ["Screeningsværktøj"],
        ]);
        assert_eq!(told(&rows, "CITIZEN_PLAN", &["/name"]), plans);
    }

    async fn its_way_for_newcomers_says_if_what(api) {
        let rows = esbjergs(&api).await;
        let pathway = rows.iter().find(|row| row["register"] == "PATHWAY").expect("a pathway");
        let steps = pathway["form"]["steps"].as_array().expect("steps");
        let conditions = |key: &str| {
            let step = steps.iter().find(|step| step["key"] == key).expect("a step");
            column(&step["next"], "/condition")
        };
        assert_eq!(conditions("visit"), ["borgeren ikke har brug for hjælp", "borgeren har brug for hjælp"]);
        assert_eq!(conditions("benefits"), ["borgeren er klar til arbejde eller uddannelse", "borgeren endnu ikke er klar"]);
        let needs = [
            "der er børn, man skal være opmærksom på",
            "der er et misbrug",
            "borgeren skal på plads i en bolig",
            "borgeren har brug for støtte",
        ];
        assert_eq!(conditions("plan"), needs);
    }

    async fn its_draft_says_the_same_and_can_be_written_in(api) {
        load(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let query = r#"{ municipality(slug: "esbjerg") { framework { state dueOn isOverdue canWrite sections { section answered total
            questions { key answer rows { id register title } } } } frameworkComparison(from: 1) { differences { name } } } }"#;
        let before = api.statements();
        let data = api.data_for(&leader, query, json!({})).await;
        let statements = api.statements() - before;
        let framework = &data["municipality"]["framework"];
        assert_eq!(framework["state"], "DRAFT");
        assert_eq!((&framework["dueOn"], &framework["isOverdue"], &framework["canWrite"]), (&json!("2014-09-01"), &json!(true), &json!(true)));
        assert_eq!(rows(&framework["sections"]).len(), 56);
        assert_eq!(data["municipality"]["frameworkComparison"]["differences"], json!([]));
        assert!(statements <= 12, "{statements} statements");
    }

    async fn randers_has_a_draft_that_nobody_has_approved(api) {
        load(&api).await;
        let edition = "{ municipality(slug: \"randers\") { framework { id } frameworkEditions { number } } }";
        let data = api.data(edition, json!({})).await;
        assert_eq!(data["municipality"], json!({ "framework": null, "frameworkEditions": [] }));
        let leader = api.somebody(Role::ProjectLeader, "randers").await;
        let query = r#"{ municipality(slug: "randers") { framework { dueOn sections { questions { rows { id register title } } } } } }"#;
        let data = api.data_for(&leader, query, json!({})).await;
        let framework = &data["municipality"]["framework"];
        assert_eq!(framework["dueOn"], json!(null));
        let rows = rows(&framework["sections"]);
        assert!(rows.iter().any(|row| row["register"] == "SUPPORT_FIGURE"), "{rows:?}");
        assert!(rows.iter().any(|row| row["register"] == "FORUM"), "{rows:?}");
    }

    async fn it_has_the_figures_forums_and_agreements_of_its_strategy(api) {
        let rows = randers(&api).await;
        assert_eq!(told(&rows, "SUPPORT_FIGURE", &["/paragraph", "/serviceType", "/number", "/unit"]), json!(SUPPORT));
        let forums = json!([
            ["Koordinationsforum", "MUNICIPAL", null, null],
            ["Implementeringsgruppen", "MUNICIPAL", null, null],
            ["Samarbejdsmøder med Sundhedscenteret", "MUNICIPAL", "Hvert halve år", 2],
            ["Møder med løsladelseskoordinatorerne", "MIXED", "Hvert halve år", 2],
            ["Sparring med Socialstyrelsen", "MIXED", "Hvert halve år", 2],
        ]);
        assert_eq!(told(&rows, "FORUM", &["/name", "/level", "/rhythm", "/meetingsPerYear"]), forums);
        let members = names(&rows, "FORUM", "members");
        assert_eq!(members[0], ["Beskæftigelsesområdet", "Familieområdet", "Borgerservice"]);
        let others = ["Sundhedscenteret", "Kriminalforsorgen", "Socialstyrelsen"];
        for (with, members) in others.iter().zip(&members[2..]) {
            assert!(members.iter().any(|member| member == with), "{with}: {members:?}");
        }
        let agreements = json!([
            ["MUNICIPAL", "PLANNED", "2018-08-31"],
            ["MUNICIPAL", "IN_FORCE", null],
            ["MIXED", "IN_FORCE", null],
        ]);
        assert_eq!(told(&rows, "AGREEMENT", &["/level", "/status", "/evaluateBy"]), agreements);
        let parties = names(&rows, "AGREEMENT", "parties");
        let of_the_homeless = [
            "Ungdommens Uddannelseshus Randers",
            "Udviklingshuset",
            "Ydelseskontoret",
            "Borgerservice",
            "Center for Særlig Social Indsats",
        ];
        assert_eq!(parties[0], of_the_homeless);
        assert_eq!(parties[1], ["Rusmiddelcenter Randers", "Myndighedscenteret"]);
        assert_eq!(parties[2], ["Randers Kommune", "Børsterne"]);
    }
}
