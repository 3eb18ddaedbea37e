//! The card as a picture without a browser: what is drawn, and the command that a letter's build runs.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test says what it expects")]

use std::path::PathBuf;
use std::process::Command;

use offtake::catalog::{Case, INPUTS, Proportion, SCENARIOS};
use offtake::charts::card;
use offtake::charts::style::LIGHT;
use offtake::charts::widths;
use offtake::export::picture::{Picture as Wanted, Size};
use offtake::model::{Inputs, Stake};
use offtake::protocol::link::{Link, Theme, decode};
use proptest::prelude::*;
use resvg::tiny_skia::Pixmap;

mod picture;
mod ruler;

use picture::Picture;
use ruler::Ruler;

const ADDRESS: &str = "https://offtake.example/page/";
/// The card of the default case, as it was looked at and found good.
const REFERENCE: &str = "tests/picture/card.png";

fn size(across: u32, down: u32) -> Size {
    Size::new(across, down).unwrap()
}

fn wanted(query: &str) -> Wanted<'static> {
    Wanted { link: decode(query).link, address: Some(ADDRESS), ..Wanted::default() }
}

/// The document with the boxes of its texts, in the type in which it is drawn.
fn read(wanted: &Wanted<'_>) -> Picture {
    let ruler = Ruler::new();
    Picture::measured(wanted.svg().unwrap(), &|text, font| ruler.width(text, font))
}

/// Holds a picture to what must be true of each; lengths in it are eighths of pixels.
fn is_sound(wanted: &Wanted<'_>) {
    let (across, down) = wanted.size.sides();
    let style = card::style(LIGHT, (across.into(), down.into()));
    let picture = read(wanted);
    picture.is_sound(8.0 * style.ratio);
    assert!(picture.svg.contains(&format!("width=\"{across}\" height=\"{down}\"")), "{across}x{down}");
    assert!(picture.all_words().join(" ").contains("cumulative"), "{across}x{down}: {:?}", picture.all_words());
    for text in &picture.texts {
        // Some letters come closer to their neighbours than the table knows, and few stand further apart. Commas between
        // digits do, of which only absurd numbers have many.
        let (said, set) = text.line.unwrap_or((text.right, text.right));
        let slack = 3.0 * 8.0 * style.ratio;
        let is_absurd = text.words.matches(',').count() > 3;
        let most = if is_absurd { 1.08 } else { 1.025 };
        assert!((set * 0.995 - 8.0..set * most + slack).contains(&said), "{text:?} is said to be {said} wide");
    }
}

#[test]
fn the_table_of_widths_is_that_of_the_letters() {
    let ruler = Ruler::new();
    for letter in (' '..='~').chain("–—‘’“”…·×−".chars()) {
        for (is_serif, is_bold) in [(false, false), (false, true), (true, false), (true, true)] {
            let text = letter.to_string();
            let (said, set) = (widths::width(&text, is_serif, is_bold), ruler.ems(&text, is_serif, is_bold));
            assert!((said - set).abs() < 1e-12, "“{letter}”: {said}, and not {set}");
        }
    }
    for words in ["Offtake", "a first draft of profit", "AVERAGE"] {
        for (is_serif, is_bold) in [(false, false), (false, true), (true, false), (true, true)] {
            let (said, set) = (widths::width(words, is_serif, is_bold), ruler.ems(words, is_serif, is_bold));
            assert!((0.0..0.04 * set).contains(&(said - set)), "{words}: {said}, and not {set}");
        }
    }
    assert!((widths::width("é例", false, false) - 1.6).abs() < 1e-12, "letters that are not in the table");
}

#[test]
fn a_line_of_several_looks_is_one_text() {
    let wanted = wanted("");
    let svg = wanted.svg().unwrap();
    let line = svg.split("<text").find(|element| element.contains("$0.7B</tspan>")).unwrap();
    let (tag, inside) = line.split_once('>').unwrap();
    assert!(tag.contains("textLength=\"") && tag.contains("lengthAdjust=\"spacingAndGlyphs\""), "{tag}");
    assert!(
        inside
            .contains("font-weight=\"bold\">$0.7B</tspan> <tspan fill=\"#AE4A06\" font-weight=\"bold\">short</tspan>."),
        "{inside}"
    );
    assert!(!inside.split("</text>").next().unwrap().contains(" x="), "only the line is placed: {inside}");
    let head = svg.split("<text").find(|element| element.contains("Amazon × Anthropic")).unwrap();
    assert!(head.contains("textLength"), "{head}");
}

