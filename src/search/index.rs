//! The index: which messages have which words, and where.

use std::collections::BTreeMap;

use super::{Folder, Query};
use crate::collection::{Collection, Message};
use crate::ordering::sorted;

/// Finds the messages of one collection by their words.
pub struct Index {
    /// Every word, in order, with the places it stands in.
    terms: Vec<(String, Vec<Posting>)>,
    messages: usize,
}

struct Posting {
    message: usize,
    field: Field,
    count: u32,
}

/// Where in a message a word stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Sender,
    Signatory,
    Country,
    Body,
}

impl Field {
    /// What a word in this field counts. With every weight at 1 a long text would outrank the
    /// sender of that name. A field counts between 0.72 (the beginning of a word, once) and 1.5 times
    /// its weight (a whole word, often; see [`saturated`]), so each weight is more than 2.1 times the
    /// next: then nothing lifts a field above the one before.
    fn weight(self) -> f32 {
        match self {
            Field::Sender => 20.0,
            Field::Signatory => 8.0,
            Field::Country => 3.0,
            Field::Body => 1.0,
        }
    }
}

impl Index {
    /// Indexes a collection.
    pub fn new(folder: Folder, collection: &Collection) -> Index {
        let mut terms = BTreeMap::<String, BTreeMap<(usize, Field), u32>>::new();
        for (at, message) in collection.messages.iter().enumerate() {
            each_text(collection, message, |field, text| {
                for token in folder.tokens(text) {
                    let places = terms.entry(token.folded).or_default();
                    *places.entry((at, field)).or_default() += 1;
                }
            });
        }
        let postings = |places: BTreeMap<(usize, Field), u32>| {
            let each = places.into_iter();
            each.map(|((message, field), count)| Posting { message, field, count }).collect()
        };
        Index {
            terms: terms.into_iter().map(|(term, places)| (term, postings(places))).collect(),
            messages: collection.messages.len(),
        }
    }

    /// The messages that have every word of the query, best first; of equal ones, the earlier
    /// first. A query for nothing is answered by all.
    ///
    /// A word counts by its best field, more when it is the whole word than when it begins one.
    pub fn search(&self, query: &Query) -> Vec<usize> {
        let mut total = vec![Some(0.0_f32); self.messages];
        for word in &query.words {
            let mut best = vec![None::<f32>; self.messages];
            let from = self.terms.partition_point(|(term, _)| term < word);
            let matching = self.terms.iter().skip(from);
            for (term, postings) in matching.take_while(|(term, _)| term.starts_with(word.as_str()))
            {
                let whole = if term == word { 1.0 } else { 0.5 };
                for posting in postings {
                    let score = posting.field.weight() * (whole + saturated(posting.count));
                    if let Some(best) = best.get_mut(posting.message) {
                        *best = Some(best.unwrap_or(0.0).max(score));
                    }
                }
            }
            for (total, best) in total.iter_mut().zip(best) {
                *total = total.zip(best).map(|(total, best)| total + best);
            }
        }
        let scored = total.into_iter().enumerate();
        let hits: Vec<_> = scored.filter_map(|(at, score)| Some((at, score?))).collect();
        let score = |at: usize| hits.get(at).map_or(0.0, |(_, score)| *score);
        let best_first = sorted(hits.len(), &mut |a, b| score(b).total_cmp(&score(a)));
        best_first.into_iter().filter_map(|at| Some(hits.get(at)?.0)).collect()
    }
}

/// The term frequency of BM25 with k₁ = 1.2 and no length normalisation, scaled below ½ (Robertson
/// and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”, 2009, §3.4).
fn saturated(count: u32) -> f32 {
    let count = count as f32;
    0.5 * count / (count + 1.2)
}

fn each_text(collection: &Collection, message: &Message, mut visit: impl FnMut(Field, &str)) {
    for sender in &message.senders {
        for name in &sender.names {
            visit(Field::Sender, &name.text);
        }
        if let Some(acronym) = &sender.acronym {
            visit(Field::Sender, acronym);
        }
        if let Some(country) = sender.country {
            visit(Field::Country, country.name);
            let own = collection.place_name(country);
            if own != country.name {
                visit(Field::Country, own);
            }
        }
    }
    for signature in &message.signatures {
        visit(Field::Signatory, &signature.name);
        if let Some(role) = &signature.role {
            visit(Field::Signatory, role);
        }
    }
    for paragraph in &message.body {
        visit(Field::Body, &paragraph.text);
    }
}
