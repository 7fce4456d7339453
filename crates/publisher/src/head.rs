//! What the head of a page tells search engines and chat applications.

use solidarity_atlas::components::ids::RESULTS;
use solidarity_core::address::{Page, View};
use solidarity_core::text::closed;
use solidarity_core::titles::Titles;

use crate::json_ld;
use crate::markup::escaped;

/// The head of one page.
pub struct Head<'a> {
    pub titles: Titles,
    pub page: &'a Page,
    pub view: &'a View,
    pub url: Option<&'a str>,
    /// Whether there are preview pictures.
    pub has_previews: bool,
}

impl Head<'_> {
    /// Title, description, Open Graph and Twitter tags, and JSON-LD; if there is an address, the
    /// canonical link and the picture, too.
    pub fn html(&self) -> String {
        let Head { titles, page, view, url, has_previews } = self;
        let title = titles.title(page, view);
        let description = titles.description(page);
        let message = matches!(page, Page::Message(_));
        let mut lines = COMMON.map(str::to_owned).to_vec();
        lines.push(format!("<title>{}</title>", escaped(&title)));
        if let Page::Grid = page {
            // On a slow connection, part of the map would be painted, and would move with each
            // place that arrives. Browsers that know this link paint once the results begin.
            let results = format!("{}#{RESULTS}", page.address(view));
            lines.push(format!("<link rel=\"expect\" href=\"{results}\" blocking=\"render\">"));
        }
        let mut meta = |kind: &str, name: &str, content: &str| {
            lines.push(format!("<meta {kind}=\"{name}\" content=\"{}\">", escaped(content)));
        };
        meta("name", "description", &description);
        meta("property", "og:site_name", &titles.whole_title());
        meta("property", "og:type", if message { "article" } else { "website" });
        meta("property", "og:title", &title);
        meta("property", "og:description", &description);
        meta("property", "og:locale", &titles.collection.language.replace('-', "_"));
        meta("name", "twitter:card", if *has_previews { "summary_large_image" } else { "summary" });
        if let Some(url) = url {
            let path = page.address(view);
            meta("property", "og:url", &format!("{url}{path}"));
            if *has_previews {
                let folder = if message { path.as_str() } else { "" };
                let picture = format!("{url}{folder}preview.png");
                meta("property", "og:image", &picture);
                meta("property", "og:image:type", "image/png");
                meta("property", "og:image:width", "1200");
                meta("property", "og:image:height", "630");
                meta("property", "og:image:alt", &title);
                meta("name", "twitter:image", &picture);
            }
            lines.push(format!(
                "<link rel=\"canonical\" href=\"{}\">",
                escaped(&(format!("{url}{path}")))
            ));
            lines.push(format!(
                "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"feed.xml\" title=\"{}\">",
                escaped(titles.locale.feed)
            ));
        }
        lines.push(format!(
            "<script type=\"application/ld+json\">{}</script>",
            json_ld::graph(*titles, page, *url)
        ));
        lines.join("\n    ")
    }
}

/// The head of the booklet at this path.
pub fn booklet(titles: Titles, path: &str, url: Option<&str>) -> String {
    let title = format!("{} · {}", titles.locale.booklet, closed(&titles.collection.title));
    let mut lines = COMMON.map(str::to_owned).to_vec();
    lines.push(format!("<title>{}</title>", escaped(&title)));
    let description = escaped(&titles.description(&Page::Grid));
    lines.push(format!("<meta name=\"description\" content=\"{description}\">"));
    let address = url.map(|url| escaped(&format!("{url}{path}")));
    lines.extend(address.map(|address| format!("<link rel=\"canonical\" href=\"{address}\">")));
    lines.join("\n    ")
}

/// The head of the page for unknown addresses.
pub fn not_found(titles: Titles) -> String {
    of_no_page(titles, titles.locale.not_found_title)
}

/// The head of the page shown offline.
pub fn offline(titles: Titles) -> String {
    of_no_page(titles, titles.locale.failed_offline.0)
}

fn of_no_page(titles: Titles, title: &str) -> String {
    let title = format!("{title} · {}", closed(&titles.collection.title));
    let mut lines = COMMON.map(str::to_owned).to_vec();
    lines.push(format!("<title>{}</title>", escaped(&title)));
    lines.push("<meta name=\"robots\" content=\"noindex\">".into());
    lines.join("\n    ")
}

/// What every page has.
const COMMON: [&str; 2] = [
    "<link rel=\"manifest\" href=\"site.webmanifest\">",
    "<link rel=\"apple-touch-icon\" href=\"icon-180.png\">",
];
