//! Where the writing of one answer stands: what is typed, what the server has, what is under way, and what to do when
//! somebody else was faster. Pure; who sends and when is [`super::answer`]'s.

use crate::api::{Failure, UserErrorCode};

/// An answer being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Writing {
    /// As it stands in the field.
    pub(super) typed: String,
    /// As the server has it, as far as is known.
    base: String,
    /// The revision of that.
    revision: i32,
    step: Step,
}

/// What is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    AtRest,
    Sending(String),
    Refused(Refusal),
    Conflict(Theirs),
}

/// Why it could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// There is no connection; it is tried again by itself.
    Unreachable,
    /// Signed out, or not allowed.
    NotAllowed,
    /// The server stumbled.
    Broken,
    /// It is longer than fits.
    TooLong,
    /// The framework lies before the steering group.
    Locked,
    /// The question is not there any more.
    Gone,
}

impl Refusal {
    /// Why there was no answer.
    pub(super) fn of_failure(failure: &Failure) -> Self {
        match failure {
            Failure::Unreachable => Self::Unreachable,
            Failure::Refused { .. } => Self::NotAllowed,
            Failure::Unavailable { .. } | Failure::Unreadable { .. } => Self::Broken,
        }
    }

    /// What was wrong with it.
    pub(super) fn of_code(code: UserErrorCode) -> Self {
        match code {
            UserErrorCode::TooLong => Self::TooLong,
            UserErrorCode::InUse => Self::Locked,
            UserErrorCode::NotFound => Self::Gone,
            _ => Self::Broken,
        }
    }
}

/// What somebody else saved meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Theirs {
    /// Their answer.
    pub(super) text: String,
    /// Its revision.
    pub(super) revision: i32,
    /// Who it was.
    pub(super) by: Option<String>,
}

/// What came of sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is saved, with this revision.
    Saved(i32),
    /// Somebody else was faster.
    Stale(Theirs),
    /// It is not saved.
    Refused(Refusal),
}

/// Where it stands, to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// What is typed is what the server has.
    Saved,
    /// It waits to be sent.
    Unsaved,
    /// It is on its way.
    Sending,
    /// It could not be saved.
    Refused(Refusal),
    /// Two versions wait for a choice.
    Conflict,
}

impl Writing {
    /// An answer as the server has it.
    pub(super) fn begin(text: String, revision: i32) -> Self {
        Self { typed: text.clone(), base: text, revision, step: Step::AtRest }
    }

    /// The same, with what was typed earlier and never saved, on the answer `base`.
    pub(super) fn resume(mut self, mine: String, base: &str) -> Self {
        if !is_same(&mine, &self.base) && !is_same(base, &self.base) {
            let theirs = Theirs { text: self.base.clone(), revision: self.revision, by: None };
            self.step = Step::Conflict(theirs);
        }
        self.typed = mine;
        self
    }

    /// What the server has, as far as is known, and its revision.
    pub(super) fn known(&self) -> (&str, i32) {
        (&self.base, self.revision)
    }

    /// Whether something is typed that the server doesn't have.
    pub(super) fn is_unsaved(&self) -> bool {
        !is_same(&self.typed, &self.base)
    }

    /// Where it stands.
    pub(super) fn standing(&self) -> Standing {
        match &self.step {
            Step::Sending(_) => Standing::Sending,
            Step::Conflict(_) => Standing::Conflict,
            Step::Refused(why) if self.is_unsaved() => Standing::Refused(*why),
            _ if self.is_unsaved() => Standing::Unsaved,
            _ => Standing::Saved,
        }
    }

    /// The other version, where a choice is waited for.
    pub(super) fn theirs(&self) -> Option<&Theirs> {
        match &self.step {
            Step::Conflict(theirs) => Some(theirs),
            _ => None,
        }
    }

    /// What is to be sent now, if anything; it is then on its way.
    pub(super) fn next_to_send(&mut self) -> Option<(String, i32)> {
        let is_ready = matches!(self.step, Step::AtRest | Step::Refused(_)) && self.is_unsaved();
        is_ready.then(|| {
            self.step = Step::Sending(self.typed.clone());
            (self.typed.clone(), self.revision)
        })
    }

