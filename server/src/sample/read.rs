//! Finds and reads the sample files in the binary.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;

use super::check;
use super::format::{
    Contact, ContactsFile, MunicipalityFile, Organisation, OrganisationsFile, Service, ServicesFile,
};
use super::plan::PlanFile;
use crate::error::{Error, Result};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/samples"]
struct Files;

/// A sample municipality, read and checked.
pub struct Sample {
    /// The municipality with its themes and groups.
    pub municipality: MunicipalityFile,
    /// Parents before children.
    pub organisations: Vec<Organisation>,
    /// The contacts.
    pub contacts: Vec<Contact>,
    /// In the catalogue's order.
    pub services: Vec<Service>,
    /// Its plans.
    pub plans: PlanFile,
}

/// Reads every sample in the binary, by slug.
///
/// # Errors
/// `Data` naming the file and what is wrong in it.
pub fn shipped() -> Result<Vec<Sample>> {
    let mut folders: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for path in Files::iter() {
        if let (Some((folder, name)), Some(file)) = (path.split_once('/'), Files::get(&path)) {
            let text = String::from_utf8_lossy(&file.data).into_owned();
            folders.entry(folder.to_owned()).or_default().insert(name.to_owned(), text);
        }
    }
    folders.into_iter().map(|(folder, files)| read(&folder, &files)).collect()
}

/// The files of this name, with the slugs of the municipalities they are of, in their order.
pub(super) fn each(name: &str) -> BTreeMap<String, String> {
    let file = |path: std::borrow::Cow<'static, str>| {
        let (folder, file) = path.split_once('/')?;
        let text = Files::get(&path).filter(|_| file == name)?;
        Some((folder.to_owned(), String::from_utf8_lossy(&text.data).into_owned()))
    };
    Files::iter().filter_map(file).collect()
}

fn read(folder: &str, files: &BTreeMap<String, String>) -> Result<Sample> {
    let municipality: MunicipalityFile = parse(folder, "municipality.toml", files)?;
    let organisations: OrganisationsFile = parse(folder, "organisations.toml", files)?;
    let contacts: ContactsFile = parse(folder, "contacts.toml", files)?;
    let mut services = Vec::new();
    for name in files.keys().filter(|name| name.starts_with("services/")) {
        services.extend(parse::<ServicesFile>(folder, name, files)?.service);
    }
    let plans = match files.contains_key("plan.toml") {
        true => parse(folder, "plan.toml", files)?,
        false => PlanFile::default(),
    };
    let sample = Sample {
        municipality,
        organisations: organisations.organisation,
        contacts: contacts.contact,
        services,
        plans,
    };
    check::check(&sample)?;
    Ok(sample)
}

fn parse<T: DeserializeOwned>(folder: &str, name: &str, files: &BTreeMap<String, String>) -> Result<T> {
    let wrong = |message: String| Error::Data { file: format!("samples/{folder}/{name}"), message };
    let text = files.get(name).ok_or_else(|| wrong("is missing".into()))?;
    toml::from_str(text).map_err(|error| wrong(error.to_string()))
}
