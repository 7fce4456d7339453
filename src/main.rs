//! The browser's way in.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::logging::error;

    std::panic::set_hook(Box::new(|panic| error!("{panic}")));
    match start::Start::here() {
        Ok(start) if start.page_is_there() => {
            wasm_bindgen_futures::spawn_local(start.take_over());
        }
        Ok(start) => start.mount(),
        Err(error) => error!("this page does not know its own address: {error}"),
    }
}

#[cfg(target_arch = "wasm32")]
mod start {
    use leptos::logging::error;
    use leptos::prelude::*;
    use solidarity_atlas::app::{App, Atlas, Loaded};
    use solidarity_atlas::browser::{self, BrowserError, Build, Location};
    use solidarity_atlas::components::SEARCH_BOX;
    use solidarity_atlas::search::Folder;
    use solidarity_atlas::site::Published;
    use solidarity_atlas::texts;
    use solidarity_atlas::view_state::{Page, View, ViewState};

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

        /// Whether the page that the address asks for was written by the build.
        pub fn page_is_there(&self) -> bool {
            let Location { path, search, .. } = &self.location;
            let (Some(below), Some(there)) =
                (path.strip_prefix(&self.base), self.build.page.as_deref())
            else {
                return false;
            };
            // What others append to an address, to count visitors, asks for nothing else.
            let page = Page::parse(below);
            page == Page::parse(there)
                && (page != Page::Grid || View::parse(below, search) == View::parse(there, ""))
        }

        /// Brings the page that is there to life. It can be read meanwhile; if the messages do not
        /// arrive it stays as it is.
        pub async fn take_over(self) {
            let Build { messages, parts, texts, .. } = &self.build;
            // What went wrong makes no difference: the page can be read, and says that it is not alive.
            let Ok(loaded) = Loaded::fetch(messages, parts.is_some()).await else {
                return browser::reveal("not-started");
            };
            let Loaded { collection, problems } = loaded;
            if let Some(parts) = parts {
                for part in texts {
                    // Without what stands there it is made anew, which says what is missing.
                    if !texts::fetch(collection, parts, *part).await {
                        return self.mount();
                    }
                }
            }
            let Some(place) = browser::element("app") else { return };
            // Somebody may have begun to search.
            let typed = browser::value_of(SEARCH_BOX).filter(|typed| !typed.is_empty());
            let (published, Start { base, location: Location { path, search, .. }, .. }) =
                (self.published(), self);
            leptos::mount::hydrate_from(place, move || {
                let state = ViewState::new(&base, &path, &search);
                let folder = Folder::new(browser::decompose);
                Effect::new(move |_| {
                    if let Some(typed) = &typed {
                        state.type_query(typed.clone());
                    }
                });
                view! { <Atlas collection problems folder state published/> }
            })
            .forget();
            note_alive();
        }

        /// Makes the page in place of what is there.
        pub fn mount(self) {
            let Some(place) = browser::element("app") else {
                return error!("index.html has no element with the id app");
            };
            place.set_text_content(None);
            note_alive();
            let published = self.published();
            let Start { base, location: Location { path, search, .. }, build } = self;
            mount_to(place, move || {
                let state = ViewState::new(&base, &path, &search);
                view! { <App url=build.messages state published/> }
            })
            .forget();
        }

        fn published(&self) -> Published {
            let Build { published, url, parts, .. } = &self.build;
            Published { files: *published, url: url.clone(), parts: parts.clone() }
        }
    }

    /// Until now buttons did nothing, which styles show.
    fn note_alive() {
        if let Err(error) = browser::forget_written_page() {
            error!("the page still looks as if it were not alive: {error}");
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a page for the browser: open it with `cargo xtask serve`.");
    std::process::exit(2);
}
