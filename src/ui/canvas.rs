//! A canvas that redraws itself: when its data, its size, the theme or the screen change.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use web_sys::{HtmlCanvasElement, MouseEvent};

use crate::browser::canvas::Extent;
use crate::browser::frame::Frame;
use crate::browser::media::{MediaWatch, RatioWatch};
use crate::browser::resize::ResizeWatch;
use crate::browser::visible::VisibleWatch;

/// Draws a chart of data that it holds.
pub type Drawing = Box<dyn Fn(&HtmlCanvasElement, Extent)>;

/// Words that follow from the answer.
pub type Words = Box<dyn Fn() -> String + Send + Sync>;

/// What a press on a chart does; it is told where, in CSS pixels from the upper left corner.
pub type Press = Box<dyn Fn((f64, f64))>;

/// A chart's canvas.
#[component]
pub fn ChartCanvas(
    /// Reads what is to be drawn, and so says when to draw again.
    prepare: Box<dyn Fn() -> Drawing>,
    /// The chart in one sentence with its numbers.
    label: Words,
    /// What a press does, if anything.
    press: Option<Press>,
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
    let has_press = press.is_some();
    let at = |event: &MouseEvent| (f64::from(event.offset_x()), f64::from(event.offset_y()));
    let press = move |event: MouseEvent| press.iter().for_each(|press| press(at(&event)));
    view! { <canvas node_ref=canvas role="img" class:pressed=has_press on:click=press aria-label=move || label()></canvas> }
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
                drawing(&sheet.canvas, sheet.extent.get());
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
    _dark: Option<MediaWatch>,
    _ratio: RatioWatch,
    _size: Option<ResizeWatch>,
    _near: Option<VisibleWatch>,
}

fn watched(canvas: HtmlCanvasElement) -> Watched {
    let sheet = Rc::new(Sheet {
        canvas,
        extent: Cell::default(),
        drawing: RefCell::default(),
        near: Cell::default(),
        frame: Frame::default(),
    });
    let with_sheet = || Rc::clone(&sheet);
    let (dark, ratio, size, near) = (with_sheet(), with_sheet(), with_sheet(), with_sheet());
    let watch = VisibleWatch::new(&sheet.canvas, move |is_near| near.come(is_near));
    // A browser that cannot say what is seen: then everything is.
    sheet.near.set(watch.is_none());
    Watched {
        _dark: MediaWatch::dark(move || dark.ask()),
        _ratio: RatioWatch::new(move || ratio.resize(ratio.extent.get().again())),
        _size: ResizeWatch::new(&sheet.canvas, move |width, height| size.resize(Extent::of(width, height))),
        _near: watch,
        sheet,
    }
}
