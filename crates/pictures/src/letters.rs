//! Which letters of a text can be painted, and in which fonts.

use solidarity_publisher::markup::escaped;
use unicode_script::{Script, UnicodeScript};

use super::fonts::Fonts;

/// The font that a text should have.
#[derive(Clone, Copy)]
pub(super) struct Font {
    pub family: &'static str,
    pub weight: u16,
}

impl Font {
    /// A text without the signs that no font has, such as emoji.
    ///
    /// # Errors
    /// The letters that no font has: without them a text would say something else.
    pub(super) fn paintable(self, text: &str, fonts: &Fonts) -> Result<String, Vec<char>> {
        let lacks = |c: &char| !is_unseen(*c) && self.of(*c, fonts).is_none();
        let letters: Vec<char> = text.chars().filter(|c| lacks(c) && !is_sign(*c)).collect();
        if !letters.is_empty() {
            return Err(letters);
        }
        let kept: String = text.chars().filter(|c| !lacks(c)).collect();
        Ok(kept
            .split(' ')
            .filter(|word| !word.chars().all(is_unseen))
            .collect::<Vec<_>>()
            .join(" "))
    }

    /// A text as the content of a `text` element, with an element for each run in another font:
    /// usvg gives up on a run if a substitute shapes it to another number of glyphs.
    pub(super) fn runs(self, text: &str, fonts: &Fonts) -> String {
        let mut runs: Vec<(String, String)> = Vec::new();
        for c in text.chars() {
            let stays = |family: &String| {
                is_unseen(c)
                    || (is_shared(c)
                        && fonts.family(c, family, self.weight).as_ref() == Some(family))
            };
            let now = runs.last().map(|(family, _)| family).filter(|family| stays(family)).cloned();
            let family = now.or_else(|| self.of(c, fonts)).unwrap_or_else(|| self.family.into());
            match runs.last_mut() {
                Some((before, run)) if *before == family => run.push(c),
                _ => runs.push((family, c.to_string())),
            }
        }
        let run = |(family, run): (String, String)| match family == self.family {
            true => escaped(&run),
            false => {
                format!("<tspan font-family=\"'{}'\">{}</tspan>", escaped(&family), escaped(&run))
            }
        };
        runs.into_iter().map(run).collect()
    }

    fn of(self, c: char, fonts: &Fonts) -> Option<String> {
        fonts.family(c, self.family, self.weight)
    }
}

/// The English name of the writing system of a letter (the Unicode property Script).
pub(super) fn writing_system(letter: char) -> String {
    match letter.script() {
        Script::Inherited => "Combining marks".into(),
        script => script.full_name().replace('_', " "),
    }
}

/// Whether a character belongs to no writing system: emoji, symbols, private use.
fn is_sign(c: char) -> bool {
    matches!(c.script(), Script::Common | Script::Unknown) || c == '\u{20e3}'
}

/// Whether a character follows the font of those before it.
fn is_shared(c: char) -> bool {
    matches!(c.script(), Script::Common | Script::Inherited)
}

/// Whether a character has no ink in any font: spaces, and Default_Ignorable_Code_Point of Unicode.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}
