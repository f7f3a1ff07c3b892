//! Finds the `url(…)` of a style sheet and gives them other content. It knows just enough CSS for that: strings and
//! comments, in which `url(` means nothing, and the two ways to write a URL.

use anyhow::{Context, Result};

/// Replaces every URL by what `new` makes of it; `None` leaves it as it is.
pub fn replace(css: &str, mut new: impl FnMut(&str) -> Result<Option<String>>) -> Result<String> {
    let mut result = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(length) = up_to_url(rest)? {
        let (before, after) = rest.split_at(length);
        result.push_str(before);
        let inside = &after["url(".len()..];
        let (url, end) = read(inside)?;
        let taken = "url(".len() + end;
        match new(url)? {
            Some(new) => result.push_str(&format!("url(\"{new}\")")),
            None => result.push_str(&after[..taken]),
        }
        rest = &after[taken..];
    }
    result.push_str(rest);
    Ok(result)
}

/// How far the next `url(` is away, past strings and comments.
fn up_to_url(css: &str) -> Result<Option<usize>> {
    let mut at = 0;
    while let Some(character) = css[at..].chars().next() {
        let here = &css[at..];
        at += match character {
            '"' | '\'' => quoted(here)?,
            '/' if here.starts_with("/*") => here.find("*/").context("a comment without its end")? + 2,
            'u' | 'U' if here.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url(")) => {
                return Ok(Some(at));
            }
            _ => character.len_utf8(),
        };
    }
    Ok(None)
}

/// The URL after `url(`, and where its closing parenthesis ends.
fn read(inside: &str) -> Result<(&str, usize)> {
    let spaces = inside.len() - inside.trim_start().len();
    let value = &inside[spaces..];
    if value.starts_with(['"', '\'']) {
        let length = quoted(value)?;
        let close = value[length..].find(')').context("url( without its end")?;
        return Ok((&value[1..length - 1], spaces + length + close + 1));
    }
    let close = value.find(')').context("url( without its end")?;
    Ok((value[..close].trim_end(), spaces + close + 1))
}

/// The length of the string that the text begins with, quotes included.
fn quoted(text: &str) -> Result<usize> {
    let mut characters = text.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    while let Some((at, character)) = characters.next() {
        if character == '\\' {
            characters.next();
        } else if Some(character) == quote {
            return Ok(at + character.len_utf8());
        }
    }
    anyhow::bail!("a string without its end")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shouted(css: &str) -> String {
        replace(css, |url| Ok((!url.starts_with("data:")).then(|| url.to_uppercase()))).expect("is CSS")
    }

    #[test]
    fn both_ways_to_write_a_url_are_replaced() {
        assert_eq!(
            shouted("a{b:url(x.svg)}c{d:url( 'y.svg' ) red}"),
            "a{b:url(\"X.SVG\")}c{d:url(\"Y.SVG\") red}"
        );
        assert_eq!(shouted("a{b:url(\"x).svg\"),url(y.svg)}"), "a{b:url(\"X).SVG\"),url(\"Y.SVG\")}");
    }

    #[test]
    fn data_stays_to_the_letter() {
        let css = "a{b:url(\"data:image/svg+xml,%3csvg viewBox='0 0 1 1'/%3e\")}é{}";
        assert_eq!(shouted(css), css);
    }

    #[test]
    fn strings_and_comments_are_not_looked_into() {
        let css = "/* url(x) */a:after{content:\"url(y) \\\" url(z)\"}";
        assert_eq!(shouted(css), css);
        assert!(replace("a{b:url(x", |_| Ok(None)).is_err());
        assert!(replace("a{b:\"x", |_| Ok(None)).is_err());
    }
}
