//! Superscripts and subscripts as text.

use crate::import::markdown::tags::Script;

/// The superscripts and subscripts of Unicode for these characters (Unicode 17, blocks Latin-1 Supplement
/// and Superscripts and Subscripts).
const RAISED: [(char, char, char); 15] = [
    ('0', '⁰', '₀'),
    ('1', '¹', '₁'),
    ('2', '²', '₂'),
    ('3', '³', '₃'),
    ('4', '⁴', '₄'),
    ('5', '⁵', '₅'),
    ('6', '⁶', '₆'),
    ('7', '⁷', '₇'),
    ('8', '⁸', '₈'),
    ('9', '⁹', '₉'),
    ('+', '⁺', '₊'),
    ('-', '⁻', '₋'),
    ('=', '⁼', '₌'),
    ('(', '⁽', '₍'),
    (')', '⁾', '₎'),
];

/// A superscript or subscript as text: `²`; `^(2a)` where Unicode has none. What is clear enough stays as it
/// is: the end of a word, as in `1st`, and signs, as in `[1]`.
pub fn written(text: &str, script: Script) -> String {
    let raised = |c: char| {
        let (_, above, below) = RAISED.iter().find(|(plain, ..)| *plain == c)?;
        Some(if script == Script::Super { *above } else { *below })
    };
    if let Some(text) = text.chars().map(raised).collect::<Option<String>>() {
        return text;
    }
    match script {
        Script::Super
            if text.chars().all(char::is_alphabetic)
                || !text.starts_with(char::is_alphanumeric) =>
        {
            text.to_owned()
        }
        Script::Super => format!("^({text})"),
        Script::Sub => format!("_({text})"),
    }
}
