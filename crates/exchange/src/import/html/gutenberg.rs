//! The block markers that WordPress writes as comments: `<!-- wp:quote {"align":"left"} -->`.
//!
//! The syntax is that of `WP_Block_Parser` in WordPress.

use serde_json::Value;

/// A marker.
#[derive(Debug)]
pub struct Marker {
    /// The name of the block, with `wp:` before it.
    pub name: String,
    pub role: Role,
    /// Its settings, and the text of some blocks; `None` if there are none that can be read.
    settings: Option<Value>,
}

/// What a marker is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Begins,
    Ends,
    /// It is the whole block: WordPress generates the rest when it shows the page.
    Whole,
}

/// The marker in a comment, if it is one.
pub fn marker(comment: &str) -> Option<Marker> {
    let comment = comment.trim();
    let (rest, ends) = match comment.strip_prefix('/') {
        Some(rest) => (rest, true),
        None => (comment, false),
    };
    let (rest, whole) = match rest.strip_suffix('/') {
        Some(rest) if !ends => (rest, true),
        _ => (rest, false),
    };
    let (name, settings) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/');
    let is_name = |name: &str| !name.is_empty() && name.chars().all(of_name);
    name.strip_prefix("wp:").filter(|name| is_name(name))?;
    let settings = settings.trim();
    let read = serde_json::from_str(settings).ok();
    // The name of a marker is followed by an object; anything else is a person's comment.
    if !settings.is_empty() && !settings.starts_with('{') {
        return None;
    }
    let role = match (ends, whole) {
        (true, _) => Role::Ends,
        (false, true) => Role::Whole,
        (false, false) => Role::Begins,
    };
    let unread = || Some(Value::String(settings.to_owned())).filter(|_| !settings.is_empty());
    Some(Marker { name: name.to_owned(), role, settings: read.or_else(unread) })
}

impl Marker {
    /// The kind of block, if its text is not for all readers.
    pub fn hidden(&self) -> Option<String> {
        let visibility = |of: &Value| of.get("blockVisibility").is_some_and(is_restricted);
        let settings = self.settings.as_ref();
        let off = |settings: &Value| {
            visibility(settings) || settings.get("metadata").is_some_and(visibility)
        };
        let name = self.name.trim_start_matches("wp:");
        if settings.is_some_and(off) {
            return Some(format!("a block that WordPress hides from some or all readers ({name})"));
        }
        let restricted =
            ["premium-content/subscriber-view", "paywall", "restricted", "members-only"];
        if restricted.iter().any(|part| name.contains(part)) {
            return Some(format!("a block for some readers only ({name})"));
        }
        let no_text = ["contact-form", "embed", "file", "shortcode"];
        let embedded = name.starts_with("core-embed/");
        (embedded
            || no_text.iter().any(|part| name == *part || name.ends_with(&format!("/{part}"))))
        .then(|| format!("a block of the kind “{name}”"))
    }

    /// What is missing where the block consists only of its marker.
    pub fn missing(&self) -> Option<String> {
        let name = self.name.trim_start_matches("wp:");
        let settings = self.settings.as_ref();
        match name {
            "footnotes" | "more" | "nextpage" | "separator" | "spacer" => None,
            "block" => {
                let number = settings.and_then(|settings| settings.get("ref"));
                let number = number.map(|number| format!(" {number}")).unwrap_or_default();
                Some(format!(
                    "something is missing here: the reusable block{number}, whose text is in another item \
                     of the export (wp_block). Put its text in by hand."
                ))
            }
            _ => {
                let settings = settings.map(|settings| format!(": {settings}")).unwrap_or_default();
                Some(format!(
                    "something is missing here: the block “{name}”, which WordPress fills when it shows the \
                     page{settings}"
                ))
            }
        }
    }

    /// The texts in the settings of a block: some plugins keep words there.
    pub fn words(&self) -> Vec<&str> {
        let mut words = Vec::new();
        let mut rest: Vec<&Value> = self.settings.iter().collect();
        while let Some(value) = rest.pop() {
            match value {
                Value::Array(values) => rest.extend(values),
                Value::Object(members) => {
                    let no_text = ["className", "style", "url", "href", "metadata"];
                    let members = members.iter().filter(|(key, _)| !no_text.contains(&&***key));
                    rest.extend(members.map(|(_, value)| value));
                }
                Value::String(text) if is_prose(text) => words.push(text.as_str()),
                _ => {}
            }
        }
        words
    }
}

/// Whether the visibility setting of a block hides it. WordPress 6.9 writes `false`; the plugin Block
/// Visibility writes an object.
fn is_restricted(visibility: &Value) -> bool {
    let has_sets = |sets: &Value| sets.as_array().is_some_and(|sets| !sets.is_empty());
    *visibility == Value::Bool(false)
        || visibility.get("hideBlock") == Some(&Value::Bool(true))
        || visibility.get("controlSets").is_some_and(has_sets)
}

/// Whether a setting is prose rather than a name or a number.
fn is_prose(text: &str) -> bool {
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    text.split_whitespace().filter(is_word).count() > 2 && !text.contains(['{', '('])
}
