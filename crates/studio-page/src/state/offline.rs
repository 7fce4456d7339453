//! The studio without a connection, and its new versions.

use std::time::Duration;

use leptos::logging::log;
use leptos::prelude::*;

use super::notices::Notice;
use super::studio::Studio;
use crate::browser::{self, NewVersion};

/// What is fetched for times without a connection comes after what is needed at once.
const PATIENCE: Duration = Duration::from_secs(2);

/// Keeps the studio in the browser, and hears of new versions.
pub fn follow(studio: Studio) {
    let install = move || {
        leptos::task::spawn_local(async move {
            let told = move |update| studio.update.set(Some(update));
            if let Err(error) = browser::install(told).await {
                // It works all the same while there is a connection.
                log!("The studio is not kept for times without a connection: {error}");
            }
        });
    };
    set_timeout(install, PATIENCE);
}

impl Studio {
    /// Whether a new version of the studio waits.
    pub fn has_update(&self) -> bool {
        self.update.with(Option::is_some)
    }

    /// Loads the page again with the new version. All work is in the browser's store by then.
    pub fn update(&self) {
        let taken = self.update.with_untracked(|update| update.as_ref().map(NewVersion::take_over));
        if let Some(Err(error)) = taken {
            self.say(Some(Notice::error(error)));
        }
    }
}
