//! A folder with a file for each message: Markdown or plain text, with front matter.

use solidarity_core::collection::raw::RawText;

use crate::cleaning::cleaned;
use crate::import::error::ImportError;
use crate::import::front_matter::{FrontMatter, split};
use crate::import::note::{Import, Imported, Note, Origin};
use crate::import::{markdown, marked, missing_ids, plain};
use crate::names::id::id_of;
use crate::source::{Folder, TextForm, extension, line_of, stem};

/// Reads the files of a folder, in the order of their names; those of other kinds are named.
pub fn read(folder: &Folder) -> Result<Import, ImportError> {
    let files = folder.files.iter().map(|file| (file.name.as_str(), Some(file)));
    let mut entries: Vec<_> = folder.folders.iter().map(|name| (name.as_str(), None)).collect();
    entries.extend(files);
    entries.sort_by_key(|(name, _)| *name);
    let mut import = Import::default();
    let mut refused = None;
    for (name, file) in entries {
        let origin = Origin { file: name.to_owned(), line: 1 };
        let Some(file) = file else {
            let text =
                "this is a folder, and was not read: import it on its own, or move its files here.";
            import.notes.push(Note { origin, text: text.into() });
            continue;
        };
        let Some(form) = TextForm::of(name) else {
            let cure = cure(name).map(|cure| format!(" {cure}")).unwrap_or_default();
            let text = format!("this is neither Markdown nor plain text, and was not read.{cure}");
            import.notes.push(Note { origin, text });
            continue;
        };
        let cleaned = match cleaned(file) {
            Err(ImportError::NotText { origin, detail }) => {
                import.notes.push(Note { origin: origin.clone(), text: detail.clone() });
                refused.get_or_insert(ImportError::NotText { origin, detail });
                continue;
            }
            cleaned => cleaned?,
        };
        import.notes.extend(cleaned.notes);
        read_text(name, &cleaned.text, form, &mut import);
    }
    if let Some(refused) = refused.filter(|_| import.messages.is_empty()) {
        return Err(refused);
    }
    missing_ids::complete(&mut import, id_of_file);
    Ok(import)
}

/// What can be done about a file that is not read, by the end of its name.
pub fn cure(name: &str) -> Option<&'static str> {
    match extension(name).as_str() {
        "doc" | "docx" | "odt" | "pages" | "pdf" | "rtf" => {
            Some("Save it as plain text (.txt, in UTF-8) in a folder with the other messages.")
        }
        "numbers" | "ods" | "xls" | "xlsb" | "xlsm" | "xlsx" => Some("Save it as “CSV UTF-8”."),
        "csv" | "tsv" => Some("It is a table: import it on its own."),
        _ => None,
    }
}

/// The name of a file as an id, without the digits that give it its place among the others.
fn id_of_file(imported: &Imported) -> String {
    let id = id_of(stem(&imported.origin.file));
    let named = id.split_once('-').filter(|(order, _)| order.bytes().all(|b| b.is_ascii_digit()));
    named.map_or(id.clone(), |(_, name)| name.to_owned())
}

fn read_text(name: &str, file: &str, form: TextForm, import: &mut Import) {
    let origin = |line| Origin { file: name.to_owned(), line };
    let parts = split(file);
    // Front matter that cannot be read is kept as text: it is not to be lost.
    let mut body: Vec<RawText> = Vec::new();
    let front = FrontMatter::read(parts.yaml).unwrap_or_else(|(line, detail)| {
        let text = format!(
            "the lines between “---” and “---” could not be read, and were put before the text: \
             {detail}"
        );
        import.notes.push(Note { origin: origin(line), text });
        let paragraphs = plain::paragraphs(parts.yaml).into_iter();
        body.extend(paragraphs.map(|(_, paragraph)| RawText::Plain(paragraph.to_owned())));
        FrontMatter::default()
    });
    let yaml = if body.is_empty() { parts.yaml } else { "" };
    if form == TextForm::Markdown {
        let (paragraphs, left_out) = markdown::read(parts.text);
        let notes = left_out.into_iter();
        import.notes.extend(
            notes
                .map(|(at, text)| Note { origin: origin(line_of(file, parts.text_at + at)), text }),
        );
        body.extend(paragraphs);
    } else {
        let paragraphs = plain::paragraphs(parts.text).into_iter();
        body.extend(paragraphs.map(|(_, paragraph)| marked::read(paragraph)));
    }
    let message = front.message(body, yaml, &origin(1), &mut import.notes);
    import.messages.push(Imported { message, origin: origin(1) });
}
