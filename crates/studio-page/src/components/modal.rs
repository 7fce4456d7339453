//! A dialog above the page.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::button::button;

use crate::browser;

/// A dialog, which is open as long as there is something to show in it. Esc closes it, and the focus returns to
/// what opened it.
#[component]
pub fn Modal(
    /// Whether it is open.
    open: Signal<bool>,
    /// What it is called; the id of its heading.
    id: &'static str,
    /// Its heading.
    title: Signal<String>,
    /// Whether there is a lot in it.
    #[prop(optional)]
    is_wide: bool,
    /// What to do when it is closed.
    close: Callback<()>,
    /// What is in it while it is open.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    show_while(open, dialog);
    view! {
        // The event comes later: by then another dialog may have taken the place of this one.
        <dialog class="dialog" class:wide=is_wide node_ref=dialog aria-labelledby=id
            on:close=move |_| if open.get_untracked() { close.run(()) }>
            <div class="dialog-head">
                <h2 id=id>{title}</h2>
                {button("plain", "Close", move || close.run(()))}
            </div>
            {move || open.get().then(|| children())}
        </dialog>
    }
}

/// Keeps a dialog open as long as there is something to show in it.
pub fn show_while(open: Signal<bool>, dialog: NodeRef<Dialog>) {
    Effect::new(move |_| show(open.get(), dialog));
}

/// Opens a dialog, or closes it.
pub fn show(open: bool, dialog: NodeRef<Dialog>) {
    let Some(dialog) = dialog.get() else { return };
    if let Err(error) = browser::set_open(&dialog, open) {
        leptos::logging::error!("{error}");
    }
}
