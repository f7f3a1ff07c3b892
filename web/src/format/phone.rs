//! Phone numbers as people write and dial them. It formats what the API gives; validating numbers is the server's.

/// `+4527245317` as `27 24 53 17`; foreign and short numbers keep their form.
pub(crate) fn shown(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("45").filter(|_| number.starts_with('+')).unwrap_or(&digits);
    if national.len() == 8 && (!number.starts_with('+') || number.starts_with("+45")) {
        let pairs: Vec<&str> = (0..4).map(|pair| &national[pair * 2..pair * 2 + 2]).collect();
        pairs.join(" ")
    } else if number.starts_with("+45") {
        national.to_owned()
    } else {
        number.to_owned()
    }
}

/// The address of a call, `tel:+4527245317`.
pub(crate) fn call(number: &str) -> String {
    let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    if dialled.len() == 8 && !dialled.starts_with('+') {
        format!("tel:+45{dialled}")
    } else {
        format!("tel:{dialled}")
    }
}

/// The address of a text message, `sms:+4527245317`.
pub(crate) fn text_message(number: &str) -> String {
    call(number).replacen("tel:", "sms:", 1)
}

#[cfg(test)]
mod tests {
    use super::{call, shown, text_message};

    #[test]
    fn danish_numbers_are_shown_in_pairs() {
        assert_eq!(shown("+4527245317"), "27 24 53 17");
        assert_eq!(shown("27245317"), "27 24 53 17");
    }

    #[test]
    fn other_numbers_keep_their_form() {
        assert_eq!(shown("+45112"), "112");
        assert_eq!(shown("1813"), "1813");
        assert_eq!(shown("+46 8 123 45"), "+46 8 123 45");
    }

    #[test]
    fn addresses_can_be_dialled() {
        assert_eq!(call("27 24 53 17"), "tel:+4527245317");
        assert_eq!(text_message("+4527245317"), "sms:+4527245317");
        assert_eq!(call("112"), "tel:112");
    }
}
