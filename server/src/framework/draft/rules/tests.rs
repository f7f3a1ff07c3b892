use chrono::DateTime;
use entity::framework::values::Section;
use entity::ids::{FrameworkId, MunicipalityId};
use serde_json::json;
use uuid::Uuid;

use super::*;
use crate::framework::content::{RowContent, SectionContent};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn set(approvals_needed: i32, interval_months: i32, due_on: Option<&str>) -> Settings {
    Settings { approvals_needed, interval_months, due_on: due_on.map(day), next_update_by: None }
}

fn fields(refusals: &[Refusal]) -> Vec<&str> {
    refusals.iter().map(|refusal| refusal.field.as_str()).collect()
}

#[test]
fn no_more_must_approve_than_there_are_unless_nobody_is_there_yet() {
    assert_eq!(settings(&set(2, 6, None), 2, 0), []);
    assert_eq!(settings(&set(3, 6, None), 0, 0), []);
    assert_eq!(fields(&settings(&set(3, 6, None), 2, 0)), ["approvalsNeeded"]);
    assert_eq!(fields(&settings(&set(0, 0, None), 2, 0)), ["approvalsNeeded", "intervalMonths"]);
    assert_eq!(fields(&settings(&set(21, 25, None), 0, 0)), ["approvalsNeeded", "intervalMonths"]);
}

#[test]
fn once_there_is_an_edition_the_next_is_due_on_a_day() {
    assert_eq!(settings(&set(1, 6, Some("2026-09-01")), 1, 1), []);
    assert_eq!(settings(&set(1, 6, None), 1, 1)[0].code, RefusalCode::Required);
    assert_eq!(fields(&settings(&set(1, 6, Some("0026-09-01")), 1, 1)), ["dueOn"]);
}

#[test]
fn who_is_to_update_it_is_a_name_and_not_a_book() {
    let by = |name: String| Settings { next_update_by: Some(name), ..set(1, 6, None) };
    assert_eq!(settings(&by("Projektlederen".to_owned()), 1, 0), []);
    assert_eq!(fields(&settings(&by("x".repeat(5_000)), 1, 0)), ["nextUpdateBy"]);
}

#[test]
fn answers_keep_their_beginning_and_lose_nothing_but_empty_space_at_the_end() {
    assert_eq!(answer("    kode\r\n\r\n").unwrap(), "    kode");
    assert_eq!(answer(" \n").unwrap(), "");
    assert_eq!(answer(&"å".repeat(20_000)).unwrap().chars().count(), 20_000);
    assert_eq!(answer(&"å".repeat(20_001)).unwrap_err()[0].code, RefusalCode::TooLong);
    assert_eq!(answer("a\u{0}b").unwrap_err()[0].code, RefusalCode::Invalid);
}

#[test]
fn a_question_of_ones_own_has_a_title_in_one_line() {
    let asked = |title: &str| own_question(Some(title.to_owned()), Some("  ".to_owned()));
    assert_eq!(asked(" Hvem? ").unwrap(), ("Hvem?".to_owned(), None));
    assert_eq!(asked(" ").unwrap_err()[0].code, RefusalCode::Required);
    assert_eq!(asked("a\nb").unwrap_err()[0].code, RefusalCode::Invalid);
}

