//! The frame of every page of a site: the template, with the base of its links and what starts the
//! program.

use std::iter;

use quick_xml::Reader;
use quick_xml::events::Event;
use solidarity_core::address::files;
use solidarity_core::handover::{COMMENT, ELEMENT, Handover, PageShape, Parts, TEXT};

use crate::address::SiteAddress;
use crate::client::{Asset, Palette, Template, Theme};
use crate::data::Names;
use crate::digest::{digest, integrity};
use crate::markup::escaped;

/// Starts the program and checks its digest. Trunk's own loader cannot check it: browsers ignore
/// the integrity of a preload that `fetch` uses.
const LOADER: &str = include_str!("loader.js");

/// What all pages of a site share.
#[derive(Debug)]
pub struct Frame<'a> {
    template: &'a Template,
    /// What starts the program.
    loader: String,
    policy: String,
    address: Option<SiteAddress>,
    /// The messages file, or the list of messages.
    messages: String,
    parts: Option<Parts>,
    /// What the browser checks the data by.
    integrity: String,
    /// The same for each part of the texts.
    of_texts: Vec<String>,
    build: String,
}

impl<'a> Frame<'a> {
    /// The frame of a site, with its address if it has one.
    pub fn new(
        template: &'a Template,
        address: Option<SiteAddress>,
        Names { messages, parts, integrity, texts: of_texts }: Names,
    ) -> Frame<'a> {
        let Template { script, program, scripts, style, .. } = template;
        // A module is named by an address or a path, which a bare file name is not.
        let at = |asset: &Asset| format!("./{}", asset.path);
        let loader = LOADER
            .replace("{script}", &at(script))
            .replace("{script-integrity}", &script.integrity)
            .replace("{program}", &at(program))
            .replace("{program-integrity}", &program.integrity)
            .trim()
            .to_owned();
        let policy = policy(scripts.iter().chain([&loader]), style);
        let url = address.as_ref().map(SiteAddress::as_str).unwrap_or_default();
        let build = digest(format!("{url} {policy} {integrity}").as_bytes());
        Frame { template, loader, policy, address, messages, parts, integrity, of_texts, build }
    }

    /// A page with its own part of the head and its content. `path` is its path below the base;
    /// `texts` are the parts of a divided collection's texts that it shows.
    pub fn page(&self, head: &str, path: &str, texts: &[usize], content: &str) -> String {
        self.page_at(&home_from(path), head, path, texts, content)
    }

    /// The page that hosts send for addresses without a file. It is shown at any depth, so it alone
    /// has to name the folder of the site.
    pub fn not_found(&self, head: &str, content: &str) -> String {
        self.page_at(self.folder(), head, files::NOT_FOUND, &[], content)
    }

    fn page_at(
        &self,
        base: &str,
        head: &str,
        path: &str,
        texts: &[usize],
        content: &str,
    ) -> String {
        let handover = Handover {
            messages: self.messages.clone(),
            page: path.to_owned(),
            shape: shape(content),
            parts: self.parts.clone(),
            texts: texts.to_vec(),
            url: self.url().map(str::to_owned),
        };
        let attributes = handover.attributes().into_iter();
        let attributes = attributes.map(|(name, value)| format!(" {name}=\"{}\"", escaped(&value)));
        let attributes: String = attributes.collect();
        let of_texts = texts.iter().filter_map(|part| self.of_texts.get(*part)).map(String::as_str);
        let integrity: Vec<_> = iter::once(self.integrity.as_str()).chain(of_texts).collect();
        let attributes = format!(" data-integrity=\"{}\"{attributes}", integrity.join(" "));
        let loader = format!("<script>{}</script>", self.loader);
        self.whole(base, head, &loader, &attributes, content)
    }

    /// A page that is complete without the program, at a path below the base.
    pub fn still_page(&self, head: &str, path: &str, content: &str) -> String {
        self.whole(&home_from(path), head, "", "", content)
    }

    fn whole(
        &self,
        base: &str,
        head: &str,
        loader: &str,
        attributes: &str,
        content: &str,
    ) -> String {
        let Frame { template, policy, build, .. } = self;
        let Template { start, head: rest, top, foot, theme: Theme { light, dark }, .. } = template;
        // The colour of the browser's own frame around the page.
        let colour = |scheme: &str, Palette { paper, .. }: &Palette| {
            format!(
                "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" \
                 content=\"{paper}\">"
            )
        };
        let (light, dark) = (colour("light", light), colour("dark", dark));
        // Anything with an address comes after the base that it is relative to.
        format!(
            "{start}\n    <base href=\"{base}\">\n    <meta http-equiv=\"Content-Security-Policy\" \
             content=\"{policy}\">\n    {light}\n    {dark}\n    {head}\n    {rest}\n    {loader}\n  \
             </head>{top}<div id=\"{ELEMENT}\" data-build=\"{build}\"{attributes}>{content}</div>\n    {foot}\n"
        )
    }

    /// The folder of the site on its host, with a slash at both ends. Without an address it is
    /// taken to be the whole host.
    pub fn folder(&self) -> &str {
        self.address.as_ref().map_or("/", SiteAddress::folder)
    }

    /// The full address of the site.
    pub fn url(&self) -> Option<&str> {
        self.address.as_ref().map(SiteAddress::as_str)
    }

    /// The files of a divided collection, beside the list of its messages.
    pub fn parts(&self) -> Option<&Parts> {
        self.parts.as_ref()
    }

    /// What every page carries, so that the service worker keeps no page of another build or another
    /// site: a digest of the address, the program, the looks and the data.
    pub fn build(&self) -> &str {
        &self.build
    }

    /// The Content-Security-Policy of every page, in the form that a meta element allows.
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// The files that every visit needs and whose names include a digest of their content: script,
    /// program and messages.
    pub fn hashed_files(&self) -> [&str; 3] {
        [&self.template.script.path, &self.template.program.path, &self.messages]
    }

    /// The files that are fetched on demand: the parts of a divided collection, with a star for
    /// everything in the folder of the texts.
    pub fn hashed_parts(&self) -> Vec<String> {
        let files = |Parts { index, order, texts }: &Parts| {
            [index.clone(), order.clone(), format!("{texts}*")]
        };
        self.parts.iter().flat_map(files).collect()
    }
}

