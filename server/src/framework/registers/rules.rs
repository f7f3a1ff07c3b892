//! Where a row of a register stands, and what of it is late. Pure.

use chrono::NaiveDate;
use entity::framework::values::{Level, Register, Section};

use super::forms::{AgreementForm, AgreementStatus, RegisterForm};
use crate::framework::model::{self, ModelQuestion};
use crate::framework::rules::{Reminder, reminder};

/// Most rows of one register.
pub const MOST: u64 = 300;

/// The question that rows of a register and level stand under: that of the level, or the only one that has the register
/// where the rows have no level (a pathway goes across levels and stands with the municipality's forums).
pub fn question_of(register: Register, level: Option<Level>) -> Option<&'static ModelQuestion> {
    model::questions().iter().find(|question| holds(question, register, level))
}

/// Whether a row of this register and level stands under the question.
pub fn holds(question: &ModelQuestion, register: Register, level: Option<Level>) -> bool {
    let of_its_level = level.is_none() || question.level.is_none() || question.level == level;
    question.registers.contains(&register) && of_its_level
}

/// The section that a register belongs to.
pub fn section_of(register: Register) -> Option<Section> {
    let question = model::questions().iter().find(|question| question.registers.contains(&register));
    question.map(|question| question.section)
}

/// Whether an agreement ought to have been looked at by now: it holds, and the day has gone by.
pub fn is_evaluation_overdue(agreement: &AgreementForm, day: NaiveDate) -> bool {
    agreement.status == AgreementStatus::InForce && agreement.evaluate_by.is_some_and(|by| by < day)
}

/// The day by which an agreement that holds is to be evaluated, with the reminder of it that ought to have gone out last as
/// of `day`. On the day itself there is still time.
pub fn evaluation_reminder(agreement: &AgreementForm, day: NaiveDate) -> Option<(NaiveDate, Reminder)> {
    let due_on = agreement.evaluate_by.filter(|_| agreement.status == AgreementStatus::InForce)?;
    let reminder = reminder(day, due_on)?;
    let is_early = matches!(reminder, Reminder::Late(_)) && !is_evaluation_overdue(agreement, day);
    (!is_early).then_some((due_on, reminder))
}

/// Whether a row tells of something that ought to have been done by now.
pub fn is_overdue(form: &RegisterForm, day: NaiveDate) -> bool {
    matches!(form, RegisterForm::Agreement(agreement) if is_evaluation_overdue(agreement, day))
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable;
    use serde_json::json;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn key(register: Register, level: Option<Level>) -> Option<&'static str> {
        question_of(register, level).map(|question| question.key.as_str())
    }

    #[test]
    fn every_register_has_its_question() {
        for register in Register::iter() {
            assert!(section_of(register).is_some(), "{register:?}");
            assert!(question_of(register, None).is_some(), "{register:?}");
        }
    }

    #[test]
    fn rows_stand_under_the_question_of_their_level() {
        assert_eq!(key(Register::Forum, Some(Level::Mixed)), Some("forums_mixed"));
        assert_eq!(key(Register::Agreement, Some(Level::Voluntary)), Some("agreements_voluntary"));
        assert_eq!(key(Register::Channel, Some(Level::Citizen)), Some("channels_citizen"));
        assert_eq!(key(Register::Forum, Some(Level::Citizen)), None);
        assert_eq!(key(Register::Agreement, Some(Level::Citizen)), None);
    }

    #[test]
    fn rows_without_a_level_stand_where_their_register_is() {
        assert_eq!(key(Register::Pathway, None), Some("forums_municipal"));
        assert_eq!(key(Register::Tool, None), Some("tools"));
        assert_eq!(key(Register::ExpectedIntake, None), Some("target_group"));
    }

    fn agreement(status: &str, evaluate_by: Option<&str>) -> AgreementForm {
        let json =
            json!({ "subject": "Børn", "level": "MIXED", "status": status, "evaluateBy": evaluate_by });
        match RegisterForm::read(Register::Agreement, &json).unwrap() {
            RegisterForm::Agreement(form) => form,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_agreement_is_overdue_the_day_after_while_it_is_in_force() {
        let today = day("2026-11-23");
        let is_overdue = |status, by| is_evaluation_overdue(&agreement(status, by), today);
        assert!(is_overdue("IN_FORCE", Some("2026-11-22")));
        assert!(!is_overdue("IN_FORCE", Some("2026-11-23")));
        assert!(!is_overdue("IN_FORCE", None));
        assert!(!is_overdue("ENDED", Some("2020-01-01")) && !is_overdue("PLANNED", Some("2020-01-01")));
    }

    #[test]
    fn an_agreement_is_reminded_of_before_its_day_and_from_the_day_after() {
        let due_on = "2026-11-23";
        let reminder =
            |status, on| evaluation_reminder(&agreement(status, Some(due_on)), day(on)).map(|(_, step)| step);
        assert_eq!(reminder("IN_FORCE", "2026-10-23"), None);
        assert_eq!(reminder("IN_FORCE", "2026-10-24"), Some(Reminder::Month));
        assert_eq!(reminder("IN_FORCE", "2026-11-16"), Some(Reminder::Week));
        assert_eq!(reminder("IN_FORCE", due_on), None);
        assert_eq!(reminder("IN_FORCE", "2026-11-24"), Some(Reminder::Late(0)));
        assert_eq!(reminder("ENDED", "2026-11-24"), None);
    }
}
