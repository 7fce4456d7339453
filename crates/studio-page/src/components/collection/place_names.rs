//! Names of countries, where the collection uses its own.

use std::collections::HashSet;

use leptos::prelude::*;
use solidarity_core::places::Country;
use solidarity_studio::{Edit, Particular, sort_by_key};

use super::text_field::ParticularField;
use crate::state::Studio;

/// The countries that have a name of their own here, and a way to add one.
#[component]
pub fn PlaceNames() -> impl IntoView {
    let studio = Studio::here();
    let codes = Memo::new(move |_| {
        let codes = studio
            .with(|document| document.collection().place_names.keys().cloned().collect::<Vec<_>>());
        codes.unwrap_or_default()
    });
    // Those that the messages come from.
    let others = Memo::new(move |_| {
        let all = studio.with(|document| {
            let senders = document.messages().iter().flat_map(|entry| &entry.message.senders);
            let known = senders.filter_map(|sender| Country::from_code(sender.country.as_deref()?));
            known.map(|country| (country.name, country.code)).collect::<HashSet<_>>()
        });
        let all = all.unwrap_or_default().into_iter();
        let is_own = |code: &str| codes.with(|codes| codes.iter().any(|own| own == code));
        let mut others: Vec<_> = all.filter(|(_, code)| !is_own(code)).collect();
        sort_by_key(&mut others, |(name, _)| *name);
        others
    });
    let set = move |code: String, value: Option<String>| {
        studio.edit(Edit::Particular { field: Particular::PlaceName(code), value });
    };
    view! {
        <fieldset>
            <legend>"Names of countries"</legend>
            <p class="hint">"Where this collection calls a country by another name than the site would."</p>
            <For each=move || codes.get() key=|code| code.clone() let:code>
                <div class="place-name">
                    <ParticularField field=Particular::PlaceName(code.clone()) label=usual(&code)/>
                    <button type="button" class="plain" on:click={
                        let code = code.clone();
                        move |_| set(code.clone(), None)
                    }>"Remove"<span class="vh">{[" the name of ", &usual(&code)].concat()}</span></button>
                </div>
            </For>
            <Show when=move || others.with(|others| !others.is_empty())>
                <div class="field">
                    <label>
                        <span>"Name another country"</span>
                        <select on:change:target=move |event| {
                            let code = event.target().value();
                            if !code.is_empty() {
                                let name = usual(&code);
                                set(code, Some(name));
                            }
                        }>
                            <option value="">"Choose …"</option>
                            {move || others.get().into_iter().map(|(name, code)| view! {
                                <option value=code>{name}</option>
                            }.into_any()).collect_view()}
                        </select>
                    </label>
                </div>
            </Show>
        </fieldset>
    }
}

/// The name that a country has otherwise.
fn usual(code: &str) -> String {
    Country::from_code(code).map_or(code, |country| country.name).to_owned()
}
