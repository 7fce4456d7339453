//! Messages from folders of texts: what was written is kept, and what was not for readers is left out.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use proptest::prelude::*;
use solidarity_core::collection::Date;
use solidarity_core::collection::characters::shown;
use solidarity_core::collection::raw::{
    RawMarkedText, RawMessage, RawSender, RawSignature, RawText,
};
use solidarity_exchange::{Columns, Folder, Import, Source, import_folder, to_texts};

/// A folder with files of these names and texts, on a day in 2026.
fn folder_of(files: &[(&str, &str)]) -> Folder {
    let file = |(name, text): &(&str, &str)| Source {
        name: format!("letters/{name}"),
        bytes: text.as_bytes().to_owned(),
    };
    let files = files.iter().map(file).collect();
    Folder {
        name: "letters".to_owned(),
        files,
        today: Date::parse("2026-06-15"),
        ..Folder::default()
    }
}

/// What is read of such a folder.
fn read(files: &[(&str, &str)]) -> Import {
    import_folder(&folder_of(files), &Columns::new()).expect("an import")
}

fn plain(text: &RawText) -> String {
    match text {
        RawText::Plain(text) => text.clone(),
        RawText::Marked(RawMarkedText { text, lang }) => format!("{lang}: {text}"),
    }
}

/// The paragraphs of a text in Markdown, and the notes as `line: text`.
fn markdown(text: &str) -> (Vec<String>, Vec<String>) {
    let import = read(&[("m.md", text)]);
    (import.messages[0].message.body.iter().map(plain).collect(), notes(&import))
}

fn notes(import: &Import) -> Vec<String> {
    import.notes.iter().map(|note| format!("{}: {}", note.origin.line, note.text)).collect()
}

/// The message of a file with this front matter, and the notes.
fn with_front(front: &str) -> (RawMessage, Vec<String>) {
    let import = read(&[("m.md", &format!("{front}\nText\n"))]);
    let notes = notes(&import);
    let message = import.messages.into_iter().next().expect("a message").message;
    assert_eq!(message.body.iter().map(plain).collect::<Vec<_>>(), ["Text"], "{notes:#?}");
    (message, notes)
}

/// Asserts that a note on a line has these words.
fn noted(notes: &[String], line: usize, words: &str) {
    let place = format!("{line}: ");
    let found = notes.iter().any(|note| note.starts_with(&place) && note.contains(words));
    assert!(found, "{line}: {words}: {notes:#?}");
}

