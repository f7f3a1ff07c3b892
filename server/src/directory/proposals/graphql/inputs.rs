//! What the mutations about proposals take.

use async_graphql::{ID, InputObject};

use crate::directory::forms::{ContactForm, Form, OrganisationForm, ServiceForm};
use crate::error::{Refusal, RefusalCode, Result};

/// What is wrong with an entry.
#[derive(InputObject)]
pub struct ErrorReportInput {
    /// Key of an organisation, contact or service.
    pub(super) subject: ID,
    /// What is wrong, at most 2,000 characters.
    pub(super) message: String,
    /// Who reports it, if they like.
    pub(super) name: Option<String>,
    /// Where to answer, if they like.
    pub(super) email: Option<String>,
}

/// An entry as it should be: one form, of its kind.
#[derive(InputObject)]
pub struct ProposalMakeInput {
    /// Key of an organisation, contact or service.
    pub(super) subject: ID,
    /// The entry's revision that was read.
    pub(super) revision: i32,
    /// The service as it should be. Who looks after it and how often it is checked stay as they are.
    pub(super) service_form: Option<ServiceForm>,
    /// The contact as it should be.
    pub(super) contact_form: Option<ContactForm>,
    /// The organisation as it should be.
    pub(super) organisation_form: Option<OrganisationForm>,
    /// Why, at most 2,000 characters.
    pub(super) message: Option<String>,
}

/// A proposal to take over, with a form where it is adjusted.
#[derive(InputObject)]
pub struct ProposalAcceptInput {
    /// The proposal's key.
    pub(super) id: ID,
    /// The proposal's revision that was read.
    pub(super) revision: i32,
    /// The service as it shall be, where it is adjusted.
    pub(super) service_form: Option<ServiceForm>,
    /// The contact as it shall be, where it is adjusted.
    pub(super) contact_form: Option<ContactForm>,
    /// The organisation as it shall be, where it is adjusted.
    pub(super) organisation_form: Option<OrganisationForm>,
    /// The entry's revision that was read, and that the adjusted form was written on. Where it is given and somebody has
    /// changed the entry meanwhile, nothing is overwritten.
    pub(super) subject_revision: Option<i32>,
    /// A word to whoever proposed it, at most 2,000 characters.
    pub(super) answer: Option<String>,
}

/// A proposal to decline.
#[derive(InputObject)]
pub struct ProposalDeclineInput {
    /// The proposal's key.
    pub(super) id: ID,
    /// The proposal's revision that was read.
    pub(super) revision: i32,
    /// Why, at most 2,000 characters.
    pub(super) answer: String,
}

/// A proposal to take back.
#[derive(InputObject)]
pub struct ProposalWithdrawInput {
    /// The proposal's key.
    pub(super) id: ID,
    /// The proposal's revision that was read.
    pub(super) revision: i32,
}

/// A proposal whose answer has been seen.
#[derive(InputObject)]
pub struct ProposalAnswerNoteInput {
    /// The proposal's key.
    pub(super) id: ID,
}

/// The one form that was given.
pub(super) fn one_form(
    service: Option<ServiceForm>,
    contact: Option<ContactForm>,
    organisation: Option<OrganisationForm>,
) -> Result<Option<Form>> {
    let given = [
        service.map(|form| Form::Service(form.into())),
        contact.map(Form::Contact),
        organisation.map(Form::Organisation),
    ];
    let mut forms = given.into_iter().flatten();
    let form = forms.next();
    if forms.next().is_some() {
        return Err(Refusal::new(RefusalCode::Invalid, "", "Give one form, of the entry's kind.").into());
    }
    Ok(form)
}
