//! Quotations: a fragment finds whole letters, and a link to a passage finds the passage or names its
//! paragraph.

use std::ops::Range;

use solidarity_core::quotation::{Quotable, find, paragraph_of, passage_of};

use super::many;
use crate::mutation::Chance;
use crate::{Noticed, Target, Verdict, ensure};

/// The paragraphs of a message, one in a line; the last line is the fragment of an address.
pub const TARGET: Target = Target {
    name: "quotation",
    read,
    words: &[
        ":~:text=",
        "q1",
        "p1",
        "q2",
        ",",
        "-,",
        ",-",
        "-",
        "%20",
        "%2C",
        "%E2%80%93",
        "%",
        "&",
        "text=",
        "Dear",
        "we",
        "greet",
        "you",
        " ",
        "\u{a0}",
        "’",
        "—",
        "\n",
        "the",
        ". ",
    ],
    seeds: || {
        let text = "Dear friends, we greet you.\nWe greet you again, and again.\n";
        vec![
            many(text, "q1:~:text=", 6_000, ""),
            many(&format!("{text}q1:~:text="), "a", 50_000, ""),
            many(&format!("{text}q1:~:text=we,"), "-", 50_000, ""),
            many("", "we greet you ", 4_000, "\nq1:~:text=we,you"),
            many("", "a ", 30_000, "\nq1:~:text=a,a"),
            many("", "a a a ", 8_000, "\nq1:~:text=a-,a,-a"),
            many("", "_", 50_000, "\nq1:~:text=_"),
            many("", " ", 60_000, "\nq1:~:text=%20"),
            many("", "日本", 10_000, "\nq1:~:text=日,本"),
            many("", "a\n", 30_000, "q1:~:text=a"),
            many("", "’", 20_000, "\nq1:~:text=’"),
        ]
    },
};

fn read(input: &[u8]) -> Verdict {
    let text = String::from_utf8_lossy(input);
    let (body, fragment) = text.rsplit_once('\n').unwrap_or((&text, ""));
    let paragraphs: Vec<_> = body.split('\n').collect();
    let mut noticed = Noticed::default();
    noticed.note("paragraph", (paragraph_of(fragment).is_some(), passage_of(fragment).is_some()));

    let folding = fixtures::folding();
    let found = find(&paragraphs, fragment, folding);
    noticed.count("found", found.len());
    pieces(&paragraphs, found)?;

    let quotable =
        Quotable { paragraphs: &paragraphs, preceding: &[], folding, boundaries: |_| Vec::new() };
    let mut chance = Chance::new(input.len() as u64);
    for _ in 0..4 {
        let mut spot = || {
            let at = chance.below(paragraphs.len());
            let length = paragraphs.get(at).map_or(0, |paragraph| paragraph.len());
            (at, chance.below(length + 2))
        };
        let Some(passage) = quotable.passage(spot(), spot()) else { continue };
        let quoted = quotable.text(&passage);
        ensure(!quoted.trim().is_empty(), || "a passage without words".into())?;
        let link = quotable.fragment(&passage);
        let back = pieces(&paragraphs, find(&paragraphs, &link, folding))?;
        if passage_of(&link).is_some() {
            ensure(letters(&back) == letters(&quoted), || {
                format!("{link} finds {back:?}, not {quoted:?}")
            })?;
        } else {
            let is_named = paragraph_of(&link).is_some_and(|at| at < paragraphs.len());
            ensure(is_named && back.is_empty(), || format!("{link} names no paragraph"))?;
        }
        noticed.note("link", (link.matches(',').count(), link.matches('-').count().min(4)));
    }
    Ok(noticed)
}

/// A text without what no word is looked for by, such as an invisible character at its end.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The words at these places.
fn pieces(paragraphs: &[&str], found: Vec<(usize, Range<usize>)>) -> Result<String, String> {
    let piece = |(at, range): (usize, Range<usize>)| {
        let piece = paragraphs.get(at).and_then(|paragraph| paragraph.get(range.clone()));
        piece.ok_or_else(|| format!("{range:?} are no letters of paragraph {at}"))
    };
    Ok(found.into_iter().map(piece).collect::<Result<Vec<_>, _>>()?.join("\n\n"))
}
