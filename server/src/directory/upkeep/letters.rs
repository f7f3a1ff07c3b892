//! The mail that reminds, in the person's language: what is late first, then what is near.

use std::fmt::Write;

use chrono::NaiveDate;
use entity::identity::person;

use super::rules::{self, Nearness};
use crate::ctx::Ctx;
use crate::directory::{Directory, ServiceEntry, catalogue};
use crate::identity::token::Token;

/// A service to be checked, as a mail tells of it.
pub(super) struct Item<'d> {
    pub(super) service: &'d ServiceEntry,
    pub(super) check_on: NaiveDate,
    pub(super) nearness: Nearness,
    /// Who looks after it, and can be asked.
    pub(super) owner: Option<&'d person::Model>,
    /// Says “checked, still right”.
    pub(super) token: Token,
}

/// Subject and body of a mail with these services, which stand in the order of their nearness.
pub(super) fn reminder(
    ctx: &Ctx,
    directory: &Directory,
    person: &person::Model,
    items: &[Item<'_>],
) -> (String, String) {
    let language = if person.language == "en" { Language::English } else { Language::Danish };
    let mut body = language.opening(&person.name, &directory.municipality.name, items.len());
    let mut group = None;
    for item in items {
        if group.replace(item.nearness) != Some(item.nearness) {
            let _ = write!(body, "\n{}\n", language.heading(item.nearness));
        }
        let (base, slug) = (ctx.app().base_url(), &directory.municipality.slug);
        let page = format!("{base}/{slug}/tilbud/{}", item.service.row.slug);
        let link = format!("{base}/tjek/{}", item.token.secret());
        let today = rules::today(ctx.now());
        let (when, who) = (language.when(today, item.check_on), language.who(person, item.owner));
        let _ = write!(body, "\n* {}\n  {when} {who}\n", item.service.row.name);
        let _ = match language {
            Language::Danish => write!(body, "  Læs den: {page}\n  Alt passer stadig: {link}\n"),
            Language::English => write!(body, "  Read it: {page}\n  Everything is still right: {link}\n"),
        };
    }
    body += &language.closing(&directory.municipality.name);
    (language.subject(items), body)
}

#[derive(Clone, Copy)]
enum Language {
    Danish,
    English,
}

impl Language {
    fn subject(self, items: &[Item<'_>]) -> String {
        match (self, items) {
            (Self::Danish, [one]) => format!("Passer det stadig? {}", one.service.row.name),
            (Self::English, [one]) => format!("Is this still right? {}", one.service.row.name),
            (Self::Danish, many) => format!("Passer det stadig? {} tilbud skal tjekkes", many.len()),
            (Self::English, many) => format!("Is this still right? {} services to check", many.len()),
        }
    }

    fn opening(self, name: &str, municipality: &str, count: usize) -> String {
        match (self, count) {
            (Self::Danish, 1) => format!(
                "Hej {name}\n\nEt tilbud i {municipality} skal tjekkes. Læs, hvad der står. Passer det hele stadig, \
                 så sig det med ét klik. Er noget ændret, så log ind, og ret det.\n"
            ),
            (Self::Danish, _) => format!(
                "Hej {name}\n\n{count} tilbud i {municipality} skal tjekkes. Læs, hvad der står om hvert af dem. \
                 Passer det hele stadig, så sig det med ét klik. Er noget ændret, så log ind, og ret det.\n"
            ),
            (Self::English, 1) => format!(
                "Hello {name},\n\nA service in {municipality} is to be checked. Read what it says. If everything is \
                 still right, say so with one click. If something has changed, sign in and correct it.\n"
            ),
            (Self::English, _) => format!(
                "Hello {name},\n\n{count} services in {municipality} are to be checked. Read what it says about each. \
                 If everything is still right, say so with one click. If something has changed, sign in and correct \
                 it.\n"
            ),
        }
    }

    fn heading(self, nearness: Nearness) -> &'static str {
        match (self, nearness) {
            (Self::Danish, Nearness::Late) => "NU",
            (Self::Danish, Nearness::Week) => "INDEN FOR EN UGE",
            (Self::Danish, Nearness::Month) => "INDEN FOR EN MÅNED",
            (Self::English, Nearness::Late) => "NOW",
            (Self::English, Nearness::Week) => "WITHIN A WEEK",
            (Self::English, Nearness::Month) => "WITHIN A MONTH",
        }
    }

    fn when(self, today: NaiveDate, check_on: NaiveDate) -> String {
        match self {
            Self::Danish => {
                let day = catalogue::Language::Danish.date(check_on);
                if check_on < today {
                    format!("Skulle være tjekket senest {day}.")
                } else {
                    format!("Skal tjekkes senest {day}.")
                }
            }
            Self::English => {
                let day = catalogue::Language::English.date(check_on);
                if check_on < today {
                    format!("Should have been checked by {day}.")
                } else {
                    format!("To be checked by {day}.")
                }
            }
        }
    }

    fn who(self, person: &person::Model, owner: Option<&person::Model>) -> String {
        match (self, owner) {
            (Self::Danish, Some(owner)) if owner.id == person.id => {
                "Det er dig, der har ansvaret.".to_owned()
            }
            (Self::English, Some(owner)) if owner.id == person.id => "It is yours to look after.".to_owned(),
            (Self::Danish, Some(owner)) => format!("{} har ansvaret og er blevet mindet om det.", owner.name),
            (Self::English, Some(owner)) => format!("{} looks after it and has been reminded.", owner.name),
            (Self::Danish, None) => {
                "Ingen har ansvaret endnu, så det ligger hos dig som projektleder.".to_owned()
            }
            (Self::English, None) => {
                "Nobody looks after it yet, so it falls to you as project leader.".to_owned()
            }
        }
    }

    fn closing(self, municipality: &str) -> String {
        match self {
            Self::Danish => format!("\nVenlig hilsen\n{municipality}\n"),
            Self::English => format!("\nBest wishes\n{municipality}\n"),
        }
    }
}
