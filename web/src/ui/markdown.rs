//! What people wrote in Markdown, as views. No HTML goes through: raw HTML is shown as the text it is, pictures as
//! their words, and a link leads only where [`link_target`] lets it.

use leptos::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag};

use crate::language::danish;

/// The text, marked as Danish on an English screen.
#[component]
pub(crate) fn Markdown(
    #[prop(into)] text: String,
    /// The rank of its largest headings on the page: 4 where it stands under an `h3`.
    #[prop(default = 4)]
    level: u8,
) -> impl IntoView {
    let lang = danish();
    view! { <div class="markdown" lang=lang>{shown(parsed(&text), level)}</div> }
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Break,
    Rule,
    Holding(Holder, Vec<Piece>),
}

/// What holds pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Holder {
    /// By its rank in the text, from 1.
    Heading(u8),
    Paragraph,
    Quote,
    /// Bullets, or numbers from one on.
    List(Option<u64>),
    Item,
    Code,
    Strong,
    Emphasis,
    /// Where it leads, if it may lead there.
    Link(Option<String>),
    /// What has no look of its own.
    Plain,
}

/// The text in pieces.
fn parsed(text: &str) -> Vec<Piece> {
    let mut open: Vec<(Holder, Vec<Piece>)> = vec![(Holder::Plain, Vec::new())];
    let mut above = Vec::new();
    for event in Parser::new(text) {
        let piece = match event {
            Event::Start(tag) => {
                let holder = match holder(tag) {
                    Holder::Heading(rank) => Holder::Heading(depth(&mut above, rank)),
                    other => other,
                };
                open.push((holder, Vec::new()));
                continue;
            }
            Event::End(_) => match open.pop() {
                Some((holder, pieces)) => Piece::Holding(holder, pieces),
                None => continue,
            },
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => {
                Piece::Text(words.into_string())
            }
            Event::Code(words) => Piece::Holding(Holder::Code, vec![Piece::Text(words.into_string())]),
            Event::SoftBreak => Piece::Text(" ".to_owned()),
            Event::HardBreak => Piece::Break,
            Event::Rule => Piece::Rule,
            _ => continue,
        };
        if let Some((_, pieces)) = open.last_mut() {
            pieces.push(piece);
        }
    }
    open.into_iter().next().map(|(_, pieces)| pieces).unwrap_or_default()
}

/// How deep a heading stands: one more than the headings above it, whatever its rank, so that none is skipped.
fn depth(above: &mut Vec<u8>, rank: u8) -> u8 {
    above.retain(|other| *other < rank);
    above.push(rank);
    u8::try_from(above.len()).unwrap_or(u8::MAX)
}

fn holder(tag: Tag<'_>) -> Holder {
    match tag {
        Tag::Heading { level, .. } => Holder::Heading(match level {
            HeadingLevel::H1 => 1,
            HeadingLevel::H2 => 2,
            _ => 3,
        }),
        Tag::Paragraph | Tag::HtmlBlock => Holder::Paragraph,
        Tag::BlockQuote(_) => Holder::Quote,
        Tag::List(first) => Holder::List(first),
        Tag::Item => Holder::Item,
        Tag::CodeBlock(_) => Holder::Paragraph,
        Tag::Strong => Holder::Strong,
        Tag::Emphasis => Holder::Emphasis,
        Tag::Link { dest_url, .. } => Holder::Link(link_target(&dest_url)),
        _ => Holder::Plain,
    }
}

/// Where a link may lead: to the web, to a mail address, or to another place here; nowhere else. `www.…` is the web.
pub(crate) fn link_target(address: &str) -> Option<String> {
    let address = address.trim();
    // Browsers read past control characters and turn backslashes, and so may see another address than we do.
    let is_odd = |letter: char| letter.is_control() || letter.is_whitespace() || letter == '\\';
    if address.is_empty() || address.starts_with("//") || address.contains(is_odd) {
        return None;
    }
    if address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) {
        return Some(format!("https://{address}"));
    }
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    match first.split_once(':') {
        None => Some(address.to_owned()),
        Some((scheme, _)) => ["http", "https", "mailto"]
            .iter()
            .any(|allowed| scheme.eq_ignore_ascii_case(allowed))
            .then(|| address.to_owned()),
    }
}

fn shown(pieces: Vec<Piece>, level: u8) -> AnyView {
    pieces.into_iter().map(|piece| one(piece, level)).collect_view().into_any()
}

