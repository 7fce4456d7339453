//! Files by their names and bytes, wherever they are kept.

/// A file: what it is called, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path as the user sees it, with `/` between folders. Its end says what kind of file it is.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A folder, of which the files are read and the folders within are not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Its path as the user sees it.
    pub name: String,
    /// The files in it. Of those that are neither Markdown nor plain text the name is enough.
    pub files: Vec<Source>,
    /// The paths of the folders in it.
    pub folders: Vec<String>,
}

/// The forms that texts come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextForm {
    /// With the markup of Markdown.
    Markdown,
    /// Letter for letter.
    Plain,
}

impl TextForm {
    /// The form of the text in a file of this name, unless it is another kind of file.
    pub fn of(name: &str) -> Option<TextForm> {
        match extension(name).as_str() {
            "md" | "markdown" => Some(TextForm::Markdown),
            "txt" | "text" => Some(TextForm::Plain),
            _ => None,
        }
    }
}

/// The end of the name of a file, in small letters; nothing where it has none.
pub fn extension(name: &str) -> String {
    split(name).1.to_lowercase()
}

/// The name of a file without its folder and its end.
pub fn stem(name: &str) -> &str {
    split(name).0
}

/// The name of a file before and behind its last dot. What begins with the only dot has no end.
fn split(name: &str) -> (&str, &str) {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).unwrap_or((file, ""))
}

/// The line that a byte of a text is in, from 1.
pub fn line_of(text: &str, at: usize) -> usize {
    1 + text.get(..at).unwrap_or(text).matches('\n').count()
}
