//! What the buttons above an answer do to its Markdown: a heading, a list, bold words, a link. Pure. Places are counted
//! as browsers count them, in UTF-16.

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The line is a heading.
    Heading,
    /// The lines are a list.
    List,
    /// The words are bold.
    Bold,
    /// The words lead somewhere.
    Link,
}

/// A text and what is chosen in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The text.
    pub(super) text: String,
    /// Where the choice begins.
    pub(super) from: u32,
    /// Where it ends.
    pub(super) to: u32,
}

/// What stands where nothing was chosen: `words` for a link's words.
pub(super) fn marked(mark: Mark, chosen: &Chosen, words: &str) -> Chosen {
    let text = &chosen.text;
    let (from, to) = (byte_at(text, chosen.from), byte_at(text, chosen.to));
    let (from, to) = (from.min(to), from.max(to));
    match mark {
        Mark::Heading => lines(text, from, to, "## "),
        Mark::List => lines(text, from, to, "- "),
        Mark::Bold => around(text, from, to, "**", "**"),
        Mark::Link => link(text, from, to, words),
    }
}

/// Begins the chosen lines so, or no longer so where all of them do.
fn lines(text: &str, from: usize, to: usize, begin: &str) -> Chosen {
    let start = text[..from].rfind('\n').map_or(0, |at| at + 1);
    let end = text[to..].find('\n').map_or(text.len(), |at| to + at);
    let chosen = &text[start..end];
    let is_so = chosen.lines().filter(|line| !line.trim().is_empty()).all(|line| line.starts_with(begin))
        && !chosen.trim().is_empty();
    let new: Vec<String> = chosen
        .split('\n')
        .map(|line| match line.strip_prefix(begin) {
            Some(rest) if is_so => rest.to_owned(),
            Some(_) => line.to_owned(),
            None => format!("{begin}{line}"),
        })
        .collect();
    let new = new.join("\n");
    let text = format!("{}{new}{}", &text[..start], &text[end..]);
    let to = place_of(&text, start + new.len());
    let from = if chosen.contains('\n') { place_of(&text, start) } else { to };
    Chosen { text, from, to }
}

/// Puts marks around the words, or takes them away.
fn around(text: &str, from: usize, to: usize, before: &str, after: &str) -> Chosen {
    let (start, words, end) = (&text[..from], &text[from..to], &text[to..]);
    if let (Some(start), Some(end)) = (start.strip_suffix(before), end.strip_prefix(after)) {
        let text = format!("{start}{words}{end}");
        return at(text, start.len(), start.len() + words.len());
    }
    // Marks next to a blank are none.
    let blank_before = words.len() - words.trim_start().len();
    let core = words.trim();
    let (lead, tail) = if core.is_empty() {
        (words, "")
    } else {
        (&words[..blank_before], &words[blank_before + core.len()..])
    };
    let whole = format!("{start}{lead}{before}{core}{after}{tail}{end}");
    let first = start.len() + lead.len() + before.len();
    at(whole, first, first + core.len())
}

/// Makes the words a link, and chooses the place of its address.
fn link(text: &str, from: usize, to: usize, words: &str) -> Chosen {
    let chosen = text[from..to].trim();
    let is_address = chosen.starts_with("http://") || chosen.starts_with("https://");
    let (shown, address) = match (chosen.is_empty(), is_address) {
        (true, _) => (words, "https://"),
        (false, true) => (words, chosen),
        (false, false) => (chosen, "https://"),
    };
    let whole = format!("{}[{shown}]({address}){}", &text[..from], &text[to..]);
    let first = from + shown.len() + 3;
    if is_address {
        at(whole, from + 1, from + 1 + shown.len())
    } else {
        at(whole, first, first + address.len())
    }
}

fn at(text: String, from: usize, to: usize) -> Chosen {
    let (from, to) = (place_of(&text, from), place_of(&text, to));
    Chosen { text, from, to }
}

/// The byte at a browser's place.
fn byte_at(text: &str, place: u32) -> usize {
    let mut units = 0;
    for (at, letter) in text.char_indices() {
        if units >= place {
            return at;
        }
        units += letter.len_utf16() as u32;
    }
    text.len()
}

/// The browser's place of a byte.
fn place_of(text: &str, byte: usize) -> u32 {
    text[..byte].encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` stands where the choice begins and ends.
    fn pressed(mark: Mark, text: &str) -> String {
        let parts: Vec<&str> = text.split('|').collect();
        let whole = parts.concat();
        let from = place_of(&whole, parts[0].len());
        let to = if parts.len() > 2 { place_of(&whole, parts[0].len() + parts[1].len()) } else { from };
        let after = marked(mark, &Chosen { text: whole, from, to }, "tekst");
        let (from, to) = (byte_at(&after.text, after.from), byte_at(&after.text, after.to));
        format!("{}|{}|{}", &after.text[..from], &after.text[from..to], &after.text[to..])
    }

    #[test]
    fn bold_comes_and_goes() {
        assert_eq!(pressed(Mark::Bold, "en |særlig| aftale"), "en **|særlig|** aftale");
        assert_eq!(pressed(Mark::Bold, "en **|særlig|** aftale"), "en |særlig| aftale");
        assert_eq!(pressed(Mark::Bold, "en |særlig |aftale"), "en **|særlig|** aftale");
        assert_eq!(pressed(Mark::Bold, "en |"), "en **||**");
    }

    #[test]
    fn lists_and_headings_are_lines() {
        assert_eq!(pressed(Mark::List, "før\n|a\nb|\nefter"), "før\n|- a\n- b|\nefter");
        assert_eq!(pressed(Mark::List, "før\n|- a\n- b|\nefter"), "før\n|a\nb|\nefter");
        assert_eq!(pressed(Mark::Heading, "Må|l"), "## Mål||");
        assert_eq!(pressed(Mark::Heading, "|"), "## ||");
    }

    #[test]
    fn a_link_asks_for_its_address_or_its_words() {
        assert_eq!(pressed(Mark::Link, "se |planen| 😀"), "se [planen](|https://|) 😀");
        assert_eq!(pressed(Mark::Link, "😀 |"), "😀 [tekst](|https://|)");
        assert_eq!(pressed(Mark::Link, "|https://a.dk|"), "[|tekst|](https://a.dk)");
    }
}
