//! What is known about documents that are kept, and which versions of them are.
#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

mod support;

use proptest::prelude::*;
use solidarity_studio::{
    Ago, Changes, Document, Edit, Field, Kept, KeptId, KeptVersion, Outline, Particular, Unit,
    is_due, next_time, outdated,
};
use support::{document, message};

fn letters() -> Document {
    document(vec![message("Harmonia", &["Dear friends"]), message("Union", &["Dear all"])])
}

fn set(document: &mut Document, nth: usize, text: &str) {
    let key = document.keys()[nth];
    let value = Some(text.to_owned());
    document.apply(Edit::Set { key, field: Field::Paragraph(0), value }).expect("a paragraph");
}

#[test]
fn an_address_names_a_document_only_by_an_id() {
    for text in ["", "a b", "Ab", "a/b", "..", "aaaaaaaaaaaaaaaaa"] {
        assert_eq!(KeptId::parse(text), None, "{text}");
    }
    assert_eq!(KeptId::parse("k3j9x2").expect("an id").as_str(), "k3j9x2");
}

proptest! {
    #[test]
    fn every_drawn_id_can_be_read_again(random in 0.0..1.0_f64) {
        let id = KeptId::drawn(random);
        prop_assert_eq!(KeptId::parse(id.as_str()), Some(id));
    }
}

#[test]
fn different_draws_give_different_ids() {
    let ids: std::collections::BTreeSet<_> =
        (0..1_000).map(|nth| KeptId::drawn(f64::from(nth) / 1_000.0)).collect();
    assert_eq!(ids.len(), 1_000);
}

#[test]
fn the_list_says_the_title_and_how_many_messages() {
    let kept = Kept::of(&letters(), 1_700_000_000, 3);
    assert_eq!((kept.title.as_str(), kept.count), ("Letters", 2));
}

#[test]
fn a_version_says_what_has_changed_since() {
    let mut document = letters();
    let before = Outline::of(&document);
    assert_eq!(before.changes(&Outline::of(&document)), Changes::default());

    set(&mut document, 0, "Dear comrades");
    let removed = vec![document.keys()[1]];
    document.apply(Edit::Splice { at: 1, removed, inserted: Vec::new() }).expect("the second");
    let entry = |nth| solidarity_studio::Entry {
        key: document.new_key(nth),
        message: message("Choir", &["Hello"]),
        origin: None,
    };
    let inserted = vec![entry(0), entry(1)];
    document.apply(Edit::Splice { at: 1, removed: Vec::new(), inserted }).expect("new keys");
    let changes = before.changes(&Outline::of(&document));
    assert_eq!(changes, Changes { added: 2, removed: 1, changed: 1, ..Changes::default() });

    let value = Some("Greetings".to_owned());
    document.apply(Edit::Particular { field: Particular::Title, value }).expect("a title");
    assert!(before.changes(&Outline::of(&document)).collection);
}

#[test]
fn another_order_is_a_change() {
    let mut document = letters();
    let before = Outline::of(&document);
    let key = document.keys()[0];
    document.apply(Edit::Move { key, to: 1 }).expect("a position");
    let changes = before.changes(&Outline::of(&document));
    assert_eq!(changes, Changes { order: true, ..Changes::default() });
}

#[test]
fn what_is_known_of_a_version_survives_being_stored() {
    let version = KeptVersion::of(&letters(), 1_700_000_000, 812);
    let stored = serde_json::to_string(&version).expect("JSON");
    assert_eq!(serde_json::from_str::<KeptVersion>(&stored).expect("a version"), version);
}

#[test]
fn going_back_keeps_the_ids_that_others_have_links_to() {
    let mut earlier = letters();
    let mut present = letters();
    present.mark_published();
    earlier.keep_published(&present);
    assert!(earlier.is_published("harmonia"));
}

#[test]
fn a_key_that_was_given_after_a_version_is_not_given_again_after_going_back() {
    let mut earlier = letters();
    let mut present = letters();
    let key = present.new_key(0);
    let entry = solidarity_studio::Entry { key, message: message("Choir", &[]), origin: None };
    let inserted = vec![entry];
    present.apply(Edit::Splice { at: 0, removed: Vec::new(), inserted }).expect("a new key");
    earlier.keep_published(&present);
    assert_ne!(earlier.new_key(0), key);
}

#[test]
fn a_version_is_taken_every_three_minutes() {
    assert!(is_due(None, 1_000));
    assert!(!is_due(Some(1_000), 1_179));
    assert!(is_due(Some(1_000), 1_180));
    assert!(!is_due(Some(1_000), 10), "a clock that was set back takes no version at each letter");
}

#[test]
fn two_versions_never_have_the_same_time() {
    assert_eq!(next_time(None, 1_000), 1_000);
    assert_eq!(next_time(Some(999), 1_000), 1_000);
    assert_eq!(next_time(Some(1_000), 1_000), 1_001);
    assert_eq!(next_time(Some(1_000), 10), 1_001);
}

fn versions(count: u64, size: usize) -> Vec<KeptVersion> {
    (0..count).map(|nth| KeptVersion::of(&letters(), 1_000_000 + nth * 180, size)).collect()
}

#[test]
fn small_versions_of_the_last_hour_are_all_kept() {
    let versions = versions(20, 1_000);
    assert_eq!(outdated(&versions, 1_000_000 + 19 * 180), Vec::<u64>::new());
}

#[test]
fn of_large_versions_the_oldest_go_first() {
    let outdated = outdated(&versions(10, 10 << 20), 1_000_000 + 10 * 180);
    let mut sorted = outdated.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, [1_000_000, 1_000_180, 1_000_360, 1_000_540]);
}

#[test]
fn the_newest_version_is_kept_however_large() {
    assert_eq!(outdated(&versions(1, 100 << 20), 2_000_000), Vec::<u64>::new());
}

#[test]
fn times_are_told_in_the_largest_whole_unit() {
    let ago = |seconds: u64| Ago::between(1_000_000_000, 1_000_000_000 + seconds);
    assert_eq!(ago(59), Ago { count: 0, unit: Unit::Second });
    assert_eq!(ago(60), Ago { count: 1, unit: Unit::Minute });
    assert_eq!(ago(7_199), Ago { count: 1, unit: Unit::Hour });
    assert_eq!(ago(3 * 86_400), Ago { count: 3, unit: Unit::Day });
    assert_eq!(ago(70 * 86_400), Ago { count: 2, unit: Unit::Month });
    assert_eq!(ago(800 * 86_400), Ago { count: 2, unit: Unit::Year });
    assert_eq!(Ago::between(20, 10), Ago { count: 0, unit: Unit::Second });
}
