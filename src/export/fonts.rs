//! The type of native pictures: two families that come with the program, so that a picture looks the same wherever it is
//! made. No font of the machine is asked. What they are and how they may be used: `fonts/README.md`.

use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Source};

/// The names under which the files know themselves.
const SANS: &str = "Inter";
const SERIF: &str = "Offtake Serif";

/// A file of letters.
struct File {
    is_serif: bool,
    /// Height of small letters, in parts of an em.
    small: f64,
    /// Parts of an em in which it measures.
    em: f64,
    bytes: &'static [u8],
}

static FILES: [File; 4] = [
    File { is_serif: false, small: 1118.0, em: 2048.0, bytes: include_bytes!("fonts/inter-400.ttf") },
    File { is_serif: false, small: 1118.0, em: 2048.0, bytes: include_bytes!("fonts/inter-700.ttf") },
    File { is_serif: true, small: 475.0, em: 1000.0, bytes: include_bytes!("fonts/serif-400.ttf") },
    File { is_serif: true, small: 475.0, em: 1000.0, bytes: include_bytes!("fonts/serif-700.ttf") },
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_says_who_it_is() {
        let database = database();
        let known: Vec<(String, u16)> = database
            .faces()
            .map(|face| (face.families.first().map(|family| family.0.clone()).unwrap_or_default(), face.weight.0))
            .collect();
        let want = [(SANS, 400), (SANS, 700), (SERIF, 400), (SERIF, 700)];
        assert_eq!(known, want.map(|(name, weight)| (name.to_owned(), weight)));
    }

    #[test]
    fn a_family_is_told_by_the_end_of_its_list() {
        assert!((small_letters("'Segoe UI', sans-serif") - 1118.0 / 2048.0).abs() < 1e-12);
        assert!((small_letters("Georgia, serif") - 0.475).abs() < 1e-12);
    }
}
