//! Danish alphabetical order: æ, ø, å come after z, and aa counts as å (Retskrivningsordbogen).

/// A key by which names sort as in a Danish register.
pub(super) fn danish_key(name: &str) -> String {
    let lower = name.to_lowercase().replace("aa", "å");
    lower
        .chars()
        .map(|c| match c {
            'æ' | 'ä' => '\u{e000}',
            'ø' | 'ö' => '\u{e001}',
            'å' => '\u{e002}',
            'é' | 'è' | 'ê' => 'e',
            'ü' => 'y',
            other => other,
        })
        .filter(|c| c.is_alphanumeric() || *c == ' ' || *c >= '\u{e000}')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::danish_key;

    #[test]
    fn the_danish_letters_come_last_in_their_order() {
        let mut names =
            ["Åben klinik", "Øst", "Zoo", "Ærø", "'Mit budget'", "Aabenraa Selvhjælp", "Blå Kors"];
        names.sort_by_key(|name| danish_key(name));
        assert_eq!(
            names,
            ["Blå Kors", "'Mit budget'", "Zoo", "Ærø", "Øst", "Åben klinik", "Aabenraa Selvhjælp"]
        );
    }
}
