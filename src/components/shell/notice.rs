//! What the visitor is told about the page as a whole.

use leptos::prelude::*;

use crate::browser;
use crate::state::Site;

/// A line above the page, announced to screen readers, until it is dismissed or another page is
/// opened.
#[component]
pub fn Notice() -> impl IntoView {
    let Site { locale, notice, state, .. } = Site::here();
    let page = Memo::new(move |_| state.page());
    Effect::new(move |_| {
        page.track();
        notice.set(None);
    });
    view! {
        <div class="notice" aria-live="polite">
            {move || notice.get().map(|text| view! {
                <p>{text}</p>
                <button type="button" class="plain" on:click=move |_| {
                    notice.set(None);
                    browser::focus("main");
                }>{locale.dismiss}</button>
            })}
        </div>
    }
}
