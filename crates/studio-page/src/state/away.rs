//! Taking away what was made: the site, or the messages alone.

use js_sys::{Array, Date, Uint8Array};
use leptos::prelude::*;
use solidarity_studio::protocol::Severity;
use solidarity_studio::publishing::{Progress, PublishOptions, Published};
use solidarity_studio::{Particular, Place, file_name};
use wasm_bindgen::{JsCast, JsValue};

use super::checking;
use super::notices::Notice;
use super::studio::Studio;
use crate::browser::{self, Parts, SiteEvent, Worker, WorkerError, from_json};

/// What is being taken away.
#[derive(Clone, Copy)]
pub struct Away {
    stage: RwSignal<Stage>,
    /// The worker that publishes, which ends with it; none otherwise.
    worker: StoredValue<Option<Worker>, LocalStorage>,
}

/// What becomes of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// It is saved as a ZIP.
    Save,
    /// It is opened from the browser's own store.
    Try,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is taken away.
    Closed,
    /// This many messages have errors: are they to be left out?
    Asking(Aim, usize),
    /// The site is being made.
    Working(Progress),
    /// It was saved under this name.
    Saved(String, Published),
    /// It can be opened at this address.
    Ready(String),
    /// It could not be made, for this reason.
    Failed(Aim, String),
    /// In what form are the messages to be saved?
    Data,
    /// What to do with a saved site.
    NextSteps,
}

/// Forms of messages without a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// messages.json.
    Messages,
    /// A table as CSV.
    Table,
}

impl Away {
    /// Nothing is taken away yet.
    pub fn new() -> Away {
        Away { stage: RwSignal::new(Stage::Closed), worker: StoredValue::new_local(None) }
    }

    /// How far it is.
    pub fn stage(&self) -> Stage {
        self.stage.get()
    }

    /// Shows something.
    pub fn show(&self, stage: Stage) {
        self.stage.set(stage);
    }

    /// Ends it, whatever it does.
    pub fn close(&self) {
        self.stop();
        self.stage.set(Stage::Closed);
    }

    fn stop(&self) {
        if let Some(worker) = self.worker.try_update_value(Option::take).flatten() {
            worker.stop();
        }
    }
}

impl Studio {
    /// What is being taken away.
    pub fn away(&self) -> Away {
        self.away
    }

    /// Cancels it, with a notice if a site was being made.
    pub fn cancel_away(&self) {
        let was_working = matches!(self.away.stage.get_untracked(), Stage::Working(_));
        self.away.close();
        if was_working {
            self.say(Some(Notice::done("Cancelled. Nothing was saved.")));
        }
    }

    /// Makes the site, unless there is something to ask or to correct first.
    pub fn take_away(&self, aim: Aim) {
        let studio = *self;
        leptos::task::spawn_local(async move {
            // What the last check found may have been corrected since.
            checking::check(studio).await;
            if let Some(place) = studio.broken_in_common() {
                studio.away.close();
                studio.reveal(&place);
                let cure = "The site cannot be made yet: first correct what is marked here.";
                return studio.say(Some(Notice::error(cure)));
            }
            match studio.broken() {
                0 => studio.publish(aim, false),
                count => studio.away.show(Stage::Asking(aim, count)),
            }
        });
    }

    /// Makes the site. Messages with errors are left out only if somebody has said so.
    pub fn publish(&self, aim: Aim, leave_out_broken: bool) {
        let (studio, away) = (*self, self.away);
        away.stop();
        let Ok(assets) = browser::assets() else { return };
        let worker = Worker::new([assets.as_str(), "/worker.js"].concat());
        away.worker.set_value(Some(worker.clone()));
        let total = self.with_untracked(|document| document.messages().len()).unwrap_or_default();
        away.show(Stage::Working(Progress { done: 0, total }));
        leptos::task::spawn_local(async move {
            let made = made(&studio, worker.clone(), aim, leave_out_broken).await;
            // Whoever cancels needs no word of it.
            if away.worker.with_value(|own| own.as_ref() != Some(&worker)) {
                return;
            }
            away.stop();
            away.show(made.unwrap_or_else(|error| Stage::Failed(aim, error.to_string())));
        });
    }

    /// Saves the messages.
    pub fn save_data(&self, form: Form) {
        let studio = *self;
        self.away.close();
        leptos::task::spawn_local(async move {
            match saved(&studio, form).await {
                Ok(said) => studio.say(Some(Notice::done(said))),
                Err(error) => studio.say(Some(Notice::error(error))),
            }
        });
    }

    /// The first error in what the messages have in common. That there is no title is known before the check.
    fn broken_in_common(&self) -> Option<Place> {
        let title = self.with_untracked(|document| document.collection().title.trim().to_owned());
        if title.is_some_and(|title| title.is_empty()) {
            return Some(Place::Collection(Some(Particular::Title)));
        }
        self.findings().with_untracked(|found| {
            let mut errors = found.iter().filter(|found| found.finding.severity == Severity::Error);
            let in_common =
                errors.find(|found| matches!(found.place, Some(Place::Collection(_))))?;
            in_common.place.clone()
        })
    }

