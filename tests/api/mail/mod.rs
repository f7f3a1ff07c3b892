//! Mail: the outbox, and a mail server that takes what comes out of it.

mod outbox;
mod sending;
mod server;
