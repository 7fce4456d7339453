//! The elements of HTML, by how they are read. The names are those of the HTML Standard, §4 and §16.2.

/// The level of a heading.
pub fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Whether the text of an element is separate from the text around it.
pub fn is_block(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    heading_level(name).is_some() || BLOCKS.contains(&name)
}

/// Whether an element has no content and no end tag.
pub fn is_void(name: &str) -> bool {
    const VOID: &[&str] = &[
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img",
        "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
    ];
    VOID.contains(&name)
}

/// Whether an element shows something other than text. Its content is for browsers that cannot show it.
pub fn is_media(name: &str) -> bool {
    const MEDIA: &[&str] =
        &["applet", "audio", "canvas", "embed", "iframe", "image", "img", "object", "video"];
    MEDIA.contains(&name)
}

/// Whether the text of an element is not shown by browsers, or not part of a letter.
pub fn is_apart(name: &str) -> bool {
    const APART: &[&str] = &[
        "button", "datalist", "form", "head", "math", "meter", "noembed", "noframes", "noscript",
        "progress", "rp", "script", "select", "style", "svg", "template", "textarea", "title",
    ];
    APART.contains(&name)
}

/// Whether an element changes only how its words look.
pub fn is_emphasis(name: &str) -> bool {
    const EMPHASIS: &[&str] = &[
        "b", "big", "cite", "code", "dfn", "em", "i", "kbd", "mark", "samp", "small", "strong",
        "tt", "u", "var",
    ];
    EMPHASIS.contains(&name)
}

/// Whether HTML has an element of this name.
pub fn is_known(name: &str) -> bool {
    const OTHERS: &[&str] = &[
        "a",
        "abbr",
        "acronym",
        "bdi",
        "bdo",
        "blink",
        "colgroup",
        "data",
        "del",
        "font",
        "frameset",
        "ins",
        "label",
        "listing",
        "map",
        "marquee",
        "nobr",
        "output",
        "picture",
        "plaintext",
        "q",
        "rb",
        "rt",
        "rtc",
        "ruby",
        "s",
        "slot",
        "span",
        "strike",
        "sub",
        "sup",
        "time",
        "xmp",
    ];
    let others = [is_block, is_void, is_media, is_apart, is_emphasis];
    // Word adds elements such as <o:p>.
    let of_word = name.split_once(':').is_some_and(|(prefix, name)| {
        prefix.len() <= 3 && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    of_word || OTHERS.contains(&name) || others.iter().any(|is| is(name))
}
