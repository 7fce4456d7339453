//! Scrolling, and animated changes.

use super::document::{document, element, window};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// The media query for visitors who prefer less motion.
const LESS_MOTION: &str = "(prefers-reduced-motion: reduce)";

/// Changes the page in a view transition if the browser supports it and the visitor does not prefer
/// less motion; otherwise at once.
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
            // Leptos renders in a task of its own, which runs before this timeout.
            js_sys::Promise::new(&mut |resolve, _| {
                if window().set_timeout_with_callback(&resolve).is_err() {
                    // Without this, the old page would stay on screen for the length of the
                    // transition.
                    let _ = resolve.call0(&JsValue::NULL);
                }
            })
        }
    });
    let ready = start
        .call1(&document(), &update)
        .and_then(|transition| js_sys::Reflect::get(&transition, &"ready".into()));
    match ready.map(|ready| ready.dyn_into::<js_sys::Promise>()) {
        // It is no error if a transition is skipped because another one starts.
        Ok(Ok(ready)) => wasm_bindgen_futures::spawn_local(async move {
            let _ = JsFuture::from(ready).await;
        }),
        _ => make(),
    }
}

/// The scroll position of the page, in CSS pixels from the top.
pub fn scroll_y() -> f64 {
    // The only possible error is that the window is gone, and then there is nothing to scroll.
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the page, without animation.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Brings an element into view, unless part of it is already visible.
pub fn bring_into_view(id: &str) {
    let Some(element) = element(id) else { return };
    let place = element.get_bounding_client_rect();
    if place.bottom() < 0.0 || place.top() > visible_height() {
        element.scroll_into_view();
    }
}

/// Brings an answer, with what stands above it, into view below the bar that sticks to the top of
/// the window; does nothing if it is in view already. All arguments are selectors. Of the two bars,
/// the first with a height is used. Nothing may be half hidden below the `slim` bar, so there the
/// page scrolls all the way to the answer; below the `wide` bar it scrolls no further than needed.
pub fn bring_answer_into_view(wide: &str, slim: &str, above: &str, answer: &str) {
    // For something taller than the window, it is enough to show this much, in CSS pixels.
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

/// The visible height of the page in CSS pixels, not counting an on-screen keyboard.
fn visible_height() -> f64 {
    let visible = window().visual_viewport().map(|viewport| viewport.height());
    let height = || window().inner_height().ok().and_then(|height| height.as_f64());
    // A window without a height shows nothing.
    visible.or_else(height).unwrap_or_default()
}
