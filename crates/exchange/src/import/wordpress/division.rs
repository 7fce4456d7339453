//! How a page with several messages is divided.

use crate::counted::counted;
use crate::import::html::Block;
use crate::import::sender::with_country;

/// The number of senders listed when a page is divided; the rest is counted.
const LISTED: usize = 40;

/// The level of a bold line that serves as a heading.
pub const BOLD: u8 = 7;

/// The level of the headings that begin messages, if there are several: the level with the most countries, then
/// the most headings, then the highest. Bold lines begin messages only if there are no headings.
pub fn level(blocks: &[Block]) -> Option<u8> {
    let has_headings = blocks.iter().any(|block| block.heading.is_some_and(|level| level < BOLD));
    let levels = if has_headings { 1..=6 } else { BOLD..=BOLD };
    let of_level = |level: u8| blocks.iter().filter(move |block| block.heading == Some(level));
    let several: Vec<u8> = levels.filter(|level| of_level(*level).count() > 1).collect();
    if let [only] = several.as_slice() {
        return Some(*only);
    }
    let rank = |level: &u8| {
        let named = of_level(*level).filter(|block| with_country(&block.text).is_some());
        (named.count(), of_level(*level).count(), BOLD - level)
    };
    several.into_iter().max_by_key(rank)
}

/// The note on a page that became several messages.
pub fn said(title: &str, headings: &[&Block], bold: bool) -> String {
    let (what, cure) = match bold {
        true => ("bold lines", "make only one line bold, or give it a heading"),
        false => ("headings", "leave only one heading of that level"),
    };
    let named = headings.iter().take(LISTED);
    let named = named.map(|block| format!("“{}”", block.text.replace('\n', " ")));
    let named = named.collect::<Vec<_>>().join(", ");
    let more = headings.len().saturating_sub(LISTED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!(
        "the page “{title}” was divided at its {what} into {}. These became senders: {named}{more}. If they are \
         not, and the page is one message, publish it as a post in WordPress, or {cure}, and export it again.",
        counted(headings.len(), "message")
    )
}