#[test]
fn remarks_are_left_out_and_named_with_their_words() {
    // The text, what is kept of it, and the remark with its line.
    let cases: &[(&str, &[&str], usize, &str)] = &[
        ("A <!-- x y --> b", &["A b"], 1, "x y"),
        ("A<!-- x --> b", &["A b"], 1, "x"),
        ("<!-- x --> A", &["A"], 1, "x"),
        ("A <!-- x -->\nb", &["A\nb"], 1, "x"),
        ("A\n\n<!--\nx\n\ny\n-->\n\nB", &["A", "B"], 3, "x y"),
        ("A <!-- x\n\ny --> b", &["A b"], 1, "x y"),
        ("A\n\n<!-- x\n\nB", &["A"], 3, "x B"),
        ("A <!-- x\n\nB", &["A"], 1, "x B"),
        ("A<!----> b", &["A b"], 1, "remark"),
        ("> A <!-- x --> b", &["A b"], 1, "x"),
        ("    A <!-- x --> b\n", &["A b\n"], 1, "x"),
        ("A%% x %% b", &["A b"], 1, "x"),
        ("A\n\n%%\nx\n\ny\n%%\n\nB", &["A", "B"], 3, "x y"),
        ("A\n\n%% x\n\nB", &["A"], 3, "x B"),
        ("A %% x\ny\n\nB", &["A", "B"], 1, "x y"),
        ("100%% A %% x %% b", &["100%% A b"], 1, "x"),
        ("A\n\n[//]: # (x y)\n\nB", &["A", "B"], 3, "x y"),
        ("A\n[//]: # (x y)\nB", &["A", "B"], 2, "x y"),
        ("A\n\n[//]: # (x)\n[//]: # (y)", &["A"], 4, "y"),
        ("[comment]: <> (x)\n\nA", &["A"], 1, "x"),
        ("[//]: # \"x\ny\"\nA", &["A"], 1, "x y"),
        ("[//]: # x y\n\nA", &["A"], 1, "x y"),
        ("[hidden]: # 'x'\n\nA", &["A"], 1, "x"),
        ("A {{/* x */}} b", &["A b"], 1, "x"),
        ("A {{- /* x\n\ny */ -}} b", &["A b"], 1, "y"),
        ("A {{!-- x --}} b", &["A b"], 1, "x"),
        ("A {% comment %}x\n\ny{% endcomment %} b", &["A b"], 1, "y"),
        ("A {%- comment -%} x {%- endcomment -%} b", &["A b"], 1, "x"),
        ("A\n\n{% comment %}\nx\n\nB", &["A"], 3, "B"),
        ("A {% # x %} b", &["A b"], 1, "x"),
        ("A {# x #} b", &["A b"], 1, "x"),
        ("A {/* x */} b", &["A b"], 1, "x"),
        ("A {>>x<<} b", &["A b"], 1, "x"),
        ("A {--x--} b {~~x~>y~~}", &["A b"], 1, "x~>y"),
        ("A\n\n{{< comment >}}\nx\n\ny\n{{< /comment >}}\n\nB", &["A", "B"], 3, "y"),
        ("A\n\n<p hidden>x</p>\n\nB", &["A", "B"], 3, "x"),
        ("A\n\n<p hidden>x\n\nB", &["A", "B"], 3, "x"),
        ("A <span style=\"Display : none\">x</span> b", &["A b"], 1, "x"),
        ("A <span hidden>x *y*</span> b", &["A b"], 1, "x y"),
        ("A <span hidden>x\n\nB", &["A", "B"], 1, "x"),
        (
            "A\n\n<div\n  style=\"display:none\">\n\nx **y**\n\n- z\n\n</div>\n\nB",
            &["A", "B"],
            3,
            "x y z",
        ),
        ("A\n\n<div hidden><div>x</div>y</div>\n\nB", &["A", "B"], 3, "xy"),
        ("A <div hidden>x\n\ny</div>\n\nB", &["A", "B"], 1, "x y"),
        ("A <script>x\n\ny</script> b", &["A", "b"], 1, "x y"),
        ("A\n\n<template>x</template>\n\nB", &["A", "B"], 3, "x"),
        ("A\n\n<script>\nx()\n\ny()\n</script>\n\nB", &["A", "B"], 3, "y()"),
        ("A\n\n<style>p { x: y }</style>\n\nB", &["A", "B"], 3, "p { x: y }"),
        ("A\n\n<form><label>x</label></form>\n\nB", &["A", "B"], 3, "x"),
        ("A <?php x ?> b", &["A b"], 1, "x"),
    ];
    for (text, kept, line, words) in cases {
        let (body, notes) = markdown(text);
        assert_eq!(body, *kept, "{text:?} {notes:#?}");
        noted(&notes, *line, words);
    }
}

#[test]
fn what_only_looks_like_a_remark_is_kept() {
    for text in [
        "The choir gives 100 %, every time.",
        "100%% sure, 50%% glad",
        "We are 100%% sure.",
        "A \\<!-- b --> c",
        "a {b} {c: d} }} e",
        "%%% a %%%",
        "[note this] and [you]",
        "a == b == c, a==b",
        "x ^2 ^",
        "2 < 3 and 4 > 1",
        "#1 of us",
        "{a} {++b++} {--",
        "Our song {refrain}",
        "{.} {#} {: }",
        "A -- b, 2 > 1 << 3",
        "a {{ b\n\nc }} d",
        "C:\\a\\b",
    ] {
        let (body, _) = markdown(text);
        assert_eq!(body.join("\n\n"), text.replace("\\<", "<"), "{text:?}");
    }
    let (body, _) = markdown("`a <!-- b --> %% c %%` and\n\n```\n{{ d }}\n```\n");
    assert_eq!(body, ["a <!-- b --> %% c %% and", "{{ d }}\n"]);
    // Nobody can tell: it is kept, and named.
    noted(&markdown("100%% sure, 50%% glad").1, 1, "%%");
    let text = "A <!-- b --> %% c %% {{/* d */}}\n[//]: # (e)";
    let import = read(&[("m.txt", text)]);
    assert_eq!(import.messages[0].message.body, [RawText::Plain(text.into())]);
    noted(&notes(&import), 1, "<!--");
}

