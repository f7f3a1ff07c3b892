//! Text in lines of a width. A drawing's text does not wrap by itself, so the width of a letter is estimated, rather too
//! wide than too narrow. Pure.

/// The lines of a text, none wider than `width`, at a size of letters, both in the drawing's units.
pub(super) fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace().flat_map(|word| pieces(word, width, size)) {
        let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if wide(&longer, size) <= width {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// How wide a text is, about.
pub(super) fn wide(text: &str, size: f64) -> f64 {
    text.chars().map(|letter| share(letter) * size).sum()
}

/// A word that is wider than a line, in parts with hyphens; any other word as it is.
fn pieces(word: &str, width: f64, size: f64) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    for letter in word.chars() {
        if !part.is_empty() && wide(&format!("{part}{letter}-"), size) > width && wide(word, size) > width {
            parts.push(format!("{}-", std::mem::take(&mut part)));
        }
        part.push(letter);
    }
    parts.push(part);
    parts
}

/// A letter's width as a share of its size (IBM Plex Sans, rounded up).
fn share(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' => 0.3,
        'f' | 'r' | 't' | ' ' | '(' | ')' | '-' | '/' => 0.38,
        'm' | 'w' | 'æ' | 'M' | 'W' | 'Æ' | '%' | '@' | '—' => 0.92,
        letter if letter.is_uppercase() => 0.7,
        _ => 0.6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_where_they_fit() {
        let lines = wrapped("Borgeren melder flytning hos borgerservice", 160.0, 16.0);
        assert!(lines.len() > 1, "{lines:?}");
        assert_eq!(lines.join(" "), "Borgeren melder flytning hos borgerservice");
        assert!(lines.iter().all(|line| wide(line, 16.0) <= 160.0), "{lines:?}");
    }

    #[test]
    fn a_word_wider_than_a_line_is_parted() {
        let word = "Beskæftigelsesforvaltningens";
        let lines = wrapped(&format!("I {word} hus"), 120.0, 16.0);
        assert!(lines.iter().all(|line| wide(line, 16.0) <= 120.0), "{lines:?}");
        let together: String = lines.concat();
        assert_eq!(together.replace(['-', ' '], ""), format!("I{word}hus"));
    }

    #[test]
    fn nothing_has_no_lines() {
        assert!(wrapped("  ", 100.0, 16.0).is_empty());
    }
}
