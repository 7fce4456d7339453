//! The names of fields in lines.

use crate::import::fields::Field;
use crate::import::front_matter::names::plain_name;
use crate::import::front_matter::withheld;

/// The name of the field that begins in a line, and what follows the colon.
pub fn key_of(line: &str) -> Option<(&str, &str)> {
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let (name, rest) = line.get(1..)?.split_once(quote)?;
        return Some((name, rest.trim_start().strip_prefix(':')?));
    }
    if line.starts_with([
        ' ', '\t', '#', '[', ']', '{', '}', ',', '&', '*', '!', '|', '>', '%', '@', '`',
    ]) || line.starts_with("- ")
    {
        return None;
    }
    let (at, _) = line
        .match_indices(':')
        .find(|(at, _)| {
            let rest = line.get(at + 1..).unwrap_or_default();
            rest.is_empty() || rest.starts_with(char::is_whitespace)
        })
        // A known name without the space after the colon.
        .or_else(|| {
            line.match_indices(':').next().filter(|(at, _)| {
                let rest = line.get(at + 1..).unwrap_or_default();
                line.get(..*at).is_some_and(known) && !rest.starts_with('/')
            })
        })?;
    let name = line.get(..at)?.trim_end();
    (!name.is_empty()).then_some((name, line.get(at + 1..)?))
}

/// Whether a field of a message has this name.
pub fn known(name: &str) -> bool {
    let name = plain_name(name);
    matches!(&*name, "senders" | "signatures")
        || Field::named(&name).is_some()
        || withheld::may_say_no(&name)
}
