//! E-mails become messages: their own words, in the right letters, and nobody else's.
#![cfg(feature = "documents")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use solidarity_core::collection::raw::{RawMarkedText, RawMessage, RawText};
use solidarity_exchange::{Columns, Import, ImportError, Source, import_file};

fn read_bytes(name: &str, bytes: &[u8]) -> Result<Import, ImportError> {
    import_file(&Source { name: name.to_owned(), bytes: bytes.to_vec() }, &Columns::new())
}

fn read(name: &str, text: &str) -> Import {
    read_bytes(name, text.as_bytes()).expect("an import")
}

/// An e-mail with these headers below its sender, and this text.
fn mail(headers: &str, text: &str) -> String {
    format!(
        "From: \"Tide Singers, Iceland\" <anna@tide.example>\nTo: us@choir.example\nSubject: For the jubilee\n\
         {headers}\n{text}"
    )
}

fn words(text: &RawText) -> String {
    match text {
        RawText::Plain(text) => text.clone(),
        RawText::Marked(RawMarkedText { text, lang }) => format!("{lang}: {text}"),
    }
}

fn body(message: &RawMessage) -> Vec<String> {
    message.body.iter().map(words).collect()
}

fn paragraphs(import: &Import) -> Vec<String> {
    import.messages.iter().flat_map(|imported| body(&imported.message)).collect()
}

fn said(import: &Import) -> String {
    import.notes.iter().map(|note| format!("{note}\n")).collect()
}

#[track_caller]
fn says(import: &Import, words: &str) {
    assert!(said(import).contains(words), "{words} is not in\n{}", said(import));
}

#[test]
fn an_email_is_a_message_of_its_sender_without_the_address() {
    let import = read("a.eml", &mail("", "Dear friends,\nwe sing.\n\nWith you\n"));
    let message = &import.messages[0].message;
    assert_eq!(message.senders.len(), 1);
    assert_eq!(message.senders[0].names.iter().map(words).collect::<Vec<_>>(), ["Tide Singers"]);
    assert_eq!(message.senders[0].country.as_deref(), Some("IS"));
    assert_eq!(body(message), ["Dear friends,\nwe sing.", "With you"]);
    assert_eq!(message.id, "tide-singers-iceland");
    assert_eq!(import.notes.len(), 1, "{}", said(&import));
    says(&import, "a.eml:1: left out of this e-mail: its subject “For the jubilee”; the address");
    says(&import, "private (anna@tide.example)");
}

#[test]
fn a_sender_without_a_name_is_not_named_by_the_address() {
    let import = read("a.eml", "From: anna@tide.example\nSubject: Hi\n\nWe sing.\n");
    assert!(import.messages[0].message.senders.is_empty());
    says(&import, "does not give the name of its sender");
    let import = read("a.eml", "From: \"anna@tide.example\" <anna@tide.example>\n\nWe sing.\n");
    assert!(import.messages[0].message.senders.is_empty());
}

#[test]
fn letters_come_in_the_character_set_and_encoding_that_the_email_names() {
    let cases: [(&str, &[u8], &str); 9] = [
        (
            "text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit",
            "Olá, 朋友".as_bytes(),
            "Olá, 朋友",
        ),
        (
            "text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
            b"Ol=C3=A1, ami=\ngas =E2=80=9Cnossas=E2=80=9D",
            "Olá, amigas “nossas”",
        ),
        ("text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit", b"Ol\xe1", "Olá"),
        ("text/plain; charset=windows-1252", b"\x93nossas\x94", "“nossas”"),
        (
            "text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
            b"T2zDoSwg5pyL\n5Y+L\n",
            "Olá, 朋友",
        ),
        ("text/plain; charset=koi8-r", b"\xf0\xd2\xc9\xd7\xc5\xd4", "Привет"),
        (
            "text/plain; charset=shift_jis",
            b"\x82\xb1\x82\xf1\x82\xc9\x82\xbf\x82\xcd",
            "こんにちは",
        ),
        ("text/plain; charset=iso-2022-jp", b"\x1b$B$3$s$K$A$O\x1b(B", "こんにちは"),
        ("text/plain; charset=gb2312", b"\xc5\xf3\xd3\xd1", "朋友"),
    ];
    for (kind, text, wanted) in cases {
        let head = mail(&format!("Content-Type: {kind}\n"), "");
        let import = read_bytes("a.eml", &[head.as_bytes(), text, b"\n"].concat()).expect(kind);
        assert_eq!(paragraphs(&import), [wanted], "{kind}");
        assert_eq!(import.notes.len(), 1, "{kind}: {}", said(&import));
    }
}