fn pixels(png: &[u8]) -> Pixmap {
    Pixmap::decode_png(png).unwrap()
}

/// The part of all pixels that differ by more than a tenth of a colour.
fn difference(one: &Pixmap, other: &Pixmap) -> f64 {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let differs = |(a, b): (&[u8], &[u8])| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > 25);
    let pairs = || one.data().chunks(4).zip(other.data().chunks(4));
    let (differing, all) = (pairs().filter(|pair| differs(*pair)).count(), pairs().count());
    f64::from(u32::try_from(differing).unwrap()) / f64::from(u32::try_from(all).unwrap())
}

#[test]
fn every_scenario_stake_theme_and_shape_is_sound() {
    for scenario in SCENARIOS {
        for stake in ["left_out", "at_cost", "modelled_exit"] {
            for (across, down) in
                [(600, 315), (1200, 630), (801, 799), (1600, 600), (1080, 1920), (4096, 315), (600, 4096)]
            {
                let query = format!("s={}&stake={stake}", scenario.id);
                is_sound(&Wanted { size: size(across, down), ..wanted(&query) });
            }
        }
    }
}

#[test]
fn the_looks_come_from_the_call_then_from_the_link() {
    let paper = |picture: &Picture| picture.svg.split("fill=\"").nth(1).unwrap()[..7].to_owned();
    for (query, theme, want) in [
        ("", None, "#FBFAF6"),
        ("theme=dark", None, "#11161C"),
        ("theme=dark", Some(Theme::Light), "#FBFAF6"),
        ("theme=light", Some(Theme::Dark), "#11161C"),
    ] {
        assert_eq!(paper(&read(&Wanted { theme, ..wanted(query) })), want, "{query} {theme:?}");
    }
    let rule = |query: &str, accent| {
        let picture = read(&Wanted { accent, ..wanted(query) });
        picture.bars()[1].4.clone()
    };
    let accent = offtake::protocol::link::Accent::read("008000");
    assert_eq!(rule("", None), "#16202B");
    assert_eq!(rule("embed=verdict&accent=800000", None), "#800000");
    assert_eq!(rule("embed=verdict&accent=800000", accent), "#008000");
}

#[test]
fn it_shows_the_case_of_the_link() {
    let words = |query: &str| read(&wanted(query)).all_words().join(" ");
    assert!(words("").contains("97 cents of present value") && words("").contains("$0.7B short"));
    assert!(words("").contains("offtake.example/page") && words("").contains("Model 1.0, data 2026-05"));
    assert!(words("s=C").contains("$9.4B short"));
    assert_ne!(words("margin=0.36"), words(""));
    for (query, head) in [
        ("", "Amazon × Anthropic, April 2026 Offtake"),
        ("s=B", "Amazon × Anthropic, April 2026: scenario B Offtake"),
        ("s=B&margin=0.36", "Amazon × Anthropic, April 2026: scenario B, 1 input changed Offtake"),
        ("margin=0.36&rate=0.1", "Amazon × Anthropic, April 2026: 2 inputs changed Offtake"),
        ("side=buyer&discount=0.2", "A buyer’s own commitment to a cloud: 1 input changed Offtake"),
        ("side=lab&s=B", "Anthropic and its clouds, April 2026 Offtake"),
    ] {
        assert!(words(query).starts_with(head), "{query}: {}", words(query));
    }
    assert_ne!(words("stake=modelled_exit"), words(""));
    // The year that the title names has its difference over the bars, like the others.
    let buyer = words("side=buyer");
    for part in ["dearer in year 3", "$4.5M less", "$2.3M less", "$0.5M more"] {
        assert!(buyer.contains(part), "{part}: {buyer}");
    }
    let long = Wanted { address: Some(&"https://long.example/".repeat(9)), ..wanted("") };
    assert!(!read(&long).all_words().join(" ").contains("long.example"), "what does not fit is left out");
}

