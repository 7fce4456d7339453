//! Markdown: its paragraphs as text.

mod events;
mod html;
mod kept;
mod open_html;
mod options;
mod reading;
mod remarks;
mod scripts;
mod tables;
mod tags;
mod tallies;
mod unused;

use pulldown_cmark::Parser;
use solidarity_core::collection::raw::RawText;

use crate::import::bounded::bounded;
use crate::import::markdown::options::OPTIONS;
use crate::import::markdown::reading::Reading;
use crate::import::markdown::tallies::{KEPT, Tallies};
use crate::import::markdown::unused::Definitions;

/// The paragraphs of a text, and notes on what could not be kept, with their positions in bytes.
pub fn read(markdown: &str) -> (Vec<RawText>, Vec<(usize, String)>) {
    let remarks::Reading { kept, mut left_out, highlights } = remarks::take_out(markdown);
    let mut reading = Reading::of(kept.text());
    let parser = Parser::new_ext(kept.text(), OPTIONS);
    let mut definitions = Definitions::of(kept.text(), &parser);
    for (event, range) in parser.into_offset_iter() {
        definitions.see(&event, &range);
        reading.take(event, range);
    }
    let (paragraphs, mut notes) = reading.end();
    notes.extend(definitions.notes());
    left_out.extend(notes.into_iter().map(|(at, note)| (kept.origin(at), note)));
    let mut tallies = Tallies::default();
    highlights.iter().for_each(|at| tallies.count("the highlighting", KEPT, *at));
    left_out.extend(tallies.notes());
    left_out.sort_by_key(|(at, _)| *at);
    (paragraphs, bounded(left_out))
}