    /// How many messages have errors.
    fn broken(&self) -> usize {
        let marks = self.editing.marks;
        marks.with_untracked(|marks| marks.values().filter(|marks| marks.errors > 0).count())
    }

    /// The file of messages, and a name for what is made of it.
    fn dataset(&self) -> Result<(String, String), WorkerError> {
        let dataset = self.with_untracked(|document| {
            Ok((document.dataset()?, file_name(&document.collection().title)))
        });
        dataset.unwrap_or_else(|| Err(WorkerError::Refused("Nothing is open.".to_owned())))
    }
}

/// The files for the root of the site, as their names and bytes: the logo, if there is one.
fn added(studio: &Studio) -> Array {
    let logo = untrack(|| {
        let name = studio.with(|document| document.logo().map(|logo| logo.name.clone()))??;
        Some(Array::of2(&name.into(), &studio.logo_bytes()?.into()))
    });
    logo.into_iter().collect()
}

async fn made(
    studio: &Studio,
    worker: Worker,
    aim: Aim,
    leave_out_broken: bool,
) -> Result<Stage, WorkerError> {
    if aim == Aim::Try && !browser::has_store() {
        return Err(no_store());
    }
    let (text, name) = studio.dataset()?;
    let look = studio.with_untracked(|document| document.look().clone()).unwrap_or_default();
    let written = (Date::now() / 1000.0) as u64;
    let options = serde_json::to_string(&PublishOptions { look, leave_out_broken, written })?;
    let mark = browser::drawn(&[&browser::assets()?, "/client/icon.svg"].concat()).await?;
    let mut values: Vec<JsValue> = vec![text.into(), options.into(), added(studio).into(), mark];
    let (parts, away) = (Parts::default(), studio.away);
    let refused = StoredValue::new(None);
    let heard = {
        let parts = parts.clone();
        Box::new(move |event: JsValue| match browser::site_event(&event) {
            Some(SiteEvent::Bytes(bytes)) => {
                if let Err(error) = parts.add(&bytes) {
                    refused.set_value(Some(error));
                }
            }
            Some(SiteEvent::Progress(progress)) => {
                if let Ok(progress) = serde_json::from_str(&progress) {
                    away.show(Stage::Working(progress));
                }
            }
            None => {}
        })
    };
    match aim {
        Aim::Save => {
            let published = from_json(&worker.follow("site", "zip", &values, heard).await?)?;
            if let Some(error) = refused.get_value() {
                return Err(WorkerError::Browser(error));
            }
            let name = [&name, ".zip"].concat();
            parts.save(&name, "application/zip")?;
            Ok(Stage::Saved(name, published))
        }
        Aim::Try => {
            let address =
                ["try/", &String::from(js_sys::encode_uri_component(&name)), "/"].concat();
            values.push(name.into());
            worker.follow("site", "keep", &values, heard).await?;
            browser::ready().await.map_err(|_| no_store())?;
            Ok(Stage::Ready(address))
        }
    }
}

fn no_store() -> WorkerError {
    let why = "This browser keeps no sites to try out, as is so in some private windows. Save the site as a ZIP \
               instead, unpack it, and open index.html in it: it works without a host.";
    WorkerError::Refused(why.to_owned())
}

async fn saved(studio: &Studio, form: Form) -> Result<String, WorkerError> {
    let (text, name) = studio.dataset()?;
    match form {
        Form::Messages => {
            let bytes = Uint8Array::from(text.as_bytes());
            browser::save(&bytes, "messages.json", "application/json")?;
            Ok("Saved as messages.json. Open it here at any time to go on.".to_owned())
        }
        Form::Table => {
            let values = [text.into()];
            let table = studio.worker().call("importer", "export_table", &values).await?;
            let table = table.unchecked_into::<Array>();
            let mut table = table.iter();
            let bytes = table.next().unwrap_or_default().unchecked_into::<Uint8Array>();
            let name = [&name, ".csv"].concat();
            browser::save(&bytes, &name, "text/csv")?;
            let changed: Vec<_> = table.filter_map(|id| id.as_string()).collect();
            Ok(of_table(&name, &changed))
        }
    }
}

/// What to say of a table, and of the messages that would not come back from it.
fn of_table(name: &str, changed: &[String]) -> String {
    let saved = ["Saved as ", name, "."].concat();
    if changed.is_empty() {
        return saved;
    }
    [
        &saved,
        " A table cannot hold everything letter for letter: these messages would come back a little different: ",
        &changed.join(", "),
        ". Keep messages.json as well.",
    ]
    .concat()
}
