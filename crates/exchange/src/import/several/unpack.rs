//! Unpacks archives and folders into files. Of a site, only what an earlier collection consists of is kept.

use std::collections::{HashMap, HashSet};

use crate::import::error::ImportError;
use crate::import::several::kind::{self, Kind, is_read};
use crate::import::several::outcome::{Became, Outcome};
use crate::import::several::site::{MESSAGES, Part, Sites, logo_of_file};
use crate::import::{natural_order, several::entries};
use crate::source::{Source, is_by_the_way};

/// A file to be read.
pub struct File {
    /// The file.
    pub source: Source,
    /// Its role in a site.
    pub part: Option<Part>,
}

/// The files of the sources, in order, and the outcomes of sources without a file to read.
pub fn files(sources: Vec<Source>) -> (Vec<File>, Vec<Outcome>) {
    let sources = in_order(sources);
    let mut unpacked = Unpacked::default();
    let sites = Sites::among(sources.iter().map(|source| source.name.as_str()));
    let logos: HashSet<String> = sites
        .folders()
        .filter_map(|folder| {
            let name = format!("{folder}{MESSAGES}");
            let messages = sources.iter().find(|source| source.name == name)?;
            Some(folder.to_owned() + &logo_of_file(&messages.bytes)?)
        })
        .collect();
    let of_sites = sites.folders().map(|folder| folder.trim_end_matches('/'));
    unpacked.outcomes.extend(of_sites.filter(|name| !name.is_empty()).map(site));
    let above = common_folder(&sources).len();
    for source in sources {
        let part = sites.part(&source.name).map(|(_, part)| part);
        let is_logo = logos.contains(&source.name);
        if part == Some(Part::Other) && !is_logo {
            continue;
        }
        if is_hidden(&source.name, above) {
            unpacked.outcomes.push(Outcome { name: source.name, became: Became::ByTheWay });
            continue;
        }
        match kind::of(&source.name) {
            Kind::Archive if part.is_none() => unpacked.archive(&source, 0),
            _ => unpacked.files.push(File { source, part }),
        }
    }
    (unpacked.files, unpacked.outcomes)
}

/// Whether a file is hidden, or in a hidden folder that the user did not name. The user has seen all names in a
/// path from the root, those of the common folder of all files (this many bytes), and otherwise the first name.
fn is_hidden(path: &str, above: usize) -> bool {
    let is_drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') || is_drive {
        return false;
    }
    let Some((common, within)) = path.split_at_checked(above) else { return false };
    let seen = usize::from(named(common).next().is_none());
    named(within).skip(seen).any(is_by_the_way)
}

/// The names in a path, without `.` and `..`.
fn named(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|part| !matches!(*part, "" | "." | ".."))
}

/// The common folder of all sources, ending with `/`; empty if there is none.
fn common_folder(sources: &[Source]) -> &str {
    let folder = |name: &str| name.rfind('/').map_or(0, |at| at + 1);
    let Some(first) = sources.first() else { return "" };
    let mut common = first.name.get(..folder(&first.name)).unwrap_or_default();
    for Source { name, .. } in sources {
        while !name.starts_with(common) {
            let above = common.trim_end_matches('/');
            common = above.get(..folder(above)).unwrap_or_default();
        }
    }
    common
}

/// The sources, with the texts and e-mails of a folder grouped at the position of the first, ordered by name.
fn in_order(sources: Vec<Source>) -> Vec<Source> {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut placed: Vec<_> = Vec::with_capacity(sources.len());
    for (at, source) in sources.into_iter().enumerate() {
        let is_one = matches!(kind::of(&source.name), Kind::Text | Kind::Mail);
        let folder = source.name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let place = if is_one { *first.entry(folder).or_insert(at) } else { at };
        placed.push((place, is_one, source));
    }
    placed.sort_by_cached_key(|(place, is_one, source)| {
        (*place, is_one.then(|| natural_order::key(&source.name)))
    });
    placed.into_iter().map(|(.., source)| source).collect()
}

fn site(name: &str) -> Outcome {
    Outcome { name: name.to_owned(), became: Became::Site }
}

#[derive(Default)]
struct Unpacked {
    files: Vec<File>,
    outcomes: Vec<Outcome>,
}

impl Unpacked {
    fn refuse(&mut self, name: &str, error: ImportError) {
        self.outcomes.push(Outcome { name: name.to_owned(), became: Became::Refused(error) });
    }

    fn pass_over(&mut self, name: String, text: &str) {
        self.outcomes.push(Outcome { name, became: Became::PassedOver(text.to_owned()) });
    }

    /// Unpacks an archive, which may be in another.
    fn archive(&mut self, source: &Source, depth: usize) {
        let within = |name: &str| format!("{}/{name}", source.name);
        let mut entries = match entries::Entries::open(source) {
            Ok(entries) => entries,
            Err(error) => return self.refuse(&source.name, error),
        };
        let mut names = entries.names();
        names.sort_by_cached_key(|name| natural_order::path_key(name));
        let sites = Sites::among(names.iter().map(String::as_str));
        let mut logos = HashSet::new();
        for folder in sites.folders() {
            let messages = entries.read(&format!("{folder}{MESSAGES}")).unwrap_or_default();
            logos.extend(logo_of_file(&messages).map(|logo| folder.to_owned() + &logo));
        }
        let at = self.outcomes.len();
        let mut count = 0;
        let mut has_only_site = true;
        let mut nested = Vec::new();
        for name in names {
            if let Some(reason) = entries::outside(&name) {
                self.pass_over(within(&name), reason);
                continue;
            }
            let part = sites.part(&name).map(|(_, part)| part);
            if part == Some(Part::Other) && !logos.contains(&name) {
                continue;
            }
            count += 1;
            if named(&name).any(is_by_the_way) {
                self.outcomes.push(Outcome { name: within(&name), became: Became::ByTheWay });
                continue;
            }
            let kind = kind::of(&name);
            has_only_site &= part.is_some();
            if kind == Kind::Archive && depth > 0 {
                let text = "an archive in an archive in an archive, and was not read. Unpack it, and import it on \
                            its own.";
                self.pass_over(within(&name), text);
                continue;
            }
            let bytes = if is_read(&name) { entries.read(&name) } else { Ok(Vec::new()) };
            match bytes {
                Ok(bytes) => {
                    let source = Source { name: within(&name), bytes };
                    if kind == Kind::Archive {
                        nested.push(source);
                    } else {
                        self.files.push(File { source, part });
                    }
                }
                Err(error) => self.refuse(&within(&name), error),
            }
        }
        let folders: Vec<_> = sites.folders().collect();
        let is_site = folders.len() == 1 && has_only_site;
        let became = if is_site { Became::Site } else { Became::Files(count) };
        let of_sites = folders.into_iter().filter(|_| !is_site).map(|folder| site(&within(folder)));
        let own = Outcome { name: source.name.clone(), became };
        self.outcomes.splice(at..at, std::iter::once(own).chain(of_sites));
        for source in nested {
            self.archive(&source, depth + 1);
        }
    }
}
