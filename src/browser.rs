//! Every call to the browser. What a browser, its settings or the network can refuse comes back as
//! an error; nothing here decides what to do about it.
//!
//! On the host the functions compile and must not be called.

use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

use solidarity_core::handover::{ELEMENT, Handover, PageShape};
use solidarity_core::quotation::Spot;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Element, HtmlAnchorElement, HtmlElement, HtmlInputElement, HtmlLinkElement,
    HtmlTextAreaElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    MouseEvent, Node, ShareData, Url,
};

/// Where the theme chosen is stored.
const THEME_KEY: &str = "theme";
/// Where it is stored that the key for the search box is off.
const SHORTCUT_KEY: &str = "shortcut";
/// The event of a selection that changes.
const SELECTION_CHANGE: &str = "selectionchange";
/// The media query for the system's setting.
const DARK: &str = "(prefers-color-scheme: dark)";
/// The media query for who wants little to move.
const LESS_MOTION: &str = "(prefers-reduced-motion: reduce)";

/// Something that the browser did not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowserError(String);

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<JsValue> for BrowserError {
    fn from(value: JsValue) -> BrowserError {
        let message = value.dyn_ref::<js_sys::Error>().map(|error| error.message().into());
        BrowserError(message.unwrap_or_else(|| {
            js_sys::JSON::stringify(&value).map(String::from).unwrap_or_default()
        }))
    }
}

/// Why the messages did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The device is offline.
    Offline,
    /// The server answered with this HTTP status.
    Status(u16),
    /// The connection failed; what the browser says of it.
    Network(String),
}

/// Where the page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The path, with its leading slash.
    pub path: String,
    /// The query, with its question mark; empty if there is none.
    pub search: String,
    /// What follows, with its `#`; empty if there is nothing.
    pub hash: String,
}

/// How the program fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramState {
    /// It answers whatever is pressed and typed.
    Alive,
    /// What it needs could not be fetched.
    Unreachable,
}

/// The path of the site, with a slash at both ends: that of the document's base.
pub fn base_path() -> Result<String, BrowserError> {
    Ok(base_url()?.pathname())
}

/// What a page that was written tells the program, with addresses in full; `None` where nothing was
/// written.
pub fn handover() -> Result<Option<Handover>, BrowserError> {
    let Some(element) = element(ELEMENT) else { return Ok(None) };
    let Some(mut handover) = Handover::read(&|name| element.get_attribute(name)) else {
        return Ok(None);
    };
    let parts = handover.parts.iter_mut();
    let parts = parts.flat_map(|parts| [&mut parts.index, &mut parts.order, &mut parts.texts]);
    for file in parts.chain([&mut handover.messages]) {
        *file = address_of(file)?;
    }
    Ok(Some(handover))
}

/// The address in full of a file of the site, by its path below the base.
pub fn address_of(file: &str) -> Result<String, BrowserError> {
    Ok(Url::new_with_base(file, &base_url()?.href())?.href())
}

/// The shape that the content of an element has now.
pub fn shape_of(element: &Element) -> Result<PageShape, BrowserError> {
    let mut shape = PageShape::EMPTY;
    let walker = document().create_tree_walker(element)?;
    while let Some(node) = walker.next_node()? {
        shape.add(&node.node_name());
    }
    Ok(shape)
}

/// Tells the page how the program fares, which its styles and `src/start.js` know.
pub fn note_program(state: ProgramState) -> Result<(), BrowserError> {
    if let Some(root) = document().document_element() {
        let state = match state {
            ProgramState::Alive => "alive",
            ProgramState::Unreachable => "unreachable",
        };
        root.set_attribute("data-program", state)?;
    }
    Ok(())
}

/// The text of a file.
pub async fn fetch_text(url: &str) -> Result<String, FetchError> {
    fetch(url).await?.text().await.map_err(network_error)
}

/// The bytes of a file.
pub async fn fetch_bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    fetch(url).await?.binary().await.map_err(network_error)
}

async fn fetch(url: &str) -> Result<gloo_net::http::Response, FetchError> {
    let response = gloo_net::http::Request::get(url).send().await.map_err(network_error)?;
    if response.ok() { Ok(response) } else { Err(FetchError::Status(response.status())) }
}

