//! Load on loopback: so many connections, each with one request under way, for so long.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// Whether the service has heard the questions before.
#[derive(Clone, Copy, PartialEq)]
pub enum Questions {
    /// The same ones come again.
    Repeated,
    /// No two are alike: each operation has a name of its own, so no kept answer can serve it.
    New,
}

/// Counts the new questions, over all connections and runs.
static ASKED: AtomicUsize = AtomicUsize::new(0);

/// What a load found.
pub struct Outcome {
    /// Requests answered.
    pub requests: usize,
    /// How long it went on.
    pub elapsed: Duration,
    latencies: Vec<Duration>,
    /// Bytes of the last answer.
    pub bytes: usize,
}

impl Outcome {
    /// Requests per second.
    pub fn rate(&self) -> f64 {
        self.requests as f64 / self.elapsed.as_secs_f64()
    }

    /// The latency that this share of the requests stayed within, in milliseconds.
    pub fn percentile(&self, share: f64) -> f64 {
        let at = ((self.latencies.len() as f64 * share) as usize).min(self.latencies.len() - 1);
        self.latencies[at].as_secs_f64() * 1e3
    }
}

/// Sends the bodies in turn to `/graphql` over `connections` for `length`. Every answer must hold data.
pub async fn run(
    address: &str,
    bodies: &[String],
    connections: usize,
    length: Duration,
    questions: Questions,
) -> Outcome {
    let begun = Instant::now();
    let tasks: Vec<_> = (0..connections)
        .map(|first| {
            tokio::spawn(connection(
                address.to_owned(),
                bodies.to_vec(),
                first * 7,
                begun + length,
                questions,
            ))
        })
        .collect();
    let mut outcome = Outcome { requests: 0, elapsed: length, latencies: Vec::new(), bytes: 0 };
    for task in tasks {
        let (latencies, bytes) = task.await.expect("a connection that lasts");
        outcome.requests += latencies.len();
        outcome.latencies.extend(latencies);
        outcome.bytes = bytes;
    }
    outcome.elapsed = begun.elapsed();
    outcome.latencies.sort_unstable();
    outcome
}

async fn connection(
    address: String,
    bodies: Vec<String>,
    first: usize,
    until: Instant,
    questions: Questions,
) -> (Vec<Duration>, usize) {
    let stream = TcpStream::connect(&address).await.expect("the service listens");
    stream.set_nodelay(true).expect("a socket");
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    let background = tokio::spawn(connection);
    let mut latencies = Vec::new();
    let mut bytes = 0;
    for body in bodies.iter().cycle().skip(first % bodies.len()) {
        let sent = Instant::now();
        if sent >= until {
            break;
        }
        let body = match questions {
            Questions::Repeated => body.clone(),
            Questions::New => {
                body.replacen("query ", &format!("query N{}", ASKED.fetch_add(1, Ordering::Relaxed)), 1)
            }
        };
        let request = Request::post("/graphql")
            .header("host", &address)
            .header("content-type", "application/json")
            .body(Full::new(Bytes::from(body)))
            .expect("a request");
        let response = sender.send_request(request).await.expect("an answer");
        let answer = response.into_body().collect().await.expect("a body").to_bytes();
        assert!(
            answer.starts_with(b"{\"data\":{"),
            "{}",
            String::from_utf8_lossy(&answer[..answer.len().min(300)])
        );
        bytes = answer.len();
        latencies.push(sent.elapsed());
    }
    background.abort();
    (latencies, bytes)
}

/// Sends one query and returns its data.
pub async fn ask(address: &str, body: String) -> serde_json::Value {
    let stream = TcpStream::connect(address).await.expect("the service listens");
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    let background = tokio::spawn(connection);
    let request = Request::post("/graphql")
        .header("host", address)
        .header("content-type", "application/json")
        .body(Full::new(Bytes::from(body)))
        .expect("a request");
    let response = sender.send_request(request).await.expect("an answer");
    let answer = response.into_body().collect().await.expect("a body").to_bytes();
    background.abort();
    let mut answer: serde_json::Value = serde_json::from_slice(&answer).expect("JSON");
    answer["data"].take()
}
