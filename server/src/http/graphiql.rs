//! GraphiQL, the API's explorer, from our own files. Served in demo mode only.

use axum::http::HeaderName;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{Html, IntoResponse};

/// GraphiQL writes styles as it draws; nothing else is let go of.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const PAGE: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Tovholder – GraphiQL</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/graphiql/graphiql.min.css">
<link rel="stylesheet" href="/print/graphiql.css">
</head>
<body>
<main id="graphiql">Loading …</main>
<script src="/assets/graphiql/react.production.min.js"></script>
<script src="/assets/graphiql/react-dom.production.min.js"></script>
<script src="/assets/graphiql/graphiql.min.js"></script>
<script src="/graphiql.js"></script>
</body>
</html>
"#;

const SCRIPT: &str = r##"const fetcher = GraphiQL.createFetcher({ url: "/graphql" });
const start = `# The service directory of Esbjerg, as a partner would search it.
{
  municipality(slug: "esbjerg") {
    services(search: "hash", first: 3) {
      totalCount
      edges {
        matches { typed matched via field }
        node { name access organisation { name } contacts { contact { name phones { number } } } }
      }
    }
  }
}`;
ReactDOM.createRoot(document.getElementById("graphiql"))
  .render(React.createElement(GraphiQL, { fetcher, defaultQuery: start }));
"##;

const JAVASCRIPT: (HeaderName, &str) = (CONTENT_TYPE, "text/javascript; charset=utf-8");

pub(super) async fn page() -> impl IntoResponse {
    ([(CONTENT_SECURITY_POLICY, POLICY)], Html(PAGE))
}

pub(super) async fn script() -> impl IntoResponse {
    ([JAVASCRIPT], SCRIPT)
}
