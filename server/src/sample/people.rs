//! Demo accounts: one per role and sample municipality, all with one password that everybody may know. They are made
//! only where a command asks for them, and are listed at the sign-in page of a demo. None of these people exists.

use entity::directory::organisation;
use entity::identity::values::Role;
use entity::identity::{municipality, person, role_grant};
use entity::ids::{MunicipalityId, OrganisationId, PersonId, RoleGrantId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::access::{Action, Subject};
use crate::audit;
use crate::ctx::Ctx;
use crate::db;
use crate::error::{Error, Result};
use crate::identity::passwords;

/// The password of every demo account.
pub const PASSWORD: &str = "prøv-tovholder-2026";

/// A demo account.
#[derive(Debug)]
pub struct Account {
    /// Full name; says what they are for.
    pub name: &'static str,
    /// Mail address, in a domain where nobody has any (RFC 2606).
    pub email: &'static str,
    /// What they are.
    pub role: Role,
    /// Slug of where; none for the administrator.
    pub municipality: Option<&'static str>,
    /// Slug of the organisation, where the role is of one.
    pub organisation: Option<&'static str>,
}

const fn account(
    role: Role,
    name: &'static str,
    email: &'static str,
    municipality: Option<&'static str>,
    organisation: Option<&'static str>,
) -> Account {
    Account { name, email, role, municipality, organisation }
}

const ESBJERG: Option<&str> = Some("esbjerg");
const AABENRAA: Option<&str> = Some("aabenraa");

/// The demo accounts.
pub const ACCOUNTS: [Account; 9] = [
    account(
        Role::ProjectLeader,
        "Prøve Projektleder, Esbjerg",
        "projektleder@esbjerg.example",
        ESBJERG,
        None,
    ),
    account(Role::SteeringMember, "Prøve Styregruppe, Esbjerg", "styregruppe@esbjerg.example", ESBJERG, None),
    account(
        Role::Professional,
        "Prøve Fagperson, Esbjerg",
        "fagperson@esbjerg.example",
        ESBJERG,
        Some("jobcenter-esbjerg"),
    ),
    account(
        Role::Partner,
        "Prøve Partner, Esbjerg",
        "partner@esbjerg.example",
        ESBJERG,
        Some("foreningen-groenlandske-boern"),
    ),
    account(
        Role::ProjectLeader,
        "Prøve Projektleder, Aabenraa",
        "projektleder@aabenraa.example",
        AABENRAA,
        None,
    ),
    account(
        Role::SteeringMember,
        "Prøve Styregruppe, Aabenraa",
        "styregruppe@aabenraa.example",
        AABENRAA,
        None,
    ),
    account(
        Role::Professional,
        "Prøve Fagperson, Aabenraa",
        "fagperson@aabenraa.example",
        AABENRAA,
        Some("center-for-socialpsykiatri-og-rusmiddel"),
    ),
    account(
        Role::Partner,
        "Prøve Partner, Aabenraa",
        "partner@aabenraa.example",
        AABENRAA,
        Some("aabenraa-selvhjaelp"),
    ),
    account(Role::Administrator, "Prøve Administrator", "administrator@tovholder.example", None, None),
];

/// Whether this is the mail address of a demo account.
pub fn is_account(email: &str) -> bool {
    ACCOUNTS.iter().any(|account| account.email == email)
}

/// Makes the demo accounts, or sets them back to how they were; returns how many there are. Accounts of municipalities
/// that are not there are left out.
///
/// # Errors
/// The database's; all are made or none.
pub async fn load(ctx: &Ctx) -> Result<usize> {
    ctx.authorize(Action::SampleLoad, Subject::Installation)?;
    let hash = passwords::hash(ctx, PASSWORD).await?;
    let tx = db::begin(ctx.app().db()).await?;
    let mut made = 0;
    for account in &ACCOUNTS {
        let (municipality, organisation) = match places(&tx, account).await {
            Ok(places) => places,
            Err(Error::NotFound) => continue,
            Err(error) => return Err(error),
        };
        let person = put(ctx, &tx, account, &hash).await?;
        let before = role_grant::Entity::delete_many().filter(role_grant::Column::PersonId.eq(person));
        before.exec(&tx).await?;
        let grant = role_grant::Model {
            id: RoleGrantId(ctx.new_key()),
            person_id: person,
            role: account.role,
            municipality_id: municipality,
            organisation_id: organisation,
            created_at: ctx.now(),
        };
        role_grant::Entity::insert(grant.into_active_model()).exec_without_returning(&tx).await?;
        made += 1;
    }
    let told = audit::Told::words(format!("{made} demo accounts"));
    audit::record(ctx, &tx, None, Action::SampleLoad, "demo-accounts", told).await?;
    tx.commit().await?;
    Ok(made)
}

/// Where the account's role is.
async fn places(
    tx: &impl ConnectionTrait,
    account: &Account,
) -> Result<(Option<MunicipalityId>, Option<OrganisationId>)> {
    let Some(slug) = account.municipality else { return Ok((None, None)) };
    let found = municipality::Entity::find().filter(municipality::Column::Slug.eq(slug)).one(tx).await?;
    let municipality = found.ok_or(Error::NotFound)?.id;
    let Some(slug) = account.organisation else { return Ok((Some(municipality), None)) };
    let found = organisation::Entity::find()
        .filter(organisation::Column::MunicipalityId.eq(municipality))
        .filter(organisation::Column::Slug.eq(slug));
    let organisation = found.one(tx).await?.ok_or(Error::NotFound)?.id;
    Ok((Some(municipality), Some(organisation)))
}

/// Writes the person, over one with the same mail address.
async fn put(ctx: &Ctx, tx: &impl ConnectionTrait, account: &Account, hash: &str) -> Result<PersonId> {
    use person::Column;
    let row = person::Model {
        id: PersonId(ctx.new_key()),
        email: account.email.to_owned(),
        name: account.name.to_owned(),
        password_hash: Some(hash.to_owned()),
        totp_secret: None,
        totp_confirmed_at: None,
        totp_last_step: None,
        language: "da".to_owned(),
        blocked_at: None,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    let as_it_was = OnConflict::column(Column::Email)
        .update_columns([
            Column::Name,
            Column::PasswordHash,
            Column::TotpSecret,
            Column::TotpConfirmedAt,
            Column::TotpLastStep,
            Column::Language,
            Column::BlockedAt,
            Column::UpdatedAt,
        ])
        .to_owned();
    let put = person::Entity::insert(row.into_active_model()).on_conflict(as_it_was);
    put.exec_without_returning(tx).await?;
    let there = person::Entity::find().filter(Column::Email.eq(account.email)).one(tx).await?;
    Ok(there.ok_or(Error::NotFound)?.id)
}
