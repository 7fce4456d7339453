//! Ways to share a link: plain addresses that load nothing until somebody follows them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All except the unreserved characters of RFC 3986 §2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A way to share a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The name of the service; `None` for e-mail, which each language has its own word for.
    pub service: Option<&'static str>,
    /// The address that opens it with the link filled in.
    pub href: String,
}

/// The ways to share a page, given its title and full address.
pub fn ways(title: &str, url: &str) -> Vec<Way> {
    let both = escape(&format!("{title}\n{url}"));
    let (title, url) = (escape(title), escape(url));
    // RFC 6068 requires line breaks in an e-mail to be CRLF.
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
