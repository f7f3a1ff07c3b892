//! The framework lies before the steering group: how many have approved, the way to it for who decides, and *Tag
//! tilbage* for who leads the work.

use leptos::prelude::*;

use crate::api::{UserErrorCode, use_api};
use crate::clock;
use crate::directory::here::use_here;
use crate::format::words::near_past;
use crate::framework::draft::queries::cycle::{FrameworkWithdrawInput, framework_withdraw};
use crate::framework::draft::queries::overview::{Framework, Submission};
use crate::language::{Locale, td_string, text_by};
use crate::ui::alert::{Alert, Gravity};
use crate::ui::attempt::{Attempt, AttemptErrors};
use crate::ui::sure_button::SureButton;
use crate::{routes, text};

/// Where the submission stands, and what can be done.
#[component]
pub(in crate::framework::draft) fn Submitted(framework: Framework, submission: Submission) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let attempt = Attempt::new(words);
    let (at, today, by) = (submission.submitted_at, clock::today(), submission.submitted_by.clone());
    let sent = text_by(move |locale| {
        let when = near_past(locale, at, today);
        match &by {
            Some(name) => td_string!(locale, draft.sent_by, name = name.clone(), when = when),
            None => td_string!(locale, draft.sent_at, when = when),
        }
    });
    let (approvals, needed) = (submission.approvals, submission.approvals_needed);
    let members = framework.steering_members;
    let too_few = (framework.can_write && members < needed).then(|| {
        view! {
            <Alert gravity=Gravity::Warning heading=text!(draft.too_few)>
                <p class="alert-text">{text!(draft.too_few_do, members = members, needed = needed)}</p>
            </Alert>
        }
    });
    let approved =
        text_by(move |locale| td_string!(locale, draft.approved_of, approvals = approvals, needed = needed));
    let id = submission.id;
    let withdraw = Callback::new(move |()| {
        let input = FrameworkWithdrawInput { id: id.clone() };
        let work = async move {
            Ok(((), api.send(framework_withdraw::ask(input)).await?.framework_withdraw.user_errors))
        };
        attempt.run(work, move |()| api.connection.try_again());
    });
    view! {
        <p>{sent} " " {approved}</p>
        {too_few}
        <AttemptErrors attempt=attempt fields=&[]/>
        <p class="form-actions">
            {framework
                .can_decide
                .then(|| {
                    view! {
                        <a class="button button-primary" href=routes::framework_decision(&slug)>
                            {text!(draft.decide)}
                        </a>
                    }
                })}
            {(!framework.can_decide && framework.can_write)
                .then(|| view! { <a href=routes::framework_decision(&slug)>{text!(draft.see_submission)}</a> })}
            {framework
                .can_write
                .then(|| {
                    view! {
                        <SureButton
                            label=text!(draft.withdraw)
                            sure=text!(draft.withdraw_sure)
                            about=""
                            act=withdraw
                        />
                    }
                })}
        </p>
    }
}

fn words(locale: Locale, _field: &str, code: UserErrorCode) -> Option<&'static str> {
    match code {
        UserErrorCode::InUse | UserErrorCode::Stale | UserErrorCode::NotFound => {
            Some(td_string!(locale, draft.withdraw_late))
        }
        _ => None,
    }
}
