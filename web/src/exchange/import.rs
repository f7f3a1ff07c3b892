//! A file on its way in: sent, checked, looked at, applied. It asks the server how far it has come until it stands
//! still; the key stands in the address, so that a reload or a link finds it again.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use wasm_bindgen_futures::JsFuture;

use super::queries::imports::{
    ImportApplyInput, ImportRun, ImportStanding, ImportStatus, import_apply, report, standing,
};
use super::upload::{Refused, upload};
use crate::api::{Api, Failure, UserErrorCode, use_api};
use crate::directory::here::use_here;
use crate::routes;

/// The value of the address that names a file.
const FILE: &str = "fil";
/// Milliseconds between two looks.
const PAUSE: i32 = 500;
/// Most looks at one file: an hour.
const LOOKS: u32 = 7_200;

/// Where the file on the page stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stage {
    /// None has been chosen.
    None,
    /// On its way to the server.
    Sending,
    /// Could not be taken in.
    Refused(Refused),
    /// Being checked or applied.
    Working(ImportStanding),
    /// Standing still, with what was found.
    Found(ImportRun),
    /// The server could not be asked.
    Failed(Failure),
}

/// Keeps in the address which import is looked at.
type Remember = Box<dyn Fn(Option<&cynic::Id>)>;

/// The file on the page; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Import {
    /// Where it stands.
    pub(super) stage: RwSignal<Stage>,
    /// Whether the connection is lost while the server works on.
    pub(super) is_waiting: RwSignal<bool>,
    api: Api,
    slug: StoredValue<String>,
    file: StoredValue<Option<web_sys::File>, LocalStorage>,
    turn: StoredValue<u32>,
    remember: StoredValue<Remember, LocalStorage>,
}

impl Import {
    /// None yet, or the one that the address names.
    pub(super) fn begin() -> Self {
        let slug = use_here().slug_untracked();
        let navigate = use_navigate();
        let place = routes::exchange(&slug);
        let remember = move |id: Option<&cynic::Id>| {
            let address = id.map_or_else(|| place.clone(), |id| format!("{place}?{FILE}={}", id.inner()));
            navigate(
                &address,
                NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() },
            );
        };
        let named = use_query_map().with_untracked(|query| query.get(FILE));
        let import = Self {
            stage: RwSignal::new(Stage::None),
            is_waiting: RwSignal::new(false),
            api: use_api(),
            slug: StoredValue::new(slug),
            file: StoredValue::new_local(None),
            turn: StoredValue::new(0),
            remember: StoredValue::new_local(Box::new(remember)),
        };
        if let Some(id) = named {
            let turn = import.next_turn();
            leptos::task::spawn_local(import.follow(cynic::Id::new(id), turn));
        }
        import
    }

    /// Takes a file that was chosen.
    pub(super) fn choose(self, file: web_sys::File) {
        let sent = file.clone();
        self.file.set_value(Some(file));
        self.stage.set(Stage::Sending);
        let (turn, slug) = (self.next_turn(), self.slug.get_value());
        leptos::task::spawn_local(async move {
            match upload(&slug, &sent).await {
                Ok(id) => {
                    if self.is_turn(turn) {
                        let _ = self.remember.try_with_value(|remember| remember(Some(&id)));
                        self.follow(id, turn).await;
                    }
                }
                Err(why) => self.set(turn, Stage::Refused(why)),
            }
        });
    }

    /// Whether the file itself is still here, so that it can be checked once more.
    pub(super) fn has_file(self) -> bool {
        self.file.with_value(Option::is_some)
    }

    /// Checks the same file once more.
    pub(super) fn check_again(self) {
        if let Some(file) = self.file.get_value() {
            self.choose(file);
        }
    }

    /// Applies the file: all of it or nothing.
    pub(super) fn apply(self, id: cynic::Id) {
        let turn = self.next_turn();
        self.stage.set(Stage::Working(ImportStanding {
            id: id.clone(),
            status: ImportStatus::Applying,
            total: 0,
            done: 0,
        }));
        leptos::task::spawn_local(async move {
            let answer = self.api.send(import_apply::ask(ImportApplyInput { id: id.clone() })).await;
            let is_expected = |code| matches!(code, UserErrorCode::Stale | UserErrorCode::InUse);
            match answer.map(|answer| answer.import_apply.user_errors) {
                // What came of it stands with the file, whatever it was.
                Ok(errors) if errors.iter().all(|error| is_expected(error.code)) => {
                    self.follow(id, turn).await;
                }
                // It may have been heard all the same.
                Err(Failure::Unreachable) => self.follow(id, turn).await,
                Ok(_) => self.follow(id, turn).await,
                Err(failure) => self.set(turn, Stage::Failed(failure)),
            }
        });
    }

    /// Asks where the file stands until it stands still.
    async fn follow(self, id: cynic::Id, turn: u32) {
        for _ in 0..LOOKS {
            let answer = self.api.send(standing(self.slug.get_value(), id.clone())).await;
            if !self.is_turn(turn) {
                return;
            }
            let is_lost = matches!(answer, Err(Failure::Unreachable | Failure::Unavailable { .. }));
            let _ = self.is_waiting.try_set(is_lost);
            match answer {
                // The server works on meanwhile.
                Err(_) if is_lost => {}
                Err(failure) => return self.set(turn, Stage::Failed(failure)),
                Ok(answer) => match answer.municipality.and_then(|found| found.import) {
                    None => {
                        let _ = self.remember.try_with_value(|remember| remember(None));
                        return self.set(turn, Stage::None);
                    }
                    Some(one) if matches!(one.status, ImportStatus::Checking | ImportStatus::Applying) => {
                        self.set(turn, Stage::Working(one));
                    }
                    Some(_) => break,
                },
            }
            pause(PAUSE).await;
        }
        let found = match self.api.send(report(self.slug.get_value(), id, 0, 0)).await {
            Ok(answer) => answer.municipality.and_then(|found| found.import),
            Err(failure) => return self.set(turn, Stage::Failed(failure)),
        };
        self.set(turn, found.map_or(Stage::None, Stage::Found));
    }

    fn set(self, turn: u32, stage: Stage) {
        if self.is_turn(turn) {
            let _ = self.stage.try_set(stage);
        }
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    /// Whether no other file has been chosen, and the page is still there.
    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }
}

async fn pause(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = JsFuture::from(promise).await;
}
