//! Plain text from a municipality as paragraphs: parted by blank lines, marked as Danish on an English screen.

use leptos::prelude::*;

use crate::language::danish;

/// The text's paragraphs.
#[component]
pub(crate) fn Paragraphs(text: String) -> impl IntoView {
    let lang = danish();
    split(&text).into_iter().map(|paragraph| view! { <p lang=lang>{paragraph}</p> }).collect_view()
}

/// The text parted by blank lines, each part on one line.
fn split(text: &str) -> Vec<String> {
    text.replace("\r\n", "\n")
        .split("\n\n")
        .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(split("a\nb\n\n\nc \n\n"), ["a b", "c"]);
        assert!(split(" ").is_empty());
    }
}
