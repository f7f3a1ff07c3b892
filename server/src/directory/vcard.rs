//! A contact as a vCard 4.0 (RFC 6350), for the address book of a phone.

use entity::directory::contact;
use entity::directory::values::{ContactKind, PhoneType};
use entity::ids::ContactId;

use super::{ContactEntry, Directory, service};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::ids::NodeId;

/// Longest line, in bytes, without its end (RFC 6350, 3.2).
const LINE: usize = 75;

/// A contact's card.
pub struct Card {
    /// The text.
    pub text: String,
    /// Whether everybody may see it.
    pub is_public: bool,
}

/// The card of a contact of this municipality.
///
/// # Errors
/// `NotFound` where there is no such contact, or the actor may not see it.
pub fn card(ctx: &Ctx, municipality: &str, id: ContactId) -> Result<Card> {
    let found = service::find_node(ctx, NodeId::Contact(id))?;
    let here = found.filter(|(directory, _)| directory.municipality.slug == municipality);
    let (directory, at) = here.ok_or(Error::NotFound)?;
    let contact = &directory.contacts[at];
    let is_public = contact.row.visibility == entity::directory::values::Visibility::Public;
    Ok(Card { text: write(&directory, contact, ctx.app().base_url()), is_public })
}

fn write(directory: &Directory, contact: &ContactEntry, base_url: &str) -> String {
    let row = &contact.row;
    let mut card = Lines::default();
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "4.0");
    card.line("UID", &format!("urn:uuid:{}", row.id.0));
    card.line("REV", &row.updated_at.format("%Y%m%dT%H%M%SZ").to_string());
    card.line("KIND", if row.kind == ContactKind::Person { "individual" } else { "org" });
    card.line("FN", &escaped(&row.name));
    if row.kind == ContactKind::Person {
        card.line("N", &name_parts(row));
    }
    card.line("ORG", &units(directory, contact));
    if let Some(title) = &row.title {
        card.line("TITLE", &escaped(title));
    }
    for phone in &contact.reach.phones {
        let kind = match phone.kind {
            PhoneType::Voice => "voice",
            PhoneType::Sms => "text",
            PhoneType::Fax => "fax",
        };
        // A URI holds no space, and nothing that ends a line.
        let number: String = phone.number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        card.line(&format!("TEL;VALUE=uri;TYPE=\"work,{kind}\""), &format!("tel:{number}"));
    }
    for email in &contact.reach.emails {
        card.line("EMAIL;TYPE=work", &escaped(&email.address));
    }
    if let Some(place) = directory.organisations[contact.organisation].reach.locations.first() {
        let part = |text: &Option<String>| text.as_deref().map(escaped).unwrap_or_default();
        let (street, town, code) = (escaped(&place.address_1), part(&place.city), part(&place.postal_code));
        card.line("ADR;TYPE=work", &format!(";;{street};{town};;{code};Danmark"));
    }
    for service in contact.services.iter().take(10) {
        let slug = &directory.services[*service].row.slug;
        card.line("URL", &format!("{base_url}/{}/tilbud/{slug}", directory.municipality.slug));
    }
    card.line("END", "VCARD");
    card.0
}

/// Family and given names, as far as a name tells: its last word, and those before it.
fn name_parts(row: &contact::Model) -> String {
    let name = row.name.trim();
    let (given, family) = name.rsplit_once(' ').unwrap_or(("", name));
    format!("{};{};;;", escaped(family), escaped(given))
}

/// The municipality's unit where the contact works and those above it, the outermost first.
fn units(directory: &Directory, contact: &ContactEntry) -> String {
    let above = directory.ancestors(contact.organisation);
    let names = above.into_iter().chain([contact.organisation]);
    let mut units: Vec<String> = names.map(|at| escaped(&directory.organisations[at].row.name)).collect();
    units.extend(contact.row.department.as_deref().map(escaped));
    units.join(";")
}

/// A text as a value: what would end it is escaped, what can't stand in a line is left out.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ',' | ';' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// Lines that are ended by CR LF and folded where they are too long.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_value_is_escaped() {
        assert_eq!(
            escaped("Rådgivning, hjælp; støtte\\C:\r\nlinje 2\u{7}"),
            "Rådgivning\\, hjælp\\; støtte\\\\C:\\nlinje 2"
        );
        assert_eq!(escaped("x\r\nEND:VCARD"), "x\\nEND:VCARD");
    }

    #[test]
    fn long_lines_are_folded_between_letters_and_unfold_to_what_they_were() {
        let value = "æøå".repeat(60);
        let mut lines = Lines::default();
        lines.line("NOTE", &value);
        assert!(lines.0.split("\r\n").all(|line| line.len() <= LINE));
        assert_eq!(lines.0.replace("\r\n ", ""), format!("NOTE:{value}\r\n"));
    }
}
