//! A municipality in which there is one of everything, and everybody who asks about it. Made once for each kind of
//! database and copied.

mod directory;
mod framework;
mod people;
mod plan;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use server::directory::Directories;
use tests::api::Api;
use tests::database::{Kind, TestDatabase};
use tests::people::Somebody;
use tokio::sync::OnceCell;

use super::Who;

/// What is asked about, and who asks.
pub struct World {
    pub api: Api,
    pub things: Things,
}

/// Keys and slugs of what there is, and cookies of who asks.
#[derive(Clone, Default)]
pub struct Things {
    /// By the word that `given` looks for.
    pub keys: BTreeMap<&'static str, String>,
    people: BTreeMap<Who, Somebody>,
}

impl Things {
    pub fn key(&self, word: &str) -> Value {
        json!(self.keys.get(word).unwrap_or_else(|| panic!("no {word}")))
    }
}

impl World {
    /// A copy of it, in earnest: in a demo everybody reads the mails.
    pub async fn copy(kind: Kind) -> Self {
        static OF_SQLITE: OnceCell<Original> = OnceCell::const_new();
        static OF_POSTGRES: OnceCell<Original> = OnceCell::const_new();
        let cell = match kind {
            Kind::Sqlite => &OF_SQLITE,
            Kind::Postgres => &OF_POSTGRES,
        };
        let Original { database, directories, things } = cell.get_or_init(|| made(kind)).await;
        let api = Api::beginning_with(database.copy().await, false, directories.fork()).await;
        Self { api, things: things.clone() }
    }

    /// Asks as somebody; returns the whole answer.
    pub async fn ask(&self, who: Who, query: &str, variables: Value) -> Value {
        match self.things.people.get(&who) {
            Some(somebody) => self.api.answer_to(somebody, query, variables).await,
            None => self.api.answer(query, variables).await,
        }
    }

    async fn change(&self, who: Who, input: &str, mutation: &str, select: &str, given: Value) -> Value {
        let query = format!(
            "mutation ($input: {input}!) {{ {mutation}(input: $input) {{ {select} userErrors {{ field message }} }} }}"
        );
        let mut answer = self.ask(who, &query, json!({ "input": given })).await;
        assert_eq!(answer.get("errors"), None, "{mutation}: {answer}");
        let payload = answer["data"][mutation].take();
        assert_eq!(payload["userErrors"], json!([]), "{mutation}");
        payload
    }
}

/// What is copied.
struct Original {
    database: TestDatabase,
    directories: Directories,
    things: Things,
}

async fn made(kind: Kind) -> Original {
    let database = TestDatabase::with_samples(kind).await;
    let api = Api::serving(database.again(), false).await;
    let mut world = World { api, things: Things::default() };
    let here = world.api.municipality_id("esbjerg").await;
    world.people(here).await;
    world.hidden(here).await;
    world.entries(here).await;
    world.what_was_done(here).await;
    world.framework(here).await;
    world.plans().await;
    world.elsewhere().await;
    // A copy is only made of what nobody is connected to.
    world.api.app.db().clone().close().await.expect("a closed connection");
    Original { database, directories: world.api.app.directories().fork(), things: world.things }
}
