//! Names of files to download.

/// The most letters of a title in the name of a file.
const LONGEST: usize = 60;

/// A name for a file or folder, without extension, that every system accepts: the letters and digits of a title
/// in lower case, with hyphens between its words. A title without any gives `messages`.
///
/// Letters of all writing systems stay. Nothing that Windows, macOS or Linux forbid in names is a letter or a
/// digit. Names that Windows reserves for devices are extended.
pub fn file_name(title: &str) -> String {
    let mut name = String::new();
    for word in title.split(|letter: char| !letter.is_alphanumeric()) {
        let word = word.to_lowercase();
        if word.is_empty() {
            continue;
        }
        if name.chars().count() + word.chars().count() >= LONGEST && !name.is_empty() {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.extend(word.chars().take(LONGEST));
    }
    match name.as_str() {
        "" => "messages".to_owned(),
        name if is_device(name) => [name, "-messages"].concat(),
        _ => name,
    }
}

/// Whether Windows reserves a name for a device (“Naming Files, Paths, and Namespaces”, “Naming conventions”).
fn is_device(name: &str) -> bool {
    if matches!(name, "con" | "prn" | "aux" | "nul") {
        return true;
    }
    let number = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    number.is_some_and(|number| {
        let mut letters = number.chars();
        letters.next().is_some_and(|letter| letter.is_ascii_digit() || "¹²³".contains(letter))
            && letters.next().is_none()
    })
}
