//! The style sheet: compiled from SCSS, with every font and picture that it names copied into the bundle under a name
//! that holds its hash. One that can't be found is an error: the service answers it with 404, never with a page.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::css_urls;
use super::files::Files;
use crate::process;
use crate::workspace::Workspace;

/// The URLs of the style sheet and of the fonts that every page uses.
pub struct Style {
    /// The style sheet.
    pub sheet: String,
    /// The fonts to load before the style sheet asks for them.
    pub fonts: Vec<String>,
}

/// Compiles `styles/main.scss` and adds it with what it names to the bundle.
pub fn compile(workspace: &Workspace, files: &mut Files) -> Result<Style> {
    let sass = workspace.node_modules().join(".bin/sass");
    let mut command = Command::new(sass);
    command
        .args([
            "--no-source-map",
            "--style=compressed",
            "--quiet-deps",
            "--load-path=node_modules",
            "styles/main.scss",
        ])
        .current_dir(workspace.web());
    let css =
        String::from_utf8(process::output(&mut command, "sass")?).context("the style sheet is not text")?;

    let mut fonts = Vec::new();
    let css = css_urls::replace(&css, |url| {
        let Some(path) = file_path(url) else { return Ok(None) };
        let found = find(workspace, path)
            .with_context(|| format!("the style sheet names {url}, and there is no such file"))?;
        let name = found.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (stem, extension) = name.rsplit_once('.').with_context(|| format!("{url} has no extension"))?;
        let content = std::fs::read(&found).with_context(|| format!("cannot read {}", found.display()))?;
        let bundled = files.add_hashed(stem, extension, content);
        if is_used_everywhere(&name) && !fonts.contains(&bundled) {
            fonts.push(bundled.clone());
        }
        // What follows the path, such as the id of a symbol in a picture, stays with it.
        Ok(Some(format!("{bundled}{}", &url[path.len()..])))
    })?;
    Ok(Style { sheet: files.add_hashed("main", "css", css.into_bytes()), fonts })
}

/// The part of a URL that names a file of ours; `None` for what the browser finds without one.
fn file_path(url: &str) -> Option<&str> {
    let is_elsewhere = url.is_empty()
        || url.starts_with('#')
        || url.starts_with("//")
        || url.contains("://")
        || url.starts_with("data:");
    (!is_elsewhere).then(|| url.split(['?', '#']).next().unwrap_or(url))
}

/// Finds the file as a path from `styles/`, or as the design system's own style sheet would name it.
fn find(workspace: &Workspace, path: &str) -> Result<PathBuf> {
    let packages = workspace.node_modules();
    let bases = [
        workspace.web().join("styles"),
        packages.join("dkfds/dist/css"),
        packages.join("dkfds/dist"),
        packages,
    ];
    match bases.iter().map(|base| base.join(path.trim_start_matches('/'))).find(|file| file.is_file()) {
        Some(file) => Ok(file),
        None => bail!("looked in {}", bases.each_ref().map(|base| base.display().to_string()).join(", ")),
    }
}

/// Whether a font is one that every page shows at once: upright, regular or semibold, Latin letters.
fn is_used_everywhere(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_other_script =
        ["latin2", "latin3", "greek", "cyrillic", "-pi."].iter().any(|part| name.contains(part));
    let is_weight = ["-regular", "-600", "semibold"].iter().any(|part| name.contains(part));
    Path::new(&name).extension().is_some_and(|extension| extension == "woff2")
        && is_weight
        && !is_other_script
        && !name.contains("italic")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_ours_are_copied() {
        assert_eq!(file_path("../img/a.svg#symbol"), Some("../img/a.svg"));
        assert_eq!(file_path("a.woff2?v=2"), Some("a.woff2"));
        for elsewhere in [
            "data:image/svg+xml,%3csvg/%3e",
            "#gradient",
            "https://example.org/a.png",
            "//example.org/a.png",
            "",
        ] {
            assert_eq!(file_path(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn two_fonts_are_loaded_early() {
        assert!(is_used_everywhere("IBMPlexSans-Regular-Latin1.woff2"));
        assert!(is_used_everywhere("IBMPlexSans-SemiBold.woff2"));
        assert!(is_used_everywhere("plex-600.woff2"));
        for other in [
            "IBMPlexSans-Regular-Greek.woff2",
            "IBMPlexSans-SemiBoldItalic.woff2",
            "IBMPlexSans-Bold.woff2",
            "IBMPlexSans-Regular.woff",
        ] {
            assert!(!is_used_everywhere(other), "{other}");
        }
    }

    #[test]
    fn a_file_is_found_beside_the_styles_or_in_the_design_system() {
        let root = tempfile::tempdir().expect("a folder");
        let workspace = Workspace::at(root.path());
        for file in ["web/icons/home.svg", "web/node_modules/dkfds/dist/img/check.svg"] {
            let path = root.path().join(file);
            std::fs::create_dir_all(path.parent().expect("has a folder")).expect("a folder");
            std::fs::write(path, "").expect("a file");
        }
        std::fs::create_dir_all(root.path().join("web/styles")).expect("a folder");
        std::fs::create_dir_all(root.path().join("web/node_modules/dkfds/dist/css")).expect("a folder");
        for path in ["../icons/home.svg", "../img/check.svg", "img/check.svg"] {
            assert!(find(&workspace, path).is_ok(), "{path}");
        }
        assert!(find(&workspace, "../img/nothing.svg").is_err());
    }
}
