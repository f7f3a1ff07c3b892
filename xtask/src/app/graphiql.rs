//! GraphiQL, the page for trying out the API: its prebuilt files from npm, hosted by ourselves. They keep their names;
//! the service lets browsers keep them for a day only.

use anyhow::{Context, Result};

use super::files::Files;
use crate::workspace::Workspace;

const SOURCES: [&str; 4] = [
    "graphiql/graphiql.min.js",
    "graphiql/graphiql.min.css",
    "react/umd/react.production.min.js",
    "react-dom/umd/react-dom.production.min.js",
];

/// Copies the files to `assets/graphiql/`.
pub fn copy(workspace: &Workspace, files: &mut Files) -> Result<()> {
    for source in SOURCES {
        let path = workspace.node_modules().join(source);
        let content = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let name = source.rsplit('/').next().unwrap_or(source);
        files.add(format!("assets/graphiql/{name}"), content);
    }
    Ok(())
}
