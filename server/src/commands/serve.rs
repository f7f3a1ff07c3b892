//! `tovholder serve`: opens the database, builds the read models, listens until told to stop.

use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio::signal;
use tokio::sync::oneshot;

use crate::app::{App, Settings};
use crate::config::{DatabaseConfig, ServeConfig};
use crate::directory::exchange::work as imports;
use crate::directory::freshness;
use crate::directory::upkeep::reminders;
use crate::error::{Error, Result};
use crate::framework::cycle::reminders as framework_reminders;
use crate::mail::Post;
use crate::plan::reminders as plan_reminders;
use crate::{db, http, mail};

pub(super) async fn run(database: DatabaseConfig, config: ServeConfig) -> Result<()> {
    let connection = db::connect(&database).await?;
    if config.migrate {
        db::migrate(&connection).await?;
    } else {
        db::require_migrated(&connection).await?;
    }

    let post = match &config.smtp_url {
        Some(url) => Some(Post::over_smtp(url, &config.mail_from)?),
        None => config.demo.then_some(Post::Nowhere),
    };
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
    let reminders = tokio::spawn(reminders::watch(app.clone()));
    let framework_reminders = tokio::spawn(framework_reminders::watch(app.clone()));
    let plan_reminders = tokio::spawn(plan_reminders::watch(app.clone()));
    let imports = tokio::spawn(imports::watch(app.clone()));
    let (stop, stopped) = oneshot::channel();
    let sender = post.map(|post| tokio::spawn(mail::sender::run(app.clone(), post, stopped)));
    if sender.is_none() {
        tracing::warn!("mails wait in the outbox until TOVHOLDER_SMTP_URL names a mail server");
    }
    println!("Tovholder is ready at http://{address}/");

    let service = http::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(told_to_stop()).await;
    watcher.abort();
    reminders.abort();
    framework_reminders.abort();
    plan_reminders.abort();
    imports.abort();
    drop(stop);
    if let Some(sender) = sender {
        // A mail in hand is finished, so that it does not go out twice.
        sender.await?;
    }
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
