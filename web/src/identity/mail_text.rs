//! A mail's text with its addresses found, so that they can be pressed.

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// As it stands.
    Words(String),
    /// An address, http or https.
    Address(String),
}

/// The text in its parts.
pub(crate) fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = beginning(rest) {
        let (words, from) = rest.split_at(start);
        let end =
            from.find(|letter: char| letter.is_whitespace() || "<>\"".contains(letter)).unwrap_or(from.len());
        // A full stop behind an address ends the sentence, not the address.
        let address = from[..end].trim_end_matches(['.', ',', ')', '!', '?', ':', ';']);
        if !words.is_empty() {
            parts.push(Part::Words(words.to_owned()));
        }
        parts.push(Part::Address(address.to_owned()));
        rest = &from[address.len()..];
    }
    if !rest.is_empty() {
        parts.push(Part::Words(rest.to_owned()));
    }
    parts
}

fn beginning(text: &str) -> Option<usize> {
    ["https://", "http://"].into_iter().filter_map(|scheme| text.find(scheme)).min()
}

/// The path of an address of this very site, which the app can open itself.
pub(crate) fn own_path<'a>(address: &'a str, origin: &str) -> Option<&'a str> {
    address.strip_prefix(origin).filter(|path| path.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::{Part, own_path, parts};

    fn words(text: &str) -> Part {
        Part::Words(text.into())
    }

    fn address(text: &str) -> Part {
        Part::Address(text.into())
    }

    #[test]
    fn addresses_are_found() {
        assert_eq!(
            parts("Hej Prøve\n\nGå til https://a.dk/adgang/0a1b.\nEller http://b.dk"),
            [
                words("Hej Prøve\n\nGå til "),
                address("https://a.dk/adgang/0a1b"),
                words(".\nEller "),
                address("http://b.dk"),
            ]
        );
        assert_eq!(parts("ingen"), [words("ingen")]);
        assert!(parts("").is_empty());
    }

    #[test]
    fn only_this_site_is_opened_by_the_app() {
        assert_eq!(own_path("https://a.dk/konto", "https://a.dk"), Some("/konto"));
        assert_eq!(own_path("https://a.dk.example.org/konto", "https://a.dk"), None);
        assert_eq!(own_path("https://b.dk/konto", "https://a.dk"), None);
    }
}
