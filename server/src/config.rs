//! Everything that can be configured, by flag or environment. `tovholder serve --help` is its documentation.

use std::net::SocketAddr;

use clap::{Args, ValueEnum};
use entity::identity::values::Role;

/// Which database.
#[derive(Clone, Debug, Args)]
pub struct DatabaseConfig {
    /// `sqlite://<file>` (made where it is missing) or `postgres://user:password@host/name`.
    #[arg(
        long,
        env = "DATABASE_URL",
        default_value = "sqlite://data/tovholder.db",
        hide_env_values = true,
        global = true
    )]
    pub database_url: String,
    /// Most connections held open at once.
    #[arg(long, env = "TOVHOLDER_DATABASE_CONNECTIONS", default_value_t = 10, global = true)]
    pub database_connections: u32,
}

/// How the service listens and behaves.
#[derive(Clone, Debug, Args)]
pub struct ServeConfig {
    /// Address and port to listen on.
    #[arg(long, env = "TOVHOLDER_LISTEN", default_value = "127.0.0.1:8787")]
    pub listen: SocketAddr,
    /// Demo mode: says so on every page and serves GraphiQL at `/graphiql`. Not for real use.
    #[arg(long, env = "TOVHOLDER_DEMO")]
    pub demo: bool,
    /// Where the service is found from outside, for links in mails: `https://tovholder.example`. The address it
    /// listens on, where none is given.
    #[arg(long, env = "TOVHOLDER_BASE_URL")]
    pub base_url: Option<String>,
    /// A proxy stands in front and tells the client's address as the last of `X-Forwarded-For`.
    #[arg(long, env = "TOVHOLDER_TRUST_PROXY")]
    pub trust_proxy: bool,
    /// The mail server: `smtp://host`, `smtps://user:password@host`, `smtp://user:password@host:587?tls=required`.
    /// Without one, mails wait until there is one; in demo mode they are read at a page instead.
    #[arg(long, env = "TOVHOLDER_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// Whom mails come from.
    #[arg(long, env = "TOVHOLDER_MAIL_FROM", default_value = "Tovholder <tovholder@localhost>")]
    pub mail_from: String,
    /// Bring the database's tables up to date before listening.
    #[arg(long, env = "TOVHOLDER_MIGRATE")]
    pub migrate: bool,
}

/// Whom `tovholder user invite` invites.
#[derive(Clone, Debug, Args)]
pub struct InviteConfig {
    /// Mail address.
    #[arg(long)]
    pub email: String,
    /// Full name.
    #[arg(long)]
    pub name: String,
    /// What they become.
    #[arg(long, value_enum)]
    pub role: RoleWord,
    /// Slug of the municipality, for example `esbjerg`. An administrator has none.
    #[arg(long)]
    pub municipality: Option<String>,
    /// Slug of the organisation, for professionals and partners.
    #[arg(long)]
    pub organisation: Option<String>,
    /// Where the service is found from outside, for the link.
    #[arg(long, env = "TOVHOLDER_BASE_URL", default_value = "http://127.0.0.1:8787")]
    pub base_url: String,
}

/// A role, as a command names it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum RoleWord {
    /// Looks after the installation: municipalities, first people.
    Administrator,
    /// Owns a municipality's directory and people.
    ProjectLeader,
    /// Approves the framework.
    SteeringMember,
    /// A professional of an organisation.
    Professional,
    /// Somebody at a partner organisation.
    Partner,
}

impl From<RoleWord> for Role {
    fn from(word: RoleWord) -> Self {
        match word {
            RoleWord::Administrator => Self::Administrator,
            RoleWord::ProjectLeader => Self::ProjectLeader,
            RoleWord::SteeringMember => Self::SteeringMember,
            RoleWord::Professional => Self::Professional,
            RoleWord::Partner => Self::Partner,
        }
    }
}
