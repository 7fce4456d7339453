//! Checking a file of messages.

use solidarity_exchange::check::{self, check};
use solidarity_studio::protocol::{Finding, Instead, Severity};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is wrong with a file of messages, as JSON.
#[wasm_bindgen(js_name = check)]
pub fn checked(text: &str) -> Result<String, JsError> {
    let findings = check(text).findings.into_iter().map(|finding| Finding {
        severity: match finding.severity {
            check::Severity::Error => Severity::Error,
            check::Severity::Warning => Severity::Warning,
        },
        path: finding.path,
        what: finding.what,
        cure: finding.cure,
        instead: finding
            .instead
            .map(|check::Instead { value, meaning }| Instead { value, meaning }),
    });
    Ok(serde_json::to_string(&findings.collect::<Vec<_>>())?)
}
