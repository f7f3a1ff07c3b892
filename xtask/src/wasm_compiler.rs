//! Which compiler builds the browser app: the toolchain's own when it has the standard library for
//! WebAssembly, else Debian's packaged one, which builds that library from its source.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::machine::Machine;
use crate::process;
use crate::workspace::Workspace;

/// The Debian packages that make up the second compiler.
pub const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// The target that browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A compiler that can build for WebAssembly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WasmCompiler {
    /// The toolchain that built this program.
    Toolchain,
    /// Debian's, which carries the standard library as source only.
    Debian {
        /// Its cargo.
        cargo: PathBuf,
        /// Its rustc.
        rustc: PathBuf,
        /// The linker it is told to use, by name.
        linker: OsString,
    },
}

impl WasmCompiler {
    /// The compiler to use on this machine, if there is one.
    pub fn on(machine: &Machine) -> Option<Self> {
        if toolchain_has_target() { Some(Self::Toolchain) } else { Self::debian(machine) }
    }

    fn debian(machine: &Machine) -> Option<Self> {
        let (cargo, rustc) = (machine.system("usr/bin/cargo"), machine.system("usr/bin/rustc"));
        let library = machine.system("usr/lib/rustlib/src/rust/library/Cargo.lock");
        let linker = machine.wasm_linker()?.file_name()?.to_owned();
        let is_complete =
            cargo.is_file() && rustc.is_file() && library.is_file() && is_recent(&version(&rustc));
        is_complete.then_some(Self::Debian { cargo, rustc, linker })
    }

    /// A `cargo build` for the browser; the caller says of what.
    pub fn cargo_build(&self, workspace: &Workspace) -> Command {
        let mut command = match self {
            Self::Toolchain => crate::server::cargo(workspace),
            Self::Debian { cargo, rustc, linker } => {
                let mut command = Command::new(cargo);
                crate::server::clean_environment(&mut command)
                    // rustup's cargo names its toolchain and stands first in PATH; this one is not rustup's.
                    .env_remove("RUSTUP_TOOLCHAIN")
                    .env("PATH", "/usr/local/bin:/usr/bin:/bin")
                    .env("RUSTC", rustc)
                    // Building the standard library is an unstable feature of cargo, and this compiler a released one.
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .current_dir(workspace.root());
                command
            }
        };
        command
            .args(["build", "--locked", "--target", TARGET])
            .arg("--target-dir")
            .arg(workspace.web_target());
        command
    }
}

/// Whether the toolchain that runs us has a compiled standard library for WebAssembly.
fn toolchain_has_target() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let printed = process::output(
        Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]),
        "asking rustc for its libraries",
    );
    let Ok(folder) = printed.map(|bytes| PathBuf::from(String::from_utf8_lossy(&bytes).trim())) else {
        return false;
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name()).any(|name| is_standard_library(&name.to_string_lossy()))
}

fn is_standard_library(file: &str) -> bool {
    file.starts_with("libstd-") && file.ends_with(".rlib")
}

fn version(rustc: &PathBuf) -> String {
    let printed = process::output(Command::new(rustc).arg("--version"), "asking rustc for its version");
    printed.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

/// Whether `rustc --version` tells of a compiler that the workspace's `rust-version` allows.
fn is_recent(version: &str) -> bool {
    let numbers = |text: &str| -> Option<(u32, u32)> {
        let mut parts = text.split('.').map(str::parse);
        Some((parts.next()?.ok()?, parts.next()?.ok()?))
    };
    let found = version.split_whitespace().nth(1).and_then(numbers);
    found.is_some_and(|found| Some(found) >= numbers(env!("CARGO_PKG_RUST_VERSION")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_compiler_of_debian_will_not_do() {
        assert!(is_recent("rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)\n"));
        assert!(!is_recent("rustc 1.63.0"));
        assert!(!is_recent("no such program"));
        assert!(!is_recent(""));
    }

    #[test]
    fn only_a_compiled_library_counts() {
        assert!(is_standard_library("libstd-0a1b2c.rlib"));
        assert!(!is_standard_library("libstd-0a1b2c.so"));
        assert!(!is_standard_library("libstd_detect-0a1b2c.rlib"));
    }

    #[test]
    fn half_installed_packages_are_no_compiler() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = ["usr/bin/cargo", "usr/bin/rustc", "usr/bin/wasm-ld-22"];
        let machine = crate::machine::tests::machine(folder.path(), true, &files);
        assert_eq!(WasmCompiler::debian(&machine), None);
    }
}
