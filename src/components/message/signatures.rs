//! Who signed a message.

use leptos::prelude::*;
use solidarity_core::collection::Message;

use crate::state::Site;

/// The signatories with their roles, or a line that says there are none.
#[component]
pub fn Signatures(
    /// The message.
    message: &'static Message,
) -> impl IntoView {
    let Site { locale, .. } = Site::here();
    if message.signatures.is_empty() {
        return view! { <p class="unsigned" lang=locale.lang>{locale.unsigned}</p> }.into_any();
    }
    let signatures = message.signatures.iter().map(|signature| {
        let role = signature.role.as_deref();
        view! {
            <li dir="auto">
                <span class="signatory">{signature.name.as_str()}</span>
                {role.map(|role| view! { <span class="vh">", "</span><span class="role">{role}</span> })}
            </li>
        }
    });
    view! { <ul class="signatures" aria-label=locale.signed_by>{signatures.collect_view()}</ul> }
        .into_any()
}
