//! The list of messages, the places in it, and the versions that are kept.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

mod support;

use proptest::prelude::*;
use solidarity_exchange::check::check;
use solidarity_studio::{
    Document, Edit, Field, Key, Origin, Particular, Place, SenderField, SignatureField, SortBy,
    retention,
};
use support::{document, message};

fn ids(document: &Document) -> Vec<&str> {
    document.messages().iter().map(|entry| entry.message.id.as_str()).collect()
}

#[test]
fn messages_that_are_added_get_ids_of_their_own_and_come_back_under_their_old_ones() {
    let mut document = document(["a", "b"].map(|id| message(id, &["1"])).to_vec());
    document.mark_published();
    let newcomers = |ids: &[&str]| -> Vec<_> {
        let origin = |line| Some(Origin { file: "form.csv".to_owned(), line });
        ids.iter().enumerate().map(|(nth, id)| (message(id, &["2"]), origin(nth + 2))).collect()
    };
    document.apply(document.addition(newcomers(&["b", "c", "b"]))).expect("it fits");
    assert_eq!(ids(&document), ["a", "b", "b-2", "c", "b-3"]);
    assert_eq!(document.messages()[3].origin.as_ref().map(|origin| origin.line), Some(3));
    let edit = document.replacement(newcomers(&["b", "a", "a", ""]));
    assert_eq!(edit.name(&document), "replace the messages");
    let inverse = document.apply(edit).expect("it fits");
    assert_eq!(ids(&document), ["b", "a", "a-2", "message"]);
    document.apply(inverse).expect("it fits");
    assert_eq!(ids(&document), ["a", "b", "b-2", "c", "b-3"]);
}

#[test]
fn adding_takes_time_in_proportion_to_the_messages() {
    let mut document = document(Vec::new());
    let many = vec![(message("Harmonia", &["1"]), None); 30_000];
    document.apply(document.addition(many)).expect("it fits");
    assert_eq!(document.messages()[29_999].message.id, "harmonia-30000");
}

#[test]
fn messages_move_up_and_down_and_stop_at_the_ends() {
    let mut document = document(["a", "b", "c"].map(|id| message(id, &["1"])).to_vec());
    let [a, b, c] = document.keys()[..] else { panic!("three messages") };
    assert_eq!((document.moved_up(a), document.moved_down(c)), (None, None));
    for (edit, expected) in [
        (document.moved_down(a), ["b", "a", "c"]),
        (document.moved_up(b), ["b", "a", "c"]),
        (Some(Edit::Move { key: a, to: 2 }), ["b", "c", "a"]),
        (Some(Edit::Move { key: c, to: 0 }), ["c", "a", "b"]),
    ] {
        let inverse = document.apply(edit.expect("a move")).expect("it fits");
        assert_eq!(ids(&document), expected);
        document.apply(inverse).expect("it fits");
        assert_eq!(ids(&document), ["a", "b", "c"]);
    }
}

#[test]
fn messages_are_sorted_by_name_or_by_the_country_that_is_shown() {
    let from = |id: &str, country: Option<&str>| {
        let mut message = message(id, &["1"]);
        message.senders[0].country = country.map(str::to_owned);
        message
    };
    let messages =
        vec![from("d", None), from("C", Some("TR")), from("b", Some("VN")), from("a", Some("TR"))];
    let mut document = document(messages);
    let compare = |a: &str, b: &str| a.to_lowercase().cmp(&b.to_lowercase());
    document.apply(document.sorted(SortBy::Name, &compare)).expect("it fits");
    assert_eq!(ids(&document), ["a", "b", "c", "d"]);
    document.apply(document.sorted(SortBy::Country, &compare)).expect("it fits");
    assert_eq!(ids(&document), ["a", "c", "b", "d"]);
    let field = Particular::PlaceName("VN".to_owned());
    document.apply(Edit::Particular { field, value: Some("Annam".to_owned()) }).expect("it fits");
    document.apply(document.sorted(SortBy::Country, &compare)).expect("it fits");
    assert_eq!(ids(&document), ["b", "a", "c", "d"]);
}

