//! The dataset is the source, letter for letter; what is wrong with a collection is named.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

use fixtures::{CONGRESS, congress, with_messages};
use proptest::prelude::*;
use serde_json::json;
use solidarity_core::collection::{
    Collection, Date, Message, Problem, ProblemKind, Sender, Signature, json_schema, parse,
    parse_list, parse_texts,
};
use solidarity_core::places::Country;

const SOURCE: &str = include_str!("../../../tests/source/24th-congress.txt");
const GOOD: &str = r#""id": "good", "senders": [{"names": ["A"]}], "body": ["Text."]"#;

#[test]
fn every_heading_paragraph_and_signature_of_the_source_is_in_the_dataset_unchanged() {
    let (page, furniture) = SOURCE.split_once("Leave a Reply").expect("the comment form");
    assert!(furniture.contains("email address"));
    // One signatory has the office on a line of its own, as have a secretariat's members.
    let source: Vec<String> = page
        .trim_end_matches('\n')
        .split("\n\n")
        .map(|block| block.trim_matches('\n').replace('\n', ", "))
        .collect();
    let collection = congress();
    let mut rebuilt = vec![format!(
        "{} {}",
        collection.title,
        collection.subtitle.as_deref().expect("a subtitle")
    )];
    for message in &collection.messages {
        rebuilt.extend(message.senders.iter().map(|sender| heading(&collection, sender)));
        rebuilt.extend(message.body().iter().map(|paragraph| paragraph.text.clone()));
        rebuilt.extend(message.signatures.iter().map(signature));
    }
    for (number, (rebuilt, source)) in rebuilt.iter().zip(&source).enumerate() {
        assert_eq!(rebuilt, source, "block {number}");
    }
    assert_eq!(rebuilt.len(), source.len());
}

fn heading(collection: &Collection, sender: &Sender) -> String {
    if let Some(heading) = &sender.heading {
        return heading.clone();
    }
    let names: Vec<_> = sender.names.iter().map(|name| name.text.as_str()).collect();
    let acronym = sender.acronym.as_ref().map(|acronym| format!(" ({acronym})"));
    let place = sender.country.map(|country| collection.place_name(country));
    let place = place.map(|place| format!(", {place}"));
    names.join(" / ") + &acronym.unwrap_or_default() + &place.unwrap_or_default()
}

fn signature(Signature { name, role }: &Signature) -> String {
    match role {
        Some(role) => format!("{name}, {role}"),
        None => name.clone(),
    }
}

#[test]
fn the_dataset_has_what_the_page_promises() {
    let collection = congress();
    assert_eq!(collection.messages.len(), 17);
    assert_eq!(collection.messages.iter().map(|m| m.body().len()).sum::<usize>(), 89);
    assert_eq!(collection.organisations(), 21);
    assert_eq!(collection.countries(), 15);
    let unsigned: Vec<_> = collection.messages.iter().filter(|m| m.signatures.is_empty()).collect();
    assert_eq!(unsigned.len(), 1);
    assert_eq!(unsigned[0].id, "socialist-workers-thailand");
}

#[test]
fn paragraphs_in_another_language_say_so() {
    let collection = congress();
    let in_language = |tag: &str| -> Vec<String> {
        let all = collection.messages.iter().flat_map(|m| m.body());
        let these = all.filter(|p| p.lang.as_deref() == Some(tag));
        these.map(|p| p.text.clone()).collect()
    };
    assert_eq!(in_language("id"), ["Jangan pernah lelah memperjuangkan sosialisme!"]);
    assert_eq!(in_language("tl"), ["Mabuhay ang 24th Annual Congress of PSM!"]);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the schema is a file of the repository")]
fn the_schema_beside_the_dataset_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/messages.schema.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, json_schema()).expect("the schema can be written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(kept, json_schema(), "to renew it: UPDATE_SCHEMA=1 cargo test --test collection");
}

#[test]
fn the_schema_takes_the_dataset_and_refuses_what_the_parser_refuses() {
    let schema = serde_json::from_str(&json_schema()).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let dataset: serde_json::Value = serde_json::from_str(CONGRESS).expect("the dataset is JSON");
    assert!(validator.is_valid(&dataset));
    for (pointer, bad) in [
        ("/messages/0/id", "Not An Id"),
        ("/messages/0/senders/0/country", "Australia"),
        ("/messages/0/body", "not a list"),
    ] {
        let mut broken = dataset.clone();
        *broken.pointer_mut(pointer).expect("a place in the dataset") = bad.into();
        assert!(!validator.is_valid(&broken), "{pointer}");
        assert!(!matches!(parse(&broken.to_string()), Ok((_, problems)) if problems.is_empty()));
    }
}

/// Checks that a bad message after a good one is left out, and named with this path and kind.
fn check(bad: &str, path: &str, kind: ProblemKind) {
    let (collection, problems) = with_messages(&[GOOD, bad]).expect("the good one is shown");
    assert_eq!(ids(&collection.messages), ["good"], "{bad}");
    let found: Vec<_> = problems.iter().map(|p| (p.path.as_str(), p.kind.clone())).collect();
    assert_eq!(found, [(path, kind)], "{bad}");
    // The good message is on line 3 of the file.
    assert_eq!(problems[0].position.line, 4, "{bad}");
}

