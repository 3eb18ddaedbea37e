//! Links and the code that other pages are made of.

use super::{picture, title_of};
use crate::catalog::Side;
use crate::protocol::link::{Embed, Figure, Link, encode};

/// Where a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Into HTML, between tags or into an attribute in double quotes.
    Html,
    /// Into a line of Markdown.
    Markdown,
    /// Into the round brackets of a link in Markdown.
    MarkdownAddress,
}

/// The text as it must be written at a place to be nothing but text there. Lines are joined: none of the places keeps
/// them.
#[must_use]
pub fn escaped(text: &str, place: Place) -> String {
    let mut safe = String::with_capacity(text.len() + text.len() / 8);
    for letter in text.chars() {
        let plain = if letter.is_control() { ' ' } else { letter };
        match place {
            Place::Html => match plain {
                '&' => safe.push_str("&amp;"),
                '<' => safe.push_str("&lt;"),
                '>' => safe.push_str("&gt;"),
                '"' => safe.push_str("&quot;"),
                '\'' => safe.push_str("&#39;"),
                _ => safe.push(plain),
            },
            Place::Markdown => {
                if is_sign_of_markdown(plain) {
                    safe.push('\\');
                }
                safe.push(plain);
            }
            Place::MarkdownAddress => match plain {
                ' ' => safe.push_str("%20"),
                '(' => safe.push_str("%28"),
                ')' => safe.push_str("%29"),
                '<' => safe.push_str("%3C"),
                '>' => safe.push_str("%3E"),
                '\\' => safe.push_str("%5C"),
                _ => safe.push(plain),
            },
        }
    }
    safe
}

/// What may begin something in Markdown, or in the HTML that it lets through.
const fn is_sign_of_markdown(letter: char) -> bool {
    matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '!' | '|' | '~')
}

/// The address of a state: `base` is where the page stands, without query.
#[must_use]
pub fn link(base: &str, link: &Link) -> String {
    let query = encode(link);
    if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") }
}

/// A file beside the page.
#[must_use]
pub fn elsewhere(base: &str, file: &str) -> String {
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{file}")
}

/// A frame that needs nothing from the page around it. The height is one in which everything has room, since such a page
/// does not hear what the frame says about it.
#[must_use]
pub fn frame(base: &str, state: &Link, height: u32) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\"></iframe>",
        escaped(&link(base, state), Place::Html),
        escaped(&title_of(state.side), Place::Html),
    )
}

/// The script that gives the frames of this site on a page the height of their cards.
#[must_use]
pub fn script(base: &str) -> String {
    format!("<script src=\"{}\" async></script>", escaped(&elsewhere(base, "embed.js"), Place::Html))
}

/// A picture that leads to the page, for letters: no table, no style. The picture itself has to be put on the web by
/// whoever sends the letter, and its address in the place of its name.
#[must_use]
pub fn fragment(address: &str, alternative: &str) -> String {
    format!(
        "<a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"600\" height=\"315\"></a>",
        escaped(address, Place::Html),
        picture(),
        escaped(alternative, Place::Html),
    )
}

/// The same in Markdown.
#[must_use]
pub fn markdown(address: &str, alternative: &str) -> String {
    format!(
        "[![{}]({})]({})",
        escaped(alternative, Place::Markdown),
        picture(),
        escaped(address, Place::MarkdownAddress)
    )
}

/// Narrower than this a card sets its sliders one under the other, and has one unless more are asked for.
const TWO_ABREAST: u32 = 480;

/// A height in which a card has room at a width, in CSS pixels: 700 for the usual one at 640, 760 at 360.
#[must_use]
pub fn height(embed: &Embed, width: u32) -> u32 {
    let is_wide = width >= TWO_ABREAST;
    let usual = match (embed.card.has_verdict(), is_wide) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    };
    let sliders = embed.sliders.as_ref().map_or(usual, |chosen| u32::try_from(chosen.len()).unwrap_or(usual));
    let rows = if is_wide { sliders.div_ceil(2) } else { sliders };
    let row = if embed.locked {
        48
    } else if is_wide {
        125
    } else {
        120
    };
    // The lab's obligations may be on somebody's word, which stands below them.
    let caveat = match (Figure::of(Side::Lab).contains(&embed.figure), is_wide) {
        (false, _) => 0,
        (true, true) => 20,
        (true, false) => 40,
    };
    let (frame, verdict) = if is_wide { (95, 155) } else { (140, 205) };
    let verdict = if embed.card.has_verdict() { verdict } else { 0 };
    let figure = if embed.card.has_chart() { figure_height(embed.figure, is_wide) } else { 0 };
    frame + verdict + rows * row + figure + caveat
}

/// A height in which a card has room in the column of a phone, 320 CSS pixels wide and more. A frame that is too tall shows
/// the page behind it; one that is too low hides what must stand under the figures.
#[must_use]
pub fn height_on_phones(embed: &Embed) -> u32 {
    const NARROW: u32 = 360;
    const NARROWER: u32 = 60;
    height(embed, NARROW) + NARROWER
}

