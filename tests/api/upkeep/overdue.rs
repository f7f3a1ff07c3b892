//! `municipality.overdue`: what is to be checked.

use entity::identity::values::Role;
use serde_json::json;
use tests::api::column;
use tests::on_both;

use super::{all_is_fresh, was_checked};

const LIST: &str = r#"query ($first: Int, $after: String) { municipality(slug: "esbjerg") {
    overdue(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
        nodes { dueOn owner { name } service { slug } } } } }"#;

on_both! {
    async fn it_lists_what_is_due_today_or_was_with_its_owner(api) {
        all_is_fresh(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        was_checked(&api, "2025-09-05", Some(leader.id)).await;
        let data = api.data_for(&leader, LIST, json!({ "first": 10 })).await;
        assert_eq!(data["municipality"]["overdue"]["totalCount"], 0, "one day left");

        was_checked(&api, "2025-09-04", Some(leader.id)).await;
        let data = api.data_for(&leader, LIST, json!({ "first": 10 })).await;
        let expected = json!([{
            "dueOn": "2026-03-03",
            "owner": { "name": "Prøve ProjectLeader" },
            "service": { "slug": "oqqumut" },
        }]);
        assert_eq!(data["municipality"]["overdue"]["nodes"], expected);
    }

    async fn it_pages(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let first = api.data_for(&leader, LIST, json!({ "first": 3 })).await;
        let first = &first["municipality"]["overdue"];
        assert_eq!(first["pageInfo"]["hasNextPage"], true);
        let after = first["pageInfo"]["endCursor"].clone();
        let second = api.data_for(&leader, LIST, json!({ "first": 3, "after": after })).await;
        let slugs = |page: &serde_json::Value| column(&page["nodes"], "/service/slug");
        let both = [slugs(first), slugs(&second["municipality"]["overdue"])].concat();
        let whole = api.data_for(&leader, LIST, json!({ "first": 6 })).await;
        assert_eq!(both, slugs(&whole["municipality"]["overdue"]));
    }

    async fn only_project_leaders_of_the_municipality_see_it(api) {
        assert_eq!(api.error(LIST, json!({ "first": 3 })).await.0, "FORBIDDEN");
        for (role, slug) in [(Role::SteeringMember, "esbjerg"), (Role::ProjectLeader, "aabenraa")] {
            let somebody = api.somebody(role, slug).await;
            assert_eq!(api.refused_to(&somebody, LIST, json!({ "first": 3 })).await, "FORBIDDEN");
        }
    }

    async fn a_page_out_of_bounds_is_refused(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(api.refused_to(&leader, LIST, json!({ "first": 101 })).await, "INVALID");
    }
}
