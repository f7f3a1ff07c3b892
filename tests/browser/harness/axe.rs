//! axe-core in the page: the rules of WCAG 2.2 AA and good practice.

use std::collections::BTreeMap;

use serde_json::json;

use super::Browser;

/// Which rules.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// At rest and not scrolled: else what stands at the top may lie half under a bar that stays or a link that leaves.
const RUN: &str = concat!(
    include_str!("at_rest.js"),
    "
const [tags, done] = arguments;
window.scrollTo(0, 0);
comeToRest();
const told = (rule, node) => `${rule.id}: ${node.html.slice(0, 300)}\n    ${node.failureSummary}`;
axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(
  (result) => done(result.violations.flatMap((rule) => rule.nodes.map((node) => told(rule, node)))),
  (error) => done([`axe: ${error}`]),
);"
);

/// What axe and others found, each with the places where they did.
#[derive(Default)]
pub struct Findings(BTreeMap<String, Vec<String>>);

impl Findings {
    /// Lets axe look at the page as it is.
    pub async fn look(&mut self, place: &str, browser: &Browser) {
        let found = browser.client.execute_async(RUN, vec![json!(TAGS)]).await.expect("axe's findings");
        self.add(place, serde_json::from_value::<Vec<String>>(found).expect("a list"));
    }

    /// Takes down what something else found.
    pub fn add(&mut self, place: &str, found: impl IntoIterator<Item = String>) {
        for finding in found {
            self.0.entry(finding).or_default().push(place.to_owned());
        }
    }

    /// Fails if there are any.
    pub fn are_none(&self) {
        let told = self.0.iter().map(|(finding, places)| format!("{finding}\n    at {}", places.join(", ")));
        assert!(self.0.is_empty(), "{}", told.collect::<Vec<_>>().join("\n"));
    }
}

impl Browser {
    /// Has axe in every page from now on.
    pub async fn bring_axe(&self) {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../web/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(file)
            .unwrap_or_else(|error| panic!("{file}: {error}; `cargo xtask app` fetches it"));
        self.session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
    }
}
