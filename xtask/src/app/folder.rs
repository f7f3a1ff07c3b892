//! The bundle on disk: written beside its place and renamed into it, so that a stopped chore leaves either the old
//! bundle or the new one.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use super::compress;
use super::files::Files;
use super::parts::PART;
use crate::workspace::Workspace;

/// The bundle's list of contents, from which the bench sums what is transferred.
pub const MANIFEST: &str = "manifest.json";

#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    bytes: usize,
    /// Size in Brotli, or uncompressed where that doesn't pay.
    br: usize,
    /// Whether a browser fetches it before the app can be used.
    is_first: bool,
}

/// Writes the bundle with compressed forms and manifest. Returns how many bytes the page, its code and its style sheet
/// transfer, in Brotli.
pub fn write(workspace: &Workspace, files: Files) -> Result<usize> {
    let partial = workspace.target().join("app.partial");
    remove(&partial)?;
    let files: Vec<_> = files.iter().collect();
    let compressed = compress::all(&files)?;
    let mut manifest = Vec::new();
    for ((path, content), forms) in files.iter().zip(&compressed) {
        let place = partial.join(path);
        std::fs::create_dir_all(place.parent().unwrap_or(&partial))?;
        std::fs::write(&place, content).with_context(|| format!("cannot write {}", place.display()))?;
        if let Some(forms) = forms {
            std::fs::write(partial.join(format!("{path}.br")), &forms.brotli)?;
            std::fs::write(partial.join(format!("{path}.gz")), &forms.gzip)?;
        }
        let br = forms.as_ref().map_or(content.len(), |forms| forms.brotli.len());
        manifest.push(Entry { path, bytes: content.len(), br, is_first: is_first(path) });
    }
    std::fs::write(partial.join(MANIFEST), serde_json::to_vec_pretty(&manifest)?)?;
    replace(&workspace.app(), &partial)?;
    Ok(manifest.iter().filter(|entry| entry.is_first && !is_font(entry.path)).map(|entry| entry.br).sum())
}

fn is_first(path: &str) -> bool {
    let is_needed = [".js", ".wasm", ".css", ".html"].iter().any(|end| path.ends_with(end)) || is_font(path);
    let is_apart = path == "sw.js" || path.starts_with("assets/graphiql/") || path.starts_with(PART);
    is_needed && !is_apart
}

/// Whether it is a font of the kind that browsers with WebAssembly take.
fn is_font(path: &str) -> bool {
    path.ends_with(".woff2")
}

fn replace(place: &Path, new: &Path) -> Result<()> {
    let old = place.with_extension("old");
    remove(&old)?;
    if place.exists() {
        std::fs::rename(place, &old)?;
    }
    std::fs::rename(new, place).with_context(|| format!("cannot move the bundle to {}", place.display()))?;
    remove(&old)
}

fn remove(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Every file below a folder by its path in it, with `/` between names; none if there is no such folder.
pub fn read_all(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, std::fs::read(entry.path())?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_not_everybody_needs_is_not_fetched_first() {
        let first =
            ["index.html", "assets/app-1.js", "assets/app-1.wasm", "assets/main-1.css", "assets/a-1.woff2"];
        let later =
            ["sw.js", "assets/part-editing-1.wasm", "assets/graphiql/graphiql.min.js", "assets/a-1.woff"];
        assert!(first.into_iter().all(is_first));
        assert!(!later.into_iter().any(is_first));
    }

    #[test]
    fn a_new_bundle_takes_the_place_of_the_old_one() {
        let root = tempfile::tempdir().expect("a folder");
        let workspace = Workspace::at(root.path());
        for content in ["first", "second"] {
            let mut files = Files::default();
            files.add("index.html", content.repeat(200).into_bytes());
            files.add_hashed("main", "css", content.into());
            let bytes = write(&workspace, files).expect("writes");
            assert!(bytes > 0 && bytes < 200, "{bytes} compressed bytes");
        }
        let written = read_all(&workspace.app()).expect("reads");
        let paths: Vec<_> = written.keys().filter(|path| !path.starts_with("assets/")).collect();
        assert_eq!(paths, ["index.html", "index.html.br", "index.html.gz", "manifest.json"]);
        assert_eq!(written.len(), 5, "the old style sheet is gone");
        assert_eq!(std::fs::read_dir(workspace.target()).expect("reads").count(), 1);
    }
}