fn network_error(error: gloo_net::Error) -> FetchError {
    if window().navigator().on_line() {
        FetchError::Network(error.to_string())
    } else {
        FetchError::Offline
    }
}

/// What the address bar shows.
pub fn location() -> Result<Location, BrowserError> {
    let location = window().location();
    Ok(Location { path: location.pathname()?, search: location.search()?, hash: location.hash()? })
}

/// Opens the page anew.
///
/// # Errors
/// When the browser refuses to.
pub fn reload() -> Result<(), BrowserError> {
    Ok(window().location().reload()?)
}

/// The address of a path of this site, in full.
pub fn absolute_url(path: &str) -> Result<String, BrowserError> {
    let origin = window().location().origin()?;
    Ok(Url::new_with_base(path, &origin)?.href())
}

/// Adds an entry to the history.
pub fn push_url(url: &str) -> Result<(), BrowserError> {
    Ok(window().history()?.push_state_with_url(&JsValue::NULL, "", Some(url))?)
}

/// Keeps with the entry of the history that is open how far the page is scrolled.
pub fn keep_scroll(y: f64) {
    // Where it is refused the browser goes by what it remembers itself.
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_f64(y), "");
    }
}

/// How far the page was scrolled when the entry of the history that is open was left, if that was kept.
pub fn kept_scroll() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// Changes the entry of the history that is open.
pub fn replace_url(url: &str) -> Result<(), BrowserError> {
    Ok(window().history()?.replace_state_with_url(&JsValue::NULL, "", Some(url))?)
}

/// The path that a click leads to, if it is a plain click on a link to a page of this origin.
pub fn followed_link(event: &MouseEvent) -> Option<String> {
    if event.default_prevented() || !is_plain_click(event) {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let same_origin = window().location().origin().ok()? == link.origin();
    let elsewhere = !link.target().is_empty() || link.has_attribute("download");
    (same_origin && !elsewhere && link.hash().is_empty()).then(|| link.pathname())
}

/// Whether a click is with the main button and no key held, so that it asks for no new tab.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !modified
}

/// Makes a change of the page in a view transition, where the browser has those and nobody has asked for
/// less motion; else at once.
pub fn transition(change: impl FnOnce() + 'static) {
    let start = js_sys::Reflect::get(&document(), &"startViewTransition".into());
    let start = start.ok().and_then(|start| start.dyn_into::<js_sys::Function>().ok());
    let calm =
        window().match_media(LESS_MOTION).ok().flatten().is_some_and(|query| query.matches());
    let Some(start) = start.filter(|_| !calm) else { return change() };
    let change = Rc::new(Cell::new(Some(change)));
    let make = move || {
        if let Some(change) = change.take() {
            change();
        }
    };
    let update = Closure::once_into_js({
        let make = make.clone();
        move || {
            make();
            // Leptos renders in a task of its own, which comes before this timeout.
            js_sys::Promise::new(&mut |resolve, _| {
                if window().set_timeout_with_callback(&resolve).is_err() {
                    // Without a timeout the old page is shown for the time of the transition.
                    let _ = resolve.call0(&JsValue::NULL);
                }
            })
        }
    });
    let ready = start
        .call1(&document(), &update)
        .and_then(|transition| js_sys::Reflect::get(&transition, &"ready".into()));
    match ready.map(|ready| ready.dyn_into::<js_sys::Promise>()) {
        // A transition that is skipped, since another begins, is no fault.
        Ok(Ok(ready)) => wasm_bindgen_futures::spawn_local(async move {
            let _ = JsFuture::from(ready).await;
        }),
        _ => make(),
    }
}

