//! The lines of a text in an e-mail. With `format=flowed`, a line that ends with a space continues in the next
//! (RFC 3676, §4).

/// A line, and the number of lines of the part before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The lines before it.
    pub before: usize,
    /// Its text.
    pub text: String,
}

/// How the lines of a text are written.
#[derive(Clone, Copy, Default)]
pub struct Format {
    /// Whether a space at the end of a line means that it continues in the next.
    pub flowed: bool,
    /// Whether that space is removed.
    pub delsp: bool,
}

/// The lines of a text, with flowed lines joined.
pub fn lines(text: &str, format: Format) -> Vec<Line> {
    let all = text.lines().enumerate();
    if !format.flowed {
        return all.map(|(before, text)| Line { before, text: text.to_owned() }).collect();
    }
    let mut lines: Vec<Line> = Vec::new();
    // The quotation depth of the line being continued.
    let mut open: Option<usize> = None;
    for (before, line) in all {
        let depth = line.bytes().take_while(|byte| *byte == b'>').count();
        let rest = line.get(depth..).unwrap_or_default();
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        let is_delimiter = rest == "-- ";
        match lines.last_mut().filter(|_| open == Some(depth) && !is_delimiter) {
            Some(last) => last.text += rest,
            None => {
                let marks = ">".repeat(depth);
                let space = if depth > 0 { " " } else { "" };
                lines.push(Line { before, text: format!("{marks}{space}{rest}") });
            }
        }
        open = (rest.ends_with(' ') && !is_delimiter).then_some(depth);
        if format.delsp
            && open.is_some()
            && let Some(last) = lines.last_mut()
        {
            last.text.pop();
        }
    }
    lines
}
