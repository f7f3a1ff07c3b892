//! The forms of what services stand under, and of the municipality's own words.

use crate::editing::fields::{Field, Kind, Section, words};

/// What a theme's form holds.
pub(crate) static THEME: &[Section] = &[Section {
    heading: words!(editing.section_theme),
    fields: &[
        NAME,
        NAME_EN,
        Field::prose("description", words!(editing.theme_description))
            .hint(words!(editing.theme_description_hint)),
        Field::new("icon", words!(editing.theme_icon), Kind::OneOf(PICTURES)),
    ],
}];

/// What a target group's form holds.
pub(crate) static TARGET_GROUP: &[Section] =
    &[Section { heading: words!(editing.section_target_group), fields: &[NAME, NAME_EN] }];

/// What a concept's form holds.
pub(crate) static CONCEPT: &[Section] = &[Section {
    heading: words!(editing.section_concept),
    fields: &[
        Field::line("label", words!(editing.concept_label))
            .required()
            .hint(words!(editing.concept_label_hint))
            .mend(words!(editing.concept_label_mend)),
        Field::new("lay", words!(editing.concept_lay), Kind::Lines)
            .hint(words!(editing.concept_lay_hint))
            .mend(words!(editing.concept_words_mend)),
        Field::new("official", words!(editing.concept_official), Kind::Lines)
            .hint(words!(editing.concept_official_hint))
            .mend(words!(editing.concept_words_mend)),
    ],
}];

const NAME: Field = Field::line("name", words!(editing.name)).required();
const NAME_EN: Field =
    Field::line("nameEn", words!(editing.name_en)).required().hint(words!(editing.name_en_hint));

/// The pictures that the app has, by key.
const PICTURES: &[(&str, crate::editing::fields::Words)] = &[
    ("organisation", words!(editing.picture_organisation)),
    ("health", words!(editing.picture_health)),
    ("housing", words!(editing.picture_housing)),
    ("work", words!(editing.picture_work)),
    ("community", words!(editing.picture_community)),
    ("counselling", words!(editing.picture_counselling)),
    ("dialogue", words!(editing.picture_dialogue)),
    ("substance", words!(editing.picture_substance)),
    ("rehabilitation", words!(editing.picture_rehabilitation)),
    ("mobility", words!(editing.picture_mobility)),
    ("children", words!(editing.picture_children)),
    ("crisis", words!(editing.picture_crisis)),
];
