//! Opening an earlier collection: from its files, or from where it is published.

use leptos::prelude::*;
use solidarity_studio::intake::{AddressError, Intake, Report, published_at};
use solidarity_studio::look::Look;
use solidarity_studio::{Document, Edit, EditError, Logo};
use thiserror::Error;

use super::reading::{self, Given, Read};
use super::words::{counted, sources};
use crate::browser::{self, FetchError};
use crate::state::Studio;
use crate::state::look::DEFAULT_COLOURS;
use crate::state::notices::Notice;

/// Why a site could not be opened.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// What was written is no address.
    #[error("{0}")]
    Address(#[from] AddressError),
    /// The host does not hand its messages out.
    #[error(
        "The messages of {site} could not be fetched: {error}. Open {file} in a new tab, save it, and drop the \
         file here. Or take the ZIP that you made the site from."
    )]
    Host {
        /// The address of the site.
        site: String,
        /// The address of its file of messages.
        file: String,
        /// What the browser says.
        error: FetchError,
    },
}

impl Refusal {
    /// The address of the file of messages, if there is one that can be tried.
    pub fn file(&self) -> Option<String> {
        match self {
            Refusal::Address(_) => None,
            Refusal::Host { file, .. } => Some(file.clone()),
        }
    }
}

impl Studio {
    /// Opens a published site by its address.
    pub fn open_address(&self, address: &str) {
        let site = match published_at(address) {
            Ok(site) => site,
            Err(error) => return self.importing.refusal.set(Some(error.into())),
        };
        self.importing.refusal.set(None);
        let studio = *self;
        leptos::task::spawn_local(async move {
            match studio.watched(of_site(&site)).await {
                Some(Ok(given)) => {
                    studio.importing.dialog.set(None);
                    let read = reading::read(&studio, given, "{}");
                    match studio.watched(read).await {
                        Some(Ok(read)) => studio.take_in(read),
                        Some(Err(error)) => studio.say(Some(Notice::error(error))),
                        None => {}
                    }
                }
                Some(Err(error)) => {
                    let file = [site.as_str(), "messages.json"].concat();
                    studio.importing.refusal.set(Some(Refusal::Host { site, file, error }));
                }
                None => {}
            }
        });
    }

    /// Opens a collection as it was, with its title, colours and logo.
    pub(super) fn open_earlier(&self, read: Read, report: Report) {
        let Read { given, imported, files } = read;
        let Some(collection) = imported.collection else { return };
        let logo = collection.logo.clone();
        let mut document = Document::new(collection);
        let count = imported.messages.len();
        let intake = Intake { messages: imported.messages };
        let mut edits = vec![intake.added(&document, "open".to_owned())];
        if let Some(theme) = &imported.theme {
            edits.push(Edit::Look(Look::from_css(theme, DEFAULT_COLOURS)));
        }
        let mut said = [&counted(count, "message"), " from ", &sources(&given), "."].concat();
        if let Some(name) = logo {
            match self.logo_from(&files, &name) {
                Ok(logo) => edits.push(Edit::Logo(Some(logo))),
                Err(reason) => {
                    edits.push(Edit::Particular {
                        field: solidarity_studio::Particular::Logo,
                        value: None,
                    });
                    said += &[" ", &reason].concat();
                }
            }
        }
        let opened: Result<(), EditError> =
            edits.into_iter().try_for_each(|edit| document.apply(edit).map(drop));
        if let Err(error) = opened {
            return self.say(Some(Notice::error(error)));
        }
        document.mark_published();
        self.open(document);
        self.keep(&given, &report, &[]);
        self.say(Some(Notice::done(["Opened: ", &said].concat())));
        self.show_report(report);
    }

    /// The logo of this name among the files that came with a collection.
    fn logo_from(&self, files: &[Given], name: &str) -> Result<Logo, String> {
        let Some(given) = files.iter().find(|file| file.name == name) else {
            return Err(
                ["Its logo, ", name, ", is not with it: choose it again in its form."].concat()
            );
        };
        let logo = Logo::of(name, &given.bytes.to_vec()).map_err(|error| error.to_string())?;
        let logo = Logo { name: name.to_owned(), ..logo };
        self.keep_logo(&logo, &given.bytes).map_err(|error| error.to_string())?;
        Ok(logo)
    }
}

/// What of a site makes its collection.
async fn of_site(site: &str) -> Result<Vec<Given>, FetchError> {
    let folder = site.split("://").last().unwrap_or_default();
    let mut given = Vec::new();
    for file in ["messages.json", "index.html", "icon.svg"] {
        match browser::fetched(&[site, file].concat()).await {
            Ok(bytes) => given.push(Given { name: [folder, file].concat(), bytes }),
            Err(error) if file == "messages.json" => return Err(error),
            // Without its page and icon it opens in the usual colours.
            Err(_) => {}
        }
    }
    Ok(given)
}
