//! Files as people have them, which programs of other kinds were seen to make.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use solidarity_core::collection::raw::RawText;
use solidarity_exchange::check::check;
use solidarity_exchange::{
    Columns, Dataset, Folder, Import, Source, import_file, import_folder, to_table, to_texts,
};

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), bytes: text.as_bytes().to_owned() }
}

fn table(text: &str) -> Import {
    import_file(&source("choirs.csv", text), &Columns::new()).expect("an import")
}

fn refusal(name: &str, text: &str) -> String {
    import_file(&source(name, text), &Columns::new()).expect_err("a refusal").to_string()
}

fn folder(files: &[(&str, &str)]) -> Import {
    let files = files.iter().map(|(name, text)| source(&format!("letters/{name}"), text)).collect();
    let folder = Folder { name: "letters".to_owned(), files, ..Folder::default() };
    import_folder(&folder, &Columns::new()).expect("an import")
}

/// An import of a folder with one file whose front matter and text these are.
fn letter(text: &str) -> Import {
    folder(&[
        ("1-letter.md", text),
        ("2-other.md", "---\nsender: Other\n---\nHello to all of you.\n"),
    ])
}

/// An export of WordPress with one post; its content, which is not in CDATA, stands in line 5.
fn post(content: &str) -> Import {
    let xml = format!(
        "<?xml version=\"1.0\"?>\n<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>\n<item>\n<title>Harmonia</title>\n\
         <content:encoded>{content}</content:encoded>\n<wp:post_type>post</wp:post_type></item>\
         </channel></rss>\n"
    );
    import_file(&source("site.xml", &xml), &Columns::new()).expect("an import")
}

fn text(text: &RawText) -> String {
    match text {
        RawText::Plain(text) => text.clone(),
        RawText::Marked(marked) => marked.text.clone(),
    }
}

/// The paragraphs of the first message.
fn body(import: &Import) -> Vec<String> {
    import.messages[0].message.body.iter().map(text).collect()
}

fn notes(import: &Import) -> Vec<String> {
    import.notes.iter().map(|note| format!("{}: {}", note.origin.line, note.text)).collect()
}

/// What the check says of a message with this text.
fn warnings_of(paragraph: &str) -> Vec<String> {
    let import = table(&format!("sender,signature,message\nHarmonia,Ida,\"{paragraph}\"\n"));
    let mut dataset = Dataset::read(
        r#"{ "collection": { "title": "Letters", "language": "en" }, "messages": [] }"#,
    )
    .expect("a collection");
    dataset.messages = import.messages.into_iter().map(|read| read.message).collect();
    let checked = check(&dataset.written().expect("JSON"));
    checked.findings.into_iter().map(|finding| finding.what).collect()
}

#[test]
fn references_to_what_xml_forbids_are_left_out_and_named() {
    let read = post("&lt;p&gt;Dear&#8; friends&#x1F; of\nthe&#x0B;harbour &#xFFFE;&lt;/p&gt;");
    assert_eq!(body(&read), ["Dear friends of\nthe\nharbour"]);
    let notes = notes(&read);
    for (line, code) in [(5, "U+0008"), (5, "U+001F"), (6, "U+000B"), (6, "U+FFFE")] {
        let start = format!("{line}: {code}");
        assert!(notes.iter().any(|note| note.starts_with(&start)), "{start} in {notes:#?}");
    }
    // The halves of an emoji, as Java writes it.
    assert_eq!(body(&post("Hello &#55357;&#56832; all")), ["Hello 😀 all"]);
    // One half alone is nothing.
    assert_eq!(body(&post("Hello &#xD83D;all")), ["Hello all"]);
    // What is text stays text.
    assert_eq!(body(&post("<![CDATA[Write &amp;#8; for it]]>")), ["Write &#8; for it"]);
    assert_eq!(body(&post("a &lt; b &#169; &#x1F600;")), ["a < b © 😀"]);
}

#[test]
fn the_lines_behind_a_forbidden_reference_are_counted_as_before() {
    let read = post("one&#12;two\n\n&lt;!-- secret --&gt;\nthree");
    let notes = notes(&read);
    assert!(notes.iter().any(|note| note.starts_with("7: a comment")), "{notes:#?}");
}

