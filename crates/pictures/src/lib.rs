//! Preview pictures and icons of a site.
//!
//! A [`Scene`] is a preview laid out: a list of what is drawn. It knows no painter, and measures text by
//! whatever [`FontMetrics`] it is given. Two painters draw it: `ResvgPainter` here, without a browser, and a
//! canvas in the studio.
//!
//! ```
//! # #[cfg(feature = "resvg")] {
//! use solidarity_pictures::ResvgPainter;
//! use solidarity_publisher::{Painter, Palette, Preview};
//!
//! let palette =
//!     Palette { paper: "#fbfaf7".into(), ink: "#17181b".into(), accent: "#c3151c".into() };
//! let mark = r#"<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>"#;
//! let painter = ResvgPainter::new(palette, mark)?;
//! let png = painter.preview(&Preview { headline: "A union", ..Preview::default() })?;
//! assert!(png.starts_with(b"\x89PNG"));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod encode;
mod layout;
mod letters;
mod metrics;
mod painting;
#[cfg(feature = "resvg")]
mod resvg;
mod scene;
mod shades;

pub use ::png::EncodingError;
pub use encode::png;
pub use metrics::{Font, FontMetrics};
pub use painting::Painting;
#[cfg(feature = "resvg")]
pub use resvg::{PictureError, ResvgPainter};
pub use scene::{Anchor, Direction, HEIGHT, Line, MARK_SIDE, Rectangle, Scene, WIDTH};
pub use shades::merge_shades;
