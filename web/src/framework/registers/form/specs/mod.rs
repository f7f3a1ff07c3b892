//! What the form of each register holds, as data. The names of the fields are the API's.

mod figures;
mod shared;
mod things;
mod together;

pub(super) use shared::{day, party};

use crate::editing::fields::{Section, Source};
use crate::framework::registers::queries::Register;
use crate::language::{Locale, td_string};

/// The form of a register.
pub(crate) fn sections(register: Register) -> &'static [Section] {
    match register {
        Register::PopulationFigure => figures::POPULATION,
        Register::ExpectedIntake => figures::INTAKE,
        Register::SupportFigure => figures::SUPPORT,
        Register::Partner => together::PARTNER,
        Register::Outreach => together::OUTREACH,
        Register::Forum => together::FORUM,
        Register::Pathway => things::PATHWAY,
        Register::Agreement => together::AGREEMENT,
        Register::CoordinatingFunction => together::COORDINATING,
        Register::Channel => together::CHANNEL,
        Register::CitizenPlan => things::CITIZEN_PLAN,
        Register::Tool => things::TOOL,
        Register::Dissemination => things::DISSEMINATION,
    }
}

/// What can be chosen in it.
pub(crate) fn sources(register: Register) -> &'static [Source] {
    match register {
        Register::Partner
        | Register::Outreach
        | Register::Forum
        | Register::Pathway
        | Register::Agreement
        | Register::Channel => &[Source::Organisations],
        _ => &[],
    }
}

/// What the form of a new row is called.
pub(crate) fn heading_of_new(locale: Locale, register: Register) -> &'static str {
    match register {
        Register::PopulationFigure => td_string!(locale, register.new_population),
        Register::ExpectedIntake => td_string!(locale, register.new_intake),
        Register::SupportFigure => td_string!(locale, register.new_support),
        Register::Partner => td_string!(locale, register.new_partner),
        Register::Outreach => td_string!(locale, register.new_outreach),
        Register::Forum => td_string!(locale, register.new_forum),
        Register::Pathway => td_string!(locale, register.new_pathway),
        Register::Agreement => td_string!(locale, register.new_agreement),
        Register::CoordinatingFunction => td_string!(locale, register.new_coordinating),
        Register::Channel => td_string!(locale, register.new_channel),
        Register::CitizenPlan => td_string!(locale, register.new_citizen_plan),
        Register::Tool => td_string!(locale, register.new_tool),
        Register::Dissemination => td_string!(locale, register.new_dissemination),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::editing::fields::tree::{fields, opened, sent, tidied};
    use crate::editing::queries::forms::as_json;
    use crate::framework::registers::queries::*;

    /// What was read and not touched must be sent as it was.
    fn round_trip(register: Register, form: &impl serde::Serialize) -> (Value, Value) {
        let form = as_json(form);
        let all = || fields(sections(register));
        let tree = tidied(all(), &opened(all(), &form));
        (sent(all(), &tree).unwrap_or_default(), form)
    }

    fn jobcenter() -> PartyForm {
        PartyForm { organisation_id: Some(cynic::Id::new("organisation:1")), name: "Jobcenter".into() }
    }

    #[test]
    fn a_forum_is_sent_as_it_was_read() {
        let form = ForumForm {
            name: "Netværksgruppen".into(),
            level: Level::Mixed,
            purpose: "At kende hinanden".into(),
            members: vec![jobcenter(), PartyForm { organisation_id: None, name: "Politiet".into() }],
            chair: None,
            rhythm: Some("otte gange om året".into()),
            meetings_per_year: Some(8),
            meetings: vec![],
        };
        let (sent, read) = round_trip(Register::Forum, &form);
        assert_eq!(sent, read);
    }

    #[test]
    fn a_pathway_is_sent_as_it_was_read() {
        let step = |key: &str, next: Vec<PathwayBranchForm>| PathwayStepForm {
            key: key.into(),
            text: "Noget sker".into(),
            actor: Some(jobcenter()),
            channel: Some("mail".into()),
            within: None,
            next,
        };
        let branch = |to: &str| PathwayBranchForm { condition: Some("akut".into()), to: to.into() };
        let form = PathwayForm {
            name: "Ny i kommunen".into(),
            description: None,
            steps: vec![step("a", vec![branch("b"), branch("a")]), step("b", vec![])],
        };
        let (sent, read) = round_trip(Register::Pathway, &form);
        assert_eq!(sent, read);
    }

    #[test]
    fn a_figure_is_sent_as_it_was_read() {
        let form = SupportFigureForm {
            paragraph: Some("§ 99".into()),
            service_type: "Støtte- og kontaktperson".into(),
            amount: 12.5,
            amount_to: None,
            unit: "borgere".into(),
            period: "2013".into(),
            source: None,
        };
        let (sent, read) = round_trip(Register::SupportFigure, &form);
        assert_eq!(sent, read);
        assert_eq!(sent["number"], json!(12.5));
    }

    #[test]
    fn a_step_that_nobody_filled_in_is_not_sent() {
        let tree = json!({
            "name": "Vej", "description": "",
            "steps": [{ "key": "trin-1", "text": "  ", "actor": { "organisationId": "", "name": "" },
                "channel": "", "within": "", "next": [{ "condition": "", "to": "" }] }],
        });
        let tidy = tidied(fields(things::PATHWAY), &tree);
        assert_eq!(tidy["steps"], json!([]));
    }

    #[test]
    fn every_register_has_a_form() {
        for register in Register::ALL {
            assert!(fields(sections(register)).any(|field| field.is_required), "{register:?}");
        }
    }
}
