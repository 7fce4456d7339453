//! The search engine as a module, to be compared with others, and the layouts of the map.

mod map;

use solidarity_atlas::browser;
use solidarity_core::collection::{Collection, Message, Sender, Text};
use solidarity_core::search::{Builder, Folder, Index, Packed, Query};
use wasm_bindgen::prelude::*;

/// An index under construction; messages are added one by one.
#[wasm_bindgen]
pub struct Engine {
    collection: Collection,
    folder: Folder,
    builder: Builder,
    index: Option<Index>,
}

#[wasm_bindgen]
impl Engine {
    /// An empty index, for texts in English.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "JavaScript has no such thing")]
    pub fn new() -> Engine {
        let folder = Folder::new(browser::decompose);
        let mut collection = Collection::default();
        "en".clone_into(&mut collection.language);
        Engine { collection, folder, builder: Builder::new(folder), index: None }
    }

    /// Adds a message.
    pub fn add(&mut self, sender: String, body: String) {
        let text = |text: String| Text { text, lang: None };
        let names = vec![text(sender)];
        let sender = Sender { names, acronym: None, country: None, region: None, heading: None };
        let message = Message::new(String::new(), vec![sender], Vec::new(), vec![text(body)]);
        self.builder.add(&self.collection, &message);
    }

    /// Makes the added messages searchable.
    pub fn settle(&mut self) {
        self.index = self.builder.finish().ok();
    }

    /// The index as a file, as the build writes it for a large collection.
    pub fn pack(&self) -> Vec<u8> {
        let Packed { index, .. } = self.builder.pack();
        index
    }

    /// Loads such a file.
    pub fn take_over(&mut self, file: Vec<u8>) {
        self.index = Index::read(file).ok();
    }

    /// The messages that match a query, the best first.
    pub fn search(&self, query: &str) -> Vec<usize> {
        let query = Query::parse(self.folder, query);
        self.index.as_ref().map(|index| index.search(&query).messages).unwrap_or_default()
    }
}