#[test]
fn a_table_of_one_cell_a_row_is_refused_with_what_to_do() {
    for header in ["\"sender,country,message\"", "sender，country，message", "sender、message"] {
        let said = refusal("choirs.csv", &format!("{header}\n\"Tide,NO,\"\"Hello, all\"\"\"\n"));
        assert!(said.contains("are in one cell") && said.contains("Split"), "{said}");
    }
    let said = refusal("choirs.csv", "Tide,NO,Hello to all\nQuay,SE,Hi\n");
    assert!(said.contains("put a row with the names of the columns above it"), "{said}");
    let said = refusal("choirs.txt", "sender\tmessage\nTide\tHello\n");
    assert!(said.contains("a name that ends with .csv"), "{said}");
}

#[test]
fn what_a_text_with_commas_was_cut_into_is_quoted() {
    let read = table("sender,message\nTide,Hello, to all, of you\nQuay,Hi\nKai,Hi,you\n");
    let notes = notes(&read);
    assert!(
        notes.iter().any(|note| note.starts_with("2: 2 cells in column 3")
            && note.contains("“to all”, “you”")
            && note.contains("quotation marks")),
        "{notes:#?}"
    );
    assert!(notes.iter().any(|note| note.contains("column 4 was left out")), "{notes:#?}");
}

#[test]
fn markup_in_a_cell_stays_and_is_named() {
    for (cell, what) in [
        ("<p>Dear friends</p>", "<p>"),
        ("Dear friends<br />all of you", "<br />"),
        ("Dear friends <!-- ask Ida --> all", "<!--"),
        ("Dear %% ask Ida %% friends", "%%"),
        ("See <A href=''https://example.org''>this</A>", "<A href"),
        ("{{< youtube 1 >}} Dear friends", "{{<"),
    ] {
        let read = table(&format!("sender,message\nTide,\"first\nline\"\nQuay,\"{cell}\"\n"));
        let body: Vec<_> = read.messages[1].message.body.iter().map(text).collect();
        assert_eq!(body, [cell]);
        let notes = notes(&read);
        let named = format!("4: the column “message” has “{what}");
        assert!(notes.iter().any(|note| note.starts_with(&named)), "{cell}: {notes:#?}");
    }
    for cell in
        ["We <3 you all", "5 < 6 and 7 > 3", "dear <name>, hello", "100 % yes", "a <- b -> c"]
    {
        let read = table(&format!("sender,message\nTide,\"{cell}\"\n"));
        assert_eq!(notes(&read), Vec::<String>::new(), "{cell}");
    }
}

#[test]
fn words_that_keep_a_text_from_readers_are_understood() {
    for line in [
        "wip: true",
        "archived: yes",
        "ready: false",
        "approved: no",
        "consent: no",
        "may_publish: no",
        "permission: false",
        "headless: true",
        "tags: [greeting, draft]",
        "tags: draft",
        "type: draft",
        "tags: [\"#private\"]",
        "category: Unpublished",
        "status: Entwurf",
        "status: brouillon",
        "status: черновик",
        "visibility: privado",
        "reviewed: false",
    ] {
        let read = letter(&format!("---\nsender: Tide\n{line}\n---\nHello to all of you.\n"));
        assert_eq!(read.messages.len(), 1, "{line}");
        let notes = notes(&read);
        let is_named =
            |note: &String| note.starts_with("3: this message was not imported, because it");
        assert!(notes.iter().any(is_named), "{line}: {notes:#?}");
    }
    for line in [
        "approved: yes",
        "consent: given by letter",
        "tags: [drafting table]",
        "type: letter",
        "ready: true",
        "status: concert",
        "categories: [privateer]",
        "archived: false",
    ] {
        let read = letter(&format!("---\nsender: Tide\n{line}\n---\nHello to all of you.\n"));
        assert_eq!(read.messages.len(), 2, "{line}: {:#?}", notes(&read));
    }
}

#[test]
fn front_matter_may_say_what_it_is_written_in() {
    for front in [
        "---json\n{ \"sender\": \"Tide\", \"signature\": 1.10 }\n---",
        ";;;\n{ \"sender\": \"Tide\", \"signature\": \"1.10\" }\n;;;",
        "---toml\nsender = \"Tide\"\nsignature = \"1.10\"\n---",
        "---yaml\nsender: Tide\nsignature: 1.10\n---",
    ] {
        let read = letter(&format!("{front}\nHello to all of you.\n"));
        let message = &read.messages[0].message;
        assert_eq!(
            message.senders[0].names.iter().map(text).collect::<Vec<_>>(),
            ["Tide"],
            "{front}"
        );
        assert_eq!(message.signatures[0].name, "1.10", "{front}");
        assert_eq!(body(&read), ["Hello to all of you."], "{front}");
    }
    let read = letter("---json\nno object\n---\nHello to all of you.\n");
    assert!(body(&read).join(" ").contains("no object"));
}

