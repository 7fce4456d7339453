//! Headings in people's own words, such as “Name of your organisation” or “Where are you based?”.
//!
//! A column wrongly taken for the text or the sender would be published under a wrong name, so every word of a
//! heading has to be known, but for what a text is about: “Message of solidarity to …”.

use std::collections::HashMap;

use crate::import::fields::Field;
use crate::import::front_matter::may_say_no;

/// The words for fields.
const WORDS: [(Field, &[&str]); 6] = [
    (
        Field::Sender,
        &[
            "sender",
            "organisation",
            "organization",
            "organisations",
            "organizations",
            "party",
            "group",
        ],
    ),
    (Field::Country, &["country", "nation"]),
    (Field::Message, &["message", "greeting", "greetings", "letter", "statement", "text"]),
    (Field::Signature, &["sign", "signs", "signed", "signature", "signatory", "signatories"]),
    (Field::Role, &["role", "position", "function", "office"]),
    (Field::Language, &["language"]),
];

/// The words that say nothing of which field it is.
const FILLERS: &str = "a an and are as by do enter full held here is it its list long name official open \
     or original our people person please political region represent represents short solidarity that the their \
     this us we what which who whose will write written you your";

/// The words before those that describe a field more closely.
const PREPOSITIONS: [&str; 8] = ["of", "to", "for", "from", "in", "at", "on", "within"];

/// The words of headings of what is not for readers, or about a text and not the text.
const NEVER: &str = "address agree approved confidential consent contact date email e mail id internal link logo mobile \
     newsletter organisers organizers permission phone photo privacy private publication publish published \
     publishing remarks status team telephone time timestamp title translated translation upload url website";

/// What a question begins with that is answered by yes or no, and a promise.
const YES_OR_NO: &str = "are can could did do does has have i is may shall should we would";

/// What parts two things, or the names of columns that were put into one cell.
const SEPARATORS: [char; 9] = ['/', ',', '&', '+', ';', '|', '，', '；', '、'];

/// The fields that headings stand for, each of one heading only; those that stand for one already are taken. A field
/// that two headings would fit is none of theirs.
pub fn guessed(headings: &[Option<String>], taken: &[Field]) -> Vec<Option<Field>> {
    let guesses: Vec<_> =
        headings.iter().map(|heading| heading.as_deref().and_then(field)).collect();
    let mut counts: HashMap<Field, usize> = HashMap::new();
    guesses.iter().flatten().for_each(|field| *counts.entry(*field).or_default() += 1);
    let is_alone = |field: &Field| !taken.contains(field) && counts.get(field) == Some(&1);
    guesses.iter().map(|guess| guess.filter(is_alone)).collect()
}

/// The field of a heading in small letters.
fn field(heading: &str) -> Option<Field> {
    let all = words(heading);
    let is_never = |word: &&str| *word != "title" && has(NEVER, word);
    let first = all.first()?;
    if all.len() > 20 || may_say_no(heading) || has(YES_OR_NO, first) || all.iter().any(is_never) {
        return None;
    }
    // Words in brackets are an explanation.
    let heading = words(heading.split(['(', '[', ':', '–']).next().unwrap_or_default());
    let heading = heading.as_slice();
    match heading {
        ["where", .., "from" | "based"] => {
            heading.get(1..).filter(|rest| rest.iter().all(|word| is_place(word)))?;
            return Some(Field::Country);
        }
        ["who", "signs" | "signed", ..] => return Some(Field::Signature),
        ["job", "title"] | ["your", "job", "title"] => return Some(Field::Role),
        ["your", "name"] | ["your", "full", "name"] | ["what", "is", "your", "name"] => {
            return Some(Field::Signature);
        }
        _ => {}
    }
    phrase(heading)
}

/// The field of a noun with what belongs to it: “Name of your organisation”.
fn phrase(words: &[&str]) -> Option<Field> {
    let at = words.iter().position(|word| PREPOSITIONS.contains(word)).unwrap_or(words.len());
    let (head, tail) = words.split_at(at);
    if let Some(("name", before)) = head.split_last().map(|(last, before)| (*last, before))
        && before.iter().all(|word| has(FILLERS, word))
        && tail.first() == Some(&"of")
    {
        return phrase(tail.get(1..)?);
    }
    let field = noun(head)?;
    let is_plain =
        |word: &&str| PREPOSITIONS.contains(word) || has(FILLERS, word) || of_word(word).is_some();
    let fits = match field {
        Field::Message => true,
        Field::Role => matches!(tail, [] | ["of" | "in" | "at" | "within", ..]),
        _ => tail.iter().all(is_plain),
    };
    fits.then_some(field)
}

/// The field of words that are all known, of one field, or of two as in “message language”.
fn noun(words: &[&str]) -> Option<Field> {
    let mut found: Option<(usize, Field)> = None;
    for (at, word) in words.iter().enumerate() {
        match (of_word(word), found) {
            (Some(field), Some((_, before))) if field == before => found = Some((at, field)),
            (Some(field), None) => found = Some((at, field)),
            (Some(field @ Field::Language), Some((before, Field::Message)))
            | (Some(field @ Field::Country), Some((before, Field::Sender)))
                if before + 1 == at =>
            {
                found = Some((at, field));
            }
            (Some(_), Some(_)) => return None,
            // The name of somebody else than what the heading is about.
            (None, found)
                if *word == "name" && found.is_none_or(|(before, _)| before + 1 != at) =>
            {
                return None;
            }
            (None, _) if !has(FILLERS, word) => return None,
            (None, _) => {}
        }
    }
    found.map(|(_, field)| field)
}

fn of_word(word: &str) -> Option<Field> {
    WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(field, _)| *field)
}

fn is_place(word: &str) -> bool {
    has(FILLERS, word) || matches!(word, "from" | "based") || of_word(word) == Some(Field::Sender)
}

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}

/// The words of a heading; what parts two things is “or”.
fn words(heading: &str) -> Vec<&str> {
    let parts = heading.split_inclusive(SEPARATORS);
    let mut words = Vec::new();
    for part in parts {
        let separates = part.ends_with(SEPARATORS);
        let letters = part.split(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\''));
        words.extend(letters.filter(|word| !word.is_empty()));
        if separates {
            words.push("or");
        }
    }
    words
}
