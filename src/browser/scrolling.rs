//! How far the page is scrolled, and what moves.

use super::document::{document, element, window};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// The media query for who wants little to move.
const LESS_MOTION: &str = "(prefers-reduced-motion: reduce)";

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
