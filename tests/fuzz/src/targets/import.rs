//! What people import: every note has its place, and what was imported survives an export.

use std::collections::BTreeSet;

use serde_json::Value;
use solidarity_core::collection::raw::RawMessage;
use solidarity_exchange::check::{check, rendered};
use solidarity_exchange::{
    Columns, Dataset, Exported, Folder, Import, ImportError, Source, import_file, import_folder,
    to_table, to_texts,
};

use super::many;
use crate::{Noticed, Target, Verdict, ensure};

/// A table.
pub const CSV: Target = Target {
    name: "csv",
    read: |input| file("form.csv", input),
    words: &[
        ",",
        ";",
        "\t",
        "\"",
        "\"\"",
        "\n",
        "sender",
        "country",
        "message",
        "signature",
        "role",
        "language",
        "id",
        "Timestamp",
        "Portugal",
        "pt",
        "=",
        "+1",
        "#N/A",
        "@",
        "_",
        "\r",
        "A\n\nB",
    ],
    seeds: || {
        let head = "sender,country,message\n";
        vec![
            many(head, "A,Portugal,Dear friends\n", 2_500, ""),
            many(head, "\"", 50_000, ""),
            many("", ",", 60_000, "\nA,B"),
            many(head, "\"A\nB", 10_000, ""),
            many("sender,message\nA,\"", "T\n\n", 20_000, "\""),
            many("sender,message\nA,", "_", 50_000, ""),
            many("sender", ",sender", 8_000, ",message\nA,B"),
            many(head, "\n", 60_000, ""),
        ]
    },
};

/// A Markdown file with front matter.
pub const MARKDOWN: Target = Target {
    name: "markdown",
    read: |input| folder("a.md", input),
    words: &[
        "---\n",
        "sender: ",
        "country: ",
        "signature: ",
        "role: ",
        "id: ",
        "language: ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a ",
        "<<: ",
        "!!",
        "| \n",
        ">-\n",
        "# ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "> ",
        "[a](b)",
        "![a](b)",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<br>",
        "&amp;",
        "&#0;",
        "[^1]",
        "[^1]: ",
        "| a | b |\n",
        "|---|\n",
        "\\",
        "1. ",
        "  ",
        "\n\n",
        "no",
        "2024-01-01",
        "0o7",
        "~",
    ],
    seeds: || {
        let head = "---\nsender: A\n---\n";
        let many = |begin: &str, middle, count, end| many(begin, middle, count, end);
        vec![
            many(head, "_", 50_000, ""),
            many(head, "*", 50_000, "a"),
            many(head, "*a ", 20_000, ""),
            many(head, "[", 60_000, ""),
            many(head, "![", 30_000, ""),
            many(head, "> ", 30_000, "a"),
            many(head, "- ", 30_000, "a"),
            many(head, "`a", 30_000, ""),
            many(head, "<b>", 20_000, ""),
            many(head, "<!--", 15_000, ""),
            many(head, "[^1]", 10_000, "\n\n[^1]: a"),
            many(head, "&amp;", 10_000, ""),
            many(head, "| a ", 12_000, "|\n|---|"),
            many("---\nsender: ", "[", 20_000, "\n---\nText"),
            many("---\nsender: ", "{a: ", 10_000, "\n---\nText"),
            many("---\na: &a [x]\n", "b: [*a, *a, *a]\n", 3_000, "---\nText"),
            b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: &e [*d, *d]\nsender: *e\n---\nText".to_vec(),
            many("---\n", "sender: A\n", 6_000, "---\nText"),
            many("---\nsender: \"", "\\", 40_000, "\"\n---\nText"),
        ]
    },
};

/// A plain text file with front matter.
pub const TEXT: Target = Target {
    name: "text",
    read: |input| folder("a.txt", input),
    words: &[
        "---\n",
        "sender: ",
        "country: ",
        "signature: ",
        "- ",
        "\n\n",
        "\n",
        "\u{c}",
        " ",
        "\t",
        "_",
        "#",
        "\"",
        "'",
        ": ",
        "|\n",
    ],
    seeds: || {
        vec![
            many("---\nsender: A\n---\n", "_", 50_000, ""),
            many("---\nsender: A\n---\n", "T\n\n", 20_000, ""),
            many("---\nsender: A\n---\n", "\u{202e}", 20_000, ""),
            many("", "---\n", 15_000, ""),
            many("---\nsender: A\n", " ", 60_000, ""),
        ]
    },
};

