//! A standing forum with its meetings.

use chrono::NaiveDate;
use entity::framework::values as stored;

use super::{Entry, PartyForm, check_day, check_level};
use crate::directory::Directory;
use crate::forms::{Problems, TEXT, forms};
use crate::framework::values::Level;

/// Most planned meetings: some years of one a week.
const MEETINGS: usize = 260;

forms! {
    /// A day on which a forum is to meet.
    PlannedMeetingForm as "PlannedMeetingFormInput" {
        /// Which day.
        date: NaiveDate,
        /// What about, or where.
        note: Option<String>,
    }

    /// A standing forum.
    ForumForm as "ForumFormInput" {
        /// What it is called.
        name: String,
        /// Who meets in it: not `CITIZEN`.
        level: Level,
        /// What it is for.
        purpose: String,
        /// Who takes part.
        #[serde(default)]
        members: Vec<PartyForm>,
        /// Who leads it.
        chair: Option<String>,
        /// How often it meets, in words.
        rhythm: Option<String>,
        /// How often it meets in a year.
        meetings_per_year: Option<i32>,
        /// The meetings that have been planned.
        #[serde(default)]
        meetings: Vec<PlannedMeetingForm>,
    }
}

impl Entry for ForumForm {
    fn title(&self) -> String {
        self.name.clone()
    }

    fn level(&self) -> Option<stored::Level> {
        Some(self.level.into())
    }

    fn parties(&self) -> Vec<&PartyForm> {
        self.members.iter().collect()
    }

    fn parties_mut(&mut self) -> Vec<&mut PartyForm> {
        self.members.iter_mut().collect()
    }

    fn check(&self, directory: &Directory, problems: &mut Problems) {
        problems.name("name", &self.name);
        check_level(stored::Register::Forum, self.level, problems);
        problems.required("purpose", &self.purpose, TEXT);
        PartyForm::check_all(&self.members, "members", directory, problems);
        problems.words("chair", self.chair.as_deref());
        problems.words("rhythm", self.rhythm.as_deref());
        let often = self.meetings_per_year.is_none_or(|times| (1..=366).contains(&times));
        problems.holds(often, "meetingsPerYear", "From once a year to every day: 1 to 366.");
        problems.each_up_to(MEETINGS, "meetings", &self.meetings, |meeting, problems| {
            check_day("date", Some(meeting.date), problems);
            problems.words("note", meeting.note.as_deref());
        });
        for (at, meeting) in self.meetings.iter().enumerate() {
            let is_first = self.meetings[..at].iter().all(|earlier| earlier.date != meeting.date);
            problems.holds(
                is_first,
                &format!("meetings.{at}.date"),
                "There is a meeting on this day already.",
            );
        }
    }
}
