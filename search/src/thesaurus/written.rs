//! The thesaurus as it is written: files of concepts and of sets of words.

use std::collections::HashMap;

use rust_embed::RustEmbed;
use serde::Deserialize;

use crate::error::{Error, Result};

/// The files, by topic.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/thesaurus"]
struct Files;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    concept: Vec<Written>,
    #[serde(default)]
    set: Vec<Set>,
}

/// Words that can stand for each other in a term: “{child} stjæler” is a term for every word in the set `child`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Set {
    name: String,
    words: Vec<String>,
}

/// A concept as it stands in a file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) key: String,
    pub(super) label: String,
    pub(super) official: Vec<String>,
    #[serde(default)]
    pub(super) lay: Vec<String>,
    #[serde(default)]
    pub(super) english: Vec<String>,
    #[serde(default)]
    pub(super) abbreviations: Vec<String>,
    #[serde(default)]
    pub(super) related: Vec<String>,
    /// Whether it says who is to be helped rather than with what.
    #[serde(default)]
    pub(super) audience: bool,
    /// The lay terms that name sets, once for every choice of words from them. They are what people say; looking for
    /// each of them in the texts would find nothing but accidents.
    #[serde(skip)]
    pub(super) spoken: Vec<String>,
}

/// The files of this build, as name and text.
pub(super) fn shipped_files() -> impl Iterator<Item = (String, String)> {
    Files::iter().filter_map(|name| {
        let file = Files::get(&name)?;
        Some((name.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
    })
}

/// A concept of a file, with the places of those it is related to among all that are read.
pub(super) struct Read {
    pub(super) written: Written,
    pub(super) related: Vec<usize>,
}

/// Reads files of concepts, given as name and text.
///
/// # Errors
/// Naming the file: what TOML says, a key used twice, a related key or a set that is not there.
pub(super) fn read(files: impl IntoIterator<Item = (String, String)>) -> Result<Vec<Read>> {
    let wrong = |file: &str, message: String| Error { file: file.to_owned(), message };
    let mut written = Vec::new();
    let mut sets = HashMap::new();
    for (file, text) in files {
        let parsed: File = toml::from_str(&text).map_err(|error| wrong(&file, error.to_string()))?;
        sets.extend(parsed.set.into_iter().map(|set| (set.name, set.words)));
        written.extend(parsed.concept.into_iter().map(|concept| (file.clone(), concept)));
    }
    let mut places = HashMap::new();
    for (at, (file, concept)) in written.iter().enumerate() {
        if places.insert(concept.key.clone(), at).is_some() {
            return Err(wrong(file, format!("{} stands twice", concept.key)));
        }
    }
    let with_places = |(file, mut concept): (String, Written)| {
        for terms in [&mut concept.lay, &mut concept.english] {
            let spoken = every_term(terms.extract_if(.., |term| term.contains('{')), &sets);
            concept.spoken.extend(spoken.map_err(|message| wrong(&file, message))?);
        }
        let place =
            |key: &String| places.get(key).copied().ok_or_else(|| wrong(&file, format!("no concept {key}")));
        let related = concept.related.iter().map(place).collect::<Result<_>>()?;
        Ok(Read { written: concept, related })
    };
    written.into_iter().map(with_places).collect()
}

/// The terms, each once for every choice of words from the sets it names; an error where a set is not there.
fn every_term(
    terms: impl Iterator<Item = String>,
    sets: &HashMap<String, Vec<String>>,
) -> std::result::Result<Vec<String>, String> {
    let mut open: Vec<String> = terms.collect();
    let mut done = Vec::new();
    while let Some(term) = open.pop() {
        let Some((before, rest)) = term.split_once('{') else {
            done.push(term);
            continue;
        };
        let (name, after) = rest.split_once('}').ok_or_else(|| format!("{term} lacks a brace"))?;
        let words = sets.get(name).ok_or_else(|| format!("no set {name}"))?;
        open.extend(words.iter().map(|word| format!("{before}{word}{after}")));
    }
    Ok(done)
}