/// A chart with its words, as tall as it is measured in a browser and a little more.
const fn figure_height(figure: Figure, is_wide: bool) -> u32 {
    match (figure, is_wide) {
        (
            Figure::Cash
            | Figure::Share
            | Figure::Bridge
            | Figure::Obligations
            | Figure::Burden
            | Figure::Contract
            | Figure::Usage
            | Figure::Exposure,
            _,
        ) => {
            if is_wide {
                325
            } else {
                295
            }
        }
        (Figure::Ladder, true) => 430,
        (Figure::Ladder, false) => 465,
        (Figure::Grid, true) => 460,
        (Figure::Grid, false) => 405,
        (Figure::Tornado, true) => 485,
        (Figure::Tornado, false) => 710,
        (Figure::Simulation, true) => 390,
        (Figure::Simulation, false) => 415,
        (Figure::Gigawatts | Figure::Deals, true) => 410,
        (Figure::Gigawatts | Figure::Deals, false) => 455,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::link::{Accent, Card, PinnedCase, decode};

    const HOSTILE: &str = "\"><script>alert('1')</script>&amp;\n</iframe>](javascript:x) `*_|#!\\ \u{0}\r\t";
    const BASE: &str = "https://offtake.example/a/";

    fn hostile() -> Link {
        let pin = PinnedCase { name: HOSTILE.chars().take(24).collect(), ..pin() };
        Link { pins: vec![pin], embed: Some(Embed::default()), ..Link::default() }
    }

    fn pin() -> PinnedCase {
        let Link { case, stake, .. } = Link::default();
        PinnedCase { name: "A".to_owned(), case, stake }
    }

    #[test]
    fn nothing_but_text_is_left_of_hostile_text() {
        let html = escaped(HOSTILE, Place::Html);
        assert!(
            html.chars().all(|letter| !matches!(letter, '<' | '>' | '"' | '\'' | '\n' | '\r' | '\t' | '\0')),
            "{html}"
        );
        assert!(html.starts_with("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp; "), "{html}");
        let markdown = escaped(HOSTILE, Place::Markdown);
        let mut letters = markdown.chars();
        while let Some(letter) = letters.next() {
            assert!(letter != '\n' && letter != '\0');
            if letter == '\\' {
                letters.next();
            } else {
                assert!(!is_sign_of_markdown(letter), "{letter} in {markdown}");
            }
        }
        let address = escaped(HOSTILE, Place::MarkdownAddress);
        assert!(
            address.chars().all(|letter| !matches!(letter, ' ' | '(' | ')' | '<' | '>' | '\\' | '\n')),
            "{address}"
        );
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        let plain = "97 cents: $0.7B short at a 9.5% rate, × – −";
        for place in [Place::Html, Place::Markdown] {
            assert_eq!(escaped(plain, place), plain);
        }
    }

    /// Attribute by attribute, as a browser reads the tag.
    fn attributes(code: &str) -> Vec<(String, String)> {
        let (tag, rest) = code.trim_start_matches('<').split_once('>').unwrap();
        assert!(!rest.contains("<script>") && !tag.contains('<'), "{code}");
        let parts: Vec<&str> = tag.split('"').collect();
        let (pairs, end) = parts.as_chunks::<2>();
        assert_eq!(end.len(), 1, "an odd quote in {code}");
        let name = |text: &str| text.rsplit(' ').next().unwrap().trim_end_matches('=').to_owned();
        pairs.iter().map(|[before, value]| (name(before), (*value).to_owned())).collect()
    }

    fn unescaped(text: &str) -> String {
        let named = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
        named.replace("&amp;", "&")
    }

    #[test]
    fn the_code_of_a_frame_opens_the_same_state() {
        let state = hostile();
        let code = frame(BASE, &state, 700);
        let found = attributes(&code);
        let of = |name: &str| &found.iter().find(|(one, _)| one == name).unwrap().1;
        assert_eq!(found.len(), 6, "{code}");
        assert!(!code.contains("style") && code.ends_with("></iframe>"), "{code}");
        assert_eq!((of("width").as_str(), of("height").as_str(), of("loading").as_str()), ("100%", "700", "lazy"));
        assert_eq!(of("title"), "Amazon × Anthropic deal calculator");
        let address = unescaped(of("src"));
        let decoded = decode(address.strip_prefix("https://offtake.example/a/?").unwrap());
        assert!(decoded.ignored.is_empty(), "{:?}", decoded.ignored);
        assert_eq!(decoded.link.embed, state.embed);
        assert_eq!(decoded.link.case, state.case);
        assert_eq!(decoded.link.pins.len(), 1);
    }

    #[test]
    fn the_script_stands_beside_the_page() {
        assert_eq!(script(BASE), "<script src=\"https://offtake.example/a/embed.js\" async></script>");
        assert!(script("https://offtake.example/a/index.html").contains("example/a/embed.js"));
        assert!(script("https://x.example/\"><b>/").contains("&quot;&gt;&lt;b&gt;/embed.js"));
    }

    #[test]
    fn a_letter_gets_a_picture_that_leads_to_the_page() {
        let address = link(BASE, &Link::default());
        let code = fragment(&address, HOSTILE);
        let (open, image) = code.split_once("><").unwrap();
        assert_eq!(unescaped(&attributes(&format!("{open}>"))[0].1), address);
        let found = attributes(image);
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["src", "alt", "width", "height"], "{code}");
        assert!(code.ends_with("></a>") && !code.contains("table") && !code.contains("style"), "{code}");
        let text = markdown(&address, "a [b] *c*");
        assert_eq!(text, format!("[![a \\[b\\] \\*c\\*](offtake-card.png)]({address})"));
    }

    #[test]
    fn a_smaller_card_needs_less_room() {
        let card = |card, sliders: Option<&[&'static str]>| Embed {
            card,
            sliders: sliders.map(<[_]>::to_vec),
            accent: Accent::read("00ff00"),
            ..Embed::default()
        };
        let usual = Embed::default();
        assert_eq!((height(&usual, 640), height(&usual, 360)), (700, 760));
        for width in [640, 360] {
            assert!(height(&card(Card::Verdict, None), width) < height(&usual, width));
            assert_eq!(height(&card(Card::Chart, Some(&[])), width), height(&card(Card::Chart, None), width));
            let four = ["investment", "commit_total_b", "commit_margin", "adoption_ceiling"];
            assert!(height(&card(Card::VerdictChart, Some(&four)), width) > height(&usual, width));
        }
    }
}
