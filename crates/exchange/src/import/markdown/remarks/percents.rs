//! What each `%%` of a text is.

use std::collections::HashMap;

use crate::import::markdown::remarks::source::Source;

/// What a `%%` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    /// It begins a remark that ends before this byte.
    Opens { end: usize },
    /// It begins an unclosed remark, which is taken to end there.
    OpensRest { end: usize },
    /// It is text, and the first of a pair.
    Text,
    /// It is text.
    TextEnd,
}

/// The meaning of each, by its byte. Two are the beginning and the end of a remark, unless both follow a
/// number: “100%% sure, 50%% glad”.
pub fn roles(text: &str) -> HashMap<usize, Percent> {
    if !text.contains("%%") {
        return HashMap::new();
    }
    let source = Source::of(text);
    let number = |at: usize| {
        let before = source.text.get(..at).unwrap_or_default();
        before.strip_suffix(' ').unwrap_or(before).ends_with(|c: char| c.is_ascii_digit())
    };
    let mut all = signs(&source);
    let mut roles = HashMap::new();
    if all.len() % 2 == 1 && all.iter().filter(|at| number(**at)).count() % 2 == 1 {
        let numbers = all.iter().filter(|at| number(**at));
        roles.extend(numbers.map(|at| (*at, Percent::Text)));
        all.retain(|at| !number(*at));
    }
    let mut pairs = all.chunks_exact(2);
    for pair in &mut pairs {
        let [open, close] = pair else { continue };
        if number(*open) && number(*close) {
            roles.insert(*open, Percent::Text);
            roles.insert(*close, Percent::TextEnd);
        } else {
            roles.insert(*open, Percent::Opens { end: close + 2 });
        }
    }
    if let [last] = pairs.remainder() {
        let before = text.get(..*last).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let rest = source.rest(*last);
        let end = if line.trim_start_matches([' ', '\t', '>']).is_empty() {
            text.len()
        } else {
            // If it begins within a line, its end is unknown: at the latest, it ends with the paragraph.
            let lines = rest.split_inclusive('\n').take_while(|line| !line.trim().is_empty());
            last + lines.map(str::len).sum::<usize>()
        };
        let blank = |end: &usize| text.get(..*end).map_or(*end, |part| part.trim_end().len());
        let role = if number(*last) {
            Percent::Text
        } else {
            Percent::OpensRest { end: blank(&end).max(last + 2) }
        };
        roles.insert(*last, role);
    }
    roles
}

/// The positions of exactly two signs, outside of code and without a backslash.
fn signs(source: &Source) -> Vec<usize> {
    let bytes = source.text.as_bytes();
    let mut signs = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at = match (source.code_at(at), byte) {
            (Some(end), _) => end,
            (_, b'\\') => at + 2,
            (_, b'%') => {
                let run = source.run(at, b'%');
                if run == 2 {
                    signs.push(at);
                }
                at + run
            }
            _ => at + 1,
        };
    }
    signs
}
