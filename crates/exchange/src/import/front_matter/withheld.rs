//! What front matter says about whether a text is for readers at all.

use solidarity_core::collection::Date;

use crate::import::front_matter::names::plain_name;
use crate::import::front_matter::tree::Field;

/// What a field says about publication.
#[derive(Debug, PartialEq, Eq)]
pub enum Says {
    /// The text is not to be published, for this reason.
    No(String),
    /// The text may be published, as far as this field goes.
    Yes,
    /// Perhaps not: it depends on the day, which is not known.
    Perhaps(String),
    /// Nothing: it is an ordinary field.
    Nothing,
}

/// Fields that are true for what is not to be published: those of Hugo, Zola, Jekyll, Obsidian Publish, Quartz,
/// Eleventy and Ghost, and words that people use.
const IF_TRUE: &[&str] = &[
    "archived",
    "confidential",
    "draft",
    "eleventyexcludefromcollections",
    "exclude",
    "excluded",
    "headless",
    "hidden",
    "internal",
    "is draft",
    "isdraft",
    "private",
    "secret",
    "unlisted",
    "unpublished",
    "wip",
    "withdrawn",
    "withheld",
    "work in progress",
];

/// Fields that are false for what is not to be published.
const IF_FALSE: &[&str] = &[
    "approved",
    "consent",
    "dg publish",
    "is public",
    "is published",
    "ispublished",
    "may be published",
    "may publish",
    "permission",
    "public",
    "publish",
    "published",
    "ready",
    "released",
    "reviewed",
];

/// Fields for the state of a text.
const STATES: &[&str] = &["post status", "state", "status", "visibility"];

/// States that mean not to be published.
const NOT_PUBLIC: &[&str] = &[
    "archived",
    "awaiting",
    "confidential",
    "deleted",
    "draft",
    "embargoed",
    "future",
    "hidden",
    "idea",
    "in progress",
    "in review",
    "incomplete",
    "internal",
    "needs review",
    "not published",
    "pending",
    "pending review",
    "private",
    "rejected",
    "review",
    "scheduled",
    "secret",
    "to do",
    "todo",
    "trash",
    "unfinished",
    "unlisted",
    "unpublished",
    "wip",
    "withdrawn",
    "work in progress",
];

/// The same in other languages: drafts, and private texts.
const NOT_PUBLIC_ELSEWHERE: &[&str] = &[
    "borrador",
    "bozza",
    "brouillon",
    "concept",
    "entwurf",
    "kladde",
    "luonnos",
    "privado",
    "privat",
    "privato",
    "privé",
    "rascunho",
    "szkic",
    "taslak",
    "utkast",
    "черновик",
    "مسودة",
    "下書き",
    "草稿",
];

/// States that mean to be published.
const PUBLIC: &[&str] =
    &["approved", "complete", "done", "final", "live", "public", "publish", "published", "ready"];

/// Fields with people's own labels, or with the kind of a text.
const LABELS: &[&str] = &["categories", "category", "kind", "layout", "tag", "tags", "type"];

/// Labels that a text for readers never has.
const NOT_FOR_READERS: &[&str] = &[
    "confidential",
    "draft",
    "do not publish",
    "drafts",
    "not for publication",
    "private",
    "unpublished",
    "wip",
];

/// Fields with the day on which publication begins or ends. Hugo, Jekyll and Zola publish nothing with a `date`
/// in the future.
const FROM: &[&str] = &["date", "embargo", "publish date", "publishdate", "published at"];
const UNTIL: &[&str] = &["expire", "expires", "expiry date", "expirydate", "unpublishdate"];

