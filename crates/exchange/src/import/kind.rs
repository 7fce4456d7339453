//! The kind of office document that a file is, by its bytes; its name counts only if they do not tell.

use crate::import::archive::{Archive, ArchiveError};
use crate::import::error::ImportError;
use crate::source::{Source, extension};

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A workbook of a spreadsheet program.
    Workbook,
    /// A word processor document.
    Text,
}

/// The signature of a compound file ([MS-CFB], §2.2), the format of older documents, and of newer ones with a
/// password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The kind of document that a file is, if it can be read.
///
/// # Errors
/// When it needs a password.
pub fn of(file: &Source) -> Result<Option<Kind>, ImportError> {
    let bytes = file.bytes.as_slice();
    if bytes.starts_with(COMPOUND) {
        if has_part(bytes, "EncryptedPackage") {
            let (name, detail) = (file.name.clone(), ArchiveError::Encrypted.to_string());
            return Err(ImportError::Unreadable { name, detail });
        }
        let is_book = has_part(bytes, "Workbook") || has_part(bytes, "Book");
        return Ok((is_book && !has_part(bytes, "WordDocument")).then_some(Kind::Workbook));
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    let Ok(mut archive) = Archive::open(bytes) else { return Ok(of_name(&file.name)) };
    let begins =
        |archive: &Archive, folder: &str| archive.names().any(|name| name.starts_with(folder));
    if begins(&archive, "xl/") {
        return Ok(Some(Kind::Workbook));
    }
    if begins(&archive, "word/") {
        return Ok(Some(Kind::Text));
    }
    // OpenDocument 1.3, part 2, §3.3.
    let declared = archive.read("mimetype").unwrap_or_default();
    let declared = String::from_utf8_lossy(&declared);
    let declared = declared.trim().strip_prefix("application/vnd.oasis.opendocument.");
    Ok(declared.and_then(|kind| match kind {
        "spreadsheet" | "spreadsheet-template" => Some(Kind::Workbook),
        "text" | "text-template" => Some(Kind::Text),
        _ => None,
    }))
}

/// The kind of file that a name suggests.
pub fn of_name(name: &str) -> Option<Kind> {
    match extension(name).as_str() {
        "ods" | "ots" | "xls" | "xlsb" | "xlsm" | "xlsx" | "xltx" => Some(Kind::Workbook),
        "docm" | "docx" | "dotx" | "odt" | "ott" => Some(Kind::Text),
        _ => None,
    }
}

/// Whether a compound file has a part of this name.
fn has_part(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}
