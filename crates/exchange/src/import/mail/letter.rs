//! One e-mail, and those attached to it.

use mail_parser::{Encoding, HeaderName, Message, MessagePart, MimeHeaders, PartType};
use solidarity_core::collection::Date;
use solidarity_core::collection::raw::{RawMessage, RawSender};

use crate::counted::counted;
use crate::import::folder;
use crate::import::mail::body::{self, Body, LinesOf};
use crate::import::note::{Import, Imported, Note, Origin};
use crate::import::sender;
use crate::source::{Source, TextForm, extension};

/// How many levels of attached e-mails are read.
const DEPTH: usize = 3;

/// Whether a message has headers that only e-mails have.
pub fn is_mail(message: &Message) -> bool {
    const OF_MAILS: [HeaderName; 8] = [
        HeaderName::ContentType,
        HeaderName::Date,
        HeaderName::From,
        HeaderName::MessageId,
        HeaderName::MimeVersion,
        HeaderName::Received,
        HeaderName::Subject,
        HeaderName::To,
    ];
    message.headers().iter().any(|header| OF_MAILS.contains(&header.name))
}

/// What has been read of a file so far.
pub struct Reader<'a> {
    name: &'a str,
    today: Option<Date>,
    import: Import,
    notes: Vec<(usize, String)>,
}

