//! A ZIP that is handed out in pieces.

use std::error::Error;
use std::io::{Cursor, Read};

use solidarity_publisher::File;
use solidarity_studio_worker::archive::Archive;
use zip::{CompressionMethod, DateTime, ZipArchive};

fn time() -> Result<DateTime, Box<dyn Error>> {
    Ok(DateTime::from_date_and_time(2027, 5, 1, 12, 30, 0)?)
}

/// Writes files into an archive. Returns the pieces that it hands out.
fn written(files: &[File]) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let mut archive = Archive::new(time()?);
    let mut pieces = Vec::new();
    for file in files {
        archive.add(file)?;
        pieces.push(archive.take());
    }
    pieces.push(archive.finish()?);
    Ok(pieces)
}

fn site() -> Vec<File> {
    let noise =
        (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect::<Vec<_>>();
    vec![
        File::new("index.html", "<!doctype html>".repeat(1000)),
        File::new("m/جوقة/index.html", "Salam"),
        File::new("empty.txt", ""),
        File::new("icon-192.png", noise),
    ]
}

#[test]
fn the_pieces_are_an_archive_of_the_files() -> Result<(), Box<dyn Error>> {
    let mut archive = ZipArchive::new(Cursor::new(written(&site())?.concat()))?;
    assert_eq!(archive.len(), 4);
    for File { path, bytes } in site() {
        let mut entry = archive.by_name(&path)?;
        assert_eq!(entry.last_modified(), Some(time()?));
        let mut content = Vec::new();
        entry.read_to_end(&mut content)?;
        assert!(content == bytes, "{path}");
    }
    Ok(())
}

#[test]
fn nothing_is_kept_but_the_file_that_is_written() -> Result<(), Box<dyn Error>> {
    let pieces = written(&site())?;
    // Each file is handed out as soon as the next one is begun.
    let sizes: Vec<_> = pieces.iter().map(Vec::len).collect();
    assert_eq!(sizes.first(), Some(&0));
    assert!(sizes.get(1).is_some_and(|size| *size > 40 && *size < 1000), "{sizes:?}");
    assert!(sizes.last().is_some_and(|size| *size > 200_000), "{sizes:?}");
    Ok(())
}

#[test]
fn sizes_stand_before_each_file_and_pictures_are_stored() -> Result<(), Box<dyn Error>> {
    let bytes = written(&site())?.concat();
    // The local header (APPNOTE.TXT, 4.3.7): bit 3 of the flags says that sizes follow behind the file.
    assert_eq!(bytes.get(..4), Some(&b"PK\x03\x04"[..]));
    assert_eq!(bytes.get(6).map(|flags| flags & 0b1000), Some(0));
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    assert_eq!(archive.by_name("index.html")?.compression(), CompressionMethod::Deflated);
    assert_eq!(archive.by_name("icon-192.png")?.compression(), CompressionMethod::Stored);
    Ok(())
}

#[test]
fn the_same_files_give_the_same_bytes() -> Result<(), Box<dyn Error>> {
    assert!(written(&site())? == written(&site())?);
    Ok(())
}

#[test]
fn a_name_is_there_only_once() -> Result<(), Box<dyn Error>> {
    let mut archive = Archive::new(time()?);
    archive.add(&File::new("a", "1"))?;
    assert!(archive.add(&File::new("a", "2")).is_err());
    Ok(())
}
