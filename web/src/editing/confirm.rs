//! *Tjekket, stadig rigtig*: one press, in the list of what is due and on the service's page.

use leptos::prelude::*;

use super::queries::upkeep::{CheckedService, ServiceConfirmInput, ServiceConfirmPayload, service_confirm};
use crate::api::{UserErrorCode, use_api};
use crate::language::{Text, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::live_region::LiveRegion;
use crate::ui::whom::whom;

/// The button, and what came of it.
#[component]
pub(crate) fn Confirm(
    /// Which service.
    id: cynic::Id,
    /// Its revision.
    revision: i32,
    /// Its name.
    name: String,
    /// Gets the service as it is told now.
    #[prop(optional)]
    checked: Option<Callback<CheckedService>>,
) -> impl IntoView {
    let api = use_api();
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(None::<Text>);
    let is_done = RwSignal::new(false);
    let (done, stale, failed) =
        (text!(editing.confirmed), text!(editing.confirm_stale), text!(editing.confirm_failed));
    let press = move |_| {
        if is_busy.get_untracked() || is_done.get_untracked() {
            return;
        }
        is_busy.set(true);
        let input = ServiceConfirmInput { id: id.clone(), revision };
        leptos::task::spawn_local(async move {
            let answer = api.send(service_confirm::ask(input)).await.map(|answer| answer.service_confirm);
            let _ = is_busy.try_set(false);
            let words = match answer {
                Ok(ServiceConfirmPayload { service, user_errors }) if user_errors.is_empty() => {
                    let _ = is_done.try_set(true);
                    if let Some((checked, service)) = checked.zip(service) {
                        let _ = checked.try_run(service);
                    }
                    done
                }
                Ok(answer) if answer.user_errors.iter().any(|error| error.code == UserErrorCode::Stale) => {
                    stale
                }
                _ => failed,
            };
            let _ = said.try_set(Some(words));
        });
    };
    view! {
        <Show when=move || !is_done.get()>
            <button type="button" class="button button-primary" on:click=press.clone()>
                {icon(Icon::Check)}
                <span>{text!(editing.confirm)}{whom(&name)}</span>
            </button>
        </Show>
        {move || said.get().map(|words| view! { <span class="confirmed">{words}</span> })}
        <LiveRegion text=text_by(move |_| said.get().map(|words| words.get()).unwrap_or_default())/>
    }
}
