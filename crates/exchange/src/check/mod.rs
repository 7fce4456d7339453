//! What is wrong with a file of messages, and what may be, said as a compiler says it.

mod paths;
mod render;
mod unshown;
mod warnings;

use std::ops::Range;

use solidarity_core::collection::{Collection, Problem, ProblemKind, is_language_tag, parse};
use solidarity_core::locale::Locale;
use solidarity_core::places::Region;

use crate::similar::nearest;
use crate::{country_names, id_of, nearest_language};
use paths::Paths;
use unshown::Shown;

pub use render::rendered;

/// How alike a field or region must be to one that there is, from 0 to 1: few are told apart.
const ALIKE: f64 = 0.8;

/// Something to be looked at in a file of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether the message cannot be shown.
    pub severity: Severity,
    /// Where the value stands, in bytes of the file.
    pub range: Range<usize>,
    /// Where it is in the data, such as `messages[3].senders[0].country`.
    pub path: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub cure: String,
    /// What was meant, perhaps, in place of the value.
    pub instead: Option<Instead>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The message, or the whole collection, cannot be shown.
    Error,
    /// It can; somebody should look at it all the same.
    Warning,
}

/// What somebody may have meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// What to write.
    pub value: String,
    /// What that is, where it is a code.
    pub meaning: Option<String>,
}

/// What a look at a file has found.
#[derive(Debug)]
pub struct Checked {
    /// Errors first, then warnings, each in the order of the file.
    pub findings: Vec<Finding>,
    /// The collection, unless nothing of it can be shown.
    pub collection: Option<Collection>,
    /// What is wrong with it, as the parser says it.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// How many messages can be shown.
    pub fn messages(&self) -> usize {
        self.collection.as_ref().map_or(0, |collection| collection.messages.len())
    }

    /// How many findings are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// Checks the text of a file of messages: every rule of [`parse`], and what only a person can judge.
pub fn check(text: &str) -> Checked {
    let shown = Shown::of(text);
    let text = shown.text.as_str();
    let (collection, problems) = match parse(text) {
        Ok((collection, problems)) => (Some(collection), problems),
        Err(problems) => (None, problems),
    };
    let paths = Paths::of(text);
    let mut findings: Vec<_> =
        problems.iter().map(|problem| error(problem, text, &paths)).collect();
    findings.sort_by_key(|finding| finding.range.start);
    if let Some(collection) = &collection {
        findings.extend(warnings::warnings(collection, text, &paths));
    }
    for finding in &mut findings {
        finding.range = shown.in_file(&finding.range);
    }
    findings.extend(shown.warnings(&paths));
    Checked { findings, collection, problems }
}

fn error(problem: &Problem, text: &str, paths: &Paths) -> Finding {
    let (what, mut cure) = (Locale::before_loading().problem)(&problem.kind);
    if matches!(&problem.kind, ProblemKind::NotJson { detail } if detail.starts_with("control")) {
        cure = "Write the end of a line within a text as \\n, and a tab as \\t.".to_owned();
    }
    let range = paths
        .range(&problem.path)
        .unwrap_or_else(|| paths::at(text, problem.position.line, problem.position.column));
    let instead = instead(&problem.kind);
    Finding { severity: Severity::Error, range, path: problem.path.clone(), what, cure, instead }
}

fn instead(kind: &ProblemKind) -> Option<Instead> {
    match kind {
        ProblemKind::UnknownCountry { code } => {
            let country = country_names::nearest(code)?;
            let meaning = Some(country.name.to_owned());
            Some(Instead { value: country.code.to_owned(), meaning })
        }
        ProblemKind::UnknownRegion { id } => {
            let ids = Region::ALL.map(|region| (region.id(), region.id().to_owned()));
            Some(Instead { value: nearest(&id.to_lowercase(), ids, ALIKE)?, meaning: None })
        }
        ProblemKind::WrongShape { detail } => {
            // “unknown field `contry`, expected one of `names`, `country`”
            let mut quoted = detail.strip_prefix("unknown field ")?.split('`').skip(1).step_by(2);
            let value =
                nearest(quoted.next()?, quoted.map(|field| (field, field.to_owned())), ALIKE)?;
            Some(Instead { value, meaning: None })
        }
        ProblemKind::MalformedLanguage { tag } => {
            let hyphens = tag.replace('_', "-");
            if is_language_tag(&hyphens) {
                return Some(Instead { value: hyphens, meaning: None });
            }
            let (value, name) = nearest_language(tag)?;
            Some(Instead { value: value.to_owned(), meaning: Some(name.to_owned()) })
        }
        ProblemKind::MalformedId { id } => {
            let value = id_of(id);
            (!value.is_empty()).then_some(Instead { value, meaning: None })
        }
        _ => None,
    }
}
