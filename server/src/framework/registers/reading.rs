//! What a person reads of a row's form where two of them are compared: whom it names by name, and a pathway step by
//! step, numbered as it is shown, without the keys that hold it together.

use serde_json::Value;

use super::forms::PathwayStepForm;

/// The form as it is read.
pub(in crate::framework) fn as_read(form: &Value) -> Value {
    match form {
        Value::Array(items) => items.iter().map(as_read).collect(),
        Value::Object(fields) => {
            let said = fields.iter().filter(|(name, _)| *name != "organisationId");
            said.map(|(name, field)| (name.clone(), steps(name, field).unwrap_or_else(|| as_read(field))))
                .collect()
        }
        other => other.clone(),
    }
}

/// The steps of a pathway, a line each: `2. Letter and visit · Jobcenter · letter · 2 weeks → no need: 4; 5`.
fn steps(name: &str, field: &Value) -> Option<Value> {
    if name != "steps" {
        return None;
    }
    let steps: Vec<PathwayStepForm> = serde_json::from_value(field.clone()).ok()?;
    let place = |key: &str| steps.iter().position(|step| step.key == key).map(|at| at + 1);
    let line = |(at, step): (usize, &PathwayStepForm)| {
        let actor = step.actor.as_ref().map(|actor| actor.name.as_str());
        let told = [Some(step.text.as_str()), actor, step.channel.as_deref(), step.within.as_deref()];
        let told = told.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let ways = step.next.iter().filter_map(|way| {
            let to = place(&way.to)?;
            Some(way.condition.as_ref().map_or_else(|| to.to_string(), |when| format!("{when}: {to}")))
        });
        let ways = ways.collect::<Vec<_>>().join("; ");
        let arrow = if ways.is_empty() { "" } else { " → " };
        format!("{}. {told}{arrow}{ways}", at + 1)
    };
    Some(steps.iter().enumerate().map(line).collect::<Vec<_>>().join("\n").into())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_pathway_is_read_by_the_numbers_of_its_steps() {
        let form = json!({ "name": "Tilflytter", "steps": [
            { "key": "notice", "text": "Besked", "actor": { "organisationId": "organisation:1", "name": "Borgerservice" },
                "within": "2 uger", "next": [{ "to": "letter" }] },
            { "key": "letter", "text": "Brev", "channel": "post",
                "next": [{ "condition": "Intet behov", "to": "notice" }, { "to": "end" }] },
            { "key": "end", "text": "Slut" },
        ] });
        let read = "1. Besked · Borgerservice · 2 uger → 2\n2. Brev · post → Intet behov: 1; 3\n3. Slut";
        assert_eq!(as_read(&form), json!({ "name": "Tilflytter", "steps": read }));
    }

    #[test]
    fn whom_it_names_is_read_by_name() {
        let form = json!({ "members": [{ "organisationId": null, "name": "KFUM" }], "steps": "ingen" });
        assert_eq!(as_read(&form), json!({ "members": [{ "name": "KFUM" }], "steps": "ingen" }));
    }
}
