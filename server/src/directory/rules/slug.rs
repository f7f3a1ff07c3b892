//! The last part of an entry's path, made from its name.

use unicode_normalization::UnicodeNormalization;

/// Longest that is made, in characters; a number may follow.
const LONGEST: usize = 100;

/// Makes a slug that is not taken: `Den Blå Oase` → `den-blaa-oase`, the next one `den-blaa-oase-2`.
/// A name without a letter of ours becomes `otherwise`.
pub fn of(name: &str, otherwise: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let written = written(name);
    let slug = if written.is_empty() { otherwise } else { &written };
    let numbered = (2..).map(|number: u32| format!("{slug}-{number}"));
    let mut candidates = std::iter::once(slug.to_owned()).chain(numbered);
    candidates.find(|candidate| !is_taken(candidate)).unwrap_or_default()
}

fn written(name: &str) -> String {
    let lower = name.to_lowercase().nfc().collect::<String>();
    let danish = lower.replace('æ', "ae").replace('ø', "oe").replace('å', "aa");
    let mut slug = String::new();
    for letter in danish.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(LONGEST);
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_name_becomes_a_path_that_is_not_taken() {
        let taken = ["den-blaa-oase", "den-blaa-oase-2"];
        let slug = |name| of(name, "service", |slug| taken.contains(&slug));
        assert_eq!(slug("Den Blå Oase"), "den-blaa-oase-3");
        assert_eq!(slug("Café Ærø & Ønsker (§ 104)"), "cafe-aeroe-oensker-104");
        assert_eq!(slug("<script>"), "script");
        assert_eq!(slug("…"), "service");
        assert!(crate::directory::rules::reach::is_slug(&slug(&"Langt navn ".repeat(40))));
    }
}