fn question(number: u128, is_hidden: bool) -> framework_question::Model {
    framework_question::Model {
        id: FrameworkQuestionId(Uuid::from_u128(number)),
        municipality_id: MunicipalityId(Uuid::nil()),
        framework_id: FrameworkId(Uuid::nil()),
        section: Section::Plans,
        key: None,
        title: None,
        guidance: None,
        position: 0,
        is_hidden,
        answer: String::new(),
        answered_at: None,
        answered_by: None,
        revision: 1,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}

#[test]
fn a_question_moves_among_those_that_are_shown_as_it_is() {
    let shown = [question(1, false), question(2, false), question(3, false), question(4, true)];
    let after = |number: u128, to: usize| -> Vec<u128> {
        let id = FrameworkQuestionId(Uuid::from_u128(number));
        moved(&shown, id, to).iter().map(|id| id.0.as_u128()).collect()
    };
    assert_eq!(after(1, 1), [2, 1, 3, 4]);
    assert_eq!(after(3, 0), [3, 1, 2, 4]);
    assert_eq!(after(1, 9), [2, 3, 1, 4]);
    assert_eq!(after(4, 0), [1, 2, 3, 4]);
    assert_eq!(after(7, 0), [1, 2, 3, 4]);
}

fn copied() -> Content {
    let form =
        json!({ "name": "Netværk", "members": [{ "organisationId": "organisation:1", "name": "KFUM" }] });
    let row = RowContent { id: "x".into(), register: Register::Forum, title: "Netværk".into(), form };
    let question = |key: Option<&str>, title: Option<&str>, rows| QuestionContent {
        id: "x".into(),
        key: key.map(str::to_owned),
        title: title.map(str::to_owned),
        guidance: None,
        drawn: None,
        level: None,
        answer: "Svar".into(),
        rows,
    };
    let questions = vec![
        question(None, Some("Egen?"), vec![]),
        question(Some("forums_municipal"), None, vec![row.clone(), row]),
        question(Some("gone"), None, vec![]),
    ];
    let section = SectionContent { section: Section::Organisation, questions };
    Content { sections: vec![section], ..Content::default() }
}

#[test]
fn the_model_begins_with_all_its_questions_unanswered() {
    let questions = questions(None);
    assert_eq!(questions.len(), 27);
    assert!(questions.iter().all(|question| question.answer.is_empty() && question.key.is_some()));
}

#[test]
fn a_copy_has_the_others_questions_and_answers_and_the_rest_of_the_model() {
    let questions = questions(Some(&copied()));
    assert_eq!(questions.len(), 29);
    let own: Vec<&Beginning> = questions.iter().filter(|question| question.key.is_none()).collect();
    let titles: Vec<Option<&str>> = own.iter().map(|question| question.title.as_deref()).collect();
    assert_eq!(titles, [Some("Egen?"), Some("gone")]);
    let of: Vec<&Beginning> =
        questions.iter().filter(|question| question.section == Section::Organisation).collect();
    assert_eq!((of[1].key.as_deref(), of[1].answer.as_str()), (Some("forums_municipal"), "Svar"));
    assert_eq!((of[3].key.as_deref(), of[3].answer.as_str()), (Some("outreach"), ""));
}

#[test]
fn organisations_are_copied_by_name_alone() {
    let rows = rows(&copied());
    let places: Vec<(Register, i32)> = rows.iter().map(|(register, place, _)| (*register, *place)).collect();
    assert_eq!(places, [(Register::Forum, 0), (Register::Forum, 1)]);
    assert_eq!(rows[0].2["members"][0], json!({ "organisationId": null, "name": "KFUM" }));
}

#[test]
fn who_has_a_section_is_reminded_a_week_before_and_on_the_day() {
    let due_on = day("2026-03-20");
    let due = |today: &str| reminder(day(today), due_on);
    assert_eq!(due("2026-03-12"), None);
    assert_eq!(due("2026-03-13"), Some(Reminder::Week));
    assert_eq!(due("2026-03-19"), Some(Reminder::Week));
    assert_eq!(due("2026-03-20"), Some(Reminder::Day));
    // Who could not be reminded then is reminded when they can be.
    assert_eq!(due("2026-04-20"), Some(Reminder::Day));
    // Given four days before, they have just been told.
    let given = day("2026-03-16");
    assert!(!Reminder::Week.is_news(due_on, given) && Reminder::Day.is_news(due_on, given));
    assert!(Reminder::Week.is_news(due_on, day("2026-03-12")) && !Reminder::Day.is_news(due_on, due_on));
}
