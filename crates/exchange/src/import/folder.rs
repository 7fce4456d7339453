//! A folder with a file for each message: Markdown, plain text, a web page or a word processor document, with
//! front matter.

use std::borrow::Cow;
use std::cell::LazyCell;

use solidarity_core::collection::Date;
use solidarity_core::collection::raw::RawText;
use solidarity_core::text::paragraphs;
use unicode_normalization::UnicodeNormalization;

use crate::cleaning::{Cleaned, cleaned};
use crate::counted::counted;
use crate::import::error::ImportError;
use crate::import::front_matter::FrontMatter;
use crate::import::note::{Import, Imported, Note, Origin};
#[cfg(feature = "documents")]
use crate::import::{document, kind};
use crate::import::{
    front_matter, markdown, marked, missing_ids, natural_order, page, plain, sender,
};
use crate::lines::Lines;
use crate::names::id::id_of;
use crate::source::{Folder, Source, TextForm, extension, is_by_the_way, stem};

/// Reads the files of a folder, ordered by name. Files of other kinds are named in notes.
///
/// # Errors
/// When a file is not text, or no file is a message.
pub fn read(folder: &Folder) -> Result<Import, ImportError> {
    let files = folder.files.iter().map(|file| (file.name.as_str(), Some(file)));
    let mut entries: Vec<_> = folder.folders.iter().map(|name| (name.as_str(), None)).collect();
    entries.extend(files);
    let all = entries.len();
    entries.retain(|(name, _)| !is_by_the_way(name));
    let passed_over = all - entries.len();
    entries.sort_by_cached_key(|(name, _)| natural_order::key(name));
    let mut import = Import::default();
    let mut refused = None;
    if passed_over > 0 {
        let files = counted(passed_over, "hidden or temporary file");
        let text = format!("{files} of the system or an editor: not read.");
        import.notes.push(Note { origin: Origin { file: folder.name.clone(), line: 1 }, text });
    }
    for (name, file) in entries {
        let origin = Origin { file: name.to_owned(), line: 1 };
        let Some(file) = file else {
            let text =
                "this is a folder, and was not read: import it on its own, or move its files here.";
            import.notes.push(Note { origin, text: text.into() });
            continue;
        };
        let content = match content_of(file) {
            Ok(Some(content)) => content,
            Ok(None) => {
                let cure = cure(name).map(|cure| format!(" {cure}")).unwrap_or_default();
                let text =
                    format!("this is not a text that can be imported, and was not read.{cure}");
                import.notes.push(Note { origin, text });
                continue;
            }
            Err(error @ (ImportError::NotText { .. } | ImportError::Unreadable { .. })) => {
                let said = error.to_string();
                let text = said.strip_prefix(&format!("{name}: ")).unwrap_or(&said).to_owned();
                import.notes.push(Note { origin, text });
                refused.get_or_insert(error);
                continue;
            }
            Err(error) => return Err(error),
        };
        read_text(name, content, folder.today, &mut import);
    }
    if let Some(refused) = refused.filter(|_| import.messages.is_empty() && import.notes.len() == 1)
    {
        return Err(refused);
    }
    if import.messages.is_empty() && !import.notes.is_empty() {
        let reasons = import.notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        return Err(ImportError::NothingTaken { source_name: folder.name.clone(), reasons });
    }
    missing_ids::complete(&mut import, id_of_file);
    Ok(import)
}

/// Reads a file with one text. Returns whether it is one.
///
/// # Errors
/// When it cannot be read. What has no place in a message, and why a text is not a message, is added to the
/// notes.
pub fn read_file(
    file: &Source,
    today: Option<Date>,
    import: &mut Import,
) -> Result<bool, ImportError> {
    let content = content_of(file)?;
    Ok(content.map(|content| read_text(&file.name, content, today, import)).is_some())
}

/// Whether this program reads markup. The compiler leaves out what never runs.
const HAS_MARKUP: bool = cfg!(feature = "documents");

