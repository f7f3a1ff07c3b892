//! Can I use it? Whom it is for, how one gets in, when it is open.

use leptos::prelude::*;

use super::hours::Hours;
use crate::clock;
use crate::directory::here::use_here;
use crate::directory::queries::enums::{OpenKind, ServiceStatus};
use crate::directory::queries::service::{Service, ServiceTargetGroup};
use crate::directory::search::Search;
use crate::directory::signs::words;
use crate::language::{Locale, named, td_string, text_by};
use crate::ui::paragraphs::Paragraphs;
use crate::{routes, text};

/// The three answers.
#[component]
pub(crate) fn Eligibility(service: Service) -> impl IntoView {
    let access = service.access;
    let (minimum, maximum) = (service.minimum_age, service.maximum_age);
    let has_age = minimum.is_some() || maximum.is_some();
    let age = text_by(move |locale| ages(locale, minimum, maximum).unwrap_or_default());
    let state = service.open_state.clone();
    let runs = service.status == ServiceStatus::Active;
    let open_state = text_by(move |locale| {
        let words = words::open_state(locale, &state, clock::today());
        words.unwrap_or_else(|| td_string!(locale, service.hours_unknown).to_owned())
    });
    let has_hours = !service.schedules.is_empty() || !service.schedule_exceptions.is_empty();
    let shows_open_state = runs && (has_hours || service.open_state.kind != OpenKind::Unknown);
    let anyone = service.eligibility_description.is_none() && service.target_groups.is_empty() && !has_age;
    view! {
        <section aria-labelledby="can-i">
            <h2 id="can-i">{text!(service.can_i)}</h2>
            <dl class="answers">
                <div>
                    <dt>{text!(service.for_whom)}</dt>
                    <dd>
                        {service.eligibility_description.map(|words| view! { <Paragraphs text=words/> })}
                        {has_age.then(|| view! { <p>{age}</p> })}
                        <TargetGroups groups=service.target_groups/>
                        {anyone.then(|| view! { <p>{text!(service.not_told)}</p> })}
                    </dd>
                </div>
                <div>
                    <dt>{text!(service.way_in)}</dt>
                    <dd>
                        <p>{text_by(move |locale| words::access(locale, access))} "."</p>
                        {service.application_process.map(|words| view! { <Paragraphs text=words/> })}
                    </dd>
                </div>
                <div>
                    <dt>{text!(service.when_open)}</dt>
                    <dd>
                        {shows_open_state.then(|| view! { <p><strong>{open_state}</strong></p> })}
                        {if has_hours {
                            view! {
                                <Hours schedules=service.schedules exceptions=service.schedule_exceptions/>
                            }
                                .into_any()
                        } else {
                            view! { <p>{text!(service.hours_unknown)}</p> }.into_any()
                        }}
                    </dd>
                </div>
            </dl>
        </section>
    }
}

/// The target groups, each a way to what else there is for them.
#[component]
fn TargetGroups(groups: Vec<ServiceTargetGroup>) -> impl IntoView {
    let slug = use_here().slug_untracked();
    (!groups.is_empty()).then(|| {
        let chips = groups.into_iter().map(|group| {
            let href = routes::services(&slug, &Search::for_target_group(&group.slug).query(1));
            let (name, lang) = named(group.name, group.name_en);
            view! { <li><a class="chip" href=href lang=lang>{name}</a></li> }
        });
        view! { <ul class="chips" aria-label=text!(service.groups)>{chips.collect_view()}</ul> }
    })
}

/// `Fra 18 til 30 år`.
fn ages(locale: Locale, minimum: Option<i32>, maximum: Option<i32>) -> Option<String> {
    Some(match (minimum, maximum) {
        (Some(from), Some(to)) => td_string!(locale, service.age_between, from = from, to = to),
        (Some(from), None) => td_string!(locale, service.age_from, from = from),
        (None, Some(to)) => td_string!(locale, service.age_to, to = to),
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_in_words() {
        assert_eq!(ages(Locale::da, Some(18), Some(30)).as_deref(), Some("Fra 18 til og med 30 år."));
        assert_eq!(ages(Locale::en, Some(18), None).as_deref(), Some("From the age of 18."));
        assert_eq!(ages(Locale::da, None, None), None);
    }
}
