//! Checks at build time what would otherwise fail in somebody's browser: the texts of both languages, and the
//! committed GraphQL schema that the queries are checked against. It does not bundle: `cargo xtask` does.

use std::path::Path;
use std::{env, error::Error, fs};

use leptos_i18n_parser::parse_locales::options::{Config, ParseOptions};
use leptos_i18n_parser::parse_locales::parse_locales;

/// The committed schema, written by `tovholder schema`.
const SCHEMA: &str = "../server/schema.graphql";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    keep_relocations();
    write_texts(Path::new(&env::var("OUT_DIR")?))?;
    cynic_codegen::register_schema("tovholder").from_sdl_file(SCHEMA)?.as_default()?;
    Ok(())
}

/// Has the linker write down what refers to what, without which the bundler can't take the app apart.
fn keep_relocations() {
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}

/// Writes `i18n.rs` from `locales/{da,en}/<area>.json`. A text that one language lacks stops the build.
fn write_texts(out: &Path) -> Result<(), Box<dyn Error>> {
    let options = ParseOptions::new().interpolate_display(true);
    let config = Config::new("da")?.add_locale("en")?.add_namespaces(areas()?)?.parse_options(options);
    let texts = parse_locales(None, config)?;
    let (errors, warnings) = texts.diag.borrow();
    if let Some(lacking) = warnings.first() {
        return Err(format!("the texts are not the same in both languages: {lacking}").into());
    }
    if let Some(error) = errors.first() {
        return Err(error.to_string().into());
    }
    let code = leptos_i18n_codegen::gen_code(&texts, None, false, None, true)?;
    fs::write(out.join("i18n.rs"), code.to_string())?;
    Ok(())
}

/// The areas with texts: one per file of the Danish folder.
fn areas() -> Result<Vec<String>, Box<dyn Error>> {
    let mut areas = Vec::new();
    for file in fs::read_dir("locales/da")? {
        let path = file?.path();
        if let Some(area) = path.file_stem().and_then(|stem| stem.to_str()) {
            areas.push(area.to_owned());
        }
    }
    areas.sort();
    Ok(areas)
}