/// What a file has in it.
enum Content {
    Markdown(Cleaned),
    Plain(Cleaned),
    Page(Cleaned),
    #[cfg(feature = "documents")]
    Document(document::Read),
}

/// The content of a file, if it is a text. Documents are recognised by their bytes rather than their names.
fn content_of(file: &Source) -> Result<Option<Content>, ImportError> {
    let form = TextForm::of(&file.name);
    #[cfg(feature = "documents")]
    if kind::of(file)? == Some(kind::Kind::Text) {
        return Ok(Some(Content::Document(document::read(&file.name, &file.bytes)?)));
    }
    let not_compiled = |what| {
        let (name, cure) = (file.name.clone(), "Save its text as plain text (.txt).");
        Err(ImportError::NotCompiled { name, what, cure })
    };
    match form {
        None => Ok(None),
        Some(TextForm::Markdown) if !HAS_MARKUP => not_compiled("Markdown"),
        Some(TextForm::Page) if !HAS_MARKUP => not_compiled("web pages"),
        Some(TextForm::Plain) if !HAS_MARKUP => {
            let cleaned = cleaned(file)?;
            if front_matter::split(&cleaned.text).front.is_empty() {
                Ok(Some(Content::Plain(cleaned)))
            } else {
                not_compiled("front matter")
            }
        }
        Some(TextForm::Markdown) => Ok(Some(Content::Markdown(cleaned(file)?))),
        Some(TextForm::Plain) => Ok(Some(Content::Plain(cleaned(file)?))),
        Some(TextForm::Page) => Ok(Some(Content::Page(cleaned(file)?))),
        Some(TextForm::Document) => {
            cleaned(file)?;
            let detail = "this is not a document of Word or OpenDocument, although its name says so. If it is plain \
                          text, give it a name that ends with .txt; if a word processor opens it, save it there as \
                          .docx.";
            Err(ImportError::Unreadable { name: file.name.clone(), detail: detail.to_owned() })
        }
    }
}

/// What to do about a file that is not read, by its extension.
pub fn cure(name: &str) -> Option<&'static str> {
    let documents = cfg!(feature = "documents");
    match extension(name).as_str() {
        "pages" if documents => Some("Open it in Pages, and export it as Word (.docx)."),
        "numbers" if documents => Some("Open it in Numbers, and export it as Excel (.xlsx)."),
        "fodt" if documents => Some("Open it in LibreOffice, and save it as .odt."),
        "fods" if documents => Some("Open it in LibreOffice, and save it as .ods."),
        "doc" | "dot" | "rtf" | "wpd" | "wps" if documents => {
            Some("Open it in Word or LibreOffice, and save it as .docx.")
        }
        "pdf" => Some("Copy its text, and save it as plain text (.txt, in UTF-8)."),
        "doc" | "docx" | "odt" | "pages" | "rtf" | "wps" => {
            Some("Save it as plain text (.txt, in UTF-8) in a folder with the other messages.")
        }
        "ods" | "xls" | "xlsb" | "xlsm" | "xlsx" if documents => {
            Some("It is a table: import it on its own.")
        }
        "numbers" | "ods" | "xls" | "xlsb" | "xlsm" | "xlsx" => Some("Save it as “CSV UTF-8”."),
        "csv" | "tsv" => Some("It is a table: import it on its own."),
        _ => None,
    }
}

/// The name of a file as an id, without the leading digits that put it in order.
pub fn id_of_file(imported: &Imported) -> String {
    let name: String = without_key(stem(&imported.origin.file)).nfc().collect();
    let id = id_of(&name);
    let named = id.split_once('-').filter(|(order, _)| order.bytes().all(|b| b.is_ascii_digit()));
    named.map_or(id.clone(), |(_, name)| name.to_owned())
}

/// The name of a page without the 32 digits that Notion appends.
fn without_key(name: &str) -> &str {
    let is_key = |key: &str| key.len() == 32 && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.rsplit_once(' ').filter(|(_, key)| is_key(key)).map_or(name, |(name, _)| name)
}