#[test]
fn commands_for_programs_are_left_out_and_named() {
    for command in [
        "{{< youtube id >}}",
        "{{% note %}}",
        "{{ page.title }}",
        "{% include a.html %}",
        "[caption id=\"a\"]<img src=\"a.png\"> Words[/caption]",
        "[gallery ids=\"1,2\"]",
        "[contact-form-7 id=\"3\" title=\"Us\"]",
        "<%= title %>",
    ] {
        let (body, notes) = markdown(&format!("A {command} b\n\n{command}\n\nC"));
        assert_eq!(body, ["A b", "C"], "{command}");
        noted(&notes, 1, command);
        noted(&notes, 3, command);
    }
    let (body, notes) = markdown("{{< note >}}\nA\n{{< /note >}}\n\nB\n{: .signed}\n");
    assert_eq!(body, ["A", "B"]);
    noted(&notes, 6, ".signed");
}

#[test]
fn words_with_a_line_through_them_are_left_out() {
    for struck in ["~~all of~~", "<del>all of</del>", "<s>all of</s>", "~~all *of*~~"] {
        let (body, notes) = markdown(&format!("We greet {struck} you"));
        assert_eq!(body, ["We greet you"], "{struck}");
        noted(&notes, 1, "all of");
    }
    let (body, notes) = markdown("A\n\n<del>\n\nB\n\n</del>\n\nC ~5 to ~6, ~d~");
    assert_eq!(body, ["A", "C ~5 to ~6, ~d~"]);
    noted(&notes, 3, ": B");
}

#[test]
fn numbers_and_marks_keep_their_meaning() {
    let cases: &[(&str, &[&str])] = &[
        (
            "In 1984[^1] we[^n].\n\n[^1]: It *rained*.\n\n    Much.\n\n[^n]: You.\n\nBye",
            &["In 1984 [1] we [n].", "Bye", "[1] It rained.", "Much.", "[n] You."],
        ),
        (
            "10<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup> x<sup>2a</sup> a<sup>[1]</sup>*b*<sup>*</sup>",
            &["10² H₂O 1st x^(2a) a[1]b*"],
        ),
        ("<q>Hail</q>", &["“Hail”"]),
        ("| a | b |\n|---|:-:|\n| 1 | 2 *3* |\n|  | 4 |\n", &["a | b\n1 | 2 3\n | 4"]),
        ("1. a\n1. b\n   1. c\n2) d", &["1. a", "1. b", "1. c", "2) d"]),
        ("1. <ol><li>a</li></ol>\n2. [^1]: b\n\nc[^1]", &["1. 1. a", "2.", "c [1]", "[1] b"]),
        ("- [x] a\n- [ ] b", &["[x] a", "[ ] b"]),
        ("[[A|b]] [[C]] ![[d.png]] e", &["b C e"]),
        ("a ==b c== d==e==", &["a b c de"]),
        ("a ^quote-1\n\nb", &["a", "b"]),
        ("# A {#b .c}\n\nB\n{: .c}\n\n## C {d}", &["A", "B", "C {d}"]),
        ("> [!note]- A\n> b", &["A\nb"]),
        ("A\n: b", &["A\n: b"]),
        ("a #b #c\nd", &["a #b #c\nd"]),
        ("<div class=\"x\">\nA &eacute;&#233; <b>b</b><br>\nC\n</div>\nD", &["A éé b\nC", "D"]),
        ("<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>", &["3. a", "4. b"]),
        ("<table>\n<tr><td>a</td>\n<td>b</td></tr>\n<tr><td>c</td></tr>\n</table>", &["a | b\nc"]),
        ("<p>A</p><p>B</p>", &["A", "B"]),
        ("A<br>\nb<br/>c", &["A\nb\nc"]),
    ];
    for (text, kept) in cases {
        assert_eq!(markdown(text).0, *kept, "{text:?}");
    }
    let (_, notes) = markdown(
        "[[A|b]] ![[d.png]]\n\na ^quote-1\n\n# A {#b .c}\n\nx #y\n\n[a]: b.org\n[a]: c.org",
    );
    for (line, words) in [
        (1, "A"),
        (1, "d.png"),
        (3, "^quote-1"),
        (5, "#b .c"),
        (7, "#y"),
        (9, "b.org"),
        (10, "c.org"),
    ] {
        noted(&notes, line, words);
    }
}

#[test]
fn emphasis_is_named_once() {
    let (body, notes) = markdown("A\n\n*b* **c**\n\n_d_ <b>e</b> <b>f</b>");
    assert_eq!(body, ["A", "b c", "d e f"]);
    assert_eq!(notes.len(), 2, "{notes:#?}");
    noted(&notes, 3, "(3 times)");
    noted(&notes, 5, "<b> (2 times)");
}

