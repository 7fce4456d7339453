//! E-mails (RFC 5322 and 2045), in single files and mailboxes: one message each.
//!
//! The message is the plain text of an e-mail or, failing that, its HTML. What other people or programs wrote
//! in it is left out and named in notes.

mod apart;
mod body;
mod flowed;
mod headers;
mod letter;
mod mbox;
mod quoting;
mod text;

use mail_parser::MessageParser;
use solidarity_core::collection::Date;

use crate::import::bounded::bounded;
use crate::import::error::ImportError;
use crate::import::note::{Import, Note, Origin};
use crate::source::Source;
use letter::Reader;

/// The most nested parts of an e-mail, counted by the headers that declare them.
const PARTS: usize = 500;

/// Reads the e-mails of a file, as of a day if it is known.
///
/// # Errors
/// When it is not an e-mail.
pub fn read(file: &Source, today: Option<Date>) -> Result<Import, ImportError> {
    let name = file.name.as_str();
    let bytes = file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes);
    let of_old_mac = (!bytes.contains(&b'\n') && bytes.contains(&b'\r'))
        .then(|| bytes.iter().map(|b| if *b == b'\r' { b'\n' } else { *b }).collect::<Vec<_>>());
    let bytes = of_old_mac.as_deref().unwrap_or(bytes);
    let empty = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let (start, bytes) = bytes.split_at_checked(empty).unwrap_or_default();
    let above = start.iter().filter(|byte| **byte == b'\n').count();
    let mut reader = Reader::new(name, today);
    let mails = mbox::split(bytes);
    let is_mailbox = bytes.starts_with(b"From ");
    for mail in mails {
        let line = above + mail.line;
        if parts_within(&mail.bytes) > PARTS {
            reader.note(
                line,
                "this e-mail has too many nested parts to be a letter, and was not read.",
            );
            continue;
        }
        let parsed = MessageParser::default().parse(&*mail.bytes).filter(letter::is_mail);
        match parsed {
            Some(message) => reader.read(&message, line),
            None if is_mailbox => reader.note(line, "this is not an e-mail, and was not read."),
            None => return Err(ImportError::NotMail(name.to_owned())),
        }
    }
    let (mut import, notes) = reader.finish();
    let origin = |line| Origin { file: name.to_owned(), line };
    let notes = bounded(notes).into_iter();
    import.notes.extend(notes.map(|(line, text)| Note { origin: origin(line), text }));
    if import.messages.is_empty() && !import.notes.is_empty() {
        let reasons = import.notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        return Err(ImportError::NothingTaken { source_name: name.to_owned(), reasons });
    }
    Ok(import)
}

/// The number of headers that declare a part with others in it.
fn parts_within(bytes: &[u8]) -> usize {
    const FIELD: &[u8] = b"content-type:";
    let begins = |text: &[u8], with: &[u8]| {
        text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    let announces = |line: &&[u8]| {
        let value = if begins(line, FIELD) { line.get(FIELD.len()..) } else { Some(*line) };
        let value = value.unwrap_or_default().trim_ascii_start();
        begins(value, b"multipart/") || begins(value, b"message/")
    };
    bytes.split(|byte| *byte == b'\n').filter(announces).count()
}
