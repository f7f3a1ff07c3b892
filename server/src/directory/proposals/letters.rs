//! The mails about proposals: to the project leaders that there is one, and to whoever made it what became of it.

use entity::directory::proposal;
use entity::directory::values::ProposalStatus;
use entity::identity::person;

use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::mail::Mail;

/// Tells a project leader that something waits.
pub(in crate::directory::proposals) fn waiting(
    ctx: &Ctx,
    directory: &Directory,
    proposal: &proposal::Model,
    leader: &person::Model,
) -> Mail {
    let link = format!("{}/{}/forslag", ctx.app().base_url(), directory.municipality.slug);
    let name = &proposal.subject_name;
    let is_report = proposal.proposed.is_none();
    let (subject, body) = if leader.language == "en" {
        let who = proposal.proposer_name.as_deref().unwrap_or("Somebody without an account");
        let what = if is_report { "has reported an error in" } else { "proposes to change" };
        let said = said(proposal.message.as_deref(), "They write:");
        (
            format!("{}: {name}", if is_report { "An error has been reported" } else { "A proposal" }),
            format!(
                "Hello {},\n\n{who} {what} “{name}”.\n{said}\nSee it and answer here:\n{link}\n\nBest wishes\n{}\n",
                leader.name, directory.municipality.name,
            ),
        )
    } else {
        let who = proposal.proposer_name.as_deref().unwrap_or("En besøgende");
        let what = if is_report { "har meldt en fejl i" } else { "foreslår at ændre" };
        let said = said(proposal.message.as_deref(), "De skriver:");
        (
            format!("{}: {name}", if is_report { "Der er meldt en fejl" } else { "Nyt forslag" }),
            format!(
                "Hej {}\n\n{who} {what} “{name}”.\n{said}\nSe det, og svar her:\n{link}\n\nVenlig hilsen\n{}\n",
                leader.name, directory.municipality.name,
            ),
        )
    };
    mail(ctx, proposal, leader.email.clone(), subject, body)
}

/// Tells whoever made it what became of it; none where nobody can be told.
pub(in crate::directory::proposals) fn answered(
    ctx: &Ctx,
    directory: &Directory,
    proposal: &proposal::Model,
    proposer: Option<&person::Model>,
    status: ProposalStatus,
    answer: Option<&str>,
) -> Option<Mail> {
    let recipient = proposer.map(|person| &person.email).or(proposal.proposer_email.as_ref())?.clone();
    let greeted = proposer.map(|person| person.name.as_str()).or(proposal.proposer_name.as_deref());
    let name = &proposal.subject_name;
    let (subject, body) = if proposer.is_some_and(|person| person.language == "en") {
        let what = match status {
            ProposalStatus::Accepted => {
                "Thank you. What you sent us has been accepted, and the entry is right now."
            }
            ProposalStatus::Adjusted => "Thank you. What you sent us has been accepted with some changes.",
            _ => "Thank you for writing. We have not changed the entry this time.",
        };
        let said = said(answer, "The answer:");
        (
            format!("Answer about {name}"),
            format!(
                "Hello{},\n\nYou wrote to us about “{name}”.\n\n{what}\n{said}\nBest wishes\n{}\n",
                greeted.map(|name| format!(" {name}")).unwrap_or_default(),
                directory.municipality.name,
            ),
        )
    } else {
        let what = match status {
            ProposalStatus::Accepted => "Tak for hjælpen. Det er rettet, som du skrev.",
            ProposalStatus::Adjusted => "Tak for hjælpen. Det er rettet med enkelte ændringer.",
            _ => "Tak, fordi du skrev. Vi har ikke ændret noget denne gang.",
        };
        let said = said(answer, "Svaret er:");
        (
            format!("Svar om {name}"),
            format!(
                "Hej{}\n\nDu har skrevet til os om “{name}”.\n\n{what}\n{said}\nVenlig hilsen\n{}\n",
                greeted.map(|name| format!(" {name}")).unwrap_or_default(),
                directory.municipality.name,
            ),
        )
    };
    Some(mail(ctx, proposal, recipient, subject, body))
}

/// Somebody's words, set apart.
fn said(words: Option<&str>, lead: &str) -> String {
    words.map(|words| format!("\n{lead}\n{words}\n")).unwrap_or_default()
}

fn mail(ctx: &Ctx, proposal: &proposal::Model, recipient: String, subject: String, body: String) -> Mail {
    Mail {
        municipality: Some(proposal.municipality_id),
        recipient,
        subject,
        body,
        dedupe_key: None,
        due_at: ctx.now(),
    }
}