#[test]
fn drafts_are_not_taken_in_and_named_with_their_line() {
    for draft in [
        "draft: true",
        "Draft: Yes",
        "draft: on",
        "draft: 1",
        "draft: second version",
        "draft: \"true",
        "draft: true # until Monday",
        "published: false",
        "publish: no",
        "dg-publish: false",
        "private: true",
        "status: draft",
        "status: In Progress",
        "status: pending",
        "visibility: private",
        "unlisted: true",
        "password: abc",
        "date: 2026-06-16",
        "date: 2026-6-16 10:00",
        "publishDate: 2027-01-01T00:00:00Z",
        "published: 2027-01-01",
        "expiryDate: 2026-06-15",
        "expires: 2020/01/01",
    ] {
        for (start, name) in [("", "a.md"), ("\n", "a.txt")] {
            let front = format!("{start}---\nsender: A\n{draft}\n---\nSecret\n");
            let import = read(&[(name, &front), ("b.md", "Text")]);
            assert_eq!(import.messages.len(), 1, "{draft}");
            noted(&notes(&import), 3 + start.len(), "not imported, because");
            assert!(import.notes.iter().all(|note| note.origin.file.ends_with(name)));
        }
    }
    for open in [
        "+++\ndraft = true\n+++\nSecret",
        "{\n\"draft\": true }\nSecret",
        "---\ndraft: true\n\nSecret",
        "+++\ndraft = \"true\n+++\nSecret",
        "{\n\"draft\": True,\n}\nSecret",
        "{\n\"x\": [1, \"draft\": true, } ]\n}\nSecret",
    ] {
        let import = read(&[("a.md", open), ("b.md", "Text")]);
        assert_eq!(import.messages.len(), 1, "{open}");
        noted(&notes(&import), 2, "not imported, because");
    }
    for ready in [
        "draft: false",
        "draft: no",
        "draft:",
        "published: true",
        "publish: yes",
        "private: false",
        "status: published",
        "publishDate: 2026-06-15",
        "expires: 2026-06-16",
    ] {
        let (_, notes) = with_front(&format!("---\nsender: A\n{ready}\n---"));
        assert_eq!(notes, Vec::<String>::new(), "{ready}");
    }
    // The date of a letter is no field; a status that says nothing of publication is none either.
    noted(&with_front("---\ndate: 2026-06-15\n---").1, 2, "2026-06-15");
    noted(&with_front("---\nstatus: member\n---").1, 2, "member");
}

#[test]
fn a_folder_of_drafts_says_why_nothing_is_taken_in() {
    let folder = folder_of(&[("a.md", "---\ndraft: true\n---\nSecret"), ("b.docx", "")]);
    let error = import_folder(&folder, &Columns::new()).expect_err("no messages").to_string();
    assert!(error.contains("a.md:2: ") && error.contains("draft: true"), "{error}");
    assert!(error.contains("b.docx") && !error.contains("Secret"), "{error}");
}

#[test]
fn without_a_day_a_date_is_named() {
    let folder =
        Folder { today: None, ..folder_of(&[("a.md", "---\npublishDate: 2027-01-01\n---\nText")]) };
    let import = import_folder(&folder, &Columns::new()).expect("an import");
    assert_eq!(import.messages.len(), 1);
    noted(&notes(&import), 2, "2027-01-01");
}

