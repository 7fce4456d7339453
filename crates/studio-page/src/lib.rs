//! The page of the studio: forms, lists and a live preview. Messages are read, checked and published in a
//! Web Worker, and kept in the browser.

mod app;
mod browser;
mod components;
mod state;

use leptos::logging::error;
use wasm_bindgen::prelude::wasm_bindgen;

/// Puts the page in place of the text that says that it is starting.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| error!("{panic}")));
    match browser::root() {
        Ok(root) => {
            root.set_inner_html("");
            leptos::mount::mount_to(root, app::App).forget();
        }
        Err(problem) => error!("the page has no place for the studio: {problem}"),
    }
}
