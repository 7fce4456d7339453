//! Inputs of a size that nobody writes: they are read right, and only so far as is of use.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

use fixtures::{collection_of, folding, index};
use proptest::prelude::*;
use serde_json::json;
use solidarity_core::collection::characters::unescaped;
use solidarity_core::collection::{Position, ProblemKind, parse};
use solidarity_core::search::Query;

#[test]
fn each_of_very_many_problems_has_its_place() {
    let bad = "{ \"id\": \"A B\", \"senders\": [{ \"names\": [\"é\"] }], \"body\": [\"x\"] },\n";
    let sound = "{ \"id\": \"z\", \"senders\": [{ \"names\": [\"A\"] }], \"body\": [\"Dear\"] }";
    let json = format!(
        "{{ \"collection\": {{ \"title\": \"T\", \"language\": \"en\" }}, \"messages\": [\n{}  {sound}\n] }}",
        bad.repeat(10_000)
    );
    let (collection, problems) = parse(&json).expect("one message is sound");
    assert_eq!((collection.messages.len(), problems.len()), (1, 10_000));
    for (at, problem) in problems.iter().enumerate() {
        assert_eq!(problem.position, Position { line: at + 2, column: 1 });
    }
}

#[test]
fn unknown_and_repeated_fields_are_each_named_where_they_stand() {
    let fields = "\"id\": \"b\",\n  \"ïd\": 1, \"od\": 2,\n \"od\": 3";
    let json = format!(
        "{{ \"collection\": {{ \"title\": \"T\", \"language\": \"en\" }}, \"messages\": [{{ \"id\": \"a\",\n{fields} }}] }}"
    );
    let problems = parse(&json).expect_err("nothing can be shown");
    let named = problems.iter().filter_map(|problem| match &problem.kind {
        ProblemKind::WrongShape { detail } => {
            let what = detail.split(',').next().unwrap_or_default().to_owned();
            Some((problem.position.line, problem.position.column, what))
        }
        _ => None,
    });
    let named: Vec<_> = named.collect();
    let of = |line, column, what: &str| (line, column, what.to_owned());
    assert_eq!(
        &named[..4],
        [
            of(2, 7, "duplicate field `id`"),
            of(3, 10, "unknown field `ïd`"),
            of(3, 19, "unknown field `od`"),
            of(4, 8, "unknown field `od`"),
        ]
    );
}

#[test]
fn a_pasted_text_is_looked_for_by_its_first_words() {
    let message = r#""id": "a", "senders": [{"names": ["Choir"]}], "body": ["We sing for all who keep watch tonight, and for you."]"#;
    let index = index(&collection_of(&[message]));
    let found = |query: &str| index.search(&Query::parse(folding(), query)).messages;
    let pasted = format!("We sing for all who keep watch tonight {}", "zzz ".repeat(50_000));
    assert_eq!(found(&pasted), [0]);
    let unspaced = format!("watch {}", "团结".repeat(50_000));
    let of_length = |letters: usize| {
        let cut: String = unspaced.chars().take(letters).collect();
        Query::parse(folding(), &cut)
    };
    assert_eq!(of_length(100_000), of_length(1_000));
    assert_ne!(of_length(999), of_length(1_000));
}

proptest! {
    /// A JSON string is read as the library writes it, and as ASCII alone.
    #[test]
    fn strings_are_read_as_they_were_written(text in "\\PC*|[\\\\\"/\u{8}\u{c}\n\r\té\u{1f600}u0-9]*") {
        let written = json!(text).to_string();
        prop_assert_eq!(unescaped(&written[1..written.len() - 1]), text.clone());
        let units = text.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
        prop_assert_eq!(unescaped(&units.collect::<String>()), text);
    }
}

#[test]
fn an_escape_that_is_half_of_a_letter_is_shown_as_such() {
    assert_eq!(unescaped(r"a\ud83db\/\ude00"), "a\u{fffd}b/\u{fffd}");
}
