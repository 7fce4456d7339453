//! Why something can only be read, and what to do about it.

use leptos::prelude::*;

use super::button::button;

use crate::browser;
use crate::state::{Access, Studio, Trouble};

/// Why the document can only be read, and what of it could not be.
#[component]
pub fn AccessBanner() -> impl IntoView {
    let studio = Studio::here();
    let keeping = studio.keeping();
    view! {
        <div class="access" role="status">
            {move || why(keeping.access()).map(|why| view! {
                <div class="notice access-notice">
                    <p>{why}</p>
                    <Ways access=keeping.access()/>
                </div>
            }.into_any())}
            {move || keeping.trouble().get().map(|Trouble { text, stored }| view! {
                <div class="notice error access-notice">
                    <p>{text}</p>
                    {button("outlined", "Save what was stored", move || studio.save_stored(&stored))}
                    {button("plain", "Close", move || keeping.trouble().set(None))}
                </div>
            }.into_any())}
        </div>
    }
}

/// What can be done about it.
#[component]
fn Ways(access: Access) -> impl IntoView {
    let studio = Studio::here();
    let work_here = move |label| button("outlined", label, move || studio.work_here());
    match access {
        Access::Full | Access::Damaged => ().into_any(),
        Access::OtherTab => work_here("Work here instead"),
        Access::Free => work_here("Go on here"),
        Access::Overtaken => view! {
            {button("outlined", "Save a copy", move || studio.save_copy())}
            {work_here("Show the newer state")}
        }
        .into_any(),
        Access::Version(_) => view! {
            {button("outlined", "Go back to this version", move || studio.go_back_to_version())}
            {button("plain", "Return to the present", move || studio.return_to_present())}
        }
        .into_any(),
    }
}

fn why(access: Access) -> Option<String> {
    Some(match access {
        Access::Full => return None,
        Access::OtherTab => {
            "These messages are open in another tab, so you can only read them here.".to_owned()
        }
        Access::Free => {
            "The other tab no longer works on these messages: you can go on here, with the \
             newest state."
                .to_owned()
        }
        Access::Overtaken => {
            "Another tab has changed these messages. What you did here since then is on this \
             page only: save a copy if you need it."
                .to_owned()
        }
        Access::Damaged => {
            "You can only read these messages here, because what was stored of them is damaged \
             and could not be kept aside."
                .to_owned()
        }
        Access::Version(time) => [
            "This is the version of ",
            &browser::moment(time),
            ", for reading. Your messages are as you left them.",
        ]
        .concat(),
    })
}
