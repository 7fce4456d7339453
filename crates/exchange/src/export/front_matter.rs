//! Front matter for the import: a message without its text, as YAML.

use std::fmt::Write;

use solidarity_core::collection::raw::{
    RawMarkedText, RawMessage, RawSender, RawSignature, RawText,
};

/// The front matter of a message. Every text is quoted, so that none is taken for anything else.
pub fn written(message: &RawMessage) -> String {
    let RawMessage { id, senders, signatures, .. } = message;
    let mut lines = vec![format!("id: {}", quoted(id))];
    if !senders.is_empty() {
        lines.push("senders:".to_owned());
        lines.extend(senders.iter().map(sender));
    }
    if !signatures.is_empty() {
        lines.push("signatures:".to_owned());
        lines.extend(signatures.iter().map(signature));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn sender(sender: &RawSender) -> String {
    let RawSender { names, acronym, country, region, heading } = sender;
    let name = |name: &RawText| match name {
        RawText::Plain(text) => quoted(text),
        RawText::Marked(RawMarkedText { text, lang }) => {
            format!("{{ text: {}, lang: {} }}", quoted(text), quoted(lang))
        }
    };
    let names = names.iter().map(name).collect::<Vec<_>>().join(", ");
    let others =
        [("acronym", acronym), ("country", country), ("region", region), ("heading", heading)];
    let others = others.into_iter().filter_map(|(name, value)| Some(field(name, value.as_ref()?)));
    format!("  - names: [{names}]") + &others.collect::<String>()
}

fn signature(signature: &RawSignature) -> String {
    let RawSignature { name, role } = signature;
    let role = role.as_ref().map(|role| field("role", role));
    format!("  - name: {}", quoted(name)) + &role.unwrap_or_default()
}

fn field(name: &str, value: &str) -> String {
    format!("\n    {name}: {}", quoted(value))
}

/// A quoted text (YAML 1.2, §7.3.1), with escapes for what YAML takes for a line end or does not allow (§5.1).
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted += "\\n",
            _ if c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') =>
            {
                let written = write!(quoted, "\\u{:04X}", u32::from(c));
                debug_assert!(written.is_ok(), "a String takes any text");
            }
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
