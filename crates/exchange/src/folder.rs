//! A folder with a file for each message: Markdown or plain text, with front matter.

use std::fs;
use std::path::{Path, PathBuf};

use solidarity_core::collection::raw::RawText;

use super::front_matter::{FrontMatter, split};
use super::{
    Import, ImportError, Imported, Note, Origin, id_of, ids, line_of, markdown, marked, plain,
    text_of,
};

/// Reads the files of a folder, in the order of their names; those of other kinds are named.
pub fn read(folder: &Path) -> Result<Import, ImportError> {
    let error = |source| ImportError::Read { path: folder.to_owned(), source };
    let entries = fs::read_dir(folder).map_err(error)?;
    let paths: Result<Vec<PathBuf>, _> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut paths = paths.map_err(error)?;
    paths.sort();
    let mut import = Import::default();
    for path in paths {
        if path.is_dir() {
            let text =
                "this is a folder, and was not read: import it by itself, or move its files.";
            import.notes.push(Note { origin: Origin { file: path, line: 1 }, text: text.into() });
            continue;
        }
        match path.extension().unwrap_or_default().to_string_lossy().to_lowercase().as_str() {
            "md" | "markdown" => read_file(&path, true, &mut import)?,
            "txt" | "text" => read_file(&path, false, &mut import)?,
            other => {
                let cure = cure(other).map(|cure| format!(" {cure}")).unwrap_or_default();
                let text =
                    format!("this is neither Markdown nor plain text, and was not read.{cure}");
                import.notes.push(Note { origin: Origin { file: path, line: 1 }, text });
            }
        }
    }
    ids::complete(&mut import, id_of_file);
    Ok(import)
}

/// What can be done about a file that is not read, by the end of its name.
pub fn cure(extension: &str) -> Option<&'static str> {
    match extension {
        "doc" | "docx" | "odt" | "pages" | "pdf" | "rtf" => {
            Some("Save it as plain text (.txt, in UTF-8), into a folder with the other messages.")
        }
        "numbers" | "ods" | "xls" | "xlsb" | "xlsm" | "xlsx" => Some("Save it as “CSV UTF-8”."),
        "csv" | "tsv" => Some("It is a table: import it by itself."),
        _ => None,
    }
}

/// The name of a file as an id, without the digits that give it its place among the others.
fn id_of_file(imported: &Imported) -> String {
    let id = id_of(&imported.origin.file.file_stem().unwrap_or_default().to_string_lossy());
    let named = id.split_once('-').filter(|(order, _)| order.bytes().all(|b| b.is_ascii_digit()));
    named.map_or(id.clone(), |(_, name)| name.to_owned())
}

fn read_file(path: &Path, is_markdown: bool, import: &mut Import) -> Result<(), ImportError> {
    let file = text_of(path)?;
    let origin = |line| Origin { file: path.to_owned(), line };
    let parts = split(&file);
    // Front matter that cannot be read is kept as text: it is not to be lost.
    let mut body: Vec<RawText> = Vec::new();
    let front = FrontMatter::read(parts.yaml).unwrap_or_else(|(line, detail)| {
        let text = format!(
            "what stands between the lines of “---” cannot be read, and is put before the text: \
             {detail}"
        );
        import.notes.push(Note { origin: origin(line), text });
        let paragraphs = plain::paragraphs(parts.yaml).into_iter();
        body.extend(paragraphs.map(|(_, paragraph)| RawText::Plain(paragraph.to_owned())));
        FrontMatter::default()
    });
    let yaml = if body.is_empty() { parts.yaml } else { "" };
    if is_markdown {
        let (paragraphs, left_out) = markdown::read(parts.text);
        let notes = left_out.into_iter();
        import.notes.extend(
            notes.map(|(at, text)| Note {
                origin: origin(line_of(&file, parts.text_at + at)),
                text,
            }),
        );
        body.extend(paragraphs);
    } else {
        let paragraphs = plain::paragraphs(parts.text).into_iter();
        body.extend(paragraphs.map(|(_, paragraph)| marked::read(paragraph)));
    }
    let message = front.message(body, yaml, &origin(1), &mut import.notes);
    import.messages.push(Imported { message, origin: origin(1) });
    Ok(())
}
