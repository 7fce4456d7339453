//! What is or may be wrong with a file of messages, reported the way a compiler does.

mod addresses;
mod damaged;
mod doubt;
mod finding;
mod language_tags;
mod lines;
mod paths;
mod render;
mod unshown;
mod warnings;

use std::collections::HashMap;

use solidarity_core::collection::{Problem, ProblemKind, parse};
use solidarity_core::locale::Locale;
use solidarity_core::places::Region;

use crate::names::country_advice::advice;
use crate::names::country_names::{self, Named};
use crate::names::id::id_of;
use crate::names::languages::{self, Language, english_name};
use crate::names::similar::nearest;
use lines::Lines;
use paths::Paths;
use unshown::Shown;

pub use damaged::LONGEST_ID;
pub use finding::{Checked, Finding, Instead, Severity};
pub use render::rendered;

/// How similar a field or region must be to a known one, from 0 to 1. There are few, so a low value is enough.
const ALIKE: f64 = 0.8;

/// Checks the text of a file of messages: every rule of [`parse`], and doubts that only a person can settle.
pub fn check(text: &str) -> Checked {
    let shown = Shown::of(text);
    let text = shown.text.as_str();
    let (collection, problems) = match parse(text) {
        Ok((collection, problems)) => (Some(collection), problems),
        Err(problems) => (None, problems),
    };
    let paths = Paths::of(text);
    let lines = Lines::of(text);
    let mut countries = Countries::default();
    let mut findings: Vec<_> =
        problems.iter().map(|problem| error(problem, &lines, &paths, &mut countries)).collect();
    findings.sort_by_key(|finding| finding.range.start);
    if let Some(collection) = &collection {
        findings.extend(warnings::warnings(collection, &shown, &paths));
        findings.extend(language_tags::warnings(collection, &paths));
    }
    for finding in &mut findings {
        finding.range = shown.in_file(&finding.range);
    }
    findings.extend(shown.warnings(&paths));
    Checked { findings, collection, problems }
}

/// The advice on country names, cached because large files repeat a few of them.
#[derive(Default)]
struct Countries<'a>(HashMap<&'a str, Named>);

impl<'a> Countries<'a> {
    fn of(&mut self, name: &'a str) -> &Named {
        self.0.entry(name).or_insert_with(|| country_names::read(name))
    }
}

fn error<'a>(
    problem: &'a Problem,
    lines: &Lines,
    paths: &Paths,
    countries: &mut Countries<'a>,
) -> Finding {
    let (what, mut cure) = (Locale::before_loading().problem)(&problem.kind);
    if matches!(&problem.kind, ProblemKind::NotJson { detail } if detail.starts_with("control")) {
        cure = "Within a text, write a line break as \\n and a tab as \\t.".to_owned();
    }
    if let Some(better) = better_cure(&problem.kind, countries) {
        cure = better;
    }
    let range = paths
        .range(&problem.path)
        .unwrap_or_else(|| lines.spot(problem.position.line, problem.position.column));
    let instead = instead(&problem.kind, countries);
    Finding { severity: Severity::Error, range, path: problem.path.clone(), what, cure, instead }
}

/// Better advice on an unknown country or language, where there is any.
fn better_cure<'a>(kind: &'a ProblemKind, countries: &mut Countries<'a>) -> Option<String> {
    match kind {
        ProblemKind::UnknownCountry { code } => {
            let named = countries.of(code);
            // A single country is offered by `instead`.
            let one = matches!(named, Named::Unknown { nearest } if nearest.len() < 2);
            let cure = advice(code, named).filter(|_| !one)?.cure;
            (!cure.is_empty()).then_some(cure)
        }
        ProblemKind::MalformedLanguage { tag } => languages::cure(&languages::read(tag)),
        _ => None,
    }
}

fn instead<'a>(kind: &'a ProblemKind, countries: &mut Countries<'a>) -> Option<Instead> {
    match kind {
        ProblemKind::UnknownCountry { code } => {
            let country = match countries.of(code) {
                Named::Unknown { nearest } => match nearest.as_slice() {
                    [country] => *country,
                    _ => return None,
                },
                named => named.country()?,
            };
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
            let value = match languages::read(tag) {
                Language::Tag(tag) => tag,
                Language::Unknown { nearest } => <[String; 1]>::try_from(nearest).ok()?.concat(),
                Language::Ambiguous(_) => return None,
            };
            let meaning = english_name(&value).map(str::to_owned);
            Some(Instead { value, meaning })
        }
        ProblemKind::MalformedId { id } => {
            let value = id_of(id);
            (!value.is_empty()).then_some(Instead { value, meaning: None })
        }
        _ => None,
    }
}
