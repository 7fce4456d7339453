//! Feedback beside the control that was pressed.

use std::time::Duration;

use leptos::html::{Span, Textarea};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::changing::replaced;
use crate::browser;
use crate::state::Site;

/// How long a confirmation is shown.
const MOMENT: Duration = Duration::from_secs(5);

/// The feedback beside a control. A confirmation disappears by itself; anything else stays until it
/// is dismissed. It covers nothing, and screen readers announce it each time.
#[derive(Clone, Copy)]
pub struct Feedback {
    said: RwSignal<Option<Said>>,
    region: NodeRef<Span>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

#[derive(Clone)]
enum Said {
    Done(String),
    Failed(&'static str),
    /// This text could not be copied.
    NotCopied(String),
}

impl Feedback {
    /// Feedback that says nothing yet.
    #[allow(
        clippy::new_without_default,
        reason = "it registers signals, which no default value does"
    )]
    pub fn new() -> Feedback {
        Feedback {
            said: RwSignal::new(None),
            region: NodeRef::new(),
            timer: StoredValue::new(None),
        }
    }

    /// Confirms success.
    pub fn done(self, text: String) {
        self.say(Said::Done(text));
        self.later();
    }

    /// Says that it failed, and why.
    pub fn failed(self, text: &'static str) {
        self.say(Said::Failed(text));
    }

    /// Copies a text to the clipboard and confirms it; if the browser refuses, shows the text,
    /// selected.
    pub fn copy(self, text: String, done: String) {
        leptos::task::spawn_local(async move {
            match browser::copy(&text).await {
                Ok(()) => self.done(done),
                Err(_) => self.say(Said::NotCopied(text)),
            }
        });
    }

    /// The element with the feedback, to go after the control.
    pub fn view(self) -> AnyView {
        let Feedback { said, region, .. } = self;
        let view = replaced(move || said.get().map(|said| self.message(said)).into_any());
        view! { <span class="feedback" aria-live="polite" node_ref=region>{view}</span> }.into_any()
    }

    fn message(self, said: Said) -> AnyView {
        let Site { locale, .. } = Site::here();
        let dismiss = move || {
            let dismiss = move |_| {
                if let Some(region) = self.region.get_untracked() {
                    browser::focus_before(&region);
                }
                self.said.set(None);
            };
            view! { <button type="button" class="plain" on:click=dismiss>{locale.dismiss}</button> }
        };
        match said {
            Said::Done(text) => view! { <span>{text}</span> }.into_any(),
            Said::Failed(text) => view! { <span>{text}" "{dismiss()}</span> }.into_any(),
            Said::NotCopied(text) => {
                let field = NodeRef::<Textarea>::new();
                Effect::new(move |_| {
                    if let Some(field) = field.get() {
                        // The field has its text only from the next frame on.
                        request_animation_frame(move || browser::select(&field));
                    }
                });
                view! {
                    <span class="feedback-text">
                        <label>
                            {locale.not_copied}
                            <textarea node_ref=field readonly rows="3" prop:value=text></textarea>
                        </label>
                        {dismiss()}
                    </span>
                }
                .into_any()
            }
        }
    }

    fn say(self, said: Said) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        // The page with the control may be gone.
        self.said.try_set(Some(said));
    }

    /// Removes a confirmation after a moment, unless the visitor is using it.
    fn later(self) {
        let leave = move || {
            let region = self.region.try_get_untracked().flatten();
            if region.is_some_and(|region| browser::is_in_use(&region)) {
                self.later();
            } else {
                self.said.try_set(None);
            }
        };
        let timer = set_timeout_with_handle(leave, MOMENT).ok();
        self.timer.try_set_value(timer);
    }
}
