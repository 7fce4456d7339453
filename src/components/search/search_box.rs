//! The search box.

use leptos::prelude::*;
use solidarity_core::address::{Page, href_to};

use crate::browser;
use crate::components::ids::SEARCH_BOX;
use crate::state::Site;

/// A field that searches while the visitor types. `/` moves the focus to it, Esc clears it.
#[component]
pub fn SearchBox() -> impl IntoView {
    let Site { locale, state, shortcut, .. } = Site::here();
    let query = Memo::new(move |_| state.view().query);
    let clear = move || {
        state.clear_query();
        browser::focus(SEARCH_BOX);
    };
    Effect::new(move |_| {
        let slash = window_event_listener(leptos::ev::keydown, move |event| {
            let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
            let elsewhere = browser::is_typing(&event) || untrack(|| state.page()) != Page::Grid;
            if event.key() == "/" && !modified && !elsewhere && shortcut.get_untracked() {
                event.prevent_default();
                browser::focus_in_view(SEARCH_BOX);
                browser::select_text(SEARCH_BOX);
            }
        });
        on_cleanup(move || slash.remove());
    });
    view! {
        // It is a form, so that Enter works before the program runs.
        <form class="search-box" method="get" action=href_to("")
            on:submit=move |event| {
                event.prevent_default();
                state.settle();
            }>
            <label class="vh" for=SEARCH_BOX>{locale.search}</label>
            <input id=SEARCH_BOX type="search" name="q" enterkeyhint="search" autocomplete="off"
                autocapitalize="off" spellcheck="false" placeholder=locale.search_hint
                prop:value=move || query.get()
                aria-keyshortcuts=move || shortcut.get().then_some("/")
                on:input:target=move |event| state.type_query(event.target().value())
                on:change=move |_| state.settle()
                on:keydown=move |event| if event.key() == "Escape" {
                    event.prevent_default();
                    clear();
                }/>
            <Show when=move || !query.with(String::is_empty)>
                <button type="button" class="plain" on:click=move |_| clear()>
                    {locale.clear_search}
                </button>
            </Show>
        </form>
    }
}
