//! Where mails go: to a mail server over SMTP, or nowhere.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use entity::mail::outgoing_mail;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::error::{Error, Result};

/// Longest time that handing over one mail may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where mails go.
pub enum Post {
    /// To a mail server.
    Smtp(Box<Smtp>),
    /// Nowhere: they are marked as sent, and are there to be read. For demos.
    Nowhere,
}

/// A mail server, and whom the mails come from.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Post {
    /// To the mail server at `url` (`smtp://…`, `smtps://user:password@host:port`, `smtp://…?tls=required`), from the
    /// mailbox `from` (`Tovholder <tovholder@example.org>`).
    ///
    /// # Errors
    /// `Command` where one of them can't be read. The URL is not shown, for it may hold a password.
    pub fn over_smtp(url: &str, from: &str) -> Result<Self> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| Error::Command(format!("TOVHOLDER_SMTP_URL can't be used: {error}")))?;
        let from = from
            .parse()
            .map_err(|error| Error::Command(format!("TOVHOLDER_MAIL_FROM can't be used: {error}")))?;
        Ok(Self::Smtp(Box::new(Smtp { transport: server.timeout(Some(PATIENCE)).build(), from })))
    }

    /// Whether mails are there to be read after they have gone.
    pub(super) fn keeps_text(&self) -> bool {
        matches!(self, Self::Nowhere)
    }

    /// Hands a mail over; says in words what went wrong.
    pub(super) async fn hand_over(
        &self,
        mail: &outgoing_mail::Model,
        now: DateTime<Utc>,
    ) -> Result<(), String> {
        match self {
            Self::Nowhere => Ok(()),
            Self::Smtp(smtp) => {
                let message = smtp.message(mail, now)?;
                let sending = smtp.transport.send(message);
                match tokio::time::timeout(PATIENCE, sending).await {
                    Ok(sent) => sent.map(|_| ()).map_err(in_words),
                    Err(_) => Err("the mail server did not answer in time".to_owned()),
                }
            }
        }
    }
}

impl Smtp {
    fn message(&self, mail: &outgoing_mail::Model, now: DateTime<Utc>) -> Result<Message, String> {
        let to: Mailbox = mail.recipient.parse().map_err(in_words)?;
        // The same id at every try: a mail that came through although its answer was lost is known as the same.
        let id = format!("<{}@{}>", mail.id.0.simple(), self.from.email.domain());
        let builder: MessageBuilder = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&mail.subject)
            .date(SystemTime::from(now))
            .message_id(Some(id))
            .header(ContentType::TEXT_PLAIN)
            // Nobody's “I am on holiday” shall come back.
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        builder.body(mail.body.clone()).map_err(in_words)
    }
}

/// An error with its causes, in a line.
fn in_words(error: impl std::error::Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        line = format!("{line}: {error}");
        cause = error.source();
    }
    line.chars().take(500).collect()
}
