//! The registers that are lists: partners and coordinators by branch, channels as sentences, pathways with their drawing,
//! and plans, tools, ways of getting known and outreach with what is known of each.

use leptos::prelude::*;

use super::party::party;
use super::rows::{Tools, beside, heading};
use crate::format::words::and_list;
use crate::framework::registers::flow::view::{Flow, PathwayFlow};
use crate::framework::registers::queries::{ChannelForm, RegisterForm, Row};
use crate::language::{Locale, Text, danish, td_string, text_by};
use crate::text;
use crate::ui::paragraphs::Paragraphs;
use crate::ui::word_link::OutsideLink;

/// Partners or coordinating functions, grouped by branch in the order in which the branches come.
#[component]
pub(super) fn ByBranch(rows: Vec<Row>, level: u8, tools: Option<Tools>) -> impl IntoView {
    let lang = danish();
    let groups = grouped(rows).into_iter().map(|(branch, rows)| {
        let name = if branch.is_empty() {
            text!(register.no_branch).into_any()
        } else {
            view! { <span lang=lang>{branch}</span> }.into_any()
        };
        let rows = rows.into_iter().map(|row| {
            let shown = one_of_branch(&row);
            view! { <li class="listed-row"><div>{shown}</div> {beside(tools, &row)}</li> }
        });
        view! {
            <section class="branch">
                {heading(level, "h5", name)}
                <ul class="nobullet-list listed-rows">{rows.collect_view()}</ul>
            </section>
        }
    });
    view! { <div class="branches">{groups.collect_view()}</div> }
}

