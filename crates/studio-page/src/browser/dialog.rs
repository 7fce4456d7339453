//! Dialogs and menus.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlDialogElement, Node};

use super::error::BrowserError;

/// Opens a dialog above the page, or closes it.
///
/// # Errors
/// When the dialog is not in the page.
pub fn set_open(dialog: &HtmlDialogElement, open: bool) -> Result<(), BrowserError> {
    if open && !dialog.open() {
        dialog.show_modal()?;
    } else if !open && dialog.open() {
        dialog.close();
    }
    Ok(())
}

/// Whether the focus moves from an element to another one outside of it. Where buttons do not get the focus, as in
/// Safari, pressing one moves it nowhere.
pub fn leaves(element: &Element, event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|next| next.dyn_into::<Node>().ok());
    next.is_some_and(|next| !element.contains(Some(&next)))
}

/// The text that is being pasted.
pub fn pasted(event: &web_sys::ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}
