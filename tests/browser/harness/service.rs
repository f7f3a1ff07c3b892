//! The service as a process: the real binary on a database with the sample municipalities, stopped and started again
//! on the same address; and in its place one that answers everything with an error.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use tests::database::{Kind, TestDatabase};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpListener;
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// How long it may take to be ready.
const PATIENCE: Duration = Duration::from_secs(30);

/// The service, and what stands in its place while it is stopped.
pub struct Service {
    /// Its database.
    pub database: TestDatabase,
    running: Option<Child>,
    stand_in: Option<JoinHandle<()>>,
    /// `127.0.0.1:port`.
    pub address: String,
}

impl Service {
    /// Starts it on a free port, with what `tovholder sample` loads.
    pub async fn start(kind: Kind) -> Self {
        let database = TestDatabase::with_frameworks(kind).await;
        let (running, address) = serve(&database, "127.0.0.1:0").await;
        Self { database, running: Some(running), stand_in: None, address }
    }

    /// Takes it away: nothing answers at its address.
    pub async fn stop(&mut self) {
        if let Some(mut running) = self.running.take() {
            running.kill().await.expect("a stopped service");
        }
        if let Some(stand_in) = self.stand_in.take() {
            stand_in.abort();
            drop(stand_in.await);
        }
    }

    /// Starts it again, at the same address.
    pub async fn start_again(&mut self) {
        self.stop().await;
        let (running, _) = serve(&self.database, &self.address).await;
        self.running = Some(running);
    }

    /// Lets everything at its address fail, as behind a proxy whose service is down.
    pub async fn fail(&mut self) {
        self.stop().await;
        let listener = TcpListener::bind(&self.address).await.expect("its address");
        // No connection is kept, or the browser would go on with this one when the service is back.
        let failing = || async { (StatusCode::SERVICE_UNAVAILABLE, [("connection", "close")], "down") };
        let router = Router::new().fallback(failing);
        self.stand_in =
            Some(tokio::spawn(async move { axum::serve(listener, router).await.expect("a server") }));
    }
}

async fn serve(database: &TestDatabase, listen: &str) -> (Child, String) {
    require_app();
    let binary = binary();
    let mut process = Command::new(&binary)
        .args(["serve", "--demo", "--listen", listen])
        .env("DATABASE_URL", &database.url)
        .env("RUST_LOG", "error")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap_or_else(|error| {
            panic!("{} does not start ({error}); `cargo build -p server`", binary.display())
        });
    let mut output = BufReader::new(process.stdout.take().expect("its output"));
    let mut line = String::new();
    let read = timeout(PATIENCE, output.read_line(&mut line)).await;
    read.expect("the service is ready in time").expect("its first line");
    let address = line.trim().trim_end_matches('/').rsplit('/').next().expect("an address").to_owned();
    assert!(line.starts_with("Tovholder is ready at http://"), "the service said {line:?}");
    (process, address)
}

/// The folder with everything built.
fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder around it")
}

fn binary() -> PathBuf {
    std::env::var_os("TOVHOLDER_BIN").map_or_else(|| target().join("debug/tovholder"), PathBuf::from)
}

/// The service reads the app from here, or has it embedded from here.
fn require_app() {
    let app = std::env::var_os("TOVHOLDER_TEST_APP").map_or_else(|| target().join("app"), PathBuf::from);
    let index = app.join("index.html");
    assert!(index.exists(), "{} is missing; `cargo xtask app` bundles the app", index.display());
}
