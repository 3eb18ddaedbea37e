//! A page to test: opened in its own element, found by stable names, asked in the reader's terms.

use std::any::Any;

use js_sys::Promise;
use offtake::protocol::link::{Decoded, decode};
use wasm_bindgen::{Clamped, JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, Document, Element, Event, EventInit, EventTarget, HtmlButtonElement, HtmlCanvasElement,
    HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, KeyboardEventInit,
};

const STYLES: [&str; 18] = [
    include_str!("../../style/tokens.css"),
    include_str!("../../style/head.css"),
    include_str!("../../style/columns.css"),
    include_str!("../../style/answer.css"),
    include_str!("../../style/figures.css"),
    include_str!("../../style/parts.css"),
    include_str!("../../style/sources.css"),
    include_str!("../../style/narrow.css"),
    include_str!("../../style/phone.css"),
    include_str!("../../style/notice.css"),
    include_str!("../../style/rows.css"),
    include_str!("../../style/track.css"),
    include_str!("../../style/boxes.css"),
    include_str!("../../style/groups.css"),
    include_str!("../../style/sections.css"),
    include_str!("../../style/simulation.css"),
    include_str!("../../style/charts.css"),
    include_str!("../../style/sides.css"),
];

/// An open page. It leaves the document when dropped.
pub struct Page {
    root: HtmlElement,
    _handle: Box<dyn Any>,
}

impl Drop for Page {
    fn drop(&mut self) {
        pretend_pixel_ratio(1.0);
        self.root.remove();
    }
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Makes the window report another pixel ratio, as a second screen would.
pub fn pretend_pixel_ratio(ratio: f64) {
    let description = js_sys::Object::new();
    for (key, value) in [("value", JsValue::from(ratio)), ("configurable", JsValue::TRUE), ("writable", JsValue::TRUE)]
    {
        js_sys::Reflect::set(&description, &key.into(), &value).unwrap();
    }
    let window = web_sys::window().unwrap();
    js_sys::Object::define_property(&window, &"devicePixelRatio".into(), &description);
}

impl Page {
    /// Opens the calculator at its defaults and waits until it is drawn.
    pub async fn open() -> Self {
        Self::open_link("").await
    }

    /// Opens the calculator in the state of a query and waits until it is drawn.
    pub async fn open_link(query: &str) -> Self {
        Self::open_as(decode(query)).await
    }

    /// Opens the calculator in a state and waits until it is drawn.
    pub async fn open_as(decoded: Decoded) -> Self {
        let document = document();
        let root: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        let style = document.create_element("style").unwrap();
        style.set_text_content(Some(&STYLES.concat()));
        let inside: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        root.append_child(&style).unwrap();
        root.append_child(&inside).unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        pretend_pixel_ratio(1.0);
        let page = Self { root, _handle: Box::new(offtake::ui::open(inside, decoded)) };
        for _ in 0..3 {
            page.next_frame().await;
        }
        page
    }

    fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}"))
    }

    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|at| found.get(at)).map(JsCast::unchecked_into).collect()
    }

    /// Whether a button has nothing to do: closed, or open to the focus alone.
    pub fn is_disabled(&self, selector: &str) -> bool {
        let button = self.find(selector).unchecked_into::<HtmlButtonElement>();
        button.disabled() || button.get_attribute("aria-disabled").as_deref() == Some("true")
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// The words of an element as they are seen, on one line.
    pub fn text(&self, selector: &str) -> String {
        let text = self.find(selector).unchecked_into::<HtmlElement>().text_content().unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn figure(&self, key: &str) -> String {
        self.text(&format!("[data-key={key}] .key-value [aria-hidden]"))
    }

    pub fn number_box(&self, input: &str) -> HtmlInputElement {
        self.find(&format!("[data-input={input}] input[type=text]")).unchecked_into()
    }

    pub fn slider(&self, input: &str) -> HtmlInputElement {
        self.find(&format!("[data-input={input}] input[type=range]")).unchecked_into()
    }

    pub fn shown_in_box(&self, input: &str) -> String {
        self.number_box(input).value()
    }

    /// The slider's value, as the browser writes it.
    pub fn at_slider(&self, input: &str) -> String {
        self.slider(input).value()
    }

    /// What is wrong with the text in a box, if anything.
    pub fn fault(&self, input: &str) -> Option<String> {
        Some(self.text(&format!("#why-{input}"))).filter(|words| !words.is_empty())
    }

    /// The names of those that are pressed among buttons that carry one attribute.
    pub fn pressed(&self, buttons: &str) -> Vec<String> {
        let name = buttons.trim_matches(['[', ']']);
        self.all(&format!("{buttons}[aria-pressed=true]"))
            .iter()
            .filter_map(|button| button.get_attribute(name))
            .collect()
    }

    /// Moves a slider as a drag does.
    pub async fn slide(&self, input: &str, value: &str) {
        let slider = self.slider(input);
        slider.set_value(value);
        send(&slider, "input");
        self.settle().await;
    }

    /// Types into a box and leaves it.
    pub async fn type_into(&self, input: &str, text: &str) {
        let field = self.number_box(input);
        field.set_value(text);
        send(&field, "change");
        self.settle().await;
    }

    /// Types into any field and leaves it.
    pub async fn type_in(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.find(selector).unchecked_into();
        field.set_value(text);
        send(&field, "change");
        self.settle().await;
    }

    /// Scrolls to something: sections rest while nobody sees them.
    pub async fn see(&self, selector: &str) {
        self.find(selector).scroll_into_view();
        self.next_frame().await;
        self.next_frame().await;
    }

    /// Types into a field that follows every letter.
    pub async fn write(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.find(selector).unchecked_into();
        field.set_value(text);
        send(&field, "input");
        self.settle().await;
    }

    /// Presses something, and waits until what it opens is there.
    pub async fn press(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().click();
        self.settle().await;
        frame().await;
        self.settle().await;
    }

    /// Whether a panel above the page is shown.
    pub fn shows(&self, panel: &str) -> bool {
        self.has(&format!("{panel}:popover-open"))
    }

    pub fn focus(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().focus().unwrap();
    }

    /// Presses a place inside an element, as parts of its width and height.
    pub async fn press_at(&self, selector: &str, across: f64, down: f64) {
        let target = self.find(selector);
        let room = target.get_bounding_client_rect();
        let at = |start: f64, size: f64, part: f64| (start + size * part).round();
        let init = js_sys::Object::new();
        for (key, value) in [
            ("bubbles", JsValue::TRUE),
            ("clientX", at(room.left(), room.width(), across).into()),
            ("clientY", at(room.top(), room.height(), down).into()),
        ] {
            js_sys::Reflect::set(&init, &key.into(), &value).unwrap();
        }
        let event = construct("MouseEvent", "click", &init);
        target.dispatch_event(event.unchecked_ref()).unwrap();
        self.settle().await;
    }

    /// Chooses an option of a list.
    pub async fn choose(&self, selector: &str, value: &str) {
        let list: HtmlSelectElement = self.find(selector).unchecked_into();
        list.set_value(value);
        send(&list, "change");
        self.settle().await;
    }

    /// The option that a list shows.
    pub fn chosen(&self, selector: &str) -> String {
        self.find(selector).unchecked_into::<HtmlSelectElement>().value()
    }

    pub fn attribute(&self, selector: &str, name: &str) -> String {
        self.find(selector).get_attribute(name).unwrap_or_default()
    }

    pub async fn press_if_enabled(&self, selector: &str) {
        if !self.is_disabled(selector) {
            self.press(selector).await;
        }
    }

    pub async fn open_all_groups(&self) {
        for button in self.all(".group-head") {
            button.unchecked_into::<HtmlElement>().click();
        }
        self.settle().await;
    }

    /// Presses a key, with others held: "Shift+ArrowUp".
    pub async fn key(&self, at: &Element, key: &str) {
        let init = KeyboardEventInit::new();
        let mut keys: Vec<&str> = key.split('+').collect();
        init.set_key(keys.pop().unwrap_or_default());
        init.set_shift_key(keys.contains(&"Shift"));
        init.set_alt_key(keys.contains(&"Alt"));
        init.set_ctrl_key(keys.contains(&"Control"));
        init.set_bubbles(true);
        init.set_cancelable(true);
        at.dispatch_event(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap()).unwrap();
        self.settle().await;
    }

    /// Sends an event of the pointer with a button and, if wished, Alt held.
    pub async fn point_with_alt(&self, at: &Element, event: &str, alt: bool) {
        let init = js_sys::Object::new();
        for (key, value) in [("bubbles", JsValue::TRUE), ("buttons", JsValue::from(1)), ("altKey", JsValue::from(alt))]
        {
            js_sys::Reflect::set(&init, &key.into(), &value).unwrap();
        }
        at.dispatch_event(construct("PointerEvent", event, &init).unchecked_ref()).unwrap();
        self.settle().await;
    }

    /// Moves a mouse over an element, to parts of its width and height; leaves it again with nothing.
    pub async fn hover(&self, selector: &str, place: Option<(f64, f64)>) {
        let target = self.find(selector);
        let room = target.get_bounding_client_rect();
        let init = js_sys::Object::new();
        let set = |key: &str, value: JsValue| js_sys::Reflect::set(&init, &key.into(), &value).unwrap();
        set("bubbles", JsValue::TRUE);
        set("pointerType", "mouse".into());
        if let Some((across, down)) = place {
            set("clientX", (room.left() + room.width() * across).round().into());
            set("clientY", (room.top() + room.height() * down).round().into());
        }
        let event = if place.is_some() { "pointermove" } else { "pointerleave" };
        let event = construct("PointerEvent", event, &init);
        target.dispatch_event(event.unchecked_ref()).unwrap();
        self.settle().await;
    }

    pub async fn point(&self, at: &Element, event: &str) {
        if event.starts_with("pointer") {
            return self.point_with_alt(at, event, false).await;
        }
        send(at, event);
        self.settle().await;
    }

    pub async fn wait(&self, milliseconds: u32) {
        let later = Promise::new(&mut |resolve, _| {
            let milliseconds = i32::try_from(milliseconds).unwrap();
            web_sys::window()
                .unwrap()
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
                .unwrap();
        });
        JsFuture::from(later).await.unwrap();
    }

    /// Long enough for all that follows from an event, before anything is painted.
    async fn settle(&self) {
        self.wait(0).await;
    }

    /// An animation frame and all that follows it, however busy the machine is.
    pub async fn next_frame(&self) {
        frame().await;
        frame().await;
        self.settle().await;
    }

    /// Gives the page another width.
    pub async fn resize(&self, width: f64) {
        self.root.style().set_property("width", &format!("{width}px")).unwrap();
        self.next_frame().await;
        self.next_frame().await;
    }

    fn canvas(&self, figure: &str) -> HtmlCanvasElement {
        self.find(&format!("[data-figure={figure}] canvas")).unchecked_into()
    }

    pub fn label(&self, figure: &str) -> String {
        self.canvas(figure).get_attribute("aria-label").unwrap_or_default()
    }

    /// Width and height in CSS pixels, then of the backing store.
    pub fn canvas_sizes(&self, figure: &str) -> ((f64, f64), (f64, f64)) {
        let canvas = self.canvas(figure);
        let css = canvas.get_bounding_client_rect();
        ((css.width(), css.height()), (f64::from(canvas.width()), f64::from(canvas.height())))
    }

    pub fn pixels(&self, figure: &str) -> Vec<u8> {
        let canvas = self.canvas(figure);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
        let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
        let Clamped(bytes) = context.get_image_data(0.0, 0.0, width, height).unwrap().data();
        bytes
    }

    /// How many pixels are not empty.
    pub fn inked_pixels(&self, figure: &str) -> usize {
        self.pixels(figure).chunks_exact(4).filter(|pixel| pixel.last().is_some_and(|alpha| *alpha > 0)).count()
    }
}

/// A class of the browser.
fn global(name: &str) -> js_sys::Function {
    js_sys::Reflect::get(web_sys::window().unwrap().as_ref(), &name.into()).unwrap().unchecked_into()
}

/// An event of a class that is not among those built in.
fn construct(class: &str, event: &str, init: &js_sys::Object) -> JsValue {
    let arguments: js_sys::Array = [JsValue::from(event), init.into()].into_iter().collect();
    js_sys::Reflect::construct(&global(class), &arguments).unwrap()
}

/// The next animation frame: after everything that was asked for it before.
async fn frame() {
    let frame = Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}

/// The id of what has the focus.
pub fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// Whether a selector finds what has the focus.
pub fn focused_matches(selector: &str) -> bool {
    document().active_element().is_some_and(|element| element.matches(selector).unwrap())
}

/// Sends an event to the window, and waits no longer than its listeners and what they promised: no frame comes.
pub async fn announce(event: &str) {
    send(&web_sys::window().unwrap(), event);
    for _ in 0..20 {
        JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await.unwrap();
    }
}

/// The theme that is forced on the document, if any.
pub fn theme() -> Option<String> {
    document().document_element().unwrap().get_attribute("data-theme")
}

fn send(target: &EventTarget, event: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    target.dispatch_event(&Event::new_with_event_init_dict(event, &init).unwrap()).unwrap();
}