/// The relative address of the home page from the page at a path below it.
fn home_from(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// Allows nothing from elsewhere, and no inline script or style but the frame's own, by their
/// digests.
fn policy<'a>(scripts: impl Iterator<Item = &'a String>, style: &str) -> String {
    let source = |text: &str| format!("'{}'", integrity(text.as_bytes()));
    let scripts: Vec<_> = scripts.map(|script| source(script)).collect();
    format!(
        "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; connect-src 'self'; \
         style-src {}; img-src 'self' data:; font-src 'self'; manifest-src 'self'; \
         worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'",
        scripts.join(" "),
        source(style),
    )
}

/// The shape of part of a page, as a browser sees it. What this crate writes can be read as XML, except that Leptos
/// leaves a comment without content as `<!>`, and that not every element is closed. A reader of HTML would be a
/// tenth of the program that publishes in a browser.
fn shape(html: &str) -> PageShape {
    let html = html.replace("<!>", "<!---->");
    let mut reader = Reader::from_str(&html);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    let mut shape = PageShape::EMPTY;
    let mut in_text = false;
    // Nothing fails: the text is in memory, and was written by this crate.
    while let Ok(event) = reader.read_event() {
        let is_text = matches!(event, Event::Text(_) | Event::GeneralRef(_));
        match &event {
            // A text may come in several pieces, but is one node.
            Event::Text(_) | Event::GeneralRef(_) if !in_text => shape.add(TEXT),
            Event::Comment(_) => shape.add(COMMENT),
            Event::Start(tag) | Event::Empty(tag) => shape.add(tag.name().into_inner()),
            Event::Eof => break,
            _ => {}
        }
        in_text = is_text;
    }
    shape
}
