//! What comes with the messages of an earlier collection: its particulars, and the logo, icon and colours of
//! its site.

use serde_json::Value;
use serde_json::value::RawValue;

use crate::import::note::{Note, Origin};
use crate::import::several::kind::{self, Kind};
use crate::import::several::outcome::{Became, Gathered, Outcome};
use crate::import::several::site::{ICON, Part, logo, theme};
use crate::import::several::unpack::File;
use crate::source::Source;

/// What was found so far.
#[derive(Default)]
pub struct Particulars {
    /// The file of messages that was taken, and its collection.
    collection: Option<(String, Box<RawValue>)>,
    /// Pictures, pages of sites, and files of colours.
    beside: Vec<File>,
}

impl Particulars {
    /// Accepts a file that is not a source of messages.
    ///
    /// # Errors
    /// The outcome of the file, if it is known already. Other files are handed back.
    pub fn take(&mut self, file: File) -> Result<File, Option<Outcome>> {
        let passed_over = |text: &str| Some(Became::PassedOver(text.to_owned()));
        let became = match kind::of(&file.source.name) {
            _ if file.part == Some(Part::Page) => None,
            Kind::Picture | Kind::Theme => None,
            Kind::ByTheWay => Some(Became::ByTheWay),
            Kind::Schema => passed_over("the description of messages.json, which has no messages."),
            Kind::Wordless(what) => {
                passed_over(&format!("{what}, which has no text to import. It was not read."))
            }
            _ => return Ok(file),
        };
        let name = file.source.name.clone();
        match became {
            Some(became) => Err(Some(Outcome { name, became })),
            None => {
                self.beside.push(file);
                Err(None)
            }
        }
    }

    /// Accepts the collection of a file of messages, if it is the first.
    pub fn collection(&mut self, name: &str, collection: Box<RawValue>) -> Option<Note> {
        let Some((first, before)) = &self.collection else {
            self.collection = Some((name.to_owned(), collection));
            return None;
        };
        let said = |json: &RawValue| serde_json::from_str::<Value>(json.get()).unwrap_or_default();
        let (own, before) = (said(&collection), said(before));
        let title = own.pointer("/title").and_then(Value::as_str).unwrap_or_default();
        let text = format!(
            "what this file says about its collection, “{title}”, was left out, because {first} says it already."
        );
        let origin = Origin { file: name.to_owned(), line: 1 };
        (own != before).then_some(Note { origin, text })
    }

    /// Returns what belongs to the accepted collection, and records the outcome of the rest.
    pub fn hand_out(self, gathered: &mut Gathered) {
        let (name, collection) = self.collection.unzip();
        let folder = name.as_deref().map(folder_of);
        let logo = collection.as_deref().and_then(|json| logo(json.get()));
        for File { source, part, .. } in self.beside {
            let Source { name, bytes } = source;
            let rest = folder.and_then(|folder| name.strip_prefix(folder)).map(str::to_owned);
            // In a project, the files that accompany the messages are in a folder of their own.
            let beside = rest.as_deref().map(|rest| rest.strip_prefix("files/").unwrap_or(rest));
            let is_logo = beside.is_some() && beside == logo.as_deref();
            let became = match (kind::of(&name), rest.as_deref()) {
                (Kind::Picture, Some(_)) if is_logo => {
                    gathered.files.push(Source { name: logo.clone().unwrap_or_default(), bytes });
                    Became::Part("the logo of the collection")
                }
                (Kind::Picture, Some(ICON)) => {
                    gathered.files.push(Source { name: ICON.to_owned(), bytes });
                    Became::Part("the icon of the site")
                }
                (Kind::Picture, _) => Became::PassedOver(
                    "a picture, which has no text to import. Type its words into a text file, if it has any. It was \
                     not read."
                        .to_owned(),
                ),
                (_, Some(_)) if gathered.theme.is_none() => {
                    let text = String::from_utf8_lossy(&bytes);
                    let of_page = part == Some(Part::Page);
                    let colours = if of_page { theme(&text) } else { Some(text.into_owned()) };
                    let found = colours.is_some();
                    gathered.theme = colours;
                    match found {
                        true => Became::Part("the colours of the site"),
                        false => Became::PassedOver(
                            "a page whose colours could not be found. Choose them again.".to_owned(),
                        ),
                    }
                }
                _ => Became::PassedOver(
                    "the colours of another collection than the one that was taken.".to_owned(),
                ),
            };
            gathered.outcomes.push(Outcome { name, became });
        }
        gathered.collection = collection;
    }
}

/// The folder of a file, ending with `/`; empty if there is none.
fn folder_of(name: &str) -> &str {
    name.rfind('/').and_then(|at| name.get(..=at)).unwrap_or_default()
}
