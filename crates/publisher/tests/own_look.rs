//! What organisers add to the client: colours, an icon and files; and a site without previews.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

use std::collections::BTreeMap;
use std::time::SystemTime;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use solidarity_core::collection::parse;
use solidarity_publisher::{
    Client, ClientError, Input, PaintError, Painter, Preview, ThemeError, publish,
};

const THEME: &str = include_str!("../../../style/theme.css");

/// Paints nothing, and previews only if they are wanted.
struct Blank {
    has_previews: bool,
}

impl Painter for Blank {
    fn has_previews(&self) -> bool {
        self.has_previews
    }

    fn preview(&self, _: &Preview) -> Result<Vec<u8>, PaintError> {
        assert!(self.has_previews, "none is asked for");
        Ok(b"preview".to_vec())
    }

    fn icon(&self, _: u32) -> Result<Vec<u8>, PaintError> {
        Ok(b"icon".to_vec())
    }
}

/// What Trunk built, with the colours in an element of their own.
fn client() -> Client {
    let index = include_str!("support/index.html");
    let index = index.replace("<style>", &format!("<style>{THEME}</style>\n    <style>"));
    let icon = include_str!("../../../public/icon.svg");
    let files = [("index.html", index.as_str()), ("icon.svg", icon), ("land.svg", "land")];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    Client::read(files.into()).unwrap()
}

fn site(client: &Client, painter: &Blank) -> BTreeMap<String, Vec<u8>> {
    let text = r#"{ "collection": { "title": "Letters", "language": "en", "logo": "logo.svg" },
        "messages": [{ "id": "one", "senders": [{ "names": ["A union"] }], "body": ["Hello"] }] }"#;
    let text = &if client.files().contains_key("logo.svg") {
        text.to_owned()
    } else {
        text.replace(r#", "logo": "logo.svg""#, "")
    };
    let (collection, problems) = parse(text).unwrap();
    let (url, written) = (Some("https://example.org/"), SystemTime::UNIX_EPOCH);
    let input = Input { text, collection, problems, url, written, painter };
    let mut site = BTreeMap::new();
    publish(input, client, &mut |file| {
        site.insert(file.path, file.bytes);
        Ok(())
    })
    .unwrap();
    site
}

fn page(site: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(site[path].clone()).unwrap()
}

const WITH: Blank = Blank { has_previews: true };

#[test]
fn own_colours_replace_those_of_the_client_and_nothing_else() {
    let own = "/* Ours. */\r\n".to_owned() + &THEME.replace("#fbfaf7", "#f0f8ff");
    let site = site(&client().with_theme(&own).unwrap(), &WITH);
    let page = page(&site, "m/one/index.html");
    assert!(page.contains("--paper: light-dark(#f0f8ff") && page.contains("p { color: red }"));
    assert!(!page.contains("#fbfaf7") && page.contains("content=\"#f0f8ff\""));
    let (_, style) = page.split_once("<style>").unwrap();
    let (style, _) = style.split_once("</style>").unwrap();
    // Browsers read lines that end in CR LF as lines that end in LF.
    assert!(style.contains("/* Ours. */\n"));
    let digest = BASE64_STANDARD.encode(Sha256::digest(style));
    assert!(page.contains(&format!("style-src 'sha256-{digest}'")), "the policy allows it");
}

#[test]
fn own_colours_can_be_replaced_again_after_a_client_was_stored() {
    let once = client().with_theme(&THEME.replace("#fbfaf7", "#f0f8ff")).unwrap();
    let restored = Client::restore(&once.template().unwrap(), once.files().clone()).unwrap();
    assert_eq!(restored.with_theme(THEME).unwrap(), client());
}

#[test]
fn colours_that_cannot_be_used_are_refused_with_the_cure() {
    let ends = client().with_theme(&format!("{THEME}/* </STYLE> */")).unwrap_err();
    assert_eq!(ends, ThemeError::EndsStyle);
    let faint = client().with_theme(&THEME.replace("#17181b", "#c8c8c8")).unwrap_err().to_string();
    assert!(faint.starts_with("theme.css: --ink") && faint.contains("darker"), "{faint}");
    let missing = client().with_theme("").unwrap_err().to_string();
    assert!(missing.starts_with("theme.css has no --ink."), "{missing}");
}

#[test]
fn own_files_are_part_of_the_site() {
    let own = |path: &str| [(path.to_owned(), b"own".to_vec())];
    let with_icon = client().with_icon(b"<svg/>".to_vec());
    let site = site(&with_icon.with_files(own("logo.svg")).unwrap(), &WITH);
    assert_eq!(
        (site["logo.svg"].as_slice(), site["icon.svg"].as_slice()),
        (&b"own"[..], &b"<svg/>"[..])
    );
    let taken = client().with_files(own("land.svg")).unwrap_err();
    assert_eq!(taken, ClientError::Taken("land.svg".into()));
}

#[test]
fn no_page_promises_a_preview_that_there_is_not() {
    let promises = |site: &BTreeMap<String, Vec<u8>>| {
        let pages = site.iter().filter(|(path, _)| path.ends_with(".html"));
        let texts: String = pages.map(|(path, _)| page(site, path)).collect();
        ["og:image", "twitter:image", "preview.png", "summary_large_image"]
            .map(|word| texts.contains(word))
    };
    let with = site(&client(), &WITH);
    assert!(with.contains_key("m/one/preview.png") && with.contains_key("preview.png"));
    assert_eq!(promises(&with), [true; 4]);
    let without = site(&client(), &Blank { has_previews: false });
    assert!(!without.keys().any(|path| path.ends_with("preview.png")));
    assert_eq!(promises(&without), [false; 4]);
    assert!(without.contains_key("icon-192.png"), "icons are painted all the same");
}
