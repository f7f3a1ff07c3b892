//! What is written to people about their roles, in the language they read.

use entity::identity::person;
use entity::identity::values::{LinkPurpose, Role};

use crate::ctx::Ctx;
use crate::identity::links;

/// Subject line and text.
pub(super) struct Letter {
    pub(super) subject: &'static str,
    pub(super) body: String,
}

/// A role, as a letter tells of it.
pub(super) struct Told<'t> {
    /// What.
    pub(super) role: Role,
    /// The municipality's name; none for the administrator.
    pub(super) municipality: Option<&'t str>,
    /// The organisation's name, where the role is of one.
    pub(super) organisation: Option<&'t str>,
}

fn reads_english(person: &person::Model) -> bool {
    person.language == "en"
}

impl Told<'_> {
    fn danish(&self) -> String {
        let role = match self.role {
            Role::Administrator => "administrator",
            Role::ProjectLeader => "projektleder",
            Role::SteeringMember => "medlem af styregruppen",
            Role::Professional => "fagperson",
            Role::Partner => "partner",
        };
        let of = self.organisation.map(|name| format!(" for {name}")).unwrap_or_default();
        let place = self.municipality.map(|name| format!(" i {name}")).unwrap_or_default();
        format!("{role}{of}{place}")
    }

    fn english(&self) -> String {
        let role = match self.role {
            Role::Administrator => "administrator",
            Role::ProjectLeader => "project leader",
            Role::SteeringMember => "member of the steering group",
            Role::Professional => "professional",
            Role::Partner => "partner",
        };
        let of = self.organisation.map(|name| format!(" of {name}")).unwrap_or_default();
        let place = self.municipality.map(|name| format!(" in {name}")).unwrap_or_default();
        format!("{role}{of}{place}")
    }
}

/// To somebody who is new: here is how to begin.
pub(super) fn invitation(ctx: &Ctx, person: &person::Model, told: &Told<'_>, link: &str) -> Letter {
    let (name, days) = (&person.name, links::lifetime(LinkPurpose::Invitation).num_days());
    if reads_english(person) {
        let inviter =
            ctx.person().map_or("You have been invited".into(), |by| format!("{} invites you", by.name));
        return Letter {
            subject: "Welcome to Tovholder",
            body: format!(
                "Dear {name}\n\n{inviter} to Tovholder, as {}.\n\nChoose a password here, and you are ready to \
                 begin:\n{link}\n\nThe link works once, for {days} days. If you know nothing of this, leave it \
                 alone, and nothing more will happen.\n\nKind regards\nTovholder\n",
                told.english()
            ),
        };
    }
    let inviter = ctx.person().map_or("Du er inviteret".into(), |by| format!("{} inviterer dig", by.name));
    Letter {
        subject: "Velkommen til Tovholder",
        body: format!(
            "Kære {name}\n\n{inviter} til Tovholder som {}.\n\nVælg en adgangskode her, så er du klar til at gå i \
             gang:\n{link}\n\nLinket virker én gang og i {days} dage. Kender du ikke noget til det, så lad det \
             ligge. Så sker der ikke mere.\n\nVenlig hilsen\nTovholder\n",
            told.danish()
        ),
    }
}

/// To somebody who has an account already: there is something more for them to do.
pub(super) fn another_role(ctx: &Ctx, person: &person::Model, told: &Told<'_>) -> Letter {
    let (name, address) = (&person.name, format!("{}/log-ind", ctx.app().base_url()));
    if reads_english(person) {
        return Letter {
            subject: "You have a new role in Tovholder",
            body: format!(
                "Dear {name}\n\nYou are now {}.\n\nSign in as you usually do:\n{address}\n\nKind \
                 regards\nTovholder\n",
                told.english()
            ),
        };
    }
    Letter {
        subject: "Du har fået en ny rolle i Tovholder",
        body: format!(
            "Kære {name}\n\nDu er nu {}.\n\nLog ind, som du plejer:\n{address}\n\nVenlig hilsen\nTovholder\n",
            told.danish()
        ),
    }
}

/// To somebody whose second factor was taken away: they should know, in case they did not ask for it.
pub(super) fn second_factor_gone(ctx: &Ctx, person: &person::Model) -> Letter {
    let (name, address) = (&person.name, format!("{}/log-ind", ctx.app().base_url()));
    if reads_english(person) {
        return Letter {
            subject: "Set up your code app again",
            body: format!(
                "Dear {name}\n\nYour code app has been disconnected from Tovholder, and you have been signed out \
                 everywhere. Sign in with your password and set it up again:\n{address}\n\nIf you have not asked \
                 for this, tell your project leader at once.\n\nKind regards\nTovholder\n"
            ),
        };
    }
    Letter {
        subject: "Sæt din kode-app op igen",
        body: format!(
            "Kære {name}\n\nDin kode-app er koblet fra Tovholder, og du er logget ud alle steder. Log ind med din \
             adgangskode, og sæt den op igen:\n{address}\n\nHar du ikke bedt om det, så sig det til din \
             projektleder med det samme.\n\nVenlig hilsen\nTovholder\n"
        ),
    }
}
