//! Taking down what a framework says just now: its visible questions with answers and rows, what everybody may see of
//! the directory, and what has been done and stands in no edition yet.

use std::collections::HashMap;

use entity::directory::values::Visibility;
use entity::framework::values::{Level, Register};
use entity::framework::{framework_question, register_row};
use entity::ids::MunicipalityId;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;

use super::store::editions;
use crate::ctx::Ctx;
use crate::directory::{ContactEntry, Directory, Reach, ServiceEntry};
use crate::error::{Error, Result};
use crate::framework::content::{Content, QuestionContent, RowContent, SectionContent, ServiceContent};
use crate::framework::model;
use crate::framework::registers::forms::RegisterForm;
use crate::framework::registers::rules;
use crate::ids::{NodeId, Opaque};
use crate::plan;

impl Content {
    /// What the municipality's framework says now. Seven statements; authorise first.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn of(ctx: &Ctx, db: &impl ConnectionTrait, directory: &Directory) -> Result<Self> {
        let here = directory.municipality.id;
        let before = match editions::newest(db, here).await? {
            Some(last) => editions::contents(db, &[last.id]).await?.remove(&last.id),
            None => None,
        };
        let mut told = before.map(|before| before.told).unwrap_or_default();
        let (new, done): (Vec<String>, Vec<_>) =
            plan::service::done(ctx, db, here, &told).await?.into_iter().unzip();
        told.extend(new);
        Ok(Self { done, told, ..Self::said(db, directory).await? })
    }

    /// The same without what has been done: what is compared. Two statements.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn said(db: &impl ConnectionTrait, directory: &Directory) -> Result<Self> {
        let here = directory.municipality.id;
        let questions = questions(db, here).await?;
        let rows = rows(db, directory).await?;
        let section = |section| {
            let mut own: Vec<&framework_question::Model> =
                questions.iter().filter(|question| question.section == section).collect();
            own.sort_by_key(|question| (question.position, question.id));
            let questions = own.into_iter().map(|question| said(question, &rows)).collect();
            SectionContent { section, questions }
        };
        Ok(Self {
            municipality: directory.municipality.name.clone(),
            sections: model::SECTIONS.into_iter().map(section).collect(),
            services: services(directory),
            done: Vec::new(),
            told: Vec::new(),
        })
    }

    /// As it is kept.
    ///
    /// # Errors
    /// `Data`, where it can't be written as JSON.
    pub(crate) fn write(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| unreadable(&error))
    }

    /// What was kept.
    ///
    /// # Errors
    /// `Data` where an older version kept something that this one can't read.
    pub(crate) fn read(json: &str) -> Result<Self> {
        serde_json::from_str(json).map_err(|error| unreadable(&error))
    }
}

fn unreadable(error: &serde_json::Error) -> Error {
    Error::Data { file: "framework content".into(), message: error.to_string() }
}

