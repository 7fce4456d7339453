//! Findings as text for a terminal.

use std::collections::HashMap;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::check::finding::{Checked, Finding, Severity};
use crate::check::lines::Lines;
use crate::counted::counted;

/// At most this many findings with the same cure are shown: every message may have one.
const OF_ONE_KIND: [(Severity, &str, usize); 2] =
    [(Severity::Error, "more error", 20), (Severity::Warning, "more warning", 10)];

/// At most this many errors, and this many warnings, are shown in all: a cure may name the value.
const IN_ALL: usize = 200;

/// How much of a long line is shown on either side, in bytes: the whole file may be one line.
const AROUND: usize = 500;

/// The findings, each with its line of the file, and their totals.
pub fn rendered(checked: &Checked, file: &str, text: &str, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let lines = Lines::of(text);
    let mut output = String::new();
    for (severity, more, most) in OF_ONE_KIND {
        let mut shown: HashMap<&str, usize> = HashMap::new();
        let (mut in_all, mut hidden) = (0, 0);
        for finding in checked.findings.iter().filter(|finding| finding.severity == severity) {
            let count = shown.entry(&finding.cure).or_default();
            *count += 1;
            if *count <= most && in_all < IN_ALL {
                in_all += 1;
                output += &renderer.render(&[group(finding, file, &lines)]);
                output += "\n\n";
            } else {
                hidden += 1;
            }
        }
        if hidden > 0 {
            output += &format!("… and {} of the same kinds.\n\n", counted(hidden, more));
        }
    }
    output + &summary(checked, file)
}

fn group<'a>(finding: &'a Finding, file: &'a str, lines: &Lines<'a>) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let Excerpt { text, line, column, range } = Excerpt::of(lines, &finding.range);
    let annotation = AnnotationKind::Primary.span(range).label(&*finding.path);
    let snippet = Snippet::source(text).line_start(line);
    let group = level.primary_title(&*finding.what);
    let group = match column {
        None => group.element(snippet.path(file).annotation(annotation)),
        Some(column) => group
            .element(Origin::path(file).line(line).char_column(column))
            .element(snippet.annotation(annotation)),
    };
    let mut group = group.element(Level::HELP.message(&*finding.cure));
    if let Some(instead) = &finding.instead {
        let meaning = instead.meaning.as_ref().map(|meaning| format!(" ({meaning})"));
        let meant = format!("did you mean “{}”{}?", instead.value, meaning.unwrap_or_default());
        group = group.element(Level::HELP.message(meant));
    }
    group
}

/// The line in which a range begins, or the part around it if the line is long.
struct Excerpt<'a> {
    text: &'a str,
    /// The number of the line.
    line: usize,
    /// The column of the range, in characters from 1, if the line is shortened.
    column: Option<usize>,
    /// The range within the text.
    range: Range<usize>,
}

impl<'a> Excerpt<'a> {
    fn of(lines: &Lines<'a>, range: &Range<usize>) -> Excerpt<'a> {
        let (number, start, line) = lines.line(range.start);
        let from = (range.start - start).min(line.len());
        let to = range.end.saturating_sub(start).clamp(from, line.len());
        if line.len() <= 4 * AROUND {
            return Excerpt { text: line, line: number, column: None, range: from..to };
        }
        let to = line.floor_char_boundary(to.min(from + AROUND));
        let first = line.floor_char_boundary(from.saturating_sub(AROUND));
        let last = line.ceil_char_boundary((to + AROUND).min(line.len()));
        Excerpt {
            text: line.get(first..last).unwrap_or_default(),
            line: number,
            column: Some(1 + line.get(..from).unwrap_or_default().chars().count()),
            range: from - first..to - first,
        }
    }
}

fn summary(checked: &Checked, file: &str) -> String {
    let errors = checked.count(Severity::Error);
    let warnings = checked.count(Severity::Warning);
    let messages = counted(checked.messages(), "message");
    format!(
        "{file}: {messages} can be shown; {}, {}.",
        counted(errors, "error"),
        counted(warnings, "warning")
    )
}
