//! `/kommuner/ny`: an administrator makes a municipality, and invites its first project leader.

use leptos::prelude::*;

use super::queries::municipality::{MunicipalityCreateInput, municipality_create};
use crate::api::{Api, Failure, UserError, UserErrorCode, use_api};
use crate::identity::queries::enums::Role;
use crate::identity::queries::people::{PersonInviteInput, person_invite};
use crate::language::{Locale, td_string};
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton};
use crate::ui::field::{Field, Takes};
use crate::ui::page::PageHeading;
use crate::{routes, text};

/// The fields that have words of their own beside them.
const FIELDS: &[&str] = &["name", "slug", "code", "website", "leaderName", "leaderEmail"];

/// What stands in the form's fields.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    slug: RwSignal<String>,
    code: RwSignal<String>,
    website: RwSignal<String>,
    leader_name: RwSignal<String>,
    leader_email: RwSignal<String>,
}

/// The project leader to invite.
#[derive(Clone)]
struct Leader {
    name: String,
    email: String,
}

/// The page.
#[component]
pub(crate) fn NewMunicipalityPage() -> impl IntoView {
    let api = use_api();
    let attempt = Attempt::new(words);
    let field = || RwSignal::new(String::new());
    let typed = Typed {
        name: field(),
        slug: field(),
        code: field(),
        website: field(),
        leader_name: field(),
        leader_email: field(),
    };
    // The municipality may have been made though the invitation could not be sent; it is not made twice.
    let made = StoredValue::new(None::<String>);
    let ready = RwSignal::new(None::<String>);
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (input, leader) = match typed.read() {
            Ok(read) => read,
            Err(field) => return attempt.refuse(UserErrorCode::Required, field),
        };
        ready.set(None);
        attempt.run(make(api, input, leader, made), move |slug| {
            let _ = made.try_set_value(None);
            let _ = ready.try_set(Some(slug));
            typed.clear();
            api.connection.try_again();
        });
    };
    view! {
        <PageHeading title=text!(exchange.new_municipality)/>
        <p class="font-lead">{text!(exchange.new_municipality_lead)}</p>
        <form on:submit=on_submit novalidate class="own-form">
            <AttemptErrors attempt=attempt fields=FIELDS/>
            <Field
                id="name"
                label=text!(exchange.municipality_name)
                hint=text!(exchange.municipality_name_hint)
                value=typed.name
                takes=Takes::Line("off")
                wrong=attempt.wrong_with("name")
            />
            <Field
                id="slug"
                label=text!(exchange.municipality_slug)
                hint=text!(exchange.municipality_slug_hint)
                value=typed.slug
                takes=Takes::Line("off")
                wrong=attempt.wrong_with("slug")
            />
            <Field
                id="code"
                label=text!(exchange.municipality_code)
                hint=text!(exchange.municipality_code_hint)
                value=typed.code
                takes=Takes::Number
                wrong=attempt.wrong_with("code")
            />
            <Field
                id="website"
                label=text!(exchange.municipality_website)
                hint=text!(exchange.municipality_website_hint)
                value=typed.website
                takes=Takes::Address
                wrong=attempt.wrong_with("website")
            />
            <fieldset class="form-rows">
                <legend class="h4">{text!(exchange.leader)}</legend>
                <p>{text!(exchange.leader_about)}</p>
                <Field
                    id="leader-name"
                    label=text!(identity.name)
                    value=typed.leader_name
                    takes=Takes::Line("off")
                    wrong=attempt.wrong_with("leaderName")
                />
                <Field
                    id="leader-email"
                    label=text!(identity.email)
                    value=typed.leader_email
                    takes=Takes::Email("off")
                    wrong=attempt.wrong_with("leaderEmail")
                />
            </fieldset>
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(exchange.municipality_make)/>
            </p>
            <div role="status">
                {move || {
                    ready
                        .get()
                        .map(|slug| {
                            view! {
                                <p class="done-notice">
                                    {text!(exchange.municipality_made)} " "
                                    <a href=routes::start(&slug)>{text!(exchange.municipality_see)}</a>
                                </p>
                            }
                        })
                }}
            </div>
        </form>
    }
}

impl Typed {
    /// What to send, or the field that lacks something.
    fn read(self) -> Result<(MunicipalityCreateInput, Option<Leader>), &'static str> {
        let text = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
        let required = |field, name| Some(text(field)).filter(|text| !text.is_empty()).ok_or(name);
        let input = MunicipalityCreateInput {
            name: required(self.name, "name")?,
            slug: required(self.slug, "slug")?,
            code: required(self.code, "code")?,
            website: Some(text(self.website)).filter(|address| !address.is_empty()),
        };
        let (name, email) = (text(self.leader_name), text(self.leader_email));
        let leader = match (name.is_empty(), email.is_empty()) {
            (true, true) => None,
            (true, false) => return Err("leaderName"),
            (false, true) => return Err("leaderEmail"),
            (false, false) => Some(Leader { name, email }),
        };
        Ok((input, leader))
    }

    fn clear(self) {
        let Self { name, slug, code, website, leader_name, leader_email } = self;
        for field in [name, slug, code, website, leader_name, leader_email] {
            let _ = field.try_set(String::new());
        }
    }
}

/// Makes the municipality, unless it is made already, and invites its project leader.
async fn make(
    api: Api,
    input: MunicipalityCreateInput,
    leader: Option<Leader>,
    made: StoredValue<Option<String>>,
) -> Result<(String, Vec<UserError>), Failure> {
    let slug = input.slug.clone();
    if made.try_get_value().flatten().as_ref() != Some(&slug) {
        let payload = api.send(municipality_create::ask(input)).await?.municipality_create;
        let Some(one) = payload.municipality else { return Ok((slug, payload.user_errors)) };
        let _ = made.try_set_value(Some(one.slug));
    }
    let Some(Leader { name, email }) = leader else { return Ok((slug, Vec::new())) };
    let input = PersonInviteInput {
        municipality: slug.clone(),
        email,
        name,
        role: Role::ProjectLeader,
        organisation: None,
    };
    let errors = api.send(person_invite::ask(input)).await?.person_invite.user_errors;
    Ok((slug, errors.into_iter().map(of_leader).collect()))
}

/// The same, beside the fields of this form.
fn of_leader(error: UserError) -> UserError {
    let field = error.field.map(|field| match field.as_str() {
        "name" => "leaderName".to_owned(),
        "email" => "leaderEmail".to_owned(),
        _ => field,
    });
    UserError { field, ..error }
}

fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("slug", UserErrorCode::Taken) => Some(td_string!(locale, exchange.slug_taken)),
        ("slug", _) => Some(td_string!(locale, exchange.slug_wrong)),
        ("code", UserErrorCode::Taken) => Some(td_string!(locale, exchange.code_taken)),
        ("code", _) => Some(td_string!(locale, exchange.code_wrong)),
        ("name", UserErrorCode::Required) => Some(td_string!(locale, exchange.municipality_name_required)),
        ("website", UserErrorCode::Invalid) => Some(td_string!(locale, identity.website_invalid)),
        ("leaderEmail", UserErrorCode::Required) => Some(td_string!(locale, exchange.leader_email_required)),
        ("leaderEmail", UserErrorCode::Invalid) => Some(td_string!(locale, identity.email_invalid)),
        ("leaderEmail", UserErrorCode::InUse) => Some(td_string!(locale, identity.invite_blocked)),
        ("leaderName", UserErrorCode::Required) => Some(td_string!(locale, exchange.leader_name_required)),
        _ => None,
    }
}
