//! Sending: what stands in the outbox reaches a mail server, once, and is tried again while the server is away.

use chrono::{DateTime, TimeDelta, Utc};
use entity::mail::outgoing_mail;
use sea_orm::EntityTrait;
use server::db;
use server::mail::{self, Mail, Post, sender};
use tests::api::{Api, NOW};
use tests::on_both;

use super::server::MailServer;

const FROM: &str = "Tovholder <tovholder@prove.example>";

fn now() -> DateTime<Utc> {
    NOW.parse().expect("a time")
}

fn mail(recipient: &str, dedupe_key: Option<&str>) -> Mail {
    Mail {
        municipality: None,
        recipient: recipient.to_owned(),
        subject: "Prøve på æ, ø og å".to_owned(),
        body: "Kære Prøve\n\n.En linje, der begynder med et punktum.\nhttps://prove.example/adgang/abc\n"
            .to_owned(),
        dedupe_key: dedupe_key.map(str::to_owned),
        due_at: now(),
    }
}

async fn write(api: &Api, mails: impl IntoIterator<Item = Mail>) {
    let ctx = api.ctx();
    let tx = db::begin(api.app.db()).await.expect("a transaction");
    for mail in mails {
        mail::enqueue(&ctx, &tx, mail).await.expect("a mail written");
    }
    tx.commit().await.expect("a commit");
}

