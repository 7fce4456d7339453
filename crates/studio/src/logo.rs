//! The logo, and which pictures can be one.

use thiserror::Error;

use crate::document::Logo;

/// The most bytes of a logo: every visitor loads it.
const MOST: usize = 1_000_000;
/// From this many bytes on, the picture counts as heavy.
const HEAVY: usize = 350_000;

/// Why a picture cannot be the logo.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum LogoError {
    /// Browsers do not show it.
    #[error(
        "“{0}” is not a picture that the studio can show. Save it as SVG, PNG, JPEG or WebP, and choose it again."
    )]
    NoPicture(String),
    /// It is too large.
    #[error(
        "“{name}” has {size} kB; a logo has at most 1,000 kB, because every visitor fetches it. Make the picture \
         smaller: 600 pixels in width are enough."
    )]
    TooLarge {
        /// The name of the file.
        name: String,
        /// Its size in thousands of bytes.
        size: usize,
    },
}

impl Logo {
    /// A logo with these bytes. Its file name tells its purpose, and no other file of a site has it.
    ///
    /// # Errors
    /// When it is too large, or not a picture that browsers show.
    pub fn of(file: &str, bytes: &[u8]) -> Result<Logo, LogoError> {
        let (end, media_type) = kind(bytes).ok_or_else(|| LogoError::NoPicture(file.to_owned()))?;
        if bytes.len() > MOST {
            let (name, size) = (file.to_owned(), bytes.len().div_ceil(1000));
            return Err(LogoError::TooLarge { name, size });
        }
        let name = ["logo.", end].concat();
        Ok(Logo { name, media_type: media_type.to_owned(), stored: key(bytes) })
    }

    /// Whether a picture of this many bytes should be made smaller.
    pub fn is_heavy(bytes: usize) -> bool {
        bytes > HEAVY
    }
}

/// The type of a picture, by its signature: its extension and its media type.
fn kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let has = |from: usize, mark: &[u8]| bytes.get(from..).is_some_and(|it| it.starts_with(mark));
    if has(0, b"\x89PNG\r\n\x1a\n") {
        Some(("png", "image/png"))
    } else if has(0, b"\xff\xd8\xff") {
        Some(("jpg", "image/jpeg"))
    } else if has(0, b"RIFF") && has(8, b"WEBP") {
        Some(("webp", "image/webp"))
    } else {
        is_svg(bytes).then_some(("svg", "image/svg+xml"))
    }
}

/// Whether this is an SVG. As a picture in a page it runs no scripts, whatever it contains.
fn is_svg(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let start: String = text.chars().take(14).collect::<String>().to_lowercase();
    let is_page = start.starts_with("<!doctype html") || start.starts_with("<html");
    text.starts_with('<') && text.contains("<svg") && !is_page
}

/// The key of some bytes: their length and digest (FNV-1a, 64 bits).
fn key(bytes: &[u8]) -> String {
    let digest = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| {
        (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    [&bytes.len().to_string(), "-", &digest.to_string()].concat()
}
