//! Mails on their way.

pub mod outgoing_mail;