    /// Takes what came of sending; says whether there is more to send at once.
    pub(super) fn told(&mut self, outcome: Outcome) -> bool {
        let Step::Sending(sent) = std::mem::replace(&mut self.step, Step::AtRest) else { return false };
        match outcome {
            Outcome::Saved(revision) => {
                self.base = sent;
                self.revision = revision;
                self.is_unsaved()
            }
            // Only the question was changed, not its answer; or the other wrote the same.
            Outcome::Stale(theirs)
                if is_same(&theirs.text, &self.base) || is_same(&theirs.text, &self.typed) =>
            {
                // The very same revision would be refused again, and again.
                let is_newer = theirs.revision != self.revision;
                self.base = theirs.text;
                self.revision = theirs.revision;
                is_newer && self.is_unsaved()
            }
            Outcome::Stale(theirs) => {
                self.step = Step::Conflict(theirs);
                false
            }
            Outcome::Refused(why) => {
                self.step = Step::Refused(why);
                false
            }
        }
    }

    /// Takes what the server has now, as somebody looked again.
    pub(super) fn arrived(&mut self, theirs: Theirs) {
        if theirs.revision <= self.revision || matches!(self.step, Step::Sending(_)) {
            return;
        }
        if let Step::Conflict(other) = &mut self.step {
            if theirs.revision > other.revision {
                *other = theirs;
            }
        } else if !self.is_unsaved() {
            self.typed.clone_from(&theirs.text);
            self.base = theirs.text;
            self.revision = theirs.revision;
        } else if is_same(&theirs.text, &self.base) {
            self.revision = theirs.revision;
        }
        // What else there is, is told when mine is saved; then both are shown.
    }

    /// Chooses what is to hold, having seen this version of the other's; it is then to be sent, unless it is what the
    /// other wrote. Where they have written on since, the server says so, and both are shown again.
    pub(super) fn resolve(&mut self, text: String, seen: Theirs) {
        self.step = Step::AtRest;
        self.base = seen.text;
        self.revision = seen.revision;
        self.typed = text;
    }
}

/// Whether two texts say the same: the server keeps no blanks around them.
fn is_same(one: &str, other: &str) -> bool {
    one.trim() == other.trim()
}

