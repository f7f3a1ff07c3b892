//! The rows of one register under its name.

use leptos::prelude::*;

use super::agreements::Agreements;
use super::cards::{ByBranch, Channels, Pathways, Things};
use super::figures::{Intake, Population};
use super::forums::Forums;
use super::support::Support;
use crate::framework::registers::queries::{Register, Row};
use crate::language::{Locale, td_string, text_by};

/// What stands beside a row where it may be changed: buttons and links.
pub(crate) type Tools = Callback<Row, AnyView>;

/// What a register is called.
pub(crate) fn register_name(locale: Locale, register: Register) -> &'static str {
    match register {
        Register::PopulationFigure => td_string!(locale, register.population),
        Register::ExpectedIntake => td_string!(locale, register.intake),
        Register::SupportFigure => td_string!(locale, register.support),
        Register::Partner => td_string!(locale, register.partners),
        Register::Outreach => td_string!(locale, register.outreach),
        Register::Forum => td_string!(locale, register.forums),
        Register::Pathway => td_string!(locale, register.pathways),
        Register::Agreement => td_string!(locale, register.agreements),
        Register::CoordinatingFunction => td_string!(locale, register.coordinating),
        Register::Channel => td_string!(locale, register.channels),
        Register::CitizenPlan => td_string!(locale, register.citizen_plans),
        Register::Tool => td_string!(locale, register.tools),
        Register::Dissemination => td_string!(locale, register.dissemination),
    }
}

/// The rows, under a heading with the register's name; nothing where there are none.
#[component]
pub(crate) fn RegisterRows(
    register: Register,
    /// Rows of this register.
    rows: Vec<Row>,
    /// The level of the heading, 2 to 4; what stands below it follows.
    #[prop(default = 3)]
    level: u8,
    /// What stands beside each row.
    #[prop(optional_no_strip)]
    tools: Option<Tools>,
) -> impl IntoView {
    if rows.is_empty() {
        return ().into_any();
    }
    let name = text_by(move |locale| register_name(locale, register).to_owned());
    let below = level + 1;
    let shown = match register {
        Register::PopulationFigure => view! { <Population rows=rows tools=tools/> }.into_any(),
        Register::ExpectedIntake => view! { <Intake rows=rows tools=tools/> }.into_any(),
        Register::SupportFigure => view! { <Support rows=rows tools=tools/> }.into_any(),
        Register::Partner | Register::CoordinatingFunction => {
            view! { <ByBranch rows=rows level=below tools=tools/> }.into_any()
        }
        Register::Forum => view! { <Forums rows=rows level=below tools=tools/> }.into_any(),
        Register::Pathway => view! { <Pathways rows=rows level=below tools=tools/> }.into_any(),
        Register::Agreement => view! { <Agreements rows=rows level=below tools=tools/> }.into_any(),
        Register::Channel => view! { <Channels rows=rows tools=tools/> }.into_any(),
        Register::Outreach | Register::CitizenPlan | Register::Tool | Register::Dissemination => {
            view! { <Things rows=rows level=below tools=tools/> }.into_any()
        }
    };
    view! {
        <div class="register">
            {heading(level, "h4", name.into_any())}
            {shown}
        </div>
    }
    .into_any()
}

/// A heading of a level that looks as `class` says.
pub(in crate::framework::registers) fn heading(level: u8, class: &'static str, words: AnyView) -> AnyView {
    match level {
        0..=2 => view! { <h2 class=class>{words}</h2> }.into_any(),
        3 => view! { <h3 class=class>{words}</h3> }.into_any(),
        4 => view! { <h4 class=class>{words}</h4> }.into_any(),
        5 => view! { <h5 class=class>{words}</h5> }.into_any(),
        _ => view! { <h6 class=class>{words}</h6> }.into_any(),
    }
}

/// What stands beside a row, where something does.
pub(super) fn beside(tools: Option<Tools>, row: &Row) -> AnyView {
    tools.map(|tools| view! { <div class="row-tools">{tools.run(row.clone())}</div> }).into_any()
}
