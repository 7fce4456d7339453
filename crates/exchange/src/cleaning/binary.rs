//! Files that are not text, whatever their names say.

use crate::cleaning::unicode::wide;
use crate::source::is_table;

/// What programs call a file, and what to do with it.
#[derive(Clone, Copy)]
struct Kind {
    what: &'static str,
    cure: &'static str,
}

const AS_TABLE: &str = "Open it in a spreadsheet program, and save it as “CSV UTF-8”.";
const AS_TEXT: &str = if cfg!(feature = "documents") {
    "Open it in Word or LibreOffice, and save it as .docx, or as plain text (.txt) in UTF-8."
} else {
    "Open it in a word processor, and save it as plain text (.txt) in UTF-8."
};
const UNPACK: &str = "Unpack it, and import what is in it.";
const NO_TEXT: &str = "It contains no text that can be read: type its words into a text file.";

/// Magic numbers, from the `file` command and the specifications of the formats.
const BEGINNINGS: &[(&[u8], Kind)] = &[
    (b"%PDF-", Kind { what: "a PDF file", cure: "Copy its text into a text file (.txt)." }),
    (b"{\\rtf1", Kind { what: "an RTF file", cure: AS_TEXT }),
    (b"\x1f\x8b", Kind { what: "a gzip archive", cure: UNPACK }),
    (b"7z\xbc\xaf\x27\x1c", Kind { what: "a 7-Zip archive", cure: UNPACK }),
    (b"Rar!\x1a\x07", Kind { what: "a RAR archive", cure: UNPACK }),
    (b"BZh91AY", Kind { what: "a bzip2 archive", cure: UNPACK }),
    (b"\xfd7zXZ\0", Kind { what: "an xz archive", cure: UNPACK }),
    (b"\x28\xb5\x2f\xfd", Kind { what: "a Zstandard archive", cure: UNPACK }),
    (b"\x89PNG\r\n", Kind { what: "a PNG picture", cure: NO_TEXT }),
    (b"\xff\xd8\xff", Kind { what: "a JPEG picture", cure: NO_TEXT }),
    (b"GIF87a", Kind { what: "a GIF picture", cure: NO_TEXT }),
    (b"GIF89a", Kind { what: "a GIF picture", cure: NO_TEXT }),
    (b"II*\0", Kind { what: "a TIFF picture", cure: NO_TEXT }),
    (b"MM\0*", Kind { what: "a TIFF picture", cure: NO_TEXT }),
    (b"OggS\0", Kind { what: "a recording", cure: NO_TEXT }),
    (b"ID3\x03", Kind { what: "a recording", cure: NO_TEXT }),
    (b"ID3\x04", Kind { what: "a recording", cure: NO_TEXT }),
    (b"SQLite format 3\0", Kind { what: "a database (SQLite)", cure: "Export its table as CSV." }),
    (b"PAR1", Kind { what: "a Parquet file", cure: "Export its table as CSV." }),
    (b"bplist00", Kind { what: "a property list of macOS", cure: AS_TEXT }),
    (b"\0\x05\x16\x07", Kind { what: "a file of macOS without text", cure: "Delete it." }),
    (b"\x7fELF", Kind { what: "a program", cure: "Give the file with the messages instead." }),
    (b"MZ\x90\0", Kind { what: "a program", cure: "Give the file with the messages instead." }),
    (b"wOF2", Kind { what: "a font", cure: "Give the file with the messages instead." }),
];

/// Kinds of documents that are ZIP archives, by the name or declared type of a part.
const IN_ZIP: &[(&[u8], Kind)] = &[
    (b"opendocument.spreadsheet", Kind { what: "an OpenDocument spreadsheet", cure: AS_TABLE }),
    (b"opendocument.text", Kind { what: "an OpenDocument text", cure: AS_TEXT }),
    (b"opendocument", Kind { what: "an OpenDocument file", cure: AS_TEXT }),
    (b"epub+zip", Kind { what: "an e-book (EPUB)", cure: AS_TEXT }),
    (b"xl/", Kind { what: "an Excel file", cure: AS_TABLE }),
    (b"word/", Kind { what: "a Word file", cure: AS_TEXT }),
    (b"ppt/", Kind { what: "a PowerPoint file", cure: AS_TEXT }),
    (b"Index/Tables", Kind { what: "a Numbers file", cure: AS_TABLE }),
    (b"Index/CalculationEngine", Kind { what: "a Numbers file", cure: AS_TABLE }),
    (b"Index/Document.iwa", Kind { what: "a Pages file", cure: AS_TEXT }),
];

