//! A ZIP that is handed out while it is written, so that only one file of it is in memory.

use std::cell::RefCell;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::mem;
use std::rc::Rc;

use solidarity_publisher::File;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A ZIP archive (APPNOTE.TXT of PKWARE). Sizes and checksums stand before each file, not behind it, which
/// some programs do not read.
pub struct Archive {
    writer: ZipWriter<Window>,
    window: Window,
    options: SimpleFileOptions,
}

impl Archive {
    /// An archive whose files all have this time, in the time zone of whoever unpacks it.
    pub fn new(time: DateTime) -> Archive {
        let window = Window::default();
        let mut writer = ZipWriter::new(window.clone());
        writer.set_flush_on_finish_file(true);
        let options = SimpleFileOptions::default()
            .system(System::Unix)
            .unix_permissions(0o644)
            .last_modified_time(time);
        Archive { writer, window, options }
    }

    /// Adds a file.
    ///
    /// # Errors
    /// When there is one of that name, or its name is longer than an archive allows.
    pub fn add(&mut self, file: &File) -> ZipResult<()> {
        let method = match is_compressed(&file.path) {
            true => CompressionMethod::Stored,
            false => CompressionMethod::Deflated,
        };
        self.writer.start_file(file.path.as_str(), self.options.compression_method(method))?;
        self.writer.write_all(&file.bytes)?;
        Ok(())
    }

    /// The bytes that will not change any more, each only once.
    pub fn take(&mut self) -> Vec<u8> {
        self.window.0.borrow_mut().take()
    }

    /// The rest of the bytes.
    ///
    /// # Errors
    /// None that files can cause.
    pub fn finish(self) -> ZipResult<Vec<u8>> {
        let window = self.writer.finish()?;
        let mut pending = window.0.borrow_mut();
        pending.finished = pending.bytes.len();
        Ok(pending.take())
    }
}

/// Whether the content of a file is compressed already, so that doing it again costs time and saves nothing.
fn is_compressed(path: &str) -> bool {
    let (_, ending) = path.rsplit_once('.').unwrap_or_default();
    ["png", "woff2", "jpg", "jpeg", "webp", "avif", "gif"].contains(&ending)
}

/// The end of an archive that may still change.
#[derive(Clone, Default)]
struct Window(Rc<RefCell<Pending>>);

#[derive(Default)]
struct Pending {
    /// How many bytes were handed out before.
    before: u64,
    bytes: Vec<u8>,
    /// Where the next byte is written.
    at: usize,
    /// How many of the bytes are finished.
    finished: usize,
}

impl Pending {
    fn take(&mut self) -> Vec<u8> {
        let rest = self.bytes.split_off(self.finished);
        self.before += self.finished as u64;
        self.at = self.at.saturating_sub(self.finished);
        self.finished = 0;
        mem::replace(&mut self.bytes, rest)
    }
}

/// The writer asks for it, but reads nothing unless files are copied within an archive.
impl Read for Window {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let Pending { bytes, at, .. } = &mut *self.0.borrow_mut();
        let count = bytes.get(*at..).unwrap_or_default().read(into)?;
        *at += count;
        Ok(count)
    }
}

impl Write for Window {
    fn write(&mut self, new: &[u8]) -> io::Result<usize> {
        let Pending { bytes, at, .. } = &mut *self.0.borrow_mut();
        let (over, behind) = new.split_at(new.len().min(bytes.len().saturating_sub(*at)));
        if let Some(old) = bytes.get_mut(*at..*at + over.len()) {
            old.copy_from_slice(over);
        }
        bytes.extend_from_slice(behind);
        *at += new.len();
        Ok(new.len())
    }

    /// Called at the end of each file: from here on, nothing before is changed.
    fn flush(&mut self) -> io::Result<()> {
        let pending = &mut *self.0.borrow_mut();
        pending.finished = pending.bytes.len();
        Ok(())
    }
}

impl Seek for Window {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let pending = &mut *self.0.borrow_mut();
        let (from, by) = match to {
            SeekFrom::Start(to) => (to, 0),
            SeekFrom::Current(by) => (pending.before + pending.at as u64, by),
            SeekFrom::End(by) => (pending.before + pending.bytes.len() as u64, by),
        };
        let to = from.checked_add_signed(by);
        let at = to.and_then(|to| usize::try_from(to.checked_sub(pending.before)?).ok());
        match at.filter(|at| *at <= pending.bytes.len()) {
            Some(at) => {
                pending.at = at;
                Ok(pending.before + at as u64)
            }
            None => Err(io::Error::new(ErrorKind::InvalidInput, "that part was handed out")),
        }
    }
}
