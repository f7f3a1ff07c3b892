//! Choosing which activities are shown. What is chosen stands in the address and is said in words below.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::board::Board;
use super::filter::{Filter, STATUSES};
use super::words;
use crate::language::text_by;
use crate::routes;
use crate::text;
use crate::ui::live_region::LiveRegion;
use crate::ui::shown::changing;

/// The fields, and the sentence.
#[component]
pub(super) fn FilterBar(board: Board, filter: Memo<Filter>) -> impl IntoView {
    let navigate = StoredValue::new_local(use_navigate());
    let choose = Callback::new(move |chosen: Filter| {
        let plan = board.plan.with_untracked(|plan| plan.id.inner().to_owned());
        let address = format!("{}{}", routes::plan(&board.slug.get_value(), &plan), chosen.query());
        let options = NavigateOptions { scroll: false, ..NavigateOptions::default() };
        let _ = navigate.try_with_value(|navigate| navigate(&address, options));
    });
    let people = Memo::new(move |_| {
        let chosen = filter.with(|filter| filter.responsible.clone());
        board.plan.with(|plan| {
            let activities = plan.goals.iter().flat_map(|goal| &goal.activities);
            let mut names: Vec<String> = activities.filter_map(|one| one.responsible_name.clone()).collect();
            names.push(chosen);
            names.retain(|name| !name.is_empty());
            names.sort();
            names.dedup();
            names
        })
    });
    let sentence = text_by(move |locale| {
        let filter = filter.get();
        let count = board.plan.with(|plan| {
            let activities = plan.goals.iter().flat_map(|goal| &goal.activities);
            activities.filter(|one| filter.lets_through(one)).count()
        });
        filter.in_words(locale, count)
    });
    let by_status = move |event| {
        let status = Filter::status_of(&event_target_value(&event));
        choose.run(Filter { status, ..filter.get_untracked() });
    };
    let by_name = move |event| {
        choose.run(Filter { responsible: event_target_value(&event), ..filter.get_untracked() });
    };
    let by_lateness = move |event| {
        choose.run(Filter { is_overdue: event_target_checked(&event), ..filter.get_untracked() });
    };
    let statuses = STATUSES.iter().map(|(status, word)| {
        let (status, word) = (*status, *word);
        let is_chosen = move || filter.with(|filter| filter.status == Some(status));
        view! {
            <option value=word prop:selected=is_chosen>
                {text_by(move |locale| words::status(locale, status).to_owned())}
            </option>
        }
    });
    let names = changing(Box::new(move || {
        let names = people.get().into_iter().map(|name| {
            let value = name.clone();
            let chosen = name.clone();
            let is_chosen = move || filter.with(|filter| filter.responsible == chosen);
            view! { <option value=value prop:selected=is_chosen>{name}</option> }
        });
        names.collect_view().into_any()
    }));
    let clear = move |_| {
        crate::ui::attempt::focus_on("#plan-goals");
        choose.run(Filter::default());
    };
    view! {
        <div class="plan-filter" role="group" aria-label=text!(plan.filter)>
            <div class="form-group">
                <label class="form-label" for="plan-status">{text!(plan.status)}</label>
                <select class="form-select" id="plan-status" on:change=by_status>
                    <option value="" prop:selected=move || filter.with(|filter| filter.status.is_none())>
                        {text!(plan.all_statuses)}
                    </option>
                    {statuses.collect_view()}
                </select>
            </div>
            <div class="form-group">
                <label class="form-label" for="plan-responsible">{text!(plan.responsible)}</label>
                <select class="form-select" id="plan-responsible" on:change=by_name>
                    <option value="" prop:selected=move || filter.with(|filter| filter.responsible.is_empty())>
                        {text!(plan.all_responsible)}
                    </option>
                    {names}
                </select>
            </div>
            <div class="form-group-checkbox">
                <input
                    class="form-checkbox"
                    type="checkbox"
                    id="plan-overdue"
                    prop:checked=move || filter.with(|filter| filter.is_overdue)
                    on:change=by_lateness
                />
                <label class="form-label" for="plan-overdue">{text!(plan.only_overdue)}</label>
            </div>
        </div>
        <h2 class="h4 plan-summary" id="plan-goals" tabindex="-1">{sentence}</h2>
        <LiveRegion text=sentence/>
        <Show when=move || !filter.with(Filter::is_nothing)>
            <p class="function-links">
                <button type="button" class="function-link" on:click=clear>{text!(plan.show_all)}</button>
            </p>
        </Show>
    }
}
