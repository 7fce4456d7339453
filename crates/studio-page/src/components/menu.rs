//! A menu of buttons.

use leptos::ev;
use leptos::html::{Details, Summary};
use leptos::prelude::*;

use crate::browser;

/// Buttons that are folded away. The menu closes when one is pressed, with Escape, and when the focus leaves it.
#[component]
pub fn Menu(
    /// What the buttons are about, for who does not see where the menu is.
    #[prop(into)]
    label: String,
    /// What can be seen of the menu while it is closed.
    #[prop(default = "⋯")]
    sign: &'static str,
    children: Children,
) -> impl IntoView {
    let (menu, summary) = (NodeRef::<Details>::new(), NodeRef::<Summary>::new());
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    // What was pressed may move the focus elsewhere afterwards.
    let close_and_return = move || {
        close();
        if let Some(summary) = summary.get_untracked() {
            // A message that is no longer shown has no menu any more.
            drop(summary.focus());
        }
    };
    view! {
        // Of the menus with one name, the browser opens one at a time.
        <details class="menu" name="menu" node_ref=menu
            on:toggle=move |_| if let Some(menu) = menu.get_untracked() && menu.open() {
                browser::scroll_to(&menu);
            }
            on:keydown=move |event: ev::KeyboardEvent| if event.key() == "Escape" {
                close_and_return();
            }
            on:focusout=move |event: ev::FocusEvent| if let Some(menu) = menu.get_untracked()
                && browser::leaves(&menu, &event)
            {
                close();
            }>
            <summary node_ref=summary aria-label=label.clone() title=label.clone()>{sign}</summary>
            <div class="menu-items" role="group" aria-label=label on:click=move |_| close_and_return()>
                {children()}
            </div>
        </details>
    }
}