#[test]
fn values_are_what_was_written() {
    for word in [
        "no",
        "NO",
        "Yes",
        "on",
        "null",
        "Null",
        "true",
        "1.10",
        "007",
        "1e3",
        "0x10",
        "0o7",
        "1_000",
        ".5",
        ".inf",
        "2022-07-15",
        "12:30",
        "+1",
        "=",
        "<<",
        "y",
    ] {
        for written in
            [word.to_owned(), format!("\"{word}\""), format!("'{word}'"), format!("!!str {word}")]
        {
            let front = format!(
                "---\nid: {written}\nsender: {written}\nsignature: [{written}, {written}]\nrole:\n- {written}\n---"
            );
            let (message, _) = with_front(&front);
            assert_eq!(message.id, word);
            assert_eq!(message.senders[0].names, [RawText::Plain(word.into())], "{written}");
            let signature = RawSignature { name: word.into(), role: Some(word.into()) };
            assert_eq!(message.signatures[0], signature, "{written}");
            assert_eq!(message.signatures[1].name, word);
        }
    }
    for nothing in ["", "~", "[]", "[~]"] {
        let (message, notes) =
            with_front(&format!("---\nsender: A\nacronym: {nothing}\nsignature: {nothing}\n---"));
        assert_eq!((message.senders[0].acronym.as_deref(), message.signatures.len()), (None, 0));
        assert_eq!(notes, Vec::<String>::new(), "{nothing}");
    }
    let (message, _) = with_front(
        "+++\nid = 2027-05-01\nsender = \"A\"\nacronym = 1.10\nsignature = [1e3, 0x10, 'B']\n\
         [[signatures]]\nname = \"C\"\n+++",
    );
    assert_eq!(
        (message.id.as_str(), message.senders[0].acronym.as_deref()),
        ("2027-05-01", Some("1.10"))
    );
    let names: Vec<_> =
        message.signatures.iter().map(|signature| signature.name.as_str()).collect();
    assert_eq!(names, ["1e3", "0x10", "B", "C"]);
    let (message, _) = with_front(
        "{\n  \"sender\": \"A\", \"acronym\": 1.10,\n  \"region\": null, \"signature\": [1e3]\n}\n",
    );
    let sender = &message.senders[0];
    assert_eq!((sender.acronym.as_deref(), sender.region.as_deref()), (Some("1.10"), None));
    assert_eq!(message.signatures[0].name, "1e3");
}

#[test]
fn front_matter_begins_and_ends_in_several_ways() {
    for front in [
        "---\nsender: A\n---",
        "\u{feff}---\nsender: A\n---",
        "\n\n--- \t\nsender: A\n--- ",
        "---\nsender: A\n...",
        "---\n# A remark\nsender: A\n---",
        "---\n\nSENDER:   A\n\n---",
        "---\nOrganisation: A\n---",
        "---\nshort_name: B\nFrom: A\n---",
        "---\nsender: >\n  A\n---",
        "---\nsender: |-\n  A\n---",
        "---\n{ sender: A }\n---",
        "---\nx: &a A\nsender: *a\n---",
        "---\n\"sender\": A\n---",
        "+++\nsender = 'A'\n+++ ",
        "{\"sender\": \"A\"}\n",
        "---\nsender: A\n\n",
    ] {
        let (message, _) = with_front(front);
        let name = message.senders.first().and_then(|sender| sender.names.first()).map(plain);
        assert_eq!(name.as_deref(), Some("A"), "{front:?}");
    }
    // A line across is no front matter.
    for text in [
        "---\n\nDear friends: hello\n\n---\n\nBye",
        "---\nDear friends,\nwe say: hello\n---\nBye",
        "{\nsong\n}\nLa",
        "{\"sender\": \"A\"} is no song",
    ] {
        let (body, _) = markdown(text);
        assert!(body.concat().contains("hello") || body.concat().contains("song"), "{body:?}");
    }
}

#[test]
fn a_slip_costs_its_line_alone() {
    for slip in [
        "acronym: \"B",
        "acronym: 'B",
        "acronym: [B",
        "acronym: *b",
        "acronym: |x",
        "acronym: {b",
        "- acronym",
        "acronym",
        "acronym: \"B\\q\"",
    ] {
        let front = format!("---\nsender: A\n{slip}\ncountry: NL\nsignature: [C, D]\n---");
        let (message, notes) = with_front(&front);
        assert_eq!(message.senders[0].names, [RawText::Plain("A".into())], "{slip}");
        assert_eq!(message.senders[0].country.as_deref(), Some("NL"), "{slip}");
        assert_eq!(message.signatures.len(), 2, "{slip}");
        assert_eq!(message.senders[0].acronym, None);
        noted(&notes, 3, slip);
    }
    // It is plain what these mean.
    for (slip, value) in [
        ("acronym: B: C", "B: C"),
        ("acronym: @b", "@b"),
        ("acronym: `b`", "`b`"),
        ("acronym: %b", "%b"),
        ("acronym: \"B\" C", "\"B\" C"),
        ("acronym:B", "B"),
        ("acronym: B: C # private", "B: C"),
        ("\tacronym: B", "B"),
        ("  acronym: B", "B"),
    ] {
        let front = format!("---\nsender: A\n{slip}\ncountry: NL\n---");
        let (message, _) = with_front(&front);
        assert_eq!(message.senders[0].acronym.as_deref(), Some(value), "{slip}");
        assert_eq!(message.senders[0].country.as_deref(), Some("NL"), "{slip}");
    }
    let (message, notes) =
        with_front("---\nsender: A: B\nsignatures:\n- name: C: D\n  role: E\n---");
    assert_eq!(message.signatures[0], RawSignature { name: "C: D".into(), role: Some("E".into()) });
    noted(&notes, 2, "A: B");
    noted(&notes, 4, "C: D");
    let (message, notes) = with_front("---\nsignature:\n- A\n- B: C\nrole: [D, E]\n---");
    assert_eq!(message.signatures[1], RawSignature { name: "B: C".into(), role: Some("E".into()) });
    noted(&notes, 4, "B: C");
    // Two marks that are not closed do not hide what stands between them.
    let import =
        read(&[("a.md", "---\nrole: \"b\ndraft: true\nregion: c\"\n---\nText"), ("b.md", "Text")]);
    assert_eq!(import.messages.len(), 1);
    for (front, line) in [
        ("+++\nsender = \"A\"\nacronym = \"B\ncountry = NL\n+++", 3),
        ("{\n\"sender\": \"A\",\n\"acronym\": : B,\n\"country\": \"NL\"\n}", 3),
    ] {
        let (message, notes) = with_front(front);
        assert_eq!(message.senders[0].country.as_deref(), Some("NL"), "{front}");
        noted(&notes, line, "acronym");
    }
}

