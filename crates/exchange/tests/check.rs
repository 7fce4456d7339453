//! The check says what is wrong with a file of messages, and where.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use proptest::prelude::*;
use solidarity_core::collection::parse;
use solidarity_core::places::Country;
use solidarity_exchange::check::{Checked, Finding, Severity, check, rendered};
use solidarity_exchange::country_names::{self, Named};

/// A file with these messages, each on a line of its own from the third on.
fn file(messages: &[&str]) -> String {
    format!(
        "{{\"collection\": {{\"title\": \"T\", \"language\": \"en\"}},\n\"messages\": [\n{}\n]}}",
        messages.join(",\n")
    )
}

const SOUND: &str = r#"{"id": "sound", "senders": [{"names": ["A"]}], "signatures": [{"name": "B"}], "body": ["Dear friends, we send you greetings."]}"#;

/// The text of the file that a finding points at.
fn value<'a>(text: &'a str, finding: &Finding) -> &'a str {
    text.get(finding.range.clone()).expect("a range of the file")
}

fn only(checked: &Checked, severity: Severity) -> Finding {
    let of: Vec<_> = checked.findings.iter().filter(|f| f.severity == severity).collect();
    match of.as_slice() {
        [finding] => (*finding).clone(),
        others => panic!("not one finding: {others:#?}"),
    }
}

#[test]
fn the_shipped_messages_are_in_order() {
    let checked = check(fixtures::CONGRESS);
    assert_eq!((checked.messages(), checked.count(Severity::Error)), (17, 0));
    // One message is unsigned in the source.
    let warning = only(&checked, Severity::Warning);
    assert_eq!(value(fixtures::CONGRESS, &warning), "\"socialist-workers-thailand\"");
}

