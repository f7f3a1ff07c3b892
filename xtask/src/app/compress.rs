//! Compresses the bundle's files once, as tightly as it gets, so that the service never does it for a visitor.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use anyhow::Result;

/// Files below this size fit into one packet anyway.
const WORTHWHILE: usize = 512;

/// A file's two compressed forms.
pub struct Compressed {
    /// Brotli, for browsers on HTTPS.
    pub brotli: Vec<u8>,
    /// Gzip, for browsers on plain HTTP, which don't ask for Brotli.
    pub gzip: Vec<u8>,
}

/// Compresses these files on every core; `None` for a file that compression doesn't pay for.
pub fn all(files: &[(&str, &[u8])]) -> Result<Vec<Option<Compressed>>> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<_>> = Mutex::new(files.iter().map(|_| Ok(None)).collect());
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some((path, content)) = files.get(index) else { break };
            let result = one(path, content);
            results.lock().unwrap_or_else(PoisonError::into_inner)[index] = result;
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    results.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().collect()
}

fn one(path: &str, content: &[u8]) -> Result<Option<Compressed>> {
    if content.len() <= WORTHWHILE || !is_compressible(path) {
        return Ok(None);
    }
    let mut brotli = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*content, &mut brotli, &settings)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(content)?;
    Ok(Some(Compressed { brotli, gzip: gzip.finish()? }))
}

/// Fonts and most pictures are compressed in themselves.
fn is_compressible(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"].contains(&extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_compressed_and_the_rest_left_alone() {
        let text = b"tovholder ".repeat(100);
        let files = [("a.css", text.as_slice()), ("a.woff2", text.as_slice()), ("b.css", b"a {}".as_slice())];
        let compressed = all(&files).expect("compresses");
        let is_small = |form: &Vec<u8>| !form.is_empty() && form.len() < 100;
        assert!(compressed[0].as_ref().is_some_and(|forms| is_small(&forms.brotli) && is_small(&forms.gzip)));
        assert!(compressed[1].is_none() && compressed[2].is_none());
    }
}
