//! The bundle while it is put together: paths and contents in memory, named by content where browsers may keep them
//! for ever.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// The bundle's files by path, without a leading slash.
#[derive(Default)]
pub struct Files {
    by_path: BTreeMap<String, Vec<u8>>,
}

impl Files {
    /// Adds a file below `assets/` whose name holds a hash of its content, and returns its URL.
    pub fn add_hashed(&mut self, stem: &str, extension: &str, content: Vec<u8>) -> String {
        let path = format!("assets/{stem}-{}.{extension}", short_hash(&content));
        let url = format!("/{path}");
        self.by_path.insert(path, content);
        url
    }

    /// Adds a file that keeps its name.
    pub fn add(&mut self, path: impl Into<String>, content: Vec<u8>) {
        self.by_path.insert(path.into(), content);
    }

    /// Every file in the order of its path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.by_path.iter().map(|(path, content)| (path.as_str(), content.as_slice()))
    }
}

/// Enough of a SHA-256 to tell contents apart: 16 hexadecimal digits.
pub fn short_hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_follows_the_content() {
        let mut files = Files::default();
        let one = files.add_hashed("main", "css", b"a {}".to_vec());
        assert_eq!(one, files.add_hashed("main", "css", b"a {}".to_vec()));
        let other = files.add_hashed("main", "css", b"b {}".to_vec());
        assert_ne!(one, other);
        assert!(
            one.starts_with("/assets/main-")
                && one.ends_with(".css")
                && one.len() == "/assets/main-.css".len() + 16
        );
        assert_eq!(files.iter().count(), 2);
    }
}
