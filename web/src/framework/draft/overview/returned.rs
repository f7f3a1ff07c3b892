//! What came back from the steering group: a word with it, and what is said of each section.

use leptos::prelude::*;

use crate::api::use_api;
use crate::framework::draft::queries::overview::{Remark, Verdict};
use crate::framework::draft::remarks::Remarks;
use crate::language::danish;
use crate::text;
use crate::ui::alert::{Alert, Gravity};

/// What came back, with *Jeg har set på det* beside each remark.
#[component]
pub(in crate::framework::draft) fn ReturnedPart(
    verdicts: Vec<Verdict>,
    remarks: Vec<Remark>,
) -> impl IntoView {
    let api = use_api();
    let lang = danish();
    let words = verdicts.into_iter().filter(|verdict| !verdict.approves).map(|verdict| {
        verdict.note.map(|note| {
            view! {
                <p class="alert-text version"><strong>{verdict.person} ": "</strong> <span lang=lang>{note}</span></p>
            }
        })
    });
    let words = words.collect_view();
    let changed = Callback::new(move |()| api.connection.try_again());
    view! {
        <Alert gravity=Gravity::Warning heading=text!(draft.returned)>
            <p class="alert-text">{text!(draft.returned_do)}</p>
            {words}
        </Alert>
        <Remarks remarks=remarks names_section=true changed=changed/>
    }
}
