//! Tables come in as spreadsheets, forms and databases write them, and go out so that they come back.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use proptest::prelude::*;
use solidarity_core::collection::raw::{
    RawMarkedText, RawMessage, RawSender, RawSignature, RawText,
};
use solidarity_exchange::{Columns, Import, ImportError, Source, import_file, to_table};

fn read_named(text: &str, columns: &[(&str, &str)]) -> Result<Import, ImportError> {
    let columns: Columns =
        columns.iter().map(|(name, field)| ((*name).into(), (*field).into())).collect();
    import_file(&Source { name: "m.csv".into(), bytes: text.into() }, &columns)
}

fn read(text: &str) -> Import {
    read_named(text, &[]).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn plain(text: &RawText) -> String {
    match text {
        RawText::Plain(text) | RawText::Marked(RawMarkedText { text, .. }) => text.clone(),
    }
}

/// The first sender and the text of each message.
fn messages(import: &Import) -> Vec<(String, String)> {
    let of = |message: &RawMessage| {
        let name = message.senders.first().and_then(|sender| sender.names.first()).map(plain);
        let body = message.body.iter().map(plain).collect::<Vec<_>>().join("¶");
        (name.unwrap_or_default(), body)
    };
    import.messages.iter().map(|read| of(&read.message)).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(sender, text)| ((*sender).to_owned(), (*text).to_owned())).collect()
}

fn notes(import: &Import) -> Vec<(usize, &str)> {
    import.notes.iter().map(|note| (note.origin.line, note.text.as_str())).collect()
}

#[test]
fn the_first_line_may_say_what_parts_the_cells() {
    for first in ["sep=;", "SEP=;", "\"sep=;\"", "\u{feff}sep=;"] {
        let import = read(&format!("{first}\r\nsender;message\r\nA;One, two, three\r\n"));
        assert_eq!(messages(&import), pairs(&[("A", "One, two, three")]), "{first}");
        assert_eq!((notes(&import), import.messages[0].origin.line), (vec![], 3), "{first}");
    }
    let import = read("sep=^\nsender^message\nA^One; two\n");
    assert_eq!(messages(&import), pairs(&[("A", "One; two")]));
}

#[test]
fn the_character_between_cells_is_told_by_several_rows() {
    for (text, expected) in [
        ("sender|message\nA|One, two; three\n", ("A", "One, two; three")),
        ("sender\tmessage\nA\tOne, two; three | four\n", ("A", "One, two; three | four")),
        ("Greetings, all; of them\nsender;message\nA;One, two, three\n", ("A", "One, two, three")),
        ("message\nHello; you, and | you\n", ("", "Hello; you, and | you")),
        ("message\n\"Hello; you\"\n", ("", "Hello; you")),
    ] {
        assert_eq!(messages(&read(text)), pairs(&[expected]), "{text}");
    }
    let named = [("Who", "sender"), ("What", "message")];
    let import = read_named("Who;What\nA;One, two, three, four\n", &named).expect("an import");
    assert_eq!(messages(&import), pairs(&[("A", "One, two, three, four")]));
}

#[test]
fn the_names_of_the_columns_may_stand_below_a_title() {
    let text = "Answers to our call,,\n,,\n\"Collected in May, by post\",,\nSender,Country,Message\nA,NL,One\n";
    let import = read(text);
    assert_eq!(messages(&import), pairs(&[("A", "One")]));
    let said = notes(&import);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(
        said[0].0 == 4 && said[0].1.contains("Answers to our call | Collected in May, by post")
    );
    // A title that is the name of a field; blank lines; a column that is named.
    let import = read("Message,\n\n\n,\nsender,message\nA,One\n");
    assert_eq!(messages(&import), pairs(&[("A", "One")]));
    let import =
        read_named("Our call\n\nWho,What\nA,One\n", &[("what", "message"), ("who", "sender")]);
    assert_eq!(messages(&import.expect("an import")), pairs(&[("A", "One")]));
    // Empty columns at the left.
    let import = read(",,sender,message\n,,A,One\n");
    assert_eq!((messages(&import), notes(&import)), (pairs(&[("A", "One")]), vec![]));
}

