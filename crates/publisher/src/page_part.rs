//! One page by itself, for looking at a collection while it is written.

use solidarity_atlas::state::Published;
use solidarity_core::address::{Page, View};
use solidarity_core::collection::{Collection, Message, parse};
use solidarity_core::text::direction;
use solidarity_core::titles::Titles;

use crate::address::SiteAddress;
use crate::data::is_divided;
use crate::error::PublishError;
use crate::pages::shown;
use crate::renderer::{Rendered, Renderer};

/// What a page shows, without the frame of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePart {
    /// The content of the element `#app`: the same text as in the published page.
    pub html: String,
    /// The language of the interface, as a BCP 47 tag.
    pub lang: &'static str,
    /// The direction of that language: `ltr` or `rtl`.
    pub dir: &'static str,
    /// The title of the document.
    pub title: String,
}

/// The page at a path below the base, from the text of a file of messages: as `publish` would write it
/// with the address that the file names. An address or a logo that could not be published is no error
/// here.
///
/// It takes as long as reading the text and rendering one page. What it renders from is never freed,
/// because components hold it for as long as the program runs: for the page of a message, that message
/// and the heads of the two beside it (about 7 kB); for any other page, the heads of all messages (about
/// 0.7 kB each) and the texts of the first cards. Use a Worker that is replaced now and then.
///
/// # Errors
/// [`PublishError::Collection`] when the text contains no collection that can be shown.
pub fn page_of(text: &str, path: &str) -> Result<PagePart, PublishError> {
    let (mut collection, problems) = parse(text).map_err(PublishError::Collection)?;
    keep_shown(&mut collection, path);
    let address = collection.url.as_deref().and_then(|url| SiteAddress::parse(url).ok());
    let published = Published {
        files: true,
        url: address.map(|address| address.as_str().to_owned()),
        parts: None,
    };
    // The program of a divided collection cannot know what was left out of its list.
    let problems = if is_divided(text) { Vec::new() } else { problems };
    let titles = Titles::new(Box::leak(Box::new(collection)));
    let renderer = Renderer { titles, problems: &problems, published };
    let Rendered { page, view, html } = renderer.render(path);
    let lang = titles.locale.lang;
    Ok(PagePart { html, lang, dir: direction(Some(lang)), title: titles.title(&page, &view) })
}

/// Drops the messages and the texts that a page does not show.
fn keep_shown(collection: &mut Collection, path: &str) {
    let page = Page::parse(path);
    let shown = shown(collection, &page, &View::parse(path, ""));
    let messages = std::mem::take(&mut collection.messages).into_iter().enumerate();
    let texts = |(at, message)| if shown.contains(&at) { message } else { without_text(message) };
    collection.messages = match (page, shown.first()) {
        (Page::Message(_), Some(&shown)) => {
            messages.filter(|(at, _)| at.abs_diff(shown) <= 1).map(texts).collect()
        }
        _ => messages.map(texts).collect(),
    };
    // Collecting has kept the room for all of them.
    collection.messages.shrink_to_fit();
}

fn without_text(Message { id, senders, signatures, word_count, .. }: Message) -> Message {
    let message = Message::listed(id, senders, signatures, word_count);
    message.arrive(Vec::new());
    message
}
