//! `/<m>/ramme/indstillinger`: how many must approve, how often the framework is updated, who may read it.

use leptos::prelude::*;

use super::queries::settings::{
    FrameworkSettings, FrameworkSettingsUpdateInput, framework_settings_update, of,
};
use crate::api::{Api, UserErrorCode, remote, use_api};
use crate::directory::here::use_here;
use crate::editing::queries::forms::Visibility;
use crate::format::date::Date;
use crate::format::words::day;
use crate::language::{Locale, Text, td_string, text_by, use_language};
use crate::ui::alert::{Alert, Gravity};
use crate::ui::attempt::{Attempt, AttemptErrors, DoneNotice, SubmitButton};
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::failure_notice::FailurePage;
use crate::ui::field::{Choice, Field, Takes};
use crate::ui::loading::LoadingPage;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;
use crate::{routes, text};

/// The fields that have words of their own beside them.
const FIELDS: &[&str] = &["approvalsNeeded", "intervalMonths", "visibility", "dueOn", "nextUpdateBy"];

/// What fills the form: of which municipality, its settings if it has begun, and whether there is an edition.
type Known = (String, Option<FrameworkSettings>, bool);

/// The page.
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let answer = remote(api, move || {
        let slug = here.slug();
        let asked = slug.clone();
        let answer = async move {
            let found = api.send(of(asked.clone())).await?.municipality;
            Ok(found.map(|found| (asked, found.framework, found.framework_edition.is_some())))
        };
        (slug, answer)
    });
    // Only a municipality's first answer fills the form; a later one would take away what is being typed.
    let first = Memo::new(move |known: Option<&Option<Known>>| {
        let slug = here.slug();
        let known = known.cloned().flatten().filter(|(of, ..)| *of == slug);
        known.or_else(|| answer.known()?.as_ref().clone().filter(|(of, ..)| *of == slug))
    });
    let failure = Memo::new(move |_| answer.get().and_then(Result::err));
    changing(Box::new(move || match (first.get(), failure.get()) {
        (Some((slug, settings, has_edition)), _) => {
            let steps = vec![
                Step::to(text!(draft.framework), routes::framework(&slug)),
                Step::to(text!(draft.title), routes::framework_draft(&slug)),
            ];
            let inner = match settings {
                Some(settings) => {
                    view! { <SettingsForm settings=settings has_edition=has_edition/> }.into_any()
                }
                None => view! {
                    <EmptyNotice heading=text!(draft.not_begun)>
                        <p><a href=routes::framework_draft(&slug)>{text!(draft.overview)}</a></p>
                    </EmptyNotice>
                }
                .into_any(),
            };
            view! {
                <Breadcrumb steps=steps/>
                <PageHeading title=text!(draft.settings)/>
                {inner}
            }
            .into_any()
        }
        (None, Some(failure)) => view! { <FailurePage failure=failure/> }.into_any(),
        (None, None) => view! { <LoadingPage/> }.into_any(),
    }))
}

/// What stands in the form's fields.
#[derive(Clone, Copy)]
struct Typed {
    approvals: RwSignal<String>,
    months: RwSignal<String>,
    visibility: RwSignal<String>,
    due_on: RwSignal<String>,
    next_update_by: RwSignal<String>,
}

impl Typed {
    fn of(settings: &FrameworkSettings) -> Self {
        let due_on = settings.due_on.map(|due| due.to_string()).unwrap_or_default();
        Self {
            approvals: RwSignal::new(settings.approvals_needed.to_string()),
            months: RwSignal::new(settings.interval_months.to_string()),
            visibility: RwSignal::new(value_of(settings.visibility).to_owned()),
            due_on: RwSignal::new(due_on),
            next_update_by: RwSignal::new(settings.next_update_by.clone().unwrap_or_default()),
        }
    }

    /// What to send, or the field that can't be.
    fn read(
        self,
        municipality: String,
        revision: i32,
        has_edition: bool,
    ) -> Result<FrameworkSettingsUpdateInput, (&'static str, UserErrorCode)> {
        let number = |typed: RwSignal<String>, name| {
            let number = typed.get_untracked().trim().parse().ok().filter(|number| *number > 0);
            number.ok_or((name, UserErrorCode::Invalid))
        };
        let due = self.due_on.get_untracked();
        let due_on = match (due.trim().is_empty(), Date::parse(due.trim())) {
            (true, _) if has_edition => return Err(("dueOn", UserErrorCode::Required)),
            (true, _) => None,
            (false, None) => return Err(("dueOn", UserErrorCode::Invalid)),
            (false, due_on) => due_on,
        };
        let visibility = match self.visibility.get_untracked().as_str() {
            "everyone" => Visibility::Public,
            _ => Visibility::SignedIn,
        };
        Ok(FrameworkSettingsUpdateInput {
            municipality,
            revision,
            approvals_needed: number(self.approvals, "approvalsNeeded")?,
            interval_months: number(self.months, "intervalMonths")?,
            visibility,
            due_on,
            next_update_by: Some(self.next_update_by.get_untracked()).filter(|by| !by.trim().is_empty()),
        })
    }
}

fn value_of(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "everyone",
        Visibility::SignedIn => "signed-in",
    }
}

