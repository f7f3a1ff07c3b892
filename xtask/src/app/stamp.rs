//! Notes beside the bundle what it was made from, so that the second build has nothing to do.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::folder::{MANIFEST, read_all};
use crate::workspace::Workspace;

/// A hash over everything that goes into the bundle: the compiled code, the other sources in `web/`, what npm
/// installed, and this bundler itself.
pub fn of_inputs(workspace: &Workspace, compiled: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    let web = workspace.web();
    let files = [
        compiled.to_owned(),
        web.join("index.html"),
        web.join("service-worker.js"),
        web.join("package-lock.json"),
    ];
    for file in files {
        hash.update(std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?);
    }
    for folder in [web.join("styles"), web.join("icons"), web.join("public"), workspace.bundler()] {
        for (path, content) in read_all(&folder)? {
            hash.update(path);
            hash.update((content.len() as u64).to_le_bytes());
            hash.update(content);
        }
    }
    Ok(format!("{:x}", hash.finalize()))
}

/// Whether the bundle on disk was made from these inputs, and is that bundle still.
pub fn is_valid(workspace: &Workspace, inputs: &str) -> bool {
    let written = std::fs::read_to_string(path(workspace)).ok();
    written.is_some() && written == content(workspace, inputs).ok()
}

/// Notes the inputs of the bundle on disk.
pub fn write(workspace: &Workspace, inputs: &str) -> Result<()> {
    std::fs::write(path(workspace), content(workspace, inputs)?)
        .context("cannot note what the bundle was made from")
}

/// The manifest's hash is part of the stamp, so that a stamp never vouches for another bundle than its own.
fn content(workspace: &Workspace, inputs: &str) -> Result<String> {
    let manifest = std::fs::read(workspace.app().join(MANIFEST))?;
    Ok(format!("{inputs}\n{:x}\n", Sha256::digest(manifest)))
}

fn path(workspace: &Workspace) -> PathBuf {
    workspace.target().join("app.stamp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_holds_for_its_inputs_and_its_bundle_only() {
        let root = tempfile::tempdir().expect("a folder");
        let workspace = Workspace::at(root.path());
        assert!(!is_valid(&workspace, "a"));
        std::fs::create_dir_all(workspace.app()).expect("a folder");
        std::fs::write(workspace.app().join(MANIFEST), "[]").expect("a manifest");
        assert!(!is_valid(&workspace, "a"));
        write(&workspace, "a").expect("a stamp");
        assert!(is_valid(&workspace, "a"));
        assert!(!is_valid(&workspace, "b"));
        std::fs::write(workspace.app().join(MANIFEST), "[{}]").expect("another manifest");
        assert!(!is_valid(&workspace, "a"));
    }
}
