//! `/<municipality>/katalog`: the printable catalogue, one page of plain HTML.

use std::collections::{HashMap, HashSet};

use axum::http::StatusCode;
use entity::directory::values::ServiceStatus;
use serde_json::json;
use tests::api::{Api, column};
use tests::{on_both, rows};

async fn page(api: &Api, path: &str) -> String {
    let (status, html) = api.get(path).await;
    assert_eq!(status, StatusCode::OK, "{path}");
    html
}

/// What stands between `before` and the next `after`, each time.
fn all_between<'h>(html: &'h str, before: &str, after: &str) -> Vec<&'h str> {
    html.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

fn ids(html: &str) -> Vec<&str> {
    all_between(html, " id=\"", "\"")
}

fn articles(html: &str) -> Vec<&str> {
    all_between(html, "<article class=\"service\" id=\"", "\"")
}

async fn listed(api: &Api, slug: &str) -> Vec<String> {
    let query =
        "query ($slug: String!) { municipality(slug: $slug) { services(first: 100) { nodes { slug } } } }";
    column(&api.data(query, json!({ "slug": slug })).await["municipality"]["services"]["nodes"], "/slug")
}

fn sorted(mut slugs: Vec<String>) -> Vec<String> {
    slugs.sort();
    slugs
}

on_both! {
    async fn the_cover_tells_title_edition_date_editor_and_source(api) {
        let html = page(&api, "/aabenraa/katalog").await;
        let cover = all_between(&html, "<header class=\"cover\">", "</header>")[0];
        for fact in [
            "Aabenraa Kommune",
            "Indsatskatalog",
            "2024–2025",
            "1. august 2024",
            "Hanne Kruse, Konsulent",
            "48 tilbud",
        ] {
            assert!(cover.contains(fact), "{fact}: {cover}");
        }
        assert!(cover.contains("Indsatskatalog 2024–2025 til Strategi"), "the source: {cover}");
        assert!(html.starts_with("<!DOCTYPE html>") && html.contains("<html lang=\"da\">"));
        assert!(html.contains("<title>Indsatskatalog – Aabenraa Kommune</title>"));
        assert!(page(&api, "/esbjerg/katalog").await.contains("1. marts 2014"));
    }

    async fn every_listed_service_stands_there_once_under_its_slug(api) {
        for slug in ["esbjerg", "aabenraa"] {
            let html = page(&api, &format!("/{slug}/katalog")).await;
            let here = articles(&html).into_iter().map(str::to_owned).collect();
            assert_eq!(sorted(here), sorted(listed(&api, slug).await), "{slug}");
        }
    }

    async fn every_link_within_the_page_leads_to_an_anchor_that_stands_there_once(api) {
        for path in ["/esbjerg/katalog", "/aabenraa/katalog", "/aabenraa/katalog?lang=en"] {
            let html = page(&api, path).await;
            let mut count: HashMap<&str, usize> = HashMap::new();
            ids(&html).into_iter().for_each(|id| *count.entry(id).or_default() += 1);
            assert!(count.values().all(|times| *times == 1), "{path}: an anchor stands twice");
            let links: HashSet<&str> = all_between(&html, "href=\"#", "\"").into_iter().collect();
            assert!(links.len() > 20);
            for link in &links {
                assert!(count.contains_key(link), "{path}: #{link} leads nowhere");
            }
            let named = all_between(&html, "aria-labelledby=\"", "\"");
            assert!(named.iter().all(|id| count.contains_key(id)), "{path}: a heading is missing");
            let contents = all_between(&html, "<nav class=\"contents\"", "</nav>")[0];
            assert!(all_between(contents, "href=\"#tema-", "\"").len() >= 6, "chapters in the contents");
        }
    }

    async fn a_part_stands_within_the_service_that_it_is_part_of(api) {
        let html = page(&api, "/aabenraa/katalog").await;
        let whole = html.find("id=\"socialsygepleje\"").expect("the whole");
        let part = html.find("id=\"aaben-klinik\"").expect("its part");
        let end = html.find("id=\"socialtandpleje\"").expect("the next");
        assert!(whole < part && part < end);
    }

    async fn an_entry_tells_where_for_whom_how_and_when_it_was_checked(api) {
        let html = page(&api, "/esbjerg/katalog").await;
        let entry =
            all_between(&html, "<article class=\"service\" id=\"alkoholambulatorium\"", "</article>")[0];
        for fact in [
            "Skolebakken 137, 6705 Esbjerg Ø",
            "tel:+4576166464",
            "76 16 64 64",
            "mailto:alkoholbehandlingen@esbjergkommune.dk",
            "1. marts 2014",
        ] {
            assert!(entry.contains(fact), "{fact}: {entry}");
        }
        assert!(
            entry.contains("Esbjerg Kommune › Borger &amp; Arbejdsmarked › Sociale Tilbud › Misbrug"),
            "{entry}"
        );
        let html = page(&api, "/aabenraa/katalog").await;
        for fact in ["Serviceloven § 80", "18.214", "morgenmad og middagsmad", "18–24 år"] {
            assert!(html.contains(fact), "{fact}");
        }
    }

    async fn both_languages_have_the_same_entries_and_each_its_headings(api) {
        let danish = page(&api, "/aabenraa/katalog?lang=da").await;
        let english = page(&api, "/aabenraa/katalog?lang=en").await;
        assert_eq!(articles(&danish), articles(&english));
        assert!(
            english.contains("<html lang=\"en\">")
                && english.contains("1 August 2024")
                && english.contains("Contents")
        );
        assert!(english.contains("Housing") && !danish.contains("Housing"));
        assert!(danish.contains("Boligforhold") && danish.contains("Indhold"));
        assert!(english.contains("lang=\"da\""), "Danish prose is marked as Danish");
        assert_eq!(
            page(&api, "/aabenraa/katalog?lang=xx").await,
            page(&api, "/aabenraa/katalog").await,
            "Danish otherwise"
        );
    }

    async fn the_page_needs_no_script_and_loads_nothing_from_elsewhere(api) {
        let html = page(&api, "/esbjerg/katalog").await;
        assert!(!html.contains("<script") && !html.contains(" style=\"") && !html.contains("javascript:"));
        for source in all_between(&html, "src=\"", "\"").into_iter().chain(all_between(
            &html,
            "<link rel=\"stylesheet\" href=\"",
            "\"",
        )) {
            assert!(source.starts_with('/'), "{source}");
        }
        let (status, css) = api.get("/print/catalogue.css").await;
        assert_eq!(status, StatusCode::OK);
        assert!(css.contains("@page") && css.contains("counter"), "page numbers in print");
        assert_eq!(api.get("/print/other.css").await.0, StatusCode::NOT_FOUND);
    }

    async fn what_was_typed_in_is_never_markup(api) {
        let db = api.app.db();
        let of = rows::municipality(db, "esbjerg").await.id;
        let like = rows::service(db, of, "oqqumut").await;
        let name = "<script>alert('x')</script> & \"Co\"";
        rows::add_service(db, &like, "ondt", name).await;
        rows::touch(db, of).await;
        api.refresh().await;
        let html = page(&api, "/esbjerg/katalog").await;
        assert!(!html.contains("<script"), "markup in a name");
        assert!(
            html.matches("&lt;script&gt;alert(").count() >= 3,
            "in the entry, the contents and the register"
        );
        assert!(articles(&html).contains(&"ondt"));
    }

    async fn a_closed_service_is_left_out_wherever_it_stands(api) {
        let db = api.app.db();
        let of = rows::municipality(db, "aabenraa").await.id;
        for slug in ["bopladsen", "step-up"] {
            rows::set_status(db, &rows::service(db, of, slug).await, ServiceStatus::Closed).await;
        }
        rows::touch(db, of).await;
        api.refresh().await;
        let html = page(&api, "/aabenraa/katalog").await;
        assert_eq!(
            sorted(articles(&html).into_iter().map(str::to_owned).collect()),
            sorted(listed(&api, "aabenraa").await)
        );
    }

    async fn a_part_of_a_closed_service_still_stands_in_the_catalogue(api) {
        let db = api.app.db();
        let of = rows::municipality(db, "aabenraa").await.id;
        rows::set_status(db, &rows::service(db, of, "socialsygepleje").await, ServiceStatus::Closed).await;
        rows::touch(db, of).await;
        api.refresh().await;
        let html = page(&api, "/aabenraa/katalog").await;
        assert_eq!(
            sorted(articles(&html).into_iter().map(str::to_owned).collect()),
            sorted(listed(&api, "aabenraa").await)
        );
    }

    async fn an_unknown_municipality_has_no_catalogue_and_the_page_says_so(api) {
        let (status, html) = api.get("/atlantis/katalog").await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert!(html.contains("Vi kender ikke den kommune"));
        assert!(api.get("/atlantis/katalog?lang=en").await.1.contains("We do not know that municipality"));
        assert_eq!(api.get("/%3Cscript%3E/katalog").await.0, StatusCode::NOT_FOUND);
    }
}
