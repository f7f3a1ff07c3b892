//! `/tilgaengelighed` and `/<m>/tilgaengelighed`: the accessibility statement, in the spirit of the Danish act on the
//! accessibility of public bodies' websites (lov nr. 692 af 8. juni 2018). Honest: it says what is known to lack.

use leptos::prelude::*;

use crate::directory::here::use_here;
use crate::language::Text;
use crate::text;
use crate::ui::page::PageHeading;
use crate::ui::word_link::OutsideLink;

/// Where one complains when the municipality does not answer.
const AUTHORITY: &str = "https://www.digst.dk/digital-inklusion/webtilgaengelighed/";

/// The page.
#[component]
pub(crate) fn StatementPage() -> impl IntoView {
    let here = use_here();
    let section = |heading: Text, paragraphs: Vec<Text>| {
        let paragraphs = paragraphs.into_iter().map(|words| view! { <p>{words}</p> });
        view! {
            <h2 class="h3">{heading}</h2>
            {paragraphs.collect_view()}
        }
    };
    let list = |items: Vec<Text>| {
        let items = items.into_iter().map(|words| view! { <li>{words}</li> });
        view! { <ul>{items.collect_view()}</ul> }
    };
    let website = move || {
        let website = here.known()?.website?;
        let label = here.name().unwrap_or_else(|| website.clone());
        Some(view! { <p><OutsideLink href=website label=label/></p> })
    };
    view! {
        <PageHeading title=text!(accessibility.title)/>
        <p class="font-lead">{text!(accessibility.lead)}</p>
        {section(text!(accessibility.status), vec![text!(accessibility.status_words)])}
        {section(text!(accessibility.holds), vec![])}
        {list(vec![
            text!(accessibility.holds_keyboard),
            text!(accessibility.holds_reader),
            text!(accessibility.holds_colour),
            text!(accessibility.holds_zoom),
            text!(accessibility.holds_offline),
        ])}
        {section(text!(accessibility.lacks), vec![])}
        {list(vec![
            text!(accessibility.lacks_people),
            text!(accessibility.lacks_english),
            text!(accessibility.lacks_script),
            text!(accessibility.lacks_sites),
        ])}
        {section(
            text!(accessibility.tell),
            vec![text!(accessibility.tell_words), text!(accessibility.tell_answer)],
        )}
        {website}
        {section(text!(accessibility.complain), vec![text!(accessibility.complain_words)])}
        <p><OutsideLink href=AUTHORITY.to_owned() label="Digitaliseringsstyrelsen".to_owned()/></p>
        {section(text!(accessibility.made), vec![text!(accessibility.made_words)])}
    }
}
