//! Compressed answers, as a static host keeps them: each made once and then remembered.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use flate2::Compression;
use flate2::write::GzEncoder;

/// What hosts reach while a visitor waits; a twentieth larger than the best, which takes seconds.
const BROTLI_QUALITY: u32 = 9;
const BROTLI_WINDOW: u32 = 22;
const BUFFER: usize = 1 << 16;

/// A way to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Packing {
    Brotli,
    Gzip,
}

impl Packing {
    /// The best that a line of a request accepts.
    pub fn accepted(line: &str) -> Option<Self> {
        let (name, value) = line.split_once(':')?;
        if !name.eq_ignore_ascii_case("accept-encoding") {
            return None;
        }
        let accepts =
            |wanted: &str| value.split(',').any(|word| word.split(';').next().unwrap_or_default().trim() == wanted);
        [(Self::Brotli, "br"), (Self::Gzip, "gzip")]
            .into_iter()
            .find(|(_, name)| accepts(name))
            .map(|(packing, _)| packing)
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    fn apply(self, bytes: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Brotli => {
                let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, BROTLI_QUALITY, BROTLI_WINDOW);
                writer.write_all(bytes).ok()?;
                Some(writer.into_inner())
            }
            Self::Gzip => {
                let mut writer = GzEncoder::new(Vec::new(), Compression::default());
                writer.write_all(bytes).ok()?;
                writer.finish().ok()
            }
        }
    }
}

/// By the digest of what was compressed.
type Packed = HashMap<(Packing, u64), Arc<Vec<u8>>>;

static PACKED: Mutex<Option<Packed>> = Mutex::new(None);

/// The bytes, compressed.
pub fn pack(packing: Packing, bytes: &[u8]) -> Option<Arc<Vec<u8>>> {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let key = (packing, hasher.finish());
    let known = || PACKED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(packed) = known().get_or_insert_default().get(&key) {
        return Some(Arc::clone(packed));
    }
    let packed = Arc::new(packing.apply(bytes)?);
    known().get_or_insert_default().insert(key, Arc::clone(&packed));
    Some(packed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn the_best_accepted_packing_is_taken() {
        for (line, want) in [
            ("Accept-Encoding: gzip, deflate, br, zstd", Some(Packing::Brotli)),
            ("accept-encoding: gzip;q=1.0, identity", Some(Packing::Gzip)),
            ("Accept-Encoding: identity", None),
            ("Accept: br", None),
            ("Accept-Encoding", None),
        ] {
            assert_eq!(Packing::accepted(line), want, "{line}");
        }
    }

    #[test]
    fn what_is_packed_comes_out_the_same() {
        let text = b"the same again and again ".repeat(200);
        let mut out = Vec::new();
        let packed = pack(Packing::Brotli, &text).unwrap_or_default();
        assert!(
            packed.len() < 100 && brotli::Decompressor::new(packed.as_slice(), BUFFER).read_to_end(&mut out).is_ok()
        );
        assert_eq!(out, text);
        out.clear();
        let packed = pack(Packing::Gzip, &text).unwrap_or_default();
        assert!(packed.len() < 200 && flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut out).is_ok());
        assert_eq!(out, text);
    }
}
