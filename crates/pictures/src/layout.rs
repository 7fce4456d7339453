//! Breaks a text into balanced lines at the largest size that fits.

use unicode_linebreak::linebreaks;

/// The space that a text may fill, in pixels, and the sizes it may have.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub width: f32,
    pub height: f32,
    pub most_lines: usize,
    pub largest: u16,
    pub smallest: u16,
    /// The distance between lines, in multiples of the size.
    pub leading: f32,
}

/// A text in lines, none wider than its frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    pub size: f32,
    pub leading: f32,
    pub lines: Vec<String>,
}

impl Block {
    /// Its height in pixels.
    pub fn height(&self) -> f32 {
        self.lines.len() as f32 * self.size * self.leading
    }
}

/// Lays out a text. `advance` gives the width of a text at a size of one pixel.
///
/// If the text does not fit even at the smallest size, it ends in “…”; at least one line is kept,
/// however low the frame.
pub fn fit(text: &str, frame: &Frame, advance: impl Fn(&str) -> f32) -> Block {
    let pieces = pieces(text, frame, &advance);
    let (size, lines) =
        largest(&pieces, frame).unwrap_or_else(|| (frame.smallest, clip(&pieces, frame, &advance)));
    let lines = lines.into_iter().map(|line| line.text).collect();
    Block { size: f32::from(size), leading: frame.leading, lines }
}

/// Prefers a slightly smaller size if it saves a line.
fn largest(pieces: &[Piece], frame: &Frame) -> Option<(u16, Vec<Piece>)> {
    let sizes = (frame.smallest..=frame.largest).rev().step_by(2);
    let mut set = sizes.map(|size| (size, fill(pieces, frame.width / f32::from(size))));
    let (size, lines) = set.find(|(size, lines)| lines.len() <= most_lines(frame, *size))?;
    let (size, lines) = set
        .take_while(|(smaller, _)| f32::from(*smaller) > 0.85 * f32::from(size))
        .find(|(_, fewer)| fewer.len() < lines.len())
        .unwrap_or((size, lines));
    Some((size, balance(pieces, lines, frame.width / f32::from(size))))
}

/// What no line break may divide: a word or part of one. Widths are for a size of one pixel.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    text: String,
    width: f32,
    /// The space after it, unless it ends a line.
    space: f32,
}

impl Piece {
    fn join(&mut self, next: &Piece) {
        if self.space > 0.0 {
            self.text.push(' ');
        }
        self.text.push_str(&next.text);
        self.width += self.space + next.width;
        self.space = next.space;
    }
}

fn pieces(text: &str, frame: &Frame, advance: &impl Fn(&str) -> f32) -> Vec<Piece> {
    let space = advance("n n") - advance("nn");
    let largest = frame.width / f32::from(frame.largest);
    let widest = frame.width / f32::from(frame.smallest);
    let mut pieces: Vec<Piece> = Vec::new();
    for segment in segments(text) {
        let word = segment.trim_end_matches(' ');
        let space = if word == segment { 0.0 } else { space };
        let piece = Piece { text: word.to_owned(), width: advance(word), space };
        match pieces.last_mut() {
            Some(last) if hyphenated(last) && last.width + piece.width <= largest => {
                last.join(&piece);
            }
            _ if piece.width > widest => pieces.extend(letters(&piece, advance)),
            _ => pieces.push(piece),
        }
    }
    pieces
}

fn segments(text: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    linebreaks(text).filter_map(move |(to, _)| text.get(std::mem::replace(&mut from, to)..to))
}

/// A name reads better in one piece: “Marxist-Leninist” is broken only where it must be.
fn hyphenated(piece: &Piece) -> bool {
    piece.space == 0.0 && piece.text.ends_with(['-', '‐', '–', '/'])
}

fn letters(piece: &Piece, advance: &impl Fn(&str) -> f32) -> Vec<Piece> {
    let mut letters: Vec<Piece> = Vec::new();
    for letter in piece.text.chars() {
        let text = letter.to_string();
        let width = advance(&text);
        match letters.last_mut() {
            // A letter without a width is an accent on the previous letter.
            Some(last) if width < NARROWEST => last.text.push(letter),
            _ => letters.push(Piece { text, width, space: 0.0 }),
        }
    }
    if let Some(last) = letters.last_mut() {
        last.space = piece.space;
    }
    letters
}

const NARROWEST: f32 = 0.1;

fn fill(pieces: &[Piece], width: f32) -> Vec<Piece> {
    let mut lines: Vec<Piece> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.width + line.space + piece.width <= width => line.join(piece),
            _ => lines.push(piece.clone()),
        }
    }
    lines
}