#[test]
fn a_character_set_that_is_not_named_is_guessed_and_said() {
    for kind in [
        "",
        "Content-Type: text/plain; charset=us-ascii\n",
        "Content-Type: text/plain; charset=utf-8\n",
    ] {
        let bytes = [mail(kind, "").as_bytes(), b"Muitos parab\xe9ns, \x93amigas\x94\n"].concat();
        let import = read_bytes("a.eml", &bytes).expect("an import");
        assert_eq!(paragraphs(&import), ["Muitos parabéns, “amigas”"]);
        says(&import, "was guessed: check its letters");
    }
}

#[test]
fn names_and_subjects_are_decoded() {
    let text = "From: =?utf-8?Q?Marisol=2C_M=C3=A9xico?= <m@x.example>\n\
                Subject: =?gb2312?B?xfPT0Q==?=\n\nHola\n";
    let import = read("a.eml", text);
    let sender = &import.messages[0].message.senders[0];
    assert_eq!(
        (words(&sender.names[0]).as_str(), sender.country.as_deref()),
        ("Marisol", Some("MX"))
    );
    says(&import, "“朋友”");
}

#[test]
fn lines_flow_only_where_the_email_says_so() {
    let text = "We sing to all \nof you, and \nto the sea.\n\n Indented.\n";
    let flowed = read("a.eml", &mail("Content-Type: text/plain; format=flowed\n", text));
    assert_eq!(paragraphs(&flowed), ["We sing to all of you, and to the sea.", "Indented."]);
    let delsp = "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n";
    let delsp = read("a.eml", &mail(delsp, "我们 \n唱歌\n"));
    assert_eq!(paragraphs(&delsp), ["我们唱歌"]);
    let fixed = read("a.eml", &mail("", "We sing to all \nof you.\n"));
    assert_eq!(paragraphs(&fixed), ["We sing to all \nof you."]);
}

#[test]
fn plain_text_is_preferred_to_html_and_html_is_read_where_there_is_none() {
    let both = "--b\nContent-Type: text/plain\n\nWe sing.\n--b\nContent-Type: text/html\n\n<p>We <b>sing</b>.</p>\n--b--\n";
    let import = read("a.eml", &mail("Content-Type: multipart/alternative; boundary=b\n", both));
    assert_eq!(paragraphs(&import), ["We sing."]);
    assert_eq!(import.notes.len(), 1, "{}", said(&import));

    let html =
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n";
    let text = "<html><head><title>x</title><style>p {}</style></head><body lang=3Dis>\n<p>Dear\nfriends,<br>\nwe sing.</p>\
                <blockquote type=3D\"cite\">our invitation</blockquote>\
                <div class=3D\"gmail_signature\">Anna, 555 0100</div></body></html>\n";
    let import = read("a.eml", &mail(html, text));
    assert_eq!(paragraphs(&import), ["is: Dear friends,\nwe sing."]);
    says(&import, "the quotation of another e-mail was left out: our invitation");
    says(&import, "the block below the text was left out: Anna, 555 0100");

    let empty = "--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html\n\n<p>We sing.</p>\n--b--\n";
    let import = read("a.eml", &mail("Content-Type: multipart/alternative; boundary=b\n", empty));
    assert_eq!(paragraphs(&import), ["We sing."]);
}

#[test]
fn html_of_nothing_but_a_quotation_is_the_letter() {
    let text = "<div class=\"gmail_quote\"><p>We sing.</p></div>";
    let import = read("a.eml", &mail("Content-Type: text/html\n", text));
    assert_eq!(paragraphs(&import), ["We sing."]);
}

#[test]
fn what_others_wrote_is_named_and_not_imported() {
    let text = "We sing.\n\n-- \nAnna, alto\n+354 555 0100\n\nOn Mon, 4 Jan 2027 at 10:00, Ida <ida@choir.example>\nwrote:\n\n\
                > Would you\n> write to us?\n";
    let import = read("a.eml", &mail("", text));
    assert_eq!(paragraphs(&import), ["We sing."]);
    says(
        &import,
        "a.eml:11: the quotation of another e-mail was left out: On Mon, 4 Jan 2027 at 10:00, Ida",
    );
    says(&import, "Would you write to us?");
    says(
        &import,
        "a.eml:7: the block below the line “-- ” was left out: Anna, alto +354 555 0100.",
    );

    let between = "> Will you sing?\nYes, we will.\n> Where?\nAt the harbour:\nby the wall.\n";
    let import = read("a.eml", &mail("", between));
    assert_eq!(paragraphs(&import), ["Yes, we will.\nAt the harbour:\nby the wall."]);
    says(&import, "Will you sing?");
    says(&import, "Where?");
}

