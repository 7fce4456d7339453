//! What may be wrong, but only a person can tell.

use std::collections::HashMap;
use std::ops::Range;

use solidarity_core::collection::raw::{RawMarkedText, RawText};
use solidarity_core::collection::{Collection, Message};

use crate::check::addresses::email_address;
use crate::check::damaged;
use crate::check::doubt::Doubt;
use crate::check::finding::{Finding, Severity};
use crate::check::paths::Paths;
use crate::check::unshown::Shown;
use crate::counted::counted;
use crate::import::marked;

/// A message of fewer words than this may have been cut off.
const SHORT: usize = 5;

/// The warnings for a collection, by message.
pub fn warnings(collection: &Collection, shown: &Shown, paths: &Paths) -> Vec<Finding> {
    // Messages with a problem are not in the collection, so paths count the messages of the file.
    let at_in_file = paths.messages();
    let mut seen = Seen::default();
    let mut doubts = damaged::of_collection(collection);
    for message in &collection.messages {
        let Some(at) = at_in_file.get(message.id.as_str()) else { continue };
        for doubt in of_message(message, &mut seen) {
            doubts.push(Doubt { path: format!("messages[{at}]{}", doubt.path), ..doubt });
        }
    }
    doubts.into_iter().filter_map(|doubt| finding(doubt, shown, paths)).collect()
}

fn finding(doubt: Doubt, shown: &Shown, paths: &Paths) -> Option<Finding> {
    let Doubt { path, mark, what, cure, instead } = doubt;
    // For a text with a language, the text itself.
    let range = paths.range(&format!("{path}.text")).unwrap_or_default();
    // Half a character has its own warning.
    if mark == Some(char::REPLACEMENT_CHARACTER) && shown.has_halves(&range) {
        return None;
    }
    let range = mark.and_then(|mark| mark_in(&shown.text, &range, mark)).unwrap_or(range);
    let (severity, cure) = (Severity::Warning, cure.to_owned());
    Some(Finding { severity, range, path, what, cure, instead })
}

fn of_message<'a>(message: &'a Message, seen: &mut Seen<'a>) -> Vec<Doubt> {
    let mut doubts = damaged::of_message(message);
    if message.signatures.is_empty() {
        doubts.push(Doubt::of(
            ".id",
            format!("“{}” is not signed.", message.id),
            "If somebody signed it, add them to “signatures”; if not, leave it as it is.",
        ));
    }
    let words = message.word_count;
    if words < SHORT {
        doubts.push(Doubt::of(
            ".body",
            format!("This message has only {}.", counted(words, "word")),
            "Make sure that none of it was lost.",
        ));
    }
    for (at, paragraph) in message.body().iter().enumerate() {
        doubts.extend(of_address(&format!(".body[{at}]"), &paragraph.text));
        if let Some((straight, curly)) = mixed_quotes(&paragraph.text) {
            doubts.push(Doubt {
                path: format!(".body[{at}]"),
                mark: Some(straight),
                what: format!("Two kinds of quotation mark are used here: {straight} and {curly}."),
                cure: "If the original has both, leave them.",
                instead: None,
            });
        }
    }
    for (at, signature) in message.signatures.iter().enumerate() {
        for (part, text) in [("name", Some(&signature.name)), ("role", signature.role.as_ref())] {
            let path = format!(".signatures[{at}].{part}");
            doubts.extend(text.and_then(|text| of_address(&path, text)));
            let marked = text.map(|text| marked::read(text));
            if let Some(RawText::Marked(RawMarkedText { lang, .. })) = marked {
                doubts.push(Doubt::of(
                    &path,
                    format!("Readers will see “{{{lang}}}” here."),
                    "Only names of senders and paragraphs can be marked with a language: delete the mark.",
                ));
            }
        }
    }
    if let Some(other) = seen.id_like(&message.id) {
        doubts.push(Doubt::of(
            ".id",
            format!("“{}” and “{other}” are only one letter apart.", message.id),
            "Links to them are easily confused: choose ids that differ more before you share any.",
        ));
    }
    if let Some(other) = seen.text_like(message) {
        doubts.push(Doubt::of(
            ".body",
            format!("“{other}” has the same text."),
            "If they are one message from several senders, put the senders together in one.",
        ));
    }
    doubts
}

fn of_address(path: &str, text: &str) -> Option<Doubt> {
    let address = email_address(text)?;
    let what = format!("Readers and programs that collect addresses will see “{address}” here.");
    Some(Doubt::of(path, what, "Remove it, unless its owner wants it to be published."))
}

/// Straight quotation marks next to curly ones of the same kind.
fn mixed_quotes(text: &str) -> Option<(char, char)> {
    let kinds: [(char, &[char]); 2] = [('"', &['“', '”', '„', '«', '»']), ('\'', &['’', '‘'])];
    kinds.into_iter().find_map(|(straight, curly)| {
        let curly = text.chars().find(|c| curly.contains(c))?;
        text.contains(straight).then_some((straight, curly))
    })
}

/// The first position of a character in a quoted JSON text.
fn mark_in(json: &str, range: &Range<usize>, mark: char) -> Option<Range<usize>> {
    let quoted = json.get(range.clone())?;
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    let mut escaped = false;
    let (at, _) = inner.char_indices().find(|(_, c)| {
        // A quotation mark within the text is escaped.
        let found = *c == mark && (escaped || mark != '"');
        escaped = *c == '\\' && !escaped;
        found
    })?;
    let start = range.start + 1 + at;
    Some(start..start + mark.len_utf8())
}

/// What earlier messages had.
#[derive(Default)]
struct Seen<'a> {
    /// By id with one letter removed.
    ids: HashMap<String, &'a str>,
    /// By the whole text.
    texts: HashMap<String, &'a str>,
}

impl<'a> Seen<'a> {
    /// An earlier id that differs in one letter. Digits do not count: they are there to tell ids apart.
    fn id_like(&mut self, id: &'a str) -> Option<&'a str> {
        // There is a key for each letter; long ids have their own warning.
        if id.len() > damaged::LONGEST_ID {
            return None;
        }
        let letters = |id: &str| id.replace(|c: char| c.is_ascii_digit(), "");
        let mut found = None;
        let shortened = (0..id.len()).map(|at| {
            let (before, after) = id.split_at(at);
            format!("{before}{}", after.get(1..).unwrap_or_default())
        });
        for key in shortened.chain([id.to_owned()]) {
            match self.ids.get(&key) {
                Some(other) if letters(other) != letters(id) => found = Some(*other),
                Some(_) => {}
                None => {
                    self.ids.insert(key, id);
                }
            }
        }
        found
    }

    fn text_like(&mut self, message: &'a Message) -> Option<&'a str> {
        let text = message.paragraphs().join("\n\n");
        match self.texts.get(&text) {
            Some(other) => Some(other),
            None => {
                self.texts.insert(text, &message.id);
                None
            }
        }
    }
}
