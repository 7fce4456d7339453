//! Forms ask in words of their own: what is clear is taken in, what is not is asked for.
#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use solidarity_exchange::{Columns, Source, describe_table, import_file};

/// What each of these columns is taken as.
fn fields(header: &[&str]) -> Vec<Option<String>> {
    let quoted = header.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(",");
    let row = header.iter().map(|_| "x").collect::<Vec<_>>().join(",");
    let file = Source { name: "m.csv".into(), bytes: format!("{quoted}\n{row}\n").into_bytes() };
    let mut tables = describe_table(&file, &Columns::new()).expect("a table");
    let table = tables.pop().expect("a table");
    table.columns.into_iter().map(|column| column.field).collect()
}

fn assert_fields(columns: &[(&str, &str)]) {
    let header: Vec<_> = columns.iter().map(|(name, _)| *name).collect();
    let expected: Vec<_> = columns
        .iter()
        .map(|(_, field)| Some((*field).to_owned()).filter(|it| !it.is_empty()))
        .collect();
    assert_eq!(fields(&header), expected, "{header:?}");
}

#[test]
fn the_headings_of_forms_are_known_by_their_words() {
    assert_fields(&[
        ("Timestamp", ""),
        ("Name of your organisation", "sender"),
        ("Where are you based?", "country"),
        ("Your greetings to us", "message"),
        ("Who signs?", "signature"),
        ("Job title", "role"),
    ]);
    assert_fields(&[
        ("Timestamp", ""),
        ("Email address", ""),
        ("Organisation", "sender"),
        ("Country / region", "country"),
        ("Message of solidarity", "message"),
        ("Signed by", "signature"),
        ("Job title", "role"),
        ("Do you agree that we publish your message?", ""),
        ("Phone", ""),
    ]);
    for (heading, field) in [
        ("Which organisation do you represent?", "sender"),
        ("Organisation / political party", "sender"),
        ("What is the name of your group?", "sender"),
        ("Please enter the official name of your organization *", "sender"),
        ("Where is your party based?", "country"),
        ("Where are you from?", "country"),
        ("Which country are you from?", "country"),
        ("Country of your organisation", "country"),
        ("Your message (max. 300 words)", "message"),
        ("Statement on the 40th anniversary of the Harbour Choir", "message"),
        ("Please write your letter here", "message"),
        ("Your name", "signature"),
        ("Name of signatory", "signature"),
        ("Who signs the letter?", "signature"),
        ("Your position in the choir", "role"),
        ("Message language", "language"),
        ("Language of the text", "language"),
    ] {
        assert_fields(&[(heading, field)]);
    }
}

#[test]
fn what_may_mean_something_else_is_asked_for() {
    for heading in [
        "Timestamp",
        "Date of the letter",
        "Email address",
        "E-mail of your organisation",
        "Phone",
        "Website of your organisation",
        "Do you agree that your message is published?",
        "May we print the text?",
        "I sign the statement",
        "Number of members in your group",
        "Group leader",
        "Contact person of your party",
        "Name and organisation",
        "Organisation and role",
        "Language group",
        "Age group",
        "sender，message",
        "sender country message",
        "Message title",
        "Message to the organisers",
        "Message (not for publication)",
        "Translation of the message",
        "Text colour",
        "City and country",
        "Where did you hear from us?",
        "What is your position on the war?",
        "Logo of your organisation",
    ] {
        assert_fields(&[(heading, "")]);
    }
}

#[test]
fn a_field_is_guessed_for_one_column_only_and_never_beside_its_own_name() {
    assert_fields(&[("Your text", ""), ("Your greetings", ""), ("Name of your group", "sender")]);
    assert_fields(&[("Your greetings", ""), ("message", "message")]);
    assert_fields(&[("Your letter", ""), ("message 2", "message 2")]);
}

#[test]
fn the_import_says_what_a_heading_was_taken_as() {
    let text = "Name of your organisation;Where are you based?;Your greetings to us;Who signs?\n\
                Harmonia;Portugal;Dear friends;Ida\n";
    let file = Source { name: "m.csv".into(), bytes: text.as_bytes().into() };
    let import = import_file(&file, &Columns::new()).expect("messages");
    let message = &import.messages.first().expect("a message").message;
    assert_eq!(message.senders.first().and_then(|it| it.country.as_deref()), Some("PT"));
    assert_eq!(message.signatures.first().map(|it| it.name.as_str()), Some("Ida"));
    assert_eq!(message.body.len(), 1);
    let notes: Vec<_> = import.notes.iter().map(|note| note.text.as_str()).collect();
    for said in [
        "“Name of your organisation” is taken as sender.",
        "“Where are you based?” is taken as country.",
        "“Your greetings to us” is taken as message.",
        "“Who signs?” is taken as signature.",
    ] {
        assert!(notes.iter().any(|note| note.starts_with(said)), "{said} {notes:#?}");
    }
    let columns = Columns::from([("Who signs?".into(), "nothing".into())]);
    let import = import_file(&file, &columns).expect("messages");
    assert!(import.messages.iter().all(|it| it.message.signatures.is_empty()));
}