async fn only(api: &Api) -> outgoing_mail::Model {
    let mut all = outgoing_mail::Entity::find().all(api.app.db()).await.expect("mails");
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn post(server: &MailServer) -> Post {
    Post::over_smtp(&server.url(), FROM).expect("a mail server")
}

fn move_clock(api: &Api, by: TimeDelta) {
    api.set_clock(&(api.app.clock().now() + by).to_rfc3339());
}

on_both! {
    async fn a_mail_reaches_the_server_and_its_text_is_not_kept(api) {
        let server = MailServer::start().await;
        write(&api, [mail("prove@example.org", None)]).await;
        assert_eq!(sender::send_due(&api.app, &post(&server)).await.expect("sent"), 1);

        let taken = server.taken();
        assert_eq!(taken.len(), 1);
        let taken = &taken[0];
        assert_eq!((taken.from.as_str(), taken.to.as_str()), ("tovholder@prove.example", "prove@example.org"));
        assert_eq!(taken.header("Auto-Submitted: "), Some("auto-generated"));
        let row = only(&api).await;
        let id = format!("<{}@prove.example>", row.id.0.simple());
        assert_eq!(taken.header("Message-ID: "), Some(id.as_str()), "the same at every try");
        assert!(taken.header("Subject: ").is_some_and(|line| line.is_ascii()), "letters are encoded");
        assert!(taken.text.contains("https://prove.example/adgang/abc"));
        assert!(taken.text.contains("\n.En linje"), "dots come through");

        assert_eq!((row.sent_at, row.attempts, row.claimed_until), (Some(now()), 1, None));
        assert_eq!(row.body, "", "a link in a mail is a key");
        assert_eq!(sender::send_due(&api.app, &post(&server)).await.expect("looked"), 0);
        assert_eq!(server.taken().len(), 1);
    }

    async fn a_server_that_is_busy_is_tried_again_a_minute_later(api) {
        let server = MailServer::start().await;
        server.refuse(1);
        write(&api, [mail("prove@example.org", None)]).await;
        sender::send_due(&api.app, &post(&server)).await.expect("tried");
        let row = only(&api).await;
        assert_eq!((row.sent_at, row.failed_at, row.attempts), (None, None, 1));
        assert!(row.last_error.is_some_and(|error| error.contains("try again")));
        assert_eq!(row.due_at, now() + TimeDelta::minutes(1));

        assert_eq!(sender::send_due(&api.app, &post(&server)).await.expect("looked"), 0, "not before its time");
        move_clock(&api, TimeDelta::minutes(1));
        sender::send_due(&api.app, &post(&server)).await.expect("sent");
        assert_eq!(server.taken().len(), 1);
        assert!(only(&api).await.sent_at.is_some());
    }

    async fn after_ten_tries_it_is_given_up(api) {
        // Nobody listens there.
        let nowhere = Post::over_smtp("smtp://127.0.0.1:9", FROM).expect("a mail server");
        write(&api, [mail("prove@example.org", None)]).await;
        let mut tries = 0;
        while sender::send_due(&api.app, &nowhere).await.expect("tried") == 1 {
            tries += 1;
            move_clock(&api, TimeDelta::days(1));
        }
        let row = only(&api).await;
        assert_eq!((tries, row.attempts), (10, 10));
        assert!(row.sent_at.is_none() && row.failed_at.is_some());
    }

    async fn an_address_that_is_none_holds_nobody_up(api) {
        let server = MailServer::start().await;
        write(&api, [mail("no address", None), mail("prove@example.org", None)]).await;
        assert_eq!(sender::send_due(&api.app, &post(&server)).await.expect("sent"), 2);
        assert_eq!(server.taken().len(), 1);
    }

    async fn two_instances_send_each_mail_once(api) {
        let server = MailServer::start().await;
        write(&api, (0..20).map(|number| mail(&format!("prove{number}@example.org"), None))).await;
        let other = Api::on(api.database.again()).await;
        let (one_post, other_post) = (post(&server), post(&server));
        let (one, two) =
            tokio::join!(sender::send_due(&api.app, &one_post), sender::send_due(&other.app, &other_post));
        assert_eq!(one.expect("sent") + two.expect("sent"), 20);
        let mut recipients: Vec<_> = server.taken().into_iter().map(|mail| mail.to).collect();
        recipients.sort();
        recipients.dedup();
        assert_eq!((server.taken().len(), recipients.len()), (20, 20));
    }

    async fn what_an_instance_had_in_hand_when_it_died_is_sent_by_another(api) {
        let server = MailServer::start().await;
        write(&api, [mail("prove@example.org", None)]).await;
        let mut row: outgoing_mail::ActiveModel = only(&api).await.into();
        row.claimed_until = sea_orm::ActiveValue::Set(Some(now() + TimeDelta::minutes(3)));
        outgoing_mail::Entity::update(row).exec(api.app.db()).await.expect("a claim");
        assert_eq!(sender::send_due(&api.app, &post(&server)).await.expect("looked"), 0);
        move_clock(&api, TimeDelta::minutes(4));
        assert_eq!(sender::send_due(&api.app, &post(&server)).await.expect("sent"), 1);
    }

    async fn one_with_the_same_key_is_written_once(api) {
        write(&api, [mail("a@example.org", Some("check:1")), mail("a@example.org", Some("check:1"))]).await;
        write(&api, [mail("a@example.org", Some("check:1"))]).await;
        assert_eq!(only(&api).await.dedupe_key.as_deref(), Some("check:1"));
    }

    async fn what_is_undone_is_not_sent_and_what_is_for_later_waits(api) {
        let ctx = api.ctx();
        let tx = db::begin(api.app.db()).await.expect("a transaction");
        mail::enqueue(&ctx, &tx, mail("prove@example.org", None)).await.expect("written");
        tx.rollback().await.expect("undone");
        let later = Mail { due_at: now() + TimeDelta::days(1), ..mail("later@example.org", None) };
        write(&api, [later]).await;
        let server = MailServer::start().await;
        assert_eq!(sender::send_due(&api.app, &post(&server)).await.expect("looked"), 0);
        move_clock(&api, TimeDelta::days(1));
        assert_eq!(sender::send_due(&api.app, &post(&server)).await.expect("sent"), 1);
        assert_eq!(server.taken()[0].to, "later@example.org");
    }

    async fn the_sender_ends_when_it_is_told_to(api) {
        let server = MailServer::start().await;
        write(&api, [mail("prove@example.org", None)]).await;
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let task = tokio::spawn(sender::run(api.app.clone(), post(&server), stopped));
        drop(stop);
        task.await.expect("an end");
        assert_eq!(server.taken().len(), 1, "a mail in hand is finished");
    }
}

#[test]
fn a_password_in_the_address_of_the_server_is_not_told() {
    let error = Post::over_smtp("nonsense://somebody:secret@host", FROM).err().expect("a refusal");
    assert!(!error.chain().contains("secret"), "{}", error.chain());
    assert!(Post::over_smtp("smtp://host", "no address").is_err());
}
