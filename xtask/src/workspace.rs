//! Where things are in the repository. Paths only: nothing here reads, writes or runs anything.

use std::path::{Path, PathBuf};

/// The repository's root, from which every other path follows.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace that this xtask belongs to.
    pub fn here() -> Self {
        // Cargo tells at run time, which stays right when the clone was moved after building.
        let crate_folder = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        Self::at(crate_folder.parent().unwrap_or(Path::new(".")))
    }

    /// A workspace at the given root.
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The root itself, where cargo is run.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The browser app's sources.
    pub fn web(&self) -> PathBuf {
        self.root.join("web")
    }

    /// Where the browser app's npm packages are installed.
    pub fn node_modules(&self) -> PathBuf {
        self.web().join("node_modules")
    }

    /// Cargo's output folder of everything native.
    pub fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// Cargo's output folder of the browser app. Its own, so that two compilers don't rebuild each other's work.
    pub fn web_target(&self) -> PathBuf {
        self.target().join("web")
    }

    /// The bundled browser app, which the service embeds.
    pub fn app(&self) -> PathBuf {
        self.target().join("app")
    }

    /// The sources of the bundler: a change to them asks for a new bundle.
    pub fn bundler(&self) -> PathBuf {
        self.root.join("xtask/src/app")
    }

    /// The folder of the database that `cargo xtask run` serves.
    pub fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// The committed GraphQL schema.
    pub fn schema(&self) -> PathBuf {
        self.root.join("server/schema.graphql")
    }
}
