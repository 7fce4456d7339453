//! Makes a table of `src/names/data/` from the lines that `xtask/places/names.js` prints: `cargo xtask
//! names` runs both.
//!
//! If English uses a name for one thing only, it means that, whatever other languages call by it. What
//! is the name of a country in a common language is not that of a region in another.

#![allow(clippy::disallowed_methods, reason = "a program, which the library is not")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};

use solidarity_exchange::folded;

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut table: BTreeMap<String, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for line in text.lines() {
        let mut cells = line.split('\t');
        let (Some(name), Some(code), Some(from)) = (cells.next(), cells.next(), cells.next())
        else {
            return Err(io::Error::other(format!("not a name, a code and a language: {line}")));
        };
        let name = folded(name);
        if !name.is_empty() {
            table.entry(name).or_default().entry(code).or_default().insert(from);
        }
    }
    for (name, meanings) in &table {
        let mut english = meanings.iter().filter(|(_, from)| from.contains("english"));
        let settled = english.next().filter(|_| english.next().is_none());
        let is_country = |code: &str| code.starts_with(|c: char| c.is_ascii_uppercase());
        let country = meanings.iter().any(|(code, from)| is_country(code) && is_common(from));
        let codes = meanings.iter().filter(|(code, _)| match settled {
            Some((only, _)) => only == *code,
            None => !country || is_country(code),
        });
        let codes =
            codes.map(|(code, from)| format!("{}{code}", if is_common(from) { "*" } else { "" }));
        println!("{name}\t{}", codes.collect::<Vec<_>>().join(" "));
    }
    Ok(())
}

/// Whether the name is from a language whose names are also compared with misspelt ones.
fn is_common(from: &BTreeSet<&str>) -> bool {
    from.contains("english") || from.contains("common")
}
