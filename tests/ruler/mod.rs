//! Measures texts in the type of native pictures, as the shaper does that sets it.
#![allow(clippy::unwrap_used, dead_code, reason = "a test says what it expects, and uses what it needs")]

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};

/// A file of letters: its looks, and the parts of an em in which it measures.
struct File {
    is_serif: bool,
    is_bold: bool,
    em: f64,
    bytes: &'static [u8],
}

const FILES: [File; 4] = [
    File { is_serif: false, is_bold: false, em: 2048.0, bytes: include_bytes!("../../src/export/fonts/inter-400.ttf") },
    File { is_serif: false, is_bold: true, em: 2048.0, bytes: include_bytes!("../../src/export/fonts/inter-700.ttf") },
    File { is_serif: true, is_bold: false, em: 1000.0, bytes: include_bytes!("../../src/export/fonts/serif-400.ttf") },
    File { is_serif: true, is_bold: true, em: 1000.0, bytes: include_bytes!("../../src/export/fonts/serif-700.ttf") },
];

struct Face {
    file: &'static File,
    font: FontRef<'static>,
    data: ShaperData,
}

/// Tells how wide texts are.
pub struct Ruler(Vec<Face>);

impl Ruler {
    /// Reads the files.
    pub fn new() -> Self {
        let face = |file: &'static File| {
            let font = FontRef::new(file.bytes).unwrap();
            Face { file, data: ShaperData::new(&font), font }
        };
        Self(FILES.iter().map(face).collect())
    }

    /// In ems, with the distances that letters keep from each other.
    pub fn ems(&self, text: &str, is_serif: bool, is_bold: bool) -> f64 {
        let face = self.0.iter().find(|face| (face.file.is_serif, face.file.is_bold) == (is_serif, is_bold)).unwrap();
        let mut letters = UnicodeBuffer::new();
        letters.push_str(text);
        letters.guess_segment_properties();
        let set = face.data.shaper(&face.font).build().shape(letters, ShapeOptions::new());
        let units: f64 = set.glyph_positions().iter().map(|place| f64::from(place.x_advance)).sum();
        units / face.file.em
    }

    /// In a font that is given as CSS writes it: "bold 13.5px Georgia, serif".
    pub fn width(&self, text: &str, font: &str) -> Option<f64> {
        let (weight, rest) = font.split_once(' ')?;
        let (size, families) = rest.split_once("px ")?;
        Some(self.ems(text, !families.ends_with("sans-serif"), weight == "bold") * size.parse::<f64>().ok()?)
    }
}
