//! What the browser knows about letters and words.

use js_sys::Array;
use js_sys::Intl::{SegmentData, SegmenterGranularity, SegmenterOptions};
use wasm_bindgen::prelude::*;

/// The compatibility decomposition of a character in lower case, for
/// [`solidarity_core::search::Folding`].
pub fn decompose(c: char) -> String {
    let text = js_sys::JsString::from(c.to_string()).normalize("NFKD");
    String::from(text.to_lower_case())
}

#[wasm_bindgen]
extern "C" {
    /// As in `js_sys`, but a browser without it gives an error.
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;
    #[wasm_bindgen(catch, constructor, js_namespace = Intl)]
    fn new(locales: &JsValue, options: &SegmenterOptions) -> Result<Segmenter, JsValue>;
    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;
}

/// Where the words of a text begin and end, in UTF-16 units, for
/// [`solidarity_core::quotation::Quotable`]. Empty if the browser does not know (before Chrome 87,
/// Safari 14.1 and Firefox 125).
pub fn word_boundaries(text: &str) -> Vec<usize> {
    let options = SegmenterOptions::new();
    options.set_granularity(SegmenterGranularity::Word);
    let Ok(segmenter) = Segmenter::new(&JsValue::UNDEFINED, &options) else { return Vec::new() };
    let segments = Array::from(&segmenter.segment(text));
    let start = |at| segments.get(at).unchecked_into::<SegmentData>().index() as usize;
    (0..segments.length()).map(start).collect()
}
