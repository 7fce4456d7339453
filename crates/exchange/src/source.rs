//! Files by their names and bytes, wherever they are kept.

use solidarity_core::collection::Date;

/// A file: what it is called, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path as the user sees it, with `/` between folders. Its extension says what kind of file
    /// it is.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A folder, of which the files are read and the folders within are not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Its path as the user sees it.
    pub name: String,
    /// The files in it. Of those that have no [`TextForm`] the name is enough.
    pub files: Vec<Source>,
    /// The paths of the folders in it.
    pub folders: Vec<String>,
    /// Today's date, if it is known: texts dated later are not imported.
    pub today: Option<Date>,
}

/// The forms that texts come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextForm {
    /// With the markup of Markdown.
    Markdown,
    /// Letter for letter.
    Plain,
    /// A web page.
    Page,
    /// In a document of a word processor.
    Document,
}

impl TextForm {
    /// The form of the text in a file of this name; `None` for other kinds of file, and for those that
    /// a system or an editor made for itself.
    pub fn of(name: &str) -> Option<TextForm> {
        if is_by_the_way(name) {
            return None;
        }
        match extension(name).as_str() {
            "md" | "markdown" => Some(TextForm::Markdown),
            "txt" | "text" => Some(TextForm::Plain),
            "htm" | "html" | "xhtml" => Some(TextForm::Page),
            "docm" | "docx" | "dotx" | "odt" | "ott" if cfg!(feature = "documents") => {
                Some(TextForm::Document)
            }
            _ => None,
        }
    }
}

/// Whether a file or folder of this name is hidden, or made by a system or an editor for itself.
pub fn is_by_the_way(name: &str) -> bool {
    let name = name.trim_end_matches('/');
    let name = name.rsplit('/').next().unwrap_or(name);
    let lower = name.to_lowercase();
    let whole = ["__macosx", "$recycle.bin", "desktop.ini", "node_modules", "thumbs.db"];
    whole.contains(&&*lower)
        || name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || [".swo", ".swp", ".tmp"].iter().any(|end| lower.ends_with(end))
}

/// The extension of a file name, in lower case and without the dot; empty if there is none.
pub fn extension(name: &str) -> String {
    split(name).1.to_lowercase()
}

/// Whether a file with this extension is a table: in text, or in a workbook, which some programs only call
/// their text.
pub fn is_table(extension: &str) -> bool {
    let workbooks = ["ods", "xls", "xlsb", "xlsm", "xlsx"];
    matches!(extension, "csv" | "tsv")
        || cfg!(feature = "documents") && workbooks.contains(&extension)
}

/// The name of a file without its folder and extension.
pub fn stem(name: &str) -> &str {
    split(name).0
}

/// A file name before and after its last dot. A name whose only dot comes first has no extension.
fn split(name: &str) -> (&str, &str) {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).unwrap_or((file, ""))
}
