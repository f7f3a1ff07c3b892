//! Putting the secret into the phone's app — by its camera, by a press when this is the phone, or by typing — and
//! showing by a code that it is there.

use leptos::prelude::*;

use super::queries::account::{SecondFactorBeginPayload, SecondFactorConfirmInput, second_factor_confirm};
use super::viewer::use_viewer;
use crate::api::{UserErrorCode, use_api};
use crate::language::{Locale, td_string};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton};
use crate::ui::field::{Field, Takes};

/// The three steps.
#[component]
pub(crate) fn SetUp(payload: SecondFactorBeginPayload) -> impl IntoView {
    let api = use_api();
    let viewer = use_viewer();
    let attempt = Attempt::new(words);
    let code = RwSignal::new(String::new());
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = code.get_untracked().split_whitespace().collect::<String>();
        if typed.is_empty() {
            return attempt.refuse(UserErrorCode::Required, "code");
        }
        let work = async move {
            let question = second_factor_confirm::ask(SecondFactorConfirmInput { code: typed });
            let payload = api.send(question).await?.second_factor_confirm;
            Ok(((), payload.user_errors))
        };
        attempt.run(work, move |()| viewer.has_changed());
    };
    let picture =
        payload.qr_svg.map(|svg| picture_address(&svg, |text| js_sys::encode_uri_component(text).into()));
    let secret = payload.secret.map(|secret| in_fours(&secret)).unwrap_or_default();
    view! {
        <div id="set-up" tabindex="-1" class="set-up">
            <ol class="no-max-width">
                <li>
                    <p>{text!(identity.set_up_app)}</p>
                </li>
                <li>
                    <p>{text!(identity.set_up_scan)}</p>
                    {picture.map(|picture| view! { <img class="qr" src=picture alt=text!(identity.set_up_picture)/> })}
                    {payload.uri.map(|uri| view! { <p><a href=uri>{text!(identity.set_up_here)}</a></p> })}
                    <p>{text!(identity.set_up_type)} <br/> <code class="secret">{secret}</code></p>
                </li>
                <li>
                    <p>{text!(identity.set_up_code)}</p>
                    <form on:submit=on_submit novalidate class="own-form">
                        <AttemptErrors attempt=attempt fields=&["code"]/>
                        <Field
                            id="code"
                            label=text!(identity.code)
                            value=code
                            takes=Takes::Code
                            wrong=attempt.wrong_with("code")
                        />
                        <p class="form-actions">
                            <SubmitButton attempt=attempt label=text!(identity.set_up_done)/>
                        </p>
                    </form>
                </li>
            </ol>
        </div>
    }
}

fn words(locale: Locale, _: &str, code: UserErrorCode) -> Option<&'static str> {
    match code {
        UserErrorCode::Required => Some(td_string!(locale, identity.code_required)),
        UserErrorCode::Wrong | UserErrorCode::Invalid => Some(td_string!(locale, identity.code_wrong)),
        _ => None,
    }
}

/// The picture as an address that the browser shows without asking anybody. As a picture, nothing in it runs.
fn picture_address(svg: &str, encode: impl Fn(&str) -> String) -> String {
    format!("data:image/svg+xml;charset=utf-8,{}", encode(svg))
}

/// `JBSW Y3DP EHPK 3PXP`: in groups that the eye can hold.
fn in_fours(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().filter(|letter| !letter.is_whitespace()).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{in_fours, picture_address};

    #[test]
    fn a_secret_is_read_in_fours() {
        assert_eq!(in_fours("JBSWY3DPEHPK3PXPAB"), "JBSW Y3DP EHPK 3PXP AB");
        assert_eq!(in_fours("JBSW Y3DP"), "JBSW Y3DP");
        assert_eq!(in_fours(""), "");
    }

    #[test]
    fn the_picture_is_an_address() {
        let address = picture_address("<svg/>", |text| text.replace('<', "%3C").replace('>', "%3E"));
        assert_eq!(address, "data:image/svg+xml;charset=utf-8,%3Csvg/%3E");
    }
}
