//! Two editors at once lose nothing: the later one is shown what the earlier wrote, and nothing is overwritten.

use serde_json::json;
use tests::on_both;

use super::{Entry, leader, read, refusals, update};

on_both! {
    async fn the_later_of_two_is_shown_what_the_earlier_wrote(api) {
        let (one, other) = (leader(&api).await, leader(&api).await);
        let mut mine = read(&api, &one, "service", "oqqumut").await;
        let mut theirs = read(&api, &other, "service", "oqqumut").await;
        mine.form["purpose"] = json!("Mit formål");
        theirs.form["description"] = json!("Deres beskrivelse");
        assert_eq!(refusals(&update(&api, &one, "Service", &mine).await), [""; 0]);

        let payload = update(&api, &other, "Service", &theirs).await;
        assert_eq!(refusals(&payload), ["revision STALE"]);
        assert_eq!(payload["service"], json!(null));
        assert_eq!(payload["current"], mine.form);
        assert_eq!(payload["currentRevision"], json!(mine.revision + 1));
        assert_eq!(payload["changedBy"], "Prøve ProjectLeader");

        // Chosen per field and sent with the newest revision, both stand.
        mine.form["description"] = theirs.form["description"].clone();
        let both = Entry { id: mine.id, revision: mine.revision + 1, form: mine.form };
        let payload = update(&api, &other, "Service", &both).await;
        assert_eq!(payload["service"]["form"], both.form);
    }

    async fn of_many_at_the_same_time_one_gets_through(api) {
        let leader = leader(&api).await;
        let read = read(&api, &leader, "organisation", "kfum").await;
        let sent: Vec<Entry> = (0..8)
            .map(|number| {
                let mut form = read.form.clone();
                form["description"] = json!(format!("Nummer {number}"));
                Entry { id: read.id.clone(), revision: read.revision, form }
            })
            .collect();
        let (api, leader) = (&api, &leader);
        let [a, b, c, d, e, f, g, h] = &sent[..] else { panic!("eight") };
        let payloads = tokio::join!(
            update(api, leader, "Organisation", a), update(api, leader, "Organisation", b),
            update(api, leader, "Organisation", c), update(api, leader, "Organisation", d),
            update(api, leader, "Organisation", e), update(api, leader, "Organisation", f),
            update(api, leader, "Organisation", g), update(api, leader, "Organisation", h),
        );
        let payloads = [payloads.0, payloads.1, payloads.2, payloads.3, payloads.4, payloads.5, payloads.6, payloads.7];
        let through = payloads.iter().filter(|payload| refusals(payload).is_empty()).count();
        let stale = payloads.iter().filter(|payload| refusals(payload) == ["revision STALE"]).count();
        assert_eq!((through, stale), (1, 7));
        assert_eq!(super::read(api, leader, "organisation", "kfum").await.revision, read.revision + 1);
    }
}
