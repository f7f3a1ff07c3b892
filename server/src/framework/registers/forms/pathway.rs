//! A hand-over route between actors: steps, each with the ways that go on from it.

use std::collections::{HashMap, HashSet};

use super::{Entry, PartyForm};
use crate::directory::Directory;
use crate::error::RefusalCode;
use crate::forms::{Problems, TEXT, forms};

/// Most steps of a pathway.
const STEPS: usize = 60;
/// Most ways that go on from a step.
const BRANCHES: usize = 20;
/// Longest key of a step, in characters.
const KEY: usize = 80;

forms! {
    /// A way that goes on from a step.
    PathwayBranchForm as "PathwayBranchFormInput" {
        /// When it is taken; null where it always is.
        condition: Option<String>,
        /// Key of the step it leads to, which may be an earlier one.
        to: String,
    }

    /// A step of a pathway.
    PathwayStepForm as "PathwayStepFormInput" {
        /// Its name within the pathway, unique there.
        key: String,
        /// What happens.
        text: String,
        /// Who acts.
        actor: Option<PartyForm>,
        /// By what channel.
        channel: Option<String>,
        /// Within what time.
        within: Option<String>,
        /// How it goes on; empty where the way ends.
        #[serde(default)]
        next: Vec<PathwayBranchForm>,
    }

    /// A hand-over route between actors.
    PathwayForm as "PathwayFormInput" {
        /// What it is called.
        name: String,
        /// When it is taken, and for whom.
        description: Option<String>,
        /// The steps, the first of which begins it: at most 60, each with at most 20 ways on.
        #[serde(default)]
        steps: Vec<PathwayStepForm>,
    }
}

impl Entry for PathwayForm {
    fn title(&self) -> String {
        self.name.clone()
    }

    fn parties(&self) -> Vec<&PartyForm> {
        self.steps.iter().filter_map(|step| step.actor.as_ref()).collect()
    }

    fn parties_mut(&mut self) -> Vec<&mut PartyForm> {
        self.steps.iter_mut().filter_map(|step| step.actor.as_mut()).collect()
    }

    fn check(&self, directory: &Directory, problems: &mut Problems) {
        problems.name("name", &self.name);
        problems.text("description", self.description.as_deref());
        if self.steps.is_empty() {
            problems.refuse(RefusalCode::Required, "steps", "A pathway has at least one step.");
        }
        problems.each_up_to(STEPS, "steps", &self.steps, |step, problems| step.check(directory, problems));
        if self.steps.len() <= STEPS {
            check_ways(&self.steps, problems);
        }
    }
}

impl PathwayStepForm {
    fn check(&self, directory: &Directory, problems: &mut Problems) {
        problems.required("key", &self.key, KEY);
        problems.required("text", &self.text, TEXT);
        PartyForm::check_one(self.actor.as_ref(), "actor", directory, problems);
        problems.words("channel", self.channel.as_deref());
        problems.words("within", self.within.as_deref());
        problems.each_up_to(BRANCHES, "next", &self.next, |branch, problems| {
            problems.words("condition", branch.condition.as_deref());
            if branch.to.is_empty() {
                problems.refuse(RefusalCode::Required, "to", "A way leads to a step.");
            }
        });
    }
}

/// Whether the steps hang together: no two have the same name, every way leads to a step, and each step but the first is
/// led to. Ways may lead back.
fn check_ways(steps: &[PathwayStepForm], problems: &mut Problems) {
    let mut places = HashMap::new();
    let mut holds = true;
    for (at, step) in steps.iter().enumerate().filter(|(_, step)| !step.key.is_empty()) {
        if places.contains_key(step.key.as_str()) {
            holds = false;
            problems.holds(false, &format!("steps.{at}.key"), "Another step has this name.");
        } else {
            places.insert(step.key.as_str(), at);
        }
    }
    for (at, step) in steps.iter().enumerate() {
        for (way, branch) in step.next.iter().enumerate().filter(|(_, branch)| !branch.to.is_empty()) {
            if !places.contains_key(branch.to.as_str()) {
                holds = false;
                let field = format!("steps.{at}.next.{way}.to");
                problems.refuse(RefusalCode::NotFound, &field, "There is no step of this name.");
            }
        }
    }
    // Where a name is wrong, what can't be reached because of it is not wrong too.
    if holds {
        for at in unreached(steps, &places) {
            problems.holds(false, &format!("steps.{at}"), "No way leads here from the first step.");
        }
    }
}

/// The places of steps to which no way leads from the first.
fn unreached(steps: &[PathwayStepForm], places: &HashMap<&str, usize>) -> Vec<usize> {
    let mut reached = HashSet::from([0]);
    let mut open = vec![0];
    while let Some(step) = open.pop().and_then(|at| steps.get(at)) {
        for to in step.next.iter().filter_map(|branch| places.get(branch.to.as_str())) {
            if reached.insert(*to) {
                open.push(*to);
            }
        }
    }
    (0..steps.len()).filter(|at| !reached.contains(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Steps written as `key>to,to`.
    fn steps(written: &[&str]) -> Vec<PathwayStepForm> {
        let step = |text: &&str| {
            let (key, ways) = text.split_once('>').unwrap_or((text, ""));
            let ways = ways.split(',').filter(|to| !to.is_empty());
            PathwayStepForm {
                key: key.to_owned(),
                text: "Noget sker.".to_owned(),
                actor: None,
                channel: None,
                within: None,
                next: ways.map(|to| PathwayBranchForm { condition: None, to: to.to_owned() }).collect(),
            }
        };
        written.iter().map(step).collect()
    }

    fn wrong(written: &[&str]) -> Vec<String> {
        let mut problems = Problems::default();
        check_ways(&steps(written), &mut problems);
        problems.found().into_iter().map(|refusal| format!("{} {:?}", refusal.field, refusal.code)).collect()
    }

    #[test]
    fn ways_part_meet_again_and_lead_back() {
        assert_eq!(wrong(&["a>b,c", "b>d", "c>d,a", "d"]), [""; 0]);
        assert_eq!(wrong(&["alone"]), [""; 0]);
        assert_eq!(wrong(&["a>a"]), [""; 0], "a step may lead to itself");
        assert_eq!(wrong(&[]), [""; 0]);
    }

    #[test]
    fn a_way_leads_to_a_step_that_is_there() {
        assert_eq!(wrong(&["a>b", "b>c,a,d"]), ["steps.1.next.0.to NotFound", "steps.1.next.2.to NotFound"]);
    }

    #[test]
    fn no_two_steps_have_the_same_name() {
        assert_eq!(wrong(&["a>b", "b", "a"]), ["steps.2.key Invalid"]);
    }

    #[test]
    fn every_step_but_the_first_is_led_to() {
        assert_eq!(wrong(&["a>b", "b", "c>d", "d>c"]), ["steps.2 Invalid", "steps.3 Invalid"]);
        assert_eq!(wrong(&["a", "b>a"]), ["steps.1 Invalid"], "a way to the first does not lead from it");
    }
}
