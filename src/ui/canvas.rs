//! A canvas that redraws itself: when its data, its size, the theme or the screen change.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::browser::canvas::{self, Extent};
use crate::browser::frame::Frame;
use crate::browser::media::{MediaWatch, RatioWatch};
use crate::browser::printing::PrintWatch;
use crate::browser::resize::ResizeWatch;
use crate::browser::visible::VisibleWatch;
use crate::charts::Style;
use crate::charts::surface::Surface;

/// Draws a chart of data that it holds, on any surface.
pub type Drawing = Rc<dyn Fn(&Surface<'_>, &Style, Use)>;

/// What a drawing is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The page: what is pointed at lies where this drawing put it.
    Page,
    /// A picture of its own.
    Picture,
}

/// Reads what is to be drawn.
pub type Prepare = Rc<dyn Fn() -> Drawing>;

/// Words that follow from the answer.
pub type Words = Box<dyn Fn() -> String + Send + Sync>;

/// A chart's canvas.
#[component]
pub fn ChartCanvas(
    /// Reads what is to be drawn, and so says when to draw again.
    prepare: Prepare,
    /// The chart in one sentence with its numbers.
    label: Words,
) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let sheet = StoredValue::new_local(None::<Watched>);
    Effect::new(move |_| {
        let drawing = prepare();
        let Some(canvas) = canvas.get() else { return };
        sheet.update_value(|sheet| {
            let sheet = &sheet.get_or_insert_with(|| watched(canvas)).sheet;
            sheet.drawing.replace(Some(drawing));
            sheet.ask();
        });
    });
    view! { <canvas node_ref=canvas role="img" aria-label=move || label()></canvas> }
}

/// What is drawn on a canvas, and how large.
struct Sheet {
    canvas: HtmlCanvasElement,
    extent: Cell<Extent>,
    drawing: RefCell<Option<Drawing>>,
    /// Whether the reader can see it: what nobody sees is drawn once somebody does.
    near: Cell<bool>,
    frame: Frame,
}

impl Sheet {
    /// Draws in the next frame; several changes before it are drawn once, with the last data.
    fn ask(self: &Rc<Self>) {
        if !self.near.get() {
            return;
        }
        let sheet = Rc::clone(self);
        self.frame.request(move || {
            if let Some(drawing) = sheet.drawing.borrow().as_ref() {
                canvas::draw(&sheet.canvas, sheet.extent.get(), &|surface, style| drawing(surface, style, Use::Page));
            }
        });
    }

    fn come(self: &Rc<Self>, near: bool) {
        self.near.set(near);
        self.ask();
    }

    fn resize(self: &Rc<Self>, extent: Extent) {
        self.extent.set(extent);
        self.ask();
    }
}

/// A sheet that is told of the screen; watching ends when it is dropped.
struct Watched {
    sheet: Rc<Sheet>,
    _media: [Option<MediaWatch>; 3],
    _print: Option<PrintWatch>,
    _ratio: RatioWatch,
    _size: Option<ResizeWatch>,
    _near: Option<VisibleWatch>,
}

/// Whatever gives the page other colours.
const COLOURS: [&str; 3] = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"];

fn watched(canvas: HtmlCanvasElement) -> Watched {
    let sheet = Rc::new(Sheet {
        canvas,
        extent: Cell::default(),
        drawing: RefCell::default(),
        near: Cell::default(),
        frame: Frame::default(),
    });
    let with_sheet = || Rc::clone(&sheet);
    let (ratio, size, near, print) = (with_sheet(), with_sheet(), with_sheet(), with_sheet());
    let media = |query: &str| {
        let sheet = with_sheet();
        MediaWatch::new(query, move || sheet.ask())
    };
    let watch = VisibleWatch::new(&sheet.canvas, move |is_near| near.come(is_near));
    // A browser that cannot say what is seen: then everything is.
    sheet.near.set(watch.is_none());
    Watched {
        _media: COLOURS.map(media),
        // Before and after: each time as it is seen there.
        _print: PrintWatch::around(move |_| print.ask()),
        _ratio: RatioWatch::new(move || ratio.resize(ratio.extent.get().again())),
        _size: ResizeWatch::new(&sheet.canvas, move |width, height| size.resize(Extent::of(width, height))),
        _near: watch,
        sheet,
    }
}
