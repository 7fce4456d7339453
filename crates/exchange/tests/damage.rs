//! Damage that can be recognised is named, where the file comes in and in the file of messages.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use solidarity_exchange::check::{Finding, Severity, check, rendered};
use solidarity_exchange::{Columns, Import, Source, import_file};

const BODY: &str = "Dear friends, we send you greetings.";

fn file(messages: &[String]) -> String {
    format!(
        "{{\"collection\": {{\"title\": \"T\", \"language\": \"en\"}},\n\"messages\": [\n{}\n]}}",
        messages.join(",\n")
    )
}

fn message(id: &str, sender: &str, signature: &str, body: &str) -> String {
    format!(
        r#"{{"id": "{id}", "senders": [{{"names": ["{sender}"]}}], "signatures": [{{"name": "{signature}"}}], "body": ["{body}"]}}"#
    )
}

fn warnings(message: String) -> Vec<Finding> {
    let checked = check(&file(&[message]));
    assert_eq!((checked.messages(), checked.count(Severity::Error)), (1, 0));
    checked.findings
}

#[test]
fn damage_in_any_text_is_a_warning_with_a_cure() {
    let long = format!("{BODY} {}", "x".repeat(32_767 - BODY.len() - 1));
    let cases = [
        ("JosÃ©", "“JosÃ©”", Some("José")),
        ("Itâ€™s us", "“Itâ€™s”", Some("It’s")),
        ("Ð¥Ð¾Ñ€", "“Ð¥Ð¾Ñ€”", Some("Хор")),
        ("M\u{fffd}ller", "“\u{fffd}”", None),
        ("#REF!", "an error value of a spreadsheet", None),
        ("#¿NOMBRE?", "an error value of a spreadsheet", None),
        ("Err:502", "an error value of a spreadsheet", None),
        ("#########", "too narrow", None),
        ("1.05E+11", "a number", None),
    ];
    for (text, said, meant) in cases {
        let body = if text.starts_with(['#', '1', 'E']) {
            text.to_owned()
        } else {
            format!("{BODY} {text}")
        };
        for (at, message) in [
            message("a", text, "B", BODY),
            message("a", "A", text, BODY),
            message("a", "A", "B", &body),
        ]
        .into_iter()
        .enumerate()
        {
            let found = warnings(message);
            let found: Vec<_> = found.iter().filter(|f| !f.what.contains("has only")).collect();
            let [finding] = found.as_slice() else { panic!("{text} {at}: {found:#?}") };
            assert!(finding.what.contains(said) && !finding.cure.is_empty(), "{}", finding.what);
            assert_eq!(finding.instead.as_ref().map(|instead| instead.value.as_str()), meant);
        }
    }
    for body in [long, "x ".repeat(127) + "x"] {
        let found = warnings(message("a", "A", "B", &body));
        assert!(found.len() == 1 && found[0].what.contains("exactly"), "{found:?}");
    }
}

#[test]
fn damage_in_what_the_messages_have_in_common_is_pointed_at() {
    let text = file(&[message("a", "A", "B", BODY)]).replace("\"T\"", "\"SÃ£o JoÃ£o\"");
    let checked = check(&text);
    let [finding] = checked.findings.as_slice() else { panic!("{:?}", checked.findings) };
    assert_eq!(
        (finding.path.as_str(), text.get(finding.range.clone())),
        ("collection.title", Some("Ã"))
    );
}

#[test]
fn names_without_a_shape_or_a_direction_of_their_own_are_asked_about() {
    for (name, called, meant) in [
        ("A\u{200b}nn", "zero-width space", "Ann"),
        ("An\u{ad}n", "soft hyphen", "Ann"),
        ("\u{202e}Ann", "right-to-left override", "Ann"),
        ("\u{2066}Ann\u{2069}", "left-to-right isolate", "Ann"),
    ] {
        for message in [message("a", name, "B", BODY), message("a", "A", name, BODY)] {
            let found = warnings(message);
            assert!(found.len() == 1 && found[0].what.contains(called), "{found:?}");
            assert_eq!(
                found[0].instead.as_ref().map(|instead| instead.value.as_str()),
                Some(meant)
            );
        }
    }
    // Persian and Indic names need these, and texts in several directions need isolates.
    for name in ["می\u{200c}خواهم", "क\u{94d}\u{200d}ष"] {
        assert_eq!(warnings(message("a", name, "B", BODY)), []);
    }
    for (mark, is_asked) in [("\u{2067}x\u{2069}", false), ("\u{202e}x", true), ("x\u{202c}", true)]
    {
        let found = warnings(message("a", "A", "B", &format!("{BODY} {mark}")));
        assert_eq!(!found.is_empty(), is_asked, "{mark:?}: {found:?}");
    }
}

