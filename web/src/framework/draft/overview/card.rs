//! A section on the overview: how far it is, who has it, who has written.

use leptos::prelude::*;

use crate::directory::here::use_here;
use crate::format::words::and_list;
use crate::framework::draft::progress::Progress;
use crate::framework::draft::queries::overview::SectionProgress;
use crate::framework::draft::section::standing::given_line;
use crate::language::{td_string, text_by};
use crate::ui::icon::{Icon, icon};
use crate::{counted, routes, text};

/// The card.
#[component]
pub(in crate::framework::draft) fn SectionCard(one: SectionProgress) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let section = one.section;
    let address = routes::framework_section(&slug, section.slug());
    let open = one.remarks.iter().filter(|remark| remark.settled_at.is_none()).count();
    let remarks = text_by(move |locale| counted!(locale, open, draft.remark_one, draft.remark_many));
    let writers = one.writers.clone();
    let has_writers = !writers.is_empty();
    let written =
        text_by(move |locale| td_string!(locale, draft.writers, names = and_list(locale, &writers)));
    view! {
        <li class="card own-card">
            <article class="card-content section-card">
                <h2 class="h4 card-heading">
                    <a href=address>{section.number()} ". " {section.title()}</a>
                </h2>
                <Progress answered=one.answered total=one.total id=format!("progress-{}", section.slug())/>
                {(open > 0)
                    .then(|| view! { <p><strong class="is-late">{icon(Icon::Message)} " " {remarks}</strong></p> })}
                {given_line(one.assignee_name, one.due_on, one.is_overdue)}
                {one.is_done
                    .then(|| view! { <p class="is-done">{icon(Icon::Check)} " " {text!(draft.section_done)}</p> })}
                {has_writers.then(|| view! { <p class="small-text">{written}</p> })}
            </article>
        </li>
    }
}