fn most_lines(frame: &Frame, size: u16) -> usize {
    let fitting = frame.height / (f32::from(size) * frame.leading);
    frame.most_lines.min(fitting as usize).max(1)
}

/// Makes the widest line as narrow as possible without adding a line.
fn balance(pieces: &[Piece], lines: Vec<Piece>, width: f32) -> Vec<Piece> {
    let (mut too_narrow, mut enough, mut best) = (0.0, width, lines);
    while enough - too_narrow > 0.05 {
        let tried = (too_narrow + enough) / 2.0;
        let lines = fill(pieces, tried);
        if lines.len() > best.len() {
            too_narrow = tried;
        } else {
            (enough, best) = (tried, lines);
        }
    }
    best
}

fn clip(pieces: &[Piece], frame: &Frame, advance: &impl Fn(&str) -> f32) -> Vec<Piece> {
    let width = frame.width / f32::from(frame.smallest);
    let rows = most_lines(frame, frame.smallest);
    (0..pieces.len())
        .rev()
        .map(|kept| fill(&clipped(pieces, kept, advance), width))
        .find(|lines| lines.len() <= rows)
        .unwrap_or_default()
}

fn clipped(pieces: &[Piece], kept: usize, advance: &impl Fn(&str) -> f32) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = pieces.iter().take(kept).cloned().collect();
    if let Some(last) = pieces.last_mut() {
        let end = if last.space > 0.0 { "\u{a0}…" } else { "…" };
        last.text = last.text.trim_end_matches([',', ';', ':', '–', '—', '(']).to_owned() + end;
        last.width = advance(&last.text);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Block, Frame, fit};

    const FRAME: Frame = Frame {
        width: 1000.0,
        height: 400.0,
        most_lines: 4,
        largest: 100,
        smallest: 50,
        leading: 1.0,
    };

    /// Half the size for each letter, nothing for a combining accent.
    fn advance(text: &str) -> f32 {
        text.chars().filter(|letter| *letter != '\u{301}').count() as f32 / 2.0
    }

    fn set(text: &str) -> Block {
        let block = fit(text, &FRAME, advance);
        assert!(block.height() <= FRAME.height, "{block:?}");
        assert!(block.lines.len() <= FRAME.most_lines, "{block:?}");
        for line in &block.lines {
            assert!(advance(line) * block.size <= FRAME.width, "{line}");
        }
        block
    }

    #[test]
    fn nothing_takes_no_line() {
        assert_eq!(set("").lines, Vec::<String>::new());
    }

    #[test]
    fn a_short_name_is_set_largest() {
        assert_eq!(
            set("Harmonikören"),
            Block { size: 100.0, leading: 1.0, lines: vec!["Harmonikören".to_owned()] }
        );
    }

    #[test]
    fn lines_are_balanced() {
        let lines = set("one two three four five six").lines;
        assert_eq!(lines, ["one two three", "four five six"]);
    }

    #[test]
    fn a_slightly_smaller_size_saves_a_line() {
        let block = set("Sinéad “Brown” O’Hara");
        assert_eq!((block.lines.len(), block.size), (1, 94.0));
    }

    #[test]
    fn a_headline_of_400_letters_ends_in_an_ellipsis_at_a_word() {
        let text = "Federation of Workers and Peasants ".repeat(12);
        let block = set(&text);
        assert_eq!(block.size, 50.0);
        let whole = block.lines.join(" ");
        let kept = whole.strip_suffix("\u{a0}…").map(|kept| format!("{kept} "));
        assert!(kept.is_some_and(|kept| text.starts_with(&kept)), "{whole}");
    }

    #[test]
    fn a_comma_does_not_stand_before_the_ellipsis() {
        let last = set(&"comrades, ".repeat(50)).lines.pop();
        assert!(last.is_some_and(|line| line.ends_with("comrades\u{a0}…")));
    }

    #[test]
    fn a_word_of_400_letters_breaks_between_letters_and_keeps_accents() {
        let block = set(&"e\u{301}".repeat(400));
        assert_eq!(block.lines.len(), 4);
        assert!(block.lines.iter().all(|line| line.starts_with("e\u{301}")), "{block:?}");
    }

    #[test]
    fn a_hyphenated_name_stays_whole_where_it_can() {
        let lines = set("Communist Party (Marxist-Leninist)").lines;
        assert_eq!(lines, ["Communist Party", "(Marxist-Leninist)"]);
    }

    #[test]
    fn one_line_is_kept_in_a_frame_without_height() {
        let lines = fit("some words", &Frame { height: -1.0, ..FRAME }, advance).lines;
        assert_eq!(lines, ["some words"]);
    }
}
