//! Findings as text for a terminal.

use std::collections::HashMap;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::check::finding::{Checked, Finding, Severity};
use crate::counted::counted;

/// Of warnings with the same cure no more than this are shown: there may be one for each message.
const OF_ONE_KIND: usize = 10;

/// All findings, each with its line of the file, and the sum of them.
pub fn rendered(checked: &Checked, file: &str, text: &str, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut shown: HashMap<&str, usize> = HashMap::new();
    let mut output = String::new();
    for finding in &checked.findings {
        let count = shown.entry(&finding.cure).or_default();
        *count += 1;
        if finding.severity == Severity::Error || *count <= OF_ONE_KIND {
            output += &renderer.render(&[group(finding, file, text)]);
            output += "\n\n";
        }
    }
    let hidden: usize = shown
        .iter()
        .filter(|(cure, _)| is_warning(checked, cure))
        .map(|(_, count)| count.saturating_sub(OF_ONE_KIND))
        .sum();
    if hidden > 0 {
        output += &format!("… and {} of the same kinds.\n\n", counted(hidden, "more warning"));
    }
    output + &summary(checked, file)
}

fn is_warning(checked: &Checked, cure: &str) -> bool {
    checked.findings.iter().any(|f| f.cure == cure && f.severity == Severity::Warning)
}

fn group<'a>(finding: &'a Finding, file: &'a str, text: &'a str) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let (excerpt, first_line, range) = excerpt(text, &finding.range);
    let annotation = AnnotationKind::Primary.span(range).label(&*finding.path);
    let snippet = Snippet::source(excerpt).line_start(first_line).path(file);
    let mut group = level
        .primary_title(&*finding.what)
        .element(snippet.annotation(annotation))
        .element(Level::HELP.message(&*finding.cure));
    if let Some(instead) = &finding.instead {
        let meaning = instead.meaning.as_ref().map(|meaning| format!(" ({meaning})"));
        let meant = format!("did you mean “{}”{}?", instead.value, meaning.unwrap_or_default());
        group = group.element(Level::HELP.message(meant));
    }
    group
}

/// The line that a range begins in, its number, and the range within it.
fn excerpt<'a>(text: &'a str, range: &Range<usize>) -> (&'a str, usize, Range<usize>) {
    let before = text.get(..range.start).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let from = (range.start - start).min(line.len());
    let to = range.end.saturating_sub(start).clamp(from, line.len());
    (line, before.matches('\n').count() + 1, from..to)
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
