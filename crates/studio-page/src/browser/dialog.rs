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

/// Whether the focus leaves an element with this event.
pub fn leaves(element: &Element, event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|next| next.dyn_into::<Node>().ok());
    !element.contains(next.as_ref())
}

/// The text that is being pasted.
pub fn pasted(event: &web_sys::ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}
