//! The address of a query. Queries go by GET so that the service worker can keep their answers; one too long for an
//! address goes by POST, and so does every mutation.

/// The path of the API.
pub(super) const ENDPOINT: &str = "/graphql";

/// Longer addresses than this are not sent.
const LONGEST: usize = 6_000;

/// The address that asks the query, unless it would be too long or changes something.
pub(super) fn of_query(query: &str, variables: &str, encode: impl Fn(&str) -> String) -> Option<String> {
    if query.starts_with("mutation") {
        return None;
    }
    let address = format!("{ENDPOINT}?query={}&variables={}", encode(&shortened(query)), encode(variables));
    (address.len() <= LONGEST).then_some(address)
}

/// The query without the line breaks and indents that cynic writes for people.
fn shortened(query: &str) -> String {
    query.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::of_query;

    #[test]
    fn white_space_is_dropped() {
        let address = of_query("query A {\n  b {\n    c\n  }\n}\n", "{}", str::to_owned);
        assert_eq!(address.as_deref(), Some("/graphql?query=query A { b { c } }&variables={}"));
    }

    #[test]
    fn a_mutation_has_no_address() {
        assert_eq!(of_query("mutation A { b }", "{}", str::to_owned), None);
    }

    #[test]
    fn a_long_query_has_no_address() {
        assert_eq!(of_query(&"x".repeat(7_000), "{}", str::to_owned), None);
    }
}
