//! Dialogs and menus.

use web_sys::HtmlDialogElement;

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