/// How far the page is scrolled down, in CSS pixels.
pub fn scroll_y() -> f64 {
    // The only error is a window that is gone, with nothing left to scroll.
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the page, without animation.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Moves the focus to an element, without scrolling to it; whether there is such an element.
pub fn focus(id: &str) -> bool {
    let Some(element) = element(id) else { return false };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Moves the focus to an element and brings it into view; whether there is such an element.
pub fn focus_in_view(id: &str) -> bool {
    let found = focus(id);
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
    found
}

/// Brings an element into view, unless part of it is.
pub fn bring_into_view(id: &str) {
    let Some(element) = element(id) else { return };
    let place = element.get_bounding_client_rect();
    if place.bottom() < 0.0 || place.top() > visible_height() {
        element.scroll_into_view();
    }
}

/// Brings an answer into view, with what stands above it, below the bar that sticks to the top of the
/// window; leaves the page where it is if that is in view already. Each is a selector. Of the bars the
/// first that has a height counts. Below the `slim` one nothing may be half hidden, so there the page is
/// scrolled to the answer; below the `wide` one no further than needed.
pub fn bring_answer_into_view(wide: &str, slim: &str, above: &str, answer: &str) {
    // So much of what is higher than the window is enough, in CSS pixels.
    const ENOUGH: f64 = 240.0;
    let rect = |selector| {
        let element = document().query_selector(selector).ok().flatten();
        element.map(|element| element.get_bounding_client_rect())
    };
    let height = |selector| rect(selector).map_or(0.0, |bar: web_sys::DomRect| bar.height());
    let (Some(above), Some(answer)) = (rect(above), rect(answer)) else { return };
    let is_slim = height(wide) == 0.0;
    let whole = above.top() - if is_slim { height(slim) } else { height(wide) };
    let over = answer.bottom().min(answer.top() + ENOUGH) - visible_height();
    if whole < 0.0 || (over > 0.0 && is_slim) {
        scroll_to(scroll_y() + whole);
    } else if over > 0.0 {
        scroll_to(scroll_y() + over.min(whole));
    }
}

/// The height of what can be seen of the page, above a keyboard on the screen, in CSS pixels.
fn visible_height() -> f64 {
    let visible = window().visual_viewport().map(|viewport| viewport.height());
    let height = || window().inner_height().ok().and_then(|height| height.as_f64());
    // A window without a height shows nothing.
    visible.or_else(height).unwrap_or_default()
}

/// Calls back whenever an element is about to be scrolled into view, until what is returned is dropped.
pub fn when_near(id: &str, mut call: impl FnMut() + 'static) -> Option<Observation> {
    observe(element(id)?.as_ref(), "800px", move |entry| {
        if entry.is_intersecting() {
            call();
        }
    })
}

/// Tells whether an element is near the window, whenever that changes, until what is returned is
/// dropped. Far from it the element keeps the height that it had, so that nothing moves when it is empty.
pub fn keep_height_when_far(id: &str, mut tell: impl FnMut(bool) + 'static) -> Option<Observation> {
    let element = element(id)?;
    let watched = element.clone();
    let call = move |entry: IntersectionObserverEntry| {
        let rect = entry.bounding_client_rect();
        // What is hidden is neither near nor far.
        if rect.width() > 0.0 {
            // What has the focus stays, or the keyboard would begin anew.
            let focused = document().active_element();
            let focused = focused.is_some_and(|focused| watched.contains(Some(&focused)));
            let near = entry.is_intersecting() || focused;
            let height = if near { String::new() } else { format!("{}px", rect.height() as u32) };
            // A height that is not kept lets what follows move, and nothing else.
            let _ = watched.style().set_property("min-height", &height);
            tell(near);
        }
    };
    observe(&element, "2500px", call)
}

/// Lets an element be as high as what is in it.
pub fn release_height(id: &str) {
    if let Some(element) = element(id) {
        // As with the height that it was given.
        let _ = element.style().remove_property("min-height");
    }
}

/// Calls back with what an observer of an element says last.
fn observe(
    element: &Element,
    margin: &str,
    mut call: impl FnMut(IntersectionObserverEntry) + 'static,
) -> Option<Observation> {
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        call(entries.get(entries.length().saturating_sub(1)).unchecked_into());
    });
    let function = seen.as_ref().unchecked_ref();
    // A browser without observers shows everything, and has the link for more.
    let observer = IntersectionObserver::new_with_options(function, &options).ok()?;
    observer.observe(element);
    Some(Observation { observer, _seen: seen })
}