fn visibility_words(locale: Locale, visibility: Visibility) -> String {
    let words = match visibility {
        Visibility::Public => td_string!(locale, draft.visibility_public),
        Visibility::SignedIn => td_string!(locale, draft.visibility_signed_in),
    };
    words.to_owned()
}

#[component]
fn SettingsForm(settings: FrameworkSettings, has_edition: bool) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let attempt = Attempt::new(words);
    let typed = Typed::of(&settings);
    let revision = StoredValue::new(settings.revision);
    // What somebody else has saved meanwhile.
    let theirs = RwSignal::new(None::<FrameworkSettings>);
    let place = slug.clone();
    Effect::new(move |_| {
        if attempt.has(UserErrorCode::Stale) {
            leptos::task::spawn_local(look_again(api, place.clone(), revision, theirs));
        }
    });
    let members = settings.steering_members;
    let members = text_by(move |locale| td_string!(locale, draft.approvals_hint, members = members));
    let language = use_language();
    let options = Signal::derive(move || {
        [Visibility::Public, Visibility::SignedIn]
            .map(|one| (value_of(one).to_owned(), visibility_words(language.get(), one)))
            .to_vec()
    });
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let input = match typed.read(slug.clone(), revision.get_value(), has_edition) {
            Ok(input) => input,
            Err((field, code)) => return attempt.refuse(code, field),
        };
        let work = async move {
            let payload = api.send(framework_settings_update::ask(input)).await?.framework_settings_update;
            Ok((payload.framework, payload.user_errors))
        };
        attempt.run(work, move |saved| {
            if let Some(saved) = saved {
                let _ = revision.try_set_value(saved.revision);
            }
            let _ = theirs.try_set(None);
        });
    };
    view! {
        <form on:submit=on_submit novalidate class="own-form">
            <AttemptErrors attempt=attempt fields=FIELDS/>
            {move || theirs.get().map(|theirs| view! { <Theirs settings=theirs/> })}
            <Field
                id="approvals"
                label=text!(draft.approvals_needed)
                hint=members
                value=typed.approvals
                takes=Takes::Number
                wrong=attempt.wrong_with("approvalsNeeded")
            />
            <Field
                id="months"
                label=text!(draft.interval)
                hint=text!(draft.interval_hint)
                value=typed.months
                takes=Takes::Number
                wrong=attempt.wrong_with("intervalMonths")
            />
            <Field
                id="due"
                label=text!(draft.due_on)
                hint=text!(draft.due_on_hint)
                value=typed.due_on
                takes=Takes::Day
                wrong=attempt.wrong_with("dueOn")
            />
            <Field
                id="next-update-by"
                label=text!(draft.next_update_by)
                hint=text!(draft.next_update_by_hint)
                value=typed.next_update_by
                takes=Takes::Line("off")
                wrong=attempt.wrong_with("nextUpdateBy")
            />
            <Choice
                id="visibility"
                label=text!(draft.visibility)
                hint=text!(draft.visibility_hint)
                value=typed.visibility
                options=options
                wrong=attempt.wrong_with("visibility")
            />
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(draft.save)/>
            </p>
            <DoneNotice attempt=attempt label=text!(draft.settings_saved)/>
        </form>
    }
}

/// Fetches what somebody else has saved; the next try is then made on top of it.
async fn look_again(
    api: Api,
    slug: String,
    revision: StoredValue<i32>,
    theirs: RwSignal<Option<FrameworkSettings>>,
) {
    if let Ok(answer) = api.send(of(slug)).await
        && let Some(settings) = answer.municipality.and_then(|found| found.framework)
    {
        let _ = revision.try_set_value(settings.revision);
        let _ = theirs.try_set(Some(settings));
    }
}

/// What somebody else has saved meanwhile, beside what is typed.
#[component]
fn Theirs(settings: FrameworkSettings) -> impl IntoView {
    let FrameworkSettings { approvals_needed, interval_months, visibility, due_on, next_update_by, .. } =
        settings;
    let due = text_by(move |locale| due_on.map(|due| day(locale, due)).unwrap_or_default());
    let shown = text_by(move |locale| visibility_words(locale, visibility));
    let line = |label: Text, value: Text| view! { <li>{label} ": " <strong>{value}</strong></li> };
    view! {
        <Alert gravity=Gravity::Warning heading=text!(draft.settings_theirs) is_news=true>
            <ul>
                {line(text!(draft.approvals_needed), Signal::stored(approvals_needed.to_string()))}
                {line(text!(draft.interval), Signal::stored(interval_months.to_string()))}
                {line(text!(draft.due_on), due)}
                {line(text!(draft.next_update_by), Signal::stored(next_update_by.unwrap_or_default()))}
                {line(text!(draft.visibility), shown)}
            </ul>
            <p class="alert-text">{text!(draft.settings_theirs_do)}</p>
        </Alert>
    }
}

fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("approvalsNeeded", _) => Some(td_string!(locale, draft.approvals_wrong)),
        ("intervalMonths", _) => Some(td_string!(locale, draft.interval_wrong)),
        ("dueOn", UserErrorCode::Required) => Some(td_string!(locale, draft.due_required)),
        ("dueOn", _) => Some(td_string!(locale, draft.due_wrong)),
        ("nextUpdateBy", _) => Some(td_string!(locale, draft.next_update_by_wrong)),
        (_, UserErrorCode::InUse) => Some(td_string!(locale, draft.locked)),
        _ => None,
    }
}
