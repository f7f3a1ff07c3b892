//! `openState` and `filter.openNow`: what is open at the moment of the request, in Danish time.

use entity::directory::schedule_exception;
use entity::ids::ScheduleExceptionId;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use tests::api::Api;
use tests::large::{self, Size};
use tests::{on_both, rows};

/// Open Monday to Friday, 9 to 15.
const STATE: &str = r#"{ municipality(slug: "prove") { service(slug: "tilbud-0") { openState { kind until opensAt } }
    services(filter: { openNow: true }) { totalCount } } }"#;
const CLINIC: &str = r#"{ municipality(slug: "aabenraa") { service(slug: "aaben-klinik") {
    schedules { byday weeks opensAt closesAt } openState { kind until opensAt } } } }"#;

async fn load(api: &Api) {
    api.load(&large::municipality(Size { services: 3, contacts: 4, organisations: 2 })).await;
}

async fn state(api: &Api, at: &str) -> (Value, Value) {
    api.set_clock(at);
    let mut data = api.data(STATE, json!({})).await;
    let municipality = &mut data["municipality"];
    (municipality["service"]["openState"].take(), municipality["services"]["totalCount"].take())
}

fn closed_until(at: &str) -> Value {
    json!({ "kind": "CLOSED", "until": null, "opensAt": at })
}

on_both! {
    async fn a_place_is_open_within_its_hours_and_says_until_when(api) {
        load(&api).await;
        let (open, found) = state(&api, "2026-03-03T09:00:00Z").await;
        assert_eq!(open, json!({ "kind": "OPEN", "until": "2026-03-03T14:00:00+00:00", "opensAt": null }));
        assert_eq!(found, 3);
    }

    async fn a_closed_place_says_when_it_opens_next(api) {
        load(&api).await;
        let (closed, found) = state(&api, "2026-03-03T14:00:00Z").await;
        assert_eq!(
            (closed, found),
            (closed_until("2026-03-04T08:00:00+00:00"), json!(0)),
            "closing time itself is closed"
        );
        let (closed, _) = state(&api, "2026-03-06T20:00:00Z").await;
        assert_eq!(closed, closed_until("2026-03-09T08:00:00+00:00"), "Friday evening points at Monday");
    }

    async fn the_hour_on_the_door_stays_when_summer_time_begins(api) {
        load(&api).await;
        let (closed, _) = state(&api, "2026-03-27T20:00:00Z").await;
        assert_eq!(closed, closed_until("2026-03-30T07:00:00+00:00"));
        let (open, _) = state(&api, "2026-03-30T07:30:00Z").await;
        assert_eq!(open["kind"], "OPEN");
    }

    async fn a_day_off_takes_the_place_of_the_usual_hours(api) {
        load(&api).await;
        let db = api.app.db();
        let of = rows::municipality(db, "prove").await.id;
        let service = rows::service(db, of, "tilbud-0").await;
        let day_off = schedule_exception::Model {
            id: ScheduleExceptionId(rows::key()),
            municipality_id: of,
            contact_id: None,
            service_id: Some(service.id),
            valid_from: "2026-03-03".parse().expect("a date"),
            valid_to: "2026-03-03".parse().expect("a date"),
            closed: true,
            opens_at: None,
            closes_at: None,
            description: Some("Personaledag".to_owned()),
            position: 0,
        };
        schedule_exception::Entity::insert(day_off.into_active_model())
            .exec_without_returning(db)
            .await
            .expect("a day off");
        rows::touch(db, of).await;
        api.refresh().await;
        let (closed, found) = state(&api, "2026-03-03T09:00:00Z").await;
        assert_eq!((closed, found), (closed_until("2026-03-04T08:00:00+00:00"), json!(2)));
        let query = r#"{ municipality(slug: "prove") { service(slug: "tilbud-0") {
            scheduleExceptions { validFrom validTo closed description } } } }"#;
        let data = api.data(query, json!({})).await;
        let expected = json!([{ "validFrom": "2026-03-03", "validTo": "2026-03-03", "closed": true, "description": "Personaledag" }]);
        assert_eq!(data["municipality"]["service"]["scheduleExceptions"], expected);
    }

    async fn the_clinic_of_odd_thursdays_is_closed_on_other_days_and_unknown_on_its_own(api) {
        let expected = json!([{ "byday": ["THURSDAY"], "weeks": "ODD", "opensAt": null, "closesAt": null }]);
        // Week 10 is even, week 11 odd; nobody wrote the hour down.
        for (at, kind) in [
            ("2026-03-05T10:00:00Z", "CLOSED"),
            ("2026-03-11T10:00:00Z", "CLOSED"),
            ("2026-03-12T10:00:00Z", "UNKNOWN"),
        ] {
            api.set_clock(at);
            let data = api.data(CLINIC, json!({})).await;
            let clinic = &data["municipality"]["service"];
            assert_eq!(clinic["schedules"], expected);
            assert_eq!(clinic["openState"]["kind"], kind, "{at}");
        }
    }

    async fn a_place_that_tells_no_hours_is_neither_open_nor_closed(api) {
        let data = api.data(
            r#"{ municipality(slug: "esbjerg") { service(slug: "oqqumut") { schedules { byday } openState { kind } }
                services(filter: { openNow: true }) { totalCount } } }"#,
            json!({}),
        ).await;
        assert_eq!(
            data["municipality"]["service"],
            json!({ "schedules": [], "openState": { "kind": "UNKNOWN" } })
        );
        assert_eq!(data["municipality"]["services"]["totalCount"], 0);
    }
}
