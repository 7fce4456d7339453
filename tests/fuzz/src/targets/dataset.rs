//! The file of messages: no message is lost without a word, and every place is in the file.

use std::collections::BTreeSet;

use serde_json::Value;
use solidarity_core::collection::characters::{shown_in_json, unshown_in_json};
use solidarity_core::collection::{Problem, parse, parse_list, parse_texts};
use solidarity_exchange::check::{check, rendered};
use solidarity_exchange::{Dataset, to_table, to_texts};

use super::many;
use crate::{Noticed, Target, Verdict, ensure};

/// A file of messages.
pub const TARGET: Target = Target {
    name: "dataset",
    read,
    words: &[
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "null",
        "true",
        "0",
        "1e400",
        "-0",
        "\"\"",
        "[]",
        "{}",
        "\"collection\":",
        "\"messages\":",
        "\"title\":",
        "\"language\":",
        "\"id\":",
        "\"senders\":",
        "\"names\":",
        "\"body\":",
        "\"signatures\":",
        "\"country\":",
        "\"region\":",
        "\"url\":",
        "\"text\":",
        "\"lang\":",
        "\"FR\"",
        "\"en\"",
        "\"a\"",
        "\\u0000",
        "\\ud800",
        "\\n",
        "\\",
    ],
    seeds: || {
        let message = r#"{"id":"a","senders":[{"names":["A"]}],"body":["T"]},"#;
        let begin = r#"{"collection":{"title":"T","language":"en"},"messages":["#;
        let within = |text: &str, count| {
            let begin = format!(r#"{begin}{{"id":"a","senders":[{{"names":["A"]}}],"body":[""#);
            many(&begin, text, count, r#""]}]}"#)
        };
        vec![
            many("", "[", 60_000, ""),
            many("", "{\"a\":", 12_000, "0"),
            many(begin, message, 1_200, "{}]}"),
            many(begin, "{},", 20_000, "{}]}"),
            many("{", "\"a\":0,", 10_000, "\"a\":0}"),
            many(begin, "{\"id\":\"a\",", 6_000, "}]}"),
            within("_", 50_000),
            within("\\u0000", 10_000),
            within("\\ud800", 10_000),
            within("\u{202e}", 20_000),
            within("\",\"", 20_000),
            many("", "9", 60_000, ""),
            many("", "\n", 60_000, "x"),
        ]
    },
};

fn read(input: &[u8]) -> Verdict {
    let text = String::from_utf8_lossy(input);
    let mut noticed = Noticed::default();
    let shown = shown_in_json(&text, &unshown_in_json(&text));

    let parsed = parse(&text);
    let (kept, problems) = match &parsed {
        Ok((collection, problems)) => (collection.messages.len(), problems),
        Err(problems) => (0, problems),
    };
    ensure(parsed.is_ok() || !problems.is_empty(), || {
        "nothing is shown, and nobody says why".into()
    })?;
    ensure(parsed.is_err() || kept > 0, || "a collection without messages".into())?;
    within(&shown, problems)?;
    if let Ok((collection, problems)) = &parsed {
        let named: BTreeSet<_> = problems.iter().filter_map(message_of).collect();
        if let Some(all) = messages_in(&shown) {
            let told = kept + named.len();
            ensure(kept <= all && told >= all, || {
                format!("{all} messages, {kept} kept, {named:?}")
            })?;
        }
        let mut ids = BTreeSet::new();
        for message in &collection.messages {
            ensure(ids.insert(&message.id), || format!("two messages have the id {}", message.id))?;
            ensure(!message.senders.is_empty(), || format!("{} has no sender", message.id))?;
            ensure(!message.body().is_empty(), || format!("{} has no text", message.id))?;
        }
        noticed.count("left out", named.len());
    }
    for problem in problems {
        noticed.note("problem", std::mem::discriminant(&problem.kind));
    }
    noticed.count("kept", kept);
    noticed.note("list", parse_list(&text).is_ok());
    noticed.note("texts", parse_texts(&text).is_ok());
    checked(&text, &mut noticed)?;
    written(&text, &mut noticed)?;
    Ok(noticed)
}

/// Every problem is at a place in the file.
fn within(text: &str, problems: &[Problem]) -> Result<(), String> {
    let lengths: Vec<_> = text.split('\n').map(str::len).collect();
    for Problem { path, position, .. } in problems {
        let line = position.line.checked_sub(1).and_then(|line| lengths.get(line));
        // The end of a line, and of the file, is a place, too.
        let is_within = line.is_some_and(|length| (1..=length + 2).contains(&position.column));
        ensure(is_within, || format!("{path} is said to be at {position:?}, outside the file"))?;
    }
    Ok(())
}

/// The number of the message that a problem is in.
fn message_of(problem: &Problem) -> Option<usize> {
    problem.path.strip_prefix("messages[")?.split(']').next()?.parse().ok()
}

/// How many messages a file has, if it has one list of them.
fn messages_in(json: &str) -> Option<usize> {
    match serde_json::from_str::<Value>(json).ok()?.get("messages")? {
        Value::Array(messages) => Some(messages.len()),
        _ => None,
    }
}

/// A check finds what reading finds, at places that can be shown.
fn checked(text: &str, noticed: &mut Noticed) -> Result<(), String> {
    let checked = check(text);
    for finding in &checked.findings {
        let is_within = text.get(finding.range.clone()).is_some();
        ensure(is_within, || format!("{} is at {:?}", finding.path, finding.range))?;
        ensure(!finding.what.is_empty(), || format!("nothing is said of {}", finding.path))?;
        noticed.note("finding", (finding.severity, finding.instead.is_some()));
    }
    let said = rendered(&checked, "messages.json", text, false);
    ensure(checked.findings.is_empty() || !said.is_empty(), || "findings are not shown".into())
}

/// What is written is what was read.
fn written(text: &str, noticed: &mut Noticed) -> Result<(), String> {
    let Ok(dataset) = Dataset::read(text) else { return Ok(()) };
    let json = |dataset: &Dataset| serde_json::to_value(&dataset.messages).unwrap_or_default();
    let written = dataset.written().map_err(|error| format!("it cannot be written: {error}"))?;
    let back = Dataset::read(&written).map_err(|error| format!("{error}: {written}"))?;
    ensure(json(&back) == json(&dataset), || format!("other messages: {written}"))?;
    for exported in [to_table(&dataset.messages), to_texts(&dataset.messages)] {
        let exported = exported.map_err(|error| error.to_string())?;
        noticed.note("exported", (exported.files.len(), exported.changed.is_empty()));
        let ids: BTreeSet<_> = dataset.messages.iter().map(|message| &message.id).collect();
        let is_known = exported.changed.iter().all(|id| ids.contains(id));
        ensure(is_known, || format!("there are no messages {:?}", exported.changed))?;
    }
    Ok(())
}
