//! What tests of whole sites share.

use std::collections::BTreeMap;
use std::time::SystemTime;

use solidarity_core::collection::parse;
use solidarity_publisher::{Client, Input, PaintError, Painter, Preview, publish};

/// A site by the paths of its files.
pub type Site = BTreeMap<String, Vec<u8>>;

/// The page that Trunk built, with the colours in it.
pub fn index() -> String {
    let theme = include_str!("../../../../style/theme.css");
    include_str!("index.html").replace("<style>", &format!("<style>{theme}"))
}

/// The site of a collection, with empty pictures: these have tests of their own, and their letters may
/// be those of a computer.
pub fn published(client: &Client, text: &str, url: Option<&str>) -> Site {
    let (collection, problems) = parse(text).unwrap();
    let (written, painter) = (SystemTime::UNIX_EPOCH, &Blank);
    let mut site = Site::new();
    publish(Input { text, collection, problems, url, written, painter }, client, &mut |file| {
        site.insert(file.path, file.bytes);
        Ok(())
    })
    .unwrap();
    site
}

struct Blank;

impl Painter for Blank {
    fn preview(&self, _: &Preview) -> Result<Vec<u8>, PaintError> {
        Ok(Vec::new())
    }

    fn icon(&self, _: u32) -> Result<Vec<u8>, PaintError> {
        Ok(Vec::new())
    }
}
