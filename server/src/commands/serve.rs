//! `tovholder serve`: opens the database, builds the read models, listens until told to stop.

use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio::signal;

use crate::app::{App, Settings};
use crate::config::{DatabaseConfig, ServeConfig};
use crate::directory::freshness;
use crate::error::{Error, Result};
use crate::{db, http};

pub(super) async fn run(database: DatabaseConfig, config: ServeConfig) -> Result<()> {
    let connection = db::connect(&database).await?;
    if config.migrate {
        db::migrate(&connection).await?;
    } else {
        db::require_migrated(&connection).await?;
    }

    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| Error::Command(format!("can't listen on {}: {error}", config.listen)))?;
    let address = listener.local_addr().map_err(|error| Error::Command(error.to_string()))?;

    let base_url = config.base_url.unwrap_or_else(|| format!("http://{address}"));
    let settings = Settings {
        demo: config.demo,
        trusts_proxy: config.trust_proxy,
        base_url: base_url.trim_end_matches('/').to_owned(),
    };
    let app = App::new(connection).with_settings(settings);
    app.directories().refresh(app.db()).await?;
    let watcher = tokio::spawn(freshness::watch(app.clone()));
    println!("Tovholder is ready at http://{address}/");

    let service = http::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await;
    watcher.abort();
    served.map_err(|error| Error::Command(error.to_string()))
}

/// Waits for Ctrl-C or, on Unix, SIGTERM; requests under way are then finished first.
async fn told_to_stop() {
    let interrupt = async {
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut stream) => drop(stream.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
