//! What is typed into the search box, answered from a small index.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use solidarity_core::collection::Collection;
use solidarity_core::search::{Excerpt, Index, Query};

use super::many;
use crate::{Noticed, Target, Verdict, ensure};

/// A query.
pub const TARGET: Target = Target {
    name: "query",
    read,
    words: &[
        "\"",
        "“",
        "”",
        "«",
        "-",
        "－",
        "country:",
        "from:",
        "by:",
        ":",
        "solidarity",
        "struggle",
        "party",
        "France",
        "congress",
        "'",
        "’",
        "covid-19",
        "don't",
        "U.S.A.",
        "の",
        "ال",
        "می\u{200c}",
        "ü",
        "ss",
    ],
    seeds: || {
        vec![
            many("", "_", 50_000, ""),
            many("", "\"", 50_000, ""),
            many("", "a", 60_000, ""),
            many("\"", "solidarity ", 5_000, "\""),
            many("", "-", 60_000, "a"),
            many("", "country:", 8_000, ""),
            many("e", "\u{301}", 30_000, ""),
            many("", "日本", 10_000, ""),
            many("", "a-", 30_000, ""),
            many("", "'", 60_000, "s"),
            many("", "x ", 30_000, ""),
        ]
    },
};

fn read(input: &[u8]) -> Verdict {
    static KNOWN: OnceLock<(Collection, Index)> = OnceLock::new();
    let (collection, index) = KNOWN.get_or_init(|| {
        let collection = fixtures::congress();
        let index = fixtures::index(&collection);
        (collection, index)
    });
    let text = String::from_utf8_lossy(input);
    let folding = fixtures::folding();
    let mut noticed = Noticed::default();

    let query = Query::parse(folding, &text);
    let found = index.search(&query);
    ensure(index.search(&query).messages == found.messages, || "two answers differ".into())?;
    let different: HashSet<_> = found.messages.iter().collect();
    ensure(different.len() == found.messages.len(), || "a message is found twice".into())?;
    for at in &found.messages {
        let Some(message) = collection.messages.get(*at) else {
            return Err(format!("there is no message {at}"));
        };
        for paragraph in message.paragraphs() {
            let marks = found.marker.marks(folding, paragraph);
            in_order(paragraph, &marks)?;
            noticed.count("marks", marks.len());
        }
        let whole = message.paragraphs().concat();
        for part in Excerpt::of(message, &found.marker, folding).parts {
            ensure(whole.contains(part.text), || format!("no message has {:?}", part.text))?;
        }
    }
    let suggestions = index.suggestions(&query);
    noticed.note("found", (found.messages.len(), found.partial, found.by_beginning.is_some()));
    noticed.count("suggestions", suggestions.len());
    Ok(noticed)
}

/// Marks are ranges of whole letters, one after another.
fn in_order(text: &str, marks: &[Range<usize>]) -> Result<(), String> {
    let mut end = 0;
    for mark in marks {
        let is_whole = mark.start < mark.end && text.get(mark.clone()).is_some();
        ensure(end <= mark.start && is_whole, || format!("{marks:?} in {text:?}"))?;
        end = mark.end;
    }
    Ok(())
}
