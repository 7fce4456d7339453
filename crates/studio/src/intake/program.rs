//! Which program of the worker reads files.

/// The program that reads tables and texts, and checks messages.
pub const IMPORTER: &str = "importer";
/// The program that also reads office documents, e-mails and archives. It is larger, and loaded when one of
/// these appears.
pub const DOCUMENTS: &str = "documents";

/// The extensions of files that both programs read alike. All others are left to the larger one, which also has
/// better advice on unreadable files.
const ALIKE: [&str; 19] = [
    "css", "csv", "gif", "htm", "html", "jpeg", "jpg", "json", "markdown", "md", "png", "svg",
    "text", "tsv", "txt", "webp", "wxr", "xhtml", "xml",
];

/// The signatures of files that only the larger program reads, or has better advice on, whatever their names:
/// ZIP (APPNOTE 4.3.7), compound files ([MS-CFB], §2.2), RTF 1.9.1, and Apple's property lists.
const BEGINNINGS: [&[u8]; 4] =
    [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"bplist"];

/// How many bytes of a file [`program_for`] looks at.
pub const BEGINNING: u32 = 8;

/// The program that reads these files, by their names and beginnings; a beginning is empty while it is not
/// known.
pub fn program_for<'a>(mut files: impl Iterator<Item = (&'a str, &'a [u8])>) -> &'static str {
    if files.any(|(name, beginning)| needs_documents(name, beginning)) {
        DOCUMENTS
    } else {
        IMPORTER
    }
}

fn needs_documents(name: &str, beginning: &[u8]) -> bool {
    if BEGINNINGS.iter().any(|start| beginning.starts_with(start)) {
        return true;
    }
    let file = name.rsplit('/').next().unwrap_or(name);
    // Names that begin with a dot are hidden, and not read.
    !file.starts_with('.')
        && file
            .rsplit_once('.')
            .is_none_or(|(_, end)| !ALIKE.contains(&end.to_lowercase().as_str()))
}
