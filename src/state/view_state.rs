//! The view state and its address. Only this module reads and writes the address bar.
//!
//! State first, address second: a change shows at once, and the address follows; Back and Forward
//! work the other way round. The Leptos router is not used: it aborts the application when the
//! browser refuses to change the address (Safari does after 100 changes in 30 seconds), and it
//! loses entries when the visitor goes back by more than one.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use solidarity_core::address::{Grouping, Order, Page, View, href_to};
use solidarity_core::atlas::Place;

use crate::browser::{self, BrowserError, Location};

/// How long typing must pause before the address is updated.
const TYPING_PAUSE: Duration = Duration::from_millis(300);

/// The page and the view, and the ways to change them.
#[derive(Clone, Copy)]
pub struct ViewState {
    page: RwSignal<Page>,
    /// The page last requested: shown at once, or at the end of a transition.
    wanted: StoredValue<Page>,
    view: RwSignal<View>,
    /// The view that the address bar shows.
    written: StoredValue<View>,
    /// Whether typing created the current history entry.
    typed: StoredValue<bool>,
    typing: StoredValue<Option<TimeoutHandle>>,
    /// Where the visitor left the grid: the focused element, and the scroll position in CSS pixels.
    left_at: StoredValue<Option<(Option<String>, f64)>>,
    /// What was typed before the program ran.
    typed_early: StoredValue<Option<String>>,
    /// The scroll position when typing began.
    typing_from: StoredValue<Option<f64>>,
    /// Set if the visitor went back to this view, with the scroll position it had.
    returned: StoredValue<Option<Option<f64>>>,
    base: StoredValue<String>,
    /// The fragment in the address bar, without the `#`; empty in the first render.
    fragment: RwSignal<String>,
    /// What the browser last refused.
    refused: RwSignal<Option<BrowserError>>,
}

/// How a change of the view affects the history.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    Push,
    Replace,
}

impl ViewState {
    /// The state that an address asks for. `base` is the path of the site with a slash at both
    /// ends, `path` a path that need not be below it, and `search` the query part of the address.
    pub fn new(base: &str, path: &str, search: &str) -> ViewState {
        let page = page_at(base, path);
        let view = view_at(base, &page, path, search);
        ViewState {
            wanted: StoredValue::new(page.clone()),
            page: RwSignal::new(page),
            view: RwSignal::new(view.clone()),
            written: StoredValue::new(view),
            typed: StoredValue::new(false),
            typing: StoredValue::new(None),
            left_at: StoredValue::new(None),
            typed_early: StoredValue::new(None),
            typing_from: StoredValue::new(None),
            returned: StoredValue::new(None),
            base: StoredValue::new(base.to_owned()),
            fragment: RwSignal::new(String::new()),
            refused: RwSignal::new(None),
        }
    }

    /// Follows links within the site, and the browser's Back and Forward, until the owner ends.
    pub fn follow_browser(self) {
        let click = window_event_listener(leptos::ev::click, move |event| {
            if let Some(path) = browser::followed_link(&event)
                && let Some(page) = self.page_of_link(&path)
            {
                event.prevent_default();
                self.open(page);
            }
        });
        let back = window_event_listener(leptos::ev::popstate, move |_| self.arrive());
        on_cleanup(move || {
            click.remove();
            back.remove();
        });
        // The visitor may have gone back, or begun to type, while the messages were loading.
        self.arrive();
        if let Some(typed) = self.typed_early.try_update_value(Option::take).flatten() {
            self.type_query(typed);
        }
    }

    /// Searches for what was typed before the program ran, if anything. Waits until the state
    /// follows the browser.
    pub fn take_over_typed(self, typed: Option<String>) {
        self.typed_early.set_value(typed);
    }

    /// The page that is open.
    pub fn page(self) -> Page {
        self.page.get()
    }

    /// What the grid shows.
    pub fn view(self) -> View {
        self.view.get()
    }