#[test]
fn a_table_without_a_column_of_texts_is_told_where_its_names_seem_to_be() {
    let said = |text: &str| read_named(text, &[]).expect_err("no column of texts").to_string();
    let below = said("Our call,,\n,,\nWho,Where,What they wrote\nA,NL,One two three\n");
    assert!(
        below.starts_with("m.csv:3: ") && below.contains("\"What they wrote=message\""),
        "{below}"
    );
    assert!(!below.contains("“”"), "{below}");
    let nameless = said(",,\n");
    assert!(!nameless.contains("\"=message\"") && nameless.contains("names"), "{nameless}");
    let empty = said("");
    assert!(empty.starts_with("m.csv") && !empty.contains("\"=message\""), "{empty}");
}

#[test]
fn names_of_columns_are_known_as_forms_write_them() {
    for name in [
        "Your message *",
        "Message:",
        "Your message (required)",
        "Message\u{a0}*",
        " MESSAGE ",
        "*Message*",
        "your_message",
        "Message (optional):",
        "Message：",
        "\u{200b}Message",
        "Your_x000D_\nmessage",
    ] {
        let import = read(&format!("Name of choir,Sender *,\"{name}\"\nx,A,One\n"));
        assert_eq!(messages(&import), pairs(&[("A", "One")]), "{name}");
    }
    let import = read("signed_by:,signature 2 *,sender_2,sender,message\nAnn,Ben,B,A,One\n");
    let message = &import.messages[0].message;
    assert_eq!((message.senders.len(), message.signatures.len()), (2, 2));
    let import = read_named("Choir *,Message\nA,One\n", &[("Choir", "sender")]).expect("an import");
    assert_eq!(messages(&import), pairs(&[("A", "One")]));
}

#[test]
fn rows_that_are_no_messages_are_left_out_and_named() {
    let import =
        read("sender,country,message\nA,NL,One\nsender,country,message\nB,NL,Two\n,,\nTotal,2,\n");
    assert_eq!(messages(&import), pairs(&[("A", "One"), ("B", "Two")]));
    let said = notes(&import);
    assert_eq!(said.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [5, 3], "{said:#?}");
    assert!(said[0].1.contains("Total | 2"), "{said:#?}");
    let import = read(
        "sender,country,message\nA,NL,One\n\nTotal responses: 25,,\nExported on 2027-05-01,,\n",
    );
    assert_eq!(messages(&import), pairs(&[("A", "One")]));
    // Whoever sent no text yet stays, so that the check asks for it.
    let import = read("sender,country,message\nA,NL,One\nTotal Voices,NL,\n");
    assert_eq!(import.messages.len(), 2);
    let import = read("sender,country,message\nA,NL,One\nTotal,NL,We greet you\n");
    assert_eq!(import.messages.len(), 2);
}

#[test]
fn quotation_marks_with_backslashes_are_read_or_named() {
    let import = read("sender,message\n\"A\",\"Say \\\"yes, all\\\" now\"\n\"B\",\"Two\"\n");
    assert_eq!(messages(&import), pairs(&[("A", "Say \"yes, all\" now"), ("B", "Two")]));
    assert!(notes(&import)[0].0 == 2 && notes(&import)[0].1.contains("\\\""));
    let import = read("sender,message\n\"A\",\"Say \\\"yes, all\\\"\\\nnow\"\n\"B\",\\N\n");
    assert_eq!(messages(&import), pairs(&[("A", "Say \"yes, all\"\nnow"), ("B", "")]));
    let import = read("sender,message\nA,\"C:\\new \\\"yes, all\\\" now\"\n");
    assert!(notes(&import).iter().any(|(line, text)| *line == 2 && text.contains("\\\"")));
    // A backslash before a quotation mark that ends a cell is part of the text.
    let import = read("sender,message\nA,\"in C:\\\"\nB,Two\n");
    assert_eq!(messages(&import), pairs(&[("A", "in C:\\"), ("B", "Two")]));
}

