//! chromedriver and one Chromium, and the commands that fantoccini does not have: the browser's own accessible names,
//! its log, and the DevTools protocol. Each journey has a driver of its own, so that one that hangs stops no other.

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use axum::http::Request;
use fantoccini::{Client, ClientBuilder};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioIo;
use serde_json::{Map, Value, json};
use tempfile::TempDir;

/// What Chromium is started with: no window, nothing that calls home.
const SWITCHES: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
];

/// How long Chromium may take to end.
const PATIENCE: Duration = Duration::from_secs(30);

/// The browser to drive: Chromium without its windows where that is there, for it takes little more than half the time.
/// `None` leaves it to chromedriver.
fn browser() -> Option<String> {
    let shell = std::env::var_os("TOVHOLDER_HEADLESS_SHELL");
    let shell =
        shell.map(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/browser/harness/headless_shell.sh").to_owned());
    shell.or_else(|| std::env::var("TOVHOLDER_CHROMIUM").ok())
}

/// A running chromedriver. Dropped, it is asked to end its Chromium before it is ended itself: one that is only killed
/// leaves Chromium behind.
pub struct Driver {
    process: Child,
    /// Held open, for it writes now and then.
    _output: Lines<BufReader<ChildStdout>>,
    port: u16,
}

impl Driver {
    /// Starts chromedriver on a port of its own choice. It takes the port on IPv4 first and then on IPv6, where
    /// somebody else may have it by then; so it is tried more than once.
    pub fn start() -> Self {
        (0..5).find_map(|_| Self::try_start()).expect("chromedriver says its port")
    }

    fn try_start() -> Option<Self> {
        let program = std::env::var("TOVHOLDER_CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{program} does not start ({error}); `cargo xtask test` installs it")
            });
        let mut output = BufReader::new(process.stdout.take().expect("its output")).lines();
        let port = output.find_map(|line| {
            let line = line.expect("its output");
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        let Some(port) = port else {
            // It has closed its output, so it has ended.
            process.wait().expect("an end");
            return None;
        };
        Some(Self { process, _output: output, port })
    }

    /// Starts Chromium with nothing remembered.
    pub async fn open(&self, profile: &TempDir) -> (Client, Session) {
        let mut switches: Vec<String> = SWITCHES.map(str::to_owned).into();
        switches.push(format!("--user-data-dir={}", profile.path().display()));
        let mut options = json!({ "args": switches });
        if let Some(program) = browser() {
            options["binary"] = program.into();
        }
        let mut capabilities = Map::new();
        capabilities.insert("goog:chromeOptions".to_owned(), options);
        capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("Chromium starts");
        let id = client.session_id().await.expect("an answer").expect("a session");
        (client, Session { port: self.port, id })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let asked =
                write!(stream, "GET /shutdown HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
            let patient = stream.set_read_timeout(Some(PATIENCE));
            if asked.is_ok() && patient.is_ok() {
                drop(stream.read_to_end(&mut Vec::new()));
            }
        }
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// A session of chromedriver, for the commands of its own.
#[derive(Clone)]
pub struct Session {
    port: u16,
    id: String,
}

impl Session {
    /// Calls a method of the DevTools protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.post("goog/cdp/execute", json!({ "cmd": method, "params": parameters })).await
    }

    /// Lines that the page or the browser wrote to the console since this was last asked.
    pub async fn log(&self) -> Vec<Value> {
        let answer = self.post("se/log", json!({ "type": "browser" })).await;
        answer.as_array().cloned().unwrap_or_default()
    }

    /// The role of an element, as the browser tells it to assistive technology.
    pub async fn role(&self, element: &str) -> Option<String> {
        self.get(&format!("element/{element}/computedrole")).await
    }

    /// The accessible name of an element, as the browser tells it to assistive technology.
    pub async fn name(&self, element: &str) -> Option<String> {
        self.get(&format!("element/{element}/computedlabel")).await
    }

    /// `None` if the element is gone.
    async fn get(&self, command: &str) -> Option<String> {
        let answer = send(self.port, "GET", &format!("/session/{}/{command}", self.id), None).await.ok()?;
        answer.as_str().map(str::to_owned)
    }

    async fn post(&self, command: &str, body: Value) -> Value {
        let path = format!("/session/{}/{command}", self.id);
        send(self.port, "POST", &path, Some(body)).await.unwrap_or_else(|error| panic!("{command}: {error}"))
    }
}

/// Sends a command; returns its value, or what went wrong.
async fn send(port: u16, method: &str, path: &str, body: Option<Value>) -> Result<Value, String> {
    let told = |error: &dyn std::fmt::Display| error.to_string();
    let stream = tokio::net::TcpStream::connect(("127.0.0.1", port)).await.map_err(|error| told(&error))?;
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| told(&error))?;
    tokio::spawn(connection);
    let body = body.map(|body| body.to_string()).unwrap_or_default();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", format!("127.0.0.1:{port}"))
        .header("content-type", "application/json")
        .body(Full::new(Bytes::from(body)))
        .expect("a request");
    let answer = sender.send_request(request).await.map_err(|error| told(&error))?;
    let bytes = answer.into_body().collect().await.map_err(|error| told(&error))?.to_bytes();
    let mut answer: Value = serde_json::from_slice(&bytes).map_err(|error| told(&error))?;
    match answer["value"].get("error") {
        Some(_) => Err(answer["value"]["message"].to_string()),
        None => Ok(answer["value"].take()),
    }
}