#[test]
fn a_finding_has_the_field_that_it_is_about() {
    let keys = [Key(7), Key(3)];
    let field = |path: &str| match Place::of(path, &keys) {
        Some(Place::Message(Key(3), field)) => field,
        other => panic!("{path}: {other:?}"),
    };
    for (path, expected) in [
        ("messages[1].senders[0].country", Field::Sender(0, SenderField::Country)),
        ("messages[1].senders[2].names[1]", Field::Sender(2, SenderField::Name(1))),
        ("messages[1].senders[2].names[1].lang", Field::Sender(2, SenderField::NameLanguage(1))),
        ("messages[1].senders", Field::Sender(0, SenderField::Name(0))),
        ("messages[1].signatures[4].role", Field::Signature(4, SignatureField::Role)),
        ("messages[1].body[2].text", Field::Paragraph(2)),
        ("messages[1].body[2]", Field::Paragraph(2)),
        ("messages[1].body[2].lang", Field::ParagraphLanguage(2)),
        ("messages[1].id", Field::Id),
    ] {
        assert_eq!(field(path), Some(expected), "{path}");
    }
    for path in [
        "messages[1]",
        "messages[1].colour",
        "messages[1].senders[x]",
        "messages[1].senders[0].hue",
    ] {
        assert_eq!(field(path), None, "{path}");
    }
    for (path, expected) in [
        ("collection.occasion.starts", Some(Particular::OccasionStarts)),
        ("collection.placeNames.VN", Some(Particular::PlaceName("VN".to_owned()))),
        ("collection.host", Some(Particular::Host)),
        ("collection", None),
        ("collection.colour", None),
    ] {
        assert_eq!(Place::of(path, &keys), Some(Place::Collection(expected)), "{path}");
    }
    assert_eq!(Place::of("messages", &keys), Some(Place::List));
    for path in ["", "$schema", "messages[2]", "messages[-1]", "messages[x].id"] {
        assert_eq!(Place::of(path, &keys), None, "{path}");
    }
    let label = |path: &str| Place::of(path, &keys).map(|place| place.label()).unwrap_or_default();
    assert_eq!(label("messages[0].senders[0].country"), "Sender 1, country");
    assert_eq!(label("messages[0].body[2].lang"), "Paragraph 3, language");
    assert_eq!(label("messages[0].senders[1].names[1]"), "Sender 2, name 2");
}

#[test]
fn every_finding_of_the_checker_has_a_place() {
    let mut wrong = message("Harmonia", &["", "Dear \u{fffd}friends"]);
    wrong.senders[0].country = Some("Portugal".to_owned());
    wrong.senders[0].region = Some("moon".to_owned());
    wrong.id = "Harm onia".to_owned();
    let mut document = document(vec![message("A", &["1"]), wrong]);
    let field = Particular::OccasionStarts;
    document.apply(Edit::Particular { field, value: Some("June".to_owned()) }).expect("it fits");
    let findings = check(&document.dataset().expect("text")).findings;
    let keys = document.keys();
    let places: Vec<_> =
        findings.iter().map(|it| (it.path.as_str(), Place::of(&it.path, &keys))).collect();
    assert!(places.iter().all(|(_, place)| place.is_some()), "{places:#?}");
    for place in [
        Place::Message(keys[1], Some(Field::Sender(0, SenderField::Country))),
        Place::Message(keys[1], Some(Field::Id)),
        Place::Message(keys[1], Some(Field::Paragraph(0))),
        Place::Collection(Some(Particular::OccasionStarts)),
    ] {
        assert!(
            places.iter().any(|(_, found)| found.as_ref() == Some(&place)),
            "{place:?}: {places:#?}"
        );
    }
}

const HOUR: u64 = 3_600;
const NOW: u64 = 1_000 * 24 * HOUR + 12 * HOUR;

#[test]
fn of_the_last_hour_twenty_are_kept_then_one_an_hour_then_one_a_day() {
    let every_two_minutes = |of: std::ops::Range<u64>| of.step_by(120).map(|age| NOW - age);
    let kept = |times: &[u64]| {
        let delete = retention(times, NOW);
        let mut kept: Vec<_> = times.to_vec();
        for at in delete.into_iter().rev() {
            kept.remove(at);
        }
        kept
    };
    let times: Vec<_> = every_two_minutes(0..HOUR).collect();
    assert_eq!(kept(&times).len(), 20);
    let times: Vec<_> = every_two_minutes(0..20 * 24 * HOUR).collect();
    let left = kept(&times);
    let ages: Vec<_> = left.iter().map(|time| NOW - time).collect();
    let of_day = ages.iter().filter(|age| (HOUR..24 * HOUR).contains(age)).count();
    let older: Vec<_> = ages.iter().filter(|age| **age >= 24 * HOUR).collect();
    assert!((22..=24).contains(&of_day), "{of_day}");
    assert!((13..=14).contains(&older.len()), "{older:?}");
    assert!(ages.iter().all(|age| *age < 14 * 24 * HOUR));
    // What is kept is kept again.
    assert_eq!(kept(&left), left);
}

#[test]
fn the_newest_version_is_kept_however_old_it_is() {
    assert_eq!(retention(&[5, 9, 7], NOW), [0, 2]);
    assert_eq!(retention(&[], NOW), [0; 0]);
    // The clock was wrong.
    assert_eq!(retention(&[NOW + 500, NOW], NOW), [0; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn versions_that_are_deleted_one_by_one_leave_no_gap(step in 60_u64..4_000) {
        let mut times: Vec<u64> = Vec::new();
        let mut now = NOW;
        for _ in 0..800 {
            now += step;
            times.push(now);
            for at in retention(&times, now).into_iter().rev() {
                times.remove(at);
            }
        }
        // Twenty, one for each hour and day that has begun.
        prop_assert!(times.len() <= 20 + 25 + 15, "{}", times.len());
        let day = 24 * HOUR;
        let days: std::collections::BTreeSet<_> = times.iter().map(|time| time / day).collect();
        let worked = 800 * step / day;
        prop_assert!(days.len() as u64 >= worked.min(13), "{} of {worked}", days.len());
    }
}