/// The questions that the municipality does not hide.
async fn questions(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Vec<framework_question::Model>> {
    let visible = framework_question::Entity::find()
        .filter(framework_question::Column::MunicipalityId.eq(municipality))
        .filter(framework_question::Column::IsHidden.eq(false));
    Ok(visible.all(db).await?)
}

/// Rows by register, each with its level.
type Rows = HashMap<Register, Vec<(Option<Level>, RowContent)>>;

/// The rows of all registers in their order, with the names that organisations have in the directory.
async fn rows(db: &impl ConnectionTrait, directory: &Directory) -> Result<Rows> {
    let found = register_row::Entity::find()
        .filter(register_row::Column::MunicipalityId.eq(directory.municipality.id))
        .order_by_asc(register_row::Column::Position)
        .order_by_asc(register_row::Column::Id)
        .all(db)
        .await?;
    let mut rows: Rows = HashMap::new();
    for row in found {
        let form: Value = serde_json::from_str(&row.form).map_err(|error| unreadable(&error))?;
        let form = RegisterForm::read(row.register, &form)?.filled(directory);
        let (register, title) = (row.register, form.title());
        let content = RowContent { id: row.id.show(), register, title, form: form.to_json() };
        rows.entry(register).or_default().push((form.level(), content));
    }
    Ok(rows)
}

fn said(question: &framework_question::Model, rows: &Rows) -> QuestionContent {
    let model = question.key.as_deref().and_then(model::question);
    let of_register = |register: &Register| rows.get(register).map(Vec::as_slice).unwrap_or_default();
    let rows = model.map_or_else(Vec::new, |model| {
        let own = model.registers.iter().flat_map(of_register);
        let own = own.filter(|(level, row)| rules::holds(model, row.register, *level));
        own.map(|(_, row)| row.clone()).collect()
    });
    QuestionContent {
        id: question.id.show(),
        key: question.key.clone(),
        title: question.title.clone(),
        guidance: question.guidance.clone(),
        drawn: model.and_then(|model| model.drawn),
        level: model.and_then(|model| model.level),
        answer: question.answer.clone(),
        rows,
    }
}

/// What everybody may see of the services, in the catalogue's order.
fn services(directory: &Directory) -> Vec<ServiceContent> {
    let mut listed = directory.listed.clone();
    listed.sort_unstable();
    listed.into_iter().map(|at| service(directory, &directory.services[at])).collect()
}

fn service(directory: &Directory, service: &ServiceEntry) -> ServiceContent {
    let row = &service.row;
    let organisation = &directory.organisations[service.organisation].row;
    let texts = [row.purpose.as_deref().unwrap_or_default(), &row.description];
    let description: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    let address = |place: &entity::directory::location::Model| {
        let street = [place.name.as_deref(), Some(place.address_1.as_str())];
        let town = [place.postal_code.as_deref(), place.city.as_deref()];
        let [street, town] = [join(street, ", "), join(town, " ")];
        join([Some(street.as_str()), Some(town.as_str())], ", ")
    };
    let contacts = service.contacts.iter().map(|(at, role)| (&directory.contacts[*at], role.as_deref()));
    let own = numbers(&service.reach);
    let people = contacts.filter(|(contact, _)| contact.row.visibility == Visibility::Public);
    ServiceContent {
        id: NodeId::Service(row.id).to_string(),
        path: format!("/{}/tilbud/{}", directory.municipality.slug, row.slug),
        name: row.name.clone(),
        organisation: organisation.name.clone(),
        sector: organisation.sector,
        description: Some(description.join("\n\n")).filter(|text| !text.is_empty()),
        eligibility: row.eligibility_description.clone(),
        access: Some(row.access),
        addresses: service.reach.locations.iter().map(address).collect(),
        contacts: (!own.is_empty())
            .then_some(own)
            .into_iter()
            .chain(people.map(|(contact, role)| whom(contact, role)))
            .collect(),
    }
}

/// Whom one reaches, in a line: role, name, title, numbers.
fn whom(contact: &ContactEntry, role: Option<&str>) -> String {
    let name = join([Some(contact.row.name.as_str()), contact.row.title.as_deref()], ", ");
    let name = role.map_or_else(|| name.clone(), |role| format!("{role}: {name}"));
    join([Some(name.as_str()), Some(numbers(&contact.reach).as_str())], ", ")
}

fn numbers(reach: &Reach) -> String {
    let phones = reach.phones.iter().map(|phone| Some(phone.number.as_str()));
    let emails = reach.emails.iter().map(|email| Some(email.address.as_str()));
    join(phones.chain(emails), ", ")
}

fn join<'t>(parts: impl IntoIterator<Item = Option<&'t str>>, between: &str) -> String {
    let said: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    said.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_say_nothing_leave_no_comma() {
        assert_eq!(join([Some("Hus"), None, Some(""), Some("6700")], ", "), "Hus, 6700");
    }
}
