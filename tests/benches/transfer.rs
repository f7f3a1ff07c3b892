//! What a browser fetches before the app can be used, as the bundle's own list tells it.

use std::path::PathBuf;

use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    path: String,
    bytes: u64,
    br: Option<u64>,
    is_first: bool,
}

/// Adds up and prints.
pub fn run() {
    let folder = std::env::var_os("TOVHOLDER_TEST_APP").map(PathBuf::from);
    let folder = folder.expect("TOVHOLDER_TEST_APP names the bundled app; `cargo xtask bench` sets it");
    let manifest = std::fs::read_to_string(folder.join("manifest.json")).expect("the bundle's list");
    let files: Vec<File> = serde_json::from_str(&manifest).expect("the bundle's list in JSON");
    println!("The browser app, fetched before it can be used (brotli)");
    let mut total = 0;
    for file in files.iter().filter(|file| file.is_first) {
        let sent = file.br.unwrap_or(file.bytes);
        total += sent;
        println!("  {:>9} bytes   {}", sent, file.path);
    }
    println!("  {total:>9} bytes in all");
    println!("Its other parts, fetched when they are asked for (brotli)");
    for file in files.iter().filter(|file| file.path.starts_with("assets/part-")) {
        println!("  {:>9} bytes   {}", file.br.unwrap_or(file.bytes), file.path);
    }
}
