//! Mailboxes of several e-mails in one file (RFC 4155), as mail programs keep and export them.

use std::borrow::Cow;

/// An e-mail in a mailbox.
pub struct Mail<'a> {
    /// The line where it begins, from 1, after the line that separates it from the one before.
    pub line: usize,
    /// The e-mail.
    pub bytes: Cow<'a, [u8]>,
}

/// The e-mails of a file: all those of a mailbox, or the single one.
pub fn split(bytes: &[u8]) -> Vec<Mail<'_>> {
    if !bytes.starts_with(b"From ") {
        return vec![Mail { line: 1, bytes: bytes.into() }];
    }
    let mut mails = Vec::new();
    let mut begin: Option<(usize, usize)> = None;
    let (mut at, mut line, mut after_empty) = (0, 1, true);
    for text in bytes.split_inclusive(|byte| *byte == b'\n') {
        if at == 0 || after_empty && is_separator(text) {
            mails.extend(begin.map(|begin| mail(bytes, begin, at)));
            begin = Some((at + text.len(), line + 1));
        }
        after_empty = matches!(text, b"\n" | b"\r\n");
        at += text.len();
        line += 1;
    }
    mails.extend(begin.map(|begin| mail(bytes, begin, at)));
    mails
}

/// Whether a line separates two e-mails: `From`, an address and a time, such as `Mon Jan 26 20:07:15 2027`.
fn is_separator(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ").filter(|rest| rest.len() < 400) else {
        return false;
    };
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    let mut words = rest.split(u8::is_ascii_whitespace);
    let has_time = words.clone().any(|word| {
        word.get(2) == Some(&b':')
            && word.get(..2).is_some_and(digits)
            && word.get(3..5).is_some_and(digits)
    });
    has_time && words.any(|word| word.len() == 4 && digits(word))
}

/// An e-mail, with `>From ` unescaped to `From `.
fn mail(bytes: &[u8], (begin, line): (usize, usize), end: usize) -> Mail<'_> {
    let bytes = bytes.get(begin..end).unwrap_or_default();
    let is_marked = |line: &[u8]| {
        let unmarked = line.iter().skip_while(|byte| **byte == b'>');
        line.starts_with(b">") && unmarked.take(5).eq(b"From ")
    };
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    if !lines.clone().any(is_marked) {
        return Mail { line, bytes: bytes.into() };
    }
    let unmarked = lines
        .by_ref()
        .flat_map(|line| if is_marked(line) { line.get(1..).unwrap_or_default() } else { line });
    Mail { line, bytes: Cow::Owned(unmarked.copied().collect()) }
}
