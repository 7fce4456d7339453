//! The shape of a page, which tells the program whether the page is still as the build wrote it.
//!
//! To take a page over, the program walks through its nodes and expects each one where the
//! components put it. Translating browsers, extensions, and hosts that remove comments and spaces
//! or hide e-mail addresses change those nodes before the program arrives.

/// A digest of the nodes below an element: their kinds, in document order. Texts and attributes do
/// not count.
///
/// It is the 32-bit FNV-1a hash (RFC 9923) of the node names, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageShape(u32);

/// The name that the DOM gives a text.
pub const TEXT: &str = "#text";
/// The name that the DOM gives a comment.
pub const COMMENT: &str = "#comment";

impl PageShape {
    /// The shape of an element without content.
    pub const EMPTY: PageShape = PageShape(0x811c_9dc5);

    /// Adds the next node in document order by its `nodeName`, in upper or lower case.
    pub fn add(&mut self, name: &str) {
        // Each name ends with a byte that no name contains, so that two names never look like one.
        for byte in name.bytes().chain([0]) {
            let byte = u32::from(byte.to_ascii_lowercase());
            self.0 = (self.0 ^ byte).wrapping_mul(0x0100_0193);
        }
    }

    /// The shape as written into a page.
    pub fn written(self) -> String {
        self.0.to_string()
    }

    /// Reads what [`PageShape::written`] wrote.
    pub fn read(text: &str) -> Option<PageShape> {
        text.parse().ok().map(PageShape)
    }
}
