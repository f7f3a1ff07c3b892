//! Taking a row out of its register, below its form. It can be got back from the history.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use crate::api::{UserErrorCode, use_api};
use crate::framework::registers::queries::{RegisterRowDeleteInput, register_row_delete};
use crate::language::Text;
use crate::text;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::sure_button::SureButton;

/// The button, and what came of it where it could not be done.
#[component]
pub(super) fn Delete(
    id: cynic::Id,
    revision: i32,
    /// What the row is called.
    name: String,
    /// Where to go when it is gone.
    then: String,
) -> impl IntoView {
    let api = use_api();
    let problem = RwSignal::new(None::<Text>);
    let (stale, failed) = (text!(register.delete_stale), text!(register.delete_failed));
    let in_use = text!(register.cannot_write_do);
    let navigate = StoredValue::new_local(use_navigate());
    let act = Callback::new(move |()| {
        let (input, then) = (RegisterRowDeleteInput { id: id.clone(), revision }, then.clone());
        problem.set(None);
        leptos::task::spawn_local(async move {
            let answer = api.send(register_row_delete::ask(input)).await;
            let wrong = answer.map(|answer| answer.register_row_delete.user_errors);
            match wrong.as_deref() {
                Ok([]) => {
                    let _ = navigate.try_with_value(|navigate| navigate(&then, Default::default()));
                }
                Ok([first, ..]) => {
                    let words = match first.code {
                        UserErrorCode::Stale => stale,
                        UserErrorCode::InUse => in_use,
                        _ => failed,
                    };
                    let _ = problem.try_set(Some(words));
                }
                Err(_) => drop(problem.try_set(Some(failed))),
            }
        });
    });
    view! {
        <section class="form-section beyond" aria-labelledby="delete-row">
            <h2 id="delete-row" class="h4">{text!(register.delete_heading)}</h2>
            <p>{text!(register.delete_do)}</p>
            <p class="form-actions">
                <SureButton label=text!(register.delete) sure=text!(register.delete_sure) about=name act=act/>
            </p>
            {move || {
                problem
                    .get()
                    .map(|words| {
                        view! { <Alert gravity=Gravity::Error heading=words is_news=true>""</Alert> }
                    })
            }}
        </section>
    }
}
