//! Dialogs.

use web_sys::HtmlDialogElement;

use super::error::BrowserError;

/// Opens a dialog in front of everything else. What was in focus is so again when it is closed.
pub fn open_dialog(dialog: &HtmlDialogElement) -> Result<(), BrowserError> {
    Ok(dialog.show_modal()?)
}
