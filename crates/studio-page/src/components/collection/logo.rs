//! The logo.

use leptos::html::Input;
use leptos::prelude::*;
use solidarity_studio::{Logo, Particular, Place};

use crate::browser;
use crate::components::button::button;
use crate::components::findings::Findings;
use crate::components::note::note;
use crate::state::Studio;

/// The logo as it is, with ways to choose and to remove it.
#[component]
pub fn LogoField() -> impl IntoView {
    let studio = Studio::here();
    let field = NodeRef::<Input>::new();
    let refusal = RwSignal::new(None::<String>);
    let choose = move |_| {
        let Some(field) = field.get_untracked() else { return };
        let Some(file) = browser::picked(&field).into_iter().next() else { return };
        leptos::task::spawn_local(async move {
            let chosen = studio.choose_logo(file).await;
            refusal.set(chosen.err().map(|error| error.to_string()));
        });
    };
    let has_logo =
        Memo::new(move |_| studio.with(|document| document.logo().is_some()).unwrap_or_default());
    let heavy = move || {
        let bytes = studio.logo_bytes()?.length() as usize;
        Logo::is_heavy(bytes).then(|| {
            let size = (bytes / 1000).to_string();
            [
                "It has ",
                &size,
                " kB, and every visitor fetches it: a smaller picture would be better.",
            ]
            .concat()
        })
    };
    view! {
        <div class="field logo-field">
            <p class="label" id="logo-label">"Logo"</p>
            {move || studio.logo_address().map(|address| view! { <img class="logo-shown" src=address alt="The logo"/> }.into_any())}
            <div class="logo-actions">
                <label class="file-button">
                    {move || if has_logo.get() { "Choose another picture" } else { "Choose a picture" }}
                    <input type="file" class="file-field" accept=".svg,.png,.jpg,.jpeg,.webp" node_ref=field
                        aria-describedby="logo-said" on:change=choose/>
                </label>
                <Show when=move || has_logo.get()>
                    {button("plain", "Remove the logo", move || {
                        refusal.set(None);
                        studio.set_logo(None);
                    })}
                </Show>
            </div>
            <div id="logo-said" role="status">
                <p class="hint">"SVG, PNG, JPEG or WebP, up to 1 MB. It stands above the title."</p>
                {move || refusal.get().map(|refusal| note("finding error", refusal))}
                {move || heavy().map(|heavy| note("finding", heavy))}
            </div>
            <Findings place=Place::Collection(Some(Particular::Logo))/>
        </div>
    }
}
