//! Numbers as the browser writes them.

/// The shortest decimal that means the same number: what attributes and styles take.
#[must_use]
pub fn decimal(value: f64) -> String {
    js_sys::Number::from(value).to_string_with_radix(10).map(String::from).unwrap_or_default()
}