#[test]
fn the_reference_is_what_is_drawn() {
    let png = Wanted::default().png().unwrap();
    let reference = std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(REFERENCE)).unwrap();
    let part = difference(&pixels(&png), &pixels(&reference));
    let how = format!("if it is right: cargo run -- card -o {REFERENCE}");
    assert!(part < 0.002, "{part} of the pixels differ; look at both; {how}");
    let dark = pixels(&Wanted { theme: Some(Theme::Dark), ..Wanted::default() }.png().unwrap());
    assert!(difference(&dark, &pixels(&reference)) > 0.9, "the comparison sees another theme");
    let other = pixels(&wanted("margin=0.301").png().unwrap());
    assert!(difference(&other, &pixels(&reference)) > 0.002, "the comparison sees another address and answer");
}

#[test]
fn letters_stand_where_the_document_has_its_texts() {
    const RATIO: u32 = 8;
    let wanted = wanted("s=A");
    let (drawn, picture) = (pixels(&wanted.png().unwrap()), read(&wanted));
    for text in picture.texts.iter().filter(|text| text.words.len() > 1) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "inside the picture")]
        let whole = |eighths: f64| (eighths / f64::from(RATIO)).round() as u32;
        let (left, right, y) = (whole(text.left), whole(text.right), whole(text.y));
        let colour = u32::from_str_radix(&text.colour[1..], 16).unwrap().to_be_bytes();
        let is_ink = |x: u32, y: u32| {
            let dot = drawn.pixel(x, y).unwrap();
            [dot.red(), dot.green(), dot.blue()].iter().zip(&colour[1..]).all(|(a, b)| a.abs_diff(*b) < 40)
        };
        let inked = (left..right.min(drawn.width())).flat_map(|x| (y - 5..y + 5).map(move |y| (x, y)));
        let count = inked.filter(|(x, y)| is_ink(*x, *y)).count();
        assert!(count > 5, "{text:?} has {count} dots of its colour");
    }
}

#[test]
fn the_same_case_gives_the_same_bytes_at_every_size() {
    for (across, down) in [(600, 315), (1200, 630), (801, 799), (2400, 1260)] {
        let wanted = Wanted { size: size(across, down), ..wanted("s=B&theme=dark") };
        let (svg, png) = (wanted.svg().unwrap(), wanted.png().unwrap());
        assert_eq!((wanted.svg().unwrap(), wanted.png().unwrap()), (svg, png.clone()));
        let drawn = pixels(&png);
        assert_eq!((drawn.width(), drawn.height()), (across, down));
        let corner = drawn.pixel(across - 1, down - 1).unwrap();
        assert_eq!((corner.red(), corner.green(), corner.blue(), corner.alpha()), (0x11, 0x16, 0x1C, 255));
        assert!(png.len() < 250_000, "{} bytes", png.len());
    }
}

#[test]
fn every_sign_has_a_letter_also_in_the_largest_numbers() {
    for scenario in SCENARIOS {
        for lens in ["margin", "capex"] {
            for stake in ["left_out", "at_cost", "modelled_exit"] {
                let query = format!("s={}&lens={lens}&stake={stake}", scenario.id);
                assert!(Wanted { size: size(600, 315), ..wanted(&query) }.png().is_ok(), "{query}");
            }
        }
    }
    // The ends of every input: the longest numbers, and the words of every warning.
    for ends in [|input: &offtake::catalog::Input| input.model.min, |input: &offtake::catalog::Input| input.model.max] {
        for input in INPUTS {
            let mut inputs = offtake::catalog::defaults();
            assert!(input.set(&mut inputs, ends(input)).is_ok());
            let link = linked(&inputs, Stake::ModelledExit);
            assert!(Wanted { link, size: size(600, 315), ..Wanted::default() }.png().is_ok(), "{}", input.id);
        }
    }
}

fn linked(inputs: &Inputs, stake: Stake) -> Link {
    let scenario = SCENARIOS.first().unwrap();
    let case = Case::restored(Case::default().version(), scenario, *inputs, Proportion::default());
    Link { case, stake, ..Link::default() }
}

