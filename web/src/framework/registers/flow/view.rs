//! A pathway drawn, and beside it the same as text.

use leptos::prelude::*;

use super::layout::{Area, Drawing, Size, draw};
use super::plan::Branch;
pub(crate) use super::text::Flow;
use super::text::{Next, Step};
use super::wrap::{wide, wrapped};
use crate::framework::registers::views::heading;
use crate::language::{Locale, danish, td_string, text_by, use_language};
use crate::text;
use crate::ui::shown::changing;

/// The width of a step's box.
const WIDTH: f64 = 236.0;
/// Space within a box.
const INSET: f64 = 12.0;
/// The size of letters in a step, and from line to line.
const LETTER: (f64, f64) = (15.0, 20.0);
/// The same for what stands smaller: who, by what, when, if.
const SMALL: (f64, f64) = (13.0, 18.0);
/// The widest condition.
const CONDITION: f64 = 150.0;

/// The pathway drawn and as text. `name` is what it is called.
#[component]
pub(crate) fn PathwayFlow(
    name: String,
    flow: Flow,
    /// The level of the heading above the text.
    level: u8,
) -> impl IntoView {
    let drawn = flow.clone();
    view! {
        <div class="pathway">
            <FlowDrawing name=name flow=drawn/>
            <FlowText flow=flow level=level/>
        </div>
    }
}

/// The drawing. It scrolls in its own box where it is wider than the screen.
#[component]
pub(crate) fn FlowDrawing(name: String, flow: Flow) -> impl IntoView {
    let language = use_language();
    let lang = danish();
    let label = text!(register.flow_drawing, name = name.clone());
    changing(Box::new(move || {
        let locale = language.get();
        let (drawing, steps, conditions) = drawn(locale, &flow);
        let Drawing { size, boxes, conditions: places, lines } = drawing;
        let arrows =
            lines.into_iter().map(|line| view! { <path class="flow-line" d=line></path> }.into_any());
        let conditions = conditions.into_iter().zip(places).map(|(words, area)| condition(&words, area));
        let boxes = steps.into_iter().zip(boxes).map(|(words, area)| step_box(words, area));
        let about = td_string!(locale, register.flow_about, count = flow.steps.len());
        view! {
            <div class="flow-scroll" tabindex="0" role="region" aria-label=label>
                <svg
                    class="flow"
                    role="img"
                    aria-label=about
                    width=format!("{:.0}", size.width)
                    height=format!("{:.0}", size.height)
                    viewBox=format!("0 0 {:.0} {:.0}", size.width, size.height)
                >
                    {arrows.collect_view()}
                    <g lang=lang>
                        {conditions.collect_view()}
                        {boxes.collect_view()}
                    </g>
                </svg>
            </div>
        }
        .into_any()
    }))
}

/// The lines of a step: what happens, and smaller who, by what and when.
struct Lines {
    text: Vec<String>,
    small: Vec<String>,
}

/// Places it all, and gives the words of each step and branch.
fn drawn(locale: Locale, flow: &Flow) -> (Drawing, Vec<Lines>, Vec<Vec<String>>) {
    let inner = WIDTH - 2.0 * INSET;
    let steps: Vec<Lines> = flow
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let text = wrapped(&format!("{}. {}", at + 1, step.text), inner, LETTER.0);
            let small = about(locale, step).into_iter().flat_map(|line| wrapped(&line, inner, SMALL.0));
            Lines { text, small: small.collect() }
        })
        .collect();
    let sizes: Vec<Size> = steps
        .iter()
        .map(|lines| {
            let height = lines.text.len() as f64 * LETTER.1 + lines.small.len() as f64 * SMALL.1;
            Size { width: WIDTH, height: height + 2.0 * INSET }
        })
        .collect();
    let mut branches = Vec::new();
    let mut conditions = Vec::new();
    for (from, step) in flow.steps.iter().enumerate() {
        for next in &step.next {
            let words = wrapped(&next.condition, CONDITION, SMALL.0);
            let width = words.iter().map(|line| wide(line, SMALL.0) + 12.0).fold(0.0, f64::max);
            let size = Size { width, height: words.len() as f64 * SMALL.1 };
            branches.push((Branch { from, to: next.to }, size));
            conditions.push(words);
        }
    }
    (draw(&sizes, &branches), steps, conditions)
}

/// Who, by what and within what time, a line each.
fn about(locale: Locale, step: &Step) -> Vec<String> {
    let by = Some(step.channel.clone()).filter(|channel| !channel.is_empty());
    let within = (!step.within.is_empty())
        .then(|| td_string!(locale, register.flow_within, time = step.within.clone()));
    let actor = Some(step.actor.clone()).filter(|actor| !actor.is_empty());
    [actor, by, within].into_iter().flatten().collect()
}

