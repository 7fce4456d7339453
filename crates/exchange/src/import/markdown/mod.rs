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

use std::collections::HashMap;

use pulldown_cmark::Parser;
use solidarity_core::collection::raw::RawText;

use crate::import::markdown::options::OPTIONS;
use crate::import::markdown::reading::Reading;
use crate::import::markdown::tallies::{KEPT, Tallies};
use crate::import::markdown::unused::Definitions;

/// So many notes of one file may say the same.
const SAME: usize = 20;

/// The paragraphs of a text, and what could not be kept: where it stands, in bytes, and what it was.
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

/// Notes of which no more than some say the same.
fn bounded(notes: Vec<(usize, String)>) -> Vec<(usize, String)> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (_, text) in &notes {
        *counts.entry(text.clone()).or_default() += 1;
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut kept = Vec::with_capacity(notes.len());
    for (at, text) in notes {
        let all = counts.get(&text).copied().unwrap_or_default();
        if all <= SAME {
            kept.push((at, text));
            continue;
        }
        let so_far = seen.entry(text.clone()).or_default();
        *so_far += 1;
        if *so_far < SAME {
            kept.push((at, text));
        } else if *so_far == SAME {
            kept.push((at, format!("{text} (And {} times more below.)", all - SAME)));
        }
    }
    kept
}
