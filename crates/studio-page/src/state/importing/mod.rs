//! Taking messages in: from files, from pasted text and from published sites.

mod kept;
mod opening;
mod question;
mod reading;
mod words;

use std::time::Duration;

use leptos::prelude::*;
use solidarity_studio::intake::{Intake, Report, pasted_name};
use solidarity_studio::protocol::Imported;
use solidarity_studio::{Edit, Key};

use super::notices::Notice;
use super::studio::Studio;
use crate::browser::{self, Drop, Dropped, Worker};
use kept::Kept;
use reading::{Failure, Given, Read};
use words::{in_vain, refused, sources, step};

pub use question::{Answer, Question};
pub use words::counted;

/// How long an import takes before it is said that it goes on.
const PATIENCE: Duration = Duration::from_secs(1);

/// The dialogs around an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// What became of each source.
    Report,
    /// The columns of the tables of a source.
    Columns(String),
    /// A field for a text.
    Paste,
    /// A field for the address of a site.
    Address,
}

/// What is being imported, and what became of it.
#[derive(Clone, Copy)]
pub struct Importing {
    /// How many imports are under way.
    running: RwSignal<u32>,
    /// Whether one takes so long that it is said.
    pub is_long: RwSignal<bool>,
    /// How often imports were cancelled.
    cancelled: StoredValue<u32>,
    /// What became of the sources of the last import.
    pub report: RwSignal<Option<Report>>,
    /// The dialog that is open.
    pub dialog: RwSignal<Option<Dialog>>,
    /// What is asked before messages are added that may be there already.
    pub question: RwSignal<Option<Question>>,
    /// The last reason why a site could not be opened.
    pub refusal: RwSignal<Option<opening::Refusal>>,
    kept: StoredValue<Kept, LocalStorage>,
    worker: StoredValue<Worker, LocalStorage>,
    pasted: StoredValue<usize>,
}

impl Importing {
    /// Nothing is imported yet. The worker is one of its own, so that it can be stopped.
    pub fn new(script: String) -> Importing {
        Importing {
            running: RwSignal::new(0),
            is_long: RwSignal::new(false),
            cancelled: StoredValue::new(0),
            report: RwSignal::new(None),
            dialog: RwSignal::new(None),
            question: RwSignal::new(None),
            refusal: RwSignal::new(None),
            kept: StoredValue::new_local(Kept::default()),
            worker: StoredValue::new_local(Worker::new(script)),
            pasted: StoredValue::new(0),
        }
    }
}

impl Studio {
    /// Imports files into the document, or into a new one.
    pub fn import(&self, files: Vec<Dropped>) {
        if !files.is_empty() {
            let studio = *self;
            self.take(async move { reading::given(&studio, files).await });
        }
    }

    /// Imports files and folders that were dropped.
    pub fn import_dropped(&self, dropped: Drop) {
        let studio = *self;
        self.take(async move {
            let files = dropped.files(reading::MOST_FILES).await?;
            reading::given(&studio, files).await
        });
    }

    /// Imports a text that was pasted.
    pub fn import_text(&self, text: &str) {
        let importing = self.importing;
        importing.pasted.update_value(|number| *number += 1);
        let name = pasted_name(text, importing.pasted.get_value());
        let given = Given { name, bytes: js_sys::Uint8Array::from(text.as_bytes()) };
        self.take(async move { Ok(vec![given]) });
    }

    /// Stops all imports. Nothing is changed by them.
    pub fn cancel_import(&self) {
        let importing = self.importing;
        importing.cancelled.update_value(|times| *times = times.wrapping_add(1));
        importing.worker.with_value(Worker::stop);
        importing.running.set(0);
        importing.is_long.set(false);
        self.say(Some(Notice::done("The import was cancelled. Nothing was changed.")));
    }

    /// Reads what is given, and takes it in.
    fn take(&self, given: impl Future<Output = Result<Vec<Given>, Failure>> + 'static) {
        let studio = *self;
        leptos::task::spawn_local(async move {
            let read = async {
                let given = given.await?;
                reading::read(&studio, given, "{}").await
            };
            match studio.watched(read).await {
                Some(Ok(read)) => studio.take_in(read),
                Some(Err(error)) => studio.say(Some(Notice::error(error))),
                None => {}
            }
        });
    }

