//! `municipality.desk`: what waits for whoever asks, and nothing that is not theirs.

use chrono::NaiveDate;
use entity::directory::service;
use entity::identity::values::Role;
use entity::ids::PersonId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;
use tests::people::Somebody;
use tests::rows;

const DESK: &str = r#"query ($first: Int) { municipality(slug: "esbjerg") { desk {
    proposalsToDecide { totalCount nodes(first: $first) { id subjectName proposerName } }
    ownProposals { totalCount nodes(first: $first) { id subjectName } }
    answers { totalCount nodes(first: $first) { id status answer decidedAt } }
    checks { totalCount nodes(first: $first) { dueOn owner { name } service { slug } } }
    urgentChecks { totalCount nodes(first: $first) { dueOn owner { name } service { slug } } }
    changesSinceLastLook lastLookAt } } }"#;
const REPORT: &str = "mutation ($id: ID!, $message: String!) {
    errorReport(input: { subject: $id, message: $message }) { done userErrors { code } } }";
const DECLINE: &str =
    "mutation ($id: ID!) { proposalDecline(input: { id: $id, revision: 1, answer: \"Tak, men nej.\" }) {
    userErrors { code } } }";
const SEEN: &str = "mutation ($id: ID!) { proposalAnswerNote(input: { id: $id }) { done } }";

async fn desk(api: &Api, somebody: &Somebody) -> Value {
    let data = api.data_for(somebody, DESK, json!({ "first": 5 })).await;
    data["municipality"]["desk"].clone()
}

/// How many proposals to decide, own ones, answers, services to check and urgent ones there are.
fn counts(desk: &Value) -> [i64; 5] {
    ["proposalsToDecide", "ownProposals", "answers", "checks", "urgentChecks"]
        .map(|pile| desk[pile]["totalCount"].as_i64().expect("a number"))
}

/// Everything was checked today but this service, and this is its owner.
async fn only_due(api: &Api, slug: &str, on: &str, owner: Option<PersonId>) {
    let of = rows::municipality(api.app.db(), "esbjerg").await.id;
    let today = NaiveDate::from_ymd_opt(2026, 3, 3);
    let all = service::Entity::update_many().col_expr(service::Column::AssuredDate, Expr::value(today));
    all.exec(api.app.db()).await.expect("fresh services");
    let on: NaiveDate = on.parse().expect("a day");
    let one = service::Entity::update_many()
        .col_expr(service::Column::AssuredDate, Expr::value(on))
        .col_expr(service::Column::OwnerId, Expr::value(owner.map(|owner| owner.0)))
        .filter(service::Column::Slug.eq(slug));
    one.exec(api.app.db()).await.expect("a service");
    rows::touch(api.app.db(), of).await;
    api.refresh().await;
}

async fn report(api: &Api, somebody: &Somebody, message: &str) {
    let of = rows::municipality(api.app.db(), "esbjerg").await.id;
    let id = rows::service(api.app.db(), of, "oqqumut").await.id;
    let input = json!({ "id": format!("service:{}", id.0), "message": message });
    assert_eq!(api.data_for(somebody, REPORT, input).await["errorReport"]["done"], true);
}

async fn partner(api: &Api) -> Somebody {
    api.somebody_of(Role::Partner, "esbjerg", Some("jobcenter-esbjerg")).await
}

