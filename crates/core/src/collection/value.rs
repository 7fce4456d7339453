//! Values of a JSON text.
//!
//! serde generates code for every type that it reads, which would be 30 kB of WebAssembly for the
//! types of a collection, and 7 kB for strings alone, because it can describe whatever stands in
//! place of one. So serde_json only validates the text; the rest is little more than finding commas.

use serde::de::IgnoredAny;

use super::characters::unescaped;

/// A value as written.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a>(&'a str);

impl<'a> Value<'a> {
    /// Parses a text as a value.
    ///
    /// # Errors
    /// If it is not JSON.
    pub fn parse(json: &'a str) -> Result<Value<'a>, serde_json::Error> {
        serde_json::from_str::<IgnoredAny>(json)?;
        Ok(Value(json.trim_ascii()))
    }

    /// The byte offset of the value in the text it was parsed from.
    pub fn offset(self, json: &str) -> usize {
        self.0.as_ptr().addr() - json.as_ptr().addr()
    }

    /// Whether it is `null`.
    pub fn is_null(self) -> bool {
        self.0 == "null"
    }

    /// The text of a string; `None` for other values.
    pub fn text(self) -> Option<String> {
        self.0.strip_prefix('"')?.strip_suffix('"').map(unescaped)
    }

    /// A whole number that is not negative; `None` for other values.
    pub fn number(self) -> Option<usize> {
        self.0.parse().ok()
    }

    /// The items of a list; `None` for other values.
    pub fn items(self) -> Option<Vec<Value<'a>>> {
        let inner = self.0.strip_prefix('[')?.strip_suffix(']')?;
        Some(split(inner, b',').into_iter().map(Value).collect())
    }

    /// The names and values of an object, in order; `None` for other values.
    pub fn fields(self) -> Option<Vec<(String, Value<'a>)>> {
        let inner = self.0.strip_prefix('{')?.strip_suffix('}')?;
        let field = |field| match split(field, b':').as_slice() {
            [name, value] => Some((Value(name).text()?, Value(value))),
            _ => None,
        };
        split(inner, b',').into_iter().map(field).collect()
    }

    /// The kind of value, as serde_json describes it.
    pub fn described(self) -> String {
        let text = self.0;
        match text.bytes().next() {
            Some(b'"') => format!("string {text}"),
            Some(b'[') => "sequence".into(),
            Some(b'{') => "map".into(),
            Some(b'n') => "null".into(),
            Some(b't' | b'f') => format!("boolean `{text}`"),
            _ => format!("number `{text}`"),
        }
    }
}

/// The parts of valid JSON between separators outside any string, list or object.
fn split(json: &str, sign: u8) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut quoted, mut escaped) = (0, 0_usize, false, false);
    let mut part = |from: usize, to: usize| {
        parts.push(json.get(from..to).unwrap_or_default().trim_ascii());
    };
    for (at, byte) in json.bytes().enumerate() {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ if byte == sign && depth == 0 => {
                part(start, at);
                start = at + 1;
            }
            _ => {}
        }
    }
    if start > 0 || !json.trim_ascii().is_empty() {
        part(start, json.len());
    }
    parts
}
