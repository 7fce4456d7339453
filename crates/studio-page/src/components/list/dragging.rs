//! Moving a message by dragging its row.

use leptos::ev;
use leptos::html::Ol;
use leptos::prelude::*;
use solidarity_studio::Key;

use crate::browser::{self, Under};
use crate::state::Studio;

/// A pointer that moves less than this, in pixels, clicks.
const SLACK: i32 = 6;

/// A row that is dragged, and where it would go.
#[derive(Clone, Copy)]
pub struct Dragging {
    list: NodeRef<Ol>,
    /// The row under the pointer when it was pressed, and where that was.
    pressed: StoredValue<Option<(Key, i32, i32)>>,
    key: RwSignal<Option<Key>>,
    under: RwSignal<Option<Under>>,
}

impl Dragging {
    /// Nothing is dragged in this list.
    pub fn new(list: NodeRef<Ol>) -> Dragging {
        Dragging {
            list,
            pressed: StoredValue::new(None),
            key: RwSignal::new(None),
            under: RwSignal::new(None),
        }
    }

    /// The message that is dragged.
    pub fn key(&self) -> Option<Key> {
        self.key.get()
    }

    /// Where it would go, in pixels from the top of the list.
    pub fn edge(&self) -> Option<i32> {
        self.under.with(|under| under.as_ref().map(|under| under.edge))
    }

    /// A pointer is pressed. With a finger, only the handle drags: elsewhere it scrolls.
    pub fn begin(&self, event: &ev::PointerEvent) {
        let pressed = browser::row_of(event);
        let pressed = pressed.filter(|(_, is_handle)| {
            event.button() == 0 && (*is_handle || event.pointer_type() == "mouse")
        });
        let pressed = pressed.map(|(key, _)| (Key(key), event.client_x(), event.client_y()));
        self.pressed.set_value(pressed);
    }

    /// The pointer moves.
    pub fn go_on(&self, event: &ev::PointerEvent) {
        let (Some((key, x, y)), Some(list)) = (self.pressed.get_value(), self.list.get_untracked())
        else {
            return;
        };
        if self.key.get_untracked().is_none() {
            let (across, along) = (event.client_x() - x, event.client_y() - y);
            // A pointer that is gone by now cannot be followed.
            if across.abs().max(along.abs()) < SLACK || browser::capture(&list, event).is_err() {
                return;
            }
            self.key.set(Some(key));
        }
        browser::scroll_near_edge(&list, event);
        if let Ok(Some(under)) = browser::row_under(event) {
            self.under.set(Some(under));
        }
    }

    /// The pointer is released: the message goes where the line is.
    pub fn end(&self, studio: Studio) {
        let (key, under) = (self.key.get_untracked(), self.under.get_untracked());
        self.cancel();
        let (Some(key), Some(under)) = (key, under) else { return };
        let to = studio.with_untracked(|document| {
            let from = document.position(key)?;
            let over = document.position(Key(under.key))?;
            let before = over.saturating_add(usize::from(under.is_after));
            Some(if from < before { before.saturating_sub(1) } else { before })
        });
        if let Some(to) = to.flatten() {
            studio.move_to(key, to);
        }
    }

    /// Nothing is dragged any more.
    pub fn cancel(&self) {
        self.pressed.set_value(None);
        self.key.set(None);
        self.under.set(None);
    }
}
