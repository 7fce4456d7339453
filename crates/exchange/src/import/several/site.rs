//! Sites that this program made, among other files: a file of messages beside a page and its service worker.

use std::collections::{BTreeSet, HashSet};

use serde::Deserialize;

/// The file of messages of a site, its page and its icon.
pub const MESSAGES: &str = "messages.json";
const PAGE: &str = "index.html";
pub const ICON: &str = "icon.svg";
/// The service worker, which only sites have.
const WORKER: &str = "sw.js";

/// The folders of sites, each ending with `/`; empty for the root.
#[derive(Debug, Default)]
pub struct Sites(BTreeSet<String>);

/// A part of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The file of messages.
    Messages,
    /// The first page, which has the colours.
    Page,
    /// The icon.
    Icon,
    /// Anything else.
    Other,
}

impl Sites {
    /// The sites among files of these names.
    pub fn among<'a>(names: impl Iterator<Item = &'a str>) -> Sites {
        let names: HashSet<&str> = names.collect();
        let folders = names.iter().filter_map(|name| name.strip_suffix(WORKER));
        let folders = folders.filter(|folder| folder.is_empty() || folder.ends_with('/'));
        let has = |folder: &str, name: &str| names.contains(format!("{folder}{name}").as_str());
        let folders = folders.filter(|folder| has(folder, MESSAGES) && has(folder, PAGE));
        Sites(folders.map(str::to_owned).collect())
    }

    /// The folders.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The folder of the site that a file belongs to, and what it is there.
    pub fn part<'a>(&self, name: &'a str) -> Option<(&'a str, Part)> {
        let ends = name.match_indices('/').map(|(at, _)| at + 1);
        let mut folders =
            std::iter::once(0).chain(ends).filter_map(|end| name.split_at_checked(end));
        let (folder, rest) = folders.find(|(folder, _)| self.0.contains(*folder))?;
        let part = match rest {
            MESSAGES => Part::Messages,
            PAGE => Part::Page,
            ICON => Part::Icon,
            _ => Part::Other,
        };
        Some((folder, part))
    }
}

/// The name of the logo in a file of messages: a file in the same folder.
pub fn logo(json: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Collection {
        logo: Option<String>,
    }
    let collection: Collection = serde_json::from_str(json).ok()?;
    collection.logo.filter(|name| !name.is_empty())
}

/// The logo of a file of messages in an archive.
pub fn logo_of_file(bytes: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct File<'a> {
        #[serde(borrow)]
        collection: &'a serde_json::value::RawValue,
    }
    let text = str::from_utf8(bytes).ok()?;
    let file: File = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    logo(file.collection.get())
}

/// The rule of style sheets that sets the colours of a page: the one with `--paper`, which `theme.css` has.
pub fn theme(page: &str) -> Option<String> {
    let (_, styles) = page.split_once("<style>")?;
    let (styles, _) = styles.split_once("</style>")?;
    let at = styles.find("--paper: light-dark(").or_else(|| styles.find("--paper:light-dark("))?;
    let (before, after) = styles.split_at_checked(at)?;
    let open = before.rfind('{')?;
    let selector = before.get(..open)?;
    let begin = selector.rfind(['}', '/', ';', '>']).map_or(0, |at| at + 1);
    let end = after.find('}')? + 1;
    let rule = before.get(begin..)?.trim_start().to_owned() + after.get(..end)?;
    Some(rule + "\n")
}