fn one_of_branch(row: &Row) -> AnyView {
    let lang = danish();
    match &row.form {
        RegisterForm::Partner(form) => {
            let role = form.role.clone();
            view! { <p>{party(row, &form.party)} {role.map(|role| view! { ": " <span lang=lang>{role}</span> })}</p> }
                .into_any()
        }
        RegisterForm::CoordinatingFunction(form) => {
            let (function, holder) = (form.function.clone(), form.holder.clone());
            let description = form.description.clone();
            view! {
                <p>
                    <span class="weight-semibold" lang=lang>{function}</span>
                    {holder.map(|holder| view! { ": " <span lang=lang>{holder}</span> })}
                </p>
                {description.map(|text| view! { <Paragraphs text=text/> })}
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}

/// Rows by their branch; those without one come last.
fn grouped(rows: Vec<Row>) -> Vec<(String, Vec<Row>)> {
    let mut groups: Vec<(String, Vec<Row>)> = Vec::new();
    for row in rows {
        let branch = match &row.form {
            RegisterForm::Partner(form) => form.branch.clone().unwrap_or_default(),
            RegisterForm::CoordinatingFunction(form) => form.of_branch.clone(),
            _ => continue,
        };
        match groups.iter_mut().find(|(known, _)| *known == branch) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((branch, vec![row])),
        }
    }
    groups.sort_by_key(|(branch, _)| branch.is_empty());
    groups
}

/// Channels: between whom, and by what.
#[component]
pub(super) fn Channels(rows: Vec<Row>, tools: Option<Tools>) -> impl IntoView {
    let lang = danish();
    let rows = rows.into_iter().filter_map(|row| {
        let RegisterForm::Channel(form) = &row.form else { return None };
        let form = (**form).clone();
        let description = form.description.clone();
        let words = text_by(move |locale| channel_words(locale, &form));
        Some(view! {
            <li class="listed-row">
                <div>
                    <p lang=lang>{words}</p>
                    {description.map(|text| view! { <Paragraphs text=text/> })}
                </div>
                {beside(tools, &row)}
            </li>
        })
    });
    view! { <ul class="nobullet-list listed-rows">{rows.collect_view()}</ul> }
}

/// `Mellem Jobcenter og Misbrugscenter: mail`.
fn channel_words(locale: Locale, form: &ChannelForm) -> String {
    let names: Vec<String> = form.between.iter().map(|one| one.name.clone()).collect();
    match names.as_slice() {
        [] => form.kind.clone(),
        [one] => td_string!(locale, register.channel_with, name = one.clone(), kind = form.kind.clone()),
        _ => {
            let names = and_list(locale, &names);
            td_string!(locale, register.channel_between, names = names, kind = form.kind.clone())
        }
    }
}

/// Pathways: each drawn, with the same as text.
#[component]
pub(super) fn Pathways(rows: Vec<Row>, level: u8, tools: Option<Tools>) -> impl IntoView {
    let lang = danish();
    let rows = rows.into_iter().filter_map(|row| {
        let RegisterForm::Pathway(form) = &row.form else { return None };
        let (name, description) = (form.name.clone(), form.description.clone());
        let flow = Flow::of_form(form, |actor| row.address_of(actor));
        let title = view! { <span lang=lang>{name.clone()}</span> }.into_any();
        Some(view! {
            <article class="register-wide">
                {heading(level, "h5", title)}
                {description.map(|text| view! { <Paragraphs text=text/> })}
                <PathwayFlow name=name flow=flow level=level + 1/>
                {beside(tools, &row)}
            </article>
        })
    });
    rows.collect_view()
}

/// Something with a name and what is known of it.
#[component]
pub(super) fn Things(rows: Vec<Row>, level: u8, tools: Option<Tools>) -> impl IntoView {
    let lang = danish();
    let rows = rows.into_iter().map(|row| {
        let (name, description, facts) = thing(&row);
        let name = view! { <span lang=lang>{name}</span> }.into_any();
        let facts: Vec<AnyView> = facts
            .into_iter()
            .map(|(label, fact)| view! { <dt>{label}</dt> <dd>{fact}</dd> }.into_any())
            .collect();
        let facts = (!facts.is_empty()).then(|| view! { <dl class="register-facts">{facts}</dl> });
        view! {
            <article class="register-card">
                {heading(level, "h5", name)}
                {description.map(|text| view! { <Paragraphs text=text/> })}
                {facts}
                {beside(tools, &row)}
            </article>
        }
    });
    view! { <div class="register-cards">{rows.collect_view()}</div> }
}

/// Name, description, and facts with their labels.
fn thing(row: &Row) -> (String, Option<String>, Vec<(Text, AnyView)>) {
    let lang = danish();
    let told = |label: Text, fact: &Option<String>| -> Option<(Text, AnyView)> {
        let fact = fact.clone()?;
        Some((label, view! { <span lang=lang>{fact}</span> }.into_any()))
    };
    match &row.form {
        RegisterForm::Outreach(form) => {
            let anchoring = form.anchoring.as_ref().map(|one| (text!(register.anchoring), party(row, one)));
            (form.name.clone(), Some(form.what.clone()), anchoring.into_iter().collect())
        }
        RegisterForm::CitizenPlan(form) => {
            let facts = [
                told(text!(register.plan_holder), &form.holder),
                told(text!(register.kept_at), &form.kept_at),
                told(text!(register.access), &form.access),
                told(text!(register.coordinated), &form.coordinated),
                told(text!(register.citizen_involved), &form.citizen_involved),
            ];
            (form.name.clone(), None, facts.into_iter().flatten().collect())
        }
        RegisterForm::Tool(form) => {
            let link = form.link.clone().map(|address| {
                let link = view! { <OutsideLink href=address.clone() label=address/> }.into_any();
                (text!(register.link), link)
            });
            let users = told(text!(register.users), &form.users);
            (form.name.clone(), form.description.clone(), users.into_iter().chain(link).collect())
        }
        RegisterForm::Dissemination(form) => {
            let audience = told(text!(register.audience), &form.audience);
            (form.channel.clone(), form.description.clone(), audience.into_iter().collect())
        }
        _ => (row.title.clone(), None, Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::registers::queries::{Level, PartnerForm, PartyForm, Register};

    fn named(name: &str) -> PartyForm {
        PartyForm { organisation_id: None, name: name.to_owned() }
    }

    #[test]
    fn a_channel_is_a_sentence() {
        let channel = |names: &[&str]| ChannelForm {
            level: Level::Municipal,
            kind: "mail".into(),
            between: names.iter().map(|name| named(name)).collect(),
            description: None,
        };
        assert_eq!(channel_words(Locale::da, &channel(&["A", "B", "C"])), "Mellem A, B og C: mail");
        assert_eq!(channel_words(Locale::da, &channel(&["A"])), "Med A: mail");
        assert_eq!(channel_words(Locale::da, &channel(&[])), "mail");
    }

    #[test]
    fn who_has_no_branch_comes_last() {
        let row = |name: &str, branch: Option<&str>| Row {
            id: cynic::Id::new(name),
            register: Register::Partner,
            title: name.into(),
            form: RegisterForm::Partner(Box::new(PartnerForm {
                party: named(name),
                branch: branch.map(str::to_owned),
                role: None,
            })),
            organisations: Vec::new(),
            services: Vec::new(),
        };
        let rows =
            vec![row("a", None), row("b", Some("Social")), row("c", Some("Job")), row("d", Some("Social"))];
        let groups = grouped(rows);
        let names: Vec<&str> = groups.iter().map(|(branch, _)| branch.as_str()).collect();
        assert_eq!(names, ["Social", "Job", ""]);
        assert_eq!(groups[0].1.len(), 2);
    }
}
