//! Publishing: what is checked before anything is written, and the order of the files.

use std::time::SystemTime;

use solidarity_atlas::state::Published;
use solidarity_core::address::{Grouping, Page, View, files};
use solidarity_core::collection::characters::{shown_in_json, unshown_in_json};
use solidarity_core::collection::{Collection, Problem};
use solidarity_core::titles::Titles;

use crate::address::SiteAddress;
use crate::client::Client;
use crate::data::{Data, TEXTS_INTEGRITY};
use crate::error::PublishError;
use crate::file::File;
use crate::frame::Frame;
use crate::pages::Pages;
use crate::painter::Painter;
use crate::renderer::Renderer;
use crate::service_worker::{Content, Kept};
use crate::{feed, headers, local, manifest, offline, qr, sitemap};

/// What a site is made from, besides the client.
pub struct Input<'a> {
    /// The text of the file of messages.
    pub text: &'a str,
    /// The collection in that file, as `parse` reads it.
    pub collection: Collection,
    /// The problems of the messages that are left out.
    pub problems: Vec<Problem>,
    /// The full address of the home page. It takes precedence over the one in the collection.
    pub url: Option<&'a str>,
    /// When the messages were last written: the feed's date for messages whose occasion has none.
    pub written: SystemTime,
    /// What paints the pictures.
    pub painter: &'a dyn Painter,
}

/// What was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many pages there are.
    pub pages: usize,
    /// Whether an address was set. Without one, whatever needs full addresses is left out: sitemap,
    /// feed, QR codes, canonical links, and pictures in chat applications.
    pub has_address: bool,
}

/// Receives the files of a site, one by one.
type Emit<'a> = dyn FnMut(File) -> Result<(), Box<dyn std::error::Error + Send + Sync>> + 'a;

/// Publishes a site: hands out all of its files, including those of the client.
///
/// The collection is never freed, because components hold it for as long as the program runs. To
/// publish repeatedly in a browser, use a Worker that ends.
///
/// # Errors
/// Before the first file if anything is wrong with the input; after that only if a picture cannot
/// be painted, or `emit` refuses a file.
pub fn publish(
    input: Input<'_>,
    client: &Client,
    emit: &mut Emit<'_>,
) -> Result<Report, PublishError> {
    let painter = input.painter;
    let publication = Publication::new(input, client)?;
    publication.common(painter, emit)?;
    for at in 0..publication.messages() {
        for file in publication.of_message(painter, at)? {
            emit(file).map_err(PublishError::Emit)?;
        }
    }
    Ok(publication.report())
}

/// A site that has passed every check that can refuse it.
pub struct Publication<'a> {
    client: &'a Client,
    frame: Frame<'a>,
    titles: Titles,
    problems: Vec<Problem>,
    data: Vec<File>,
    /// The program, as it works without a host.
    local: Vec<File>,
    written: SystemTime,
}

