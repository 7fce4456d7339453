//! The text of a part of an e-mail: its transfer encoding (RFC 2045, §6) and its character set.

use encoding_rs::Encoding;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding as TransferEncoding, MessagePart, MimeHeaders};

use crate::cleaning::{cleaned_text, decoded};

/// The text of a part.
pub struct Text {
    /// The text, with `\n` at the end of each line.
    pub text: String,
    /// Notes on it: the line, from 1, and the text of the note.
    pub notes: Vec<(usize, String)>,
    /// Whether it was encoded, in which case its lines are not those of the e-mail.
    pub is_encoded: bool,
}

const GUESSED: &str =
    "the e-mail does not name the character set of its text, so it was guessed: check its letters.";

const UNKNOWN: &str = "the character set of the text cannot be detected, so letters are lost: each is now U+FFFD (�). Write \
                       them in the file of messages.";

const DAMAGED: &str = "the encoding of the text is damaged, so some of it may be missing: compare it with the e-mail.";

/// Reads the text of a part of the e-mail with these bytes.
pub fn read(raw: &[u8], part: &MessagePart) -> Text {
    let range = part.offset_body as usize..part.offset_end as usize;
    let raw = raw.get(range).unwrap_or_default();
    let bytes = match part.encoding {
        TransferEncoding::None => Some(raw.to_vec()),
        TransferEncoding::QuotedPrintable => quoted_printable_decode(raw),
        TransferEncoding::Base64 => base64_decode(raw),
    };
    let is_encoded = part.encoding != TransferEncoding::None;
    let (text, said) = match bytes.filter(|_| !part.is_encoding_problem) {
        Some(bytes) => of_charset(part, &bytes),
        None => (part.text_contents().unwrap_or_default().to_owned(), Some(DAMAGED)),
    };
    let (text, mut notes) = cleaned_text(text);
    notes.extend(said.map(|said| (1, said.to_owned())));
    Text { text, notes, is_encoded }
}

/// A text in the character set that the part names. Programs that do not know it name US-ASCII.
fn of_charset(part: &MessagePart, bytes: &[u8]) -> (String, Option<&'static str>) {
    let label = part.content_type().and_then(|of| of.attribute("charset"));
    let label = label.filter(|label| !label.eq_ignore_ascii_case("us-ascii") || bytes.is_ascii());
    if let Some(label) = label {
        let Some(encoding) = Encoding::for_label(label.as_bytes()) else {
            // Such as UTF-7.
            return (part.text_contents().unwrap_or_default().to_owned(), None);
        };
        let (text, damaged) = encoding.decode_with_bom_removal(bytes);
        if !damaged {
            return (text.into_owned(), None);
        }
    }
    match decoded(bytes) {
        Ok(decoded) => (decoded.text, decoded.said.map(|_| GUESSED)),
        Err(_) => (String::from_utf8_lossy(bytes).into_owned(), Some(UNKNOWN)),
    }
}
