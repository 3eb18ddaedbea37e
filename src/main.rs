//! The page: mounts the calculator where the document waits for it.

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "page"))]
    page::start();
}

#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod page {
    use offtake::ui;

    /// Puts the calculator into the document; the loader then takes its words of waiting away.
    pub fn start() {
        #[cfg(debug_assertions)]
        console_error_panic_hook::set_once();
        if let Some(body) = web_sys::window().and_then(|window| window.document()?.body()) {
            ui::start(body).forget();
        }
    }
}
