//! The names of languages, which every browser knows.

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use solidarity_core::collection::is_language_tag;
use wasm_bindgen::JsCast;

/// The English name of the language with this BCP 47 tag; `None` if the browser has none (ECMA-402, §12
/// “DisplayNames Objects”).
pub fn language_name(tag: &str) -> Option<String> {
    thread_local! {
        static NAMES: Option<(Intl::DisplayNames, Function)> = names();
    }
    // Of a tag without the right form, the browser throws.
    if !is_language_tag(tag) {
        return None;
    }
    NAMES.with(|names| {
        let (names, of) = names.as_ref()?;
        of.call1(names, &tag.into()).ok()?.as_string()
    })
}

fn names() -> Option<(Intl::DisplayNames, Function)> {
    let options = Object::new();
    for (name, value) in [("type", "language"), ("fallback", "none")] {
        Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    let names = Intl::DisplayNames::new(&Array::of1(&"en".into()), &options);
    let of = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    Some((names, of))
}

/// A text in small letters and without accents, by which it is found (Unicode NFKD, without the marks of the block
/// Combining Diacritical Marks).
pub fn folded(text: &str) -> String {
    let decomposed = String::from(JsString::from(text).normalize("NFKD"));
    let letters = decomposed.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c));
    letters.collect::<String>().to_lowercase()
}
