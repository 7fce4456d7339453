//! The studio's Web Worker: what takes too long for a page.

pub mod canvas;
