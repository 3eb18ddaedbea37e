//! The card as a picture: shown, saved, copied.

use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use super::{Share, alternative};
use crate::browser::address;
use crate::browser::canvas::{Extent, Ruler, draw_in};
use crate::browser::download::{self, Copied};
use crate::browser::media::pixel_ratio;
use crate::charts::card::{self, Card, PIXELS};
use crate::charts::style::{DARK, LIGHT};
use crate::charts::{Palette, Style, svg};
use crate::wording::actions::Done;
use crate::wording::naming::file_name;

/// Screens finer than this many device pixels for each CSS pixel show the whole picture.
const FINE: f64 = 1.5;

/// A way to take it.
#[derive(Clone, Copy, PartialEq)]
pub enum Take {
    /// As pixels, so many times as fine.
    Png(u32),
    /// As lines.
    Svg,
    /// Into the clipboard.
    Copy,
}

impl Take {
    /// In the order of the buttons, with what is on them.
    pub const ALL: [(Self, &str, &str); 4] = [
        (Self::Png(1), "PNG", "1200 × 630"),
        (Self::Png(2), "PNG, double", "2400 × 1260"),
        (Self::Svg, "SVG", "lines and text"),
        (Self::Copy, "Copy", "to paste"),
    ];

    /// The name of the file.
    pub fn file(self) -> String {
        match self {
            Self::Png(2) => file_name("card-2x", "png"),
            Self::Png(_) | Self::Copy => file_name("card", "png"),
            Self::Svg => file_name("card", "svg"),
        }
    }
}

/// The picture as it will be.
pub fn shown(share: Share) -> AnyView {
    let canvas = NodeRef::<html::Canvas>::new();
    // Out of the graph: onto the canvas.
    Effect::new(move |_| {
        let (card, palette) = (present(share), palette(share));
        if let Some(canvas) = canvas.get() {
            let _ = paint(&canvas, &card, palette, if pixel_ratio() > FINE { 1.0 } else { 0.5 });
        }
    });
    view! { <canvas class="share-picture" node_ref=canvas role="img" aria-label=move || alternative(share)></canvas> }
        .into_any()
}

/// The card of the present case.
fn present(share: Share) -> Rc<Card> {
    let accent = share.form.with(|form| form.embed.accent);
    let card = share.state.read(|answer| {
        let question = &answer.question;
        Card::of(question.side, &question.case, question.stake, Some(&address::base()))
    });
    Rc::new(card.with_accent(accent))
}

fn palette(share: Share) -> Palette {
    if share.form.with(|form| form.dark) { DARK } else { LIGHT }
}

fn paint(canvas: &HtmlCanvasElement, card: &Card, palette: Palette, times: f64) -> Option<()> {
    let Style { width, height, ratio, .. } = card::style(palette, (PIXELS.0 * times, PIXELS.1 * times));
    draw_in(canvas, Extent { width, height, ratio }, palette, &|surface, style| {
        let ruler = Ruler::new();
        let measure = |text: &str, font: &str| ruler.as_ref()?.width(text, font);
        // What could not be drawn is missing in the picture; the words beside it hold the numbers.
        let _ = card::draw(&surface.measuring(&measure), card, style);
    })
}

fn document(card: &Card, palette: Palette) -> Option<String> {
    svg::picture(card, palette, PIXELS).ok()
}

/// Takes the picture along and tells what became of it.
pub fn take(share: Share, take: Take, tell: impl Fn(Done) + 'static) {
    let (card, palette, name) = untrack(|| (present(share), palette(share), take.file()));
    let saved = |is_saved| if is_saved { Done::Saved } else { Done::Blocked };
    let times = if take == Take::Png(2) { 2.0 } else { 1.0 };
    if take == Take::Svg {
        let text = document(&card, palette);
        return tell(saved(text.is_some_and(|text| download::save_text(&name, "image/svg+xml", &text))));
    }
    let canvas = download::canvas().filter(|canvas| paint(canvas, &card, palette, times).is_some());
    match canvas {
        None => tell(Done::Blocked),
        Some(canvas) if take == Take::Copy => download::copy_picture(&canvas, name, move |copied| {
            tell(match copied {
                Copied::Yes => Done::Copied,
                Copied::Saved => Done::SavedInstead,
                Copied::No => Done::Blocked,
            });
        }),
        Some(canvas) => download::save_picture(&canvas, name, move |is_saved| tell(saved(is_saved))),
    }
}