/// Inputs somewhere between the ends of their sliders, or of the model.
fn any_inputs(of_model: bool) -> impl Strategy<Value = Inputs> {
    proptest::collection::vec(0.0..=1.0_f64, INPUTS.len()).prop_map(move |parts| {
        let mut inputs = offtake::catalog::defaults();
        for (input, part) in INPUTS.iter().zip(parts) {
            let limits = if of_model { input.model } else { input.slider };
            let value = limits.min + part * (limits.max - limits.min);
            let whole = if matches!(input.kind, offtake::catalog::Kind::Number) { value } else { value.round() };
            let _ = input.set(&mut inputs, whole);
        }
        inputs
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_case_within_the_sliders_is_sound(inputs in any_inputs(false), across in 600..2400_u32, down in 315..2400_u32) {
        for stake in Stake::ALL {
            is_sound(&Wanted { link: linked(&inputs, stake), size: size(across, down), ..wanted("") });
        }
    }

    #[test]
    fn any_case_of_the_model_is_sound(inputs in any_inputs(true), across in 600..2400_u32, down in 315..2400_u32) {
        is_sound(&Wanted { link: linked(&inputs, Stake::ModelledExit), size: size(across, down), ..wanted("") });
    }
}

/// What a run leaves behind.
struct Run {
    status: i32,
    out: String,
    errors: Vec<String>,
}

fn run(arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_offtake")).arg("card").args(arguments).output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap().lines().map(str::to_owned).collect(),
    }
}

/// A place for a file, which is gone when the test ends.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("offtake-{}-{name}", std::process::id())))
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.0).unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The document that a call writes to standard output, and what it says beside.
fn drawn(arguments: &[&str]) -> (String, Vec<String>) {
    let Run { status, out, errors } = run(&[arguments, &["-o", "-"]].concat());
    assert_eq!(status, 0, "{arguments:?}: {errors:?}");
    (out, errors)
}

#[test]
fn a_call_draws_what_its_options_say() {
    const WHOLE: &str = "https://offtake.example/page/?s=B&margin=0.36#sources";
    let with = |query: &str, address| Wanted { link: decode(query).link, address, ..Wanted::default() };
    let dark = |wanted: Wanted<'static>| Wanted { theme: Some(Theme::Dark), ..wanted };
    let page = Some(ADDRESS);
    let table: Vec<(&[&str], Wanted)> = vec![
        (&[], with("", None)),
        (&["--state", ""], with("", None)),
        (&["--state", "s=B&margin=0.36"], with("s=B&margin=0.36", None)),
        (&["--state", "?s=B&margin=0.36"], with("s=B&margin=0.36", None)),
        (&["--state=?s=B&margin=0.36"], with("s=B&margin=0.36", None)),
        (&["--state", WHOLE], with("s=B&margin=0.36", page)),
        (&["--state", "https://offtake.example/page/"], with("", page)),
        (
            &["--state", WHOLE, "--address", "http://other.example"],
            with("s=B&margin=0.36", Some("http://other.example")),
        ),
        (&["--theme", "dark", "--state", "theme=light"], dark(with("", None))),
        (&["--state", "theme=dark"], dark(with("", None))),
        (&["--size", "600x315"], Wanted { size: size(600, 315), ..with("", None) }),
        (&["--accent=#008000"], Wanted { accent: offtake::protocol::link::Accent::read("008000"), ..with("", None) }),
    ];
    for (arguments, wanted) in table {
        assert_eq!(drawn(arguments), (wanted.svg().unwrap(), vec![]), "{arguments:?}");
    }
}

#[test]
fn files_are_lines_or_pixels_by_their_name() {
    for (name, is_png) in [("card.svg", false), ("card.SVG", false), ("card.png", true), ("a.b.PNG", true)] {
        let place = Place::new(name);
        let Run { status, out, errors } =
            run(&["--state", "s=A", "--theme=dark", "--size", "800x800", "-o", place.path()]);
        assert_eq!((status, out.as_str(), errors.len()), (0, "", 0), "{name}: {errors:?}");
        let wanted =
            Wanted { theme: Some(Theme::Dark), size: size(800, 800), link: decode("s=A").link, ..Wanted::default() };
        let want = if is_png { wanted.png().unwrap() } else { wanted.svg().unwrap().into_bytes() };
        assert!(place.bytes() == want, "{name}");
    }
}