#[test]
fn ids_are_without_the_keys_of_notion() {
    let text = "---\nsender: Tide\n---\nHello to all of you.\n";
    let read = folder(&[
        ("1-Harbour Choir 0a1b2c3d4e5f60718293a4b5c6d7e8f9.md", text),
        ("2-deadbeef.md", text),
        ("3-0a1b2c3d4e5f60718293a4b5c6d7e8f9.md", text),
    ]);
    let ids: Vec<_> = read.messages.iter().map(|read| read.message.id.as_str()).collect();
    assert_eq!(ids, ["harbour-choir", "deadbeef", "0a1b2c3d4e5f60718293a4b5c6d7e8f9"]);
}

#[test]
fn email_addresses_are_pointed_out() {
    for (paragraph, address) in [
        ("Write to ida.holm@choir.example, please.", "ida.holm@choir.example"),
        ("(mailto:per+news@sub.choir.example)", "per+news@sub.choir.example"),
        ("ida@choir.example.", "ida@choir.example"),
    ] {
        let said = warnings_of(paragraph);
        assert!(said.iter().any(|what| what.contains(&format!("“{address}”"))), "{said:#?}");
    }
    for paragraph in
        ["Meet @choir at 5", "two @ three. four", "ida@localhost said hello", "a@b.1 x"]
    {
        let said = warnings_of(paragraph);
        assert!(!said.iter().any(|what| what.contains("addresses")), "{paragraph}: {said:#?}");
    }
}

#[test]
fn stars_between_numbers_are_kept() {
    let read = letter("---\nsender: Tide\n---\n2*3*4 and 2**3**4 are *not* 5 * 6, a**b**c\n");
    assert_eq!(body(&read), ["2*3*4 and 2**3**4 are not 5 * 6, abc"]);
    assert!(notes(&read).iter().any(|note| note == "4: “*” between numbers (2 times) was kept."));
}

#[test]
fn notes_that_say_the_same_are_bounded() {
    let read = letter(&format!("---\nsender: Tide\n---\n{}", "# A\n\ntext\n\n".repeat(500)));
    let notes = notes(&read);
    let headings: Vec<_> =
        notes.iter().filter(|note| note.contains("the heading became a paragraph.")).collect();
    assert_eq!(headings.len(), 20);
    assert_eq!(headings[19], "80: the heading became a paragraph. (And 480 times more below.)");
}

#[test]
fn an_item_without_a_title_has_no_sender() {
    let xml = "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
               xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\"><channel>\n<item><title></title>\
               <content:encoded>Hello</content:encoded><excerpt:encoded>Short</excerpt:encoded></item>\
               </channel></rss>";
    let read = import_file(&source("site.xml", xml), &Columns::new()).expect("an import");
    assert!(read.messages[0].message.senders[0].names.is_empty());
    let left_out = "2: left out of the item without a title: the excerpt: Short".to_owned();
    assert!(notes(&read).contains(&left_out), "{:#?}", notes(&read));
}

#[test]
fn a_note_on_a_country_is_one_line() {
    let read = table("sender,country,message\nTide,\"Norway\nSweden\",Hello to all of you\n");
    assert!(notes(&read)[0].starts_with("2: “Norway Sweden” names several countries"));
}

#[test]
fn rows_that_a_column_keeps_from_readers_are_not_imported() {
    for (column, no, yes) in [
        ("Draft", "TRUE", "FALSE"),
        ("Draft?", "x", ""),
        ("Publish?", "no", "yes"),
        ("Approved", "No", ""),
        ("Status", "draft", "published"),
        ("May we publish your message? *", "No", "Yes"),
    ] {
        let text =
            format!("sender,message,{column}\nTide,Hello,{no}\nQuay,Hi,{yes}\nKai,Hey,{no}\n");
        let read = table(&text);
        assert_eq!(read.messages.len(), 1, "{column}");
        let said = format!(
            "2: 2 messages, in lines 2, 4 were not imported, because the column “{column}”"
        );
        let notes = notes(&read);
        assert!(notes.iter().any(|note| note.starts_with(&said)), "{notes:#?}");
        assert_eq!(notes.len(), 1, "{notes:#?}");
        let columns = Columns::from([(column.to_owned(), "nothing".to_owned())]);
        let all = import_file(&source("choirs.csv", &text), &columns).expect("an import");
        assert_eq!(all.messages.len(), 3, "{column}");
    }
    // These say nothing of the message.
    for (column, cell) in [
        ("May we publish your name?", "No"),
        ("Internal", "call Ida"),
        ("State", "Texas"),
        ("Public", "many"),
    ] {
        let read = table(&format!("sender,message,{column}\nTide,Hello,{cell}\n"));
        assert_eq!(read.messages.len(), 1, "{column}");
    }
    let said = refusal("choirs.csv", "sender,message,Draft\nTide,Hello,yes\n");
    assert!(said.contains("choirs.csv:2: 1 message was not imported"), "{said}");
}

