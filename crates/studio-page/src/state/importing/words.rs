//! What is said of imports.

use solidarity_studio::intake::Report;

use super::reading::Given;

/// What a step is called, as in “import answers.csv”.
pub fn step(given: &[Given], is_again: bool) -> String {
    let what = if is_again { "read " } else { "import " };
    [what, &sources(given), if is_again { " again" } else { "" }].concat()
}

/// The names of the sources in a few words.
pub fn sources(given: &[Given]) -> String {
    match given {
        [one] => one.name.clone(),
        several => counted(several.len(), "file"),
    }
}

/// Why an import brought nothing.
pub fn in_vain(report: &Report) -> String {
    let reason = report.sources.iter().find_map(|source| source.outcome.as_deref());
    let name = report.sources.first().map(|source| source.name.as_str()).unwrap_or_default();
    let reason = reason.map(|reason| [name, ": ", reason].concat()).unwrap_or_default();
    ["No message was found, and nothing was changed. ", &reason].concat()
}

/// Which sources could not be read, if any: as many names as fit into a notice.
pub fn refused(report: &Report) -> String {
    const NAMED: usize = 3;
    let refused = report.sources.iter().filter(|source| source.is_refused);
    let names: Vec<_> = refused.map(|source| source.name.as_str()).collect();
    if names.is_empty() {
        return String::new();
    }
    let more = if names.len() > NAMED { ", …" } else { "" };
    let named = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    [" ", &counted(names.len(), "file"), " could not be read: ", &named, more, "."].concat()
}

/// A number of things in words.
pub fn counted(count: usize, thing: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    [&count.to_string(), " ", thing, end].concat()
}