/// An element that is observed until this is dropped.
pub struct Observation {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

impl Drop for Observation {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// How many elements match a selector.
pub fn count(selector: &str) -> u32 {
    document().query_selector_all(selector).map_or(0, |found| found.length())
}

/// Moves the focus to the nth element that matches a selector, from 0, and brings it into view.
pub fn focus_nth(selector: &str, nth: u32) {
    let found = document().query_selector_all(selector).ok().and_then(|found| found.get(nth));
    if let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        // An element that takes no focus leaves it where it is.
        let _ = element.focus();
    }
}

/// The middles of the elements that match a selector, in CSS pixels, and which of them has the focus.
pub fn middles(selector: &str) -> (Vec<(f64, f64)>, Option<usize>) {
    let Ok(found) = document().query_selector_all(selector) else {
        return (Vec::new(), None);
    };
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    let elements: Vec<_> = elements.collect();
    let active = document().active_element();
    let focused = elements.iter().position(|element| Some(element) == active.as_ref());
    let middle = |element: &Element| {
        let rect = element.get_bounding_client_rect();
        (rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0)
    };
    (elements.iter().map(middle).collect(), focused)
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// What was typed into an input field, if anything was.
pub fn typed_into(id: &str) -> Option<String> {
    let input: HtmlInputElement = element(id)?.dyn_into().ok()?;
    let value = input.value();
    (value != input.default_value()).then_some(value)
}

/// Moves the focus into a field and selects what it holds.
pub fn select(field: &HtmlTextAreaElement) {
    // A field that takes no focus can be selected all the same.
    let _ = field.focus();
    field.select();
}

/// Whether the mouse is on an element, or the focus in it.
pub fn is_in_use(element: &Element) -> bool {
    element.matches(":hover, :focus-within").unwrap_or_default()
}

/// Moves the focus to what stands just before an element.
pub fn focus_before(element: &Element) {
    let before = element.previous_element_sibling();
    if let Some(before) = before.and_then(|before| before.dyn_into::<HtmlElement>().ok()) {
        // An element that takes no focus leaves it where it is.
        let _ = before.focus();
    }
}

/// Selects what an input field holds.
pub fn select_text(id: &str) {
    if let Some(input) = element(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}

/// The id of the element that has the focus, if it has one.
pub fn focused_id() -> Option<String> {
    document().active_element().map(|e| e.id()).filter(|id| !id.is_empty())
}

/// Whether an event comes from an element that text is typed into.
pub fn is_typing(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|e| {
        matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || e.has_attribute("contenteditable")
    })
}

/// Makes a text the whole content of an element.
pub fn set_text(element: &Element, text: &str) {
    element.set_text_content(Some(text));
}

/// Sets the title of the document.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets the address that stands for the page, in a document that names one.
pub fn set_canonical(url: &str) {
    let link = document().query_selector("link[rel=canonical]").ok().flatten();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlLinkElement>().ok()) {
        link.set_href(url);
    }
}

/// Calls a function whenever the selection changes, until what is returned is dropped.
pub fn on_selection_change(changed: impl FnMut() + 'static) -> Option<Listener> {
    let changed = Closure::<dyn FnMut()>::new(changed);
    let function = changed.as_ref().unchecked_ref();
    document().add_event_listener_with_callback(SELECTION_CHANGE, function).ok()?;
    Some(Listener(changed))
}

/// A function that is called for an event, until this is dropped.
pub struct Listener(Closure<dyn FnMut()>);

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.0.as_ref().unchecked_ref();
        // A listener that is not there needs no removing.
        let _ = document().remove_event_listener_with_callback(SELECTION_CHANGE, function);
    }
}

/// Between which spots the selection is, among the elements with these ids in the order of the
/// document: the index of the element and the UTF-16 units of text before the spot. `None` if none
/// of them has a part in it.
pub fn selected_between(ids: &[String]) -> Option<(Spot, Spot)> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let elements: Vec<_> = ids.iter().map(|id| element(id)).collect();
    let touched = |element: &Option<HtmlElement>| {
        element.as_ref().is_some_and(|e| range.intersects_node(e).unwrap_or_default())
    };
    let first = elements.iter().position(touched)?;
    let last = elements.iter().rposition(touched)?;
    let units = |at: usize, node: Node, offset: u32, outside: usize| {
        let element = elements.get(at)?.as_ref()?;
        if !element.contains(Some(&node)) {
            return Some(outside);
        }
        let before = document().create_range().ok()?;
        before.select_node_contents(element).ok()?;
        before.set_end(&node, offset).ok()?;
        usize::try_from(before.to_string().length()).ok()
    };
    let start = units(first, range.start_container().ok()?, range.start_offset().ok()?, 0)?;
    let end = units(last, range.end_container().ok()?, range.end_offset().ok()?, usize::MAX)?;
    Some(((first, start), (last, end)))
}