#[test]
fn what_has_no_place_in_a_message_is_named() {
    let (message, notes) = with_front(
        "---\nsender: A\nOrganisation: B\ncountry: [NL, BE]\nlayout: letter\ntitle: Hello\nsignature: {x: y}\n\
         senders: [{ names: C, mood: glad }]\nsignatures: [D, { name: E, age: 7 }]\n---",
    );
    assert_eq!(message.senders.len(), 2);
    assert_eq!(message.senders[0].heading.as_deref(), Some("Hello"));
    let names: Vec<_> =
        message.signatures.iter().map(|signature| signature.name.as_str()).collect();
    assert_eq!(names, ["D", "E"]);
    for (line, words) in
        [(3, "B"), (4, "[NL, BE]"), (5, "letter"), (7, "x: y"), (8, "glad"), (9, "7")]
    {
        noted(&notes, line, words);
    }
    let (message, notes) = with_front("---\nsenders:\n- names: A\n  country: Atlantis\n---");
    assert_eq!(message.senders[0].country.as_deref(), Some("Atlantis"));
    noted(&notes, 4, "Atlantis");
    let import = read(&[("a.md", "---\nsender: A\nmessage: |\n  One\n\n  Two\n---\nThree")]);
    assert_eq!(
        import.messages[0].message.body.iter().map(plain).collect::<Vec<_>>(),
        ["One", "Two", "Three"]
    );
}

#[test]
fn what_refers_to_itself_again_and_again_is_bounded() {
    let lists = (1..40)
        .map(|at| format!("a{at}: &a{at} [{}]\n", vec![format!("*a{}", at - 1); 9].join(", ")));
    let front = format!("---\nsender: A\na0: &a0 [x, x]\n{}---", lists.collect::<String>());
    let (message, notes) = with_front(&front);
    assert_eq!(message.senders.len(), 1);
    assert!(notes.iter().map(String::len).sum::<usize>() < 1_000_000);
    for deep in ["[", "{a: ", "- ", "? "] {
        let front = format!("---\nsender: A\nrole: {}\n---", deep.repeat(50_000));
        assert_eq!(with_front(&front).0.senders.len(), 1);
    }
    for deep in ["> ", "[", "*", "- ", "1. ", "<div>", "<p hidden>", "{{", "<!--", "%% a "] {
        let import = read(&[("a.md", &deep.repeat(50_000))]);
        assert_eq!(import.messages.len(), 1);
    }
}

