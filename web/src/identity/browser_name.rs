//! A browser and its machine in words, from what the browser calls itself (`User-Agent`). Good enough to tell one's own
//! phone from one's own computer, and no more: browsers call themselves each other's names.

/// `("Firefox", "Windows")`; either is empty where it is not one of the usual.
pub(crate) fn of(user_agent: &str) -> (&'static str, &'static str) {
    (first(&BROWSERS, user_agent), first(&SYSTEMS, user_agent))
}

/// Browsers by their mark. Those that carry another's mark as well come before it.
const BROWSERS: [(&str, &str); 10] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("HeadlessChrome/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];

/// Systems by their mark, in the same way.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

fn first(marks: &[(&str, &'static str)], user_agent: &str) -> &'static str {
    marks.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn browsers_that_call_themselves_by_many_names() {
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 \
                       Safari/537.36 Edg/138.0";
        assert_eq!(of(windows), ("Edge", "Windows"));
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                     Version/18.5 Mobile/15E148 Safari/604.1";
        assert_eq!(of(phone), ("Safari", "iPhone"));
        let android = "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 \
                       Mobile Safari/537.36";
        assert_eq!(of(android), ("Chrome", "Android"));
        let linux = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        assert_eq!(of(linux), ("Firefox", "Linux"));
    }

    #[test]
    fn a_stranger_has_no_name() {
        assert_eq!(of(""), ("", ""));
        assert_eq!(of("Something else"), ("", ""));
    }
}
