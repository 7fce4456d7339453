//! What a source is, by its name.

use crate::source::{TextForm, extension, is_by_the_way};

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something that the system or an editor made for itself.
    ByTheWay,
    /// A ZIP archive.
    Archive,
    /// A file of messages.
    Dataset,
    /// One text.
    Text,
    /// One e-mail or several.
    Mail,
    /// A picture, which may be the logo of a collection.
    Picture,
    /// The colours of a project.
    Theme,
    /// The JSON Schema of files of messages.
    Schema,
    /// A kind of file without text, by its label.
    Wordless(&'static str),
    /// Anything else: [`crate::import_file`] decides.
    Other,
}

/// The extensions of files without text.
const WORDLESS: [(&str, &[&str]); 5] = [
    ("a film", &["avi", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "webm", "wmv"]),
    (
        "a recording",
        &["aac", "aif", "aiff", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav", "wma"],
    ),
    ("a font", &["otf", "ttf", "woff", "woff2"]),
    (
        "a program, or a part of one",
        &["bat", "css", "dll", "exe", "js", "mjs", "php", "py", "sh", "wasm"],
    ),
    ("an image of a disk", &["dmg", "img", "iso"]),
];

const PICTURES: [&str; 15] = [
    "avif", "bmp", "gif", "heic", "heif", "ico", "jfif", "jpeg", "jpg", "png", "psd", "svg", "tif",
    "tiff", "webp",
];

/// The kind of a source with this name.
pub fn of(name: &str) -> Kind {
    if is_by_the_way(name) {
        return Kind::ByTheWay;
    }
    if TextForm::of(name).is_some() {
        return Kind::Text;
    }
    match name.rsplit('/').next().unwrap_or_default() {
        "theme.css" => return Kind::Theme,
        "messages.schema.json" => return Kind::Schema,
        _ => {}
    }
    let extension = extension(name);
    let end = extension.as_str();
    let wordless = WORDLESS.iter().find(|(_, ends)| ends.contains(&end));
    match end {
        "zip" => Kind::Archive,
        "json" => Kind::Dataset,
        "eml" | "mbox" => Kind::Mail,
        _ if PICTURES.contains(&end) => Kind::Picture,
        _ => wordless.map_or(Kind::Other, |(what, _)| Kind::Wordless(what)),
    }
}

/// Whether an import reads the content of a file with this name. For others the name is enough, so that a film
/// need not be read.
pub fn is_read(name: &str) -> bool {
    !matches!(of(name), Kind::ByTheWay | Kind::Wordless(_))
}