impl<'a> Reader<'a> {
    /// A reader of a file of this name.
    pub fn new(name: &'a str, today: Option<Date>) -> Reader<'a> {
        Reader { name, today, import: Import::default(), notes: Vec::new() }
    }

    /// Adds a note on a line.
    pub fn note(&mut self, line: usize, text: impl Into<String>) {
        self.notes.push((line, text.into()));
    }

    /// The messages, and the notes by line.
    pub fn finish(mut self) -> (Import, Vec<(usize, String)>) {
        self.notes.sort_by_key(|(line, _)| *line);
        (self.import, self.notes)
    }

    /// Reads an e-mail that begins in a line.
    pub fn read(&mut self, message: &Message, line: usize) {
        self.mail(message, message.raw_message(), LinesOf::File(line), 0);
    }

    /// Reads an e-mail whose parts are in these bytes.
    fn mail(&mut self, message: &Message, raw: &[u8], lines: LinesOf, depth: usize) {
        let (LinesOf::File(line) | LinesOf::Encoded(line)) = lines;
        if let Some(reason) = not_a_letter(message) {
            let subject = message.subject().unwrap_or_default();
            return self
                .note(line, format!("the e-mail “{subject}” was not imported, because {reason}."));
        }
        let Body { paragraphs, notes } = body::read(message, raw, lines, forwards(message));
        self.notes.extend(notes);
        let senders = self.headers(message, line);
        let attached: Vec<&MessagePart> = message.attachments().collect();
        let is_digest = message.content_type().is_some_and(|of| of.subtype() == Some("digest"));
        let has_text = !paragraphs.is_empty();
        if has_text {
            let message = RawMessage {
                id: String::new(),
                senders: senders.clone(),
                signatures: Vec::new(),
                body: paragraphs,
            };
            self.add(message, line);
        }
        if is_digest || !has_text {
            let taken = self.attached(&attached, senders, (raw, lines), depth);
            if !taken && !has_text {
                self.note(line, "this e-mail has no text, and was not imported.");
            }
            return;
        }
        self.name_attached(&attached, line);
    }

    fn add(&mut self, message: RawMessage, line: usize) {
        let origin = Origin { file: self.name.to_owned(), line };
        self.import.messages.push(Imported { message, origin });
    }

    /// The senders by name, with a note on the other headers.
    fn headers(&mut self, message: &Message, line: usize) -> Vec<RawSender> {
        let origin = Origin { file: self.name.to_owned(), line };
        let addresses: Vec<_> = message.from().into_iter().flat_map(|from| from.iter()).collect();
        let mut notes = Vec::new();
        let names = addresses.iter().filter_map(|of| of.name.as_deref()).map(str::trim);
        let names = names.filter(|name| !name.is_empty() && !name.contains('@'));
        let senders: Vec<_> = names.map(|name| sender::of(name, &origin, &mut notes)).collect();
        self.notes.extend(notes.into_iter().map(|note| (line, note.text)));
        let subject = message.subject().map(str::trim).filter(|subject| !subject.is_empty());
        let subject = subject.map(|subject| format!("its subject “{subject}”"));
        let organization =
            message.header(HeaderName::Organization).and_then(|value| value.as_text());
        let organization =
            organization.map(|name| format!("the organisation “{name}” that it names"));
        let private: Vec<_> = addresses.iter().filter_map(|of| of.address.as_deref()).collect();
        let private = (!private.is_empty()).then(|| {
            format!("the address of its sender, which is private ({})", private.join(", "))
        });
        let left_out: Vec<_> = [subject, organization, private].into_iter().flatten().collect();
        if !left_out.is_empty() {
            self.note(line, format!("left out of this e-mail: {}.", left_out.join("; ")));
        }
        if senders.is_empty() {
            self.note(
                line,
                "the e-mail does not give the name of its sender, so the message has none: write it into the file \
                 of messages.",
            );
        }
        senders
    }

    /// Reads the attachments of an e-mail without text: all e-mails or, if there are none, the first text.
    fn attached(
        &mut self,
        attached: &[&MessagePart],
        senders: Vec<RawSender>,
        (raw, lines): (&[u8], LinesOf),
        depth: usize,
    ) -> bool {
        let (LinesOf::File(line) | LinesOf::Encoded(line)) = lines;
        let mails = attached.iter().filter_map(|part| match &part.body {
            PartType::Message(message) => Some((part, message)),
            _ => None,
        });
        let mut any = false;
        if depth < DEPTH {
            for (part, message) in mails {
                any = true;
                // If it is not encoded, it is part of the same bytes.
                match part.encoding {
                    Encoding::None => self.mail(message, raw, lines, depth + 1),
                    _ => {
                        let lines = LinesOf::Encoded(line);
                        self.mail(message, message.raw_message(), lines, depth + 1);
                    }
                }
            }
        }
        if any {
            return true;
        }
        let text = attached.iter().position(|part| TextForm::of(&name_of(part)).is_some());
        let Some((at, part)) = text.and_then(|at| Some((at, *attached.get(at)?))) else {
            self.name_attached(attached, line);
            return false;
        };
        let name = name_of(part);
        let file = Source { name: name.clone(), bytes: part.contents().to_vec() };
        let mut import = Import::default();
        let read = folder::read_file(&file, self.today, &mut import);
        let said = import.notes.into_iter().map(|Note { origin, text }| (origin.line, text));
        for (of, text) in said {
            self.note(line, format!("in the attachment “{name}”, line {of}: {text}"));
        }
        if let Err(error) = read {
            self.note(line, format!("the attachment cannot be read: {error}"));
        }
        let any = !import.messages.is_empty();
        for Imported { mut message, .. } in import.messages {
            if message.senders.is_empty() {
                message.senders.clone_from(&senders);
            }
            self.note(line, format!("the text was taken from the attachment “{name}”."));
            self.add(message, line);
        }
        let others: Vec<_> = attached
            .iter()
            .enumerate()
            .filter(|(of, _)| *of != at)
            .map(|(_, part)| *part)
            .collect();
        self.name_attached(&others, line);
        any
    }

    /// Notes attachments that were not read.
    fn name_attached(&mut self, attached: &[&MessagePart], line: usize) {
        const LETTERS: [&str; 8] = ["doc", "docx", "eml", "odt", "pages", "pdf", "rtf", "txt"];
        let names: Vec<_> = attached.iter().map(|part| name_of(part)).collect();
        if names.is_empty() {
            return;
        }
        let quoted: Vec<_> = names.iter().map(|name| format!("“{name}”")).collect();
        let may_be_letter = names.iter().any(|name| LETTERS.contains(&&*extension(name)));
        let cure = if may_be_letter {
            " If one of them is the letter, save it from the e-mail, and import it on its own."
        } else {
            ""
        };
        let count = counted(names.len(), "attachment");
        let was = if names.len() == 1 { "was" } else { "were" };
        self.note(line, format!("{count} {was} left out: {}.{cure}", quoted.join(", ")));
    }
}

/// The name of an attachment, or its type.
fn name_of(part: &MessagePart) -> String {
    if let PartType::Message(message) = &part.body {
        return format!("{}.eml", message.subject().unwrap_or("e-mail"));
    }
    let kind = || {
        let of = part.content_type()?;
        Some(format!("{}/{}", of.ctype(), of.subtype().unwrap_or_default()))
    };
    part.attachment_name().map(str::to_owned).or_else(kind).unwrap_or_else(|| "text".to_owned())
}

/// Whether the subject has a prefix with which mail programs mark forwarded e-mails.
fn forwards(message: &Message) -> bool {
    const BEFORE: [&str; 11] =
        ["fwd", "fw", "wg", "tr", "enc", "rv", "i", "doorst", "vs", "vb", "转发"];
    let subject = message.subject().unwrap_or_default();
    let before = subject.split_once([':', '：']).map(|(before, _)| before.trim().to_lowercase());
    before.is_some_and(|before| BEFORE.contains(&&*before))
}

/// Why an e-mail is not a message for readers, if so: by headers of Outlook (`X-Unsent`) and Thunderbird
/// (`X-Mozilla-Status`), and of RFC 3834, 3462, 1847 and 8551.
fn not_a_letter(message: &Message) -> Option<&'static str> {
    let header = |name: &'static str| {
        message.header_raw(HeaderName::Other(name.into())).unwrap_or_default().trim().to_owned()
    };
    if header("X-Unsent") == "1" {
        return Some("it is a draft that was never sent");
    }
    let status = u32::from_str_radix(&header("X-Mozilla-Status"), 16).unwrap_or_default();
    if status & 8 != 0 {
        return Some("it was deleted in the mail program");
    }
    let automatic = message.header(HeaderName::AutoSubmitted).and_then(|value| value.as_text());
    if automatic.is_some_and(|how| how.starts_with("auto-")) {
        return Some("a program sent it (an out-of-office reply or the like)");
    }
    let of = message.content_type()?;
    match (of.ctype(), of.subtype().unwrap_or_default()) {
        ("multipart", "report") => Some("it is a delivery report on another e-mail"),
        ("multipart", "encrypted") => {
            Some("it is encrypted: save it from the mail program without encryption")
        }
        ("application", "pkcs7-mime" | "x-pkcs7-mime")
            if of.attribute("smime-type") != Some("signed-data") =>
        {
            Some("it is encrypted: save it from the mail program without encryption")
        }
        _ => None,
    }
}