impl<'a> Publication<'a> {
    /// Checks the input.
    ///
    /// # Errors
    /// When the site address is invalid, the logo is missing, an address is too long for a QR code,
    /// or the client is not as it should be.
    pub fn new(input: Input<'_>, client: &'a Client) -> Result<Publication<'a>, PublishError> {
        let Input { text, collection, problems, url, written, .. } = input;
        let address = check_particulars(&collection, url, client)?;
        // Those who download the file have no use for characters that cannot be shown, either.
        let text = shown_in_json(text, &unshown_in_json(text));
        let Data { names, collection, problems, files: mut data } =
            Data::new(&text, collection, problems).map_err(PublishError::List)?;
        data.push(File::new(files::MESSAGES, text.into_owned()));
        let collection: &'static Collection = Box::leak(Box::new(collection));
        let titles = Titles::new(collection);
        let local = local::program(client.page_template(), client.files())?;
        let frame = Frame::new(client.page_template(), address, names);
        Ok(Publication { client, frame, titles, problems, data, local, written })
    }

    /// The number of messages.
    pub fn messages(&self) -> usize {
        self.titles.collection.messages.len()
    }

    /// The files of one message: its page, citations and pictures.
    ///
    /// # Errors
    /// When the picture cannot be painted.
    pub fn of_message(&self, painter: &dyn Painter, at: usize) -> Result<Vec<File>, PublishError> {
        let message = self.titles.collection.messages.get(at);
        self.pages(painter, |pages| message.map(|message| pages.of_message(message)))
            .unwrap_or_else(|| Ok(Vec::new()))
    }

    /// Hands out the files that do not belong to one message.
    ///
    /// # Errors
    /// When a picture cannot be painted, or `emit` refuses a file.
    pub fn common(&self, painter: &dyn Painter, emit: &mut Emit<'_>) -> Result<(), PublishError> {
        let mut emit = |file| emit(file).map_err(PublishError::Emit);
        let Publication { client, frame, titles, data, local, .. } = self;
        for (path, bytes) in client.files() {
            emit(File::new(path, bytes.clone()))?;
        }
        for file in local.iter().chain(data) {
            emit(file.clone())?;
        }
        // The one in readable form is only for download, and without a host nothing is checked.
        let is_read = |path: &str| path != files::MESSAGES && !path.ends_with(TEXTS_INTEGRITY);
        for file in data.iter().filter(|file| is_read(&file.path)) {
            emit(local::copy_of(&file.path, &file.bytes))?;
        }
        let mut kept = Kept::default();
        self.pages(painter, |pages| {
            for path in of_the_whole() {
                let file = pages.page(&path);
                kept.page(&path, &file);
                emit(file)?;
            }
            let (not_found, offline, booklet) =
                (pages.not_found(), pages.offline(), pages.booklet());
            kept.page(files::NOT_FOUND, &not_found);
            kept.page(offline::FILE, &offline);
            kept.booklet(&booklet);
            for file in [not_found, offline, booklet] {
                emit(file)?;
            }
            if painter.has_previews() { emit(pages.preview_of_all()?) } else { Ok(()) }
        })?;
        for (name, side) in manifest::ICONS {
            let error = |source| PublishError::Paint { page: name.into(), source };
            emit(File::new(name, painter.icon(side).map_err(error)?))?;
        }
        let paper = &client.theme().light.paper;
        emit(File::new(manifest::FILE, manifest::manifest(*titles, paper)))?;
        emit(File::new("robots.txt", sitemap::robots(frame.url())))?;
        if let Some(url) = frame.url() {
            let mut paths = self.paths();
            paths.push(files::BOOKLET.to_owned());
            emit(File::new("sitemap.xml", sitemap::sitemap(url, &paths)))?;
            for (name, feed) in feed::feed(*titles, url, &self.written)? {
                emit(File::new(name, feed))?;
            }
        }
        let hashed = frame.hashed_files().into_iter().map(str::to_owned);
        let hashed: Vec<_> = hashed.chain(frame.hashed_parts()).collect();
        emit(File::new("_headers", headers::headers(frame.folder(), frame.policy(), &hashed)))?;
        let collection = titles.collection;
        emit(kept.script(frame, &Content { client: client.files(), data, collection }))
    }

    /// What was published, once all files have been handed out.
    pub fn report(&self) -> Report {
        Report { pages: self.paths().len(), has_address: self.frame.url().is_some() }
    }

    /// The folder of the site on its host, with a slash at both ends, as far as its address says. Two
    /// files depend on it: 404.html and _headers.
    pub fn folder(&self) -> &str {
        self.frame.folder()
    }

    /// The paths of the pages in the sitemap, except the booklet.
    fn paths(&self) -> Vec<String> {
        let messages = self.titles.collection.messages.iter();
        of_the_whole().into_iter().chain(messages.map(|message| Page::of(message).path())).collect()
    }

    fn pages<T>(&self, painter: &dyn Painter, with: impl FnOnce(Pages<'_>) -> T) -> T {
        let Publication { frame, titles, problems, .. } = self;
        let url = frame.url().map(str::to_owned);
        let published = Published { files: true, url, parts: frame.parts().cloned() };
        let renderer = Renderer { titles: *titles, problems, published };
        with(Pages { frame, renderer: &renderer, painter })
    }
}

/// Checks the address and the logo of a collection. Returns the address: the one given or, without
/// that, the one in the collection.
///
/// # Errors
/// When the address is invalid or too long for a QR code, or the logo is missing.
pub fn check_particulars(
    collection: &Collection,
    url: Option<&str>,
    client: &Client,
) -> Result<Option<SiteAddress>, PublishError> {
    let address = url.or(collection.url.as_deref());
    let address = address.map(SiteAddress::parse).transpose()?;
    let logo = collection.logo.as_ref();
    if let Some(logo) = logo.filter(|logo| !client.files().contains_key(*logo)) {
        return Err(PublishError::NoLogo(logo.clone()));
    }
    if let Some(url) = address.as_ref().map(SiteAddress::as_str) {
        let longest = collection.messages.iter().map(|message| Page::of(message).path());
        let longest = longest.max_by_key(String::len).unwrap_or_default();
        qr::svg(&format!("{url}{longest}"))?;
    }
    Ok(address)
}

/// The paths of the pages that do not belong to one message.
fn of_the_whole() -> [String; 3] {
    let grouped = View { grouping: Grouping::Country, ..View::default() };
    [String::new(), grouped.address(), Page::About.path()]
}
