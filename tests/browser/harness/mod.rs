//! What every journey stands on: the service, a browser, and ways to find, press and wait. Nothing here sleeps for a
//! fixed time: it looks again until what is awaited is there, and says what was not when the time is up.

mod axe;
mod driver;
mod find;
mod keyboard;
mod look;
mod pages;
mod service;
mod words;

use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use fantoccini::Client;
use serde_json::{Value, json};
use tests::database::Kind;
use tokio::sync::{Mutex, Semaphore};
use tokio::task::LocalSet;
use tokio::time::{sleep, timeout};

use driver::{Driver, Session};
use service::Service;

pub use axe::Findings;
pub use find::Name;
pub use keyboard::key;
pub use pages::{Language, PAGES, PAGES_OF_A_LEADER, Page};
pub use words::DanishTexts;

/// How long anything may take to come.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a whole journey may take.
const LONGEST: Duration = Duration::from_secs(180);
/// How long before it is looked for again, the first time and at most: each pause is a fifth longer than the one before.
/// A look costs the browser some time, and what takes long comes no sooner for many looks.
const PAUSES: RangeInclusive<Duration> = Duration::from_millis(20)..=Duration::from_millis(200);

/// Three browsers at a time: on two cores one of them always waits for something. More only slow each other down.
static TURNS: Semaphore = Semaphore::const_new(3);

/// A person at a browser, before a service of their own; cheap to clone.
#[derive(Clone)]
pub struct Browser {
    /// WebDriver's own commands.
    pub client: Client,
    /// chromedriver's own commands.
    pub session: Session,
    /// The service, to be stopped and started.
    pub service: Arc<Mutex<Service>>,
    address: Arc<str>,
    is_troubled: Arc<AtomicBool>,
}

/// Runs a journey from start to end, on a file. Whatever happens in it, browser and service are ended after it; if it
/// fails, what was on the screen is kept; if it succeeds, the console must have stayed clean.
pub async fn journey<F, Fut>(proof: F)
where
    F: FnOnce(Browser) -> Fut,
    Fut: Future<Output = ()> + 'static,
{
    journey_on(Kind::Sqlite, proof).await;
}

/// The same on this kind of database.
pub async fn journey_on<F, Fut>(kind: Kind, proof: F)
where
    F: FnOnce(Browser) -> Fut,
    Fut: Future<Output = ()> + 'static,
{
    let _turn = TURNS.acquire().await.expect("a turn");
    let service = Service::start(kind).await;
    let profile = tempfile::tempdir().expect("a temporary folder");
    let driver = Driver::start();
    let (client, session) = driver.open(&profile).await;
    let browser = Browser {
        client,
        session,
        address: service.address.as_str().into(),
        service: Arc::new(Mutex::new(service)),
        is_troubled: Arc::default(),
    };
    let local = LocalSet::new();
    let proving = local.spawn_local(proof(browser.clone()));
    let outcome = timeout(LONGEST, local.run_until(proving)).await;
    let complaints = timeout(PATIENCE, browser.complaints()).await.unwrap_or_default();
    if !matches!(outcome, Ok(Ok(()))) {
        drop(timeout(PATIENCE, browser.keep_evidence()).await);
    }
    drop(timeout(PATIENCE, browser.client.close()).await);
    drop(driver);
    browser.service.lock().await.stop().await;
    match outcome {
        Ok(Ok(())) => assert!(complaints.is_empty(), "the console said {complaints:#?}"),
        Ok(Err(failure)) => {
            eprintln!("the console said {complaints:#?}");
            std::panic::resume_unwind(failure.into_panic());
        }
        Err(_) => panic!("the journey did not end; the console said {complaints:#?}"),
    }
}

/// Journeys that are made twice: on a file and on the cluster.
macro_rules! on_both {
    ($(async fn $name:ident($browser:ident) $journey:block)+) => { $(
        mod $name {
            use tests::database::Kind;

            use super::*;
            use crate::harness::{Browser, journey_on};

            async fn proof($browser: Browser) $journey

            #[tokio::test]
            async fn sqlite() {
                journey_on(Kind::Sqlite, proof).await;
            }

            #[tokio::test]
            async fn postgres() {
                journey_on(Kind::Postgres, proof).await;
            }
        }
    )+ };
}
pub(crate) use on_both;

impl Browser {
    /// Goes to a path of the service.
    pub async fn open(&self, path: &str) {
        self.client.goto(&format!("http://{}{path}", self.address)).await.expect("a page");
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page again");
    }

