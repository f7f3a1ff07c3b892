//! Making an edition of what has been approved: its number, its days, its printed pages, and telling everybody.

use chrono::NaiveDate;
use entity::directory::values::ChangeAction;
use entity::framework::values::{FrameworkState, Part};
use entity::framework::{
    framework, framework_edition, framework_edition_content, framework_section, framework_submission,
};
use entity::ids::FrameworkEditionId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use serde_json::json;

use super::letters;
use super::store::{editions, people, submissions};
use crate::ctx::Ctx;
use crate::db::insert_all;
use crate::directory::Directory;
use crate::directory::catalogue::Language;
use crate::directory::upkeep::rules::today;
use crate::error::Result;
use crate::framework::content::{self, Content};
use crate::framework::history::{self, Happening};
use crate::framework::{printed, rules, words};
use crate::ids::Opaque;
use crate::mail;

/// Makes the next edition of a submission; the framework can be written in again and is due when its interval is over.
/// Hold the framework first.
pub(super) async fn publish(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    framework: &framework::Model,
    submission: &framework_submission::Model,
) -> Result<framework_edition::Model> {
    let here = framework.municipality_id;
    let last = editions::newest(tx, here).await?;
    let approved_on = today(ctx.now());
    let updated_by = people::names(tx, submission.submitted_by).await?.into_values().next();
    let edition = framework_edition::Model {
        id: FrameworkEditionId(ctx.new_key()),
        municipality_id: here,
        framework_id: framework.id,
        framework_submission_id: Some(submission.id),
        number: last.as_ref().map_or(0, |last| last.number) + 1,
        approved_on,
        due_on: rules::next_due(approved_on, framework.interval_months),
        updated_by,
        next_update_by: framework.next_update_by.clone(),
    };
    let content = Content::read(&submission.content)?;
    keep(tx, directory, &edition, &content).await?;

    let revision =
        submissions::move_on(ctx, tx, framework, FrameworkState::Draft, Some(edition.due_on)).await?;
    let happening = Happening {
        part: Part::Framework,
        id: framework.id.0,
        name: &directory.municipality.name,
        action: ChangeAction::Updated,
        revision,
        before: Some(json!({ "state": framework.state, "dueOn": framework.due_on })),
        after: Some(json!({
            "state": FrameworkState::Draft, "dueOn": edition.due_on, "edition": edition.number,
        })),
    };
    history::record(ctx, tx, here, happening).await?;
    begin_anew(ctx, tx, framework).await?;

    let before = match &last {
        Some(last) => editions::contents(tx, &[last.id]).await?.remove(&last.id),
        None => None,
    };
    let differences = before.map(|before| content::compare(&before, &content));
    let everybody = people::here(tx, here).await?;
    editions::add_receipts(ctx, tx, &edition, everybody.all().iter().map(|person| person.id)).await?;
    let letter = |person| letters::published(ctx, directory, &edition, differences.as_deref(), person);
    mail::enqueue_all(ctx, tx, everybody.all().iter().map(letter)).await?;
    Ok(edition)
}

/// What was done of the sections was done for this edition: those who have them begin anew, without a day.
async fn begin_anew(ctx: &Ctx, tx: &impl ConnectionTrait, framework: &framework::Model) -> Result<()> {
    use framework_section::Column;
    let here = framework.municipality_id;
    let marked = Condition::any().add(Column::IsDone.eq(true)).add(Column::DueOn.is_not_null());
    let of_it = Condition::all()
        .add(Column::MunicipalityId.eq(here))
        .add(Column::FrameworkId.eq(framework.id))
        .add(marked);
    let sections =
        framework_section::Entity::find().filter(of_it.clone()).order_by_asc(Column::Id).all(tx).await?;
    let change = |section: &framework_section::Model| {
        let state = |due_on: Option<NaiveDate>, is_done: bool| {
            let assignee = section.person_id.map(|id| id.show());
            Some(json!({ "assigneeId": assignee, "dueOn": due_on, "isDone": is_done }))
        };
        let happening = Happening {
            part: Part::Section,
            id: section.id.0,
            name: words::section(section.section, Language::Danish),
            action: ChangeAction::Updated,
            revision: section.revision + 1,
            before: state(section.due_on, section.is_done),
            after: state(None, false),
        };
        history::row(ctx, here, happening)
    };
    insert_all(tx, sections.iter().map(change).collect()).await?;
    framework_section::Entity::update_many()
        .col_expr(Column::IsDone, Expr::value(false))
        .col_expr(Column::DueOn, Expr::value(None::<NaiveDate>))
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(of_it)
        .exec(tx)
        .await?;
    Ok(())
}

/// Puts in an edition with what it says and its printed pages. Also for those that are loaded.
pub(in crate::framework) async fn keep(
    tx: &impl ConnectionTrait,
    directory: &Directory,
    edition: &framework_edition::Model,
    content: &Content,
) -> Result<()> {
    let slug = &directory.municipality.slug;
    let page = |language| printed::page(slug, edition, content, language).into_string();
    let kept = framework_edition_content::Model {
        id: edition.id,
        municipality_id: edition.municipality_id,
        content: content.write()?,
        danish: page(Language::Danish),
        english: page(Language::English),
    };
    editions::insert(tx, edition.clone(), kept).await
}
