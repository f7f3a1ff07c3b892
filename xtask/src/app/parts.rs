//! The app in parts: what everybody needs at once, and what only some need, loaded when it is first asked for. Where
//! the cuts are, the app says itself, by `#[wasm_split(…)]`; what belongs to a part alone goes into its file, what several
//! parts share into one of its own.
//!
//! The parts' files are named by their content, so a page never meets a part of another version of the app.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use super::files::Files;

/// What the code around the WebAssembly is called until its name holds a hash.
pub const MODULE: &str = "./app.js";
/// The same of what loads the parts. The WebAssembly knows it under this name.
pub const LOADER: &str = "./parts.js";
/// How the names of the parts' files begin.
pub const PART: &str = "assets/part-";

/// The app taken apart.
pub struct Parts {
    /// What is loaded at once, for the binding generator.
    pub main: PathBuf,
    /// The JavaScript module that loads the parts.
    pub loader: String,
}

/// Takes the compiled app apart, in this folder, and adds the parts to the bundle.
pub fn take_apart(compiled: &Path, folder: &Path, files: &mut Files) -> Result<Parts> {
    let input = super::wasm::read(compiled)?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = MODULE;
    options.link_name = LOADER;
    let taken_apart =
        transform(options).map_err(|error| anyhow!("cannot take the browser app apart: {error:#}"))?;
    let mut loader = String::from_utf8(super::wasm::read(&folder.join(LOADER))?)
        .context("what loads the parts of the app is not text")?;
    for part in taken_apart.split_modules {
        let name = part.file_stem().and_then(|name| name.to_str()).context("a part without a name")?;
        // A part that came out empty is a file that nothing loads.
        if !loader.contains(&in_quotes(name)) {
            continue;
        }
        let content = without_custom_sections(&super::wasm::read(&part)?)?;
        let stem = format!("part-{}", name.trim_start_matches("split_").replace('_', "-"));
        let url = files.add_hashed(&stem, "wasm", content);
        let file = url.rsplit('/').next().unwrap_or(&url);
        loader = loader.replace(&in_quotes(name), &format!("\"./{file}\""));
    }
    Ok(Parts { main, loader })
}

fn in_quotes(name: &str) -> String {
    format!("\"./{name}.wasm\"")
}

/// WebAssembly without names and notes for debuggers, which the browser has no use for.
fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>> {
    const HEADER: usize = 8;
    const CUSTOM: u8 = 0;
    let (header, mut rest) = wasm.split_at_checked(HEADER).context("not WebAssembly")?;
    let mut kept = header.to_vec();
    while let Some((&kind, after)) = rest.split_first() {
        let (length, content) = number(after)?;
        let section = rest.len() - content.len() + length;
        let (section, next) = rest.split_at_checked(section).context("a section without its end")?;
        if kind != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = next;
    }
    Ok(kept)
}

/// The number that the bytes begin with (unsigned LEB128), and what is behind it.
fn number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut number = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Ok((number, &bytes[place + 1..]));
        }
    }
    bail!("a number without its end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_custom_sections_are_dropped() {
        let header = b"\0asm\x01\0\0\0";
        let (types, name) = (b"\x01\x04\x01\x60\0\0", b"\0\x05\x04name");
        let long = [b"\x0a\x80\x01".as_slice(), &[7; 128]].concat();
        let wasm = [header.as_slice(), name, types, name, &long].concat();
        let kept = without_custom_sections(&wasm).expect("is WebAssembly");
        assert_eq!(kept, [header.as_slice(), types, &long].concat());
        assert!(without_custom_sections(&wasm[..wasm.len() - 1]).is_err());
        assert!(without_custom_sections(b"\0asm").is_err());
    }
}
