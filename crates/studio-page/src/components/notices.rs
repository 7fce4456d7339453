//! What the studio has to say.

use leptos::prelude::*;

use super::button::button;
use super::update::UpdateNotice;
use crate::state::Studio;

/// The last thing that the studio had to say, until it is closed.
#[component]
pub fn Notices() -> impl IntoView {
    let studio = Studio::here();
    view! {
        <div class="notices" role="status">
            {move || studio.notice().map(|notice| {
                if notice.is_quiet {
                    return view! { <p class="vh">{notice.text}</p> }.into_any();
                }
                view! {
                    <p class="notice" class:error=notice.is_error>
                        <span>{notice.text}</span>
                        {notice.offers_undo.then(|| button("plain", "Undo", move || studio.undo()))}
                        {button("plain", "Close", move || studio.say(None))}
                    </p>
                }.into_any()
            })}
            <UpdateNotice/>
        </div>
    }
}