/// What a field says. `today` may be unknown.
pub fn says(field: &Field, today: Option<Date>) -> Says {
    let name = plain_name(&field.name);
    let is = |names: &[&str]| names.contains(&&*name);
    let written = field.value.shown();
    let word = plain_name(&written);
    let no = || Says::No(format!("it says “{}: {written}”", field.name));
    if is(&["password"]) && !written.is_empty() {
        return Says::No("it has a password".to_owned());
    }
    let is_date = date(&written).is_some();
    if (is(FROM) || is(IF_FALSE)) && is_date {
        return day(field, &written, today, true);
    }
    if is(UNTIL) && is_date {
        return day(field, &written, today, false);
    }
    let yes_or_no = truth(&word);
    if is(IF_TRUE) {
        // Whoever writes “draft: second version” has a draft.
        return if written.is_empty() || yes_or_no == Some(false) { Says::Yes } else { no() };
    }
    match yes_or_no {
        Some(false) if is(IF_FALSE) => no(),
        Some(true) if is(IF_FALSE) => Says::Yes,
        _ if is(IF_FALSE) && (word == "never" || NOT_PUBLIC.contains(&&*word)) => no(),
        _ if is(STATES)
            && (NOT_PUBLIC.contains(&&*word) || NOT_PUBLIC_ELSEWHERE.contains(&&*word)) =>
        {
            no()
        }
        _ if is(LABELS) && labels(&written).any(|label| NOT_FOR_READERS.contains(&&*label)) => no(),
        _ if is(STATES) && PUBLIC.contains(&&*word) => Says::Yes,
        _ => Says::Nothing,
    }
}

/// How forms ask whether a message may be published. Whether a name may be published is another question.
const QUESTIONS: &[&str] = &["can we publish", "may we publish", "may your", "can your"];

/// Whether a cell says that its row is not to be published.
pub fn cell_says_no(column: &str, cell: &str) -> bool {
    let name = plain_name(column.trim_matches([' ', '*', ':', '?']));
    let word = plain_name(cell);
    let is = |names: &[&str]| names.contains(&&*name);
    let asks = QUESTIONS.iter().any(|question| name.starts_with(question))
        && name.contains("publish")
        && ["message", "letter", "text", "greeting"].iter().any(|what| name.contains(what));
    let is_no = NOT_PUBLIC.contains(&&*word) || NOT_PUBLIC_ELSEWHERE.contains(&&*word);
    if is(IF_TRUE) {
        return truth(&word) == Some(true) || matches!(&*word, "x" | "✓" | "✔");
    }
    ((is(IF_FALSE) || asks) && (truth(&word) == Some(false) || is_no)) || (is(STATES) && is_no)
}

/// The words of a list written in one line.
fn labels(written: &str) -> impl Iterator<Item = String> {
    let labels = written.trim_matches(['[', ']']).split([',', ';']);
    labels.map(|label| plain_name(label.trim_matches([' ', '"', '\'', '#', '-'])))
}

/// Whether a line that cannot be read may say that the text is not to be published.
pub fn may_say_no(name: &str) -> bool {
    let name = plain_name(name);
    [IF_TRUE, IF_FALSE, STATES, &["password"]].iter().any(|names| names.contains(&&*name))
}

/// What a field with the first or last day of publication says.
fn day(field: &Field, written: &str, today: Option<Date>, begins: bool) -> Says {
    let key = |date: Date| (date.year, date.month, date.day);
    let Some(day) = date(written) else { return Says::Nothing };
    let Some(today) = today else {
        let what = if begins { "not to be published yet" } else { "not to be published any more" };
        let Field { name, .. } = field;
        return Says::Perhaps(format!(
            "“{name}” was left out: {written}. If the message is {what}, delete its file or write “draft: true”."
        ));
    };
    let passed = key(day) <= key(today);
    // Once it has passed, the date of a letter is an ordinary field.
    let named = plain_name(&field.name) == "date";
    match (begins, passed) {
        (true, false) => Says::No(format!("its “{}” is in the future: {written}", field.name)),
        (false, true) => Says::No(format!("its “{}” has passed: {written}", field.name)),
        _ if named => Says::Nothing,
        _ => Says::Yes,
    }
}

/// The date at the beginning of a text: `2027-05-01`, `2027-5-1T10:00`, `2027/05/01`.
fn date(text: &str) -> Option<Date> {
    let day = text.split(['T', 't', ' ']).next()?.replace('/', "-");
    let parts: Vec<_> = day.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return None };
    Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
}

/// The words for yes and no of YAML 1.1, and digits.
fn truth(word: &str) -> Option<bool> {
    match word {
        "true" | "yes" | "on" | "y" | "1" => Some(true),
        "false" | "no" | "off" | "n" | "0" | "null" | "none" => Some(false),
        _ => None,
    }
}
