//! Everything that can be configured, by flag or environment. `tovholder serve --help` is its documentation.

use std::net::SocketAddr;

use clap::Args;

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
    /// Bring the database's tables up to date before listening.
    #[arg(long, env = "TOVHOLDER_MIGRATE")]
    pub migrate: bool,
}
