//! The shape of a page, by which the program tells whether a page is still as the build wrote it.
//!
//! To take a page over, the program walks along its nodes and expects each where the components put
//! it. Browsers that translate a page, extensions, and hosts that leave out comments and spaces or
//! hide e-mail addresses change those nodes before the program is there.

/// A digest of the nodes below an element: their kinds, in the order of the document. The texts do
/// not count, nor do attributes.
///
/// It is FNV-1a of 32 bits (RFC 9923) over the names of the nodes, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageShape(u32);

/// The name of a text, as the DOM calls it.
pub const TEXT: &str = "#text";
/// The name of a comment, as the DOM calls it.
pub const COMMENT: &str = "#comment";

impl PageShape {
    /// The shape of nothing.
    pub const EMPTY: PageShape = PageShape(0x811c_9dc5);

    /// Adds the next node of the document by its `nodeName`, in upper or lower case.
    pub fn add(&mut self, name: &str) {
        // What no name holds ends one, so that two names are never one.
        for byte in name.bytes().chain([0]) {
            let byte = u32::from(byte.to_ascii_lowercase());
            self.0 = (self.0 ^ byte).wrapping_mul(0x0100_0193);
        }
    }

    /// How it is written into a page.
    pub fn written(self) -> String {
        self.0.to_string()
    }

    /// Reads what [`PageShape::written`] wrote.
    pub fn read(text: &str) -> Option<PageShape> {
        text.parse().ok().map(PageShape)
    }
}
