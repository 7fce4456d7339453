//! The items that are not messages.

use std::collections::BTreeMap;

use roxmltree::Node as Element;

use crate::counted::counted;
use crate::import::wordpress::item::child;

/// The number of titles listed; the rest is counted.
const LISTED: usize = 8;

/// Kinds of items that WordPress and its plugins make for themselves. They are not messages.
const OF_WORDPRESS: [(&str, &str); 12] = [
    ("attachment", "a picture or another file"),
    ("custom_css", "a style sheet"),
    ("customize_changeset", "a saved setting"),
    ("nav_menu_item", "an entry of a menu"),
    ("oembed_cache", "a cached preview"),
    ("revision", "an earlier version of a text"),
    ("user_request", "a request about personal data"),
    ("wp_font_face", "a font"),
    ("wp_font_family", "a font"),
    ("wp_global_styles", "a style sheet"),
    ("wp_navigation", "a menu"),
    ("wp_template", "a template"),
];

/// The items that are neither posts nor pages, by kind.
#[derive(Default)]
pub struct Unread(BTreeMap<String, Vec<(usize, String)>>);

impl Unread {
    /// Records an item of a kind, with its line and title.
    pub fn add(&mut self, kind: String, line: usize, title: String) {
        self.0.entry(kind).or_default().push((line, title));
    }

    /// A note on each kind, with the line of its first item.
    pub fn notes(self) -> impl Iterator<Item = (usize, String)> {
        self.0.into_iter().map(|(kind, items)| {
            let line = items.first().map_or(1, |(line, _)| *line);
            (line, said(&kind, &items))
        })
    }
}

fn said(kind: &str, items: &[(usize, String)]) -> String {
    let what = match OF_WORDPRESS.iter().find(|(of, _)| *of == kind) {
        Some((_, what)) => {
            return match items {
                [(_, title)] => format!(
                    "“{title}” is {what} ({kind}), not a post or a page, and was not imported."
                ),
                _ => format!(
                    "{} items of the kind “{kind}” ({what}) are not posts or pages, and were not imported.",
                    items.len()
                ),
            };
        }
        None => items,
    };
    let titles: Vec<_> = what.iter().take(LISTED).map(|(_, title)| format!("“{title}”")).collect();
    let more = what.len().saturating_sub(LISTED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let was = if what.len() == 1 { "was" } else { "were" };
    format!(
        "{} of the kind “{kind}” {was} not imported, because only posts and pages are: {}{more}. If messages are \
         among them, change these to posts in WordPress, and export again.",
        counted(what.len(), "item"),
        titles.join(", ")
    )
}

/// The kind of an item, if it is neither a post nor a page.
pub fn other_kind(item: Element) -> Option<String> {
    child(item, "post_type").filter(|kind| !matches!(kind.as_str(), "post" | "page"))
}

/// Why a post or a page is not public, if it is not.
pub fn not_public(item: Element) -> Option<String> {
    let status = child(item, "status").unwrap_or_else(|| "publish".to_owned());
    let why = match status.as_str() {
        "publish" => None,
        "future" => {
            let date = child(item, "post_date").unwrap_or_default();
            let date = date.split_whitespace().next().map(|date| format!(" for {date}"));
            Some(format!("is scheduled{}", date.unwrap_or_default()))
        }
        "private" => Some("is private".to_owned()),
        "trash" => Some("is in the trash".to_owned()),
        "pending" => Some("is not published (pending review)".to_owned()),
        _ => Some(format!("is not published ({status})")),
    };
    let password = child(item, "post_password").unwrap_or_default();
    why.or_else(|| (!password.is_empty()).then(|| "needs a password".to_owned()))
}
