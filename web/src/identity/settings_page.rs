//! `/<m>/indstillinger`: what a municipality chooses for itself.

use leptos::prelude::*;

use super::queries::settings::{MunicipalitySettings, MunicipalityUpdateInput, municipality_update, of};
use super::viewer::use_viewer;
use crate::api::{Api, UserErrorCode, remote, use_api};
use crate::directory::here::use_here;
use crate::language::{Locale, Text, td_string, text_by};
use crate::text;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::attempt::{Attempt, AttemptErrors, DoneNotice, SubmitButton};
use crate::ui::failure_notice::FailurePage;
use crate::ui::field::{Field, Takes, Tick};
use crate::ui::loading::LoadingPage;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;

/// The page.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let answer = remote(api, move || {
        let slug = here.slug();
        let (question, asked) = (of(slug.clone()), slug.clone());
        let answer =
            async move { Ok(api.send(question).await?.municipality.map(|one| (asked, one.settings))) };
        (slug, answer)
    });
    // Only a municipality's first answer fills the form; a later one would take away what is being typed.
    let first = Memo::new(move |known: Option<&Option<(String, MunicipalitySettings)>>| {
        let slug = here.slug();
        let known = known.cloned().flatten().filter(|(of, _)| *of == slug);
        known.or_else(|| answer.known()?.as_ref().clone().filter(|(of, _)| *of == slug))
    });
    let failure = Memo::new(move |_| answer.get().and_then(Result::err));
    changing(Box::new(move || match (first.get(), failure.get()) {
        (Some((_, settings)), _) => view! {
            <PageHeading title=text!(identity.settings)/>
            <SettingsForm settings=settings/>
        }
        .into_any(),
        (None, Some(failure)) => view! { <FailurePage failure=failure/> }.into_any(),
        (None, None) => view! { <LoadingPage/> }.into_any(),
    }))
}

/// What stands in the form's fields.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    website: RwSignal<String>,
    second_factor: RwSignal<bool>,
    days: RwSignal<String>,
}

impl Typed {
    fn of(settings: &MunicipalitySettings) -> Self {
        Self {
            name: RwSignal::new(settings.name.clone()),
            website: RwSignal::new(settings.website.clone().unwrap_or_default()),
            second_factor: RwSignal::new(settings.second_factor_required),
            days: RwSignal::new(settings.check_interval_days.to_string()),
        }
    }

    /// What to send, or the field that can't be.
    fn read(
        self,
        municipality: String,
        revision: i32,
    ) -> Result<MunicipalityUpdateInput, (&'static str, UserErrorCode)> {
        let name = self.name.get_untracked().trim().to_owned();
        if name.is_empty() {
            return Err(("name", UserErrorCode::Required));
        }
        let days = self.days.get_untracked().trim().parse().ok().filter(|days| *days > 0);
        Ok(MunicipalityUpdateInput {
            municipality,
            revision,
            name,
            website: Some(self.website.get_untracked().trim().to_owned())
                .filter(|address| !address.is_empty()),
            second_factor_required: self.second_factor.get_untracked(),
            check_interval_days: days.ok_or(("checkIntervalDays", UserErrorCode::Invalid))?,
        })
    }
}

#[component]
fn SettingsForm(settings: MunicipalitySettings) -> impl IntoView {
    let api = use_api();
    let viewer = use_viewer();
    let slug = use_here().slug_untracked();
    let attempt = Attempt::new(words);
    let typed = Typed::of(&settings);
    let revision = StoredValue::new(settings.revision);
    // What somebody else has saved meanwhile.
    let theirs = RwSignal::new(None::<MunicipalitySettings>);
    let place = slug.clone();
    Effect::new(move |_| {
        if attempt.has(UserErrorCode::Stale) {
            leptos::task::spawn_local(look_again(api, place.clone(), revision, theirs));
        }
    });
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let input = match typed.read(slug.clone(), revision.get_value()) {
            Ok(input) => input,
            Err((field, code)) => return attempt.refuse(code, field),
        };
        let work = async move {
            let payload = api.send(municipality_update::ask(input)).await?.municipality_update;
            Ok((payload.settings, payload.user_errors))
        };
        attempt.run(work, move |saved| {
            if let Some(saved) = saved {
                let _ = revision.try_set_value(saved.revision);
            }
            let _ = theirs.try_set(None);
            viewer.has_changed();
        });
    };
    view! {
        <form on:submit=on_submit novalidate class="own-form">
            <AttemptErrors attempt=attempt fields=&["name", "website", "checkIntervalDays"]/>
            {move || theirs.get().map(|theirs| view! { <Theirs settings=theirs/> })}
            <Field
                id="name"
                label=text!(identity.municipality_name)
                value=typed.name
                takes=Takes::Line("off")
                wrong=attempt.wrong_with("name")
            />
            <Field
                id="website"
                label=text!(identity.website)
                hint=text!(identity.website_hint)
                value=typed.website
                takes=Takes::Address
                wrong=attempt.wrong_with("website")
            />
            <Field
                id="days"
                label=text!(identity.check_interval)
                hint=text!(identity.check_interval_hint)
                value=typed.days
                takes=Takes::Number
                wrong=attempt.wrong_with("checkIntervalDays")
            />
            <Tick
                id="second-factor"
                label=text!(identity.second_factor_for_all)
                hint=text!(identity.second_factor_for_all_hint)
                value=typed.second_factor
            />
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(identity.save)/>
            </p>
            <DoneNotice attempt=attempt label=text!(identity.saved)/>
        </form>
    }
}

/// Fetches what somebody else has saved; the next try is then made on top of it.
async fn look_again(
    api: Api,
    slug: String,
    revision: StoredValue<i32>,
    theirs: RwSignal<Option<MunicipalitySettings>>,
) {
    if let Ok(answer) = api.send(of(slug)).await
        && let Some(municipality) = answer.municipality
    {
        let _ = revision.try_set_value(municipality.settings.revision);
        let _ = theirs.try_set(Some(municipality.settings));
    }
}

/// What somebody else has saved meanwhile, beside what is typed.
#[component]
fn Theirs(settings: MunicipalitySettings) -> impl IntoView {
    let MunicipalitySettings { name, website, second_factor_required, check_interval_days, .. } = settings;
    let ticked = text_by(move |locale| {
        let words = if second_factor_required {
            td_string!(locale, identity.yes)
        } else {
            td_string!(locale, identity.no)
        };
        words.to_owned()
    });
    let line = |label: Text, value: Text| view! { <li>{label} ": " <strong>{value}</strong></li> };
    view! {
        <Alert gravity=Gravity::Warning heading=text!(identity.settings_theirs) is_news=true>
            <ul>
                {line(text!(identity.municipality_name), Signal::stored(name))}
                {line(text!(identity.website), Signal::stored(website.unwrap_or_default()))}
                {line(text!(identity.check_interval), Signal::stored(check_interval_days.to_string()))}
                {line(text!(identity.second_factor_for_all), ticked)}
            </ul>
            <p class="alert-text">{text!(identity.settings_theirs_do)}</p>
        </Alert>
    }
}

fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("website", UserErrorCode::Invalid) => Some(td_string!(locale, identity.website_invalid)),
        ("checkIntervalDays", _) => Some(td_string!(locale, identity.check_interval_invalid)),
        _ => None,
    }
}