/// An export of WordPress.
pub const WORDPRESS: Target = Target {
    name: "wordpress",
    read: |input| file("export.xml", input),
    words: &[
        "<rss>",
        "</rss>",
        "<channel>",
        "</channel>",
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<content:encoded>",
        "</content:encoded>",
        "<![CDATA[",
        "]]>",
        "<wp:status>publish</wp:status>",
        "<wp:post_type>post</wp:post_type>",
        "<wp:post_password>",
        "<category domain=\"category\">",
        "<!--",
        "-->",
        "<!-- wp:paragraph -->",
        "<p>",
        "</p>",
        "<h2>",
        "<ul><li>",
        "<a href=\"",
        "&lt;",
        "&amp;",
        "&#0;",
        "&nbsp;",
        "<!DOCTYPE a [",
        "<!ENTITY a \"b\">",
        "&a;",
        "<?",
        "?>",
        "\"",
        "=",
        "[caption]",
        "<script>",
        "<table><tr><td>",
    ],
    seeds: || {
        let head = "<?xml version=\"1.0\"?><rss xmlns:content=\"c\" xmlns:wp=\"w\"><channel><item><title>A</title><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded><![CDATA[";
        let end = "]]></content:encoded></item></channel></rss>";
        vec![
            many(head, "<p>Dear friends</p>", 3_000, end),
            many(head, "<div>", 10_000, end),
            many(head, "<b>", 15_000, end),
            many(head, "<table>", 7_000, end),
            many(head, "<!--", 12_000, end),
            many(head, "<", 50_000, end),
            many(head, "&", 50_000, end),
            many(head, "_", 50_000, end),
            many(head, "<p>a", 12_000, ""),
            many(head, "<a href=\"", 6_000, end),
            many(head, "<p ", 15_000, end),
            many("<rss><channel>", "<item>", 9_000, ""),
            many("", "<![CDATA[", 6_000, ""),
            many("<!DOCTYPE a [<!ENTITY a \"", "&a;", 10_000, "\">]><rss>&a;</rss>"),
            many("<rss ", "a=\"b\" ", 8_000, "/>"),
        ]
    },
};

fn file(name: &str, input: &[u8]) -> Verdict {
    let source = Source { name: name.into(), bytes: input.to_vec() };
    read(import_file(&source, &Columns::new()), input)
}

fn folder(name: &str, input: &[u8]) -> Verdict {
    let files = vec![Source { name: name.into(), bytes: input.to_vec() }];
    let folder = Folder { name: "texts".into(), files, ..Folder::default() };
    read(import_folder(&folder, &Columns::new()), input)
}

fn read(import: Result<Import, ImportError>, input: &[u8]) -> Verdict {
    let mut noticed = Noticed::default();
    let Import { messages, notes } = match import {
        Ok(import) => import,
        Err(error) => {
            ensure(!error.to_string().is_empty(), || "an error that says nothing".into())?;
            noticed.note("error", std::mem::discriminant(&error));
            return Ok(noticed);
        }
    };
    // A carriage return alone ends a line, too.
    let lines = 1 + input.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    let origins = messages.iter().map(|message| &message.origin);
    for origin in origins.chain(notes.iter().map(|note| &note.origin)) {
        let is_within = (1..=lines).contains(&origin.line);
        ensure(is_within, || format!("{origin} is outside the file of {lines} lines"))?;
    }
    for note in &notes {
        ensure(!note.text.is_empty(), || format!("{}: a note that says nothing", note.origin))?;
        let kind: String = note.text.split(['“', ':']).next().unwrap_or_default().into();
        noticed.note("note", kind.replace(|c: char| c.is_ascii_digit(), ""));
    }
    let messages: Vec<RawMessage> = messages.into_iter().map(|imported| imported.message).collect();
    let unnamed = messages.iter().find(|message| message.id.is_empty());
    ensure(unnamed.is_none(), || format!("a message without an id: {unnamed:?}"))?;
    // Ids that the file itself gives may be there twice; a check reports that.
    let ids: BTreeSet<_> = messages.iter().map(|message| &message.id).collect();
    noticed.count("messages", messages.len());
    noticed.note("ids", ids.len() == messages.len());
    if ids.len() == messages.len() {
        comes_back(&messages, &mut noticed)?;
    }
    can_be_checked(messages, &mut noticed)?;
    Ok(noticed)
}

/// What was exported is imported again, except for what the export names.
fn comes_back(messages: &[RawMessage], noticed: &mut Noticed) -> Result<(), String> {
    for (format, exported) in [("table", to_table(messages)), ("texts", to_texts(messages))] {
        let Exported { files, changed } = exported.map_err(|error| error.to_string())?;
        let back = match format {
            "table" => files.first().map(|file| import_file(file, &Columns::new())),
            _ => Some(import_folder(&Folder { files, ..Folder::default() }, &Columns::new())),
        };
        let back = back.and_then(Result::ok).unwrap_or_default();
        let json = |message: &RawMessage| serde_json::to_value(message).unwrap_or(Value::Null);
        for message in messages.iter().filter(|message| !changed.contains(&message.id)) {
            let again = back.messages.iter().find(|imported| imported.message.id == message.id);
            let again = again.map(|imported| json(&imported.message));
            let before = json(message);
            ensure(again.as_ref() == Some(&before), || {
                format!("as a {format}, {before} comes back as {again:?}")
            })?;
        }
        noticed.note(format, changed.is_empty());
    }
    Ok(())
}

/// A collection of what was imported can be written, read and checked.
fn can_be_checked(messages: Vec<RawMessage>, noticed: &mut Noticed) -> Result<(), String> {
    let bare = r#"{"collection":{"title":"Letters","language":"en"},"messages":[]}"#;
    let mut dataset = Dataset::read(bare).map_err(|error| error.to_string())?;
    dataset.messages = messages;
    let text = dataset.written().map_err(|error| error.to_string())?;
    let checked = check(&text);
    for finding in &checked.findings {
        ensure(text.get(finding.range.clone()).is_some(), || format!("{:?}", finding.range))?;
        noticed.note("finding", finding.severity);
    }
    rendered(&checked, "messages.json", &text, false);
    Ok(())
}