/// Whether files of this name usually describe their folder.
fn is_about_folder(name: &str) -> bool {
    let stem = stem(name).to_lowercase();
    let names = [
        "_index",
        "authors",
        "changelog",
        "contributing",
        "copying",
        "index",
        "license",
        "licence",
    ];
    names.contains(&&*stem) || stem.starts_with("readme") || stem.starts_with("liesmich")
}

fn read_text(name: &str, content: Content, today: Option<Date>, import: &mut Import) {
    let origin = |line| Origin { file: name.to_owned(), line };
    let file = match &content {
        Content::Markdown(cleaned) | Content::Plain(cleaned) | Content::Page(cleaned) => {
            import.notes.extend(cleaned.notes.iter().cloned());
            Cow::Borrowed(cleaned.text.as_str())
        }
        #[cfg(feature = "documents")]
        Content::Document(document) => {
            let notes = document.notes.iter().cloned();
            import.notes.extend(notes.map(|(line, text)| Note { origin: origin(line), text }));
            Cow::Owned(document.text())
        }
    };
    let file = &*file;
    let lines = LazyCell::new(|| Lines::of(file));
    let parts = front_matter::split(file);
    let first = lines.line(parts.front_at);
    let mut notes = Vec::new();
    if parts.unclosed {
        let text = "the line that ends the front matter is missing, so the text was assumed to begin after \
                    the last field: put it there.";
        notes.push((1, text.to_owned()));
    }
    if parts.front.is_empty() && front_matter::begins_with_field(parts.text) {
        let text = "these lines look like front matter, and became part of the text. If they are, put a line of \
                    “---” above them and another below them.";
        import.notes.push(Note { origin: origin(1), text: text.to_owned() });
    }
    let front = match HAS_MARKUP {
        true => front_matter::read(&parts, today, &mut notes),
        // Files that have any were refused.
        false => FrontMatter::default(),
    };
    if let Some((line, reason)) = front.withheld() {
        let text = format!("this message was not imported, because {reason}.");
        import.notes.push(Note { origin: origin(first + line - 1), text });
        return;
    }
    let mut heading = None;
    let (body, left_out): (Vec<RawText>, _) = match &content {
        Content::Markdown(_) if HAS_MARKUP => markdown::read(parts.text),
        Content::Page(_) if HAS_MARKUP => {
            let page = page::read(parts.text);
            heading = page.sender;
            (page.body, page.left_out)
        }
        #[cfg(feature = "documents")]
        Content::Document(document) => (document.body(parts.text_at), Vec::new()),
        Content::Plain(_) | Content::Markdown(_) | Content::Page(_) => {
            let paragraphs = paragraphs(parts.text).into_iter();
            let paragraphs = paragraphs.map(|(_, paragraph)| marked::read(paragraph));
            let table = plain::table(parts.text).map(|said| (0, said.to_owned()));
            let left_out = table.into_iter().chain(plain::remarks(parts.text));
            (paragraphs.collect(), left_out.collect())
        }
    };
    if is_about_folder(name) && !front.names_sender() && heading.is_none() {
        let text = "this seems to be about the folder, and was not imported. If it is a message, name its \
                    “sender” in front matter.";
        import.notes.push(Note { origin: origin(1), text: text.to_owned() });
        return;
    }
    notes.sort_by_key(|(line, _)| *line);
    let notes =
        notes.into_iter().map(|(line, text)| Note { origin: origin(first + line - 1), text });
    import.notes.extend(notes);
    let left_out = left_out.into_iter();
    import.notes.extend(
        left_out.map(|(at, text)| Note { origin: origin(lines.line(parts.text_at + at)), text }),
    );
    let mut message = front.message(body, &origin(first), &mut import.notes);
    if message.senders.is_empty() {
        let sender = heading.map(|heading| sender::of(&heading, &origin(1), &mut import.notes));
        message.senders.extend(sender);
    }
    import.messages.push(Imported { message, origin: origin(1) });
}
