//! `/<m>/temaer`, `/<m>/maalgrupper` and `/<m>/ordbog`: what services stand under and whom they are for, and the
//! municipality's own words for things, each to be changed, or taken out where nothing needs it.

use leptos::prelude::*;

use super::entry_links::NewEntry;
use super::queries::history::EntryKind;
use super::queries::removal::{EntryDeleteInput, concept_delete, target_group_delete, theme_delete};
use super::queries::taxonomy::{ListedConcept, ListedTargetGroup, ListedTheme, concepts, headings};
use super::restoring::DeletedNotice;
use super::saving_taxonomy::list_address;
use crate::api::{Api, Failure, Remote, UserError, UserErrorCode, remote, use_api};
use crate::counted;
use crate::directory::here::use_here;
use crate::directory::search::Search;
use crate::language::{Text, danish, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::icon::{Icon, Picture, icon, picture};
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::{changing, shown};
use crate::ui::sure_button::SureButton;
use crate::ui::whom::whom;
use crate::{routes, text};

/// An entry of a list.
#[derive(Clone, Debug, PartialEq)]
struct Listed {
    id: cynic::Id,
    revision: i32,
    name: String,
    /// What more there is to read, a line each.
    lines: Vec<Line>,
    /// Key of its picture.
    picture: Option<String>,
    /// How many services need it, and where they are listed.
    services: Option<(i32, String)>,
}

/// A line below the name.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    /// In English.
    English(String),
    /// In the municipality's own words.
    Words(String),
    /// What people type.
    Lay(String),
    /// What officials write.
    Official(String),
}

/// The page of a kind.
#[component]
pub(crate) fn TaxonomyPage(kind: EntryKind) -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let deleted = RwSignal::new(None::<(cynic::Id, String)>);
    let found: Remote<Option<Vec<Listed>>> = remote(api, move || {
        let slug = here.slug();
        (slug.clone(), fetch(api, kind, slug))
    });
    let (title, lead, new): (Text, Text, Text) = match kind {
        EntryKind::Theme => (text!(editing.themes), text!(editing.themes_lead), text!(editing.new_theme)),
        EntryKind::TargetGroup => {
            (text!(editing.target_groups), text!(editing.target_groups_lead), text!(editing.new_target_group))
        }
        _ => (text!(editing.thesaurus), text!(editing.thesaurus_lead), text!(editing.new_concept)),
    };
    let href = format!("{}/{}", list_address(kind, &here.slug_untracked()), new_segment(kind));
    let undone = Callback::new(move |()| {
        deleted.set(None);
        api.connection.try_again();
    });
    view! {
        <PageHeading title=title/>
        <p class="font-lead">{lead}</p>
        <NewEntry label=new href=href/>
        {changing(Box::new(move || match deleted.get() {
            None => ().into_any(),
            Some((id, name)) => view! { <DeletedNotice id=id name=name undone=undone/> }.into_any(),
        }))}
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            move |answer| match answer.as_ref() {
                None => view! { <NothingThere/> }.into_any(),
                Some(all) => view! { <All kind=kind all=all.clone() deleted=deleted/> }.into_any(),
            },
        )}
    }
}

/// The last part of the address of a new one's form.
fn new_segment(kind: EntryKind) -> &'static str {
    if kind == EntryKind::TargetGroup { "ny" } else { "nyt" }
}

async fn fetch(api: Api, kind: EntryKind, slug: String) -> Result<Option<Vec<Listed>>, Failure> {
    if kind == EntryKind::Concept {
        let found = api.send(concepts(slug)).await?.municipality;
        return Ok(found.map(|found| found.concepts.into_iter().map(of_concept).collect()));
    }
    let found = api.send(headings(slug.clone())).await?.municipality;
    Ok(found.map(|found| match kind {
        EntryKind::Theme => found.themes.into_iter().map(|one| of_theme(&slug, one)).collect(),
        _ => found.target_groups.into_iter().map(|one| of_group(&slug, one)).collect(),
    }))
}

fn of_theme(slug: &str, one: ListedTheme) -> Listed {
    let list = routes::services(slug, &Search::about_theme(&one.slug).query(1));
    Listed {
        id: one.id,
        revision: one.revision,
        lines: [Line::English(one.name_en)].into_iter().chain(one.description.map(Line::Words)).collect(),
        name: one.name,
        picture: Some(one.icon),
        services: Some((one.service_count, list)),
    }
}

fn of_group(slug: &str, one: ListedTargetGroup) -> Listed {
    let list = routes::services(slug, &Search::for_target_group(&one.slug).query(1));
    Listed {
        id: one.id,
        revision: one.revision,
        lines: vec![Line::English(one.name_en)],
        name: one.name,
        picture: None,
        services: Some((one.service_count, list)),
    }
}

fn of_concept(one: ListedConcept) -> Listed {
    let words = |all: Vec<String>, line: fn(String) -> Line| (!all.is_empty()).then(|| line(all.join(", ")));
    let lines = [words(one.form.lay, Line::Lay), words(one.form.official, Line::Official)];
    Listed {
        id: one.id,
        revision: one.revision,
        name: one.form.label,
        lines: lines.into_iter().flatten().collect(),
        picture: None,
        services: None,
    }
}

