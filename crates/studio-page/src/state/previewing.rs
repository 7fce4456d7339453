//! The page that visitors will see, rendered by a worker after each change.

use leptos::prelude::*;
use solidarity_studio::protocol::{LinkCard, PreviewPage};
use solidarity_studio::{Key, PreviewLink};

use super::notices::Notice;
use super::studio::{Pane, Studio};
use crate::browser::{Worker, WorkerError};

/// A worker whose programs take more bytes than this is replaced by a new one: what a page is rendered from is
/// never freed.
const MOST_MEMORY: f64 = 300e6;

/// What is rendered, and whether something newer waits.
#[derive(Clone, Copy)]
pub struct Previewing {
    page: RwSignal<Option<Page>>,
    /// Whether the first page has been asked for and has not arrived.
    is_awaited: RwSignal<bool>,
    /// Whether it is the home page that is shown, and not a message.
    pub is_home: Memo<bool>,
    /// What of a message is shown.
    pub tab: RwSignal<Tab>,
    /// The width that it is shown at.
    pub device: RwSignal<Device>,
    /// The colours that it is shown in.
    pub scheme: RwSignal<Scheme>,
    /// What a link that was clicked leads to, in words.
    pub said: RwSignal<Option<String>>,
    is_busy: StoredValue<bool>,
    waits: StoredValue<bool>,
    /// A worker of its own, so that nothing else is lost when it is replaced.
    worker: StoredValue<Worker, LocalStorage>,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// The page of a message, or the home page.
    Whole(PreviewPage),
    /// The card of a message.
    Card(PreviewPage),
    /// What a chat shows of the link to a message.
    Link(LinkCard),
}

/// What of a message is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Its page.
    Page,
    /// Its card on the home page.
    Card,
    /// What a chat shows of its link.
    Chat,
}

/// A width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// That of a phone.
    Phone,
    /// All that there is.
    Computer,
}

/// Colours for light or dark screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// As this computer has it.
    Own,
    /// For light screens.
    Light,
    /// For dark screens.
    Dark,
}

impl Previewing {
    /// Nothing is shown yet.
    pub fn new(
        script: String,
        pane: RwSignal<Pane>,
        selected: RwSignal<Option<Key>>,
    ) -> Previewing {
        // Where there is no room for both, the preview takes the place of the form that it belongs to.
        let is_of_collection = Memo::new(move |before: Option<&bool>| match pane.get() {
            Pane::Collection => true,
            Pane::Preview => before.copied().unwrap_or_default(),
            Pane::List | Pane::Message => false,
        });
        Previewing {
            page: RwSignal::new(None),
            is_awaited: RwSignal::new(true),
            is_home: Memo::new(move |_| is_of_collection.get() || selected.get().is_none()),
            tab: RwSignal::new(Tab::Page),
            device: RwSignal::new(Device::Computer),
            scheme: RwSignal::new(Scheme::Own),
            said: RwSignal::new(None),
            is_busy: StoredValue::new(false),
            waits: StoredValue::new(false),
            worker: StoredValue::new_local(Worker::new(script)),
        }
    }

    /// What is shown.
    pub fn page(&self) -> Option<Page> {
        self.page.get()
    }

    /// Why nothing is shown, in words; `None` if something is.
    pub fn nothing(&self) -> Option<&'static str> {
        let nothing = match self.is_awaited.get() {
            true => "The page is being made …",
            false => "The page appears here once there is a message with a text.",
        };
        self.page.with(Option::is_none).then_some(nothing)
    }
}

impl Studio {
    /// Shows the message that a link in the preview leads to, or says where else it leads.
    pub fn follow_link(&self, href: &str) {
        let said = match PreviewLink::of(href) {
            PreviewLink::Message(id) => {
                let key = self.with_untracked(|document| document.key_of_preview(&id));
                if let Some(key) = key.flatten() {
                    self.select(key);
                }
                None
            }
            PreviewLink::Other(sentence) => Some(sentence),
        };
        self.previewing.said.set(said);
    }
}

/// Renders the page that is shown whenever it has changed. While one is rendered, only the newest of
/// those that come meanwhile waits.
pub fn follow(studio: Studio) {
    Effect::new(move |_| {
        studio.with(|_| ());
        studio.selected();
        let Previewing { is_busy, waits, is_home, tab, said, .. } = studio.previewing;
        is_home.get();
        tab.get();
        said.set(None);
        if is_busy.get_value() {
            waits.set_value(true);
            return;
        }
        is_busy.set_value(true);
        leptos::task::spawn_local(async move {
            loop {
                waits.set_value(false);
                render(studio).await;
                if !waits.get_value() {
                    break;
                }
            }
            is_busy.set_value(false);
        });
    });
}

async fn render(studio: Studio) {
    let Some(wanted) = untrack(|| wanted(&studio)) else {
        return studio.previewing.page.set(None);
    };
    let answer = ask(&studio, wanted).await;
    studio.previewing.is_awaited.set(false);
    match answer {
        Ok(page) => studio.previewing.page.set(page),
        Err(error) => studio.say(Some(Notice::error(error))),
    }
}

/// What is to be shown: the dataset that it needs, its path, and what of it.
struct Wanted {
    text: String,
    path: String,
    tab: Tab,
}

fn wanted(studio: &Studio) -> Option<Wanted> {
    let is_home = studio.previewing.is_home.get();
    let selected = studio.selected().filter(|_| !is_home);
    let tab = studio.previewing.tab.get();
    studio.with(|document| {
        let all = 0..document.messages().len();
        let (shown, path, tab) = match selected {
            None => (all, String::new(), Tab::Page),
            Some(key) => {
                let at = document.position(key)?;
                let page = ["m/", &document.preview_id(key)?, "/"].concat();
                match tab {
                    // Its page shows the titles of its neighbours.
                    Tab::Page => (at.saturating_sub(1)..all.end.min(at + 2), page, tab),
                    Tab::Card => (at..at + 1, String::new(), tab),
                    Tab::Chat => (at..at + 1, page, tab),
                }
            }
        };
        Some(Wanted { text: document.preview_dataset(shown).ok()?, path, tab })
    })?
}

async fn ask(studio: &Studio, wanted: Wanted) -> Result<Option<Page>, WorkerError> {
    let Wanted { text, path, tab } = wanted;
    let worker = studio.previewing.worker.get_value();
    let values = [text.into(), path.into()];
    let page = match tab {
        Tab::Chat => worker.ask::<Option<_>>("publisher", "link", &values).await?.map(Page::Link),
        Tab::Page | Tab::Card => {
            let page = worker.ask::<Option<_>>("publisher", "preview", &values).await?;
            page.map(if tab == Tab::Page { Page::Whole } else { Page::Card })
        }
    };
    if worker.memory() > MOST_MEMORY {
        worker.stop();
    }
    Ok(page)
}
