//! `municipality.contacts`: whom to call, by name, title, unit, number, or what their services do.

use serde_json::json;
use tests::api::{Api, column};
use tests::on_both;

const LIST: &str = "query ($slug: String!, $search: String) { municipality(slug: $slug) {
    contacts(search: $search, first: 100) { totalCount nodes { name title kind phones { number } services { slug } } } } }";

async fn names(api: &Api, slug: &str, words: &str) -> Vec<String> {
    let data = api.data(LIST, json!({ "slug": slug, "search": words })).await;
    column(&data["municipality"]["contacts"]["nodes"], "/name")
}

on_both! {
    async fn without_words_all_contacts_stand_by_name(api) {
        let names = names(&api, "aabenraa", "").await;
        let expected = [
            "Annette U. Veng",
            "Birgit Møller Johannsen",
            "Hanne Kruse",
            "Hella Jürgensen",
            "Henning Iversen",
            "Henrik Ebbesen",
            "Jane Damgaard Vinther",
            "Janni Kollerup",
            "Johanne Braun",
            "Jørn Wedege Hansen",
            "Kenneth Bill Matthiesen",
            "Kent Bargum Jürgensen",
            "Kim G. Minke",
            "Kristian Jørgensen",
            "Linda Sand",
            "Lisbeth Rotwitt",
            "Lone Haugaard",
            "Malini Inpanathan",
            "Michael Nordberg Jeppesen",
            "Niels Jacob Jensen",
            "Nikolaj Lorenz Stage Jensen",
            "Robert Refslund-Nørgaard",
            "Sille Hellesø",
            "Tania Mc Kenzie",
            "Torben Ravn Jensen",
        ];
        assert_eq!(names, expected);
    }

    async fn names_stand_in_danish_alphabetical_order_on_every_database(api) {
        let db = api.app.db();
        let of = tests::rows::municipality(db, "esbjerg").await.id;
        let unit = tests::rows::organisation(db, of, "kfum").await.id;
        for name in ["Åse Zzz", "Zita Zzz", "Øjvind Zzz", "Ærna Zzz", "anna Zzz", "Aage Zzz"] {
            let person = tests::rows::Person {
                name,
                title: "Prøve",
                phone: "+4520000000",
                email: "x@prove.example",
                visibility: entity::directory::values::Visibility::Public,
            };
            tests::rows::add_contact(db, of, unit, &person).await;
        }
        tests::rows::touch(db, of).await;
        api.refresh().await;
        let added = ["anna Zzz", "Zita Zzz", "Ærna Zzz", "Øjvind Zzz", "Aage Zzz", "Åse Zzz"];
        assert_eq!(names(&api, "esbjerg", "Zzz").await, added);
    }

    async fn a_name_a_title_a_unit_and_a_number_find_a_contact(api) {
        assert_eq!(names(&api, "esbjerg", "heidi").await[0], "Heidi Conradsen");
        assert_eq!(names(&api, "aabenraa", "jørgensen").await[0], "Kristian Jørgensen");
        assert_eq!(names(&api, "aabenraa", "veterankoordinator").await[0], "Jørn Wedege Hansen");
        assert_eq!(names(&api, "aabenraa", "hjemmeplejen").await[0], "Birgit Møller Johannsen");
        for words in ["27 24 53 17", "27245317", "+45 27 24 53 17", "+4527245317", "0045 27245317"] {
            assert_eq!(names(&api, "esbjerg", words).await, ["Heidi Conradsen"], "{words}");
        }
    }

    async fn an_everyday_word_leads_to_those_whose_services_answer_it(api) {
        assert_eq!(
            names(&api, "aabenraa", "tandlæge").await.first().map(String::as_str),
            Some("Michael Nordberg Jeppesen")
        );
        assert_eq!(
            names(&api, "esbjerg", "hash").await.first().map(String::as_str),
            Some("Center for misbrug")
        );
    }

    async fn nobody_is_named_twice(api) {
        for words in ["misbrug", "jobcenter", "linda", "teamleder bolig"] {
            let mut names = names(&api, "aabenraa", words).await;
            let count = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "{words}");
        }
    }

    async fn a_contact_names_the_services_it_is_for(api) {
        let data = api.data(LIST, json!({ "slug": "aabenraa", "search": "Linda Sand" })).await;
        let services = column(&data["municipality"]["contacts"]["nodes"][0]["services"], "/slug");
        let expected = [
            "gratis-inventar-til-at-etablere-sig-i-egen-bolig",
            "overgangsbolig",
            "en-ny-start-cti",
            "boliger-paa-kirkeplads",
            "bopladsen",
        ];
        let mut sorted = services.clone();
        sorted.sort();
        let mut wanted = expected.map(str::to_owned).to_vec();
        wanted.sort();
        assert_eq!(sorted, wanted);
    }

    async fn words_that_nobody_answers_find_nobody(api) {
        assert_eq!(names(&api, "esbjerg", "qqqqxxxx").await, [""; 0]);
        assert_eq!(names(&api, "esbjerg", "99 99 99 99").await, [""; 0]);
    }
}
