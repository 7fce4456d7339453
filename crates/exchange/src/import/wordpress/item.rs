//! The properties of an item of an export.

use percent_encoding::percent_decode_str;
use roxmltree::Node as Element;
use solidarity_core::collection::is_language_tag;

use crate::counted::counted;
use crate::import::html::{self, LeftOut};
use crate::names::id::id_of;
use crate::names::languages;

/// The elements of `content:` in RSS.
pub const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";

/// The fields in which WPML and its export tools store the language of a post.
const OF_LANGUAGE: [&str; 5] = [
    "_wpml_import_language_code",
    "_wpml_language",
    "wpml_language",
    "_icl_lang",
    "_icl_language_code",
];

/// The field in which WPML’s export tool stores the common key of the translations of a post.
const OF_TRANSLATIONS: &str = "_wpml_import_translation_group";

/// The field in which WordPress stores footnotes.
pub const OF_FOOTNOTES: &str = "footnotes";

/// The text of a child in any namespace: those of WordPress contain a version.
pub fn child(item: Element, name: &str) -> Option<String> {
    let child = item.children().find(|node| node.tag_name().name() == name)?;
    let texts = child.children().filter(Element::is_text).filter_map(|node| node.text());
    Some(texts.collect::<String>().trim().to_owned())
}

/// The title as text. Plugins and older versions write it with tags and entities, sometimes escaped twice.
pub fn title(item: Element) -> (String, LeftOut) {
    let (mut title, mut left_out) = in_first_language(child(item, "title").unwrap_or_default());
    for _ in 0..3 {
        if !has_markup(&title) {
            break;
        }
        let (text, more) = html::read_line(&title, false);
        left_out.extend(more.into_iter().filter(|(_, what)| !what.starts_with("emphasis")));
        title = text;
    }
    (title.split_whitespace().collect::<Vec<_>>().join(" "), left_out)
}

/// A title in the first of its languages, if a plugin such as qTranslate has put several into it:
/// `[:en]Choir[:fr]Chœur[:]`.
fn in_first_language(title: String) -> (String, LeftOut) {
    let mut parts = title.split("[:").skip(1).filter_map(|part| part.split_once(']'));
    let is_code =
        |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    let (Some((code, first)), true) = (parts.next(), title.starts_with("[:")) else {
        return (title, Vec::new());
    };
    if !is_code(code) {
        return (title, Vec::new());
    }
    let others = parts.filter(|(code, _)| is_code(code));
    let others = others.map(|(code, text)| {
        (1, format!("the title in another language ({code}) was left out: {text}"))
    });
    (first.to_owned(), others.collect())
}

/// Whether a text has entities or tags of HTML.
fn has_markup(text: &str) -> bool {
    let begins_tag =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c));
    let tag = text.split('<').skip(1).any(|rest| begins_tag(rest) && rest.contains('>'));
    let is_entity = |rest: &str| {
        let name = rest.split_once(';').map(|(name, _)| name.strip_prefix('#').unwrap_or(name));
        name.is_some_and(|name| {
            !name.is_empty()
                && name.len() < 32
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    };
    tag || text.split('&').skip(1).any(is_entity)
}

/// The id from the address of an item; empty if it has none. WordPress percent-encodes letters of other writing
/// systems, and truncates after 200 characters, possibly within a letter.
pub fn id(item: Element) -> String {
    let slug = child(item, "post_name").unwrap_or_default();
    let decoded = percent_decode_str(&slug).decode_utf8_lossy();
    id_of(&decoded.replace('\u{fffd}', ""))
}

/// The language of an item, as stored by Polylang or WPML.
pub fn language(item: Element) -> Option<String> {
    let of_polylang = categories(item, |domain| domain == "language").next();
    let of_polylang = of_polylang.and_then(|(slug, name)| {
        // A slug is usually the language code, but may have been changed to the name.
        let named = [slug, name].map(languages::tag_of);
        named.into_iter().find(|tag| is_language_tag(tag))
    });
    of_polylang.or_else(|| {
        let of_wpml = OF_LANGUAGE.iter().find_map(|key| field(item, key));
        of_wpml
            .map(|code| languages::tag_of(code.replace('_', "-")))
            .filter(|tag| is_language_tag(tag))
    })
}

/// The common key of the translations of an item.
pub fn translations(item: Element) -> Option<String> {
    let of_polylang =
        categories(item, |domain| domain == "post_translations").next().map(|(slug, _)| slug);
    of_polylang.or_else(|| field(item, OF_TRANSLATIONS)).filter(|group| !group.is_empty())
}

/// The categories, tags and other taxonomy terms of an item, without the default category.
pub fn subjects(item: Element) -> Vec<String> {
    const NONE: [&str; 8] = [
        "non-classe",
        "sem-categoria",
        "senza-categoria",
        "sin-categoria",
        "uncategorised",
        "uncategorized",
        "geen-categorie",
        "okategoriserade",
    ];
    // Taxonomies of WordPress and plugins that say nothing about the text.
    const OTHERS: [&str; 7] = [
        "author",
        "language",
        "post_format",
        "post_translations",
        "term_translations",
        "translation_priority",
        "wp_pattern_category",
    ];
    let all = categories(item, |domain| !OTHERS.contains(&domain));
    let named = all.filter(|(slug, _)| {
        // Polylang has one for each language: uncategorized-fr.
        !NONE.iter().any(|none| {
            slug == none || slug.rsplit_once('-').is_some_and(|(slug, _)| slug == *none)
        })
    });
    named.map(|(_, name)| html::read_line(&name, false).0).filter(|name| !name.is_empty()).collect()
}

/// The slugs and names of an item's terms in these taxonomies.
fn categories<'a>(
    item: Element<'a, 'a>,
    of: impl Fn(&str) -> bool + 'a,
) -> impl Iterator<Item = (String, String)> + 'a {
    let all = item.children().filter(|node| node.has_tag_name("category"));
    let all = all.filter(move |node| of(node.attribute("domain").unwrap_or_default()));
    all.map(|node| {
        let slug = node.attribute("nicename").unwrap_or_default();
        (slug.to_owned(), node.text().unwrap_or_default().trim().to_owned())
    })
}

/// The value of a field of an item.
pub fn field(item: Element, key: &str) -> Option<String> {
    let mut fields = item.children().filter(|node| node.tag_name().name() == "postmeta");
    let field = fields.find(|node| child(*node, "meta_key").is_some_and(|of| of == key))?;
    child(field, "meta_value").filter(|value| !value.is_empty())
}

/// What people wrote in an item outside of its text.
pub fn beside_the_text(item: Element) -> Vec<String> {
    let mut texts = Vec::new();
    let mut comments = 0;
    for node in item.children() {
        let (tag, text) = (node.tag_name(), node.text().unwrap_or_default().trim());
        match tag.name() {
            "encoded" if tag.namespace() != Some(CONTENT) && !text.is_empty() => {
                texts.push(format!("the excerpt: {text}"));
            }
            "postmeta" => {
                let key = child(node, "meta_key").unwrap_or_default();
                let value = child(node, "meta_value").unwrap_or_default();
                let read = key == OF_FOOTNOTES || OF_LANGUAGE.contains(&&*key);
                // Names that begin this way are WordPress’s own.
                if !key.starts_with('_') && !value.is_empty() && !read {
                    texts.push(format!("the field “{key}”: {value}"));
                }
            }
            "comment" => comments += 1,
            _ => {}
        }
    }
    texts.extend((comments > 0).then(|| counted(comments, "comment")));
    texts
}