#[test]
fn spaces_before_quotation_marks_break_no_row() {
    let import =
        read("sender, country, message\nA, NL, \"Hello, \"\"all\"\", of you\"\nB,NL,\"One, \"\n");
    assert_eq!(messages(&import), pairs(&[("A", "Hello, \"all\", of you"), ("B", "One, ")]));
    assert_eq!(notes(&import), []);
    let import = read("sender,message\nA,They said \"yes\"\nB, \"quoted\" and more\n");
    assert_eq!(messages(&import)[0].1, "They said \"yes\"");
    assert_eq!(messages(&import)[1].1, " \"quoted\" and more");
}

#[test]
fn what_excel_and_databases_write_for_other_characters_is_read() {
    let import = read(
        "sender,signature,message\nA_x000D_,\\N,One_x000D_two_x000D_\n'B,\\N,Tab_x0009_here\n\
         C,D,_x005F_x000D_ stays\n",
    );
    assert_eq!(
        messages(&import),
        pairs(&[("A", "One\ntwo"), ("'B", "Tab\there"), ("C", "_x000D_ stays")])
    );
    assert_eq!(import.messages[0].message.signatures, []);
    let said = notes(&import);
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(
        said.iter().any(|(line, text)| *line == 2 && text.contains("\\N") && text.contains("2, 3"))
    );
    assert!(
        said.iter()
            .any(|(line, text)| *line == 2 && text.contains("_x000D_") && text.contains("2, 3, 4"))
    );
}

#[test]
fn errors_of_spreadsheets_are_named_by_line_and_column_and_left_out() {
    let import = read(
        "Timestamp,sender,country,signed by,message\n\
         x,Tide Singers,Iceland,Ida Holm,#NAME?\n\
         x,#ERROR!,Denmark,Per Ek,Dear friends we send you all our best wishes\n\
         x,De Meeuw,Netherlands,#REF!,\"Dear singers\n\nacross the sea\"\n\
         x,Harmonia,Portugal,Inês Sá,We are #1 and #NAME? is our joke about spreadsheets\n\
         #N/A,Alto,Portugal,Err:520,#BEZUG!\n",
    );
    assert_eq!(
        messages(&import),
        pairs(&[
            ("Tide Singers", ""),
            ("", "Dear friends we send you all our best wishes"),
            ("De Meeuw", "Dear singers¶across the sea"),
            ("Harmonia", "We are #1 and #NAME? is our joke about spreadsheets"),
            ("Alto", ""),
        ])
    );
    assert_eq!(import.messages[2].message.signatures, []);
    let said: Vec<_> =
        notes(&import).into_iter().filter(|(_, text)| text.contains("an error value of")).collect();
    for (line, column, value) in [
        (2, "message", "#NAME?"),
        (3, "sender", "#ERROR!"),
        (4, "signed by", "#REF!"),
        (8, "signed by", "Err:520"),
        (8, "message", "#BEZUG!"),
    ] {
        let names = |text: &str| text.contains(&format!("“{column}” has “{value}”"));
        let named = said.iter().any(|(of, text)| *of == line && names(text));
        assert!(named, "{line} {column} {value}: {said:#?}");
    }
    assert_eq!(said.len(), 5, "{said:#?}");
    let rows: String = (0..100).map(|_| "A,#REF!\n").collect();
    let many = read(&format!("sender,message\n{rows}"));
    let said: Vec<_> =
        notes(&many).into_iter().filter(|(_, text)| !text.contains(" id ")).collect();
    assert_eq!(said.len(), 21, "{said:#?}");
    assert!(said[20].0 == 22 && said[20].1.contains("80 more cells"), "{said:#?}");
}

