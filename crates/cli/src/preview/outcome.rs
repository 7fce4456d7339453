//! What became of the last build, and telling it to the pages that are open.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::json;
use tokio::sync::watch::{Receiver, Sender};

use crate::site::BuildError;

/// The address of the script in each page. No file of a site is in this folder.
pub const SCRIPT: &str = "/.solidarity-atlas/reload.js";

/// What there is to tell.
#[derive(Clone)]
pub struct Outcome {
    /// Increases with each build, and from one run of the program to the next.
    pub number: u64,
    /// The number of the build that is served, and the path of its site.
    pub served: Option<(u64, String)>,
    /// Why the last build failed, if it did.
    pub error: Option<String>,
}

/// Where the site is, and what became of the last build.
pub struct News {
    /// The folder of the site.
    pub folder: PathBuf,
    outcome: Sender<Outcome>,
}

impl News {
    /// Before the first build.
    pub fn new(folder: PathBuf) -> News {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let number = u64::try_from(now.as_millis()).unwrap_or_default();
        News { folder, outcome: Sender::new(Outcome { number, served: None, error: None }) }
    }

    /// The last outcome.
    pub fn outcome(&self) -> Outcome {
        self.outcome.borrow().clone()
    }

    /// Learns of each outcome.
    pub fn follow(&self) -> Receiver<Outcome> {
        self.outcome.subscribe()
    }

    /// The number of the next build.
    pub fn next(&self) -> u64 {
        self.outcome.borrow().number + 1
    }

    /// A build has succeeded, of a site with this path.
    pub fn built(&self, number: u64, base: String) {
        self.outcome.send_replace(Outcome { number, served: Some((number, base)), error: None });
    }

    /// A build has failed. The one before is still served.
    pub fn failed(&self, error: &BuildError) {
        let findings = error.findings().map(|findings| findings.plain.clone());
        let text = findings.unwrap_or_else(|| error.to_string());
        self.outcome.send_modify(|outcome| {
            outcome.number += 1;
            outcome.error = Some(text);
        });
    }
}

impl Outcome {
    /// As the script reads it.
    pub fn json(&self) -> String {
        let served = self.served.as_ref().map(|(number, _)| number);
        json!({ "number": self.number, "served": served, "error": self.error }).to_string()
    }
}
