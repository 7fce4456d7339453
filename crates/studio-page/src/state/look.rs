//! The logo and the colours of the document.

use std::collections::HashMap;

use js_sys::Uint8Array;
use leptos::prelude::*;
use solidarity_studio::look::Look;
use solidarity_studio::{Edit, Logo, LogoError, Particular};
use thiserror::Error;

use super::studio::Studio;
use crate::browser::{self, BrowserError, Dropped};

/// The colours of a site where nobody has chosen any.
pub const DEFAULT_COLOURS: &str = include_str!("../../../../style/theme.css");

/// The pictures that are or were the logo, by the keys that [`Logo::stored`] gives.
#[derive(Clone, Copy)]
pub struct Logos(StoredValue<HashMap<String, Picture>, LocalStorage>);

#[derive(Clone)]
struct Picture {
    bytes: Uint8Array,
    address: String,
}

/// Why a picture did not become the logo.
#[derive(Clone, Debug, Error)]
pub enum LogoFailure {
    /// It cannot be one.
    #[error("{0}")]
    Unfit(#[from] LogoError),
    /// The browser cannot read it.
    #[error("The picture could not be read: {0}. Choose it again.")]
    Browser(#[from] BrowserError),
}

impl Logos {
    /// No pictures.
    pub fn new() -> Logos {
        Logos(StoredValue::new_local(HashMap::new()))
    }
}

impl Studio {
    /// Keeps the bytes of a logo, so that it can be shown.
    ///
    /// # Errors
    /// When the browser has no room for them.
    pub fn keep_logo(&self, logo: &Logo, bytes: &Uint8Array) -> Result<(), BrowserError> {
        let address = browser::address_of(bytes, &logo.media_type)?;
        let picture = Picture { bytes: bytes.clone(), address };
        self.logos.0.update_value(|logos| drop(logos.insert(logo.stored.clone(), picture)));
        Ok(())
    }

    /// The address at which the logo can be shown; `None` without one, or without its bytes.
    pub fn logo_address(&self) -> Option<String> {
        let stored = self.with(|document| document.logo().map(|logo| logo.stored.clone()))??;
        self.logos.0.with_value(|logos| logos.get(&stored).map(|picture| picture.address.clone()))
    }

    /// The bytes of the logo.
    pub fn logo_bytes(&self) -> Option<Uint8Array> {
        let stored = self.with(|document| document.logo().map(|logo| logo.stored.clone()))??;
        self.logo_of(&stored)
    }

    /// The bytes of what is or was the logo, by the key that [`Logo::stored`] gives.
    pub(super) fn logo_of(&self, stored: &str) -> Option<Uint8Array> {
        self.logos.0.with_value(|logos| logos.get(stored).map(|picture| picture.bytes.clone()))
    }

    /// Makes a picture the logo.
    ///
    /// # Errors
    /// When it cannot be one.
    pub async fn choose_logo(&self, file: Dropped) -> Result<(), LogoFailure> {
        let bytes = file.bytes().await?;
        let logo = Logo::of(&file.name(), &bytes.to_vec())?;
        self.keep_logo(&logo, &bytes)?;
        self.set_logo(Some(logo));
        Ok(())
    }

    /// Replaces the logo, or takes it away.
    pub fn set_logo(&self, logo: Option<Logo>) {
        let name = logo.as_ref().map(|logo| logo.name.clone());
        let edits =
            vec![Edit::Particular { field: Particular::Logo, value: name }, Edit::Logo(logo)];
        self.edit(Edit::Batch { name: "change the logo".to_owned(), edits });
    }

    /// The colours that are chosen.
    pub fn look(&self) -> Look {
        self.with(|document| document.look().clone()).unwrap_or_default()
    }
}
