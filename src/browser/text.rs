//! What the browser knows about letters.

/// The compatibility decomposition of a character in lower case, for
/// [`solidarity_core::search::Folding`].
pub fn decompose(c: char) -> String {
    let text = js_sys::JsString::from(c.to_string()).normalize("NFKD");
    String::from(text.to_lower_case())
}