#[test]
fn question_marks_are_asked_about_only_where_letters_were_lost() {
    for name in ["Jos?", "M?ller", "???? ?????"] {
        assert_eq!(warnings(message("a", name, "B", BODY)).len(), 1, "{name}");
    }
    for text in ["??????? ?????? ??", "M?ller and Jos? and Andr?s"] {
        assert_eq!(warnings(message("a", "A", "B", &format!("{BODY} {text}"))).len(), 1, "{text}");
    }
    for text in ["Really?", "What??? Who?", "x.org/a?b=c", "https://x.org/p?lang=en&x?y", "Yes?no?"]
    {
        assert_eq!(warnings(message("a", "A", "B", &format!("{BODY} {text}"))), [], "{text}");
    }
}

#[test]
fn ids_that_not_every_system_can_store_are_asked_about() {
    for id in ["con", "nul", "aux", "prn", "com1", "lpt9", &"x".repeat(201)] {
        let found = warnings(message(id, "A", "B", BODY));
        assert!(found.len() == 1 && found[0].path == "messages[0].id", "{id}: {found:?}");
    }
    for id in ["concert", "com", "com0", "null", &"x".repeat(200)] {
        assert_eq!(warnings(message(id, "A", "B", BODY)), [], "{id}");
    }
}

fn read(text: &str) -> Import {
    let file = Source { name: "m.csv".into(), bytes: text.into() };
    import_file(&file, &Columns::new()).expect("an import")
}

#[test]
fn an_import_names_damage_once_by_line_and_changes_nothing() {
    let import = read(
        "sender,message\nA,One\nJosÃ©,Two\nMÃ¼ller,Itâ€\u{9d}s\nB,M\u{fffd}ller\nC,\u{fffd}\nIRMÃ,“IRMÃ”\n",
    );
    let said: Vec<_> = import.notes.iter().map(|n| (n.origin.line, n.text.as_str())).collect();
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(said[0].0 == 3 && said[0].1.contains("“JosÃ©”") && said[0].1.contains("“José”"));
    assert!(said[0].1.contains("2 places, in lines 3, 4"), "{said:#?}");
    assert!(
        said[1].0 == 5 && said[1].1.contains("U+FFFD") && said[1].1.contains("5, 6"),
        "{said:#?}"
    );
    assert!(said[2].0 == 4 && said[2].1.contains("U+009D"), "{said:#?}");
    assert!(import.messages.iter().any(|read| format!("{:?}", read.message).contains("JosÃ©")));
}

#[test]
fn of_many_problems_not_all_are_printed() {
    let wrong = |at: usize| {
        format!(
            r#"{{"id": "m-{at}", "senders": [{{"names": ["A"], "country": "Atlantis"}}], "signatures": [], "body": ["{}"]}}"#,
            "We greet you. ".repeat(4)
        )
    };
    let messages: Vec<_> = (0..300).map(wrong).collect();
    for text in [file(&messages), file(&messages).replace('\n', " ")] {
        let checked = check(&text);
        assert_eq!(checked.count(Severity::Error), 301, "with the list, of which none is left");
        let report = rendered(&checked, "m.json", &text, false);
        assert_eq!(report.matches("“Atlantis” is not").count(), 20);
        assert!(
            report.contains("280 more errors of the same kinds") && report.contains("301 errors")
        );
        assert!(report.len() < 200_000, "{}", report.len());
        assert!(report.contains("m.json:"), "{report}");
    }
}

#[test]
fn a_place_in_a_long_line_has_its_column() {
    let messages: Vec<_> = (0..50)
        .map(|at| message(&format!("m-{at}"), "A", "B", &format!("{BODY} {at} é")))
        .collect();
    let text = file(&messages).replace('\n', " ").replace("greetings. 30", "JosÃ© 30");
    let checked = check(&text);
    let finding = checked.findings.iter().find(|f| f.what.contains("JosÃ©")).expect("a finding");
    let before = text.get(..finding.range.start).expect("a place");
    let report = rendered(&checked, "m.json", &text, false);
    let place = format!("m.json:1:{}", before.chars().count() + 1);
    assert!(report.contains(&place), "{place}\n{report}");
}
