//! `proposalWithdraw`: taking one's own proposal back.

use entity::identity::values::Role;
use serde_json::json;
use tests::on_both;

use super::{list, partner, propose};

const WITHDRAW: &str =
    "mutation ($id: ID!, $revision: Int!) { proposalWithdraw(input: { id: $id, revision: $revision }) {
    proposal { status } userErrors { code field } } }";

on_both! {
    async fn whoever_made_it_takes_it_back_once(api) {
        let partner = partner(&api).await;
        let made = propose(&api, &partner, "Prøvetitel").await;
        let input = json!({ "id": made["proposal"]["id"], "revision": 1 });
        let data = api.data_for(&partner, WITHDRAW, input.clone()).await;
        assert_eq!(data["proposalWithdraw"]["proposal"]["status"], "WITHDRAWN");
        let again = api.data_for(&partner, WITHDRAW, input).await;
        let stale = json!([{ "code": "STALE", "field": "revision" }]);
        assert_eq!(again["proposalWithdraw"]["userErrors"], stale);
        assert_eq!(list(&api, &partner).await[0]["status"], "WITHDRAWN");
    }

    async fn nobody_else_does(api) {
        let made = propose(&api, &partner(&api).await, "Prøvetitel").await;
        let input = json!({ "id": made["proposal"]["id"], "revision": 1 });
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(api.refused_to(&leader, WITHDRAW, input.clone()).await, "FORBIDDEN");
        let other = partner(&api).await;
        assert_eq!(api.refused_to(&other, WITHDRAW, input.clone()).await, "NOT_FOUND");
        assert_eq!(api.error(WITHDRAW, input).await.0, "NOT_FOUND");
    }
}
