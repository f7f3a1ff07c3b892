//! The API in process: the real router on a database to throw away, a clock that stands still, SQL counted.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use chrono::{DateTime, Utc};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use server::app::App;
use server::clock::Clock;
use server::ctx::{Actor, Ctx};
use server::directory::Directories;
use server::http;
use server::sample::{self, Sample};
use tokio::net::TcpListener;
use tokio::sync::OnceCell;
use tower::ServiceExt;

use crate::database::{Kind, TestDatabase};
use crate::people::Somebody;

/// Tuesday 3 March 2026, 10 o'clock in Denmark.
pub const NOW: &str = "2026-03-03T09:00:00Z";

/// The service, as a client meets it.
pub struct Api {
    /// Its state.
    pub app: App,
    /// Its database.
    pub database: TestDatabase,
    router: Router,
    statements: Arc<AtomicUsize>,
}

impl Api {
    /// With the sample municipalities.
    pub async fn with_samples(kind: Kind) -> Self {
        Self::on(TestDatabase::with_samples(kind).await).await
    }

    /// On this database, as a demo.
    pub async fn on(database: TestDatabase) -> Self {
        Self::serving(database, true).await
    }

    /// On this database, as a demo or in earnest.
    pub async fn serving(database: TestDatabase, demo: bool) -> Self {
        let directories = directories(database.kind()).await.fork();
        Self::beginning_with(database, demo, directories).await
    }

    /// The same, beginning with these read models: what has not changed since need not be built anew.
    pub async fn beginning_with(database: TestDatabase, demo: bool, directories: Directories) -> Self {
        let statements = Arc::new(AtomicUsize::new(0));
        let mut connection = database.connect().await;
        let counter = statements.clone();
        connection.set_metric_callback(move |_| {
            counter.fetch_add(1, Ordering::Relaxed);
        });
        let now: DateTime<Utc> = NOW.parse().expect("a time");
        let app =
            App::new(connection).with_clock(Clock::fixed(now)).with_demo(demo).with_directories(directories);
        app.directories().refresh(app.db()).await.expect("read models");
        let router = http::router(app.clone());
        Self { app, database, router, statements }
    }

    /// Serves on a loopback port for as long as the proof runs; returns its address.
    pub async fn listen(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let router = self.router.clone();
        tokio::spawn(async move { axum::serve(listener, router).await });
        address
    }

    /// Takes over what was written behind the service's back.
    pub async fn refresh(&self) {
        self.app.directories().refresh(self.app.db()).await.expect("read models");
    }

    /// Loads a municipality beside those that are there.
    pub async fn load(&self, sample: &Sample) {
        let ctx = Ctx::new(self.app.clone(), Actor::Command("test"));
        sample::service::load(&ctx, sample, false).await.expect("a loaded municipality");
        self.refresh().await;
    }

    /// Sets the clock.
    pub fn set_clock(&self, at: &str) {
        self.app.clock().set(at.parse().expect("a time"));
    }

    /// SQL statements sent so far.
    pub fn statements(&self) -> usize {
        self.statements.load(Ordering::Relaxed)
    }

    /// Sends any request.
    pub async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.expect("an answer")
    }

    /// Gets a path; returns status and body.
    pub async fn get(&self, path: &str) -> (StatusCode, String) {
        let request =
            Request::get(path).header("accept", "text/html").body(Body::empty()).expect("a request");
        let response = self.send(request).await;
        let status = response.status();
        (status, text(response).await)
    }

    /// Runs a query as a visitor and returns the whole answer.
    pub async fn answer(&self, query: &str, variables: Value) -> Value {
        let response = self.respond(None, query, variables).await;
        serde_json::from_str(&text(response).await).expect("JSON")
    }

    /// Runs a query as somebody and returns the whole answer.
    pub async fn answer_to(&self, somebody: &Somebody, query: &str, variables: Value) -> Value {
        let response = self.respond(Some(&somebody.cookie), query, variables).await;
        serde_json::from_str(&text(response).await).expect("JSON")
    }

    /// Runs a query as somebody, which must succeed, and returns its data.
    pub async fn data_for(&self, somebody: &Somebody, query: &str, variables: Value) -> Value {
        let mut answer = self.answer_to(somebody, query, variables).await;
        assert_eq!(answer.get("errors"), None, "{query}");
        answer["data"].take()
    }

    /// Runs a query as somebody, which must fail; returns the code of its first error.
    pub async fn refused_to(&self, somebody: &Somebody, query: &str, variables: Value) -> String {
        let answer = self.answer_to(somebody, query, variables).await;
        let code = answer.pointer("/errors/0/extensions/code").and_then(Value::as_str);
        code.unwrap_or_else(|| panic!("no error in {answer}")).to_owned()
    }

    /// Sends a query with a cookie or without.
    pub async fn respond(&self, cookie: Option<&str>, query: &str, variables: Value) -> Response<Body> {
        let body = json!({ "query": query, "variables": variables }).to_string();
        let mut request = Request::post("/graphql").header("content-type", "application/json");
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        self.send(request.body(Body::from(body)).expect("a request")).await
    }

    /// Runs a query that must succeed and returns its data.
    pub async fn data(&self, query: &str, variables: Value) -> Value {
        let mut answer = self.answer(query, variables).await;
        assert_eq!(answer.get("errors"), None, "{query}");
        answer["data"].take()
    }

    /// Runs a query that must fail; returns the code and message of its first error.
    pub async fn error(&self, query: &str, variables: Value) -> (String, String) {
        let answer = self.answer(query, variables).await;
        let error = answer["errors"].get(0).unwrap_or_else(|| panic!("no error in {answer}"));
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (word(&error["extensions"]["code"]), word(&error["message"]))
    }
}

/// The read models of the sample municipalities, built once per process: most proofs change nothing in them.
async fn directories(kind: Kind) -> &'static Directories {
    static OF_SQLITE: OnceCell<Directories> = OnceCell::const_new();
    static OF_POSTGRES: OnceCell<Directories> = OnceCell::const_new();
    let cell = match kind {
        Kind::Sqlite => &OF_SQLITE,
        Kind::Postgres => &OF_POSTGRES,
    };
    let built = cell.get_or_init(|| async {
        let directories = Directories::default();
        let database = TestDatabase::with_samples(kind).await;
        directories.refresh(&database.connect().await).await.expect("read models");
        directories
    });
    built.await
}

/// The body of a response.
pub async fn text(response: Response<Body>) -> String {
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The strings at `pointer` in each of the values of a list.
pub fn column(list: &Value, pointer: &str) -> Vec<String> {
    let items = list.as_array().unwrap_or_else(|| panic!("no list: {list}"));
    items
        .iter()
        .map(|item| item.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned())
        .collect()
}

/// Declares proofs that run on SQLite and on PostgreSQL: `on_both! { async fn name(api) { … } }`.
#[macro_export]
macro_rules! on_both {
    ($($(#[$attribute:meta])* async fn $name:ident($api:ident) $body:block)+) => {$(
        mod $name {
            use super::*;

            #[tokio::test]
            $(#[$attribute])*
            async fn sqlite() {
                proof($crate::api::Api::with_samples($crate::database::Kind::Sqlite).await).await;
            }

            #[tokio::test]
            $(#[$attribute])*
            async fn postgres() {
                proof($crate::api::Api::with_samples($crate::database::Kind::Postgres).await).await;
            }

            async fn proof($api: $crate::api::Api) $body
        }
    )+};
}
