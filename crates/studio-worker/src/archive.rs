//! A ZIP archive that is streamed while it is written, so that only one file is in memory.

use std::cell::RefCell;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::mem;
use std::rc::Rc;

use solidarity_publisher::File;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A ZIP archive (APPNOTE.TXT of PKWARE). Sizes and checksums precede each file: some programs do not read them
/// after it.
pub struct Archive {
    writer: ZipWriter<Window>,
    window: Window,
    options: SimpleFileOptions,
}

impl Archive {
    /// An archive whose files all have this time, read in the time zone of whoever unpacks it.
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
    /// When the name is taken, or longer than an archive allows.
    pub fn add(&mut self, file: &File) -> ZipResult<()> {
        let method = match is_compressed(&file.path) {
            true => CompressionMethod::Stored,
            false => CompressionMethod::Deflated,
        };
        self.writer.start_file(file.path.as_str(), self.options.compression_method(method))?;
        self.writer.write_all(&file.bytes)?;
        Ok(())
    }

    /// The bytes that are final, each returned only once.
    pub fn take(&mut self) -> Vec<u8> {
        self.window.0.borrow_mut().take()
    }

    /// The rest of the bytes.
    ///
    /// # Errors
    /// None in practice.
    pub fn finish(self) -> ZipResult<Vec<u8>> {
        let window = self.writer.finish()?;
        let mut pending = window.0.borrow_mut();
        pending.finished = pending.bytes.len();
        Ok(pending.take())
    }
}

/// Whether the content of a file is already compressed, so that compressing it again costs time and saves
/// nothing.
fn is_compressed(path: &str) -> bool {
    let (_, ending) = path.rsplit_once('.').unwrap_or_default();
    ["png", "woff2", "jpg", "jpeg", "webp", "avif", "gif"].contains(&ending)
}

/// The end of an archive that may still change.
#[derive(Clone, Default)]
struct Window(Rc<RefCell<Pending>>);

#[derive(Default)]
struct Pending {
    /// The number of bytes returned before.
    before: u64,
    bytes: Vec<u8>,
    /// Where the next byte is written.
    at: usize,
    /// The number of final bytes.
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

/// The writer requires it, but reads only when files are copied within an archive.
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

    /// Called at the end of each file: nothing before this point changes any more.
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
