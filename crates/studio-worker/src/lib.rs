//! The functions that the studio's worker calls to render pages and to publish.

pub mod archive;
pub mod canvas;
pub mod publishing;
mod site;

use solidarity_core::address::{Page, View};
use solidarity_core::collection::parse;
use solidarity_core::titles::Titles;
use solidarity_publisher::{AddressError, PagePart, PublishError, SiteAddress, page_of};
use solidarity_studio::protocol::{Finding, LinkCard, PreviewPage, Severity};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is wrong with the address of a site, as JSON; `null` if it can be used. The check of the messages does
/// not look at it.
#[wasm_bindgen]
pub fn check_address(url: &str) -> Result<String, JsError> {
    let finding = SiteAddress::parse(url).err().map(|error| Finding {
        severity: Severity::Error,
        path: "collection.url".to_owned(),
        what: match error {
            AddressError::NotAnAddress(_) => "This is not a web address.".to_owned(),
            AddressError::TooMuch(_) => {
                "The address of a site has no “@”, no “?” and no “#”.".to_owned()
            }
        },
        cure: "Write it in full, as in https://example.org/letters/, or leave it empty.".to_owned(),
        instead: None,
    });
    Ok(serde_json::to_string(&finding)?)
}

/// A page of the site of a dataset, as JSON; `null` if none of the dataset can be shown.
#[wasm_bindgen]
pub fn preview(text: &str, path: &str) -> Result<String, JsError> {
    let page = match page_of(text, path) {
        Ok(PagePart { html, lang, dir, title }) => {
            Some(PreviewPage { html, lang: lang.into(), dir: dir.into(), title })
        }
        Err(PublishError::Collection(_)) => None,
        Err(error) => return Err(error.into()),
    };
    Ok(serde_json::to_string(&page)?)
}

/// What a chat shows for a link to a page, as JSON; `null` if none of the dataset can be shown.
#[wasm_bindgen]
pub fn link(text: &str, path: &str) -> Result<String, JsError> {
    let Ok((collection, _)) = parse(text) else { return Ok("null".to_owned()) };
    let url = collection.url.clone();
    let titles = Titles::new(Box::leak(Box::new(collection)));
    let (page, view) = (Page::parse(path), View::parse(path, ""));
    let link = LinkCard {
        site: url,
        title: titles.title(&page, &view),
        description: titles.description(&page),
    };
    Ok(serde_json::to_string(&link)?)
}
