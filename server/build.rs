//! Tells cargo when the browser app that a release embeds has changed. Debug builds read it from disk.

use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/app");
    let is_release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    // A path that is not there would count as changed at every build.
    if is_release && std::fs::create_dir_all(&app).is_ok() {
        println!("cargo:rerun-if-changed={}", app.display());
    }
}