#[test]
fn an_embedded_note_is_left_out_whatever_its_name() {
    for name in ["embed", "gallery", "caption", "Ida"] {
        let read =
            letter(&format!("---\nsender: Tide\n---\nDear ![[{name}]] friends, see [[{name}]]\n"));
        assert_eq!(body(&read), [format!("Dear friends, see {name}")]);
    }
}

#[test]
fn a_block_of_code_is_named_with_its_language() {
    let read = letter("---\nsender: Tide\n---\n```js\none\n\ntwo\n```\nthree\n");
    assert_eq!(body(&read), ["one\n\ntwo\n", "three"]);
    assert!(notes(&read).contains(&"4: the block of code (js) became a paragraph.".to_owned()));
}

#[test]
fn front_matter_without_its_lines_is_pointed_out() {
    for (name, text) in [
        ("1-a.txt", "sender: Tide\ncountry: NO\n\nHello to all of you.\n"),
        ("1-a.md", "Sender: Tide\n\nHello to all of you.\n"),
    ] {
        let read = folder(&[(name, text)]);
        let named = |note: &String| note.starts_with("1: these lines look like front matter");
        assert!(notes(&read).iter().any(named), "{:#?}", notes(&read));
    }
    let read = folder(&[("1-a.txt", "Dear friends: hello\n\nall\n")]);
    assert_eq!(notes(&read), Vec::<String>::new());
}

#[test]
fn a_place_in_brackets_leaves_none_of_them_open() {
    let xml = "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><item>\
               <title>Harmonia (Lisbon, Portugal)</title><content:encoded>Hello</content:encoded></item>\
               <item><title>Tide (Bergen), Norway</title><content:encoded>Hello</content:encoded></item>\
               </channel></rss>";
    let read = import_file(&source("site.xml", xml), &Columns::new()).expect("an import");
    let names: Vec<_> =
        read.messages.iter().map(|read| text(&read.message.senders[0].names[0])).collect();
    assert_eq!(names, ["Harmonia (Lisbon, Portugal)", "Tide (Bergen)"]);
}

#[test]
fn quotation_marks_that_are_not_written_twice_are_named() {
    let read =
        table("sender,message\nTide,\"Hello, \"friends\" of ours\"\nQuay,\"Say \"\"hi\"\"\"\n");
    let notes = notes(&read);
    assert_eq!(notes.len(), 1, "{notes:#?}");
    assert!(notes[0].starts_with("2: a quotation mark within a cell is not written twice"));
    // However many there are, the notes are few.
    let read = table(&format!("sender,message\n{}", "\"A\nB\n".repeat(1000)));
    let of_marks = read.notes.iter().filter(|note| note.text.contains("quotation mark")).count();
    assert!(of_marks <= 20, "{of_marks}");
}

#[test]
fn a_column_of_addresses_is_not_proposed_for_the_messages() {
    let text =
        "Choir,Country,What they wrote,E-mail\nTide,Norway,Hello,a.very.long.name@choir.example\n";
    let said = refusal("choirs.csv", text);
    assert!(said.contains("--column \"What they wrote=message\""), "{said}");
}

