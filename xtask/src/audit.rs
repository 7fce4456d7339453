//! What is known of the crates and packages of others: licences, origins, vulnerabilities.
//!
//! A finding fails. A list of vulnerabilities that cannot be fetched does not: a line says that it was
//! not asked, and why.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::shell::{command, npm, root, run};
use crate::tools;

/// The folders with a package-lock.json.
const PACKAGES: [&str; 3] = ["tests/e2e", "tests/bench", "xtask/places"];

/// What a list of vulnerabilities said.
#[derive(Debug, PartialEq)]
enum Answer {
    /// Nothing that counts.
    Clean,
    /// What is vulnerable, a line each.
    Found(Vec<String>),
    /// Nothing, for this reason.
    Unreachable(String),
}

/// Checks crates by deny.toml, and crates and packages against the lists of vulnerabilities.
///
/// # Errors
/// When something is found.
pub fn audit() -> Result<()> {
    tools::cargo_deny()?;
    run(deny().args(["check", "bans", "licenses", "sources"]))?;
    crates()?;
    PACKAGES.iter().try_for_each(|folder| packages(folder))
}

fn deny() -> std::process::Command {
    let mut cargo = command("cargo");
    // Without `--workspace` it looks at the client alone.
    cargo.args(["deny", "--locked", "--workspace"]);
    cargo
}

/// Crates against the database of RustSec.
fn crates() -> Result<()> {
    let fetched = deny().args(["fetch", "db"]).output().context("cannot start cargo deny")?;
    if !fetched.status.success() {
        not_checked("crates", &reason(&String::from_utf8_lossy(&fetched.stderr)));
        return Ok(());
    }
    run(deny().args(["check", "advisories"]))
}

/// The packages of a folder against the list of the npm registry.
fn packages(folder: &str) -> Result<()> {
    println!("\n$ npm audit ({folder})");
    let output = npm()
        .current_dir(root().join(folder))
        .args(["audit", "--json", "--package-lock-only"])
        .output()
        .context("cannot start npm")?;
    match answer(&String::from_utf8_lossy(&output.stdout)) {
        Answer::Clean => println!("No known vulnerability of level high or critical."),
        Answer::Found(lines) => bail!(
            "packages of {folder} are vulnerable; `npm audit fix` there may help:\n  {}",
            lines.join("\n  ")
        ),
        Answer::Unreachable(why) => not_checked(&format!("packages of {folder}"), &why),
    }
    Ok(())
}

fn not_checked(what: &str, why: &str) {
    println!("Not checked for known vulnerabilities: {what} ({why}).");
}

/// What `npm audit --json` printed. It fails alike for a finding and for a registry that does not
/// answer, so that its exit status does not tell.
fn answer(printed: &str) -> Answer {
    let Ok(report) = serde_json::from_str::<Value>(printed) else {
        return Answer::Unreachable("npm printed no report".to_owned());
    };
    let Some(vulnerable) = report.get("vulnerabilities").and_then(Value::as_object) else {
        let told = ["/message", "/error/summary", "/error/code"];
        let mut told = told.iter().filter_map(|place| report.pointer(place)?.as_str());
        let why = told.find(|text| !text.is_empty()).unwrap_or("npm did not say why");
        return Answer::Unreachable(reason(why));
    };
    let lines: Vec<String> =
        vulnerable.iter().filter_map(|(name, entry)| line(name, entry)).collect();
    if lines.is_empty() { Answer::Clean } else { Answer::Found(lines) }
}

/// A package with a level that counts, and what is wrong with it.
fn line(name: &str, entry: &Value) -> Option<String> {
    let level = entry["severity"].as_str()?;
    if !["high", "critical"].contains(&level) {
        return None;
    }
    // What is vulnerable only through another package has the name of that one here.
    let causes = entry["via"].as_array().into_iter().flatten();
    let causes: Vec<&str> =
        causes.filter_map(|cause| cause["title"].as_str().or(cause.as_str())).collect();
    let range = entry["range"].as_str().unwrap_or("*");
    Some(format!("{name} {range}: {level}: {}", causes.join("; ")))
}

/// The last line of an error that says something: causes stand below what they caused.
fn reason(error: &str) -> String {
    let mut lines = error.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.next_back().unwrap_or("no reason given").trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_without_vulnerabilities_is_clean() {
        let printed = r#"{"auditReportVersion": 2, "vulnerabilities": {}, "metadata": {}}"#;
        assert_eq!(answer(printed), Answer::Clean);
    }

    #[test]
    fn high_and_critical_vulnerabilities_are_found_with_their_cause() {
        let printed = r#"{"auditReportVersion": 2, "vulnerabilities": {
            "deep": {"severity": "critical", "range": "<1.2.3", "via": [{"title": "Runs what it reads"}]},
            "low": {"severity": "low", "range": "*", "via": [{"title": "Slow"}]},
            "middle": {"severity": "moderate", "range": "*", "via": [{"title": "Slower"}]},
            "top": {"severity": "high", "range": ">=2", "via": ["deep"]}
        }}"#;
        let lines = ["deep <1.2.3: critical: Runs what it reads", "top >=2: high: deep"];
        assert_eq!(answer(printed), Answer::Found(lines.map(str::to_owned).to_vec()));
    }

    #[test]
    fn lower_levels_alone_are_clean() {
        let printed = r#"{"vulnerabilities": {"low": {"severity": "moderate", "via": []}}}"#;
        assert_eq!(answer(printed), Answer::Clean);
    }

    #[test]
    fn a_registry_that_does_not_answer_is_no_finding() {
        for (printed, why) in [
            (
                r#"{"message": "405 Method Not Allowed", "error": {"summary": ""}}"#,
                "405 Method Not Allowed",
            ),
            (r#"{"error": {"code": "ENOTFOUND", "summary": "no such host"}}"#, "no such host"),
            (r#"{"error": {"code": "ENOTFOUND", "summary": ""}}"#, "ENOTFOUND"),
            ("{}", "npm did not say why"),
            ("", "npm printed no report"),
            ("npm error network", "npm printed no report"),
        ] {
            assert_eq!(answer(printed), Answer::Unreachable(why.to_owned()), "{printed}");
        }
    }

    #[test]
    fn the_last_line_of_an_error_is_its_reason() {
        let error = "[ERROR] failed to fetch\n\nCaused by:\n  no such host.\n\n";
        assert_eq!(reason(error), "no such host");
        assert_eq!(reason("\n"), "no reason given");
    }
}
