//! The forms of what is used together: pathways, plans, tools, ways of getting known.

use super::shared::{DESCRIPTION, NAME, address};
use crate::editing::fields::{Field, Kind, Section, words};
use crate::framework::registers::form::steps::STEPS;

/// The ways from one actor to the next.
pub(super) static PATHWAY: &[Section] = &[
    Section {
        heading: words!(register.section_pathway),
        fields: &[
            Field::line("name", words!(register.f_name))
                .required()
                .hint(words!(register.f_pathway_name_hint)),
            Field::prose("description", words!(register.f_pathway_description)),
        ],
    },
    Section {
        heading: words!(register.section_steps),
        fields: &[Field::new("steps", words!(register.f_steps), Kind::Own(&STEPS))
            .required()
            .hint(words!(register.f_steps_hint))
            .mend(words!(register.f_steps_mend))],
    },
];

/// Plans for and with citizens.
pub(super) static CITIZEN_PLAN: &[Section] = &[
    Section {
        heading: words!(register.section_plan),
        fields: &[
            NAME,
            Field::line("holder", words!(register.f_plan_holder)),
            Field::line("keptAt", words!(register.f_kept_at)),
            Field::line("access", words!(register.f_access)),
        ],
    },
    Section {
        heading: words!(register.section_plan_shared),
        fields: &[
            Field::prose("coordinated", words!(register.f_coordinated)),
            Field::prose("citizenInvolved", words!(register.f_citizen_involved)),
        ],
    },
];

/// Tools and templates.
pub(super) static TOOL: &[Section] = &[Section {
    heading: words!(register.section_tool),
    fields: &[
        NAME,
        Field::prose("description", words!(register.f_tool_description)),
        address("link", words!(register.f_link)),
        Field::line("users", words!(register.f_users)),
    ],
}];

/// How the framework gets known.
pub(super) static DISSEMINATION: &[Section] = &[Section {
    heading: words!(register.section_dissemination),
    fields: &[
        Field::line("channel", words!(register.f_dissemination_channel))
            .required()
            .hint(words!(register.f_dissemination_channel_hint)),
        Field::line("audience", words!(register.f_audience)),
        DESCRIPTION,
    ],
}];
