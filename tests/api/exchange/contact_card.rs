//! `/<municipality>/kontakter/<id>.vcf`: a contact for the address book.

use axum::body::Body;
use axum::http::{Request, Response};
use entity::directory::contact;
use entity::directory::values::Visibility;
use entity::identity::values::Role;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tests::api::{Api, text};
use tests::on_both;
use tests::rows::{self, Person};

async fn get(api: &Api, path: &str, cookie: Option<&str>) -> Response<Body> {
    let mut request = Request::get(path).header("accept", "text/html");
    if let Some(cookie) = cookie {
        request = request.header("cookie", cookie);
    }
    api.send(request.body(Body::empty()).expect("a request")).await
}

async fn contact(api: &Api, name: &str) -> contact::Model {
    let same = contact::Entity::find().filter(contact::Column::Name.eq(name));
    same.one(api.app.db()).await.expect("an answer").expect("a contact")
}

on_both! {
    async fn a_contact_comes_as_a_card(api) {
        let id = contact(&api, "Heidi Conradsen").await.id.0;
        for name in [id.to_string(), format!("contact:{id}")] {
            let response = get(&api, &format!("/esbjerg/kontakter/{name}.vcf"), None).await;
            assert_eq!(response.status(), 200);
            assert_eq!(response.headers()["content-type"], "text/vcard; charset=utf-8");
            let card = text(response).await;
            assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\n") && card.ends_with("END:VCARD\r\n"), "{card}");
            for line in ["FN:Heidi Conradsen", "N:Conradsen;Heidi;;;", "KIND:individual"] {
                assert!(card.contains(&format!("{line}\r\n")), "{line}: {card}");
            }
            assert!(card.contains("TEL;VALUE=uri;TYPE=\"work,voice\":tel:+4527245317\r\n"), "{card}");
        }
    }

    async fn a_name_cannot_write_lines_of_its_own(api) {
        let of = rows::municipality(api.app.db(), "esbjerg").await.id;
        let unit = rows::organisation(api.app.db(), of, "kfum").await.id;
        let person = Person {
            name: "Prøve\r\nTEL:+4512345678, Zyx; <script>",
            title: "Prøve",
            phone: "+4520000000",
            email: "x@prove.example",
            visibility: Visibility::Public,
        };
        let id = rows::add_contact(api.app.db(), of, unit, &person).await.0;
        rows::touch(api.app.db(), of).await;
        api.refresh().await;
        let card = text(get(&api, &format!("/esbjerg/kontakter/{id}.vcf"), None).await).await;
        assert!(card.contains("FN:Prøve\\nTEL:+4512345678\\, Zyx\\; <script>\r\n"), "{card}");
        assert!(!card.contains("\r\nTEL:+4512345678"), "{card}");
    }

    async fn a_contact_that_is_not_public_is_for_those_with_a_role(api) {
        let of = rows::municipality(api.app.db(), "esbjerg").await.id;
        let unit = rows::organisation(api.app.db(), of, "kfum").await.id;
        let person = Person {
            name: "Prøve Skjult",
            title: "Prøve",
            phone: "+4520000000",
            email: "x@prove.example",
            visibility: Visibility::SignedIn,
        };
        let id = rows::add_contact(api.app.db(), of, unit, &person).await.0;
        rows::touch(api.app.db(), of).await;
        api.refresh().await;
        let path = format!("/esbjerg/kontakter/{id}.vcf");
        assert_eq!(get(&api, &path, None).await.status(), 404);
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(get(&api, &path, Some(&stranger.cookie)).await.status(), 404);
        let member = api.somebody(Role::SteeringMember, "esbjerg").await;
        let response = get(&api, &path, Some(&member.cookie)).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["cache-control"], "private, no-store");
    }

    async fn what_is_not_there_is_not_found(api) {
        let id = contact(&api, "Heidi Conradsen").await.id.0;
        for path in ["/esbjerg/kontakter/x.vcf".to_owned(), format!("/aabenraa/kontakter/{id}.vcf")] {
            assert_eq!(get(&api, &path, None).await.status(), 404, "{path}");
        }
        // Without the ending it is the app's.
        let page = get(&api, &format!("/esbjerg/kontakter/{id}"), None).await;
        assert_ne!(page.status(), 404);
    }
}
