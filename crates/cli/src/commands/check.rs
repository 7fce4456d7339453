//! Says what is wrong with the messages.

use std::env;
use std::io::{self, IsTerminal, Write};

use solidarity_cli::project::Project;
use solidarity_cli::site::{Findings, check_rest};
use solidarity_exchange::check::{Checked, Severity, check as checked, rendered};

use super::failure::Failure;

/// Checks the messages of a project, and the rest of what a site is made from.
pub fn check(
    out: &mut impl Write,
    project: &Project,
    deny_warnings: bool,
) -> Result<bool, Failure> {
    let text = project.text()?;
    report(out, project, &text, &checked(&text), deny_warnings)
}

/// Says what a check found in the text of the messages, and checks the rest.
pub fn report(
    out: &mut impl Write,
    project: &Project,
    text: &str,
    checked: &Checked,
    deny_warnings: bool,
) -> Result<bool, Failure> {
    let name = project.messages().display().to_string();
    writeln!(out, "{}", rendered(checked, &name, text, is_styled()))?;
    let mut has_advice = false;
    if project.has_client()
        && let Some(collection) = &checked.collection
    {
        let advice = check_rest(project, text, collection)?;
        advise(out, advice.as_deref())?;
        has_advice = advice.is_some();
    }
    let limit = if deny_warnings { Severity::Warning } else { Severity::Error };
    let is_fine = checked.findings.iter().all(|finding| finding.severity > limit);
    Ok(is_fine && !(deny_warnings && has_advice))
}

/// Says what to improve besides the messages.
pub fn advise(out: &mut impl Write, advice: Option<&str>) -> Result<(), Failure> {
    let Some(advice) = advice else { return Ok(()) };
    Ok(writeln!(out, "warning: {advice}.\n")?)
}

/// Says what was found on the way to a site.
pub fn say(out: &mut impl Write, findings: Option<&Findings>) -> Result<(), Failure> {
    let Some(Findings { plain, styled }) = findings else { return Ok(()) };
    Ok(writeln!(out, "{}\n", if is_styled() { styled } else { plain })?)
}

/// Whether the output may have colours.
fn is_styled() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none()
}