#[test]
fn what_was_exported_comes_back_letter_for_letter() {
    let odd = [
        "=1+1 is what we say",
        "'=quoted",
        "-Hello",
        "@all",
        "+47",
        "'Twas",
        "\ttab",
        "{note} stays",
        "a \"quoted\" word, and; more|",
        "* star",
        "1. one",
        "# heading",
        "---",
        "<!-- shown -->",
        "%% shown %%",
        "{{< shown >}}",
        "[^1]: note",
        "~~shown~~",
        "| a | b |",
        "a  \nb",
        "\\n",
        "\\N",
        "#REF! it is",
        "_x000D_",
        "sep=;",
        "2*3*4",
        "[x](y)",
        "&amp;",
        "`code`",
        "==x==",
        "^id",
        "Total",
    ];
    let rows: String = odd
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let quoted = text.replace('"', "\"\"");
            format!("Choir {at},NO,\"Dear friends\n\n'{quoted}\n\nyours\"\n")
        })
        .collect();
    let mut messages: Vec<_> = table(&format!("sender,country,message\n{rows}"))
        .messages
        .into_iter()
        .map(|read| read.message)
        .collect();
    for (message, text) in messages.iter_mut().zip(odd) {
        message.body[1] = RawText::Plain(text.to_owned());
    }
    let exported = to_table(&messages).expect("a table");
    assert_eq!(exported.changed, Vec::<String>::new());
    let back = import_file(&exported.files[0], &Columns::new()).expect("an import");
    for (read, message) in back.messages.iter().zip(&messages) {
        let changed = exported.changed.contains(&message.id);
        assert!(changed || read.message.body == message.body, "{message:?} {:?}", read.message);
    }
    let exported = to_texts(&messages).expect("texts");
    let folder = Folder { name: String::new(), files: exported.files, ..Folder::default() };
    let back = import_folder(&folder, &Columns::new()).expect("an import");
    assert_eq!(back.messages.len(), messages.len());
    for (read, message) in back.messages.iter().zip(&messages) {
        let changed = exported.changed.contains(&message.id);
        assert!(changed || read.message.body == message.body, "{message:?} {:?}", read.message);
    }
    assert_eq!(exported.changed, Vec::<String>::new());
}

#[test]
fn what_no_reader_sees_is_left_out_in_every_format() {
    for start in [
        "<p style=\"opacity: 0\">",
        "<p style=\"font-size:0px\">",
        "<p style=\"position: absolute; left: -9999px\">",
        "<p style=\"mso-hide: all\">",
        "<p class=\"note hidden\">",
        "<p hidden>",
    ] {
        let html = format!("{start}ask Ida</p>");
        let read = post(&format!("<![CDATA[{html}<p>We sing.</p>]]>"));
        assert_eq!(body(&read), ["We sing."], "{html}");
        assert!(notes(&read).iter().any(|note| note.contains("ask Ida")), "{html}");
        let read = letter(&format!("---\nsender: Tide\n---\n{html}\n\nWe sing.\n"));
        assert_eq!(body(&read), ["We sing."], "{html}");
        assert!(notes(&read).iter().any(|note| note.contains("ask Ida")), "{html}");
    }
    let read = letter(
        "---\nsender: Tide\n---\nWe <span style=\"text-decoration: line-through\">beg</span> ask.\n",
    );
    assert_eq!(body(&read), ["We ask."]);
}

#[test]
fn what_is_for_some_readers_is_for_none() {
    let read = letter(
        "---\nsender: Tide\n---\nWe sing. [private]ask Ida[/private]\n\n[draft] is a word.\n",
    );
    assert_eq!(body(&read), ["We sing.", "[draft] is a word."]);
    assert!(notes(&read).iter().any(|note| note.contains("ask Ida")));
    let read = letter("---\nsender: Tide\n---\nWe sing. {>>ask Ida\n\nAll of us.\n");
    assert_eq!(body(&read), ["We sing.", "All of us."]);
    assert!(notes(&read).iter().any(|note| note.contains("ask Ida")));
}

#[test]
fn a_last_row_is_a_message_unless_it_is_a_sum() {
    let rows = "sender,country,message\nTide,Norway,Hello to all of you\n";
    let read = table(&format!("{rows},,\nTotal,,1\n,,\n,,\n,,\n,,\n"));
    assert_eq!(read.messages.len(), 1);
    let read = table(&format!("{rows},,Total solidarity from all 200 of us!\n"));
    assert_eq!(read.messages.len(), 2);
    let read = table(&format!("{rows}Exported on 2027-05-01,,\n"));
    assert_eq!(read.messages.len(), 1);
    assert!(notes(&read).iter().any(|note| note.contains("Exported on 2027-05-01")));
}

#[test]
fn html_in_markdown_keeps_its_readings_numbers_and_quotations() {
    let read = letter(
        "---\nsender: Tide\n---\nThe <ruby>大<rp>(</rp><rt>だい<rp>)</rp></ruby> wave, <q>yes</q>.</q>\n\n\
         <ol start=\"3\"><li>One</li><li value=\"7\">Two</li><li>Three</li></ol>\n",
    );
    assert_eq!(body(&read), ["The 大(だい) wave, “yes”.", "3. One", "7. Two", "8. Three"]);
}