#[test]
fn an_answer_of_outlook_is_without_what_it_answers() {
    let text = "We sing.\n\n-----Original Message-----\nFrom: Ida\nSent: Monday\nTo: Anna\nSubject: Ask\n\nWould you write?\n";
    let import = read("a.eml", &mail("", text));
    assert_eq!(paragraphs(&import), ["We sing."]);
    says(&import, "the e-mail that this one answers was left out:");
    says(&import, "Would you write?");
}

#[test]
fn a_letter_that_is_forwarded_is_kept_without_its_headers() {
    let text = "See below.\n\n---------- Forwarded message ---------\nFrom: Tide <t@tide.example>\nDate: Monday\n\
                Subject: For you\nTo: Ida\n\nDear friends, we sing.\n";
    let import = read("a.eml", &mail("", text));
    assert_eq!(paragraphs(&import), ["See below.", "Dear friends, we sing."]);
    says(&import, "forwards another, whose headers were left out:");
    says(&import, "From: Tide <t@tide.example> Date: Monday");
    says(&import, "The text above it is from whoever forwarded it");

    // A formal letter begins like this, too.
    let letter = "De: Harmonia\nPara: o Coro do Porto\nAssunto: Saudação\n\nMuitos parabéns!\n";
    let import = read("a.eml", &mail("", letter));
    assert_eq!(
        paragraphs(&import),
        ["De: Harmonia\nPara: o Coro do Porto\nAssunto: Saudação", "Muitos parabéns!"]
    );

    let quoted = read("a.eml", &mail("", "> Dear friends,\n> we sing.\n"));
    assert_eq!(paragraphs(&quoted), ["Dear friends,\nwe sing."]);
    says(&quoted, "the whole text is a quotation");
    let introduced = "On 4 Jan 2027, Ida wrote:\n> Dear friends,\n> we sing.\n";
    let introduced = read("a.eml", &mail("", introduced));
    assert_eq!(paragraphs(&introduced), ["On 4 Jan 2027, Ida wrote:\nDear friends,\nwe sing."]);
}

#[test]
fn the_footer_of_a_mailing_list_is_named() {
    let line = "_".repeat(47);
    let text = format!("We sing.\n\n{line}\nChoirs mailing list\nhttps://lists.example/choirs\n");
    let import = read("a.eml", &mail("", &text));
    assert_eq!(paragraphs(&import), ["We sing."]);
    says(&import, "the footer of a mailing list was left out: Choirs mailing list");
    let own = format!("We sing.\n\n{line}\n\nAnna\n");
    assert_eq!(
        paragraphs(&read("a.eml", &mail("", &own))),
        ["We sing.".to_owned(), line, "Anna".to_owned()]
    );
}

/// An e-mail of several parts.
fn parts(parts: &[&str]) -> String {
    let parts: String = parts.iter().map(|part| format!("--b\n{part}\n")).collect();
    mail("Content-Type: multipart/mixed; boundary=b\n", &format!("{parts}--b--\n"))
}

#[test]
fn attachments_are_named_and_read_where_the_email_has_no_text() {
    let picture =
        "Content-Type: image/png\nContent-Disposition: attachment; filename=choir.png\n\nx";
    let text = "Content-Type: text/plain\nContent-Disposition: attachment; filename=letter.txt\n\nDear friends.\n\nWe sing.";
    let import =
        read("a.eml", &parts(&["Content-Type: text/plain\n\nSee attachment.", text, picture]));
    assert_eq!(paragraphs(&import), ["See attachment."]);
    says(
        &import,
        "2 attachments were left out: “letter.txt”, “choir.png”. If one of them is the letter, save it",
    );

    let import = read("a.eml", &parts(&["Content-Type: text/plain\n\n", picture, text]));
    assert_eq!(paragraphs(&import), ["Dear friends.", "We sing."]);
    assert_eq!(import.messages[0].message.id, "tide-singers-iceland");
    says(&import, "the text was taken from the attachment “letter.txt”");
    says(&import, "1 attachment was left out: “choir.png”.");
}