#[test]
fn files_of_systems_and_editors_are_passed_over_and_folders_are_in_order() {
    let mut folder = folder_of(&[
        ("letter 10.md", "Ten"),
        ("letter 2.md", "Two"),
        ("Letter 1.md", "One"),
        ("letter 010 b.md", "Eleven"),
        ("._letter 2.md", "\u{0}"),
        (".DS_Store", ""),
        ("Thumbs.db", ""),
        ("desktop.ini", ""),
        ("~$letter.docx", ""),
        (".letter.md.swp", ""),
        ("letter.md~", ""),
        ("#letter.md#", ""),
        ("README.md", "About these files"),
        ("index.md", "---\ntitle: Letters\n---\n"),
        ("LICENSE.md", "MIT"),
    ]);
    folder.folders.extend([
        "letters/.obsidian".into(),
        "letters/__MACOSX".into(),
        "letters/more".into(),
    ]);
    let import = import_folder(&folder, &Columns::new()).expect("an import");
    let bodies: Vec<_> = import.messages.iter().map(|read| plain(&read.message.body[0])).collect();
    assert_eq!(bodies, ["One", "Two", "Ten", "Eleven"]);
    let named: Vec<_> = import.notes.iter().map(|note| note.origin.file.as_str()).collect();
    let expected =
        ["letters", "letters/index.md", "letters/LICENSE.md", "letters/more", "letters/README.md"];
    assert_eq!(named, expected, "{:#?}", import.notes);
    assert!(import.notes[0].text.contains("10 hidden"), "{:#?}", import.notes);
    // Each of many files of one name has an id of its own.
    let names: Vec<_> = (0..3_000).map(|at| format!("{at} choir.md")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), "Text")).collect();
    assert_eq!(read(&files).messages[2_999].message.id, "choir-3000");
    // With a sender it is a message.
    let import = read(&[("README.md", "---\nsender: A\n---\nText")]);
    assert_eq!(import.messages.len(), 1);
}

#[test]
fn however_a_system_stores_accents_a_name_is_the_same() {
    // The names as they are composed, and as macOS takes them apart.
    let names = [
        ("é.md", "e\u{301}.md"),
        ("zo\u{eb}.md", "zoe\u{308}.md"),
        ("が.md", "か\u{3099}.md"),
        ("각.md", "\u{1100}\u{1161}\u{11a8}.md"),
    ];
    let ids = |names: Vec<&str>| {
        let files: Vec<_> = names.iter().map(|name| (*name, "Text")).collect();
        let messages = read(&files).messages.into_iter();
        messages.map(|read| read.message.id).collect::<Vec<_>>()
    };
    let composed = ids(names.map(|(name, _)| name).to_vec());
    assert_eq!(composed, ids(names.map(|(_, name)| name).to_vec()));
    assert_eq!(composed.len(), 4);
    // Names that are one and the same still give two messages.
    assert_eq!(ids(vec!["é.md", "e\u{301}.md", "01 é.txt"]), ["e", "e-2", "e-3"]);
    assert_eq!(ids(vec!["🎶.md", "a b 🎶.md"]).len(), 2);
}

/// Marks that somebody could mean as such.
const MARKS: &[&str] = &[
    "%%",
    "<!--",
    "-->",
    "[^1]",
    "[^1]: ",
    "~~",
    "~",
    "{{<",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{/*",
    "*/",
    "{{/*",
    "[[",
    "]]",
    "![[",
    "==",
    "^abc",
    "#tag",
    "[//]: # (",
    "[caption]",
    "[a b=\"c\"]",
    "<p hidden>",
    "<b>",
    "</b>",
    "<del>",
    "| a | b |",
    "|---|---|",
    ":-:",
    ": ",
    "{: .a}",
    "{#id}",
    "> [!note]",
    "- [x] ",
    "+++",
    "---",
    "...",
    "```",
    "    ",
    "\t",
    "[a]: b",
    "&lt;",
    "\\",
    "{pt} ",
    "{",
    "1. ",
    "# ",
    "\r",
    "\n",
    "\n\n",
    "  \n",
    " ",
    "\u{200e}",
    "\u{202b}",
    "\u{2067}",
    "\u{a0}",
    "$x$",
    "a",
    "no",
    "null",
    "<?",
    "<!",
    "*",
    "_",
];

/// A text of such marks, not blank.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![proptest::sample::select(MARKS).prop_map(str::to_owned), "[ -~]{1,6}"];
    let text = proptest::collection::vec(piece, 1..10)
        .prop_map(|pieces| shown(&pieces.concat()).into_owned());
    text.prop_filter("not blank", |text| !text.trim().is_empty())
}

/// Beginnings of lines of front matter, right and wrong.
const LINES: &[&str] = &[
    "sender: ",
    "sender:",
    "Sender = ",
    "sender = \"",
    "country: ",
    "signature: [",
    "signature:\n- ",
    "- ",
    "  - ",
    "role: ",
    "role: '",
    "signatures: [{ name: ",
    "signatures:\n- name: ",
    "  role: ",
    "senders:\n- names: [",
    "x: ",
    "x = ",
    "x: {",
    "# ",
    "x: | ",
    "x: |\n  ",
    "x: >\n  ",
    "message: ",
    "title: ",
    "language: ",
    "\t",
    "  ",
    "",
    "x: *",
    "x: &a ",
    "x: !!str ",
    "<<: ",
    "? ",
    "x: \"",
    "region: [a, ",
    "[x]\ny = ",
    "acronym: @",
    "acronym: a: ",
    "acronym: a #",
    "id: ",
    "\"x\": ",
    "- name: ",
    "x: - ",
    "%x ",
    "heading: ",
    "date: ",
];

