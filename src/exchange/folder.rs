//! A folder with a file for each message: Markdown or plain text, with front matter.

use std::fs;
use std::path::{Path, PathBuf};

use super::front_matter::{FrontMatter, Split, split};
use super::{
    Import, ImportError, Imported, Note, Origin, id_of, line_of, markdown, marked, plain, text_of,
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
        match path.extension().unwrap_or_default().to_string_lossy().to_lowercase().as_str() {
            "md" | "markdown" => read_file(&path, true, &mut import)?,
            "txt" | "text" => read_file(&path, false, &mut import)?,
            _ => {
                let text = "this is neither Markdown nor plain text, and was not read.".into();
                import.notes.push(Note { origin: Origin { file: path, line: 1 }, text });
            }
        }
    }
    Ok(import)
}

fn read_file(path: &Path, is_markdown: bool, import: &mut Import) -> Result<(), ImportError> {
    let file = text_of(path)?;
    let origin = |line| Origin { file: path.to_owned(), line };
    let parts = split(&file);
    // A file whose front matter cannot be read is kept whole: its text is not to be lost.
    let (front, parts) = match FrontMatter::read(parts.yaml) {
        Ok(front) => (front, parts),
        Err((line, detail)) => {
            let text = format!(
                "what stands between the lines of “---” cannot be read, and is put before the \
                 text: {detail}"
            );
            import.notes.push(Note { origin: origin(line), text });
            (FrontMatter::default(), Split { yaml: "", text: &file, text_at: 0 })
        }
    };
    let body =
        if is_markdown {
            let (body, left_out) = markdown::read(parts.text);
            let notes = left_out.into_iter();
            import.notes.extend(notes.map(|(at, text)| Note {
                origin: origin(line_of(&file, parts.text_at + at)),
                text,
            }));
            body
        } else {
            let paragraphs = plain::paragraphs(parts.text).into_iter();
            paragraphs.map(|(_, paragraph)| marked::read(paragraph)).collect()
        };
    let mut message = front.message(body, parts.yaml, &origin(1), &mut import.notes);
    if message.id.is_empty() {
        message.id = id_of(&path.file_stem().unwrap_or_default().to_string_lossy());
    }
    import.messages.push(Imported { message, origin: origin(1) });
    Ok(())
}
