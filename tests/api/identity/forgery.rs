//! Another site can't act for somebody who has signed in: what its pages can make a browser send is refused.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::{PASSWORD, begin, member, who};

async fn send(api: &Api, browser: &Somebody, headers: &[(&str, &str)], body: &str) -> StatusCode {
    let mut request =
        Request::post("/graphql").header("cookie", &browser.cookie).header("host", "tovholder.example");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    api.send(request.body(Body::from(body.to_owned())).expect("a request")).await.status()
}

const SIGN_OUT: &str = r#"{"query":"mutation { sessionRevokeAll { userErrors { code } } }"}"#;

on_both! {
    async fn what_another_sites_page_sends_is_refused(api) {
        let person = member(&api, "Partner").await;
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let json_type = ("content-type", "application/json");
        let forms = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"];
        for form in forms {
            let status = send(&api, &browser, &[("content-type", form)], SIGN_OUT).await;
            assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{form}");
        }
        let origins = [
            "https://elsewhere.example",
            "https://tovholder.example.elsewhere.example",
            "https://sub.tovholder.example",
            "https://tovholder.example:8443",
            "null",
            "",
        ];
        for origin in origins {
            let status = send(&api, &browser, &[json_type, ("origin", origin)], SIGN_OUT).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{origin}");
        }
        for site in ["cross-site", "same-site", "nonsense"] {
            let status = send(&api, &browser, &[json_type, ("sec-fetch-site", site)], SIGN_OUT).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{site}");
        }
        let address = "/graphql?query=mutation%7BsessionRevokeAll%7BuserErrors%7Bcode%7D%7D%7D";
        let get = Request::get(address).header("cookie", &browser.cookie).body(Body::empty());
        let status = api.send(get.expect("a request")).await.status();
        assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED, "a picture or a link changes nothing");
        assert_eq!(who(&api, &browser.cookie).await, json!(person.email), "nothing has happened");

        let own = [json_type, ("origin", "https://tovholder.example"), ("sec-fetch-site", "same-origin")];
        assert_eq!(send(&api, &browser, &own, SIGN_OUT).await, StatusCode::OK);
        assert_eq!(who(&api, &browser.cookie).await, json!(null));
    }

    async fn a_cookie_of_another_name_or_form_is_nobodys(api) {
        let person = member(&api, "Partner").await;
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let token = browser.cookie.split_once('=').expect("a token").1;
        for cookie in [
            format!("tovholder={token}"),
            format!("__Secure-tovholder={token}"),
            format!("__Host-tovholder={}", &token[..63]),
            format!("__Host-tovholder={token}0"),
            "__Host-tovholder=' OR 1=1 --".to_owned(),
            format!("x=__Host-tovholder={token}"),
        ] {
            assert_eq!(who(&api, &cookie).await, json!(null), "{cookie}");
        }
        assert_eq!(who(&api, &format!("a=b; {}; c=d", browser.cookie)).await, json!(person.email));
    }
}
