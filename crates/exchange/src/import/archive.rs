//! ZIP archives (PKWARE APPNOTE), which office documents are, too. They are read within limits, because a small
//! file can unpack to any size.

use std::io::{self, Cursor, Read};

use thiserror::Error;
use zip::ZipArchive;
use zip::result::ZipError;

/// Every archive may unpack to this size, in bytes.
const FREE: u64 = 32 << 20;

/// Beyond that, an archive may unpack to this many times its own size. Deflate can reach 1032; office documents
/// seldom reach 20.
const RATIO: u64 = 100;

/// No archive may unpack to more than this, in bytes.
const MOST: u64 = 256 << 20;

/// Why an archive cannot be read, as a sentence that says what to do.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ArchiveError {
    /// It is incomplete or damaged.
    #[error(
        "the file is damaged or incomplete. Get it again from where it came from, or open it in the \
         program that made it, and save it again."
    )]
    Damaged,
    /// A password is needed.
    #[error("it is protected by a password. Open it with the password, and save it without one.")]
    Encrypted,
    /// Its content is too large.
    #[error(
        "unpacked, it would have more than {} MB, which no collection of messages has. Take out what is \
         not text, such as pictures, and save it again.",
        .0 >> 20
    )]
    TooLarge(u64),
    /// It is compressed with an obsolete method.
    #[error(
        "it was packed in a way that this program does not support. Unpack it, and import what is in it."
    )]
    Method,
    /// A part is missing.
    #[error(
        "there is no “{0}” in it, so it is damaged, or not the kind of file that its name says."
    )]
    Missing(String),
}

/// An archive in memory.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    limit: u64,
    /// The number of bytes that may still be unpacked.
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    /// When its list of entries cannot be read.
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, ArchiveError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| named(&error, ""))?;
        let limit = FREE.saturating_add(RATIO.saturating_mul(bytes.len() as u64)).min(MOST);
        Ok(Archive { zip, limit, left: limit })
    }

    /// The names of its entries, in archive order. Those of folders end with `/`.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let names = self.zip.file_names_raw();
        names
            .enumerate()
            .filter_map(|(at, _)| Some(self.zip.name_for_index(at)?.ok()?.into_owned()))
    }

    /// Whether there is an entry of this name.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The content of an entry.
    ///
    /// # Errors
    /// When it does not exist, cannot be unpacked, or brings the total unpacked so far over the limit.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, ArchiveError> {
        let (limit, left) = (self.limit, self.left);
        let mut entry = self.zip.by_name(name).map_err(|error| named(&error, name))?;
        let mut bytes = Vec::new();
        unpack(&mut entry, left, limit, |entry| entry.read_to_end(&mut bytes).map(|n| n as u64))?;
        self.left = left.saturating_sub(bytes.len() as u64);
        Ok(bytes)
    }

    /// Checks that everything in it can be unpacked within the limit, for a library that unpacks by itself.
    ///
    /// # Errors
    /// When it cannot.
    pub fn check_all(&mut self) -> Result<(), ArchiveError> {
        for at in 0..self.zip.len() {
            let (limit, left) = (self.limit, self.left);
            let mut entry = self.zip.by_index(at).map_err(|error| named(&error, ""))?;
            let read = unpack(&mut entry, left, limit, |entry| io::copy(entry, &mut io::sink()))?;
            self.left = left.saturating_sub(read);
        }
        Ok(())
    }
}

/// Unpacks an entry, and says how many bytes it has.
fn unpack(
    entry: &mut impl Read,
    left: u64,
    limit: u64,
    read: impl FnOnce(&mut dyn Read) -> io::Result<u64>,
) -> Result<u64, ArchiveError> {
    let mut within = entry.take(left.saturating_add(1));
    let bytes = read(&mut within).map_err(|error| match error.kind() {
        io::ErrorKind::Unsupported => ArchiveError::Method,
        _ => ArchiveError::Damaged,
    })?;
    if bytes > left { Err(ArchiveError::TooLarge(limit)) } else { Ok(bytes) }
}

/// What an error of the library means.
fn named(error: &ZipError, name: &str) -> ArchiveError {
    match error {
        ZipError::FileNotFound => ArchiveError::Missing(name.to_owned()),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ArchiveError::Encrypted
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            ArchiveError::Method
        }
        _ => ArchiveError::Damaged,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

    use std::io::{Cursor, Write};

    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::{Archive, ArchiveError, FREE};

    fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, bytes) in entries {
            zip.start_file(*name, options).expect("an entry");
            zip.write_all(bytes).expect("its bytes");
        }
        zip.finish().expect("an archive").into_inner()
    }

    #[test]
    fn entries_come_out_by_name() {
        let bytes = packed(&[("b/ä.txt", b"two"), ("a.txt", b"one")]);
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert_eq!(archive.names().collect::<Vec<_>>(), ["b/ä.txt", "a.txt"]);
        assert_eq!(archive.read("a.txt"), Ok(b"one".to_vec()));
        assert!(archive.has("b/ä.txt"));
        assert_eq!(archive.read("c.txt"), Err(ArchiveError::Missing("c.txt".into())));
    }

    #[test]
    fn what_is_larger_than_any_text_is_not_unpacked() {
        let half = vec![b' '; FREE as usize / 3 * 2];
        let bytes = packed(&[("one", &half), ("two", &half)]);
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert!(matches!(archive.check_all(), Err(ArchiveError::TooLarge(_))));
        let mut archive = Archive::open(&bytes).expect("an archive");
        assert!(archive.read("one").is_ok());
        assert!(matches!(archive.read("two"), Err(ArchiveError::TooLarge(_))));
    }

    #[test]
    fn damage_is_named() {
        let bytes = packed(&[("a.txt", b"one and two and three")]);
        let cut = bytes.get(..bytes.len() - 9).unwrap_or_default();
        assert!(matches!(Archive::open(cut), Err(ArchiveError::Damaged)));
        let mut wrong = bytes.clone();
        if let Some(byte) = wrong.get_mut(37) {
            *byte ^= 0xff;
        }
        let mut archive = Archive::open(&wrong).expect("an archive");
        assert_eq!(archive.read("a.txt"), Err(ArchiveError::Damaged));
    }
}
