//! Files as name and bytes, wherever they are stored.

use solidarity_core::collection::Date;

/// A file with its name and content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path as the user sees it, with `/` between folders. Its extension says what kind of file
    /// it is.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A folder. Its files are read, but not its subfolders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Its path as the user sees it.
    pub name: String,
    /// Its files. For those without a [`TextForm`], the name is enough.
    pub files: Vec<Source>,
    /// The paths of the folders in it.
    pub folders: Vec<String>,
    /// Today's date, if it is known: texts dated later are not imported.
    pub today: Option<Date>,
}

/// The formats of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextForm {
    /// With the markup of Markdown.
    Markdown,
    /// Letter for letter.
    Plain,
    /// A web page.
    Page,
    /// In a word processor document.
    Document,
}

impl TextForm {
    /// The format of the text in a file with this name; `None` for other kinds of file, and for those that the
    /// system or an editor made for itself.
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

/// Whether a file or folder with this name is hidden, or made by the system or an editor for itself.
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

/// Whether a file with this extension is a table: CSV, or a workbook. Some programs give CSV the extension of a
/// workbook.
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