/// A value that YAML would take for something else.
fn value() -> impl Strategy<Value = String> {
    let values = [
        "no",
        "null",
        "~",
        "1.10",
        "007",
        "2027-05-01",
        "true",
        "[a]",
        "{a: b}",
        "a: b",
        "a #b",
        "# a",
        "- a",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "@a",
        "`a`",
        "%a",
        "\"a\"",
        "'a'",
        "a\\b",
        "a\"b",
        "?",
        ":",
        "-",
        "---",
        "...",
        "=",
        "<<",
        "a\u{200e}b",
        "\u{feff}a",
        "a\u{85}b",
        "a\tb",
    ];
    prop_oneof![proptest::sample::select(values.to_vec()).prop_map(str::to_owned), "[ -z|-~]{1,10}"]
        .prop_map(|text| shown(&text).into_owned())
        .prop_filter("not blank", |text| !text.trim().is_empty())
}

proptest! {
    #[test]
    fn whatever_is_in_a_message_comes_back_from_a_folder(
        body in proptest::collection::vec((text(), any::<bool>()), 1..4),
        id in "[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}",
        values in [value(), value(), value(), value()],
    ) {
        let [name, acronym, signature, role] = values;
        let paragraph = |(text, marked): (String, bool)| match marked {
            true => RawText::Marked(RawMarkedText { text, lang: "pt".into() }),
            false => RawText::Plain(text),
        };
        let message = RawMessage {
            id,
            senders: vec![RawSender {
                names: vec![RawText::Plain(name.clone()), RawText::Marked(RawMarkedText { text: name, lang: "no".into() })],
                acronym: Some(acronym.clone()),
                country: Some("NO".into()),
                region: None,
                heading: Some(acronym),
            }],
            signatures: vec![RawSignature { name: signature, role: Some(role) }],
            body: body.into_iter().map(paragraph).collect(),
        };
        let exported = to_texts(std::slice::from_ref(&message)).expect("files");
        let text = str::from_utf8(&exported.files[0].bytes).expect("a text");
        prop_assert!(exported.changed.is_empty(), "{message:#?}\n{text}");
    }

    #[test]
    fn no_word_is_lost_in_silence(
        pieces in proptest::collection::vec((proptest::sample::select(MARKS), any::<bool>()), 1..14),
    ) {
        let word = |at: usize| format!("w{at}z");
        let piece = |(at, (mark, spaced)): (usize, &(&str, bool))| {
            format!("{mark}{}{}", word(at), if *spaced { " " } else { "" })
        };
        let text: String = pieces.iter().enumerate().map(piece).collect();
        let (body, notes) = markdown(&format!("---\nsender: A\n---\n{text}"));
        let said = body.concat() + &notes.concat();
        for at in 0..pieces.len() {
            prop_assert!(said.contains(&word(at)), "{}: {text:?}\n{body:#?}\n{notes:#?}", word(at));
        }
    }

    #[test]
    fn no_field_is_lost_in_silence(
        lines in proptest::collection::vec(proptest::sample::select(LINES), 1..8),
        fence in proptest::sample::select(&["---", "+++"][..]),
    ) {
        let word = |at: usize| format!("w{at}z");
        let line = |(at, line): (usize, &&str)| format!("{line}{}\n", word(at));
        let front: String = lines.iter().enumerate().map(line).collect();
        let text = format!("{fence}\nsender: A\n{front}{fence}\nText");
        let import = read(&[("a.md", &text), ("b.md", "Text")]);
        let messages: Vec<_> = import.messages.iter().map(|read| &read.message).collect();
        let said = format!("{messages:?}{}", notes(&import).concat());
        for at in 0..lines.len() {
            prop_assert!(said.contains(&word(at)), "{}: {text}\n{said}", word(at));
        }
    }

    #[test]
    fn whatever_stands_in_a_file_is_read(text in "[-+{}\"a: \n=\\[\\]#%<>!~*&|'.]{0,80}", front in "(---|\\+\\+\\+|\\{)?\n?") {
        let import = import_folder(&folder_of(&[("a.md", &(front + &text)), ("b.md", "Text")]), &Columns::new());
        prop_assert!(import.is_ok());
    }
}
