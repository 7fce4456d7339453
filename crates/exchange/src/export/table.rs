//! Tables for the import, with one message per row.

use csv::{QuoteStyle, WriterBuilder};
use solidarity_core::collection::raw::{RawMarkedText, RawMessage, RawSender, RawText};

use crate::import::cells::neutral;
use crate::import::fields::{Field, OF_SENDER, OF_SIGNATURE};

/// Writes a table. It begins with a byte order mark: without one, Excel takes UTF-8 for an older character set.
pub fn written(messages: &[RawMessage]) -> Result<Vec<u8>, csv::Error> {
    let most = |count: fn(&RawMessage) -> usize| messages.iter().map(count).max().unwrap_or(0);
    let senders = most(|message| message.senders.len()).max(1);
    let signatures = most(|message| message.signatures.len()).max(1);
    let mut columns = vec![(Field::Id, 1)];
    for number in 1..=senders {
        columns.extend(OF_SENDER.map(|field| (field, number)));
    }
    for number in 1..=signatures {
        columns.extend(OF_SIGNATURE.map(|field| (field, number)));
    }
    columns.push((Field::Message, 1));
    let title = |(field, number): &(Field, usize)| match number {
        1 => field.name().to_owned(),
        _ => format!("{} {number}", field.name()),
    };
    let mark = "\u{feff}".as_bytes().to_vec();
    let mut writer = WriterBuilder::new().quote_style(QuoteStyle::Never).from_writer(mark);
    writer.write_record(columns.iter().map(title))?;
    for message in messages {
        writer
            .write_record(columns.iter().map(|column| quoted(&neutral(&cell(message, *column)))))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// A cell, quoted if some program might split it: in many countries Excel separates cells at semicolons, and
/// the part after one might begin like a formula.
fn quoted(cell: &str) -> String {
    if cell.contains([',', ';', '\t', '|', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn cell(message: &RawMessage, (field, number): (Field, usize)) -> String {
    let sender = message.senders.get(number - 1);
    let signature = message.signatures.get(number - 1);
    let of_sender = |part: fn(&RawSender) -> &Option<String>| sender.and_then(|s| part(s).clone());
    let texts = |texts: &[RawText], between: &str| {
        texts.iter().map(marked).collect::<Vec<_>>().join(between)
    };
    let cell = match field {
        Field::Id => Some(message.id.clone()),
        Field::Sender => sender.map(|sender| texts(&sender.names, "\n")),
        Field::Acronym => of_sender(|sender| &sender.acronym),
        Field::Country => of_sender(|sender| &sender.country),
        Field::Region => of_sender(|sender| &sender.region),
        Field::Heading => of_sender(|sender| &sender.heading),
        Field::Signature => signature.map(|signature| signature.name.clone()),
        Field::Role => signature.and_then(|signature| signature.role.clone()),
        Field::Language => None,
        Field::Message => Some(texts(&message.body, "\n\n")),
    };
    cell.unwrap_or_default()
}

/// A text with its language before it.
fn marked(text: &RawText) -> String {
    match text {
        RawText::Plain(text) => text.clone(),
        RawText::Marked(RawMarkedText { text, lang }) => format!("{{{lang}}} {text}"),
    }
}
