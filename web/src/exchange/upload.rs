//! Sending a file to the server as it is, and what can be wrong with it before anybody has read it.

use gloo_net::http::Request;
use serde::Deserialize;

use crate::routes;

/// Largest file that the server takes, in bytes.
const LARGEST: f64 = 32.0 * 1024.0 * 1024.0;
/// How many milliseconds it may take to send.
const LONGEST_WAIT: u32 = 300_000;

/// Why a file was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Neither CSV nor JSON.
    Kind,
    /// More than 32 MB.
    Large,
    /// Not written as UTF-8.
    Encoding,
    /// Signed out meanwhile, or not allowed.
    NotAllowed,
    /// It did not get through.
    NotSent,
}

#[derive(Deserialize)]
struct Taken {
    id: String,
}

/// Sends the file; returns the key under which it is checked.
pub(super) async fn upload(municipality: &str, file: &web_sys::File) -> Result<cynic::Id, Refused> {
    let name = file.name();
    let kind = kind_of(&name).ok_or(Refused::Kind)?;
    if file.size() > LARGEST {
        return Err(Refused::Large);
    }
    let name = String::from(js_sys::encode_uri_component(&name));
    let address = format!("{}?name={name}", routes::import_file(municipality));
    let patience = web_sys::AbortSignal::timeout_with_u32(LONGEST_WAIT);
    let request = Request::post(&address)
        .header("Content-Type", kind)
        .abort_signal(Some(&patience))
        .body(wasm_bindgen::JsValue::from(file))
        .map_err(|_| Refused::NotSent)?;
    let response = request.send().await.map_err(|_| Refused::NotSent)?;
    match response.status() {
        200 => {
            response.json::<Taken>().await.map(|taken| cynic::Id::new(taken.id)).map_err(|_| Refused::NotSent)
        }
        400 => Err(Refused::Encoding),
        401 | 403 | 404 => Err(Refused::NotAllowed),
        413 => Err(Refused::Large),
        415 => Err(Refused::Kind),
        _ => Err(Refused::NotSent),
    }
}

/// The content type by which the server knows what the file is.
fn kind_of(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    match name.rsplit_once('.')?.1 {
        "csv" => Some("text/csv"),
        "json" => Some("application/json"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::kind_of;

    #[test]
    fn the_ending_tells_what_it_is() {
        assert_eq!(kind_of("Tilbud 2026.CSV"), Some("text/csv"));
        assert_eq!(kind_of("esbjerg.json"), Some("application/json"));
        assert_eq!(kind_of("tilbud.xlsx"), None);
        assert_eq!(kind_of("tilbud"), None);
    }
}