#[test]
fn what_a_link_holds_that_is_not_understood_is_told_and_left_out() {
    let (svg, errors) = drawn(&["--state", "?s=B&margin=lots&nonsense=1&x%1b[31m=%1b[31mred&utm_source=letter"]);
    assert_eq!(svg, Wanted { link: decode("s=B").link, ..Wanted::default() }.svg().unwrap());
    assert_eq!(
        errors,
        [
            "offtake: Margin: “lots” is not a number from -1 to 1",
            "offtake: “nonsense”: “1” belongs to nothing here",
            "offtake: “x[31m”: “[31mred” belongs to nothing here",
        ]
    );
    let many = (0..9).map(|at| format!("x{at}=1")).collect::<Vec<_>>().join("&");
    let (_, errors) = drawn(&["--state", &many]);
    assert_eq!((errors.len(), errors[6].as_str()), (7, "offtake: and 3 more"));
}

#[test]
fn the_largest_numbers_are_drawn() {
    const QUERY: &str = "years=50&rate=0&headgrowth=3";
    let (svg, errors) = drawn(&["--state", QUERY]);
    assert_eq!(errors, Vec::<String>::new());
    let words = svg.lines().filter(|line| !line.starts_with('<')).flat_map(str::split_whitespace);
    let longest = words.map(|word| word.matches(|sign: char| sign.is_ascii_digit()).count()).max();
    assert!(longest >= Some(20), "{longest:?} digits");
    let place = Place::new("large.png");
    assert_eq!(run(&["--state", QUERY, "-o", place.path()]).status, 0);
    assert_eq!(pixels(&place.bytes()).width(), 1200);
    let (svg, errors) = drawn(&["--state", "margin=12345678901234567890"]);
    assert_eq!(errors, ["offtake: Margin: “12345678901234567890” is not a number from -1 to 1"]);
    assert_eq!(svg, Wanted::default().svg().unwrap());
}

#[test]
fn a_wrong_call_is_one_clear_line() {
    let nowhere = "no-such-folder/card.png";
    let ends = "card: -o FILE is missing: a name that ends in .svg or .png, or -";
    let sizes = "is not WIDTHxHEIGHT in pixels from 600x315 to 4096x4096";
    let table: [(&[&str], &str); 19] = [
        (&[], ends),
        (&["--state", "s=A"], ends),
        (&["-o"], "card: -o has no value"),
        (&["-o", "card.gif"], "card: -o card.gif must end in .svg or .png, or be -"),
        (&["-o", "card"], "card: -o card must end in .svg or .png, or be -"),
        (&["-o", ""], "card: -o  must end in .svg or .png, or be -"),
        (&["-o", nowhere], "card: cannot write no-such-folder/card.png: "),
        (&["-o", "a.svg", "-o", "b.svg"], "card: -o stands there twice"),
        (&["--fast", "-o", "-"], "card: unknown option --fast"),
        (&["s=A", "-o", "-"], "card: unknown option s=A"),
        (&["--size", "-o", "-"], "card: --size has no value"),
        (&["--size", "500x500", "-o", "-"], &format!("card: --size 500x500 {sizes}")),
        (&["--size=1200", "-o", "-"], &format!("card: --size 1200 {sizes}")),
        (&["--size=5000x630", "-o", "-"], &format!("card: --size 5000x630 {sizes}")),
        (&["--theme", "blue", "-o", "-"], "card: --theme blue is not one of light, dark"),
        (&["--accent", "red", "-o", "-"], "card: --accent red is not a colour of six hexadecimal digits"),
        (&["--address", "example.org", "-o", "-"], "card: --address example.org is not an address like https://"),
        (&["--address", "https:///a", "-o", "-"], "card: --address https:///a is not an address like https://"),
        (
            &["--address", "https://例.example/", "-o", "-"],
            "card: --address https://例.example/ is not an address like https://",
        ),
    ];
    for (arguments, message) in table {
        let Run { status, out, errors } = run(arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}: {errors:?}");
        assert!(errors[0].starts_with(&format!("offtake: {message}")), "{arguments:?}: {errors:?}");
        let help = (!message.contains("cannot write")).then_some("offtake: try: offtake --help");
        assert_eq!(errors[1..].iter().map(String::as_str).collect::<Vec<_>>(), Vec::from_iter(help), "{arguments:?}");
    }
}

#[test]
fn help_names_every_option_with_an_example() {
    let Run { status, out, .. } = run(&["--help"]);
    assert_eq!(status, 0);
    for part in ["-o FILE", "--state", "--size", "--theme", "--address", "--accent", "offtake card --state 's="] {
        assert!(out.contains(part), "{part}");
    }
    assert!(out.lines().all(|line| line.chars().count() <= 120));
}
