//! What the binary does: one file per command, each a thin call of the rest. No logic lives here.

mod audit;
mod backup;
mod migrate;
mod sample;
mod schema;
mod serve;
mod user;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::prelude::*;

use crate::config::{DatabaseConfig, InviteConfig, ServeConfig};
use crate::error::Result;

/// The command line: `tovholder [--database-url …] <command>`.
#[derive(Debug, Parser)]
#[command(
    name = "tovholder",
    version,
    about = "Who does what for whom: a municipality's services, held together."
)]
pub struct Arguments {
    /// How log lines are written to standard error.
    #[arg(long, env = "TOVHOLDER_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text, global = true)]
    pub log_format: LogFormat,
    /// Which database to use.
    #[command(flatten)]
    pub database: DatabaseConfig,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines: one JSON object per line.
    Json,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer requests: API, printable pages and the browser app.
    Serve(ServeConfig),
    /// Bring the database's tables up to this version.
    Migrate,
    /// Load the sample municipalities (Esbjerg, Aabenraa and Randers) where they are not there yet.
    Sample {
        /// Load them afresh, over what stands under their names.
        #[arg(long)]
        replace: bool,
        /// Make the demo accounts too, or set them back to how they were. Their password is known to everybody: never
        /// where real data is.
        #[arg(long)]
        demo_accounts: bool,
    },
    /// People who may sign in.
    User {
        /// What to do.
        #[command(subcommand)]
        command: UserCommand,
    },
    /// The log of what was done.
    Audit {
        /// What to do.
        #[command(subcommand)]
        command: AuditCommand,
    },
    /// Print the GraphQL schema (SDL).
    Schema,
    /// Write a consistent copy of the database to a new file, while the service runs.
    Backup {
        /// The file to write; it must not exist.
        file: PathBuf,
    },
}

/// What can be done about people.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Invite somebody: prints the link by which they set their password, and sends it by mail too. For the first
    /// person of an installation or a municipality.
    Invite(InviteConfig),
}

/// What can be done about the audit log.
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Read the whole log and say whether every entry is as it was written and none is missing.
    Verify,
}

/// Runs the command to its end.
///
/// # Errors
/// Whatever stopped it, to be shown with its causes.
pub async fn run(arguments: Arguments) -> Result<()> {
    let database = arguments.database;
    match arguments.command {
        Command::Serve(config) => serve::run(database, config).await,

        Command::Migrate => migrate::run(database).await,
        Command::Sample { replace, demo_accounts } => sample::run(database, replace, demo_accounts).await,
        Command::User { command: UserCommand::Invite(config) } => user::invite(database, config).await,
        Command::Audit { command: AuditCommand::Verify } => audit::verify(database).await,
        Command::Schema => schema::run(),
        Command::Backup { file } => backup::run(database, file).await,
    }
}

/// Sends log lines to standard error; what is logged is set by `RUST_LOG` (default: `info`).
pub fn log_to_stderr(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sea_orm_migration=warn,sqlx=warn"));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let layer = match format {
        LogFormat::Text => lines.boxed(),
        LogFormat::Json => lines.json().boxed(),
    };
    tracing_subscriber::registry().with(filter).with(layer).init();
}
