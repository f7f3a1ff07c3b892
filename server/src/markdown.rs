//! Markdown that people have written, as HTML that can do no harm: headings, lists, links, tables; HTML typed into it
//! stays text, pictures become their words, and links lead to pages and mail addresses only.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// The HTML of a text. Its headings begin below level `above`, that of the heading it stands under.
pub(crate) fn render(text: &str, above: u8) -> Markup {
    let mut depth_of_dropped_links = Vec::new();
    let (mut ranks, mut heading) = (Vec::new(), HeadingLevel::H6);
    let events = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let safe = events.filter_map(|event| {
        Some(match event {
            Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Heading { level, .. }) => {
                heading = below(above, depth(&mut ranks, level as u8));
                Event::Start(Tag::Heading {
                    level: heading,
                    id: None,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                })
            }
            Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(heading)),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let is_harmless = leads_to_a_page(link_type, &dest_url);
                depth_of_dropped_links.push(!is_harmless);
                if !is_harmless {
                    return None;
                }
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::End(TagEnd::Link) => {
                if depth_of_dropped_links.pop().unwrap_or_default() {
                    return None;
                }
                Event::End(TagEnd::Link)
            }
            other => other,
        })
    });
    let mut written = String::new();
    html::push_html(&mut written, safe);
    PreEscaped(written)
}

/// Whether a link may be followed: to a page over HTTP, to a mail address, or within the product.
fn leads_to_a_page(kind: LinkType, address: &CowStr<'_>) -> bool {
    if kind == LinkType::Email {
        return true;
    }
    // Browsers leave out control characters and spaces when they read the scheme.
    let plain: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let before_path = plain.split(['/', '?', '#']).next().unwrap_or_default();
    match before_path.split_once(':') {
        Some((scheme, _)) => ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str()),
        None => true,
    }
}

/// How deep a heading stands: one more than the headings above it, whatever its rank, so that none is skipped.
fn depth(above: &mut Vec<u8>, rank: u8) -> u8 {
    above.retain(|other| *other < rank);
    above.push(rank);
    u8::try_from(above.len()).unwrap_or(u8::MAX)
}

/// The level of a heading that stands so deep below one of level `above`.
fn below(above: u8, depth: u8) -> HeadingLevel {
    match above.saturating_add(depth) {
        0 | 1 => HeadingLevel::H1,
        2 => HeadingLevel::H2,
        3 => HeadingLevel::H3,
        4 => HeadingLevel::H4,
        5 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        render(text, 3).into_string().trim().to_owned()
    }

    #[test]
    fn headings_lists_and_links_are_shown_as_such() {
        assert_eq!(html("# Fora"), "<h4>Fora</h4>");
        // No level is skipped, whatever rank was typed.
        assert_eq!(html("#### Fora"), "<h4>Fora</h4>");
        assert_eq!(html("# Fora\n### Møder"), "<h4>Fora</h4>\n<h5>Møder</h5>");
        assert_eq!(html("- et\n- to"), "<ul>\n<li>et</li>\n<li>to</li>\n</ul>");
        assert_eq!(
            html("Se [siden](https://example.org/a?b=1&c=2)."),
            r#"<p>Se <a href="https://example.org/a?b=1&amp;c=2">siden</a>.</p>"#
        );
        assert_eq!(
            html("[skriv](mailto:a@example.org) [her](/esbjerg/tilbud)"),
            r#"<p><a href="mailto:a@example.org">skriv</a> <a href="/esbjerg/tilbud">her</a></p>"#
        );
        assert!(html("<a@example.org>").contains("mailto:a@example.org"));
        assert!(html("|a|b|\n|-|-|\n|1|2|").contains("<table>"));
    }

    #[test]
    fn html_stays_text() {
        for wrong in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "Før <b onclick=\"alert(1)\">efter</b>",
            "<!-- --><iframe src=\"https://example.org\"></iframe>",
            "<svg/onload=alert(1)>",
            "<style>body { display: none }</style>",
        ] {
            let shown = html(wrong);
            for tag in ["<script", "<img", "<b ", "<iframe", "<svg", "<style", "<!--"] {
                assert!(!shown.contains(tag), "{wrong}: {shown}");
            }
            assert!(shown.contains("&lt;"), "{shown}");
        }
    }

    #[test]
    fn links_that_run_scripts_are_no_links() {
        for wrong in [
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](<java\tscript:alert(1)>)",
            "[x](&#106;avascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "[x](vbscript:msgbox)",
            "<javascript:alert(1)>",
            "[x][y]\n\n[y]: javascript:alert(1)",
        ] {
            let shown = html(wrong);
            assert!(!shown.contains("<a") && !shown.contains("href"), "{wrong}: {shown}");
        }
        assert_eq!(
            html("[**x**](javascript:alert(1)) [y](https://example.org)"),
            r#"<p><strong>x</strong> <a href="https://example.org">y</a></p>"#
        );
    }

    #[test]
    fn pictures_become_their_words_and_nothing_leaves_its_attribute() {
        assert_eq!(html("![et kort](https://example.org/x.png)"), "<p>et kort</p>");
        let shown = html("[x](https://example.org/\"onmouseover=alert(1) \"t\\\"onclick=x\")");
        assert!(!shown.contains("\"onmouseover") && !shown.contains("\"onclick"), "{shown}");
    }
}