    /// Waits for an import; `None` if it was cancelled.
    async fn watched<T>(&self, import: impl Future<Output = T>) -> Option<T> {
        let importing = self.importing;
        let cancelled = importing.cancelled.get_value();
        importing.running.update(|running| *running += 1);
        set_timeout(move || importing.is_long.set(importing.running.get_untracked() > 0), PATIENCE);
        let done = import.await;
        if importing.cancelled.get_value() != cancelled {
            return None;
        }
        importing.running.update(|running| *running = running.saturating_sub(1));
        if importing.running.get_untracked() == 0 {
            importing.is_long.set(false);
        }
        Some(done)
    }

    /// Opens an earlier collection, or adds the messages to the one that is open.
    fn take_in(&self, read: Read) {
        let report = Report::of(&read.imported);
        let is_open = untrack(|| self.is_open());
        if read.imported.messages.is_empty() && read.imported.collection.is_none() {
            self.say(Some(Notice::error(in_vain(&report))));
            self.keep(&read.given, &report, &[]);
            self.show_report(report);
            return;
        }
        if !is_open && read.imported.collection.is_some() {
            self.open_earlier(read, report);
            return;
        }
        if !is_open {
            self.begin("", "en");
        }
        let present = self.with_untracked(|document| intake(&read.imported).present(document));
        let question = present.and_then(|present| self.question_of(&read, present));
        match question {
            Some(question) => {
                self.importing.kept.update_value(|kept| kept.waiting = Some((read, report)));
                self.importing.question.set(Some(question));
            }
            None => self.add(read, report, None),
        }
    }

    /// Adds messages, or puts them in the place of others, and says so.
    fn add(&self, read: Read, report: Report, replaced: Option<Vec<Key>>) {
        let Read { given, imported, .. } = read;
        let name = step(&given, replaced.is_some());
        let count = imported.messages.len();
        let is_collection = imported.collection.is_some();
        let intake = intake(&imported);
        let Some(edit) = self.with_untracked(|document| match &replaced {
            Some(keys) => intake.replacing(document, keys, name),
            None => intake.added(document, name),
        }) else {
            return;
        };
        let inserted = inserted(&edit);
        self.edit(edit);
        self.keep(&given, &report, &inserted);
        if let (None, Some(first)) = (&replaced, inserted.first()) {
            self.select_in_list(*first);
        }
        let mut said = counted(count, "message");
        said += if count == 1 { " was " } else { " were " };
        said += if replaced.is_some() { "read again" } else { "added" };
        said += &[" from ", &sources(&given), "."].concat();
        said += &refused(&report);
        if is_collection {
            said += " It is a collection of its own: only its messages were added, and the title, colours and \
                     logo here stay as they are.";
        }
        self.say(Some(Notice::done(said)));
        self.show_report(report);
    }

    /// Keeps the report, and asks for the columns if one is missing. Of those that are not published, the foot of
    /// the page tells.
    fn show_report(&self, report: Report) {
        let lacking = report.sources.iter().find(|source| source.lacks_columns());
        if let Some(source) = lacking {
            self.importing.dialog.set(Some(Dialog::Columns(source.name.clone())));
        }
        self.importing.report.set(Some(report));
    }
}

fn intake(imported: &Imported) -> Intake {
    Intake { messages: imported.messages.clone() }
}

/// The keys of the messages that an edit inserts.
fn inserted(edit: &Edit) -> Vec<Key> {
    match edit {
        Edit::Splice { inserted, .. } => inserted.iter().map(|entry| entry.key).collect(),
        Edit::Batch { edits, .. } => edits.iter().flat_map(inserted).collect(),
        _ => Vec::new(),
    }
}

/// Where the example lies among the files of the studio.
const EXAMPLE: &str = "example.json";

impl Studio {
    /// Opens the example, an invented collection.
    pub fn open_example(&self) {
        let studio = *self;
        self.take(async move {
            let address = [&browser::assets()?, "/", EXAMPLE].concat();
            let bytes = browser::fetched(&address).await.map_err(Failure::Example)?;
            let given = Given { name: EXAMPLE.to_owned(), bytes };
            studio.importing.refusal.set(None);
            Ok(vec![given])
        });
    }
}
