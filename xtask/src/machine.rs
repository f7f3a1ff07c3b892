//! What is on this machine: programs, packages' folders, and whether it lets us install anything.
//! It only looks. What a chore wants is said in [`crate::needs`].

use std::path::{Path, PathBuf};

/// A machine as a chore sees it. A test looks at a made-up one below a folder of its own.
pub struct Machine {
    root: PathBuf,
    search_path: Vec<PathBuf>,
    is_superuser: bool,
}

/// How programs get onto this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Installer {
    /// Debian's package manager, directly.
    Apt,
    /// Debian's package manager by way of sudo.
    SudoApt,
    /// Debian, but neither root nor sudo: a person has to do it.
    AptByPerson,
    /// Not a Debian system: a person has to find the packages.
    Unknown,
}

impl Machine {
    /// The machine we are on.
    pub fn here() -> Self {
        let search_path = std::env::var_os("PATH").unwrap_or_default();
        Self {
            root: PathBuf::from("/"),
            search_path: std::env::split_paths(&search_path).collect(),
            is_superuser: rustix::process::geteuid().is_root(),
        }
    }

    /// Where a program is that the search path knows.
    pub fn program(&self, name: &str) -> Option<PathBuf> {
        self.search_path.iter().map(|folder| folder.join(name)).find(|path| path.is_file())
    }

    /// A path of the whole system, such as `usr/bin/rustc`.
    pub fn system(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Whether chores run as root here.
    pub fn is_superuser(&self) -> bool {
        self.is_superuser
    }

    /// How programs get onto this machine.
    pub fn installer(&self) -> Installer {
        if !self.system("etc/debian_version").is_file() || self.program("apt-get").is_none() {
            Installer::Unknown
        } else if self.is_superuser {
            Installer::Apt
        } else if self.program("sudo").is_some() {
            Installer::SudoApt
        } else {
            Installer::AptByPerson
        }
    }

    /// The folder with PostgreSQL's server programs: Debian keeps them out of the search path, one folder a version.
    pub fn postgres_programs(&self) -> Option<PathBuf> {
        let versions = numbered(&self.system("usr/lib/postgresql"), "");
        let debian = versions.into_iter().map(|(_, folder)| folder.join("bin"));
        let in_search_path = self.search_path.iter().cloned();
        debian
            .chain(in_search_path)
            .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
    }

    /// The newest LLVM linker for WebAssembly; Debian's carry their version in the name.
    pub fn wasm_linker(&self) -> Option<PathBuf> {
        let newest = numbered(&self.system("usr/bin"), "wasm-ld-").into_iter().next();
        newest.map(|(_, path)| path).or_else(|| self.program("wasm-ld"))
    }
}

/// The entries of a folder that are called `prefix` and a number, highest number first.
fn numbered(folder: &Path, prefix: &str) -> Vec<(u32, PathBuf)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<_> = entries
        .filter_map(|entry| {
            let number = entry.file_name().to_str()?.strip_prefix(prefix)?.parse().ok()?;
            Some((number, entry.path()))
        })
        .collect();
    found.sort_unstable_by(|one, other| other.cmp(one));
    found
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A made-up machine with these files, whose search path is its `usr/bin`.
    pub fn machine(root: &Path, is_superuser: bool, files: &[&str]) -> Machine {
        for file in files {
            let path = root.join(file);
            std::fs::create_dir_all(path.parent().expect("has a folder")).expect("a folder");
            std::fs::write(path, "").expect("a file");
        }
        Machine { root: root.to_owned(), search_path: vec![root.join("usr/bin")], is_superuser }
    }

    #[test]
    fn installing_takes_debian_and_the_right_to() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        assert_eq!(machine(root, true, &[]).installer(), Installer::Unknown);
        assert_eq!(machine(root, true, &["etc/debian_version"]).installer(), Installer::Unknown);
        assert_eq!(machine(root, true, &["usr/bin/apt-get"]).installer(), Installer::Apt);
        assert_eq!(machine(root, false, &[]).installer(), Installer::AptByPerson);
        assert_eq!(machine(root, false, &["usr/bin/sudo"]).installer(), Installer::SudoApt);
    }

    #[test]
    fn the_newest_of_several_versions_is_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        assert_eq!(machine(root, true, &[]).postgres_programs(), None);
        let files = [
            "usr/lib/postgresql/9/bin/initdb",
            "usr/lib/postgresql/9/bin/postgres",
            "usr/lib/postgresql/15/bin/initdb",
            "usr/lib/postgresql/15/bin/postgres",
            "usr/lib/postgresql/16/bin/psql",
            "usr/bin/wasm-ld-9",
            "usr/bin/wasm-ld-22",
        ];
        let machine = machine(root, true, &files);
        assert_eq!(machine.postgres_programs(), Some(root.join("usr/lib/postgresql/15/bin")));
        assert_eq!(machine.wasm_linker(), Some(root.join("usr/bin/wasm-ld-22")));
    }
}
