//! The application: loads the messages, then shows the pages.

use leptos::prelude::*;
use solidarity_core::address::{Page, files};
use solidarity_core::collection::{Collection, Problem, parse, parse_list};
use solidarity_core::search::Folding;

use crate::browser;
use crate::components::ids::RESULTS;
use crate::components::shell::changing::replaced;
use crate::components::shell::footer::Footer;
use crate::components::shell::left_out::LeftOut;
use crate::components::shell::notice::Notice;
use crate::components::shell::theme_switch::ThemeSwitch;
use crate::pages::{About, Failure, Home, LoadError, Loading, MessagePage, NotFound};
use crate::state::{Published, Site, ViewState};

/// The whole application, starting with the request for the messages.
#[component]
pub fn App(
    /// The address of the messages file.
    url: String,
    /// The messages, if they have already been fetched.
    loaded: Option<Loaded>,
    /// The state that the address bar asks for.
    state: ViewState,
    /// What the build produced.
    published: Published,
) -> impl IntoView {
    let fetched = loaded.is_some();
    let loaded = RwSignal::new(loaded.map(Ok::<_, LoadError>));
    let url = StoredValue::new(url);
    let in_parts = published.parts.is_some();
    let load = move || {
        loaded.set(None);
        leptos::task::spawn_local(async move {
            loaded.set(Some(Loaded::fetch(&url.get_value(), in_parts).await));
        });
    };
    if !fetched {
        load();
    }
    let retry = Callback::new(move |()| {
        load();
        // The button is gone: move on to what has replaced it.
        request_animation_frame(|| {
            browser::focus("main");
        });
    });
    move || match loaded.get() {
        None => view! { <Loading/> }.into_any(),
        Some(Err(error)) => view! { <Failure error url=url.get_value() retry/> }.into_any(),
        Some(Ok(Loaded { collection, problems })) => {
            let folding = Folding::new(browser::decompose);
            let published = published.clone();
            view! { <Atlas collection problems folding state published/> }.into_any()
        }
    }
}

/// A collection, on whichever page is open. The first render depends only on the properties.
#[component]
pub fn Atlas(
    /// The messages.
    collection: &'static Collection,
    /// What is wrong with the messages that are left out.
    problems: Vec<Problem>,
    /// How words are compared.
    folding: Folding,
    /// The page and the view.
    state: ViewState,
    /// What the build produced.
    published: Published,
) -> impl IntoView {
    let site = Site::provide(collection, folding, state, published);
    let locale = site.locale;
    let page = Memo::new(move |_| state.page());

    Effect::new(move |_| state.follow_browser());
    Effect::new(move |_| browser::set_title(&site.titles.title(&state.page(), &state.view())));
    Effect::new(move |_| {
        // The browser's own share menu uses the canonical address.
        let address = state.page().address(&state.view());
        if let Some(url) = site.published.with_value(|published| published.url.clone()) {
            browser::set_canonical(&(url + &address));
        }
    });
    Effect::new(move |_| {
        if state.refused().is_some() {
            site.notice.set(Some(locale.address_not_kept.into()));
        }
    });
    Effect::new(move |before: Option<Page>| {
        let page = page.get();
        if before.is_some_and(|before| before != page) {
            // The new page is in the document only from the next frame on.
            let page = page.clone();
            request_animation_frame(move || settle_in(state, &page));
        }
        page
    });

    // The grid stays in the document once it has been opened, so that visitors find it as they left
    // it.
    let grid_seen = Memo::new(move |before: Option<&bool>| {
        before.copied().unwrap_or(false) || page.get() == Page::Grid
    });
    view! {
        <header class="site-head">
            <a class="skip" href=move || format!("{}#{}", state.href(&page.get()), skip_to(&page.get()))
                on:click=move |event| {
                    event.prevent_default();
                    browser::focus_in_view(skip_to(&page.get_untracked()));
                }>
                {locale.skip_to_messages}
            </a>
            <ThemeSwitch/>
        </header>
        <Notice/>
        <main id="main" tabindex="-1" lang=locale.lang>
            <LeftOut problems/>
            <Show when=move || grid_seen.get()>
                <div hidden=move || page.get() != Page::Grid>
                    <Home/>
                </div>
            </Show>
            {replaced(move || match page.get() {
                Page::Grid => ().into_any(),
                Page::Message(id) => match collection.find(&id) {
                    Some((at, message)) => view! { <MessagePage at message/> }.into_any(),
                    None => view! { <NotFound reason=(locale.no_such_message)(&id)/> }.into_any(),
                },
                Page::About => view! { <About/> }.into_any(),
                Page::Unknown(path) if path == files::NOT_FOUND => {
                    view! { <NotFound reason=locale.no_page_here.to_owned()/> }.into_any()
                }
                Page::Unknown(path) => {
                    view! { <NotFound reason=(locale.no_such_page)(&path)/> }.into_any()
                }
            })}
        </main>
        <Footer/>
    }
}

/// The id of the element that the skip link leads to.
fn skip_to(page: &Page) -> &'static str {
    match page {
        Page::Grid => RESULTS,
        _ => "main",
    }
}

/// Brings a new page into view: the grid where it was left, any other page at its start.
fn settle_in(state: ViewState, page: &Page) {
    let left_at = if *page == Page::Grid { state.take_left_at() } else { None };
    let (focused, y) = left_at.unwrap_or_default();
    // The browser has already followed an address that leads to a paragraph.
    if untrack(|| state.fragment()).is_empty() {
        browser::scroll_to(y);
    }
    if !focused.is_some_and(|id| browser::focus(&id)) {
        browser::focus("main");
    }
}

/// A fetched collection, and what is wrong with it.
#[derive(Clone)]
pub struct Loaded {
    /// The messages.
    pub collection: &'static Collection,
    /// What is wrong with the messages that are left out.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Fetches and parses a collection. With `in_parts`, that is the list of a large collection's
    /// messages.
    ///
    /// # Errors
    /// When the file does not arrive, or contains nothing that can be shown.
    pub async fn fetch(url: &str, in_parts: bool) -> Result<Loaded, LoadError> {
        let text = browser::fetch_text(url).await.map_err(LoadError::Fetch)?;
        let read = if in_parts { parse_list(&text) } else { parse(&text) };
        let (collection, problems) = read.map_err(LoadError::Collection)?;
        // It is needed for as long as the page is open, and each page has only one.
        Ok(Loaded { collection: Box::leak(Box::new(collection)), problems })
    }
}
