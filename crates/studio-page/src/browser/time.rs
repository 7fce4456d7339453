//! What time it is, and how times are written.

use js_sys::{Array, Date, Function, Object, Reflect};
use solidarity_studio::{Ago, KeptId};
use wasm_bindgen::{JsCast, JsValue};

use super::error::BrowserError;

/// The language of the interface.
const LANGUAGE: &str = "en-GB";

/// Seconds since 1970 (UTC).
pub fn now() -> u64 {
    (Date::now() / 1000.0) as u64
}

/// An id that no other document has, as far as chance can tell.
pub fn new_id() -> KeptId {
    KeptId::drawn(js_sys::Math::random())
}

/// How long ago a time was, such as “2 hours ago”.
pub fn in_words(then: u64) -> String {
    let Ago { count, unit } = Ago::between(then, now());
    let words = || {
        let options = object(&[("numeric", "auto")])?;
        let format = intl("RelativeTimeFormat", &options)?;
        method(&format, "format")?
            .call2(&format, &(-(count as f64)).into(), &unit.name().into())
            .map_err(BrowserError::from)
    };
    words().ok().and_then(|words| words.as_string()).unwrap_or_else(|| moment(then))
}

/// A time as a date and an hour of this computer's time zone.
pub fn moment(then: u64) -> String {
    let date = Date::new(&(then as f64 * 1000.0).into());
    let words = || {
        let options = object(&[("dateStyle", "medium"), ("timeStyle", "short")])?;
        let format = intl("DateTimeFormat", &options)?;
        method(&format, "format")?.call1(&format, &date).map_err(BrowserError::from)
    };
    let words = words().ok().and_then(|words| words.as_string());
    words.unwrap_or_else(|| String::from(date.to_string()))
}

fn intl(name: &str, options: &JsValue) -> Result<JsValue, BrowserError> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let class: Function = method(&intl, name)?;
    Ok(Reflect::construct(&class, &Array::of2(&LANGUAGE.into(), options))?)
}

fn method(of: &JsValue, name: &str) -> Result<Function, BrowserError> {
    Ok(Reflect::get(of, &name.into())?.dyn_into()?)
}

fn object(parts: &[(&str, &str)]) -> Result<JsValue, BrowserError> {
    let object = Object::new();
    for (name, value) in parts {
        Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value))?;
    }
    Ok(object.into())
}
