//! The template of every page: index.html, as Trunk wrote it, taken apart.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::ClientError;
use super::theme::{Theme, ThemeError};

/// The parts of index.html that all pages share. None of them depends on the base of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Template {
    /// From the doctype to just before the title.
    pub start: String,
    /// From just after the title to the end of the head, without what starts the program.
    pub head: String,
    /// The scripts in that head.
    pub scripts: Vec<String>,
    /// The styles in that head.
    pub style: String,
    /// The part of the styles that sets the colours of the collection.
    pub theme_style: String,
    /// From the end of the head to the element that contains the page.
    pub top: String,
    /// What follows that element.
    pub foot: String,
    /// The script that wasm-bindgen wrote.
    pub script: Asset,
    /// The WebAssembly.
    pub program: Asset,
    /// The colours of the styles.
    pub theme: Theme,
}

/// A file whose digest browsers check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asset {
    /// Its path below the base.
    pub path: String,
    /// Its digest, in the form of [Subresource Integrity](https://www.w3.org/TR/SRI/).
    pub integrity: String,
}

impl Template {
    /// Takes index.html apart.
    ///
    /// # Errors
    /// When a part is missing that Trunk or index.html is expected to provide.
    pub(super) fn read(html: &str) -> Result<Template, ClientError> {
        let (start, rest) = split(html, "<title>")?;
        let (_, rest) = split(rest, "</title>")?;
        let (head, rest) = split(rest, "</head>")?;
        let (top, rest) = split(rest, "<div id=\"app\">")?;
        let (_, foot) = split(rest, "</main>\n    </div>")?;

        let (head, bases) = taken(head, "<base", ">");
        let base = attribute(bases.first().ok_or(ClientError::Missing("base"))?, "href")?;
        let (head, styles) = taken(&head, "<style>", "</style>");
        let (head, loaders) = taken(&head, "<script type=\"module\">", "</script>");
        if loaders.is_empty() {
            return Err(ClientError::Missing("loader"));
        }
        let (head, preloads) = taken(&head, "<link rel=\"preload\"", ">");
        let (head, modules) = taken(&head, "<link rel=\"modulepreload\"", ">");
        let module = modules.first().ok_or(ClientError::Missing("modulepreload"))?;
        let wasm = preloads.iter().find(|tag| tag.contains(".wasm"));
        let wasm = wasm.ok_or(ClientError::Missing("preload"))?;

        let style = styles.concat();
        let theme = Theme::read(&style)?;
        let theme_style = styles.into_iter().find(|style| style.contains("--paper:"));
        let mut rest = head.trim().to_owned();
        for preload in preloads.iter().filter(|tag| tag.contains("as=\"font\"")) {
            let _ = write!(rest, "\n    <link rel=\"preload\"{preload}>");
        }
        let _ = write!(rest, "\n    <style>{style}</style>");
        let (_, scripts) = taken(&rest, "<script>", "</script>");
        Ok(Template {
            start: start.trim_end().to_owned(),
            head: rest,
            scripts,
            style,
            theme_style: theme_style.unwrap_or_default(),
            top: top.to_owned(),
            foot: foot.trim().to_owned(),
            script: asset(module, base)?,
            program: asset(wasm, base)?,
            theme,
        })
    }

    /// Replaces the part of the styles that sets the colours.
    ///
    /// # Errors
    /// When the text would end the element that it becomes part of, or a colour has a problem.
    pub(super) fn set_theme(&mut self, css: &str) -> Result<(), ThemeError> {
        if css.to_ascii_lowercase().contains("</style") {
            return Err(ThemeError::EndsStyle);
        }
        // As browsers read it: the digest in the policy is of what they have read.
        let css = css.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
        let style = self.style.replacen(&self.theme_style, &css, 1);
        self.theme = Theme::read(&style)?;
        self.head = self.head.replacen(&self.style, &style, 1);
        (self.style, self.theme_style) = (style, css);
        Ok(())
    }
}

fn asset(tag: &str, base: &str) -> Result<Asset, ClientError> {
    let path = attribute(tag, "href")?;
    Ok(Asset {
        path: path.strip_prefix(base).unwrap_or(path).to_owned(),
        integrity: attribute(tag, "integrity")?.to_owned(),
    })
}

fn split<'a>(text: &'a str, at: &'static str) -> Result<(&'a str, &'a str), ClientError> {
    text.split_once(at).ok_or(ClientError::Missing(at))
}

/// A text without the parts between two marks, and the content of those parts.
fn taken(text: &str, start: &str, end: &str) -> (String, Vec<String>) {
    let (mut rest, mut kept, mut parts) = (text, String::new(), Vec::new());
    while let Some((before, after)) = rest.split_once(start) {
        let Some((part, after)) = after.split_once(end) else { break };
        kept += before.trim_end_matches(' ');
        parts.push(part.to_owned());
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    (kept + rest, parts)
}

fn attribute<'a>(tag: &'a str, name: &'static str) -> Result<&'a str, ClientError> {
    let (_, rest) = tag.split_once(&format!("{name}=\"")).ok_or(ClientError::Missing(name))?;
    Ok(split(rest, "\"")?.0)
}
