//! Limits notes of a file that say the same.

use std::collections::HashMap;

/// The number of notes of one file that may say the same.
const SAME: usize = 20;

/// Drops notes beyond that limit.
pub fn bounded(notes: Vec<(usize, String)>) -> Vec<(usize, String)> {
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
