//! The overall framework: written, sent, returned, corrected, approved, read and confirmed; two who write the same answer
//! at the same time; what a visitor reads and what a partner can't decide.

mod cycle;
mod late;
mod readers;
mod writing;

use std::path::PathBuf;

use fantoccini::Locator;
use fantoccini::elements::Element;
use tests::database::Kind;

use crate::harness::{Browser, Findings};

const LEADER: &str = "projektleder@esbjerg.example";
const MEMBER: &str = "styregruppe@esbjerg.example";
const PARTNER: &str = "partner@esbjerg.example";
const PROFESSIONAL: &str = "fagperson@esbjerg.example";

const DRAFT: &str = "/esbjerg/ramme/udkast";
const NOTE: &str = "Se især på det nye forum.";

impl Browser {
    /// Holds the page to the rules for everybody, narrow and wide, and keeps a picture of it where one is wanted. Once: it
    /// looks alike on every database.
    pub async fn stands(&self, name: &str) {
        if self.service.lock().await.database.kind() != Kind::Sqlite {
            return;
        }
        let mut findings = Findings::default();
        let folder = std::env::var_os("TOVHOLDER_SCREENSHOTS").map(PathBuf::from);
        for (width, height) in [(360, 740), (1440, 900)] {
            self.resize(width, height).await;
            assert_eq!(self.sideways().await, None, "{name} at {width}");
            findings.look(&format!("{name} at {width}"), self).await;
            if let Some(folder) = &folder {
                std::fs::create_dir_all(folder).expect("a folder for the pictures");
                let file = folder.join(format!("{name}-{width}.png"));
                std::fs::write(file, self.picture(width, height).await).expect("a picture");
            }
        }
        findings.are_none();
    }

    /// Sends the framework to the steering group.
    async fn send_framework(&self, note: &str) {
        self.open(DRAFT).await;
        self.shows("Rammen under arbejde").await;
        self.press("button", "Send til styregruppen").await;
        self.write("Et ord til styregruppen", note).await;
        self.press("button", "Send til styregruppen").await;
        self.says("Udgave 2 ligger hos styregruppen.").await;
    }

    /// Something below a question of the section, by the words of the question.
    async fn below(&self, question: &str, what: &str) -> Element {
        let path = format!("//section[h2[normalize-space()='{question}']]//{what}");
        self.client.wait().for_element(Locator::XPath(&path)).await.expect("something below the question")
    }

    /// Adds words to what is answered to a question; they are saved by themselves.
    async fn answer(&self, question: &str, words: &str) {
        let field = self.below(question, "textarea").await;
        let script = "arguments[0].focus(); arguments[0].setSelectionRange(1e6, 1e6)";
        self.js(script, vec![serde_json::to_value(&field).expect("an element")]).await;
        field.send_keys(words).await.expect("typed");
    }
}
