//! The frame of every page: what Trunk made of index.html, with its loader replaced by ours.

use std::fmt::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use html5gum::{Token, Tokenizer};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::markup::escaped;
use crate::page_shape::{COMMENT, PageShape, TEXT};
use crate::site::Parts;

use super::theme::{Palette, Theme, ThemeError};

/// Starts the program, and checks its digest on the way. Trunk's own loader cannot: browsers ignore
/// the integrity of a preload that `fetch` takes up.
const LOADER: &str = include_str!("../loader.js");

/// index.html is not as expected.
#[derive(Debug, Error, PartialEq)]
pub enum FrameError {
    /// A part of it is missing.
    #[error("index.html, as Trunk wrote it, has no {0}")]
    Missing(&'static str),
    /// The colours in its styles are not in order.
    #[error(transparent)]
    Theme(#[from] ThemeError),
}

/// The parts of index.html that all pages share.
#[derive(Debug)]
pub struct Frame {
    /// From the doctype to before the title.
    start: String,
    /// From behind the title to the end of the head, without what starts the program.
    head: String,
    /// What starts the program.
    starter: String,
    /// From the end of the head to the element that holds the application.
    top: String,
    /// What follows the element that holds the application.
    foot: String,
    theme: Theme,
    policy: String,
    program: [String; 2],
    data: String,
    parts: Option<Parts>,
}

impl Frame {
    /// Takes index.html apart. `base` is the path of the site, `data` the file of messages, `parts` what
    /// goes with a large one.
    ///
    /// # Errors
    /// When a part is missing that Trunk or index.html has always had.
    pub fn read(
        html: &str,
        base: &str,
        data: &str,
        parts: Option<&Parts>,
    ) -> Result<Frame, FrameError> {
        let (start, rest) = split(html, "<title>")?;
        let (_, rest) = split(rest, "</title>")?;
        let (head, rest) = split(rest, "</head>")?;
        let (top, rest) = split(rest, "<div id=\"app\">")?;
        let (_, foot) = split(rest, "</main>\n    </div>")?;

        let (head, bases) = taken(head, "<base", ">");
        let base_tag = bases.first().ok_or(FrameError::Missing("base"))?;
        let (head, styles) = taken(&head, "<style>", "</style>");
        let (head, scripts) = taken(&head, "<script type=\"module\">", "</script>");
        if scripts.is_empty() {
            return Err(FrameError::Missing("loader"));
        }
        let (head, preloads) = taken(&head, "<link rel=\"preload\"", ">");
        let (head, modules) = taken(&head, "<link rel=\"modulepreload\"", ">");
        let module = modules.first().ok_or(FrameError::Missing("modulepreload"))?;
        let wasm = preloads
            .iter()
            .find(|tag| tag.contains(".wasm"))
            .ok_or(FrameError::Missing("preload"))?;
        let script = attribute(module, "href")?;
        let program = attribute(wasm, "href")?;
        let loader = LOADER
            .replace("{script}", script)
            .replace("{script-integrity}", attribute(module, "integrity")?)
            .replace("{program}", program)
            .replace("{program-integrity}", attribute(wasm, "integrity")?)
            .trim()
            .to_owned();

        let style = styles.concat();
        let theme = Theme::read(&style)?;
        let mut rest = head.trim().to_owned();
        for preload in preloads.iter().filter(|tag| tag.contains("as=\"font\"")) {
            let _ = write!(rest, "\n    <link rel=\"preload\"{preload}>");
        }
        let _ = write!(rest, "\n    <style>{style}</style>");
        let starter = format!("<script>{loader}</script>");
        let (_, mut inline) = taken(&rest, "<script>", "</script>");
        inline.push(loader);
        let policy = policy(&inline, &style);
        let name = |path: &str| path.strip_prefix(base).unwrap_or(path).to_owned();
        Ok(Frame {
            // Whatever has an address comes after what it is relative to.
            start: format!("{}\n    <base{base_tag}>", start.trim_end()),
            head: rest,
            starter,
            top: top.to_owned(),
            foot: foot.trim().to_owned(),
            theme,
            policy,
            program: [name(script), name(program)],
            data: data.to_owned(),
            parts: parts.cloned(),
        })
    }

    /// A page: its own part of the head, and its content. `path` is its path below the base; `url`
    /// the address of the site; `texts` the parts of the texts that it shows, of a large collection.
    pub fn page(
        &self,
        head: &str,
        path: &str,
        url: Option<&str>,
        texts: &[usize],
        content: &str,
    ) -> String {
        let Frame { starter, data, .. } = self;
        let mut attributes = format!(
            " data-messages=\"{data}\" data-page=\"{}\" data-shape=\"{}\"",
            escaped(path),
            shape(content).written(),
        );
        if let Some(Parts { index, order, texts: folder }) = &self.parts {
            let texts: Vec<_> = texts.iter().map(usize::to_string).collect();
            attributes += &format!(" data-parts=\"{index} {order} {folder}\"");
            attributes += &format!(" data-texts=\"{}\"", texts.join(" "));
        }
        if let Some(url) = url {
            attributes += &format!(" data-url=\"{}\"", escaped(url));
        }
        self.whole(head, starter, &attributes, content)
    }

    /// A page that is whole without the program.
    pub fn still_page(&self, head: &str, content: &str) -> String {
        self.whole(head, "", "", content)
    }

    fn whole(&self, head: &str, starter: &str, attributes: &str, content: &str) -> String {
        let Frame { start, head: rest, top, foot, policy, theme, .. } = self;
        // The colour that browsers put around the page.
        let colour = |scheme: &str, palette: &Palette| {
            let paper = &palette.paper;
            format!(
                "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" \
                 content=\"{paper}\">"
            )
        };
        let (light, dark) = (colour("light", &theme.light), colour("dark", &theme.dark));
        format!(
            "{start}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n    \
             {light}\n    {dark}\n    {head}\n    {rest}\n    {starter}\n  </head>{top}\
             <div id=\"app\"{attributes}>{content}</div>\n    {foot}\n"
        )
    }

    /// The colours of the site.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The Content-Security-Policy of every page, as a meta element can have it.
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// The files whose names have the digest of what they hold, and that every visit needs: script,
    /// program and data.
    pub fn hashed_files(&self) -> [&str; 3] {
        let [script, program] = &self.program;
        [script, program, &self.data]
    }

    /// Those that are fetched when they are asked for: the parts of a large collection, with a star for
    /// whatever is in the folder of the texts.
    pub fn hashed_parts(&self) -> Vec<String> {
        let parts = self.parts.as_ref();
        let files = |Parts { index, order, texts }: &Parts| {
            [index.clone(), order.clone(), format!("{texts}*")]
        };
        parts.map(files).into_iter().flatten().collect()
    }
}

/// Nothing from elsewhere, and no inline script or style but those of the frame, by their digests.
fn policy(scripts: &[String], style: &str) -> String {
    let digest = |text: &str| {
        format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
    };
    let scripts: Vec<_> = scripts.iter().map(|script| digest(script)).collect();
    format!(
        "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; connect-src 'self'; \
         style-src {}; img-src 'self' data:; font-src 'self'; manifest-src 'self'; \
         worker-src 'self'; base-uri 'self'; form-action 'self'",
        scripts.join(" "),
        digest(style),
    )
}

/// The shape of a part of a page, as a browser reads it.
fn shape(html: &str) -> PageShape {
    let mut shape = PageShape::EMPTY;
    let mut in_text = false;
    for Ok(token) in Tokenizer::new(html) {
        let name = match &token {
            // A text may come in pieces, and is one node.
            Token::String(_) if in_text => continue,
            Token::String(_) => TEXT,
            Token::Comment(_) => COMMENT,
            Token::StartTag(tag) => std::str::from_utf8(&tag.name).unwrap_or_default(),
            Token::Error(_) => continue,
            Token::EndTag(_) | Token::Doctype(_) => "",
        };
        in_text = name == TEXT;
        if !name.is_empty() {
            shape.add(name);
        }
    }
    shape
}

fn split<'a>(text: &'a str, at: &'static str) -> Result<(&'a str, &'a str), FrameError> {
    text.split_once(at).ok_or(FrameError::Missing(at))
}

/// A text without the parts between two marks, and what was in those parts.
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

fn attribute<'a>(tag: &'a str, name: &'static str) -> Result<&'a str, FrameError> {
    let (_, rest) = tag.split_once(&format!("{name}=\"")).ok_or(FrameError::Missing(name))?;
    Ok(split(rest, "\"")?.0)
}
