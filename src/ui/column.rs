//! How wide the column of sliders is: what decides where the labels of a track find room.

use leptos::html;
use leptos::prelude::*;

use crate::browser::resize::ResizeWatch;

/// By how much a track's line is shorter than its row: the thumb, a little larger for fingers, passes both ends by half
/// its width.
const THUMB: f64 = 20.0;
/// The line of the narrowest page, until the width is known.
const NARROWEST: f64 = 266.0;

/// The width of the column.
#[derive(Clone, Copy)]
pub struct Column(RwSignal<f64>);

impl Column {
    /// Measures the element that takes the reference, for all components below.
    pub fn provide() -> NodeRef<html::Div> {
        let width = RwSignal::new(NARROWEST);
        provide_context(Self(width));
        let element = NodeRef::<html::Div>::new();
        let watch = StoredValue::new_local(None::<ResizeWatch>);
        Effect::new(move |_| {
            let Some(element) = element.get() else { return };
            let notify = move |wide: f64, _: f64| width.set((wide - THUMB).max(0.0));
            watch.set_value(ResizeWatch::new(&element, notify));
        });
        element
    }

    /// The column around a component.
    pub fn get() -> Self {
        expect_context()
    }

    /// The length of a track's line in it, in CSS pixels.
    pub fn width(self) -> f64 {
        self.0.get()
    }
}
