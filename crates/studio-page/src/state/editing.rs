//! What the list and the forms share: the rows, what is marked, and which dialog is open.

use std::collections::HashMap;
use std::time::Duration;

use leptos::prelude::*;
use solidarity_studio::protocol::Severity;
use solidarity_studio::{
    Document, Edit, Field, Key, Marks, Place, Row, Summary, marks, next_place,
};

use super::anchor::{anchor, field_id};
use super::studio::{Found, Pane, Studio};
use crate::browser;

/// How long nobody types before the next letter is a step of its own.
const PAUSE: Duration = Duration::from_millis(1_500);

/// The state of the list and the forms.
#[derive(Clone, Copy)]
pub struct Editing {
    /// The keys of the messages, in their order.
    pub keys: Memo<Vec<Key>>,
    /// What the list says about each message.
    pub rows: Memo<HashMap<Key, Row>>,
    /// How many findings there are about each message.
    pub marks: Memo<HashMap<Key, Marks>>,
    /// Whose language is being chosen.
    pub language_of: RwSignal<Option<LanguageOf>>,
    /// Whether words are being looked for.
    pub is_finding: RwSignal<bool>,
    /// How often somebody has typed.
    typed: StoredValue<u32>,
    /// The finding that was shown last.
    shown: StoredValue<Option<Place>>,
}

/// Whose language is being chosen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LanguageOf {
    /// The language of a name or a paragraph.
    Field(Key, Field),
    /// That of all paragraphs of a message.
    Text(Key),
}

impl Editing {
    /// The state of a document and its findings.
    pub fn new(document: RwSignal<Option<Document>>, findings: RwSignal<Vec<Found>>) -> Editing {
        let read = move |read: fn(&Document) -> HashMap<Key, Row>| {
            document.with(|document| document.as_ref().map(read).unwrap_or_default())
        };
        Editing {
            keys: Memo::new(move |_| {
                document.with(|document| document.as_ref().map(Document::keys).unwrap_or_default())
            }),
            rows: Memo::new(move |_| read(rows)),
            marks: Memo::new(move |_| {
                findings.with(|found| {
                    let placed = found.iter().filter_map(|it| Some((it.place.as_ref()?, it)));
                    marks(placed.map(|(place, found)| (place, found.finding.severity)))
                })
            }),
            language_of: RwSignal::new(None),
            is_finding: RwSignal::new(false),
            typed: StoredValue::new(0),
            shown: StoredValue::new(None),
        }
    }

    /// How many messages there are, and how many need attention.
    pub fn summary(&self) -> Summary {
        self.keys.with(|keys| self.marks.with(|marks| Summary::of(keys, marks)))
    }
}

impl Studio {
    /// Shows the next place with a finding of this severity.
    pub fn show_next(&self, severity: Severity) {
        let places: Vec<_> = self.findings().with_untracked(|found| {
            let of_severity = found.iter().filter(|found| found.finding.severity == severity);
            of_severity.filter_map(|found| found.place.clone()).collect()
        });
        let Editing { keys, shown, .. } = self.editing;
        let selected = untrack(|| self.selected());
        let next = keys.with_untracked(|keys| {
            shown.with_value(|shown| next_place(&places, keys, shown.as_ref(), selected))
        });
        if let Some(place) = next {
            self.reveal(&place);
            shown.set_value(Some(place));
        }
    }

    /// Shows a place of a message or of the collection, and moves the focus there.
    pub fn reveal(&self, place: &Place) {
        match place {
            Place::Message(key, field) => {
                self.select(*key);
                match field {
                    Some(field) => self.focus_field(*field),
                    None => focus_later("message-title".to_owned()),
                }
            }
            Place::Collection(_) => {
                self.show(Pane::Collection);
                focus_later(field_id(place));
            }
            Place::Look | Place::List => {}
        }
    }

    /// Moves the focus to a field of the form, once it is there.
    pub fn focus_field(&self, field: Field) {
        focus_later(anchor(field));
    }

    /// Moves the focus to a paragraph, and the cursor to a place in it, in UTF-16 units.
    pub fn focus_paragraph(&self, at: usize, units: usize) {
        set_timeout(
            move || report(browser::set_cursor(&anchor(Field::Paragraph(at)), units)),
            Default::default(),
        );
    }

    /// Puts into a field of a message what somebody has typed there. A pause ends the step.
    pub fn type_in(&self, key: Key, field: Field, text: String) {
        self.edit(Edit::Set { key, field, value: field.entered(text) });
        let (studio, typed) = (*self, self.editing.typed);
        typed.update_value(|typed| *typed = typed.wrapping_add(1));
        let now = typed.get_value();
        set_timeout(
            move || {
                if typed.get_value() == now {
                    studio.seal();
                }
            },
            PAUSE,
        );
    }

    /// Moves the focus to the row of a message, if the list has the focus.
    pub fn focus_row(&self, key: Key) {
        focus_later(row_id(key));
    }
}

/// The id of the row of a message.
pub fn row_id(key: Key) -> String {
    ["row-", &key.0.to_string()].concat()
}

/// What has just been changed is shown after this task.
fn focus_later(id: String) {
    set_timeout(move || report(browser::focus(&id)), Default::default());
}

/// A focus that cannot be moved stays where it is: somebody may have gone on in the meantime.
fn report(outcome: Result<(), browser::BrowserError>) {
    if let Err(error) = outcome {
        leptos::logging::debug_warn!("{error}");
    }
}

fn rows(document: &Document) -> HashMap<Key, Row> {
    let row = |entry| Row::of(entry, document.collection());
    document.messages().iter().map(|entry| (entry.key, row(entry))).collect()
}