    /// Presses the back button.
    pub async fn back(&self) {
        self.client.back().await.expect("the page before");
    }

    /// Path and query of the page, decoded.
    pub async fn place(&self) -> String {
        let script = "return decodeURIComponent(location.pathname + location.search.replaceAll('+', ' '))";
        self.js(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the path and query of the page are these.
    pub async fn is_at(&self, place: &str) {
        self.until(&format!("the address {place}"), async || (self.place().await == place).then_some(()))
            .await;
    }

    /// Runs a script in the page.
    pub async fn js(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|error| panic!("{error}\nin {script}"))
    }

    /// Runs a script whose value is a text.
    pub async fn text(&self, script: &str) -> String {
        self.js(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// The page's heading; empty while there is none.
    pub async fn h1(&self) -> String {
        self.text("return document.querySelector('h1')?.innerText.trim() ?? ''").await
    }

    /// The text of the page, as it shows.
    pub async fn words(&self) -> String {
        self.text("return document.body.innerText.replace(/\\s+/g, ' ')").await
    }

    /// Waits until the page's heading is this, and nothing is awaited any more.
    pub async fn shows(&self, heading: &str) {
        let script = "if (document.querySelector('h1')?.innerText.trim() !== arguments[0]) return false;
            const words = document.body.innerText;
            return !words.includes('Henter …') && !words.includes('Loading …')";
        let is_there =
            async || (self.js(script, vec![heading.into()]).await == Value::Bool(true)).then_some(());
        self.until(&format!("a page at rest with the heading {heading:?}"), is_there).await;
    }

    /// Waits until the page says this.
    pub async fn says(&self, words: &str) {
        self.until(&format!("the words {words:?}"), async || {
            self.words().await.contains(words).then_some(())
        })
        .await;
    }

    /// Waits until the page says this no more.
    pub async fn says_no_more(&self, words: &str) {
        let gone = async || (!self.words().await.contains(words)).then_some(());
        self.until(&format!("no words {words:?}"), gone).await;
    }

    /// Looks again and again until there is something, or the time is up.
    pub async fn until<T>(&self, what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
        self.within(PATIENCE, what, look).await
    }

    /// The same, with another bound.
    pub async fn within<T>(
        &self,
        bound: Duration,
        what: &str,
        mut look: impl AsyncFnMut() -> Option<T>,
    ) -> T {
        let found = timeout(bound, async {
            let mut pause = *PAUSES.start();
            loop {
                if let Some(found) = look().await {
                    return found;
                }
                sleep(pause).await;
                pause = (pause * 6 / 5).min(*PAUSES.end());
            }
        });
        match found.await {
            Ok(found) => found,
            Err(_) => {
                panic!("{what} did not come at {}; there was: {}", self.place().await, self.words().await)
            }
        }
    }

    /// Takes the service away.
    pub async fn lose_connection(&self) {
        self.is_troubled.store(true, Ordering::Relaxed);
        self.service.lock().await.stop().await;
    }

    /// Lets the service fail.
    pub async fn break_service(&self) {
        self.is_troubled.store(true, Ordering::Relaxed);
        self.service.lock().await.fail().await;
    }

    /// Brings the service back.
    pub async fn mend_connection(&self) {
        self.service.lock().await.start_again().await;
    }

    /// What the console complains about; failed requests only if the service was there all the time.
    async fn complaints(&self) -> Vec<String> {
        let is_troubled = self.is_troubled.load(Ordering::Relaxed);
        let log = self.session.log().await;
        let grave = log.iter().filter(|line| line["level"] == "SEVERE");
        let ours = grave.filter(|line| !(is_troubled && line["source"] == "network"));
        ours.map(|line| line["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Keeps what is on the screen where a person can find it.
    async fn keep_evidence(&self) {
        let name = std::thread::current().name().unwrap_or("journey").replace("::", "-");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        if let Ok(picture) = self.client.screenshot().await
            && std::fs::write(&file, picture).is_ok()
        {
            eprintln!("what was on the screen is in {}", file.display());
        }
    }

    /// What reaches beyond the window's width or out of its own button, if anything does.
    pub async fn sideways(&self) -> Option<String> {
        self.js(include_str!("sideways.js"), vec![]).await.as_str().map(str::to_owned)
    }

    /// Makes the window this large; unlike a window's own, its width has no lower bound.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.session.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Makes the browser a phone's: small, and pressed with a thumb.
    pub async fn become_phone(&self) {
        let size = json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true });
        self.session.devtools("Emulation.setDeviceMetricsOverride", size).await;
        self.session.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
    }
}
