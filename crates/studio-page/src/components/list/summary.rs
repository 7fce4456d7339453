//! How many messages there are, and the way to those that need attention.

use leptos::prelude::*;
use solidarity_studio::Summary;
use solidarity_studio::protocol::Severity;

use crate::state::Studio;

/// “7 messages · 1 to correct · 2 to look at”, of which the latter two lead from one to the next.
#[component]
pub fn Counts() -> impl IntoView {
    let studio = Studio::here();
    let messages = move || match studio.editing.summary().messages {
        1 => "1 message".to_owned(),
        count => [&count.to_string(), " messages"].concat(),
    };
    let next =
        move |severity, count: fn(&Summary) -> usize, class: &'static str, what: &'static str| {
            let count = Memo::new(move |_| count(&studio.editing.summary()));
            view! {
                <Show when=move || count.get() != 0>
                    <span aria-hidden="true">" · "</span>
                    <button type="button" class=class title="Show the next one"
                        on:click=move |_| studio.show_next(severity)>
                        {count} {what} <span class="vh">": show the next one"</span>
                    </button>
                </Show>
            }
        };
    view! {
        <div class="counts">
            <h2 id="list-title" tabindex="-1">{messages}</h2>
            {next(Severity::Error, |it| it.to_correct, "count wrong", " to correct")}
            {next(Severity::Warning, |it| it.to_look_at, "count", " to look at")}
        </div>
    }
}
