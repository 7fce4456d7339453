//! What the visitor is told in passing.

use leptos::prelude::*;

use crate::browser;
use crate::site::Site;

/// A line at the foot of the window, announced to screen readers, until it is put away.
#[component]
pub fn Notice() -> impl IntoView {
    let Site { words, notice, state, .. } = Site::here();
    // What was said of one page does not concern the next.
    let page = Memo::new(move |_| state.page());
    Effect::new(move |_| {
        page.track();
        notice.set(None);
    });
    view! {
        <div class="notice" role="status">
            {move || notice.get().map(|text| view! {
                <p>{text}</p>
                <button type="button" on:click=move |_| {
                    notice.set(None);
                    browser::focus("main");
                }>{words.dismiss}</button>
            })}
        </div>
    }
}
