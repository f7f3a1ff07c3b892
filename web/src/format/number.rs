//! Numbers with the separators of the language: `2.500,5` and `2,500.5`.

use crate::language::Locale;

/// A number with at most two decimals, without trailing zeroes.
pub(crate) fn shown(locale: Locale, value: f64) -> String {
    let (thousands, decimal) = match locale {
        Locale::da => ('.', ','),
        Locale::en => (',', '.'),
    };
    let fixed = format!("{:.2}", value.abs());
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let mut out = String::from(if value < 0.0 { "−" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(thousands);
        }
        out.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    if !fraction.is_empty() {
        out.push(decimal);
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::shown;
    use crate::language::Locale;

    #[test]
    fn separators_follow_the_language() {
        assert_eq!(shown(Locale::da, 200.0), "200");
        assert_eq!(shown(Locale::da, 2_500.5), "2.500,5");
        assert_eq!(shown(Locale::en, 1_234_567.25), "1,234,567.25");
    }
}
