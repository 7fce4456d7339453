//! What `site.js` reports while it makes a site.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Something that it reports.
pub enum SiteEvent {
    /// The next bytes of the ZIP, as an array of `Uint8Array`.
    Bytes(JsValue),
    /// How far it is, as JSON.
    Progress(String),
}

/// Reads what it reports.
pub fn site_event(event: &JsValue) -> Option<SiteEvent> {
    let part = |name: &str| Reflect::get(event, &name.into()).ok();
    if let Some(progress) = part("progress").and_then(|progress| progress.as_string()) {
        return Some(SiteEvent::Progress(progress));
    }
    part("bytes").filter(|bytes| !bytes.is_undefined()).map(SiteEvent::Bytes)
}
