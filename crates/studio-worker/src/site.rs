//! What `site.js` calls to publish a site.

use std::collections::BTreeMap;

use js_sys::{Array, Date, Uint8Array};
use solidarity_publisher::{Client, File, Theme};
use solidarity_studio::publishing::{PublishOptions, Published};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsError};
use web_sys::ImageBitmap;
use zip::DateTime;

use crate::archive::Archive;
use crate::canvas::CanvasPainter;
use crate::publishing::Publishing;

/// The file that contains the template of the pages.
const TEMPLATE: &str = "template.json";

/// A site being published, as seen from JavaScript. A worker publishes only one.
#[wasm_bindgen]
pub struct Site {
    publishing: Publishing<CanvasPainter>,
    /// `None` once it is finished.
    archive: Option<Archive>,
}

#[wasm_bindgen]
impl Site {
    /// Checks everything before the first file. `client` has the files of the client, `added` those for the
    /// root of the site, such as a logo, and `icons` PNG pictures by their sides: each an array of pairs.
    /// `mark` is the icon as drawn on previews.
    #[wasm_bindgen(constructor)]
    pub fn new(
        text: &str,
        options: &str,
        client: &Array,
        added: &Array,
        icons: &Array,
        mark: ImageBitmap,
    ) -> Result<Site, JsError> {
        let options: PublishOptions = serde_json::from_str(options)?;
        let mut files: BTreeMap<_, _> = pairs(client).collect();
        let template = files.remove(TEMPLATE).unwrap_or_default();
        let client = Client::restore(&String::from_utf8_lossy(&template), files)?;
        let client = client.with_files(pairs(added))?;
        let icons =
            pairs(icons).filter_map(|(side, png)| Some((side.parse::<u32>().ok()?, png))).collect();
        let painter = |theme: &Theme| Ok(CanvasPainter::new(theme.light.clone(), mark, icons)?);
        let publishing = Publishing::new(client, text, &options, painter)?;
        Ok(Site { publishing, archive: Some(Archive::new(time(options.written))) })
    }

    /// The next files, each as a pair of its path and bytes; `undefined` once there are no more.
    #[wasm_bindgen(js_name = nextFiles)]
    pub fn next_files(&mut self) -> Result<Option<Array>, JsError> {
        let Some(files) = self.publishing.next_files()? else { return Ok(None) };
        let pair =
            |file: File| Array::of2(&file.path.into(), &Uint8Array::from(file.bytes.as_slice()));
        Ok(Some(files.into_iter().map(pair).collect()))
    }

    /// The next bytes of the site as a ZIP; `undefined` once there are no more.
    #[wasm_bindgen(js_name = nextBytes)]
    pub fn next_bytes(&mut self) -> Result<Option<Vec<u8>>, JsError> {
        let Some(archive) = &mut self.archive else { return Ok(None) };
        if let Some(files) = self.publishing.next_files()? {
            for file in files {
                archive.add(&file)?;
            }
            return Ok(Some(archive.take()));
        }
        Ok(self.archive.take().map(Archive::finish).transpose()?)
    }

    /// Its progress, as JSON.
    pub fn progress(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.publishing.progress())?)
    }

    /// What was published, as JSON.
    pub fn published(&self) -> Result<String, JsError> {
        let lacking = self.publishing.painter().lacking().into_keys().collect();
        Ok(serde_json::to_string(&Published { lacking, ..self.publishing.published() })?)
    }
}

fn pairs(array: &Array) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
    array.iter().map(|pair| {
        let pair = pair.unchecked_into::<Array>();
        let bytes = pair.get(1).unchecked_into::<Uint8Array>().to_vec();
        (pair.get(0).as_string().unwrap_or_default(), bytes)
    })
}

/// A time in seconds since 1970 as local time, which archives use.
fn time(seconds: u64) -> DateTime {
    let date = Date::new(&(seconds as f64 * 1000.0).into());
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let time = DateTime::from_date_and_time(
        u16::try_from(date.get_full_year()).unwrap_or_default(),
        small(date.get_month() + 1),
        small(date.get_date()),
        small(date.get_hours()),
        small(date.get_minutes()),
        small(date.get_seconds()),
    );
    // Archives cannot store times before 1980.
    time.unwrap_or_default()
}
