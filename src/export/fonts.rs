//! The type of native pictures: two families that come with the program, so that a picture looks the same wherever it is
//! made. No font of the machine is asked. What they are and how they may be used: `fonts/README.md`.

use std::sync::Arc;

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::{Database, Source};

/// The names under which the files know themselves.
const SANS: &str = "Inter";
const SERIF: &str = "Offtake Serif";

/// A file of letters.
struct File {
    is_serif: bool,
    is_bold: bool,
    /// Height of small letters, in parts of an em.
    small: f64,
    /// Parts of an em in which it measures.
    em: f64,
    bytes: &'static [u8],
}

static FILES: [File; 4] = [
    File { is_serif: false, is_bold: false, small: 1118.0, em: 2048.0, bytes: include_bytes!("fonts/inter-400.ttf") },
    File { is_serif: false, is_bold: true, small: 1118.0, em: 2048.0, bytes: include_bytes!("fonts/inter-700.ttf") },
    File { is_serif: true, is_bold: false, small: 475.0, em: 1000.0, bytes: include_bytes!("fonts/serif-400.ttf") },
    File { is_serif: true, is_bold: true, small: 475.0, em: 1000.0, bytes: include_bytes!("fonts/serif-700.ttf") },
];

/// The families for a program that draws letters, as the sans-serif and the serif that lists of fonts end with.
#[must_use]
pub fn database() -> Database {
    let mut database = Database::new();
    for file in &FILES {
        database.load_font_source(Source::Binary(Arc::new(file.bytes)));
    }
    database.set_sans_serif_family(SANS);
    database.set_serif_family(SERIF);
    database
}

/// Whether a list of fonts, as CSS writes it, ends in a serif.
fn is_serif(families: &str) -> bool {
    !families.trim_end().ends_with("sans-serif")
}

/// How high the small letters of a family are, in ems.
#[must_use]
pub fn small_letters(families: &str) -> f64 {
    let file = FILES.iter().find(|file| file.is_serif == is_serif(families));
    file.map_or(0.5, |file| file.small / file.em)
}

/// A font that can be measured.
struct Face {
    file: &'static File,
    font: FontRef<'static>,
    data: ShaperData,
}

/// Tells how wide texts are.
pub struct Ruler(Vec<Face>);

impl Default for Ruler {
    fn default() -> Self {
        Self::new()
    }
}

impl Ruler {
    /// Reads the files.
    #[must_use]
    pub fn new() -> Self {
        let face = |file: &'static File| {
            let font = FontRef::new(file.bytes).ok()?;
            Some(Face { file, data: ShaperData::new(&font), font })
        };
        Self(FILES.iter().filter_map(face).collect())
    }

    /// The width of a text in a font that is given as CSS writes it: "bold 13.5px Georgia, serif". Nothing for what is
    /// written otherwise.
    #[must_use]
    pub fn width(&self, text: &str, font: &str) -> Option<f64> {
        let (weight, rest) = font.split_once(' ')?;
        let (size, families) = rest.split_once("px ")?;
        let (is_bold, is_serif) = (weight == "bold", is_serif(families));
        let face = self.0.iter().find(|face| face.file.is_bold == is_bold && face.file.is_serif == is_serif)?;
        Some(face.width(text) * size.parse::<f64>().ok()?)
    }
}

impl Face {
    /// In ems, with the distances that letters keep from each other.
    fn width(&self, text: &str) -> f64 {
        let mut letters = UnicodeBuffer::new();
        letters.push_str(text);
        letters.guess_segment_properties();
        let set = self.data.shaper(&self.font).build().shape(letters, ShapeOptions::new());
        let units: f64 = set.glyph_positions().iter().map(|place| f64::from(place.x_advance)).sum();
        units / self.file.em
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_can_be_measured_and_says_who_it_is() {
        assert_eq!(Ruler::new().0.len(), FILES.len());
        let database = database();
        let known: Vec<(String, u16)> = database
            .faces()
            .map(|face| (face.families.first().map(|family| family.0.clone()).unwrap_or_default(), face.weight.0))
            .collect();
        let want = [(SANS, 400), (SANS, 700), (SERIF, 400), (SERIF, 700)];
        assert_eq!(known, want.map(|(name, weight)| (name.to_owned(), weight)));
    }

    #[test]
    fn widths_are_those_of_the_files() {
        let ruler = Ruler::new();
        // Advances as the files hold them, in parts of an em; and a pair that comes closer together.
        for (font, text, want) in [
            ("normal 2048px x, sans-serif", "i×", 496.0 + 1355.0),
            ("bold 2048px x, sans-serif", "i×", 555.0 + 1390.0),
            ("normal 1000px x, serif", "i×", 329.0 + 534.0),
            ("bold 1000px x, serif", "i×", 344.0 + 563.0),
            ("bold 2000px x, serif", "i×", 2.0 * (344.0 + 563.0)),
        ] {
            assert_eq!(ruler.width(text, font), Some(want), "{font}");
        }
        let pair = ruler.width("AV", "normal 2048px x, sans-serif").unwrap_or_default();
        assert!(pair > 2000.0 && pair < 1413.0 + 1413.0, "{pair}");
        for wrong in ["", "bold", "bold 12 serif", "bold xpx serif"] {
            assert_eq!(ruler.width("a", wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_family_is_told_by_the_end_of_its_list() {
        assert!((small_letters("'Segoe UI', sans-serif") - 1118.0 / 2048.0).abs() < 1e-12);
        assert!((small_letters("Georgia, serif") - 0.475).abs() < 1e-12);
    }
}
