//! What a person sees: pictures of the page, and the page on paper.

use serde_json::json;

use super::Browser;

impl Browser {
    /// A picture of the whole page, however long, as PNG.
    pub async fn picture(&self, width: u32, height: u32) -> Vec<u8> {
        self.resize(width, height).await;
        let script = "return document.fonts.ready.then(() => document.documentElement.scrollHeight)";
        let whole = self.js(script, vec![]).await.as_u64().and_then(|whole| u32::try_from(whole).ok());
        self.resize(width, whole.unwrap_or(height).max(height)).await;
        let picture = self.client.screenshot().await.expect("a picture");
        self.resize(width, height).await;
        picture
    }

    /// The page on paper as its style wants it, as PDF. (WebDriver's own command overrules the style's margins.)
    pub async fn printed(&self) -> Vec<u8> {
        let wishes = json!({ "preferCSSPageSize": true, "displayHeaderFooter": false });
        let paper = self.session.devtools("Page.printToPDF", wishes).await;
        decoded(paper["data"].as_str().expect("a PDF"))
    }
}

/// The bytes that a text in Base64 (RFC 4648) stands for.
fn decoded(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let letters: Vec<u8> = text.bytes().filter(|letter| *letter != b'=').map(value).collect();
    let groups = letters.chunks(4).flat_map(|group| {
        let bits = group
            .iter()
            .enumerate()
            .fold(0, |bits, (place, value)| bits | u32::from(*value) << (18 - 6 * place));
        let [_, bytes @ ..] = bits.to_be_bytes();
        bytes.into_iter().take(group.len() - 1)
    });
    groups.collect()
}