fn step_box(words: Lines, area: Area) -> AnyView {
    let mut y = area.y + INSET;
    let mut line = |words: String, class: &'static str, (size, step): (f64, f64)| {
        y += step;
        let base = y - (step - size) / 2.0 - size * 0.15;
        view! { <text class=class x=format!("{:.1}", area.x + INSET) y=format!("{base:.1}")>{words}</text> }
            .into_any()
    };
    let mut lines: Vec<AnyView> =
        words.text.into_iter().map(|words| line(words, "flow-text", LETTER)).collect();
    lines.extend(words.small.into_iter().map(|words| line(words, "flow-small", SMALL)));
    view! {
        <g>
            <rect
                class="flow-box"
                x=format!("{:.1}", area.x)
                y=format!("{:.1}", area.y)
                width=format!("{:.1}", area.size.width)
                height=format!("{:.1}", area.size.height)
                rx="6"
            ></rect>
            {lines}
        </g>
    }
    .into_any()
}

fn condition(words: &[String], area: Area) -> AnyView {
    if words.is_empty() {
        return ().into_any();
    }
    let middle = format!("{:.1}", area.x + area.size.width / 2.0);
    let lines = words.iter().enumerate().map(|(at, words)| {
        let base = area.y + (at as f64 + 1.0) * SMALL.1 - (SMALL.1 - SMALL.0) / 2.0 - SMALL.0 * 0.15;
        view! {
            <text class="flow-small flow-condition" x=middle.clone() y=format!("{base:.1}") text-anchor="middle">
                {words.clone()}
            </text>
        }
    });
    let lines = lines.collect_view();
    view! {
        <g>
            <rect
                class="flow-under"
                x=format!("{:.1}", area.x)
                y=format!("{:.1}", area.y)
                width=format!("{:.1}", area.size.width)
                height=format!("{:.1}", area.size.height)
            ></rect>
            {lines}
        </g>
    }
    .into_any()
}

/// The same as text: the steps in their order, and where each leads.
#[component]
fn FlowText(flow: Flow, level: u8) -> impl IntoView {
    let lang = danish();
    let texts: Vec<String> = flow.steps.iter().map(|step| step.text.clone()).collect();
    let steps = flow.steps.into_iter().map(|step| {
        let Step { text, actor, address, channel, within, next } = step;
        let actor = (!actor.is_empty()).then(|| {
            let who = match address {
                Some(address) => view! { <a href=address>{actor}</a> }.into_any(),
                None => actor.into_any(),
            };
            view! { <li>{text!(register.flow_who)} " " <span lang=lang>{who}</span></li> }
        });
        let channel = (!channel.is_empty())
            .then(|| view! { <li>{text!(register.flow_how)} " " <span lang=lang>{channel}</span></li> });
        let within = (!within.is_empty())
            .then(|| view! { <li>{text!(register.flow_when)} " " <span lang=lang>{within}</span></li> });
        let is_end = next.is_empty().then(|| view! { <li>{text!(register.flow_end)}</li> });
        let texts = texts.clone();
        let next = next.into_iter().map(|next| {
            let target = texts.get(next.to).cloned().unwrap_or_default();
            let Next { condition, to } = next;
            let words = text_by(move |locale| leads(locale, &condition, to));
            view! { <li class="flow-next">{words} ": " <span lang=lang>{target}</span></li> }
        });
        view! {
            <li>
                <span class="weight-semibold" lang=lang>{text}</span>
                <ul class="nobullet-list">{actor} {channel} {within} {next.collect_view()} {is_end}</ul>
            </li>
        }
    });
    view! {
        <section class="flow-words">
            {heading(level, "h6", text!(register.flow_words).into_any())}
            <ol>{steps.collect_view()}</ol>
        </section>
    }
}

/// `Hvis akut → trin 4`.
fn leads(locale: Locale, condition: &str, to: usize) -> String {
    if condition.is_empty() {
        td_string!(locale, register.flow_then, step = to + 1)
    } else {
        // The condition may itself begin with the word.
        let bare = ["hvis ", "if "]
            .iter()
            .find(|word| condition.to_lowercase().starts_with(**word))
            .and_then(|word| condition.get(word.len()..))
            .unwrap_or(condition);
        td_string!(locale, register.flow_if, condition = bare, step = to + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_step_leads_in_words() {
        assert_eq!(leads(Locale::da, "borgeren er akut syg", 3), "Hvis borgeren er akut syg → trin 4");
        assert_eq!(leads(Locale::da, "Hvis akut", 3), "Hvis akut → trin 4");
        assert_eq!(leads(Locale::da, "", 1), "Derefter → trin 2");
    }

    #[test]
    fn boxes_have_room_for_their_words() {
        let step = Step {
            text: "Borgerservice registrerer adresseændringen og giver besked til socialforvaltningen".into(),
            actor: "Borgerservice".into(),
            within: "5 dage".into(),
            ..Step::default()
        };
        let (drawing, lines, _) = drawn(Locale::da, &Flow { steps: vec![step] });
        let needed = lines[0].text.len() as f64 * LETTER.1 + lines[0].small.len() as f64 * SMALL.1;
        assert!(lines[0].text.len() > 1 && drawing.boxes[0].size.height >= needed);
    }
}
