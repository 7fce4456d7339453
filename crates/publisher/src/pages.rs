//! The pages of the site, and the files that go with each.

use solidarity_core::address::{Page, View, files};
use solidarity_core::citation::Citation;
use solidarity_core::collection::{Collection, Message};
use solidarity_core::selection::at_first;
use solidarity_core::titles::opening;

use crate::data::parts_of;
use crate::error::PublishError;
use crate::file::{File, file_of};
use crate::frame::Frame;
use crate::painter::{Painter, Preview};
use crate::renderer::{Rendered, Renderer};
use crate::{head, offline, qr};

/// What the pages of a site share.
pub struct Pages<'a> {
    pub frame: &'a Frame<'a>,
    pub renderer: &'a Renderer<'a>,
    pub painter: &'a dyn Painter,
}

impl Pages<'_> {
    /// The page at a path below the base of the site.
    pub fn page(&self, path: &str) -> File {
        let Rendered { page, view, html } = self.renderer.render(path);
        let url = self.frame.url();
        let (titles, has_previews) = (self.renderer.titles, self.painter.has_previews());
        let head = head::Head { titles, page: &page, view: &view, url, has_previews };
        let texts = parts_of(shown(titles.collection, &page, &view));
        File::new(file_of(path), self.frame.page(&head.html(), path, &texts, &html))
    }

    /// The page of a message, and the files that go with it.
    pub fn of_message(&self, message: &Message) -> Result<Vec<File>, PublishError> {
        let titles = self.renderer.titles;
        let path = Page::of(message).path();
        let url = self.frame.url().map(|url| format!("{url}{path}"));
        let citation = Citation::of(titles, message, url.clone());
        let file = |name: &str, content: String| File::new(format!("{path}{name}"), content);
        let mut files = vec![
            self.page(&path),
            file("cite.bib", citation.bibtex()),
            file("cite.ris", citation.ris()),
            file("cite.json", citation.csl_json()),
        ];
        if self.painter.has_previews() {
            let preview = Preview {
                place: &titles.places(message),
                headline: &titles.senders(message),
                line: &opening(message),
                occasion: &titles.whole_title(),
            };
            let bytes = self
                .painter
                .preview_of(Some(&message.id), &preview)
                .map_err(|source| PublishError::Paint { page: message.id.clone(), source })?;
            files.push(File { path: format!("{path}preview.png"), bytes });
        }
        if let Some(url) = url {
            files.push(file("qr.svg", qr::svg(&url)?));
        }
        Ok(files)
    }

    /// The page that hosts send for addresses without a file. Once it runs, the program shows what
    /// the address asks for.
    pub fn not_found(&self) -> File {
        let head = head::not_found(self.renderer.titles);
        let html = self.renderer.render(files::NOT_FOUND).html;
        File::new(files::NOT_FOUND, self.frame.not_found(&head, &html))
    }

    /// All messages one after another.
    pub fn booklet(&self) -> File {
        let head = head::booklet(self.renderer.titles, files::BOOKLET, self.frame.url());
        let html = self.renderer.booklet();
        File::new(file_of(files::BOOKLET), self.frame.still_page(&head, files::BOOKLET, &html))
    }

    /// The page shown offline in place of one that was not stored.
    pub fn offline(&self) -> File {
        let head = head::offline(self.renderer.titles);
        let html = self.renderer.offline();
        File::new(offline::FILE, self.frame.still_page(&head, offline::FILE, &html))
    }

    /// The preview picture of the site as a whole.
    pub fn preview_of_all(&self) -> Result<File, PublishError> {
        let titles = self.renderer.titles;
        let Collection { title, subtitle, .. } = titles.collection;
        let preview = Preview {
            place: &titles.occasion(),
            headline: title,
            line: subtitle.as_deref().unwrap_or_default(),
            occasion: &titles.totals(),
        };
        let bytes = self
            .painter
            .preview_of(None, &preview)
            .map_err(|source| PublishError::Paint { page: "the home page".into(), source })?;
        Ok(File { path: "preview.png".into(), bytes })
    }
}

/// The messages whose texts a page shows, by their indices.
pub fn shown(collection: &Collection, page: &Page, view: &View) -> Vec<usize> {
    match page {
        Page::Grid => at_first(collection, view.grouping),
        Page::Message(id) => collection.find(id).map(|(at, _)| at).into_iter().collect(),
        Page::About | Page::Unknown(_) => Vec::new(),
    }
}
