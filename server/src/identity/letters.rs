//! The mails that this area writes about oneself, in the person's language.

use entity::identity::person;

use super::links;
use super::token::Token;
use crate::ctx::Ctx;
use crate::mail::Mail;

/// A link to choose a new password, to whoever asked for it.
pub(crate) fn new_password(ctx: &Ctx, person: &person::Model, token: &Token) -> Mail {
    let link = links::url(ctx, token);
    let name = &person.name;
    let (subject, body) = if person.language == "en" {
        (
            "Choose a new password for Tovholder",
            format!(
                "Hi {name},\n\n\
                 You have asked to choose a new password for Tovholder. Follow this link:\n\n{link}\n\n\
                 The link works once, and for one hour. If you did not ask for it, do nothing: your password \
                 stays as it is.\n\n\
                 Kind regards\nTovholder\n"
            ),
        )
    } else {
        (
            "Vælg en ny adgangskode til Tovholder",
            format!(
                "Hej {name}\n\n\
                 Du har bedt om at vælge en ny adgangskode til Tovholder. Følg linket her:\n\n{link}\n\n\
                 Linket virker én gang og i én time. Har du ikke selv bedt om det, skal du ikke gøre noget: så \
                 bliver din adgangskode, som den er.\n\n\
                 Venlig hilsen\nTovholder\n"
            ),
        )
    };
    Mail {
        municipality: None,
        recipient: person.email.clone(),
        subject: subject.to_owned(),
        body,
        dedupe_key: None,
        due_at: ctx.now(),
    }
}
