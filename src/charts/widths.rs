//! How wide the letters are in which the card is set where it is saved as a document: the same everywhere, so that the page
//! and the native command break the same lines. They are the advances of the files in `src/export/fonts`, in parts of an
//! em, and what letters that are often set as one save beside each other; other pairs are left out.

/// Signs beyond ASCII that cards hold, in the order in which each face has them after its ASCII.
const SIGNS: &str = "–—‘’“”…·×−";
/// ASCII that is seen begins with the space.
const FIRST: u32 = 0x20;
const ASCII: usize = 95;
const KNOWN: usize = ASCII + 10;

/// A typeface in one weight.
struct Face {
    /// Parts of an em in which it measures.
    em: f64,
    /// The letters of ASCII from the space on, then [`SIGNS`].
    advances: [u16; KNOWN],
    /// By how much an f and each of [`AFTER_F`] come closer.
    closer: [u16; AFTER_F.len()],
}

/// Letters that join an f before them.
const AFTER_F: [char; 4] = ['f', 'i', 'l', 't'];

/// The width of a text in the sans-serif or the serif, in ems.
#[must_use]
pub fn width(text: &str, is_serif: bool, is_bold: bool) -> f64 {
    let face = match (is_serif, is_bold) {
        (false, false) => &SANS,
        (false, true) => &SANS_BOLD,
        (true, false) => &SERIF,
        (true, true) => &SERIF_BOLD,
    };
    let letters: f64 = text.chars().map(|letter| face.advance(letter)).sum();
    let pairs = text.chars().zip(text.chars().skip(1)).filter(|(first, _)| *first == 'f');
    letters - pairs.map(|(_, second)| face.closer(second)).sum::<f64>()
}

impl Face {
    fn closer(&self, letter: char) -> f64 {
        let pairs = AFTER_F.iter().zip(self.closer);
        pairs.filter(|(known, _)| **known == letter).map(|(_, closer)| f64::from(closer) / self.em).sum()
    }

    fn advance(&self, letter: char) -> f64 {
        /// A letter that is not known here, such as one with an accent; and one of the scripts whose letters are squares.
        const OTHER: f64 = 0.6;
        const SQUARE: f64 = 1.0;
        const SQUARES: char = '\u{2E80}';
        let ascii = (letter as u32).checked_sub(FIRST).and_then(|at| usize::try_from(at).ok()).filter(|at| *at < ASCII);
        let at = ascii.or_else(|| Some(ASCII + SIGNS.chars().position(|sign| sign == letter)?));
        let known = at.and_then(|at| self.advances.get(at)).map(|advance| f64::from(*advance) / self.em);
        known.unwrap_or(if letter < SQUARES { OTHER } else { SQUARE })
    }
}

#[rustfmt::skip]
static SANS: Face = Face {
    em: 2048.0,
    advances: [
        576, 589, 954, 1297, 1314, 2011, 1319, 614, 747, 747, 1026, 1355, 590, 942, 590, 738, 1292, 833, 1249,
        1265, 1323, 1215, 1270, 1159, 1267, 1270, 590, 618, 1355, 1355, 1355, 1047, 1978, 1413, 1340, 1496,
        1478, 1231, 1209, 1528, 1522, 550, 1169, 1376, 1158, 1850, 1543, 1566, 1308, 1566, 1318, 1314, 1322,
        1524, 1413, 2018, 1397, 1390, 1288, 747, 738, 747, 965, 934, 661, 1150, 1254, 1170, 1254, 1194, 758,
        1256, 1211, 496, 496, 1124, 496, 1794, 1210, 1228, 1254, 1254, 771, 1081, 670, 1211, 1151, 1676, 1118,
        1151, 1131, 873, 681, 873, 1355, 1024, 2048, 534, 534, 902, 902, 1770, 590, 1355, 1355,
    ],
    closer: [80, 0, 0, 70],
};

#[rustfmt::skip]
static SANS_BOLD: Face = Face {
    em: 2048.0,
    advances: [
        485, 692, 1130, 1329, 1341, 2080, 1376, 694, 772, 772, 1145, 1390, 684, 958, 684, 795, 1381, 883, 1290,
        1322, 1385, 1274, 1330, 1191, 1333, 1330, 684, 702, 1390, 1390, 1390, 1146, 2081, 1529, 1355, 1515,
        1479, 1244, 1202, 1537, 1530, 575, 1197, 1473, 1158, 1908, 1561, 1578, 1327, 1591, 1345, 1341, 1367,
        1499, 1529, 2125, 1512, 1497, 1360, 772, 795, 772, 997, 975, 748, 1189, 1291, 1205, 1291, 1220, 815,
        1294, 1275, 555, 555, 1188, 555, 1869, 1275, 1256, 1291, 1291, 834, 1147, 750, 1275, 1228, 1741, 1188,
        1233, 1173, 960, 761, 960, 1390, 1024, 2048, 636, 636, 1106, 1089, 2052, 684, 1390, 1390,
    ],
    closer: [85, 0, 0, 81],
};

#[rustfmt::skip]
static SERIF: Face = Face {
    em: 1000.0,
    advances: [
        237, 289, 381, 525, 518, 932, 728, 182, 362, 362, 458, 534, 302, 320, 302, 341, 529, 529, 529, 529, 529,
        529, 529, 529, 529, 529, 302, 302, 534, 534, 534, 414, 834, 712, 653, 662, 739, 638, 612, 723, 814, 376,
        381, 710, 618, 935, 768, 738, 621, 738, 690, 544, 632, 758, 709, 1005, 672, 667, 586, 335, 341, 335,
        534, 514, 400, 541, 619, 520, 614, 533, 369, 557, 641, 329, 303, 594, 329, 955, 643, 579, 622, 601, 456,
        465, 359, 628, 579, 836, 569, 586, 490, 359, 290, 359, 534, 514, 814, 225, 225, 440, 440, 826, 302, 534,
        534,
    ],
    closer: [45, 44, 42, 38],
};

#[rustfmt::skip]
static SERIF_BOLD: Face = Face {
    em: 1000.0,
    advances: [
        218, 343, 471, 566, 562, 970, 751, 235, 409, 409, 459, 563, 312, 352, 312, 390, 569, 569, 569, 569, 569,
        569, 569, 569, 569, 569, 312, 312, 563, 563, 563, 448, 905, 712, 686, 664, 751, 630, 608, 727, 803, 400,
        409, 744, 614, 925, 746, 746, 655, 746, 728, 578, 671, 756, 703, 1037, 685, 667, 599, 380, 390, 380,
        563, 543, 400, 570, 643, 535, 634, 547, 381, 591, 660, 344, 325, 640, 346, 969, 662, 602, 644, 626, 497,
        487, 379, 654, 584, 866, 603, 598, 506, 371, 315, 371, 563, 543, 843, 248, 248, 483, 482, 884, 312, 563,
        563,
    ],
    closer: [45, 50, 41, 41],
};
