//! The time.

/// The time in milliseconds since 1970, for measuring how long something takes.
pub fn now() -> f64 {
    js_sys::Date::now()
}
