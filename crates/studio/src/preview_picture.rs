//! Pictures in the preview.

/// The HTML of a page in which the picture with this class has this address instead of a file name, which a
/// browser would request at once. A page without such a picture stays unchanged.
pub fn with_picture(html: &str, class: &str, address: &str) -> String {
    replaced(html, class, address).unwrap_or_else(|| html.to_owned())
}

fn replaced(html: &str, class: &str, address: &str) -> Option<String> {
    let at = html.find(&["class=\"", class, "\""].concat())?;
    let start = html.get(..at)?.rfind("<img")?;
    let (before, tag) = html.split_at_checked(start)?;
    let (tag, after) = tag.split_at_checked(tag.find('>')?)?;
    let (begin, rest) = tag.split_once("src=\"")?;
    let (_, end) = rest.split_once('"')?;
    Some([before, begin, "src=\"", address, "\"", end, after].concat())
}