#[test]
fn emails_attached_to_an_email_without_text_are_read() {
    let inner = |name: &str| {
        format!(
            "Content-Type: message/rfc822\n\nFrom: {name} <a@b.example>\nSubject: S\n\nWe are {name}.\n"
        )
    };
    let import = read("a.eml", &parts(&[&inner("Harmonia"), &inner("Bergkoor")]));
    assert_eq!(paragraphs(&import), ["We are Harmonia.", "We are Bergkoor."]);
    let ids: Vec<_> = import.messages.iter().map(|read| read.message.id.as_str()).collect();
    assert_eq!(ids, ["harmonia", "bergkoor"]);
    says(&import, "a.eml:1: left out");
    let encoded = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n\
                   RnJvbTogSGFybW9uaWEgPGFAYi5leGFtcGxlPgoKV2UgYXJlIEhhcm1vbmlhLgo=";
    let import = read("a.eml", &parts(&[encoded]));
    assert_eq!(paragraphs(&import), ["We are Harmonia."]);
}

#[test]
fn what_is_no_letter_is_not_imported_and_named() {
    let drafts = [
        ("X-Unsent: 1\n", "draft"),
        ("X-Mozilla-Status: 0009\n", "deleted"),
        ("Auto-Submitted: auto-replied\n", "a program sent it"),
        ("Content-Type: multipart/report; boundary=b\n", "delivery report"),
        ("Content-Type: multipart/encrypted; boundary=b\n", "encrypted"),
    ];
    for (header, reason) in drafts {
        let error = read_bytes("a.eml", mail(header, "We sing.").as_bytes()).expect_err(reason);
        let error = error.to_string();
        assert!(error.contains("For the jubilee") && error.contains(reason), "{error}");
    }
    let error = read_bytes("a.eml", mail("", "\n").as_bytes()).expect_err("no text").to_string();
    assert!(error.contains("no text"), "{error}");
    for no_mail in ["", "Dear friends,\n\nwe sing.\n", "\u{0}\u{1}", "%PDF-1.7\n"] {
        let error = read_bytes("a.eml", no_mail.as_bytes()).expect_err("no e-mail").to_string();
        assert!(error.starts_with("a.eml: this is not an e-mail"), "{error}");
    }
}

#[test]
fn a_mailbox_has_a_message_for_each_email() {
    let one = mail("", "One.\n\n>From here on we sing.\n\nFrom the sea.\n");
    let two = "From: Harmonia <h@x.example>\nSubject: Two\n\nTwo.\n";
    let file = format!(
        "From - Mon Jan  4 20:07:15 2027\n{one}\nFrom h@x.example Mon Jan  4 21:00:00 +0000 2027\n{two}\n"
    );
    let import = read("post.mbox", &file);
    assert_eq!(paragraphs(&import), ["One.", "From here on we sing.", "From the sea.", "Two."]);
    assert_eq!(import.messages.len(), 2);
    let lines: Vec<_> = import.messages.iter().map(|read| read.origin.line).collect();
    assert_eq!(lines, [2, 13]);
    assert_eq!(read("post.mbox", &file.replace('\n', "\r\n")).messages.len(), 2);
    assert_eq!(paragraphs(&read("post.mbox", &file.replace('\n', "\r"))), paragraphs(&import));
}

#[test]
fn a_mailbox_of_a_million_lines_takes_time_in_proportion() {
    let one = format!(
        "From a@b.example Mon Jan  4 20:07:15 2027\n{}\n",
        mail("", "We sing.\n> Will you?\n\na:\n> b\n")
    );
    let lines = one.lines().count();
    let file = one.repeat(1_000_000 / lines);
    let import = read("post.mbox", &file);
    assert_eq!(import.messages.len(), 1_000_000 / lines);

    let long = mail("", &"a 1:\n> b\n\n".repeat(100_000));
    assert_eq!(read("a.eml", &long).messages.len(), 1);
    let bare = "From a Mon Jan  4 20:07:15 2027\n\n".repeat(50_000);
    assert!(read_bytes("post.mbox", bare.as_bytes()).is_err());
}

#[test]
fn parts_within_parts_have_a_limit() {
    let nested: String = (0..20_000)
        .map(|at| format!("Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n"))
        .collect();
    let nested = format!("From: A <a@b.example>\n{nested}\nWe sing.\n");
    let error = read_bytes("a.eml", nested.as_bytes()).expect_err("a refusal").to_string();
    assert!(error.contains("too many nested parts"), "{error}");
    let messages = "Content-Type: message/rfc822\n\n".repeat(20_000);
    let messages = format!("From: A <a@b.example>\n{messages}From: B <a@b.example>\n\nWe sing.\n");
    let error = read_bytes("a.eml", messages.as_bytes()).expect_err("a refusal").to_string();
    assert!(error.contains("too many nested parts"), "{error}");
    let few = "Content-Type: message/rfc822\n\n".repeat(400);
    let few = format!("From: A <a@b.example>\n{few}From: B <a@b.example>\n\nWe sing.\n");
    assert!(read_bytes("a.eml", few.as_bytes()).is_err());
}
