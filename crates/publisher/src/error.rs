//! Why a site was not published.

use solidarity_core::collection::Problem;
use thiserror::Error;

use crate::address::AddressError;
use crate::painter::PaintError;

/// Why nothing could be published, or not all of it.
#[derive(Debug, Error)]
pub enum PublishError {
    /// The address of the site is none, or of another folder.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The list of a large collection cannot be read.
    #[error("the list of the messages cannot be read: {0:?}")]
    List(Vec<Problem>),
    /// The logo is not there.
    #[error("“logo” is {0}, but there is no such file in the folder “public”")]
    NoLogo(String),
    /// An address is too long for a QR code.
    #[error("cannot make a QR code of {url}: {source}")]
    Qr {
        /// What it was to hold.
        url: String,
        /// Why not.
        source: qrcode::types::QrError,
    },
    /// A picture could not be painted.
    #[error("cannot paint the picture of {page}: {source}")]
    Paint {
        /// The id of the message, or the path of the picture.
        page: String,
        /// Why not.
        source: PaintError,
    },
    /// The feed could not be written as XML.
    #[error("the feed could not be written: {0}")]
    Feed(#[from] atom_syndication::Error),
    /// Whoever receives the files did not take one.
    #[error(transparent)]
    Emit(Box<dyn std::error::Error + Send + Sync>),
}
