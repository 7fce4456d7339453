//! The entry point in the browser: takes over the written page, or renders one.

use leptos::logging::error;
use leptos::prelude::*;
use solidarity_atlas::app::{App, Atlas, Loaded};
use solidarity_atlas::browser::{self, BrowserError, Location, ProgramState};
use solidarity_atlas::components::ids::SEARCH_BOX;
use solidarity_atlas::state::{Published, ViewState, fetch};
use solidarity_core::address::{Page, View, files};
use solidarity_core::handover::{ELEMENT, Handover};
use solidarity_core::search::Folding;

fn main() {
    std::panic::set_hook(Box::new(|panic| error!("{panic}")));
    match Start::here() {
        Ok(start) => wasm_bindgen_futures::spawn_local(start.start()),
        Err(error) => error!("this page does not know its own address: {error}"),
    }
}

/// What is known about the page before anything is fetched.
struct Start {
    base: String,
    location: Location,
    /// The address of the messages file.
    messages: String,
    /// What the page says about itself, if it was written by the build.
    handover: Option<Handover>,
}

impl Start {
    fn here() -> Result<Start, BrowserError> {
        let handover = browser::handover()?;
        let messages = match &handover {
            Some(handover) => handover.messages.clone(),
            None => browser::address_of(files::MESSAGES)?,
        };
        let base = browser::base_path()?;
        Ok(Start { base, location: browser::location()?, messages, handover })
    }

    /// Brings the page to life. Visitors can read a written page in the meantime, and it stays as
    /// it is if the messages cannot be fetched.
    async fn start(self) {
        let Some(Handover { parts, texts, .. }) = self.page_that_is_there() else {
            return self.mount(None);
        };
        // The cause does not matter: the page can be read, and says that the program is not alive.
        let Ok(loaded) = Loaded::fetch(&self.messages, parts.is_some()).await else {
            return note(ProgramState::Unreachable);
        };
        let mut whole = true;
        if let Some(parts) = parts {
            for part in texts {
                // If the text of a message is missing, the page is rendered again, with a note.
                whole &= fetch(loaded.collection, parts, *part).await;
            }
        }
        if whole && self.is_as_written() {
            self.take_over(loaded);
        } else {
            self.mount(Some(loaded));
        }
    }

    /// The handover, if the written page is the one that the address asks for, in whatever view.
    fn page_that_is_there(&self) -> Option<&Handover> {
        let below = self.below()?;
        self.handover.as_ref().filter(|there| Page::parse(below) == Page::parse(&there.page))
    }

    /// Whether the page is there in the requested view, and unchanged since it was written.
    /// Tracking parameters that others add to the address are ignored.
    fn is_as_written(&self) -> bool {
        let (Some(below), Some(there)) = (self.below(), &self.handover) else {
            return false;
        };
        let same_view = Page::parse(below) != Page::Grid
            || View::parse(below, &self.location.search) == View::parse(&there.page, "");
        let shape = browser::element(ELEMENT).and_then(|place| browser::shape_of(&place).ok());
        same_view && shape == Some(there.shape)
    }

    /// The path of the page below the base.
    fn below(&self) -> Option<&str> {
        self.location.path.strip_prefix(&self.base)
    }

    /// Takes over the written page.
    fn take_over(self, loaded: Loaded) {
        let Some(place) = browser::element(ELEMENT) else { return };
        let Loaded { collection, problems } = loaded;
        let typed = browser::typed_into(SEARCH_BOX);
        let (published, Start { base, location: Location { path, search, .. }, .. }) =
            (self.published(), self);
        leptos::mount::hydrate_from(place, move || {
            let state = ViewState::new(&base, &path, &search);
            let folding = Folding::new(browser::decompose);
            state.take_over_typed(typed);
            view! { <Atlas collection problems folding state published/> }
        })
        .forget();
        note(ProgramState::Alive);
    }

    /// Renders the page in place of what is there.
    fn mount(self, loaded: Option<Loaded>) {
        let Some(place) = browser::element(ELEMENT) else {
            return error!("index.html has no element with the id {ELEMENT}");
        };
        let typed = browser::typed_into(SEARCH_BOX);
        let focused = browser::focused_id();
        browser::set_text(&place, "");
        let published = self.published();
        let Start { base, location: Location { path, search, .. }, messages, .. } = self;
        mount_to(place, move || {
            let state = ViewState::new(&base, &path, &search);
            state.take_over_typed(typed);
            view! { <App url=messages loaded state published/> }
        })
        .forget();
        if let Some(focused) = focused {
            browser::focus(&focused);
        }
        note(ProgramState::Alive);
    }

    fn published(&self) -> Published {
        self.handover.as_ref().map(Published::from).unwrap_or_default()
    }
}

fn note(program: ProgramState) {
    if let Err(error) = browser::note_program(program) {
        error!("the page does not show how the program fares: {error}");
    }
}
