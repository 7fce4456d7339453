//! The seventeen messages of the first collection give the same site, byte for byte, until somebody means
//! to change it: then `UPDATE_DIGESTS=1 cargo test -p solidarity-publisher` writes the digests anew, and
//! the commit says what changed.

#![allow(clippy::unwrap_used, reason = "a test is to stop where it fails")]
#![allow(
    clippy::disallowed_methods,
    reason = "the digests and the client are files of the repository"
)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use solidarity_publisher::{Client, digest};
use support::{index, published};

#[test]
fn without_an_address() {
    assert_same("plain", None);
}

#[test]
fn in_a_folder_with_an_address() {
    assert_same("addressed", Some("https://example.org/atlas/"));
}

fn assert_same(name: &str, url: Option<&str>) {
    let site = published(&client(), fixtures::CONGRESS, url).into_iter();
    let site = site.filter(|(path, _)| !path.ends_with(".png"));
    let digests: BTreeMap<_, _> = site.map(|(path, bytes)| (path, digest(&bytes))).collect();
    let lines = digests.iter().map(|(path, digest)| format!("{path} {digest}\n"));
    let lines: String = lines.collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/support/{name}.digests"));
    if env::var_os("UPDATE_DIGESTS").is_some() {
        fs::write(&file, &lines).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap();
    let known: BTreeMap<_, _> = expected.lines().filter_map(|line| line.split_once(' ')).collect();
    let changed: Vec<_> = digests
        .iter()
        .filter(|(path, digest)| known.get(path.as_str()) != Some(&digest.as_str()))
        .map(|(path, _)| path)
        .collect();
    assert!(changed.is_empty(), "other bytes than before: {changed:?}");
    assert_eq!(lines.lines().count(), known.len(), "there are fewer files than before");
}

/// A client with the fonts and the land that are published, since the service worker knows them by their
/// digests.
fn client() -> Client {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |path: &str| fs::read(root.join(path)).unwrap();
    let mut files = BTreeMap::from([("index.html".to_owned(), index().into_bytes())]);
    for file in ["icon.svg", "land.svg"] {
        files.insert(file.to_owned(), read(&format!("public/{file}")));
    }
    for font in fs::read_dir(root.join("public/fonts")).unwrap() {
        let path = font.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        files.insert(format!("fonts/{name}"), fs::read(&path).unwrap());
    }
    Client::read(files).unwrap()
}
