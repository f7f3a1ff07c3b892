//! Agreements: who made them, whether they hold, and when they are to be looked at again.

use leptos::prelude::*;

use super::party::{level_words, parties};
use super::rows::{Tools, beside, heading};
use crate::clock;
use crate::format::date::Date;
use crate::format::words::day;
use crate::framework::registers::queries::{AgreementForm, AgreementStatus, RegisterForm, Row};
use crate::language::{Locale, danish, td_string, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::paragraphs::Paragraphs;
use crate::ui::word_link::OutsideLink;

/// The agreements.
#[component]
pub(super) fn Agreements(rows: Vec<Row>, level: u8, tools: Option<Tools>) -> impl IntoView {
    let cards = rows.into_iter().filter_map(|row| {
        let RegisterForm::Agreement(form) = &row.form else { return None };
        let form = (**form).clone();
        Some(view! { <Agreement row=row form=form level=level tools=tools/> })
    });
    view! { <div class="register-cards">{cards.collect_view()}</div> }
}

#[component]
fn Agreement(row: Row, form: AgreementForm, level: u8, tools: Option<Tools>) -> impl IntoView {
    let lang = danish();
    let is_late = is_late(form.status, form.evaluate_by, clock::today());
    let AgreementForm {
        subject,
        level: between,
        parties: made_by,
        signed_on,
        evaluate_by,
        document,
        status,
        notes,
    } = form;
    let (class, sign) = match status {
        AgreementStatus::Planned => ("sign", Icon::Clock),
        AgreementStatus::InForce => ("sign sign-open", Icon::Check),
        AgreementStatus::Ended => ("sign sign-stopped", Icon::Pause),
    };
    let signed = signed_on.map(|date| {
        view! {
            <dt>{text!(register.signed)}</dt>
            <dd>{text_by(move |locale| day(locale, date))}</dd>
        }
    });
    let evaluate = evaluate_by.map(|date| {
        let late = is_late.then(|| {
            view! { <span class="sign sign-stale">{icon(Icon::Warning)} <span>{text!(register.evaluation_late)}</span></span> }
        });
        view! {
            <dt>{text!(register.evaluate_by)}</dt>
            <dd>{text_by(move |locale| day(locale, date))} " " {late}</dd>
        }
    });
    let document = document.map(|address| {
        view! {
            <dt>{text!(register.document)}</dt>
            <dd><OutsideLink href=address.clone() label=address/></dd>
        }
    });
    let subject = view! { <span lang=lang>{subject}</span> }.into_any();
    view! {
        <article class="register-card">
            {heading(level, "h5", subject)}
            <p class="signs">
                <span class=class>{icon(sign)} <span>{text_by(move |locale| status_words(locale, status).to_owned())}</span></span>
                <span class="sign">{icon(Icon::Building)} <span>{text_by(move |locale| level_words(locale, between).to_owned())}</span></span>
            </p>
            <dl class="register-facts">
                <dt>{text!(register.parties)}</dt>
                <dd>{parties(&row, &made_by)}</dd>
                {signed}
                {evaluate}
                {document}
            </dl>
            {notes.map(|notes| view! { <Paragraphs text=notes/> })}
            {beside(tools, &row)}
        </article>
    }
}

/// How far it is.
pub(super) fn status_words(locale: Locale, status: AgreementStatus) -> &'static str {
    match status {
        AgreementStatus::Planned => td_string!(locale, register.status_planned),
        AgreementStatus::InForce => td_string!(locale, register.status_in_force),
        AgreementStatus::Ended => td_string!(locale, register.status_ended),
    }
}

/// Whether it was to be looked at again before today: only what is in force is, as the service has it.
fn is_late(status: AgreementStatus, evaluate_by: Option<Date>, today: Date) -> bool {
    status == AgreementStatus::InForce && evaluate_by.is_some_and(|date| date < today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agreement_is_late_the_day_after() {
        let date = |day| Date { year: 2026, month: 3, day };
        assert!(!is_late(AgreementStatus::InForce, Some(date(2)), date(2)));
        assert!(is_late(AgreementStatus::InForce, Some(date(2)), date(3)));
        assert!(!is_late(AgreementStatus::Planned, Some(date(2)), date(3)));
        assert!(!is_late(AgreementStatus::Ended, Some(date(2)), date(3)));
        assert!(!is_late(AgreementStatus::InForce, None, date(3)));
    }
}
