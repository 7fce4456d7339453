//! Damage in the texts of a message, and ids that not every system can store.

use solidarity_core::collection::{Collection, Message};

use crate::check::doubt::Doubt;
use crate::check::finding::Instead;
use crate::damage::{
    Damaged, Mojibake, cut_off, damaged, in_name, is_lost_name, lost_letters, mojibake, unbalanced,
    unseen_name,
};

/// The longest an id may be: it names the folder of a page. File systems allow 255 bytes, and exports add a
/// number and an extension.
pub const LONGEST_ID: usize = 200;

/// Names that Windows reserves for devices, besides `com1` to `lpt9` (Microsoft, “Naming Files, Paths, and
/// Namespaces”).
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

const ASK: &str = "Look the text up where it was typed, and write it here.";

/// What is damaged in a message.
pub fn of_message(message: &Message) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = of_id(&message.id).into_iter().collect();
    for (at, sender) in message.senders.iter().enumerate() {
        let names = sender.names.iter().enumerate();
        let names = names.map(|(name, text)| (format!("names[{name}]"), Some(text.text.as_str())));
        let others = [("acronym", &sender.acronym), ("heading", &sender.heading)];
        let others = others.map(|(part, text)| (part.to_owned(), text.as_deref()));
        for (part, text) in names.chain(others) {
            doubts.extend(text.and_then(|text| of_name(&format!(".senders[{at}].{part}"), text)));
        }
    }
    for (at, signature) in message.signatures.iter().enumerate() {
        for (part, text) in [("name", Some(&signature.name)), ("role", signature.role.as_ref())] {
            let path = format!(".signatures[{at}].{part}");
            doubts.extend(text.and_then(|text| of_name(&path, text)));
        }
    }
    let body = message.body();
    for (at, paragraph) in body.iter().enumerate() {
        doubts.extend(of_text(&format!(".body[{at}]"), &paragraph.text));
    }
    if body.len() > 1
        && let Some(limit) = cut_off(&message.paragraphs().join("\n\n"))
    {
        doubts.push(cut(".body", limit));
    }
    doubts
}

/// Damage in the collection’s own fields; the paths start at the root of the file.
pub fn of_collection(collection: &Collection) -> Vec<Doubt> {
    let Collection { title, subtitle, occasion, host, source, rights, .. } = collection;
    let texts = [
        ("title", Some(title)),
        ("subtitle", subtitle.as_ref()),
        ("occasion.name", occasion.as_ref().map(|occasion| &occasion.name)),
        ("host.name", host.as_ref().map(|host| &host.name)),
        ("source.name", source.as_ref().map(|source| &source.name)),
        ("rights", rights.as_ref()),
    ];
    let doubt =
        |(path, text): (&str, Option<&String>)| of_text(&format!("collection.{path}"), text?);
    texts.into_iter().filter_map(doubt).collect()
}

fn of_id(id: &str) -> Option<Doubt> {
    let numbered = id.strip_prefix("com").or(id.strip_prefix("lpt"));
    let numbered = numbered.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']));
    if DEVICES.contains(&id) || numbered {
        return Some(Doubt::of(
            ".id",
            format!("Windows cannot store a folder called “{id}”."),
            "Choose another id before you share links: the page of a message is a folder with its name.",
        ));
    }
    (id.len() > LONGEST_ID).then(|| {
        Doubt::of(
            ".id",
            format!("This id has {} letters.", id.len()),
            "Choose one of no more than 200: the page of a message is a folder with its name, and file \
             systems and hosts limit these.",
        )
    })
}

fn of_name(path: &str, name: &str) -> Option<Doubt> {
    let unseen = in_name(name).map(|(c, direction)| {
        let (what, cure) = if direction {
            ("changes the direction of the letters after it", "Remove it: a name needs none.")
        } else {
            ("is invisible, and nobody who searches types it", "Remove it from the name.")
        };
        let what = format!("{} {what}.", unseen_name(c));
        let instead = name.replace(|other| in_name(other_text(other, &mut [0; 4])).is_some(), "");
        let instead = Some(Instead { value: instead, meaning: None });
        Doubt { path: path.to_owned(), mark: Some(c), what, cure, instead }
    });
    unseen.or_else(|| of_value(path, name)).or_else(|| {
        is_lost_name(name).then(|| {
            let what = "Question marks in this name may stand for letters that were lost.";
            Doubt::of(path, what.to_owned(), ASK)
        })
    })
}

fn other_text(c: char, buffer: &mut [u8; 4]) -> &str {
    c.encode_utf8(buffer)
}

fn of_text(path: &str, text: &str) -> Option<Doubt> {
    let direction = unbalanced(text).map(|c| {
        let what = format!(
            "{} changes the direction of what follows, and has no counterpart.",
            unseen_name(c)
        );
        let cure = "Remove it, unless part of the text reads in the wrong order without it.";
        Doubt { mark: Some(c), ..Doubt::of(path, what, cure) }
    });
    of_value(path, text).or(direction).or_else(|| {
        let word = lost_letters(text)?;
        let what = format!("Question marks may stand for letters that were lost: “{word}”.");
        Some(Doubt { mark: Some('?'), ..Doubt::of(path, what, ASK) })
    })
}

/// What is damaged in any text.
fn of_value(path: &str, text: &str) -> Option<Doubt> {
    let doubt = |what: &str, cure| Some(Doubt::of(path, what.to_owned(), cure));
    match damaged(text) {
        Some(Damaged::Error) => {
            return doubt("This is an error value of a spreadsheet program, not a text.", ASK);
        }
        Some(Damaged::Narrow) => {
            return doubt("A spreadsheet program shows this where a column is too narrow.", ASK);
        }
        Some(Damaged::Number) => {
            return doubt("A spreadsheet program took this for a number: digits may be lost.", ASK);
        }
        None => {}
    }
    if let Some(Mojibake { range, word, meant }) = mojibake(text) {
        let mark = text.get(range).and_then(|first| first.chars().next());
        let what = format!("“{word}” is UTF-8 that a program took for an older character set.");
        let instead = Some(Instead { value: meant, meaning: None });
        let cure = "If so, there is more in this text: get it from where it was written, in UTF-8.";
        return Some(Doubt { path: path.to_owned(), mark, what, cure, instead });
    }
    if text.contains('\u{fffd}') {
        let what = "The sign “\u{fffd}” stands for a letter that was lost.";
        return Some(Doubt { mark: Some('\u{fffd}'), ..Doubt::of(path, what.to_owned(), ASK) });
    }
    cut_off(text).map(|limit| cut(path, limit))
}

fn cut(path: &str, limit: &str) -> Doubt {
    let cure = "The rest may have been cut off: look the text up where it was typed.";
    Doubt::of(path, format!("This text has {limit}."), cure)
}
