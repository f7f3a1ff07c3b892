//! Demo accounts: one per role, made only on request, listed only in a demo.

use serde_json::json;
use server::sample::people::{self, ACCOUNTS, PASSWORD};
use tests::api::{Api, column};
use tests::on_both;

use super::begin;

const LISTED: &str = "{ demoAccounts { name email password role municipality organisation } }";

on_both! {
    async fn a_demo_lists_its_accounts_and_each_signs_in_with_its_role(api) {
        assert_eq!(api.data(LISTED, json!({})).await["demoAccounts"], json!([]), "none until they are made");
        assert_eq!(people::load(&api.ctx()).await.expect("accounts"), ACCOUNTS.len());
        assert_eq!(people::load(&api.ctx()).await.expect("the same again"), ACCOUNTS.len());
        let listed = api.data(LISTED, json!({})).await["demoAccounts"].take();
        assert_eq!(listed.as_array().map(Vec::len), Some(ACCOUNTS.len()));
        assert_eq!(listed[3], json!({
            "name": "Prøve Partner, Esbjerg", "email": "partner@esbjerg.example", "password": PASSWORD,
            "role": "PARTNER", "municipality": "Esbjerg Kommune", "organisation": "Foreningen Grønlandske Børn",
        }));
        let emails = column(&listed, "/email");
        for (email, role) in emails.iter().zip(column(&listed, "/role")) {
            let answer = begin(&api, email, PASSWORD, None).await;
            assert_eq!(answer.payload["viewer"]["roles"], json!([{ "role": role }]), "{email}");
        }
    }

    async fn in_earnest_none_is_listed_and_their_roles_wait_like_everybodys(api) {
        people::load(&api.ctx()).await.expect("accounts");
        let earnest = Api::serving(api.database.again(), false).await;
        assert_eq!(earnest.data(LISTED, json!({})).await["demoAccounts"], json!([]));
        let answer = begin(&earnest, "projektleder@esbjerg.example", PASSWORD, None).await;
        assert_eq!(answer.payload["viewer"]["roles"], json!([]));
        assert_eq!(answer.payload["viewer"]["secondFactor"], "REQUIRED");
    }
}
