//! What a pathway says, whether it is shown or being written: its steps and where each leads.

use serde_json::Value;

use crate::framework::registers::queries::{PartyForm, PathwayForm};

/// A pathway to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Flow {
    /// Its steps.
    pub(crate) steps: Vec<Step>,
}

/// A step.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Step {
    /// What happens.
    pub(crate) text: String,
    /// Who does it; empty where nobody is named.
    pub(crate) actor: String,
    /// Where that organisation stands in the directory.
    pub(crate) address: Option<String>,
    /// By what channel.
    pub(crate) channel: String,
    /// Within what time.
    pub(crate) within: String,
    /// Where it goes on.
    pub(crate) next: Vec<Next>,
}

/// Where a step leads.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Next {
    /// If what; empty where there is no condition.
    pub(crate) condition: String,
    /// Which step, from 0.
    pub(crate) to: usize,
}

impl Flow {
    /// What a form says; `address` finds an actor in the directory.
    pub(crate) fn of_form(form: &PathwayForm, address: impl Fn(&PartyForm) -> Option<String>) -> Self {
        let keys: Vec<&str> = form.steps.iter().map(|step| step.key.as_str()).collect();
        let steps = form.steps.iter().map(|step| Step {
            text: step.text.clone(),
            actor: step.actor.as_ref().map(|actor| actor.name.clone()).unwrap_or_default(),
            address: step.actor.as_ref().and_then(&address),
            channel: step.channel.clone().unwrap_or_default(),
            within: step.within.clone().unwrap_or_default(),
            next: step
                .next
                .iter()
                .filter_map(|next| one(&keys, next.condition.as_deref().unwrap_or_default(), &next.to))
                .collect(),
        });
        Self { steps: steps.collect() }
    }

    /// What is typed now, steps without a text included.
    pub(crate) fn of_typed(steps: &Value) -> Self {
        let all: Vec<&Value> = steps.as_array().into_iter().flatten().collect();
        let keys: Vec<&str> = all.iter().map(|step| step["key"].as_str().unwrap_or_default()).collect();
        let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
        let steps = all.iter().map(|step| Step {
            text: text(&step["text"]),
            actor: text(&step["actor"]["name"]),
            address: None,
            channel: text(&step["channel"]),
            within: text(&step["within"]),
            next: step["next"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|next| one(&keys, &text(&next["condition"]), next["to"].as_str()?))
                .collect(),
        });
        Self { steps: steps.collect() }
    }
}

fn one(keys: &[&str], condition: &str, to: &str) -> Option<Next> {
    let to = keys.iter().position(|key| *key == to && !to.is_empty())?;
    Some(Next { condition: condition.trim().to_owned(), to })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_typed_is_a_flow() {
        let flow = Flow::of_typed(&json!([
            { "key": "a", "text": " Henvendelse ", "actor": { "name": "Jobcenter" },
              "next": [{ "condition": "akut", "to": "b" }, { "condition": "", "to": "" }, { "condition": "", "to": "x" }] },
            { "key": "b", "text": "", "next": [] },
        ]));
        assert_eq!(flow.steps.len(), 2);
        assert_eq!((flow.steps[0].text.as_str(), flow.steps[0].actor.as_str()), ("Henvendelse", "Jobcenter"));
        // A branch that leads nowhere yet is not drawn.
        assert_eq!(flow.steps[0].next, [Next { condition: "akut".into(), to: 1 }]);
    }
}
