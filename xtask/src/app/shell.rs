//! What the browser asks for first: the page, the few lines that start the app, the service worker, and the files of
//! `public/`, which keep their names. The page has no inline script, because the content security policy allows none.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::files::{Files, short_hash};
use super::folder;
use super::parts::PART;
use super::styles::Style;
use super::wasm::Code;
use crate::workspace::Workspace;

/// Fills the templates in `web/` and adds them to the bundle.
pub fn assemble(workspace: &Workspace, code: &Code, style: &Style, files: &mut Files) -> Result<()> {
    let boot =
        format!("import init from \"{}\";\ninit({{ module_or_path: \"{}\" }});\n", code.module, code.wasm);
    let boot = files.add_hashed("boot", "js", boot.into_bytes());
    let page = fill(
        &template(&workspace.web().join("index.html"))?,
        &[
            ("style", &style.sheet),
            ("script", &boot),
            ("module", &code.module),
            ("loader", &code.loader),
            ("wasm", &code.wasm),
            ("fonts", &preloads(&style.fonts)),
        ],
    )
    .context("web/index.html")?;
    files.add("index.html", page.into_bytes());
    for (path, content) in folder::read_all(&workspace.web().join("public"))? {
        files.add(path, content);
    }
    let (precache, version) = precache(files)?;
    let worker = fill(
        &template(&workspace.web().join("service-worker.js"))?,
        &[("precache", &precache), ("version", &version)],
    )
    .context("web/service-worker.js")?;
    files.add("sw.js", worker.into_bytes());
    Ok(())
}

fn template(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Replaces every `{{name}}`; one that nobody knows is an error.
fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("a placeholder {{… without its end")?;
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name.trim()) else {
            bail!("the placeholder {{{{{name}}}}} is not known");
        };
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn preloads(fonts: &[String]) -> String {
    let tag = |url: &String| {
        format!("<link rel=\"preload\" href=\"{url}\" as=\"font\" type=\"font/woff2\" crossorigin>")
    };
    fonts.iter().map(tag).collect::<Vec<_>>().join("\n    ")
}

/// What the service worker keeps for when the network is gone: the page and every asset that the app itself may ask
/// for, apart from the parts that not everybody needs; those it keeps when they are asked for. With it a version, which
/// changes whenever one of them does, the parts too: what loads them knows them by their hashes.
fn precache(files: &Files) -> Result<(String, String)> {
    // A browser that runs WebAssembly takes WOFF2; the older fonts in the style sheet are never asked for.
    let is_old_font = |path: &str| [".woff", ".ttf", ".eot"].iter().any(|end| path.ends_with(end));
    let is_apart = |path: &str| path.starts_with("assets/graphiql/") || path.starts_with(PART);
    let is_kept = |path: &str| path.starts_with("assets/") && !is_apart(path) && !is_old_font(path);
    let mut urls = vec!["/".to_owned()];
    let mut hashes = String::new();
    for (path, content) in files.iter().filter(|(path, _)| is_kept(path) || *path == "index.html") {
        hashes.push_str(&short_hash(content));
        if path != "index.html" {
            urls.push(format!("/{path}"));
        }
    }
    Ok((serde_json::to_string(&urls)?, short_hash(hashes.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_unknown_ones_refused() {
        let values = [("style", "/assets/main.css"), ("script", "/assets/boot.js")];
        let filled =
            fill("<link href=\"{{style}}\"><script src=\"{{ script }}\">{}", &values).expect("fills");
        assert_eq!(filled, "<link href=\"/assets/main.css\"><script src=\"/assets/boot.js\">{}");
        assert!(fill("{{styles}}", &values).is_err());
        assert!(fill("{{style", &values).is_err());
    }

    #[test]
    fn the_version_follows_what_is_kept_and_only_that() {
        let mut files = Files::default();
        files.add("index.html", b"<!doctype html>".to_vec());
        files.add("assets/app-1.js", b"export {}".to_vec());
        let (urls, version) = precache(&files).expect("lists");
        assert_eq!(urls, r#"["/","/assets/app-1.js"]"#);
        files.add("assets/graphiql/graphiql.min.js", b"...".to_vec());
        files.add("assets/plex-1.woff", b"...".to_vec());
        files.add("assets/part-editing-1.wasm", b"...".to_vec());
        files.add("robots.txt", b"...".to_vec());
        assert_eq!(precache(&files).expect("lists"), (urls, version.clone()));
        files.add("index.html", b"<!doctype html><p>".to_vec());
        assert_ne!(precache(&files).expect("lists").1, version);
    }
}
