//! Where one word stands.

use super::index::Field;

/// The messages that have a word.
///
/// In names, which are few, each place stands by itself. In texts it is one entry for each message:
/// the distance to the message before and how often, as numbers of seven bits to the byte (LEB128,
/// the DWARF 5 standard, §7.6), which makes most entries two bytes.
#[derive(Default)]
pub struct Postings {
    names: Vec<(u32, Field)>,
    texts: Vec<u8>,
    /// The last message in `texts`, plus one.
    last: u32,
    /// How many times it stands in that message: not written yet.
    count: u32,
    /// The message before that one, plus one.
    before: u32,
    /// How many messages have it, anywhere.
    messages: u32,
    /// The last of those, plus one.
    newest: u32,
}

impl Postings {
    /// Notes that the word stands in a message, one not before those noted already. Whether it is
    /// the first time in this message.
    pub fn add(&mut self, message: u32, field: Field) -> bool {
        let first = self.newest != message + 1;
        self.newest = message + 1;
        self.messages += u32::from(first);
        if field != Field::Body {
            self.names.push((message, field));
        } else if self.last == message + 1 {
            self.count += 1;
        } else {
            self.flush();
            (self.before, self.last, self.count) = (self.last, message + 1, 1);
        }
        first
    }

    /// How many messages have the word.
    pub fn messages(&self) -> usize {
        self.messages as usize
    }

    /// The messages that have it in a name.
    pub fn names(&self) -> impl Iterator<Item = (usize, Field)> {
        self.names.iter().map(|(message, field)| (*message as usize, *field))
    }

    /// The messages that have it in their text, and how often.
    pub fn texts(&self) -> impl Iterator<Item = (usize, u32)> {
        let mut bytes = self.texts.iter();
        let mut message = 0;
        let written = std::iter::from_fn(move || {
            message += read(&mut bytes)?;
            Some((message as usize - 1, read(&mut bytes)?))
        });
        let open = (self.last > 0).then(|| (self.last as usize - 1, self.count));
        written.chain(open)
    }

    fn flush(&mut self) {
        if self.last > 0 {
            write(&mut self.texts, self.last - self.before);
            write(&mut self.texts, self.count);
        }
    }
}

/// Writes a number, seven bits to the byte.
pub fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads a number that [`write()`] wrote.
pub fn read(bytes: &mut std::slice::Iter<u8>) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = *bytes.next()?;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}