#[test]
fn other_damage_of_spreadsheets_is_named_and_changes_nothing() {
    let cell = |text: &str| {
        let import = read(&format!("sender,message\nA,\"{text}\"\n"));
        assert_eq!(messages(&import)[0].1, text);
        notes(&import).into_iter().map(|(line, text)| (line, text.to_owned())).collect::<Vec<_>>()
    };
    let long = "ä".repeat(32_767);
    for text in ["1.05E+11", "4,9E+10", &long, &"x".repeat(255)] {
        let said = cell(text);
        assert!(said.len() == 1 && said[0].0 == 2 && said[0].1.contains("“message”"), "{said:?}");
    }
    for text in ["x".repeat(254), "x".repeat(254) + ".", "x".repeat(32_766), "E+ 1".into()] {
        assert_eq!(cell(&text), []);
    }
    let said = notes(&read("sender,signature,message\nA,########,One\n"))
        .iter()
        .map(|(line, text)| format!("{line}: {text}"))
        .collect::<String>();
    assert!(said.contains("2: ") && said.contains("too narrow"), "{said}");
    let import = read("sender,signature,message\nA,Jos?,Really?\nB,M?ller,See x.org/?a=b\n");
    let said = notes(&import);
    assert_eq!(said.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3], "{said:#?}");
}

fn message_of(text: &str, name: &str) -> RawMessage {
    RawMessage {
        id: "m".into(),
        senders: vec![RawSender {
            names: vec![RawText::Plain(name.to_owned())],
            acronym: Some(name.to_owned()),
            country: Some("NL".into()),
            region: None,
            heading: None,
        }],
        signatures: vec![RawSignature { name: name.to_owned(), role: Some(name.to_owned()) }],
        body: vec![RawText::Plain(text.to_owned())],
    }
}

/// The cells of a table as a spreadsheet takes them.
fn cells(file: &Source) -> Vec<String> {
    let text = str::from_utf8(&file.bytes).expect("a text");
    let text = text.strip_prefix('\u{feff}').expect("a mark, without which Excel misreads accents");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a row"));
    records.flat_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn no_cell_of_an_exported_table_is_a_formula() {
    for start in ["=", "+", "-", "@", "\t=", " =", "  +", "＝", "＋", "－", "＠", "\u{a0}="] {
        let text = format!("{start}HYPERLINK(\"http://x\")");
        let name = format!("{}x", start.trim());
        let exported = to_table(&[message_of(&text, &name)]).expect("a table");
        assert_eq!(exported.changed, Vec::<String>::new(), "{text}");
        for cell in cells(&exported.files[0]) {
            let first = cell.trim_start().chars().next().unwrap_or(' ');
            assert!(!"=+-@＝＋－＠".contains(first) && !cell.starts_with(['\t', '\r']), "{cell}");
        }
    }
    // Whatever another program takes for the end of a cell is within quotation marks.
    let exported = to_table(&[message_of("a;=1\tb", "A")]).expect("a table");
    let text = String::from_utf8(exported.files[0].bytes.clone()).expect("a text");
    assert!(text.contains("\"a;=1\tb\""), "{text}");
}

proptest! {
    #[test]
    fn what_begins_like_a_formula_comes_back(
        text in "['=+\\-@ \t＝]{0,4}[a-z]{1,3}(_x00(0D|5F|09|41)_){0,3}x",
        name in "['=+\\-@＠]{0,3}[a-z]{1,3}(_x00(0D|5F)_){0,2}",
    ) {
        let message = message_of(&text, &name);
        let exported = to_table(std::slice::from_ref(&message)).expect("a table");
        prop_assert!(exported.changed.is_empty(), "{text} {name}");
        for cell in cells(&exported.files[0]) {
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＠']));
        }
    }
}