fn ids(messages: &[Message]) -> Vec<&str> {
    messages.iter().map(|m| m.id.as_str()).collect()
}

#[test]
fn a_bad_message_is_left_out_and_named() {
    let country = ProblemKind::UnknownCountry { code: "UK".into() };
    check(
        r#""id": "x", "senders": [{"names": ["A"], "country": "UK"}], "body": ["T"]"#,
        "messages[1].senders[0].country",
        country,
    );
    let id = ProblemKind::MalformedId { id: "Left Party".into() };
    check(
        r#""id": "Left Party", "senders": [{"names": ["A"]}], "body": ["T"]"#,
        "messages[1].id",
        id,
    );
    let twice = ProblemKind::DuplicateId { id: "good".into(), first: "messages[0]".into() };
    check(GOOD, "messages[1].id", twice);
    check(
        r#""id": "x", "senders": [], "body": ["T"]"#,
        "messages[1].senders",
        ProblemKind::EmptyList,
    );
    check(
        r#""id": "x", "senders": [{"names": ["A"]}], "body": []"#,
        "messages[1].body",
        ProblemKind::EmptyList,
    );
    check(
        r#""id": "x", "senders": [{"names": ["A"]}], "body": ["T", " "]"#,
        "messages[1].body[1]",
        ProblemKind::EmptyText,
    );
    check(
        r#""id": "x", "senders": [{"names": ["A"], "region": "Europa"}], "body": ["T"]"#,
        "messages[1].senders[0].region",
        ProblemKind::UnknownRegion { id: "Europa".into() },
    );
    check(
        r#""id": "x", "senders": [{"names": ["A"], "region": "asia", "country": "MY"}],
           "body": ["T"]"#,
        "messages[1].senders[0].region",
        ProblemKind::RegionBesideCountry,
    );
    let tag = ProblemKind::MalformedLanguage { tag: "Indonesian language".into() };
    check(
        r#""id": "x", "senders": [{"names": ["A"]}],
           "body": [{"text": "T", "lang": "Indonesian language"}]"#,
        "messages[1].body[0].lang",
        tag,
    );
}

#[test]
fn a_message_that_is_left_out_does_not_take_its_id_from_another() {
    let bad = r#""id": "same", "senders": [{"names": ["A"], "country": "ZZ"}], "body": ["T"]"#;
    let sound = r#""id": "same", "senders": [{"names": ["A"]}], "body": ["T"]"#;
    let (collection, problems) = with_messages(&[bad, sound]).expect("the sound one is shown");
    assert_eq!(ids(&collection.messages), ["same"]);
    assert_eq!(problems.len(), 1);
}

#[test]
fn every_problem_of_a_message_is_named_at_once() {
    let bad = r#""id": "A B", "senders": [{"names": [""], "country": "ZZ"}], "body": ["T"]"#;
    let (_, problems) = with_messages(&[GOOD, bad]).expect("the good one is shown");
    let mut paths: Vec<_> = problems.iter().map(|p| p.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        ["messages[1].id", "messages[1].senders[0].country", "messages[1].senders[0].names[0]"]
    );
    assert!(problems.iter().all(|p| p.left_out.as_deref() == Some("A B")));
}

#[test]
fn a_misspelt_field_is_found_where_it_stands() {
    let bad = "\"id\": \"x\",\n  \"senders\": [{\"names\": [\"A\"],\n    \"county\": \"MY\"}],\n  \"body\": [\"T\"]";
    let (_, problems) = with_messages(&[GOOD, bad]).expect("the good one is shown");
    let [Problem { path, position, left_out, kind: ProblemKind::WrongShape { detail } }] =
        problems.as_slice()
    else {
        unreachable!("{problems:?}")
    };
    assert_eq!(path, "messages[1].senders[0].county");
    assert_eq!(position.line, 6);
    assert_eq!(left_out.as_deref(), Some("x"));
    assert!(detail.contains("county") && detail.contains("country"), "{detail}");
}

#[test]
fn what_cannot_be_shown_at_all_says_why() {
    let kind = |json: &str| parse(json).expect_err("nothing to show").remove(0).kind;
    assert!(matches!(kind("<!doctype html>"), ProblemKind::NotJson { .. }));
    assert!(matches!(kind("{\"collection\": {"), ProblemKind::NotJson { .. }));
    assert!(matches!(kind("[]"), ProblemKind::WrongShape { .. }));
    assert!(matches!(kind("{\"collection\": {}}"), ProblemKind::WrongShape { .. }));
    assert!(matches!(
        kind("{\"collection\": {\"title\": \"T\", \"language\": \"en\"}, \"messages\": []}"),
        ProblemKind::NoMessages
    ));
    assert!(matches!(
        kind("{\"collection\": {\"title\": 5}, \"messages\": []}"),
        ProblemKind::WrongShape { .. }
    ));
}