#[component]
fn All(kind: EntryKind, all: Vec<Listed>, deleted: RwSignal<Option<(cynic::Id, String)>>) -> impl IntoView {
    if all.is_empty() {
        let (heading, what_to_do) = match kind {
            EntryKind::Concept => (text!(editing.thesaurus_empty), text!(editing.thesaurus_empty_do)),
            _ => (text!(editing.taxonomy_empty), text!(editing.taxonomy_empty_do)),
        };
        return view! { <EmptyNotice heading=heading><p>{what_to_do}</p></EmptyNotice> }.into_any();
    }
    let items = all.into_iter().map(|one| view! { <One kind=kind one=one deleted=deleted/> });
    view! { <ul class="nobullet-list changes no-max-width">{items.collect_view()}</ul> }.into_any()
}

#[component]
fn One(kind: EntryKind, one: Listed, deleted: RwSignal<Option<(cynic::Id, String)>>) -> impl IntoView {
    let api = use_api();
    let lang = danish();
    let slug = use_here().slug_untracked();
    let is_busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<Text>);
    let (stale, in_use, failed) =
        (text!(editing.changed_meanwhile), text!(editing.delete_in_use), text!(editing.delete_failed));
    let edit = format!("{}/{}/ret", list_address(kind, &slug), one.id.inner());
    let history = routes::history_of(&slug, one.id.inner());
    let is_needed = one.services.as_ref().is_some_and(|(count, _)| *count > 0);
    let (id, revision, name) = (one.id.clone(), one.revision, one.name.clone());
    let delete_it = Callback::new(move |()| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let (id, name) = (id.clone(), name.clone());
        let input = EntryDeleteInput { id: id.clone(), revision, note: None };
        leptos::task::spawn_local(async move {
            let answer = delete(api, kind, input).await;
            let _ = is_busy.try_set(false);
            let has = |errors: &[UserError], code| errors.iter().any(|error| error.code == code);
            let words = match answer {
                Ok(errors) if errors.is_empty() => {
                    let _ = deleted.try_set(Some((id, name)));
                    return api.connection.try_again();
                }
                Ok(errors) if has(&errors, UserErrorCode::Stale) => stale,
                Ok(errors) if has(&errors, UserErrorCode::InUse) => in_use,
                _ => failed,
            };
            let _ = problem.try_set(Some(words));
        });
    });
    let (of_edit, of_history) = (whom(&one.name), whom(&one.name));
    let lines = one.lines.into_iter().map(|line| match line {
        Line::English(words) => view! { <p class="small-text" lang="en">{words}</p> }.into_any(),
        Line::Words(words) => view! { <p lang=lang>{words}</p> }.into_any(),
        Line::Lay(words) => {
            view! { <p>{text!(editing.concept_lay_said)} " " <span lang=lang>{words}</span></p> }.into_any()
        }
        Line::Official(words) => {
            view! { <p>{text!(editing.concept_official_said)} " " <span lang=lang>{words}</span></p> }
                .into_any()
        }
    });
    let uses = one.services.map(|(count, list)| {
        let words = text_by(move |locale| {
            counted!(locale, count, directory.service_count_one, directory.service_count_many)
        });
        if count > 0 {
            view! { <p><a href=list>{words}</a> " · " {text!(editing.delete_later)}</p> }.into_any()
        } else {
            view! { <p>{text!(editing.no_services_here)}</p> }.into_any()
        }
    });
    view! {
        <li class="change">
            <article class="listed-entry">
                {one.picture.map(|key| picture(Picture::of_key(&key)))}
                <div>
                    <h2 class="h4" lang=lang>{one.name.clone()}</h2>
                    {lines.collect_view()}
                    {uses}
                    <p class="function-links">
                        <a class="function-link" href=edit>
                            {icon(Icon::Paper)} <span>{text!(editing.edit)}{of_edit}</span>
                        </a>
                        <a class="function-link" href=history>
                            {icon(Icon::Clock)} <span>{text!(editing.history)}{of_history}</span>
                        </a>
                    </p>
                    {(!is_needed)
                        .then(|| {
                            view! {
                                <p class="form-actions">
                                    <SureButton
                                        label=text!(editing.delete)
                                        sure=text!(editing.delete_sure)
                                        about=one.name
                                        act=delete_it
                                    />
                                </p>
                            }
                        })}
                    {move || {
                        problem
                            .get()
                            .map(|words| view! { <Alert gravity=Gravity::Error heading=words is_news=true>""</Alert> })
                    }}
                </div>
            </article>
        </li>
    }
}

async fn delete(api: Api, kind: EntryKind, input: EntryDeleteInput) -> Result<Vec<UserError>, Failure> {
    Ok(match kind {
        EntryKind::Theme => api.send(theme_delete::ask(input)).await?.theme_delete.user_errors,
        EntryKind::TargetGroup => {
            api.send(target_group_delete::ask(input)).await?.target_group_delete.user_errors
        }
        _ => api.send(concept_delete::ask(input)).await?.concept_delete.user_errors,
    })
}
