//! Bundles the browser app into `target/app`: compiled, bound to JavaScript, styled, named by content and
//! compressed. The service embeds that folder as it is.
//!
//! Steps, in order: [`wasm`] (taken apart by [`parts`]) → [`styles`] → [`shell`] (the page, its start and its service worker) → [`folder`]
//! (written, compressed, renamed into place). [`stamp`] skips them all when nothing changed. Cargo alone decides
//! whether anything needs compiling.

use anyhow::Result;

use crate::install;
use crate::machine::Machine;
use crate::needs::Purpose;
use crate::progress::{Steps, say};
use crate::wasm_compiler::WasmCompiler;
use crate::workspace::Workspace;

mod compress;
mod css_urls;
mod files;
mod folder;
mod graphiql;
mod parts;
mod shell;
mod stamp;
mod styles;
mod wasm;

use files::Files;

/// The chore `cargo xtask app`.
pub fn chore(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::of(2);
    steps.step("What this machine needs", || install::prepare(workspace, Purpose::App))?;
    steps.step("The browser app", || build(workspace))
}

/// Builds and bundles the app, unless the bundle is already what the sources say.
pub fn build(workspace: &Workspace) -> Result<()> {
    let machine = Machine::here();
    let compiler = WasmCompiler::on(&machine);
    let compiler = compiler.ok_or_else(|| anyhow::anyhow!("no compiler for WebAssembly on this machine"))?;
    say("compiling for the browser (some minutes the first time)");
    let compiled = wasm::compile(workspace, &compiler)?;

    let inputs = stamp::of_inputs(workspace, &compiled)?;
    if stamp::is_valid(workspace, &inputs) {
        say("target/app is up to date");
        return Ok(());
    }
    let mut files = Files::default();
    say("binding to JavaScript");
    let code = wasm::bind(&compiled, &mut files)?;
    say("style sheet, fonts and pictures");
    let style = styles::compile(workspace, &mut files)?;
    graphiql::copy(workspace, &mut files)?;
    shell::assemble(workspace, &code, &style, &mut files)?;
    say("compressing");
    let bytes = folder::write(workspace, files)?;
    stamp::write(workspace, &inputs)?;
    say(&format!(
        "target/app is ready: page, code and style sheet are {} KB on the wire, fonts not counted",
        bytes / 1000
    ));
    Ok(())
}
