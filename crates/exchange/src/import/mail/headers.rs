//! The headers that mail programs write into a text above the e-mail that it answers or forwards.

use std::ops::Range;

use crate::import::mail::flowed::Line;

/// Headers within a text.
pub struct Headers {
    /// Their lines, including the line that introduces them.
    pub range: Range<usize>,
    /// Whether that line says that the e-mail was forwarded.
    pub says_forwarded: bool,
}

/// What the headers of sender, time, recipient and subject are called by mail programs (Outlook, Gmail,
/// Thunderbird and Apple Mail) in all their languages.
const NAMES: [&str; 49] = [
    "from",
    "sent",
    "date",
    "to",
    "cc",
    "subject",
    "reply-to",
    "von",
    "gesendet",
    "datum",
    "an",
    "betreff",
    "de",
    "envoyé",
    "à",
    "objet",
    "enviado",
    "enviada em",
    "data",
    "para",
    "assunto",
    "fecha",
    "asunto",
    "da",
    "inviato",
    "a",
    "oggetto",
    "van",
    "verzonden",
    "aan",
    "onderwerp",
    "fra",
    "sendt",
    "dato",
    "til",
    "emne",
    "från",
    "skickat",
    "till",
    "ämne",
    "от",
    "отправлено",
    "дата",
    "кому",
    "тема",
    "发件人",
    "收件人",
    "差出人",
    "件名",
];

/// Words in the line that introduces a forwarded e-mail.
const FORWARDED: [&str; 12] = [
    "forward",
    "weitergeleitet",
    "transféré",
    "transmis",
    "encaminhad",
    "reenviado",
    "inoltrat",
    "doorgestuurd",
    "videresendt",
    "vidarebefordra",
    "пересыла",
    "转发",
];

/// The first headers within a text: at least two lines, after a line that introduces them.
pub fn header_block(lines: &[Line]) -> Option<Headers> {
    let mut at = 0;
    while at < lines.len() {
        let count = lines.iter().skip(at).take_while(|line| is_header(line)).count();
        if count >= 2
            && let Some(announced) = announcement(lines, at)
        {
            let said =
                lines.get(announced).map(|line| line.text.to_lowercase()).unwrap_or_default();
            let says_forwarded = FORWARDED.iter().any(|word| said.contains(word));
            return Some(Headers { range: announced..at + count, says_forwarded });
        }
        at += count.max(1);
    }
    None
}

fn is_header(line: &Line) -> bool {
    let text = line.text.trim_matches(['*', ' ']);
    // The longest name has few letters.
    let named = text.split_once([':', '：']).filter(|(name, _)| name.len() < 40);
    named.is_some_and(|(name, value)| {
        let name = name.trim_matches(['*', ' ']).to_lowercase();
        NAMES.contains(&&*name) && !value.trim().is_empty()
    })
}

/// The line that introduces the headers: it has dashes on both sides, as in “-----Original Message-----”, is a
/// horizontal rule, or ends with a colon, as in “Begin forwarded message:”.
fn announcement(lines: &[Line], at: usize) -> Option<usize> {
    let mut above = (at.saturating_sub(2)..at).rev();
    let is_empty = |at: usize| lines.get(at).is_none_or(|line| line.text.trim().is_empty());
    let announced = above.find(|at| !is_empty(*at))?;
    let text = lines.get(announced)?.text.trim();
    let is_dashed = text.starts_with("---") && text.ends_with("---");
    let is_across = text.len() >= 10 && text.bytes().all(|byte| byte == b'_');
    let is_begun = text.len() < 100 && text.ends_with([':', '：']);
    (is_dashed || is_across || is_begun).then_some(announced)
}
