//! The browser's way in.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::logging::error;

    std::panic::set_hook(Box::new(|panic| error!("{panic}")));
    match start::Start::here() {
        Ok(start) => wasm_bindgen_futures::spawn_local(start.start()),
        Err(error) => error!("this page does not know its own address: {error}"),
    }
}

#[cfg(target_arch = "wasm32")]
mod start {
    use leptos::logging::error;
    use leptos::prelude::*;
    use solidarity_atlas::app::{App, Atlas, Loaded};
    use solidarity_atlas::browser::{self, BrowserError, Build, Location, ProgramState};
    use solidarity_atlas::components::SEARCH_BOX;
    use solidarity_atlas::search::Folder;
    use solidarity_atlas::site::Published;
    use solidarity_atlas::texts;
    use solidarity_atlas::view_state::{Page, View, ViewState};

    /// The id of the element that holds the application.
    const APP: &str = "app";

    /// What is known of the page before anything is fetched.
    pub struct Start {
        base: String,
        location: Location,
        build: Build,
    }

    impl Start {
        pub fn here() -> Result<Start, BrowserError> {
            let base = browser::base_path()?;
            Ok(Start { base, location: browser::location()?, build: browser::build()? })
        }

        /// Brings the page to life. A page of the build can be read meanwhile, and stays as it is if the
        /// messages cannot be fetched.
        pub async fn start(self) {
            if !self.page_is_there() {
                return self.mount(None);
            }
            let Build { messages, parts, texts, .. } = &self.build;
            // What went wrong makes no difference: the page can be read, and says that it is not alive.
            let Ok(loaded) = Loaded::fetch(messages, parts.is_some()).await else {
                return note(ProgramState::Unreachable);
            };
            let mut whole = true;
            if let Some(parts) = parts {
                for part in texts {
                    // Without its text a message is made anew, which says what is missing.
                    whole &= texts::fetch(loaded.collection, parts, *part).await;
                }
            }
            if whole && self.is_as_written() {
                self.take_over(loaded);
            } else {
                self.mount(Some(loaded));
            }
        }

        /// Whether the page that the address asks for was written by the build, be it in another view.
        fn page_is_there(&self) -> bool {
            let (below, there) = (self.below(), self.build.page.as_deref());
            below.zip(there).is_some_and(|(below, there)| Page::parse(below) == Page::parse(there))
        }

        /// Whether that page is there in the view that is asked for, and nobody has changed it since it
        /// was written. What others append to an address, to count visitors, asks for nothing else.
        fn is_as_written(&self) -> bool {
            let (Some(below), Some(there)) = (self.below(), self.build.page.as_deref()) else {
                return false;
            };
            let same_view = Page::parse(below) != Page::Grid
                || View::parse(below, &self.location.search) == View::parse(there, "");
            let shape = browser::element(APP).and_then(|place| browser::shape_of(&place).ok());
            same_view && shape.map(|shape| shape.written()) == self.build.shape
        }

        /// The path of the page, below the base.
        fn below(&self) -> Option<&str> {
            self.location.path.strip_prefix(&self.base)
        }

        /// Takes over the page that is there.
        fn take_over(self, loaded: Loaded) {
            let Some(place) = browser::element(APP) else { return };
            let Loaded { collection, problems } = loaded;
            let typed = browser::typed_into(SEARCH_BOX);
            let (published, Start { base, location: Location { path, search, .. }, .. }) =
                (self.published(), self);
            leptos::mount::hydrate_from(place, move || {
                let state = ViewState::new(&base, &path, &search);
                let folder = Folder::new(browser::decompose);
                state.take_over_typed(typed);
                view! { <Atlas collection problems folder state published/> }
            })
            .forget();
            note(ProgramState::Alive);
        }

        /// Makes the page in place of what is there.
        fn mount(self, loaded: Option<Loaded>) {
            let Some(place) = browser::element(APP) else {
                return error!("index.html has no element with the id {APP}");
            };
            let typed = browser::typed_into(SEARCH_BOX);
            let focused = browser::focused_id();
            browser::set_text(&place, "");
            let published = self.published();
            let Start { base, location: Location { path, search, .. }, build } = self;
            mount_to(place, move || {
                let state = ViewState::new(&base, &path, &search);
                state.take_over_typed(typed);
                view! { <App url=build.messages loaded state published/> }
            })
            .forget();
            if let Some(focused) = focused {
                browser::focus(&focused);
            }
            note(ProgramState::Alive);
        }

        fn published(&self) -> Published {
            let Build { published, url, parts, .. } = &self.build;
            Published { files: *published, url: url.clone(), parts: parts.clone() }
        }
    }

    fn note(program: ProgramState) {
        if let Err(error) = browser::note_program(program) {
            error!("the page does not show how the program fares: {error}");
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a page for the browser: open it with `cargo xtask serve`.");
    std::process::exit(2);
}
