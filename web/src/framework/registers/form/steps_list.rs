//! The list of a pathway's steps while it is written: adding, moving and taking away, so that branches follow. Pure.

use serde_json::{Value, json};

use super::steps::STEP;
use crate::editing::fields::tree::blank;

/// Adds a step at the end; the last step before it leads there, if it leads nowhere yet.
pub(super) fn add(steps: &mut Vec<Value>) {
    let key = free_key(steps);
    if let Some(last) = steps.last_mut().filter(|last| leads_nowhere(last)) {
        last["next"] = json!([{ "condition": "", "to": key }]);
    }
    let mut step = blank(STEP);
    step["key"] = Value::String(key);
    steps.push(step);
}

/// Takes a step away. What led there leads to where it alone went on; otherwise its target is open again.
pub(super) fn take(steps: &mut Vec<Value>, at: usize) {
    if at >= steps.len() {
        return;
    }
    let gone = steps.remove(at);
    let key = gone["key"].as_str().unwrap_or_default().to_owned();
    let on = match gone["next"].as_array().map(Vec::as_slice) {
        Some([only]) if only["to"] != gone["key"] => only["to"].as_str().unwrap_or_default().to_owned(),
        _ => String::new(),
    };
    for step in steps.iter_mut() {
        let itself = step["key"].clone();
        let branches = step["next"].as_array_mut().into_iter().flatten();
        for branch in branches.filter(|branch| branch["to"] == key.as_str()) {
            // A step that would then lead to itself waits for another target.
            let to = if itself == on.as_str() { String::new() } else { on.clone() };
            branch["to"] = Value::String(to);
        }
    }
}

/// Lets go of steps that are not there: a branch without a condition goes with its target, any other waits for a new one.
pub(super) fn let_go(steps: &mut Vec<Value>) {
    let keys: Vec<Value> = steps.iter().map(|step| step["key"].clone()).collect();
    for step in steps {
        if let Some(branches) = step["next"].as_array_mut() {
            branches.retain(|branch| branch["condition"] != "" || keys.contains(&branch["to"]));
            for branch in branches.iter_mut().filter(|branch| !keys.contains(&branch["to"])) {
                branch["to"] = Value::String(String::new());
            }
        }
    }
}

fn leads_nowhere(step: &Value) -> bool {
    let all = step["next"].as_array().map_or(&[][..], Vec::as_slice);
    all.iter().all(|branch| branch["to"] == "" && branch["condition"] == "")
}

/// A key that no step has.
fn free_key(steps: &[Value]) -> String {
    let is_free = |key: &String| steps.iter().all(|step| step["key"].as_str() != Some(key));
    (steps.len() + 1..).map(|number| format!("trin-{number}")).find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(steps: &[Value]) -> Vec<&str> {
        steps.iter().filter_map(|step| step["key"].as_str()).collect()
    }

    #[test]
    fn a_new_step_follows_the_last() {
        let mut steps = Vec::new();
        add(&mut steps);
        add(&mut steps);
        assert_eq!(keys(&steps), ["trin-1", "trin-2"]);
        assert_eq!(steps[0]["next"][0]["to"], "trin-2");
        assert_eq!(steps[1]["next"], json!([]));
        // One that leads somewhere already is left as it is.
        steps[1]["next"] = json!([{ "condition": "akut", "to": "trin-1" }]);
        add(&mut steps);
        assert_eq!(steps[1]["next"].as_array().map(Vec::len), Some(1));
    }

    #[test]
    fn branches_let_go_of_steps_that_are_not_there() {
        let branch = |condition: &str, to: &str| json!({ "condition": condition, "to": to });
        let mut steps =
            vec![json!({ "key": "a", "next": [branch("", "x"), branch("akut", "x"), branch("", "a")] })];
        let_go(&mut steps);
        assert_eq!(steps[0]["next"], json!([branch("akut", ""), branch("", "a")]));
    }

    #[test]
    fn keys_are_not_used_twice() {
        let mut steps = vec![json!({ "key": "trin-2", "next": [] })];
        add(&mut steps);
        assert_eq!(keys(&steps), ["trin-2", "trin-3"]);
    }

    #[test]
    fn branches_follow_when_a_step_goes() {
        let mut steps = Vec::new();
        (0..3).for_each(|_| add(&mut steps));
        take(&mut steps, 1);
        assert_eq!(steps[0]["next"][0]["to"], "trin-3");
        take(&mut steps, 1);
        assert_eq!(steps[0]["next"][0]["to"], "");
        take(&mut steps, 7);
        assert_eq!(steps.len(), 1);
    }
}
