//! Parts of an e-mail that do not belong to the message: quotations, what a program puts between a text and a
//! forwarded e-mail, signature blocks, and footers of mailing lists.

use crate::import::mail::flowed::Line;
use crate::import::mail::headers::{Headers, header_block};

/// The most lines of a signature block (RFC 3676, §4.3, asks for four).
const BLOCK: usize = 15;

/// The message in a text.
#[derive(Default)]
pub struct Parted {
    /// Its lines.
    pub letter: Vec<Line>,
    /// What was left out: the number of lines before it, and a note.
    pub left_out: Vec<(usize, String)>,
}

/// Separates the message from the rest of a text. If all of the text is quoted, the message is the text without
/// quotation marks.
pub fn part(lines: Vec<Line>, forwards: bool) -> Parted {
    let is_quoted_only = lines.iter().any(is_quoted).then(|| lines.clone());
    let mut parted = Parted { letter: lines, left_out: Vec::new() };
    take_out_headers(&mut parted, forwards);
    take_out_quotations(&mut parted);
    trim_blocks(&mut parted);
    if let Some(letter) = is_quoted_only.filter(|_| parted.letter.is_empty()) {
        parted = Parted { letter, left_out: Vec::new() };
        unquote(&mut parted);
        trim_blocks(&mut parted);
    }
    parted.left_out.sort_by_key(|(before, _)| *before);
    parted
}

/// Removes what mail programs and mailing lists add below a text.
fn trim_blocks(Parted { letter, left_out }: &mut Parted) {
    loop {
        trim_empty(letter);
        let from = letter.len().saturating_sub(BLOCK);
        let tail = letter.get(from..).unwrap_or_default();
        let found = tail.iter().rposition(|line| {
            matches!(line.text.as_str(), "-- " | "--") || is_line_across(&line.text)
        });
        let Some(at) = found.map(|at| from + at) else { return };
        let is_signature = letter.get(at).is_some_and(|line| line.text.starts_with("--"));
        let block = words(letter.get(at + 1..).unwrap_or_default());
        let of_list =
            ["http://", "https://", "unsubscribe"].iter().any(|word| block.contains(word));
        if !is_signature && !of_list {
            return;
        }
        let of_list = !is_signature || block.starts_with("You received this message because");
        let text = if of_list {
            format!("the footer of a mailing list was left out: {block}")
        } else {
            format!(
                "the block below the line “-- ” was left out: {block}. If it signs the letter, write who signed \
                 it into “signatures” in the file of messages."
            )
        };
        left_out.push((letter.get(at).map_or(0, |line| line.before), text));
        letter.truncate(at);
    }
}

/// Whether a line is the one that mailing lists draw above their footers.
fn is_line_across(line: &str) -> bool {
    line.len() >= 40 && line.bytes().all(|byte| byte == b'_')
}

/// Removes the headers of an e-mail within the text: only these if it is forwarded; if it is answered,
/// everything from there on.
fn take_out_headers(Parted { letter, left_out }: &mut Parted, forwards: bool) {
    let Some(Headers { range, says_forwarded }) = header_block(letter) else { return };
    let before = letter.get(range.start).map_or(0, |line| line.before);
    let above = letter.get(..range.start).unwrap_or_default();
    let is_below_text = above.iter().any(|line| !line.text.trim().is_empty());
    if is_below_text && !forwards && !says_forwarded {
        let words = words(letter.get(range.start..).unwrap_or_default());
        left_out.push((before, format!("the e-mail that this one answers was left out: {words}")));
        letter.truncate(range.start);
        return;
    }
    let headers: Vec<Line> = letter.drain(range).collect();
    let more = if is_below_text {
        " The text above it is from whoever forwarded it: delete that if it is not part of the letter."
    } else {
        ""
    };
    let text = format!(
        "this e-mail forwards another, whose headers were left out: {}. If the letter is by its sender, write \
         that name into the file of messages.{more}",
        words(&headers)
    );
    left_out.push((before, text));
}

/// Removes quotations, each with the line that introduces it.
fn take_out_quotations(Parted { letter, left_out }: &mut Parted) {
    let mut kept: Vec<Line> = Vec::with_capacity(letter.len());
    let mut quoted: Vec<Line> = Vec::new();
    for line in letter.drain(..) {
        if is_quoted(&line) {
            if quoted.is_empty() {
                let at = introduction(&kept, kept.len());
                quoted = kept.split_off(at);
            }
            quoted.push(line);
        } else {
            left_out.extend(name_quotation(&mut quoted));
            kept.push(line);
        }
    }
    left_out.extend(name_quotation(&mut quoted));
    *letter = kept;
}

/// Removes the marks from quotations.
fn unquote(Parted { letter, left_out }: &mut Parted) {
    let first = letter.iter().find(|line| is_quoted(line)).map_or(0, |line| line.before);
    for line in letter.iter_mut().filter(|line| is_quoted(line)) {
        let text = line.text.trim_start_matches('>');
        line.text = text.strip_prefix(' ').unwrap_or(text).to_owned();
    }
    let text = "the whole text is a quotation; its marks (“>”) were left out.";
    left_out.push((first, text.to_owned()));
}

fn name_quotation(quoted: &mut Vec<Line>) -> Option<(usize, String)> {
    let quoted = std::mem::take(quoted);
    let before = quoted.first()?.before;
    let words = words(&quoted);
    Some((before, format!("the quotation of another e-mail was left out: {words}")))
}

/// Whether a line is quoted. Some servers also put the mark before “From”.
fn is_quoted(line: &Line) -> bool {
    line.text.starts_with('>') && !line.text.starts_with(">From ")
}

fn is_empty(line: &Line) -> bool {
    line.text.trim().is_empty()
}

/// Where the lines that introduce a quotation begin: “On 3 January 2027, Ann wrote:”, in any language, with a
/// time or an address, on up to three lines.
fn introduction(lines: &[Line], at: usize) -> usize {
    let above = lines.get(..at).unwrap_or_default();
    let empty = above.iter().rev().take(2).take_while(|line| is_empty(line)).count();
    let end = at - empty;
    let above = above.get(..end).unwrap_or_default();
    let ends = above.last().is_some_and(|line| line.text.trim_end().ends_with([':', '：']));
    let count = above.iter().rev().take(4).take_while(|line| !is_empty(line)).count();
    if empty > 1 || !ends || count > 3 {
        return at;
    }
    let mut letters = above.iter().skip(end - count).flat_map(|line| line.text.chars());
    if letters.any(|c| c == '@' || c.is_ascii_digit()) { end - count } else { at }
}

/// The words of lines, without quotation marks.
fn words(lines: &[Line]) -> String {
    let words = lines.iter().flat_map(|line| line.text.trim_start_matches('>').split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

fn trim_empty(letter: &mut Vec<Line>) {
    while letter.pop_if(|line| is_empty(line)).is_some() {}
}
