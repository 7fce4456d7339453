//! Documents and edits that nobody would think of.
#![allow(dead_code, reason = "each test uses a part")]

use proptest::prelude::*;
use solidarity_core::collection::raw::{
    RawCollection, RawMarkedText, RawMessage, RawSender, RawSignature, RawText,
};
use solidarity_studio::look::{Colour, Look, Shade};
use solidarity_studio::{
    Document, Edit, Entry, Field, Logo, Particular, SenderField, SignatureField,
};

/// A collection with nothing but a title.
pub fn collection() -> RawCollection {
    serde_json::from_str(r#"{ "title": "Letters", "language": "en" }"#).expect("a collection")
}

/// A document with these messages.
pub fn document(messages: Vec<RawMessage>) -> Document {
    let mut document = Document::new(collection());
    let entry = |(nth, message)| Entry { key: document.new_key(nth), message, origin: None };
    let inserted = messages.into_iter().enumerate().map(entry).collect();
    document.apply(Edit::Splice { at: 0, removed: Vec::new(), inserted }).expect("new keys");
    document
}

/// A message from a sender, with these paragraphs.
pub fn message(sender: &str, body: &[&str]) -> RawMessage {
    let id = sender.to_lowercase().replace(' ', "-");
    let names = vec![RawText::Plain(sender.to_owned())];
    let sender = RawSender { names, acronym: None, country: None, region: None, heading: None };
    let body = body.iter().map(|text| RawText::Plain((*text).to_owned())).collect();
    RawMessage { id, senders: vec![sender], signatures: Vec::new(), body }
}

/// Words in which letters change their length with their case, or are more than one.
pub fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-cA-C ßẞİıſΣς\u{301}é🕊️東京\n]{0,24}", Just("solidarity".to_owned()), ".{0,12}",]
}

fn any_raw_text() -> impl Strategy<Value = RawText> {
    (any_text(), proptest::option::of("[a-z]{2}")).prop_map(|(text, lang)| match lang {
        None => RawText::Plain(text),
        Some(lang) => RawText::Marked(RawMarkedText { text, lang }),
    })
}

fn any_option() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(any_text())
}

/// Any message.
pub fn any_message() -> impl Strategy<Value = RawMessage> {
    let texts = |most| proptest::collection::vec(any_raw_text(), 0..most);
    let parts = (any_option(), any_option(), any_option(), any_option());
    let sender = (texts(3), parts).prop_map(|(names, (acronym, country, region, heading))| {
        RawSender { names, acronym, country, region, heading }
    });
    let signature = (any_text(), any_option()).prop_map(|(name, role)| RawSignature { name, role });
    let senders = proptest::collection::vec(sender, 0..3);
    let signatures = proptest::collection::vec(signature, 0..3);
    ("[a-z]{1,5}", senders, signatures, texts(5))
        .prop_map(|(id, senders, signatures, body)| RawMessage { id, senders, signatures, body })
}

/// Any document of a few messages.
pub fn any_document() -> impl Strategy<Value = Document> {
    proptest::collection::vec(any_message(), 0..5).prop_map(document)
}

/// A place in the list, which may not be there, and a field, which the message may not have.
fn any_field() -> impl Strategy<Value = Field> {
    let sender = prop_oneof![
        (0..3_usize).prop_map(SenderField::Name),
        (0..3_usize).prop_map(SenderField::NameLanguage),
        Just(SenderField::Acronym),
        Just(SenderField::Country),
        Just(SenderField::Region),
        Just(SenderField::Heading),
    ];
    let signature = prop_oneof![Just(SignatureField::Name), Just(SignatureField::Role)];
    prop_oneof![
        Just(Field::Id),
        (0..3_usize, sender).prop_map(|(at, field)| Field::Sender(at, field)),
        (0..3_usize, signature).prop_map(|(at, field)| Field::Signature(at, field)),
        (0..5_usize).prop_map(Field::Paragraph),
        (0..5_usize).prop_map(Field::ParagraphLanguage),
    ]
}

fn any_particular() -> impl Strategy<Value = Particular> {
    prop_oneof![
        Just(Particular::Title),
        Just(Particular::Subtitle),
        Just(Particular::Occasion),
        Just(Particular::OccasionStarts),
        Just(Particular::HostCountry),
        Just(Particular::SourceUrl),
        Just(Particular::Rights),
        Just(Particular::PlaceName("VN".to_owned())),
    ]
}

/// What somebody does; the numbers say to which message.
#[derive(Clone, Debug)]
pub enum Deed {
    Set(usize, Field, Option<String>),
    Message(usize, RawMessage),
    Add(usize, Vec<RawMessage>),
    Remove(usize, usize),
    Move(usize, usize),
    Reverse,
    Particular(Particular, Option<String>),
    Look([u8; 3]),
    Logo(Option<String>),
    Batch(Vec<Deed>),
}

/// Anything that somebody can do.
pub fn any_deed() -> impl Strategy<Value = Deed> {
    let at = 0..7_usize;
    let messages = proptest::collection::vec(any_message(), 0..3);
    let leaf = prop_oneof![
        4 => (at.clone(), any_field(), any_option()).prop_map(|(at, field, value)| Deed::Set(at, field, value)),
        1 => (at.clone(), any_message()).prop_map(|(at, message)| Deed::Message(at, message)),
        2 => (at.clone(), messages).prop_map(|(at, messages)| Deed::Add(at, messages)),
        2 => (at.clone(), 0..3_usize).prop_map(|(at, count)| Deed::Remove(at, count)),
        2 => (at.clone(), at).prop_map(|(from, to)| Deed::Move(from, to)),
        1 => Just(Deed::Reverse),
        2 => (any_particular(), any_option()).prop_map(|(field, value)| Deed::Particular(field, value)),
        1 => any::<[u8; 3]>().prop_map(Deed::Look),
        1 => any_option().prop_map(Deed::Logo),
    ];
    leaf.prop_recursive(2, 8, 4, |deed| proptest::collection::vec(deed, 0..4).prop_map(Deed::Batch))
}

/// The edit of a deed. It may not fit the document.
pub fn edit(document: &Document, deed: Deed) -> Edit {
    let key = |at: usize| document.keys().get(at).copied().unwrap_or(document.new_key(9));
    match deed {
        Deed::Set(at, field, value) => Edit::Set { key: key(at), field, value },
        Deed::Message(at, message) => Edit::Message { key: key(at), message },
        Deed::Add(at, messages) => {
            let entry =
                |(nth, message)| Entry { key: document.new_key(nth), message, origin: None };
            let inserted = messages.into_iter().enumerate().map(entry).collect();
            Edit::Splice { at, removed: Vec::new(), inserted }
        }
        Deed::Remove(at, count) => {
            let removed = (at..at + count).map(key).collect();
            Edit::Splice { at, removed, inserted: Vec::new() }
        }
        Deed::Move(from, to) => Edit::Move { key: key(from), to },
        Deed::Reverse => Edit::Order(document.keys().into_iter().rev().collect()),
        Deed::Particular(field, value) => Edit::Particular { field, value },
        Deed::Look(colour) => {
            let accent = Some(Shade { light: Colour(colour), dark: None });
            Edit::Look(Look { accent, ..Look::default() })
        }
        Deed::Logo(name) => Edit::Logo(name.map(|name| Logo {
            media_type: "image/png".to_owned(),
            stored: name.clone(),
            name,
        })),
        Deed::Batch(deeds) => {
            let edits = deeds.into_iter().map(|deed| edit(document, deed)).collect();
            Edit::Batch { name: "several".to_owned(), edits }
        }
    }
}