fn one(piece: Piece, level: u8) -> AnyView {
    match piece {
        Piece::Text(words) => words.into_any(),
        Piece::Break => view! { <br/> }.into_any(),
        Piece::Rule => view! { <hr/> }.into_any(),
        Piece::Holding(holder, pieces) => held(holder, shown(pieces, level), level),
    }
}

fn held(holder: Holder, inner: AnyView, level: u8) -> AnyView {
    match holder {
        Holder::Heading(rank) => match level + rank - 1 {
            ..=3 => view! { <h3 class="h4">{inner}</h3> }.into_any(),
            4 => view! { <h4 class="h5">{inner}</h4> }.into_any(),
            5 => view! { <h5 class="h6">{inner}</h5> }.into_any(),
            _ => view! { <h6 class="h6">{inner}</h6> }.into_any(),
        },
        Holder::Paragraph => view! { <p>{inner}</p> }.into_any(),
        Holder::Quote => view! { <blockquote>{inner}</blockquote> }.into_any(),
        Holder::List(None) => view! { <ul>{inner}</ul> }.into_any(),
        Holder::List(Some(first)) => view! { <ol start=first.to_string()>{inner}</ol> }.into_any(),
        Holder::Item => view! { <li>{inner}</li> }.into_any(),
        Holder::Code => view! { <code>{inner}</code> }.into_any(),
        Holder::Strong => view! { <strong>{inner}</strong> }.into_any(),
        Holder::Emphasis => view! { <em>{inner}</em> }.into_any(),
        Holder::Link(Some(target)) => {
            let leaves = target.starts_with("http").then_some("external noopener");
            view! { <a href=target rel=leaves>{inner}</a> }.into_any()
        }
        Holder::Link(None) | Holder::Plain => inner,
    }
}

#[cfg(test)]
mod tests {
    use super::{Holder, Piece, depth, link_target, parsed};

    #[test]
    fn headings_skip_no_rank() {
        let mut above = Vec::new();
        let depths: Vec<u8> = [3, 3, 2, 1, 3, 2].into_iter().map(|rank| depth(&mut above, rank)).collect();
        assert_eq!(depths, [1, 1, 1, 1, 2, 2]);
    }

    fn text(words: &str) -> Piece {
        Piece::Text(words.to_owned())
    }

    #[test]
    fn headings_lists_and_bold_are_read() {
        let read = parsed("# Mål\n\n- **Fælles** plan\n- Møder");
        let item = |pieces| Piece::Holding(Holder::Item, pieces);
        let bold = Piece::Holding(Holder::Strong, vec![text("Fælles")]);
        assert_eq!(
            read,
            [
                Piece::Holding(Holder::Heading(1), vec![text("Mål")]),
                Piece::Holding(
                    Holder::List(None),
                    vec![item(vec![bold, text(" plan")]), item(vec![text("Møder")])]
                ),
            ]
        );
    }

    #[test]
    fn raw_html_stays_text() {
        let read = parsed("<script>alert(1)</script>\n\nEn <b onclick=x>linje</b>");
        assert_eq!(
            read,
            [
                Piece::Holding(Holder::Paragraph, vec![text("<script>alert(1)</script>\n")]),
                Piece::Holding(
                    Holder::Paragraph,
                    vec![text("En "), text("<b onclick=x>"), text("linje"), text("</b>")]
                ),
            ]
        );
    }

    #[test]
    fn links_lead_to_the_web_to_mail_and_to_places_here() {
        for address in [
            "https://www.esbjerg.dk/a?b=c:d",
            "HTTP://a.dk",
            "mailto:a@b.dk",
            "/esbjerg/tilbud",
            "#maal",
            "tilbud",
        ] {
            assert_eq!(link_target(address).as_deref(), Some(address));
        }
        assert_eq!(link_target("www.esbjerg.dk").as_deref(), Some("https://www.esbjerg.dk"));
    }

    #[test]
    fn links_lead_nowhere_else() {
        for address in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
            "//ondt.dk",
            "/\\ondt.dk",
            "/\t/ondt.dk",
            "",
        ] {
            assert_eq!(link_target(address), None, "{address}");
        }
        let read = parsed("[tryk](javascript:alert(1))");
        assert_eq!(
            read,
            [Piece::Holding(Holder::Paragraph, vec![Piece::Holding(Holder::Link(None), vec![text("tryk")])])]
        );
    }
}