    /// The fragment in the address bar, without the `#`.
    pub fn fragment(self) -> String {
        self.fragment.get()
    }

    /// What the browser refused, to tell the visitor.
    pub fn refused(self) -> Option<BrowserError> {
        self.refused.get()
    }

    /// The address of a page; that of the grid includes the current view.
    pub fn href(self, page: &Page) -> String {
        // Links to other pages leave out the view, which changes with every letter typed.
        href_to(&match page {
            Page::Grid => self.view.with(View::address),
            _ => page.path(),
        })
    }

    /// The address of the grid with a place chosen, or cleared if it is chosen already.
    pub fn href_of_place(self, place: Place) -> String {
        href_to(&self.with_place(self.view.get(), place).address())
    }

    /// The address of the grid in the current view, grouped or not.
    pub fn href_of_grouping(self, grouping: Grouping) -> String {
        href_to(&View { grouping, ..self.view.get() }.address())
    }

    /// The address of the grid with this text in the search box.
    pub fn href_of_query(self, query: &str) -> String {
        href_to(&View { query: query.to_owned(), ..self.view.get() }.address())
    }

    /// Shows what matches a text. The address is updated when typing pauses.
    pub fn type_query(self, text: String) {
        if !self.typed.get_value() && self.typing_from.with_value(Option::is_none) {
            self.typing_from.set_value(Some(browser::scroll_y()));
        }
        self.view.update(|view| view.query = text);
        self.cancel_timer();
        match set_timeout_with_handle(move || self.settle(), TYPING_PAUSE) {
            Ok(handle) => self.typing.set_value(Some(handle)),
            Err(_) => self.settle(),
        }
    }

    /// Writes what was typed to the address without waiting for a pause.
    pub fn settle(self) {
        self.cancel_timer();
        // Continuous typing is one step in the history, however many letters it has.
        let entry = if self.typed.get_value() { Entry::Replace } else { Entry::Push };
        if self.write(entry) {
            self.typed.set_value(true);
        }
    }

    /// Puts a text into the search box.
    pub fn set_query(self, text: &str) {
        self.change(|view| text.clone_into(&mut view.query));
    }

    /// Empties the search box.
    pub fn clear_query(self) {
        self.change(|view| view.query.clear());
    }

    /// Chooses a place, or clears it if it is chosen already.
    pub fn toggle_place(self, place: Place) {
        self.change(|view| *view = self.with_place(view.clone(), place));
    }

    /// Shows all messages again, keeping order and grouping.
    pub fn clear_filters(self) {
        self.change(|view| {
            view.query.clear();
            view.place = None;
        });
    }

    /// Shows the messages of all places again.
    pub fn clear_place(self) {
        self.change(|view| view.place = None);
    }

    /// Sets the order of the cards.
    pub fn set_order(self, order: Order) {
        self.change(|view| view.order = order);
    }

    /// Groups the cards under headings, or not.
    pub fn set_grouping(self, grouping: Grouping) {
        self.change(|view| view.grouping = grouping);
    }

    /// Opens a page.
    pub fn open(self, page: Page) {
        self.settle();
        if self.wanted.with_value(|wanted| *wanted == page) {
            return;
        }
        self.typed.set_value(false);
        self.leave_grid();
        let url = untrack(|| self.href(&page));
        self.fragment.set(String::new());
        self.wanted.set_value(page);
        browser::transition(move || {
            // The page first: a new page clears earlier errors, and the browser may report a new
            // one.
            self.show_wanted();
            self.note(browser::push_url(&url));
        });
    }

    /// Names a part of the page in the address, without scrolling to it.
    pub fn name_fragment(self, fragment: &str) {
        let url = untrack(|| self.href(&self.page.get()));
        self.note(browser::replace_url(&format!("{url}#{fragment}")));
        self.fragment.set(fragment.to_owned());
    }

