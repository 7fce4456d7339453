//! The document of the page.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, Window};

use super::error::BrowserError;

/// The element that contains the studio.
pub fn root() -> Result<HtmlElement, BrowserError> {
    let element = document()?.get_element_by_id("studio");
    let element = element.and_then(|element| element.dyn_into().ok());
    element.ok_or_else(|| BrowserError("there is no element #studio".to_owned()))
}

/// The path of the folder with the files of this build, without a slash at its end.
pub fn assets() -> Result<String, BrowserError> {
    let body = document()?.body();
    let assets = body.and_then(|body| body.get_attribute("data-assets"));
    assets.ok_or_else(|| BrowserError("the page does not name its files".to_owned()))
}

/// Prints the page, as far as the browser and a printer let it.
pub fn print() {
    // Where nothing can be printed, the browser says so itself.
    let _printed = window().map(|window| window.print());
}

pub fn window() -> Result<Window, BrowserError> {
    web_sys::window().ok_or_else(|| BrowserError("there is no window".to_owned()))
}

pub fn document() -> Result<Document, BrowserError> {
    window()?.document().ok_or_else(|| BrowserError("there is no document".to_owned()))
}
