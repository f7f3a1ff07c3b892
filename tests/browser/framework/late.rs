//! The day by which the framework was to be updated has gone by: told wherever a project leader or a member of the
//! steering group looks, and not to those who can do nothing about it.

use super::{DRAFT, LEADER, MEMBER};
use crate::harness::{Browser, Name, on_both};

impl Browser {
    /// Finds it told on one's desk, on the draft and on the newest edition.
    async fn is_told_that_it_is_late(&self, link: &str) {
        self.open("/esbjerg").await;
        self.shows("Dit skrivebord").await;
        self.find("heading", "Det haster").await;
        self.find("link", Name::Begins(link)).await;
        self.open(DRAFT).await;
        self.shows("Rammen under arbejde").await;
        self.says("Skulle have været opdateret senest 1. september 2014.").await;
        self.open("/esbjerg/ramme").await;
        self.shows("Rammen for samarbejdet, udgave 1").await;
        self.says("Rammen skulle have været opdateret 1. september 2014").await;
    }
}

on_both! {
    async fn that_it_is_late_is_told_to_the_leader_and_the_steering_group(browser) {
        browser.make_accounts().await;
        browser.open("/esbjerg/ramme").await;
        browser.shows("Rammen for samarbejdet, udgave 1").await;
        browser.says("Næste opdatering 1. september 2014").await;
        browser.sign_in(LEADER).await;
        browser.is_told_that_it_is_late("Opdater rammen for samarbejdet").await;
        browser.sign_out().await;
        browser.sign_in(MEMBER).await;
        browser.is_told_that_it_is_late("Se, hvor langt rammen for samarbejdet er.").await;
    }
}
