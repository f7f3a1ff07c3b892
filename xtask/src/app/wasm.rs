//! The app's code: compiled to WebAssembly and bound to JavaScript, with the binding generator as a library, which
//! Cargo.lock keeps at the version of `wasm-bindgen` itself.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::files::{Files, short_hash};
use super::parts;
use crate::process;
use crate::wasm_compiler::{TARGET, WasmCompiler};
use crate::workspace::Workspace;

/// The URLs of the code in the bundle.
pub struct Code {
    /// The JavaScript module that starts the app.
    pub module: String,
    /// The JavaScript module that loads the app's other parts.
    pub loader: String,
    /// The WebAssembly that it runs.
    pub wasm: String,
}

/// Compiles the app and returns the path of the raw WebAssembly.
pub fn compile(workspace: &Workspace, compiler: &WasmCompiler) -> Result<PathBuf> {
    let mut command = compiler.cargo_build(workspace);
    command.args(["--profile", "wasm", "--package", "web"]);
    process::run(&mut command, "compiling the browser app")?;
    let wasm = workspace.web_target().join(TARGET).join("wasm/web.wasm");
    if !wasm.is_file() {
        bail!("cargo built the browser app, but not as {}", wasm.display());
    }
    Ok(wasm)
}

/// Takes the app apart, generates the JavaScript around its WebAssembly and adds it all to the bundle.
pub fn bind(compiled: &Path, files: &mut Files) -> Result<Code> {
    let folder = tempfile::tempdir()?;
    let parts = parts::take_apart(compiled, folder.path(), files)?;
    let folder = folder.path().join("bound");
    Bindgen::new()
        .input_path(&parts.main)
        .out_name("app")
        .web(true)?
        .typescript(false)
        // The page says where the WebAssembly is: its name holds a hash that this generator doesn't know.
        .omit_default_module_path(true)
        // The parts find each other by what the linker exported, and by its names.
        .keep_lld_exports(true)
        .demangle(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)
        .context("cannot generate the JavaScript of the browser app")?;
    let wasm = files.add_hashed("app", "wasm", read(&folder.join("app_bg.wasm"))?);
    let module =
        String::from_utf8(read(&folder.join("app.js"))?).context("the generated JavaScript is not text")?;
    let module = add_snippets(&folder.join("snippets"), module, files)?;
    let (module, loader) = add_modules(&module, &parts.loader, files)?;
    Ok(Code { module, loader, wasm })
}

/// Adds the two modules, which import each other and therefore share a hash, and returns their URLs.
fn add_modules(module: &str, loader: &str, files: &mut Files) -> Result<(String, String)> {
    let hash = short_hash(format!("{module}{loader}").as_bytes());
    let (module_file, loader_file) = (format!("app-{hash}.js"), format!("parts-{hash}.js"));
    let module = import_from(module, parts::LOADER, &loader_file)?;
    let loader = import_from(loader, parts::MODULE, &module_file)?;
    files.add(format!("assets/{module_file}"), module.into_bytes());
    files.add(format!("assets/{loader_file}"), loader.into_bytes());
    Ok((format!("/assets/{module_file}"), format!("/assets/{loader_file}")))
}

/// JavaScript that imports another module under its name in the bundle.
fn import_from(code: &str, module: &str, file: &str) -> Result<String> {
    let (old, new) = (format!(" from \"{module}\""), format!(" from \"./{file}\""));
    if !code.contains(&old) {
        bail!("the generated JavaScript does not import {module}");
    }
    Ok(code.replace(&old, &new))
}

/// Adds the JavaScript that libraries bring along. Their folder gets a hash of them all, since the module imports
/// them by relative path and they may import each other.
fn add_snippets(folder: &Path, module: String, files: &mut Files) -> Result<String> {
    let snippets = super::folder::read_all(folder)?;
    if snippets.is_empty() {
        return Ok(module);
    }
    let contents: Vec<u8> = snippets.values().flatten().copied().collect();
    let name = format!("snippets-{}", short_hash(&contents));
    for (path, content) in snippets {
        files.add(format!("assets/{name}/{path}"), content);
    }
    Ok(module
        .replace("'./snippets/", &format!("'./{name}/"))
        .replace("\"./snippets/", &format!("\"./{name}/")))
}

/// Reads a file, or says which one it could not read.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imported_snippets_are_found_under_their_new_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("lib-1")).expect("a folder");
        std::fs::write(folder.path().join("lib-1/inline0.js"), "export {}").expect("a file");
        let mut files = Files::default();
        let module = "import { a } from './snippets/lib-1/inline0.js';".to_owned();
        let module = add_snippets(folder.path(), module, &mut files).expect("adds");
        let (path, _) = files.iter().next().expect("one file");
        let imported = path.strip_prefix("assets/").expect("an asset");
        assert_eq!(module, format!("import {{ a }} from './{imported}';"));
    }

    #[test]
    fn modules_that_import_each_other_share_a_hash() {
        let mut files = Files::default();
        let (app, parts) = ("import * as a from \"./parts.js\"\n", "import { b } from \"./app.js\";");
        let (module, loader) = add_modules(app, parts, &mut files).expect("adds");
        let written: Vec<_> = files.iter().map(|(path, content)| (format!("/{path}"), content)).collect();
        assert_eq!([&written[0].0, &written[1].0], [&module, &loader]);
        let imports = |content: &[u8], url: &str| {
            String::from_utf8_lossy(content)
                .contains(&format!("\"./{}\"", url.trim_start_matches("/assets/")))
        };
        assert!(imports(written[0].1, &loader) && imports(written[1].1, &module));
        assert!(add_modules("export {}", parts, &mut files).is_err());
    }

    #[test]
    fn code_without_snippets_stays_as_it_is() {
        let mut files = Files::default();
        let module = add_snippets(Path::new("/nowhere"), "export {}".to_owned(), &mut files).expect("adds");
        assert_eq!((module.as_str(), files.iter().count()), ("export {}", 0));
    }
}
