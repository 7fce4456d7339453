//! Links in the preview, where only those to messages are followed.

/// Where a link in the preview leads.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PreviewLink {
    /// To the message with this id.
    Message(String),
    /// Elsewhere: a sentence that says where.
    Other(String),
}

impl PreviewLink {
    /// The link with this address, as pages have it: relative to the home page.
    pub fn of(href: &str) -> PreviewLink {
        let path = href.split(['?', '#']).next().unwrap_or_default();
        let path = path.strip_prefix("./").unwrap_or(path);
        if let Some(id) = path.strip_prefix("m/").and_then(|rest| rest.strip_suffix('/')) {
            return PreviewLink::Message(id.to_owned());
        }
        let place = match path {
            "" if href.starts_with('#') => "to another place on the page",
            "" if href.contains('?') => "to the home page with a choice of messages",
            "" => "to the home page",
            "about/" => "to the page about this collection",
            "countries/" => "to the messages by country",
            _ if path.starts_with("booklet") => "to a page with all texts, for printing",
            _ => {
                return PreviewLink::Other(
                    ["In the finished site, this link leads to ", href, "."].concat(),
                );
            }
        };
        PreviewLink::Other(["In the finished site, this link leads ", place, "."].concat())
    }
}
