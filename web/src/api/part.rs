//! Parts of the app that not everybody needs. What loads them does not say why it could not, so it is asked here.

use gloo_net::http::Request;
use leptos::wasm_split::SplitLoaderError;

use super::client::Api;
use super::failure::Failure;

/// Answers whenever the server is there.
const ALIVE: &str = "/healthz";

impl Api {
    /// Waits until a part of the app is there. One that the server doesn't have any more belonged to the app before
    /// this one: the page is older than the server.
    pub(crate) async fn part(
        self,
        loading: impl Future<Output = Result<(), SplitLoaderError>>,
    ) -> Result<(), Failure> {
        if loading.await.is_ok() {
            return Ok(());
        }
        match Request::get(ALIVE).send().await {
            Ok(response) if response.ok() => Err(Failure::Unreadable { request: None }),
            Ok(response) => {
                self.connection.stumbled();
                Err(Failure::Unavailable { status: response.status(), request: None })
            }
            Err(_) => {
                self.connection.failed();
                Err(Failure::Unreachable)
            }
        }
    }
}