/// A message with a name in a language.
fn in_language(tag: &str) -> String {
    SOUND.replace(r#"["A"]"#, &format!(r#"[{{"text": "A", "lang": "{tag}"}}]"#))
}

#[test]
fn a_value_is_pointed_at_and_the_one_meant_is_named() {
    let cases = [
        (SOUND.replace(r#""A"]"#, r#""A"], "country": "Holland""#), "\"Holland\"", "NL"),
        (SOUND.replace(r#""A"]"#, r#""A"], "country": "Malasia""#), "\"Malasia\"", "MY"),
        (SOUND.replace(r#""A"]"#, r#""A"], "country": "nl""#), "\"nl\"", "NL"),
        (SOUND.replace(r#""A"]"#, r#""A"], "region": "Europ""#), "\"Europ\"", "europe"),
        (SOUND.replace(r#""A"]"#, r#""A"], "contry": "NL""#), "\"NL\"", "country"),
        (SOUND.replace("\"sound\"", "\"So und\""), "\"So und\"", "so-und"),
        (in_language("Portuguese"), "\"Portuguese\"", "pt"),
        (in_language("Potuguese"), "\"Potuguese\"", "pt"),
        (in_language("Português"), "\"Português\"", "pt"),
        (in_language("greek"), "\"greek\"", "el"),
        (in_language("Filipino"), "\"Filipino\"", "fil"),
        (in_language("pt_BR"), "\"pt_BR\"", "pt-BR"),
    ];
    for (message, wrong, meant) in cases {
        let text = file(&[SOUND, &message.replace("sound", "other")]);
        let checked = check(&text);
        assert_eq!(checked.messages(), 1, "the other message stays: {message}");
        let error = only(&checked, Severity::Error);
        assert_eq!(value(&text, &error), wrong);
        assert_eq!(error.instead.expect("a suggestion").value, meant);
        assert!(!error.cure.is_empty());
    }
}

#[test]
fn what_is_near_to_nothing_is_not_guessed() {
    let country = SOUND.replace(r#""A"]"#, r#""A"], "country": "Qwertzuiop""#);
    for message in [country, in_language("Qwertzuiop")] {
        let checked = check(&file(&[&message]));
        assert_eq!(checked.findings.first().and_then(|f| f.instead.clone()), None);
    }
}

#[test]
fn the_report_has_file_line_column_value_rule_and_cure() {
    let text = file(&[
        SOUND,
        &SOUND.replace("sound", "b").replace(r#""A"]"#, r#""A"], "country": "Holland""#),
    ]);
    let report = rendered(&check(&text), "my.json", &text, false);
    for part in [
        "error: “Holland” is not a country code.",
        "my.json:4:",
        "\"Holland\"",
        "messages[1].senders[0].country",
        "ISO 3166-1",
        "did you mean “NL” (Netherlands)?",
        "my.json: 1 message can be shown; 1 error, 0 warnings.",
    ] {
        assert!(report.contains(part), "“{part}” is missing in:\n{report}");
    }
}

#[test]
fn what_is_no_json_is_pointed_at() {
    let text = file(&[SOUND]).replace("\"body\":", "\"body\"");
    let checked = check(&text);
    let error = only(&checked, Severity::Error);
    let before = text.get(..error.range.start).expect("a place in the file");
    assert_eq!(before.matches('\n').count(), 2, "in the third line");
    assert_eq!(checked.messages(), 0);
}

#[test]
fn a_person_is_asked_about_what_only_a_person_can_tell() {
    let cases = [
        (SOUND.replace(r#"{"name": "B"}"#, ""), "not signed"),
        (SOUND.replace("Dear friends, we send you greetings.", "Cut"), "1 word."),
        (SOUND.replace("greetings.", "“greetings” and \\\"love\\\"."), "quotation mark"),
        (SOUND.replace(r#"{"name": "B"}"#, r#"{"name": "{ar} B"}"#), "will see “{ar}”"),
        (
            SOUND.replace(r#"{"name": "B"}"#, r#"{"name": "B", "role": "{ar} Chair"}"#),
            "will see “{ar}”",
        ),
    ];
    for (message, doubt) in cases {
        let checked = check(&file(&[&message]));
        let warning = only(&checked, Severity::Warning);
        assert!(warning.what.contains(doubt), "{}", warning.what);
        assert_eq!(checked.messages(), 1);
    }
    let alike = check(&file(&[SOUND, &SOUND.replace("sound", "sounds").replace("Dear", "Good")]));
    assert!(only(&alike, Severity::Warning).what.contains("one letter apart"));
    let same = check(&file(&[SOUND, &SOUND.replace("sound", "quite-other")]));
    assert!(only(&same, Severity::Warning).what.contains("same text"));
    // Numbers are there to tell ids apart.
    let numbered = check(&file(&[
        &SOUND.replace("sound", "m-1"),
        &SOUND.replace("sound", "m-2").replace("Dear", "Good"),
    ]));
    assert_eq!(numbered.findings, []);
}

#[test]
fn a_quotation_mark_is_pointed_at_and_not_its_paragraph() {
    let long = "Dear friends, “greetings” to you. ".repeat(20);
    let texts = [
        (format!(r#""{long}\\\"love\"""#), "\""),
        (format!(r#""{long}it's, it’s""#), "'"),
        (format!(r#"{{"text": "{long}\"love\"", "lang": "en"}}"#), "\""),
    ];
    for (paragraph, mark) in texts {
        let message = SOUND.replace(r#""Dear friends, we send you greetings.""#, &paragraph);
        let text = file(&[&message]);
        let warning = only(&check(&text), Severity::Warning);
        assert_eq!(value(&text, &warning), mark);
        let before = text.get(..warning.range.start).expect("a range of the file");
        assert!(before.contains("you. "), "within the paragraph");
    }
}

#[test]
fn warnings_of_one_kind_do_not_flood_the_terminal() {
    let messages: Vec<_> = (0..200)
        .map(|at| {
            let text = format!("Dear friends, greeting {at} of many.");
            let message =
                SOUND.replace("sound", &format!("m-{at}")).replace(r#"{"name": "B"}"#, "");
            message.replace("Dear friends, we send you greetings.", &text)
        })
        .collect();
    let text = file(&messages.iter().map(String::as_str).collect::<Vec<_>>());
    let report = rendered(&check(&text), "my.json", &text, false);
    assert_eq!(report.matches("is not signed").count(), 10);
    let one_more = file(&messages.iter().take(11).map(String::as_str).collect::<Vec<_>>());
    let of_eleven = rendered(&check(&one_more), "my.json", &one_more, false);
    assert!(of_eleven.contains("1 more warning of"), "{of_eleven}");
    assert!(report.contains("190 more warnings") && report.contains("200 warnings"), "{report}");
}

#[test]
fn every_country_is_known_by_its_names_and_codes() {
    // Two countries go by each of these names.
    let ambiguous = ["Congo", "Saint Martin"];
    for country in Country::all().iter().filter(|country| !ambiguous.contains(&country.name)) {
        for name in [country.name, country.code, &country.name.to_uppercase()] {
            assert_eq!(country_names::known_as(name), Some(country), "{name}");
        }
    }
    for (name, code) in [
        ("Holland", "NL"),
        ("MYS", "MY"),
        ("Côte d'Ivoire", "CI"),
        ("u.s.a.", "US"),
        ("Iran (Islamic Republic of)", "IR"),
        ("VIETNAM", "VN"),
        ("Turkiye", "TR"),
    ] {
        assert_eq!(country_names::known_as(name).map(|country| country.code), Some(code), "{name}");
    }
    for (name, code) in [("Malaysa", "MY"), ("Philippnes", "PH"), ("Untied Kingdom", "GB")] {
        let nearest = Country::from_code(code).into_iter().collect();
        assert_eq!(country_names::read(name), Named::Unknown { nearest }, "{name}");
    }
    assert_eq!(country_names::known_as(""), None);
}

#[test]
fn what_cannot_be_shown_is_pointed_at_and_hides_no_message() {
    let cases = [
        ("\\u0000", "U+0000", None),
        ("\u{1}", "U+0001", None),
        ("\\b", "U+0008", None),
        ("\u{b}", "U+000B is shown as a line break", None),
        ("\\f", "U+000C is shown as a line break", None),
        ("\u{2028}", "U+2028 is shown as a line break", None),
        ("\u{7f}", "U+007F", None),
        ("\\u0092", "U+0092", Some("’")),
        ("\u{94}", "U+0094", Some("”")),
        ("\u{fffe}", "U+FFFE", None),
        ("\\ud83f\\udffe", "U+1FFFE", None),
        ("\\ud800", "half of a character", None),
        ("\\uDFFF", "half of a character", None),
    ];
    for (character, said, meant) in cases {
        let message = SOUND.replace("sound", "other").replace("Dear", &format!("Good{character}"));
        let text = file(&[SOUND, &message]);
        let checked = check(&text);
        assert_eq!(checked.messages(), 2, "{said}");
        let warning = only(&checked, Severity::Warning);
        assert_eq!(
            (value(&text, &warning), warning.path.as_str()),
            (character, "messages[1].body[0]")
        );
        assert!(warning.what.contains(said) && !warning.cure.is_empty(), "{}", warning.what);
        assert_eq!(warning.instead.map(|instead| instead.value).as_deref(), meant);
        let report = rendered(&checked, "my.json", &text, false);
        assert!(report.contains("my.json:4:") && report.contains(said), "{report}");
    }
}

#[test]
fn what_comes_after_a_character_that_cannot_be_shown_is_pointed_at_all_the_same() {
    for character in ["\\u0001", "\u{b}", "\u{2028}", "\\ud800"] {
        let message =
            SOUND.replace(r#""A"]"#, &format!(r#""{character}A"], "country": "Holland""#));
        let text = file(&[SOUND, &message.replace("sound", "other")]);
        assert_eq!(value(&text, &only(&check(&text), Severity::Error)), "\"Holland\"");
    }
}

#[test]
fn a_line_end_within_a_text_has_its_own_cure() {
    let text = file(&[&SOUND.replace("friends, ", "friends,\n")]);
    let error = only(&check(&text), Severity::Error);
    assert!(error.cure.contains("\\n"), "{}", error.cure);
}

#[test]
fn an_id_that_is_none_keeps_no_warning_from_the_others() {
    let unsigned = SOUND.replace(r#"{"name": "B"}"#, "");
    for id in ["5", "null", "\"\\u0061\\u0020b\""] {
        let other = SOUND.replace("\"sound\"", id);
        let checked = check(&file(&[&unsigned, &other]));
        assert!(only(&checked, Severity::Warning).what.contains("not signed"), "{id}");
    }
}

/// Characters of all kinds, those that cannot be shown among them.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        any::<char>(),
        proptest::char::range('\0', '\u{a0}'),
        proptest::char::range('\u{2020}', '\u{2030}'),
        proptest::char::range('\u{fdc0}', '\u{ffff}'),
        Just('\u{1fffe}'),
    ]
}

/// A text as JSON has it, each character as it is or as an escape.
fn quoted(text: &[(char, bool)]) -> String {
    let one = |(c, escaped): &(char, bool)| match (c, escaped) {
        ('"' | '\\' | '\t' | '\n' | '\r', _) | (_, true) => {
            let units = c.encode_utf16(&mut [0; 2]).to_vec();
            units.iter().map(|unit| format!("\\u{unit:04x}")).collect()
        }
        _ => c.to_string(),
    };
    format!("\"{}\"", text.iter().map(one).collect::<String>())
}

proptest! {
    #[test]
    fn only_what_cannot_be_shown_is_taken_out_of_a_text(
        text in proptest::collection::vec((character(), any::<bool>()), 0..40),
    ) {
        let json = file(&[&SOUND.replace(r#""Dear friends, we send you greetings.""#, &quoted(&[&[('x', false)][..], &text].concat()))]);
        let kept = |c: char| match c {
            '\t' | '\n' | '\r' => Some(c),
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            _ if c.is_control() => None,
            '\u{fdd0}'..='\u{fdef}' => None,
            _ if u32::from(c) % 0x1_0000 >= 0xfffe => None,
            _ => Some(c),
        };
        let expected: String = ['x'].into_iter().chain(text.iter().filter_map(|(c, _)| kept(*c))).collect();
        let (collection, problems) = parse(&json).expect("a collection");
        prop_assert!(problems.is_empty());
        prop_assert_eq!(collection.messages.first().map(|message| message.paragraphs()), Some(vec![expected.as_str()]));
        let changed = text.iter().filter(|(c, _)| kept(*c) != Some(*c)).count();
        let named = check(&json).findings.iter().filter(|finding| finding.what.contains("U+")).count();
        prop_assert_eq!(named, changed);
    }
}
