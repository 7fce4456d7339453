//! Ways to share a link: plain addresses that load nothing before somebody follows them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986 §2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A way to share a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The name of the service; none for e-mail, whose name is a word of each language.
    pub service: Option<&'static str>,
    /// The address that opens it with the link filled in.
    pub href: String,
}

/// The ways to share a page by its title and its address in full.
pub fn ways(title: &str, url: &str) -> Vec<Way> {
    let both = escape(&format!("{title}\n{url}"));
    let (title, url) = (escape(title), escape(url));
    // RFC 6068 wants line breaks in a mail as CRLF.
    let mail = format!("mailto:?subject={title}&body={title}%0D%0A{url}");
    [
        (None, mail),
        (Some("WhatsApp"), format!("https://wa.me/?text={both}")),
        (Some("Telegram"), format!("https://t.me/share/url?url={url}&text={title}")),
        (Some("Mastodon"), format!("https://share.joinmastodon.org/#text={both}")),
        (Some("Facebook"), format!("https://www.facebook.com/sharer/sharer.php?u={url}")),
    ]
    .map(|(service, href)| Way { service, href })
    .into()
}

fn escape(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
