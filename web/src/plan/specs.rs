//! What the forms of plans, goals and activities hold, as data. The names of the fields are the API's.

use super::queries::reading::PlanKind;
use crate::editing::fields::{Field, Kind, Line, RowWords, Section, Source, words};

/// The form of a plan of a kind. `has_words`: mission, values or vision stand there already, and must not get lost.
pub(super) fn of_plan(kind: PlanKind, has_words: bool) -> &'static [Section] {
    if has_words || kind == PlanKind::Strategy { STRATEGY } else { PLAN }
}

/// The form of a goal; the model has words for some.
pub(super) fn of_goal(is_of_model: bool) -> &'static [Section] {
    if is_of_model { MODEL_GOAL } else { OWN_GOAL }
}

static PLAN: &[Section] = &[ABOUT];

static STRATEGY: &[Section] = &[
    ABOUT,
    Section {
        heading: words!(plan.section_words),
        fields: &[
            Field::prose("mission", words!(plan.mission)).hint(words!(plan.mission_hint)),
            Field::prose("values", words!(plan.values)).hint(words!(plan.values_hint)),
            Field::prose("vision", words!(plan.vision)).hint(words!(plan.vision_hint)),
        ],
    },
];

const ABOUT: Section = Section {
    heading: words!(plan.section_plan),
    fields: &[
        Field::line("title", words!(plan.plan_title)).required().hint(words!(plan.plan_title_hint)),
        Field::new("beginsOn", words!(plan.begins_on), DAY).mend(words!(editing.day_mend)),
        Field::new("endsOn", words!(plan.ends_on), DAY).mend(words!(plan.ends_on_mend)),
        Field::new(
            "visibility",
            words!(plan.visibility),
            Kind::OneOf(&[
                ("PUBLIC", words!(plan.visible_public)),
                ("SIGNED_IN", words!(plan.visible_signed_in)),
            ]),
        ),
    ],
};

static OWN_GOAL: &[Section] = &[
    Section {
        heading: words!(plan.section_goal),
        fields: &[
            Field::line("title", words!(plan.goal_title)).required().hint(words!(plan.goal_title_hint)),
            WHY,
            AIM,
        ],
    },
    SAID,
];

static MODEL_GOAL: &[Section] = &[
    Section {
        heading: words!(plan.section_goal),
        fields: &[
            Field::line("title", words!(plan.goal_title)).hint(words!(plan.model_title_hint)),
            WHY,
            AIM,
        ],
    },
    SAID,
];

const WHY: Field = Field::prose("why", words!(plan.why)).hint(words!(plan.markdown_hint));
const AIM: Field = Field::prose("aim", words!(plan.aim)).hint(words!(plan.aim_hint));
const SAID: Section = Section {
    heading: words!(plan.section_voices),
    fields: &[Field::new(
        "voices",
        words!(plan.voices),
        Kind::Rows(
            &[
                Field::prose("words", words!(plan.voice_words)).required(),
                Field::line("who", words!(plan.voice_who)).required().hint(words!(plan.voice_who_hint)),
            ],
            RowWords { add: words!(plan.voice_add), one: words!(plan.voice_one) },
        ),
    )
    .hint(words!(plan.voices_hint))],
};

/// What an activity's form holds.
pub(super) static ACTIVITY: &[Section] = &[
    Section {
        heading: words!(plan.section_activity),
        fields: &[
            Field::line("title", words!(plan.activity)).required().hint(words!(plan.activity_hint)),
            Field::line("subGoal", words!(plan.sub_goal)).hint(words!(plan.sub_goal_hint)),
        ],
    },
    Section {
        heading: words!(plan.section_who),
        fields: &[
            Field::new("responsiblePersonId", words!(plan.responsible_person), Kind::Pick(Source::People))
                .hint(words!(plan.responsible_person_hint)),
            Field::new(
                "responsibleOrganisationId",
                words!(plan.responsible_organisation),
                Kind::Pick(Source::Organisations),
            )
            .hint(words!(plan.responsible_organisation_hint)),
            Field::line("responsible", words!(plan.responsible_name))
                .hint(words!(plan.responsible_name_hint)),
            Field::line("others", words!(plan.others)).hint(words!(plan.others_hint)),
        ],
    },
    Section {
        heading: words!(plan.section_when),
        fields: &[
            Field::new("startsOn", words!(plan.starts_on), DAY).mend(words!(editing.day_mend)),
            Field::new("dueOn", words!(plan.due_on), DAY).mend(words!(plan.due_on_mend)),
            Field::new("followUpOn", words!(plan.follow_up_on), DAY).hint(words!(plan.follow_up_hint)),
        ],
    },
    Section { heading: words!(plan.section_standing), fields: &[STATUS, DONE_ON, RESULT, NOTES] },
];

/// What whoever is responsible reports.
pub(super) static REPORT: &[Section] =
    &[Section { heading: words!(plan.section_standing), fields: &[STATUS, DONE_ON, RESULT, NOTES] }];

const DAY: Kind = Kind::Line(Line::Day);
const STATUS: Field = Field::new(
    "status",
    words!(plan.status),
    Kind::OneOf(&[
        ("PLANNED", words!(plan.status_planned)),
        ("UNDERWAY", words!(plan.status_underway)),
        ("DONE", words!(plan.status_done)),
        ("DROPPED", words!(plan.status_dropped)),
    ]),
);
const DONE_ON: Field = Field::new("doneOn", words!(plan.done_on), DAY)
    .hint(words!(plan.done_on_hint))
    .mend(words!(plan.done_on_mend));
/// The empty word is no result; `saving` sends none for it.
const RESULT: Field = Field::new(
    "result",
    words!(plan.result),
    Kind::OneOf(&[
        ("", words!(plan.result_none)),
        ("CONTINUES", words!(plan.result_continues)),
        ("ENDS", words!(plan.result_ends)),
        ("NEW", words!(plan.result_new)),
    ]),
)
.hint(words!(plan.result_hint));
const NOTES: Field = Field::prose("notes", words!(plan.notes)).hint(words!(plan.markdown_hint));

#[cfg(test)]
mod tests {
    use crate::editing::fields::tree::{fields, opened, sent, tidied};
    use crate::plan::queries::reading::ActivityStatus;
    use crate::plan::queries::reading::tests::{activity, goal};

    use super::*;

    #[test]
    fn an_activity_that_was_not_touched_is_sent_as_it_was() {
        let form = activity(ActivityStatus::Planned).form();
        let tree = tidied(fields(ACTIVITY), &opened(fields(ACTIVITY), &form));
        let mut sent = sent(fields(ACTIVITY), &tree).unwrap();
        super::super::saving::no_empty_result(&mut sent);
        assert_eq!(sent, form);
    }

    #[test]
    fn a_goal_that_was_not_touched_is_sent_as_it_was() {
        let form = goal(Vec::new()).form();
        let tree = tidied(fields(MODEL_GOAL), &opened(fields(MODEL_GOAL), &form));
        assert_eq!(sent(fields(MODEL_GOAL), &tree).unwrap(), form);
    }
}
