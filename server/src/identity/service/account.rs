//! One's own account: looking at it, and changing what others see of it.

use entity::identity::{person, role_grant, session};
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::{myself, renewed};
use crate::access::{Action, Entry, Subject};
use crate::audit;
use crate::ctx::Ctx;
use crate::db;
use crate::error::{Refusal, RefusalCode, Result};
use crate::identity::{log, rules, store};
use crate::sample::people::{self, Account};

/// Whoever asks; `None` where nobody has signed in.
///
/// # Errors
/// The database's.
pub async fn viewer(ctx: &Ctx) -> Result<Option<person::Model>> {
    if ctx.person().is_none() {
        return Ok(None);
    }
    let me = myself(ctx)?;
    Ok(Some(store::person(ctx.app().db(), me.id).await?))
}

/// One's own sessions, the newest first.
///
/// # Errors
/// Not signed in; the database's.
pub async fn sessions(ctx: &Ctx) -> Result<Vec<session::Model>> {
    store::sessions(ctx, myself(ctx)?.id).await
}

/// One's own roles, whether they count yet or not.
///
/// # Errors
/// Not signed in; the database's.
pub async fn roles(ctx: &Ctx) -> Result<Vec<role_grant::Model>> {
    store::roles(ctx, myself(ctx)?.id).await
}

/// Changes one's name and the language of one's mails; what is not given stays.
///
/// # Errors
/// What is wrong with them; the database's.
pub async fn update(ctx: &Ctx, name: Option<&str>, language: Option<&str>) -> Result<Ctx> {
    let me = myself(ctx)?;
    let name = name.map(rules::name).transpose()?;
    if language.is_some_and(|language| !["da", "en"].contains(&language)) {
        return Err(Refusal::new(RefusalCode::Invalid, "language", "Danish (da) or English (en).").into());
    }
    let tx = db::begin(ctx.app().db()).await?;
    let before = store::person_to_change(&tx, me.id).await?;
    let name = name.unwrap_or_else(|| before.name.clone());
    let language = language.unwrap_or(&before.language);
    let told = audit::Told {
        detail: None,
        before: Some(json!({ "name": before.name, "language": before.language })),
        after: Some(json!({ "name": name, "language": language })),
    };
    let changed = store::change(ctx, me.id)
        .col_expr(person::Column::Name, Expr::value(name))
        .col_expr(person::Column::Language, Expr::value(language));
    changed.exec(&tx).await?;
    log::note(ctx, &tx, Action::AccountManage, Some(me.id), told).await?;
    tx.commit().await?;
    renewed(ctx).await
}

/// Whether one may propose changes of some entries of the municipality with this slug: those of one's organisation.
pub fn may_propose(ctx: &Ctx, slug: &str) -> bool {
    let Some(directory) = ctx.app().directories().by_slug(slug) else { return false };
    let municipality = directory.municipality.id;
    let grants = ctx.person().map(|me| me.grants()).unwrap_or_default();
    grants.iter().filter_map(|grant| grant.organisation).any(|organisation| {
        let entry = Entry { municipality, within: &[organisation], owner: None };
        ctx.may(Action::ProposalMake, Subject::Entry(entry))
    })
}

/// The accounts that everybody may look around with; none but in a demo.
///
/// # Errors
/// The database's.
pub async fn demo_accounts(ctx: &Ctx) -> Result<Vec<&'static Account>> {
    ctx.authorize(Action::SignIn, Subject::Installation)?;
    if !ctx.app().is_demo() {
        return Ok(Vec::new());
    }
    let emails: Vec<&str> = people::ACCOUNTS.iter().map(|account| account.email).collect();
    let there = store::people_by_email(ctx.app().db(), &emails).await?;
    Ok(people::ACCOUNTS.iter().filter(|account| there.iter().any(|email| email == account.email)).collect())
}
