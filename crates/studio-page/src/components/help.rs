//! What somebody who is lost needs to know. It is part of the studio, so that it is there without a connection.

use leptos::prelude::*;

use super::modal::Modal;

/// The way from the messages to a site.
const STEPS: [&str; 6] = [
    "Drop your files on the page, or choose them. In a table, each row is a message, and the first row says what the \
     columns are.",
    "Correct what is marked: choose a message in the list, and what is said at a field says what to do. Do not improve \
     what people wrote.",
    "Under “Title, place, colours”, write what the messages have in common. The site needs a title.",
    "Look at the whole site with “Try it”, then save it with “Save site (ZIP)”.",
    "Put it on the web: the studio shows ways, step by step, when the site is saved.",
    "To change something later, open the studio again, drop the ZIP or open the site by its address, save, and \
     replace all files on the host.",
];

/// What may worry somebody, and what to do.
const TROUBLES: [(&str, &str); 5] = [
    (
        "A letter looks wrong, such as “JosÃ©” or “�”",
        "The file was damaged before. Save it again as “CSV UTF-8” or .xlsx, and drop it again.",
    ),
    (
        "A message is missing",
        "Open the report at the foot of the page: it names each row that was left out, and why.",
    ),
    (
        "“not saved”",
        "The browser keeps nothing, in a private window for example. Choose “Save a copy” at once.",
    ),
    (
        "“open in another tab”",
        "You can only read here. Go on in the other tab, or choose “Work here instead”.",
    ),
    (
        "The computer is not yours",
        "Choose “Save data” and take the file with you. Then choose “All collections”, and “Delete”.",
    ),
];

/// The button for the help, and the dialog with it.
#[component]
pub fn Help() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <button type="button" class="plain help-button" aria-haspopup="dialog" on:click=move |_| open.set(true)>
            "Help"
        </button>
        <Modal is_wide=true open=open.into() id="help-title" title=Signal::stored("Help".to_owned())
            close=Callback::new(move |()| open.set(false))>
            <ol class="help-steps">{STEPS.map(|step| view! { <li>{step}</li> })}</ol>
            <h3>"If something goes wrong"</h3>
            <dl class="help-troubles">
                {TROUBLES.map(|(seen, cure)| view! { <dt>{seen}</dt><dd>{cure}</dd> })}
            </dl>
            <p>"Names are personal data: publish only what people have agreed to."</p>
        </Modal>
    }
}
