//! The fields that entries of several kinds share: numbers, addresses, places, hours.

use crate::editing::fields::{Field, Kind, Line, RowWords, words};

/// Phone numbers.
pub(super) const PHONES: Field = Field::new(
    "phones",
    words!(editing.phones),
    Kind::Rows(
        &[
            Field::new("number", words!(editing.phone_number), Kind::Line(Line::Phone))
                .required()
                .hint(words!(editing.phone_number_hint))
                .mend(words!(editing.phone_number_mend)),
            Field::new(
                "kind",
                words!(editing.phone_kind),
                Kind::OneOf(&[
                    ("VOICE", words!(editing.phone_voice)),
                    ("SMS", words!(editing.phone_sms)),
                    ("FAX", words!(editing.phone_fax)),
                ]),
            ),
            Field::line("description", words!(editing.reach_description))
                .hint(words!(editing.reach_description_hint)),
        ],
        RowWords { add: words!(editing.phone_add), one: words!(editing.phone_one) },
    ),
);

/// E-mail addresses.
pub(super) const EMAILS: Field = Field::new(
    "emails",
    words!(editing.emails),
    Kind::Rows(
        &[
            Field::new("address", words!(editing.email_address), Kind::Line(Line::Email))
                .required()
                .mend(words!(editing.email_address_mend)),
            Field::line("description", words!(editing.reach_description)),
        ],
        RowWords { add: words!(editing.email_add), one: words!(editing.email_one) },
    ),
);

/// Web addresses.
pub(super) const LINKS: Field = Field::new(
    "links",
    words!(editing.links),
    Kind::Rows(
        &[
            Field::new("url", words!(editing.link_url), Kind::Line(Line::Address))
                .required()
                .hint(words!(editing.link_url_hint))
                .mend(words!(editing.link_url_mend)),
            Field::line("label", words!(editing.link_label)),
        ],
        RowWords { add: words!(editing.link_add), one: words!(editing.link_one) },
    ),
);

/// A place.
pub(super) const LOCATION: &[Field] = &[
    Field::line("name", words!(editing.location_name)).hint(words!(editing.location_name_hint)),
    Field::line("address1", words!(editing.location_address)).required(),
    Field::new("postalCode", words!(editing.location_postcode), Kind::Line(Line::Digits))
        .mend(words!(editing.location_postcode_mend)),
    Field::line("city", words!(editing.location_city)).mend(words!(editing.location_city_mend)),
];

const WEEKDAYS: Kind = Kind::AnyOf(&[
    ("MONDAY", words!(editing.monday)),
    ("TUESDAY", words!(editing.tuesday)),
    ("WEDNESDAY", words!(editing.wednesday)),
    ("THURSDAY", words!(editing.thursday)),
    ("FRIDAY", words!(editing.friday)),
    ("SATURDAY", words!(editing.saturday)),
    ("SUNDAY", words!(editing.sunday)),
]);

const OPENS: Field = Field::new("opensAt", words!(editing.hours_opens), Kind::Line(Line::Clock))
    .mend(words!(editing.hours_mend));
const CLOSES: Field = Field::new("closesAt", words!(editing.hours_closes), Kind::Line(Line::Clock))
    .mend(words!(editing.hours_mend));
const FROM: Field =
    Field::new("validFrom", words!(editing.hours_from), Kind::Line(Line::Day)).mend(words!(editing.day_mend));
const TO: Field =
    Field::new("validTo", words!(editing.hours_to), Kind::Line(Line::Day)).mend(words!(editing.day_mend));

/// Hours that come again each week.
pub(super) const SCHEDULES: Field = Field::new(
    "schedules",
    words!(editing.schedules),
    Kind::Rows(
        &[
            Field::new("byday", words!(editing.hours_days), WEEKDAYS).mend(words!(editing.hours_days_mend)),
            OPENS,
            CLOSES,
            Field::new(
                "weeks",
                words!(editing.hours_weeks),
                Kind::OneOf(&[
                    ("EVERY", words!(editing.weeks_every)),
                    ("ODD", words!(editing.weeks_odd)),
                    ("EVEN", words!(editing.weeks_even)),
                ]),
            ),
            FROM,
            TO,
            Field::line("description", words!(editing.hours_description))
                .hint(words!(editing.hours_description_hint)),
        ],
        RowWords { add: words!(editing.schedule_add), one: words!(editing.schedule_one) },
    ),
);

/// Days that differ.
pub(super) const EXCEPTIONS: Field = Field::new(
    "scheduleExceptions",
    words!(editing.exceptions),
    Kind::Rows(
        &[
            FROM.required(),
            TO.required(),
            Field::new("closed", words!(editing.exception_closed), Kind::Flag),
            OPENS,
            CLOSES,
            Field::line("description", words!(editing.exception_why)),
        ],
        RowWords { add: words!(editing.exception_add), one: words!(editing.exception_one) },
    ),
);

/// Other names.
pub(super) const OTHER_NAMES: Field = Field::new("alternateNames", words!(editing.other_names), Kind::Lines)
    .hint(words!(editing.other_names_hint));

/// What is uncertain.
pub(super) const SOURCE_NOTE: Field =
    Field::prose("sourceNote", words!(editing.source_note)).hint(words!(editing.source_note_hint));
