//! Bringing messages in: where files are dropped, and what is said and asked about them.

mod address_dialog;
mod again_dialog;
mod columns_dialog;
mod drop_zone;
mod foot;
mod paste_dialog;
mod progress;
mod report_dialog;
mod whole_page;

use leptos::prelude::*;

pub use drop_zone::DropZone;
pub use foot::Foot;

/// What can open or be dropped anywhere on the page.
#[component]
pub fn Intake() -> impl IntoView {
    view! {
        <whole_page::WholePage/>
        <progress::Progress/>
        <paste_dialog::PasteDialog/>
        <address_dialog::AddressDialog/>
        <again_dialog::AgainDialog/>
        <report_dialog::ReportDialog/>
        <columns_dialog::ColumnsDialog/>
    }
}
