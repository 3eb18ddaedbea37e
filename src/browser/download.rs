//! Files and pictures that leave the page: saved by the browser, or copied.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, Document, HtmlAnchorElement, HtmlCanvasElement, Url};

/// How long the browser may take to fetch what it saves, in milliseconds.
const KEPT: u32 = 10_000;

/// What became of a picture that was to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is in the clipboard.
    Yes,
    /// The browser does not let pages copy pictures; it was saved instead.
    Saved,
    /// Neither was possible.
    No,
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// A canvas that is in no page.
#[must_use]
pub fn canvas() -> Option<HtmlCanvasElement> {
    document()?.create_element("canvas").ok()?.dyn_into().ok()
}

/// Saves a text under a name. Says whether the browser was asked to.
#[must_use]
pub fn save_text(name: &str, kind: &str, text: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &options).ok().and_then(|blob| save(name, &blob)).is_some()
}

fn save(name: &str, blob: &Blob) -> Option<()> {
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    let url = Url::create_object_url_with_blob(blob).ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}

/// The picture of a canvas, once it is packed.
fn packed(canvas: &HtmlCanvasElement) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = if blob.is_null() { reject.call0(&JsValue::NULL) } else { resolve.call1(&JsValue::NULL, &blob) };
        });
        // Fails only for pictures of other origins, and there is none in it.
        let _ = canvas.to_blob(done.unchecked_ref());
    })
}

/// Saves the picture of a canvas and tells whether that was possible.
pub fn save_picture(canvas: &HtmlCanvasElement, name: String, told: impl FnOnce(bool) + 'static) {
    let told = Rc::new(std::cell::Cell::new(Some(told)));
    let failed = Rc::clone(&told);
    let tell = |told: &std::cell::Cell<Option<_>>, is_saved| {
        if let Some(told) = told.take() {
            let told: Box<dyn FnOnce(bool)> = Box::new(told);
            told(is_saved);
        }
    };
    let done = once(move |blob| tell(&told, blob.dyn_ref::<Blob>().and_then(|blob| save(&name, blob)).is_some()));
    after(&packed(canvas), &done, &once(move |_| tell(&failed, false)));
}

/// Copies the picture of a canvas; saves it under a name where the browser does not let pages copy.
pub fn copy_picture(canvas: &HtmlCanvasElement, name: String, told: impl Fn(Copied) + 'static) {
    let told = Rc::new(told);
    let instead = {
        let (told, canvas) = (Rc::clone(&told), canvas.clone());
        move || save_picture(&canvas, name, move |saved| told(if saved { Copied::Saved } else { Copied::No }))
    };
    match write(canvas) {
        Some(written) => after(&written, &once(move |_| told(Copied::Yes)), &once(move |_| instead())),
        None => instead(),
    }
}

/// Asks at once, while the browser still knows that the reader pressed something, and with a promise of the picture.
fn write(canvas: &HtmlCanvasElement) -> Option<Promise> {
    let window = web_sys::window()?;
    // In a page without a secure origin there is no clipboard at all.
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into()).ok().filter(JsValue::is_object)?;
    let class = Reflect::get(&window, &"ClipboardItem".into()).ok();
    class.filter(JsValue::is_function)?;
    let parts = Object::new();
    Reflect::set(&parts, &"image/png".into(), &packed(canvas)).ok()?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&parts).ok()?;
    let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
    Some(clipboard.write(&Array::of1(&item)))
}

pub(super) fn once(run: impl FnOnce(JsValue) + 'static) -> Function {
    Closure::once_into_js(run).unchecked_into()
}

/// `then` with both ways out.
pub(super) fn after(promise: &Promise, done: &Function, failed: &Function) {
    let then = Reflect::get(promise, &"then".into()).ok().and_then(|then| then.dyn_into::<Function>().ok());
    if let Some(then) = then {
        let _ = then.call2(promise, done, failed);
    }
}
