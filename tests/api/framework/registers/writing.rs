//! Who may write rows and when, how many there may be, and `registerRowMove` among those of a register.

use entity::framework::{framework, register_row};
use entity::identity::values::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;

use super::{CREATE, DELETE, MOVE, UPDATE, begun, create, forum, leader, made, mutation, send, tool, update};
use crate::directory::editing::refusals;

/// The titles of the tools, in the order they stand.
async fn tools(api: &Api) -> Vec<(i32, String)> {
    let rows = register_row::Entity::find()
        .filter(register_row::Column::Register.eq(entity::framework::values::Register::Tool))
        .filter(register_row::Column::MunicipalityId.eq(api.municipality_id("aabenraa").await))
        .order_by_asc(register_row::Column::Position);
    let rows = rows.all(api.app.db()).await.expect("rows");
    let name = |row: &register_row::Model| {
        let form: Value = serde_json::from_str(&row.form).expect("JSON");
        (row.position, form["name"].as_str().unwrap_or_default().to_owned())
    };
    rows.iter().map(name).collect()
}

fn placed(names: &[&str]) -> Vec<(i32, String)> {
    (0..).zip(names.iter().map(|name| (*name).to_owned())).collect()
}

on_both! {

    async fn the_later_of_two_is_offered_what_the_earlier_wrote(api) {
        begun(&api, None).await;
        let (one, other) = (leader(&api).await, leader(&api).await);
        let row = made(&api, &one, forum("Netværk", "At mødes")).await;
        let mine = update(&api, &one, &row, forum("Netværk", "At mødes tit")).await;
        assert_eq!(refusals(&mine), [""; 0]);
        let theirs = update(&api, &other, &row, forum("Netværket", "At mødes")).await;
        assert_eq!(refusals(&theirs), ["revision STALE"]);
        assert_eq!(theirs["row"], json!(null));
        assert_eq!(theirs["latest"], mine["row"], "what stands there now");
        let both = update(&api, &other, &theirs["latest"], forum("Netværket", "At mødes tit")).await;
        assert_eq!((&both["row"]["title"], &both["row"]["revision"]), (&json!("Netværket"), &json!(3)));
        let input = json!({ "input": { "id": row["id"], "revision": 1 } });
        assert_eq!(refusals(&api.data_for(&one, DELETE, input).await["registerRowDelete"]), ["revision STALE"]);
    }

    async fn rows_are_moved_among_those_of_their_register(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let mut rows = Vec::new();
        for name in ["A", "B", "C", "D"] {
            rows.push(made(&api, &leader, tool(name)).await);
        }
        let to = |row: &Value, revision: i32, position: i32| json!({ "id": row["id"], "revision": revision, "position": position });
        let payload = send(&api, &leader, MOVE, to(&rows[3], 1, 1)).await;
        assert_eq!((&payload["row"]["position"], &payload["row"]["revision"]), (&json!(1), &json!(2)));
        assert_eq!(tools(&api).await, placed(&["A", "D", "B", "C"]));
        send(&api, &leader, MOVE, to(&rows[0], 1, 2)).await;
        assert_eq!(tools(&api).await, placed(&["D", "B", "A", "C"]));
        send(&api, &leader, MOVE, to(&rows[3], 2, 99)).await;
        assert_eq!(tools(&api).await, placed(&["B", "A", "C", "D"]), "beyond the end is the end");
        assert_eq!(refusals(&send(&api, &leader, MOVE, to(&rows[1], 1, -1)).await), ["position INVALID"]);
        assert_eq!(refusals(&send(&api, &leader, MOVE, to(&rows[3], 1, 0)).await), ["revision STALE"]);
        let input = json!({ "input": { "id": rows[0]["id"], "revision": 2 } });
        api.data_for(&leader, DELETE, input).await;
        assert_eq!(tools(&api).await, placed(&["B", "C", "D"]), "no gap is left");
    }

    async fn who_a_section_is_given_to_writes_in_it_and_nowhere_else(api) {
        let partner = api.somebody_of(Role::Partner, "aabenraa", Some("social")).await;
        let member = api.somebody(Role::SteeringMember, "aabenraa").await;
        let strangers = [api.somebody(Role::ProjectLeader, "esbjerg").await, api.somebody(Role::Administrator, "").await];
        begun(&api, Some(partner.id)).await;
        let row = made(&api, &partner, forum("Netværk", "At mødes")).await;
        let payload = update(&api, &partner, &row, forum("Netværk", "At mødes tit")).await;
        assert_eq!(refusals(&payload), [""; 0]);
        let leader = leader(&api).await;
        let tools = made(&api, &leader, tool("Kort")).await;

        let input = |id: &Value, form: Value| json!({ "input": { "id": id, "revision": 1, "form": form } });
        let to = |id: &Value| json!({ "input": { "id": id, "revision": 1, "position": 0 } });
        let gone = |id: &Value| json!({ "input": { "id": id, "revision": 1 } });
        let new = |form: Value| json!({ "input": { "municipality": "aabenraa", "form": form } });
        let (create, change, place) = (mutation(CREATE), mutation(UPDATE), mutation(MOVE));
        // The partner has one section; the member of the steering group none.
        for (somebody, id, form) in [(&partner, &tools["id"], tool("Kort 2")), (&member, &row["id"], forum("N", "At mødes"))] {
            assert_eq!(api.refused_to(somebody, &create, new(form.clone())).await, "FORBIDDEN");
            assert_eq!(api.refused_to(somebody, &change, input(id, form)).await, "FORBIDDEN");
            assert_eq!(api.refused_to(somebody, &place, to(id)).await, "FORBIDDEN");
            assert_eq!(api.refused_to(somebody, DELETE, gone(id)).await, "FORBIDDEN");
        }
        // To others it is not there.
        for somebody in &strangers {
            assert_eq!(api.refused_to(somebody, &create, new(tool("Kort 2"))).await, "NOT_FOUND");
            assert_eq!(api.refused_to(somebody, &change, input(&row["id"], forum("N", "At mødes"))).await, "NOT_FOUND");
            assert_eq!(api.refused_to(somebody, &place, to(&row["id"])).await, "NOT_FOUND");
            assert_eq!(api.refused_to(somebody, DELETE, gone(&row["id"])).await, "NOT_FOUND");
        }
        assert_eq!(api.error(&create, new(tool("Kort 2"))).await.0, "NOT_FOUND");
        assert_eq!(api.error(DELETE, gone(&row["id"])).await.0, "NOT_FOUND");
        let unknown = json!("register-row:01900000-0000-7000-8000-000000000000");
        for id in [&unknown, &json!("tool")] {
            assert_eq!(api.refused_to(&leader, DELETE, gone(id)).await, "NOT_FOUND");
        }
    }

    async fn nothing_is_written_before_it_is_begun_or_while_it_is_submitted(api) {
        let leader = leader(&api).await;
        let new = json!({ "input": { "municipality": "aabenraa", "form": tool("Kort") } });
        assert_eq!(api.refused_to(&leader, &mutation(CREATE), new).await, "NOT_FOUND", "nothing has been begun");
        let framework = begun(&api, None).await;
        let row = made(&api, &leader, tool("Kort")).await;
        framework::Entity::update_many()
            .col_expr(framework::Column::State, Expr::value("submitted"))
            .filter(framework::Column::Id.eq(framework))
            .exec(api.app.db())
            .await
            .expect("submitted");
        assert_eq!(refusals(&create(&api, &leader, tool("Kort 2")).await), ["- IN_USE"]);
        assert_eq!(refusals(&update(&api, &leader, &row, tool("Kort 2")).await), ["- IN_USE"]);
        let place = json!({ "id": row["id"], "revision": 1, "position": 0 });
        assert_eq!(refusals(&send(&api, &leader, MOVE, place).await), ["- IN_USE"]);
        let input = json!({ "input": { "id": row["id"], "revision": 1 } });
        assert_eq!(refusals(&api.data_for(&leader, DELETE, input).await["registerRowDelete"]), ["- IN_USE"]);
        assert_eq!(tools(&api).await, placed(&["Kort"]));
    }

    async fn a_register_has_at_most_three_hundred_rows(api) {
        let framework_id = begun(&api, None).await;
        let leader = leader(&api).await;
        let ctx = api.ctx();
        let municipality_id = api.municipality_id("aabenraa").await;
        let row = |position: i32| register_row::Model {
            id: entity::ids::RegisterRowId(ctx.new_key()),
            municipality_id,
            framework_id,
            register: entity::framework::values::Register::Tool,
            position,
            form: tool("Kort")["tool"].to_string(),
            revision: 1,
            created_at: ctx.now(),
            updated_at: ctx.now(),
        };
        let rows = (0..299).map(|position| row(position).into_active_model());
        register_row::Entity::insert_many(rows).exec_without_returning(api.app.db()).await.expect("rows");
        made(&api, &leader, tool("Nummer 300")).await;
        assert_eq!(refusals(&create(&api, &leader, tool("Nummer 301")).await), ["- TOO_LONG"]);
        made(&api, &leader, forum("Netværk", "At mødes")).await;
    }
}
