//! Says which letters the preview pictures lack.

use std::io::Write;

use solidarity_cli::picture_cache::Lacking;

use super::failure::Failure;

/// The most messages that are named for one writing system.
const NAMED: usize = 20;

/// Says which writing systems no font has, for which messages, and the cure.
pub fn say(out: &mut impl Write, lacking: &Lacking) -> Result<(), Failure> {
    for (system, ids) in lacking {
        let name = |id: &Option<String>| id.clone().unwrap_or_else(|| "the home page".into());
        let mut names: Vec<_> = ids.iter().map(name).take(NAMED).collect();
        if let Some(more) = ids.len().checked_sub(NAMED).filter(|more| *more > 0) {
            names.push(format!("and {more} more"));
        }
        writeln!(
            out,
            "warning: no font on this computer has these letters: {system}. The preview pictures leave \
             out each text with such a letter, of: {}. Install a font that has them, such as {}, and \
             build again.",
            names.join(", "),
            font(system)
        )?;
    }
    Ok(())
}

/// A free font for a writing system. Those of Google’s Noto are named after theirs.
fn font(system: &str) -> String {
    match system {
        "Han" | "Hiragana" | "Katakana" | "Hangul" | "Bopomofo" => "Noto Sans CJK".into(),
        "Combining marks" | "Latin" | "Greek" | "Cyrillic" => "Noto Sans".into(),
        _ => format!("Noto Sans {system}"),
    }
}
