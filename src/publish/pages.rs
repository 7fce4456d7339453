//! The pages of the site, and the files that go with each.

use std::path::Path;

use super::frame::Frame;
use super::page::{Rendered, Renderer};
use super::parts::parts_of;
use super::pictures::Pictures;
use super::{Preview, PublishError, file_of, head, offline, qr, write};
use crate::app::NOT_FOUND;
use crate::citation::Citation;
use crate::collection::{Collection, Message};
use crate::labels::opening;
use crate::selection::at_first;
use crate::site::BOOKLET;
use crate::view_state::{Page, View};

/// What the pages of a site have in common.
pub(super) struct Pages<'a> {
    pub folder: &'a Path,
    pub frame: &'a Frame,
    pub renderer: &'a Renderer<'a>,
    pub url: Option<&'a str>,
}

impl Pages<'_> {
    /// Writes the page at a path below the base of the site.
    pub fn write(&self, path: &str) -> Result<(), PublishError> {
        let Rendered { page, view, html } = self.renderer.render(path);
        let head =
            head::Head { labels: self.renderer.labels, page: &page, view: &view, url: self.url };
        let texts = parts_of(self.shown(&page, &view));
        let html = self.frame.page(&head.html(), path, self.url, &texts, &html);
        write(self.folder, &file_of(path), html)
    }

    /// The messages whose texts a page shows.
    fn shown(&self, page: &Page, view: &View) -> Vec<usize> {
        let collection = self.renderer.labels.collection;
        match page {
            Page::Grid => at_first(collection, view.grouping),
            Page::Message(id) => collection.find(id).map(|(at, _)| at).into_iter().collect(),
            Page::About | Page::Unknown(_) => Vec::new(),
        }
    }

    /// Writes the page of a message, and all that goes with it.
    pub fn write_message(
        &self,
        pictures: &Pictures,
        message: &Message,
    ) -> Result<(), PublishError> {
        let Pages { folder, renderer: Renderer { labels, .. }, .. } = self;
        let path = Page::of(message).path();
        self.write(&path)?;
        let url = self.url.map(|url| format!("{url}{path}"));
        let citation = Citation::of(*labels, message, url.clone());
        let file = |name: &str| format!("{path}{name}");
        write(folder, &file("cite.bib"), citation.bibtex())?;
        write(folder, &file("cite.ris"), citation.ris())?;
        write(folder, &file("cite.json"), citation.csl_json())?;
        write(folder, &file("preview.png"), self.preview_of(pictures, message)?)?;
        match url {
            Some(url) => write(folder, &file("qr.svg"), qr::svg(&url)?),
            None => Ok(()),
        }
    }

    /// Writes the page that hosts send for an address without a file. The program, once there,
    /// shows what the address asks for.
    pub fn write_not_found(&self) -> Result<(), PublishError> {
        let labels = self.renderer.labels;
        let html = self.frame.page(
            &head::not_found(labels),
            NOT_FOUND,
            self.url,
            &[],
            &self.renderer.not_found(),
        );
        write(self.folder, NOT_FOUND, html)
    }

    pub fn write_booklet(&self) -> Result<(), PublishError> {
        let head = head::booklet(self.renderer.labels, BOOKLET, self.url);
        let html = self.frame.still_page(&head, &self.renderer.booklet());
        write(self.folder, &file_of(BOOKLET), html)
    }

    /// Writes what is said offline in place of a page that is not kept.
    pub fn write_offline(&self) -> Result<(), PublishError> {
        let head = head::offline(self.renderer.labels);
        let html = self.frame.still_page(&head, &self.renderer.offline());
        write(self.folder, offline::FILE, html)
    }

    pub fn preview_of_all(&self, pictures: &Pictures) -> Result<Vec<u8>, PublishError> {
        let labels = self.renderer.labels;
        let Collection { title, subtitle, .. } = labels.collection;
        let preview = Preview {
            place: &labels.occasion(),
            headline: title,
            line: subtitle.as_deref().unwrap_or_default(),
            occasion: &labels.totals(),
        };
        pictures.preview(&preview, "/")
    }

    fn preview_of(&self, pictures: &Pictures, message: &Message) -> Result<Vec<u8>, PublishError> {
        let labels = self.renderer.labels;
        let preview = Preview {
            place: &labels.places(message),
            headline: &labels.senders(message),
            line: &opening(message),
            occasion: &labels.whole_title(),
        };
        pictures.preview(&preview, &message.id)
    }
}
