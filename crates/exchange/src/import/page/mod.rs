//! Web pages, as people save them: one message each.

use solidarity_core::collection::raw::RawText;

use crate::import::bounded::bounded;
use crate::import::html::{Tag, page};
use crate::import::marked::in_language;
use crate::lines::Lines;

/// A page as a message.
#[derive(Debug, Default)]
pub struct Page {
    /// The heading or title that names the sender.
    pub sender: Option<String>,
    /// The paragraphs.
    pub body: Vec<RawText>,
    /// Notes on what could not be kept, with their positions in bytes.
    pub left_out: Vec<(usize, String)>,
}

/// Reads a page. Its only first-level heading names the sender, like the title of an article. If there is none,
/// or there are several, the title of the page does.
pub fn read(text: &str) -> Page {
    let page::Page { title, mut blocks, mut left_out } = page::read(text, true, of_site);
    let mut headings =
        blocks.iter().enumerate().filter(|(_, block)| block.heading == Some(1)).map(|(at, _)| at);
    let sender = match (headings.next(), headings.next()) {
        (Some(at), None) => {
            let heading = blocks.remove(at);
            let text = "the sender was taken from this heading. If it is not the sender, name the sender in the \
                        file of messages.";
            left_out.push((heading.line, text.to_owned()));
            if !title.is_empty() && title != heading.text {
                left_out.push((1, format!("the title of the page was left out: {title}")));
            }
            Some(heading.text)
        }
        _ if !title.is_empty() => {
            let text = format!(
                "the sender was taken from the title of the page, “{title}”. If it is not the sender, name the \
                 sender in the file of messages."
            );
            left_out.push((1, text));
            Some(title)
        }
        _ => None,
    };
    if let Some(heading) = blocks.iter().find(|block| block.heading.is_some_and(|level| level < 7))
    {
        left_out.push((heading.line, "headings became paragraphs here and below.".to_owned()));
    }
    left_out.sort_by_key(|(line, _)| *line);
    let lines = Lines::of(text);
    let left_out =
        left_out.into_iter().map(|(line, text)| (lines.start(line).unwrap_or_default(), text));
    let body = blocks
        .into_iter()
        .map(|block| in_language(RawText::Plain(block.text), block.lang.as_deref()));
    Page { sender, body: body.collect(), left_out: bounded(left_out.collect()) }
}

/// Navigation and other parts of a site, by element and by role (WAI-ARIA 1.2, §5.3.4).
fn of_site(tag: &Tag) -> Option<&'static str> {
    match &*tag.name {
        "aside" => return Some("the text in the margin (<aside>)"),
        "footer" => return Some("the footer of the page (<footer>)"),
        "nav" => return Some("the navigation (<nav>)"),
        _ => {}
    }
    match tag.attribute("role")? {
        "banner" => Some("the header of the page"),
        "complementary" => Some("the text in the margin"),
        "contentinfo" => Some("the footer of the page"),
        "navigation" => Some("the navigation"),
        "search" => Some("the search"),
        _ => None,
    }
}