    /// Whether the visitor went back to this view, and its scroll position when it was left, if
    /// known. Can be taken once.
    pub fn take_returned(self) -> Option<Option<f64>> {
        self.returned.try_update_value(Option::take).flatten()
    }

    /// What had the focus when the grid was left, and the scroll position. Can be taken once.
    pub fn take_left_at(self) -> Option<(Option<String>, f64)> {
        self.left_at.try_update_value(Option::take).flatten()
    }

    fn with_place(self, mut view: View, place: Place) -> View {
        view.place = if view.place == Some(place) { None } else { Some(place) };
        view
    }

    fn change(self, change: impl FnOnce(&mut View)) {
        self.settle();
        self.view.update(change);
        self.write(Entry::Push);
        self.typed.set_value(false);
    }

    /// Updates the address to match the view. Returns whether it had to change.
    fn write(self, entry: Entry) -> bool {
        let view = self.view.get_untracked();
        let same = self.written.with_value(|written| *written == view);
        if same || self.page.get_untracked() != Page::Grid {
            return false;
        }
        let url = href_to(&view.address());
        let from = self.typing_from.try_update_value(Option::take).flatten();
        self.note(match entry {
            Entry::Push => {
                browser::keep_scroll(from.unwrap_or_else(browser::scroll_y));
                browser::push_url(&url)
            }
            Entry::Replace => browser::replace_url(&url),
        });
        self.written.set_value(view);
        true
    }

    /// Reads the state from the address, after Back or Forward.
    fn arrive(self) {
        self.cancel_timer();
        let location = match browser::location() {
            Ok(location) => location,
            Err(error) => return self.refused.set(Some(error)),
        };
        let page = self.base.with_value(|base| page_at(base, &location.path));
        if page != self.page.get_untracked() {
            self.leave_grid();
        }
        self.typed.set_value(false);
        if page == Page::Grid {
            let Location { path, search, .. } = &location;
            let view = self.base.with_value(|base| view_at(base, &page, path, search));
            self.written.set_value(view.clone());
            if view != self.view.get_untracked() {
                self.returned.set_value(Some(browser::kept_scroll()));
                self.view.set(view);
            }
        }
        let fragment = location.hash.strip_prefix('#').unwrap_or_default();
        if self.fragment.with_untracked(|shown| shown != fragment) {
            self.fragment.set(fragment.to_owned());
        }
        if self.wanted.with_value(|wanted| *wanted != page) {
            self.wanted.set_value(page);
            browser::transition(move || self.show_wanted());
        }
    }

    /// Shows the page last requested. The visitor may have gone back twice before the first page
    /// appeared.
    fn show_wanted(self) {
        let wanted = self.wanted.get_value();
        if self.page.with_untracked(|page| *page != wanted) {
            self.page.set(wanted);
        }
    }

    fn leave_grid(self) {
        if self.page.get_untracked() == Page::Grid {
            self.left_at.set_value(Some((browser::focused_id(), browser::scroll_y())));
        }
    }

    /// The page that a path leads to, if the program shows it rather than the browser fetching it.
    fn page_of_link(self, path: &str) -> Option<Page> {
        let page = self.base.with_value(|base| page_at(base, path));
        (!matches!(page, Page::Unknown(_))).then_some(page)
    }

    fn cancel_timer(self) {
        if let Some(handle) = self.typing.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }

    fn note(self, result: Result<(), BrowserError>) {
        if let Err(error) = result {
            self.refused.set(Some(error));
        }
    }
}

fn page_at(base: &str, path: &str) -> Page {
    match path.strip_prefix(base) {
        Some(below) => Page::parse(below),
        // The base without its final slash is the grid, too.
        None if base.strip_suffix('/') == Some(path) => Page::Grid,
        None => Page::Unknown(path.to_owned()),
    }
}

fn view_at(base: &str, page: &Page, path: &str, search: &str) -> View {
    match page {
        Page::Grid => View::parse(path.strip_prefix(base).unwrap_or_default(), search),
        _ => View::default(),
    }
}
