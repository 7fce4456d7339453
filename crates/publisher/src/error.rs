//! Why a site was not published.

use solidarity_core::collection::Problem;
use thiserror::Error;

use crate::address::AddressError;
use crate::painter::PaintError;

/// Why nothing, or not everything, could be published.
#[derive(Debug, Error)]
pub enum PublishError {
    /// The site address is invalid.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The text contains no collection.
    #[error("the messages cannot be read: {0:?}")]
    Collection(Vec<Problem>),
    /// The list of a large collection cannot be read.
    #[error("the list of the messages cannot be read: {0:?}")]
    List(Vec<Problem>),
    /// The logo is missing.
    #[error(
        "“logo” is {0}, but there is no such file: put it into the folder “files” of the project (in \
         the repository: “public”)"
    )]
    NoLogo(String),
    /// An address is too long for a QR code.
    #[error("cannot make a QR code of {url}: {source}")]
    Qr {
        /// The address to encode.
        url: String,
        /// The cause.
        source: qrcode::types::QrError,
    },
    /// The script of the client has another form than wasm-bindgen gives it.
    #[error("the script of the client is not a module of wasm-bindgen: build the client anew")]
    Script,
    /// A picture could not be painted.
    #[error("cannot paint the picture of {page}: {source}")]
    Paint {
        /// The id of the message, or the path of the picture.
        page: String,
        /// The cause.
        source: PaintError,
    },
    /// The feed could not be written as XML.
    #[error("the feed could not be written: {0}")]
    Feed(#[from] atom_syndication::Error),
    /// The receiver of the files refused one.
    #[error(transparent)]
    Emit(Box<dyn std::error::Error + Send + Sync>),
}
