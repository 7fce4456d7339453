//! Whether all is saved.

use leptos::prelude::*;

use super::button::button;
use super::versions::Versions;
use crate::state::{Access, Status, Studio};

/// Whether all is saved, with what to do if it is not, and the way back to earlier versions.
#[component]
pub fn KeepingStatus() -> impl IntoView {
    let studio = Studio::here();
    let keeping = studio.keeping();
    let is_failed = move || matches!(keeping.status(), Status::Failed(_));
    let is_kept = move || matches!(keeping.status(), Status::Saved | Status::Saving);
    view! {
        <p class="head-status" class:failed=is_failed>
            {move || said(&keeping.status(), keeping.access())}
        </p>
        <Show when=move || studio.is_open()>
            <div class="head-kept" role="group" aria-label="What is saved">
                <Show when=is_failed>
                    {button("strong", "Save a copy", move || studio.save_copy())}
                </Show>
                <Show when=move || is_kept() && keeping.access() == Access::Full>
                    <Versions/>
                </Show>
                <Show when=move || !is_failed()>
                    {button("plain", "All collections", move || studio.leave())}
                </Show>
            </div>
        </Show>
    }
}

fn said(status: &Status, access: Access) -> String {
    match (status, access) {
        (Status::Failed(error), _) => format!("not saved: {error}"),
        (Status::Nothing, _) => "Nothing is uploaded".to_owned(),
        (_, Access::Version(_)) => "an earlier version · nothing is uploaded".to_owned(),
        (_, Access::OtherTab | Access::Free | Access::Overtaken | Access::Damaged) => {
            "for reading only · nothing is uploaded".to_owned()
        }
        (Status::Saved, Access::Full) => "saved on this computer · nothing is uploaded".to_owned(),
        (Status::Saving, Access::Full) => "saving …".to_owned(),
    }
}