/// Whether the device has a share sheet for pages.
pub fn can_share() -> bool {
    js_sys::Reflect::has(&window().navigator(), &"share".into()).unwrap_or_default()
}

/// Opens the device's share sheet. Closing it without sharing is no error.
pub async fn share(title: &str, url: &str) -> Result<(), BrowserError> {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    match JsFuture::from(window().navigator().share_with_data(&data)).await {
        Ok(_) => Ok(()),
        Err(error) if error.dyn_ref::<DomException>().is_some_and(|e| e.name() == "AbortError") => {
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// Puts a text on the clipboard.
pub async fn copy(text: &str) -> Result<(), BrowserError> {
    // Outside secure contexts there is no clipboard; the binding would hand out `undefined`.
    let navigator = window().navigator();
    if js_sys::Reflect::get(&navigator, &"clipboard".into())?.is_undefined() {
        return Err(BrowserError("no clipboard".into()));
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await?;
    Ok(())
}

/// Whether the page is dark now, by choice or by the system's setting.
pub fn is_dark() -> Result<bool, BrowserError> {
    Ok(match root_attribute("data-theme").as_deref() {
        Some(theme) => theme == "dark",
        None => prefers_dark()?,
    })
}

/// Makes the page dark or light, and remembers a choice that differs from the system's setting.
///
/// # Errors
/// When the choice cannot be remembered; the page has changed all the same.
pub fn set_dark(dark: bool) -> Result<(), BrowserError> {
    let theme = if dark { "dark" } else { "light" };
    let as_system = prefers_dark()? == dark;
    if let Some(root) = document().document_element() {
        if as_system {
            root.remove_attribute("data-theme")?;
        } else {
            root.set_attribute("data-theme", theme)?;
        }
    }
    remember(THEME_KEY, (!as_system).then_some(theme))
}

/// Calls a function whenever the system turns dark or light, as long as the page is open.
pub fn on_system_theme_change(changed: impl Fn() + 'static) {
    let Ok(Some(query)) = window().match_media(DARK) else {
        // A browser that does not tell the setting does not tell its changes.
        return;
    };
    let changed = Closure::<dyn Fn()>::new(changed);
    query.set_onchange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
}

/// Whether the key for the search box is on; it is unless somebody switched it off.
pub fn shortcut_is_on() -> bool {
    // Where storage is blocked nothing can have been switched off for good.
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item(SHORTCUT_KEY).ok().flatten());
    kept.as_deref() != Some("off")
}

/// Remembers whether the key for the search box is on.
///
/// # Errors
/// When that cannot be remembered.
pub fn remember_shortcut(on: bool) -> Result<(), BrowserError> {
    remember(SHORTCUT_KEY, (!on).then_some("off"))
}

/// Stores a value, or takes it out of the storage.
fn remember(key: &str, value: Option<&str>) -> Result<(), BrowserError> {
    let blocked = || BrowserError("no storage".into());
    let storage = window().local_storage()?.ok_or_else(blocked)?;
    match value {
        Some(value) => storage.set_item(key, value)?,
        None => storage.remove_item(key)?,
    }
    Ok(())
}

/// The time in milliseconds since 1970, for how long something takes.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The compatibility decomposition of a character, in lower case, for [`solidarity_core::search::Folder`].
pub fn decompose(c: char) -> String {
    let text = js_sys::JsString::from(c.to_string()).normalize("NFKD");
    String::from(text.to_lower_case())
}

fn base_url() -> Result<Url, BrowserError> {
    Ok(Url::new(&document().base_uri()?.unwrap_or_default())?)
}

fn prefers_dark() -> Result<bool, BrowserError> {
    let query = window().match_media(DARK)?;
    Ok(query.is_some_and(|query| query.matches()))
}

fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

fn window() -> web_sys::Window {
    leptos::prelude::window()
}

fn document() -> web_sys::Document {
    leptos::prelude::document()
}
