//! Which program of the worker reads files.

/// The program that reads tables and texts, and checks messages.
pub const IMPORTER: &str = "importer";
/// The same with what reads files of office programs, e-mails, web pages, Markdown, exports of WordPress and
/// archives: it is larger, and fetched when one of these is met.
pub const DOCUMENTS: &str = "documents";

/// The ends of the names of files that both programs read alike. All others are left to the larger one, which
/// also knows more of what to say of a file that cannot be read.
const ALIKE: [&str; 12] =
    ["css", "csv", "gif", "jpeg", "jpg", "json", "png", "svg", "text", "tsv", "txt", "webp"];

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
    // What begins with a dot is hidden, and not read.
    if file.starts_with('.') {
        return false;
    }
    let Some((_, end)) = file.rsplit_once('.') else { return true };
    let end = end.to_lowercase();
    !ALIKE.contains(&end.as_str())
        || (matches!(end.as_str(), "text" | "txt") && may_be_front_matter(beginning))
}

/// Whether a text may begin with front matter: with the marks around it, behind spaces, a byte order mark or in
/// UTF-16.
fn may_be_front_matter(beginning: &[u8]) -> bool {
    let mut letters = beginning.iter().filter(|byte| byte.is_ascii() && **byte != 0);
    letters.next().is_some_and(|byte| b"-+;{ \t\r\n".contains(byte))
}