on_both! {
    async fn a_proposal_lies_with_the_leader_until_it_is_decided_and_its_answer_until_it_is_seen(api) {
        only_due(&api, "oqqumut", "2026-03-03", None).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let (partner, other) = (partner(&api).await, partner(&api).await);
        report(&api, &partner, "Nummeret er forkert.").await;
        assert_eq!(counts(&desk(&api, &leader).await), [1, 0, 0, 0, 0]);
        assert_eq!(counts(&desk(&api, &partner).await), [0, 1, 0, 0, 0]);
        assert_eq!(counts(&desk(&api, &other).await), [0; 5], "nothing that is not theirs");

        let id = desk(&api, &leader).await["proposalsToDecide"]["nodes"][0]["id"].clone();
        api.data_for(&leader, DECLINE, json!({ "id": id })).await;
        assert_eq!(counts(&desk(&api, &leader).await), [0; 5]);
        let lies = desk(&api, &partner).await;
        assert_eq!(counts(&lies), [0, 0, 1, 0, 0]);
        assert_eq!(lies["answers"]["nodes"][0]["answer"], "Tak, men nej.");

        assert_eq!(api.refused_to(&other, SEEN, json!({ "id": id })).await, "NOT_FOUND");
        assert_eq!(api.refused_to(&leader, SEEN, json!({ "id": id })).await, "FORBIDDEN");
        assert_eq!(counts(&desk(&api, &partner).await), [0, 0, 1, 0, 0]);
        for _ in 0..2 {
            assert_eq!(api.data_for(&partner, SEEN, json!({ "id": id })).await["proposalAnswerNote"]["done"], true);
        }
        assert_eq!(counts(&desk(&api, &partner).await), [0; 5]);
    }

    async fn an_answer_that_is_not_there_yet_cannot_be_seen(api) {
        let partner = partner(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        report(&api, &partner, "Nummeret er forkert.").await;
        let id = desk(&api, &partner).await["ownProposals"]["nodes"][0]["id"].clone();
        api.data_for(&partner, SEEN, json!({ "id": id })).await;
        api.data_for(&leader, DECLINE, json!({ "id": id })).await;
        assert_eq!(desk(&api, &partner).await["answers"]["totalCount"], 1);
        assert_eq!(api.refused_to(&partner, SEEN, json!({ "id": "proposal:nothing" })).await, "NOT_FOUND");
    }

    async fn a_service_lies_with_its_owner_and_after_two_weeks_with_the_leader_too(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let owner = api.somebody(Role::SteeringMember, "esbjerg").await;
        let other = api.somebody(Role::SteeringMember, "esbjerg").await;
        // Due on 3 March, which is today.
        only_due(&api, "oqqumut", "2025-09-04", Some(owner.id)).await;
        assert_eq!(counts(&desk(&api, &owner).await), [0, 0, 0, 1, 0]);
        assert_eq!(counts(&desk(&api, &leader).await), [0; 5]);
        assert_eq!(counts(&desk(&api, &other).await), [0; 5]);
        // Fourteen days late, and fifteen.
        only_due(&api, "oqqumut", "2025-08-21", Some(owner.id)).await;
        assert_eq!(counts(&desk(&api, &leader).await), [0, 0, 0, 1, 0]);
        only_due(&api, "oqqumut", "2025-08-20", Some(owner.id)).await;
        for somebody in [&owner, &leader] {
            assert_eq!(counts(&desk(&api, somebody).await), [0, 0, 0, 0, 1]);
        }
        let expected = json!([{ "dueOn": "2026-02-16", "owner": { "name": "Prøve SteeringMember" },
            "service": { "slug": "oqqumut" } }]);
        assert_eq!(desk(&api, &leader).await["urgentChecks"]["nodes"], expected);
    }

    async fn what_nobody_looks_after_lies_with_the_leader_at_once(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let stranger = api.somebody(Role::SteeringMember, "aabenraa").await;
        // An owner without a role here can't be asked.
        for owner in [None, Some(stranger.id)] {
            only_due(&api, "oqqumut", "2025-09-04", owner).await;
            let lies = desk(&api, &leader).await;
            assert_eq!(counts(&lies), [0, 0, 0, 1, 0]);
            assert_eq!(lies["checks"]["nodes"][0]["owner"], json!(null));
        }
    }

    async fn the_longest_overdue_stands_first_and_no_more_than_asked_for(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let lies = desk(&api, &leader).await;
        assert_eq!(counts(&lies)[4], 27, "nobody has looked after the samples for years");
        let days = column(&lies["urgentChecks"]["nodes"], "/dueOn");
        assert!(days.len() == 5 && days.is_sorted(), "{days:?}");
        for first in [0, 101] {
            assert_eq!(api.refused_to(&leader, DESK, json!({ "first": first })).await, "INVALID");
        }
    }

    async fn only_who_belongs_to_the_municipality_has_a_desk(api) {
        assert_eq!(api.error(DESK, json!({ "first": 5 })).await.0, "NOT_FOUND");
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        let administrator = api.somebody(Role::Administrator, "").await;
        let waiting = api.person("Waiting").await;
        let esbjerg = api.municipality_id("esbjerg").await;
        api.grant(waiting.id, Role::ProjectLeader, Some(esbjerg), None).await;
        let waiting = api.sign_in(&waiting, false).await;
        for somebody in [&stranger, &administrator, &waiting] {
            assert_eq!(api.refused_to(somebody, DESK, json!({ "first": 5 })).await, "NOT_FOUND");
        }
    }

    async fn it_takes_the_same_statements_whatever_lies_on_it(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = partner(&api).await;
        let mut taken = Vec::new();
        only_due(&api, "oqqumut", "2026-03-03", None).await;
        for piles in 0..3 {
            if piles > 0 {
                for _ in 0..3 {
                    report(&api, &partner, "Nummeret er forkert.").await;
                }
                only_due(&api, "oqqumut", "2020-01-01", Some(partner.id)).await;
            }
            if piles > 1 {
                let all = service::Entity::update_many()
                    .col_expr(service::Column::AssuredDate, Expr::value(NaiveDate::from_ymd_opt(2020, 1, 1)));
                all.exec(api.app.db()).await.expect("late services");
                let of = rows::municipality(api.app.db(), "esbjerg").await.id;
                rows::touch(api.app.db(), of).await;
                api.refresh().await;
            }
            let before = api.statements();
            desk(&api, &leader).await;
            taken.push(api.statements() - before);
        }
        assert!(taken.iter().all(|count| *count == taken[0]), "{taken:?}");
        // Five, and those that say who asks.
        assert!(taken[0] <= 8, "{taken:?}");
    }
}