/// A file with more than one control character per this many bytes is not text.
const CONTROLS: usize = 10;

/// Why a file cannot be read as text, and what to do; `kind` is the end of its name.
pub fn refusal(bytes: &[u8], kind: &str) -> Option<String> {
    let is_table = is_table(kind);
    let known = document(bytes).or_else(|| {
        BEGINNINGS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
    });
    let known = known.or_else(|| posing(bytes).filter(|_| is_table));
    let Kind { what, cure } = known.or_else(|| {
        let cure = "It may be damaged, or not the kind of file that its name says: save it again as plain \
                    text in UTF-8.";
        is_noise(bytes).then_some(Kind { what: "not a text file", cure })
    })?;
    Some(format!("this is {what}, and cannot be read as .{kind}. {cure}"))
}

/// An office document: a ZIP archive or, in the older formats, a compound file.
fn document(bytes: &[u8]) -> Option<Kind> {
    let contains =
        |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    if bytes.starts_with(b"PK\x03\x04") {
        // The names of the parts are at the beginning and the end of the archive.
        let (end, start) = (bytes.len().min(65_536), bytes.len().saturating_sub(65_536));
        let ends = [bytes.get(..end).unwrap_or_default(), bytes.get(start..).unwrap_or_default()];
        let inside = IN_ZIP.iter().find(|(part, _)| ends.iter().any(|end| contains(end, part)));
        let archive = Kind { what: "a ZIP archive", cure: UNPACK };
        return Some(inside.map_or(archive, |(_, kind)| *kind));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let named = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            contains(bytes, &name)
        };
        let (what, cure) = if named("WordDocument") {
            ("an old Word file", AS_TEXT)
        } else if named("Workbook") || named("Book") {
            ("an old Excel file", AS_TABLE)
        } else {
            ("an old Office file", AS_TEXT)
        };
        return Some(Kind { what, cure });
    }
    let is_media = bytes.get(4..8) == Some(b"ftyp")
        || bytes.starts_with(b"RIFF")
            && matches!(bytes.get(8..12), Some(b"WEBP" | b"WAVE" | b"AVI "));
    is_media.then_some(Kind { what: "a picture, a film or a recording", cure: NO_TEXT })
}

/// Another kind of text where a table was expected: what a host sends to visitors who are not signed in, or
/// what some programs call a spreadsheet.
fn posing(bytes: &[u8]) -> Option<Kind> {
    let start: String = String::from_utf8_lossy(bytes.get(..512).unwrap_or(bytes)).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let cure = "If you downloaded it, sign in first and download it again; if a spreadsheet program \
                opens it, save it as “CSV UTF-8”.";
    if ["<!doctype html", "<html", "<table"].iter().any(|tag| start.starts_with(tag)) {
        return Some(Kind { what: "a web page", cure });
    }
    (start.starts_with("<?xml")).then_some(Kind { what: "an XML file", cure: AS_TABLE })
}

/// Whether a file has too many control characters to be text in any character set. Half the bytes of UTF-16 and
/// UTF-32 may be NULs.
fn is_noise(bytes: &[u8]) -> bool {
    if wide(bytes).is_some() {
        return false;
    }
    let is_control = |byte: &&u8| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    // A full disk or a crash leaves NULs at the end.
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let text = bytes.get(..end).unwrap_or_default();
    let controls = text.iter().filter(is_control).count();
    (text.is_empty() && !bytes.is_empty()) || controls > 8 && controls > text.len() / CONTROLS
}
