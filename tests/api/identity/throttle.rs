//! Guessing passwords gets slow, for an account and for an address, and costs the service next to nothing.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::json;
use tests::api::Api;
use tests::on_both;
use tokio::task::JoinSet;

use super::{BEGIN, PASSWORD, begin, member, run};

const WRONG: &str = "en lampe i en dør";

async fn guess_from(api: &Api, from: &str, email: &str) -> Vec<String> {
    let input = json!({ "input": { "email": email, "password": WRONG } });
    run(api, None, Some(from), BEGIN, input).await.codes()
}

#[expect(clippy::disallowed_methods, reason = "measures how long the answers take")]
fn started() -> Instant {
    Instant::now()
}

on_both! {
    async fn after_five_wrong_passwords_even_the_right_one_has_to_wait(api) {
        let person = member(&api, "Partner").await;
        for _ in 0..5 {
            assert_eq!(begin(&api, &person.email, WRONG, None).await.codes(), ["WRONG"]);
        }
        let answer = begin(&api, &person.email, PASSWORD, None).await;
        assert_eq!(answer.codes(), ["THROTTLED"]);
        assert_eq!(answer.payload["userErrors"][0]["message"], "Wait 1 seconds and try again.");
        assert_eq!(answer.cookie, None);

        api.set_clock("2026-03-03T09:00:02Z");
        assert_eq!(begin(&api, &person.email, WRONG, None).await.codes(), ["WRONG"]);
        api.set_clock("2026-03-03T09:00:03Z");
        assert_eq!(begin(&api, &person.email, PASSWORD, None).await.codes(), ["THROTTLED"], "now two seconds");
        api.set_clock("2026-03-03T09:00:05Z");
        assert_eq!(begin(&api, &person.email, PASSWORD, None).await.codes(), [""; 0]);
        for _ in 0..5 {
            assert_eq!(begin(&api, &person.email, WRONG, None).await.codes(), ["WRONG"], "begins anew");
        }
    }

    async fn an_account_that_is_not_there_is_throttled_alike(api) {
        for _ in 0..5 {
            assert_eq!(begin(&api, "nobody@example.org", WRONG, None).await.codes(), ["WRONG"]);
        }
        assert_eq!(begin(&api, "nobody@example.org", WRONG, None).await.codes(), ["THROTTLED"]);
    }

    async fn one_address_cannot_try_many_accounts(api) {
        let person = member(&api, "Partner").await;
        for n in 0..20 {
            assert_eq!(guess_from(&api, "192.0.2.7", &format!("{n}@example.org")).await, ["WRONG"]);
        }
        assert_eq!(guess_from(&api, "192.0.2.7", "21@example.org").await, ["THROTTLED"]);
        assert_eq!(guess_from(&api, "192.0.2.8", "21@example.org").await, ["WRONG"], "others are let through");

        // Whoever has an account cannot use it to go on guessing at others.
        api.set_clock("2026-03-03T09:00:02Z");
        let input = json!({ "input": { "email": person.email, "password": PASSWORD } });
        assert_eq!(run(&api, None, Some("192.0.2.7"), BEGIN, input).await.codes(), [""; 0]);
        assert_eq!(guess_from(&api, "192.0.2.7", "22@example.org").await, ["THROTTLED"]);
    }

    async fn of_many_guesses_at_the_same_moment_few_are_looked_at(api) {
        let person = member(&api, "Partner").await;
        let api = Arc::new(api);
        let mut guesses = JoinSet::new();
        for _ in 0..40 {
            let (api, email) = (api.clone(), person.email.clone());
            guesses.spawn(async move { begin(&api, &email, WRONG, None).await.codes() });
        }
        let codes = guesses.join_all().await;
        let looked_at = codes.iter().filter(|codes| **codes == ["WRONG"]).count();
        assert_eq!(looked_at, 5, "{codes:?}");
    }

    async fn a_thousand_tries_are_throttled_and_cheap(api) {
        let person = member(&api, "Partner").await;
        let start = started();
        let before = api.statements();
        let mut looked_at = 0;
        for n in 0..1_000 {
            let email = if n % 2 == 0 { person.email.clone() } else { format!("{n}@example.org") };
            let codes = guess_from(&api, "192.0.2.7", &email).await;
            looked_at += usize::from(codes == ["WRONG"]);
            assert!(codes == ["WRONG"] || codes == ["THROTTLED"], "{codes:?}");
        }
        assert!(looked_at <= 20, "{looked_at} were looked at");
        let statements = api.statements() - before;
        // Those that are looked at, and the first that is sent away in each wait, are noted in the log.
        assert!(statements < 1_000 + 40 * looked_at, "{statements} statements: one each for those sent away");
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    }
}
