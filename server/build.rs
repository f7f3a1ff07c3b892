//! Makes sure that the folder of the browser app is there to be embedded, and tells cargo when a release must embed
//! it anew. Debug builds read it from disk.

use std::path::Path;

fn main() -> std::io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/app");
    std::fs::create_dir_all(&app)?;
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo:rerun-if-changed={}", app.display());
    }
    Ok(())
}