/// Both versions in one: what they share stands once, what differs stands twice, mine first. No line is lost.
pub(super) fn together(mine: &str, theirs: &str) -> String {
    let (mine, theirs): (Vec<&str>, Vec<&str>) = (mine.lines().collect(), theirs.lines().collect());
    let start = mine.iter().zip(&theirs).take_while(|(one, other)| one == other).count();
    let (mine_rest, theirs_rest) = (&mine[start..], &theirs[start..]);
    let end =
        mine_rest.iter().rev().zip(theirs_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let (mine_own, theirs_own) =
        (&mine_rest[..mine_rest.len() - end], &theirs_rest[..theirs_rest.len() - end]);
    let mut all: Vec<&str> = mine[..start].to_vec();
    all.extend(mine_own);
    if !mine_own.is_empty() && !theirs_own.is_empty() {
        all.push("");
    }
    all.extend(theirs_own);
    all.extend(&mine_rest[mine_rest.len() - end..]);
    all.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theirs(text: &str, revision: i32) -> Theirs {
        Theirs { text: text.into(), revision, by: Some("Bo".into()) }
    }

    fn typed(text: &str) -> Writing {
        Writing { typed: text.into(), ..Writing::begin("a".into(), 1) }
    }

    #[test]
    fn what_is_typed_is_sent_once_and_then_saved() {
        let mut writing = typed("ab");
        assert_eq!(writing.standing(), Standing::Unsaved);
        assert_eq!(writing.next_to_send(), Some(("ab".into(), 1)));
        assert_eq!(writing.next_to_send(), None);
        assert_eq!(writing.standing(), Standing::Sending);
        assert!(!writing.told(Outcome::Saved(2)));
        assert_eq!(writing.standing(), Standing::Saved);
        assert_eq!(writing.next_to_send(), None);
    }

    #[test]
    fn a_blank_at_the_end_is_nothing_to_save() {
        assert_eq!(typed("a \n").standing(), Standing::Saved);
    }

    #[test]
    fn what_is_typed_meanwhile_is_sent_after() {
        let mut writing = typed("ab");
        writing.next_to_send();
        writing.typed = "abc".into();
        assert!(writing.told(Outcome::Saved(2)));
        assert_eq!(writing.next_to_send(), Some(("abc".into(), 2)));
    }

    #[test]
    fn what_was_refused_stays_and_can_be_sent_again() {
        let mut writing = typed("ab");
        writing.next_to_send();
        assert!(!writing.told(Outcome::Refused(Refusal::Unreachable)));
        assert_eq!(writing.standing(), Standing::Refused(Refusal::Unreachable));
        assert_eq!(writing.typed, "ab");
        assert_eq!(writing.next_to_send(), Some(("ab".into(), 1)));
    }

    #[test]
    fn both_versions_wait_for_a_choice() {
        let mut writing = typed("ab");
        writing.next_to_send();
        assert!(!writing.told(Outcome::Stale(theirs("ac", 2))));
        assert_eq!(writing.standing(), Standing::Conflict);
        assert_eq!(writing.next_to_send(), None);
        assert_eq!((writing.typed.as_str(), writing.theirs()), ("ab", Some(&theirs("ac", 2))));

        let mut mine = writing.clone();
        mine.resolve("ab".into(), theirs("ac", 2));
        assert_eq!(mine.next_to_send(), Some(("ab".into(), 2)));

        writing.resolve("ac".into(), theirs("ac", 2));
        assert_eq!(writing.standing(), Standing::Saved);
    }

    #[test]
    fn who_writes_on_while_both_are_put_together_is_not_overwritten() {
        let mut writing = typed("ab");
        writing.next_to_send();
        writing.told(Outcome::Stale(theirs("ac", 2)));
        let seen = writing.theirs().cloned().unwrap();
        writing.arrived(theirs("acd", 3));
        writing.resolve("ab ac".into(), seen);
        assert_eq!(writing.next_to_send(), Some(("ab ac".into(), 2)), "the revision that was seen");
        assert!(!writing.told(Outcome::Stale(theirs("acd", 3))));
        assert_eq!((writing.typed.as_str(), writing.theirs()), ("ab ac", Some(&theirs("acd", 3))));
    }

    #[test]
    fn the_same_words_are_no_conflict() {
        let mut writing = typed("ab");
        writing.next_to_send();
        assert!(!writing.told(Outcome::Stale(theirs("ab", 3))));
        assert_eq!(writing.standing(), Standing::Saved);
    }

    #[test]
    fn a_question_that_was_moved_takes_nothing_away() {
        let mut writing = typed("ab");
        writing.next_to_send();
        assert!(writing.told(Outcome::Stale(theirs("a", 2))));
        assert_eq!(writing.next_to_send(), Some(("ab".into(), 2)));
        assert!(!writing.told(Outcome::Stale(theirs("a", 2))), "not for ever");
    }

    #[test]
    fn what_others_save_is_shown_to_who_has_not_typed() {
        let mut writing = Writing::begin("a".into(), 1);
        writing.arrived(theirs("b", 2));
        assert_eq!((writing.typed.as_str(), writing.standing()), ("b", Standing::Saved));
        writing.arrived(theirs("a", 1));
        assert_eq!(writing.typed, "b", "an old answer comes late");

        let mut writing = typed("ab");
        writing.arrived(theirs("c", 2));
        assert_eq!((writing.typed.as_str(), writing.known()), ("ab", ("a", 1)));
    }

    #[test]
    fn what_was_left_is_taken_up_again() {
        let same = Writing::begin("a".into(), 2).resume("ab".into(), "a");
        assert_eq!(same.standing(), Standing::Unsaved);
        let other = Writing::begin("b".into(), 2).resume("ab".into(), "a");
        assert_eq!(other.standing(), Standing::Conflict);
        let saved = Writing::begin("ab".into(), 2).resume("ab".into(), "a");
        assert_eq!(saved.standing(), Standing::Saved);
    }

    #[test]
    fn together_no_line_is_lost() {
        assert_eq!(together("a\nmit\nz", "a\ndit\nz"), "a\nmit\n\ndit\nz");
        assert_eq!(together("a\nb", "a\nb\nc"), "a\nb\nc");
        assert_eq!(together("", "dit"), "dit");
        assert_eq!(together("a\na", "a"), "a\na");
    }
}
