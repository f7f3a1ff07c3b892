//! CVR numbers: eight digits with a checksum (HSDS: `tax_id`).

const WEIGHTS: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];

/// Whether the text is a CVR number: eight digits whose weighted sum is divisible by 11
/// (the modulus-11 rule of the Central Business Register).
pub fn is_valid(text: &str) -> bool {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
    digits.is_some_and(|digits| {
        digits.len() == WEIGHTS.len()
            && digits[0] != 0
            && digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum::<u32>() % 11 == 0
    })
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn a_right_number_passes_and_a_slip_of_the_pen_does_not() {
        assert!(is_valid("29189803"));
        assert!(is_valid("29189854"));
        for wrong in ["29189802", "29198903", "2918980", "291898033", "2918980a", "", "00000000"] {
            assert!(!is_valid(wrong), "{wrong}");
        }
    }
}