#[test]
fn a_link_to_the_source_is_a_web_address_or_none() {
    let json = r#"{"collection": {"title": "T", "language": "en",
        "source": {"name": "S", "url": "javascript:alert(1)"}},
        "messages": [{"id": "a", "senders": [{"names": ["A"]}], "body": ["T"]}]}"#;
    let (collection, problems) = parse(json).expect("the message is shown");
    assert_eq!(collection.source.expect("a source").url, None);
    assert_eq!(problems[0].path, "collection.source.url");
}

#[test]
fn a_logo_is_a_file_of_the_site_or_none() {
    let with_logo = |logo: &str| {
        let collection = json!({"title": "T", "language": "en", "logo": logo});
        let message = json!({"id": "a", "senders": [{"names": ["A"]}], "body": ["B"]});
        parse(&json!({"collection": collection, "messages": [message]}).to_string())
    };
    for file in ["logo.svg", "pictures/our logo_2.png"] {
        let (collection, problems) = with_logo(file).expect("it can be shown");
        assert_eq!((collection.logo.as_deref(), problems), (Some(file), vec![]));
    }
    for file in ["https://example.org/logo.svg", "//example.org/a.svg", "/a.svg", "data:,a", " "] {
        let (collection, problems) = with_logo(file).expect("it can be shown");
        assert_eq!(collection.logo, None);
        let kind = ProblemKind::MalformedFile { file: file.into() };
        assert_eq!(problems.first().map(|problem| &problem.kind), Some(&kind));
    }
}

#[test]
fn dates_are_days_that_exist() {
    let day = |text: &str| Date::parse(text).map(|d| (d.year, d.month, d.day));
    assert_eq!(day("2022-07-15"), Some((2022, 7, 15)));
    assert_eq!(day("2024-02-29"), Some((2024, 2, 29)));
    for bad in ["2023-02-29", "2022-13-01", "2022-00-10", "2022-04-31", "15.7.2022", "2022-7-15"] {
        assert_eq!(day(bad), None, "{bad}");
    }
    assert_eq!(day("1900-02-29"), None);
    assert_eq!(day("2000-02-29"), Some((2000, 2, 29)));
    assert_eq!(day("2022-07-15-"), None);
}

#[test]
fn countries_are_those_of_iso_3166_and_kosovo() {
    let codes: Vec<_> = Country::all().iter().map(|c| c.code).collect();
    assert_eq!(codes.len(), 250);
    assert!(codes.is_sorted_by(|a, b| a < b), "the look-up needs them in order");
    for code in &codes {
        assert_eq!(Country::from_code(code).map(|c| c.code), Some(*code));
    }
    for none in ["UK", "EU", "my", "MYS", "", "ZZ"] {
        assert!(Country::from_code(none).is_none(), "{none}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_fail_otherwise_than_with_a_problem(text in "\\PC*") {
        if let Err(problems) = parse(&text) {
            prop_assert!(!problems.is_empty());
        }
    }

    /// However one message is broken, the other sixteen stay, and the report is not empty.
    #[test]
    fn one_bad_message_never_hides_the_others(
        at in 0..17_usize,
        field in prop::sample::select(vec!["id", "senders", "body", "surprise"]),
        value in prop::sample::select(vec!["null", "5", "[]", "{}", "\"\"", "[[]]", "[\"\"]"]),
    ) {
        let mut dataset: serde_json::Value = serde_json::from_str(CONGRESS).expect("JSON");
        let whole = congress();
        dataset["messages"][at][field] = serde_json::from_str(value).expect("JSON");
        let (collection, problems) = parse(&dataset.to_string()).expect("sixteen are in order");
        let left: Vec<_> = whole.messages.iter().enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, m)| m.id.as_str())
            .collect();
        prop_assert_eq!(ids(&collection.messages), left);
        prop_assert!(!problems.is_empty());
        let prefix = format!("messages[{at}]");
        prop_assert!(problems.iter().all(|p| p.path.starts_with(&prefix)), "{:?}", problems);
    }
}

#[test]
fn a_list_has_messages_whose_texts_come_later() {
    let json = r#"{"collection": {"title": "T", "language": "en"}, "messages": [
        {"id": "a", "senders": [{"names": ["A"]}], "wordCount": 300}]}"#;
    let (collection, problems) = parse_list(json).expect("a list");
    assert_eq!(problems, []);
    let message = &collection.messages[0];
    assert!(!message.is_whole());
    assert_eq!((message.word_count, message.reading_minutes(), message.body().len()), (300, 2, 0));
    message.arrive(
        parse_texts(r#"[["Hello", {"text": "Salut", "lang": "fr"}]]"#).expect("texts").remove(0),
    );
    assert_eq!(message.paragraphs(), ["Hello", "Salut"]);
}

#[test]
fn words_are_counted_and_not_taken_from_the_file() {
    let inside = r#""id": "a", "senders": [{"names": ["A"]}], "body": ["Hello"], "wordCount": 300"#;
    let problems = with_messages(&[inside]).expect_err("no message is left");
    assert_eq!(problems[0].path, "messages[0].wordCount");
}
