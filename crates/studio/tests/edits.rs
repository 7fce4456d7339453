//! Edits: whatever is done can be taken back, and what does not fit changes nothing.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

mod support;

use proptest::prelude::*;
use solidarity_studio::{
    Document, Edit, EditError, Field, History, Key, Limits, Logo, Particular, Place, SenderField,
};
use support::{any_deed, any_document, document, edit, message};

fn stored(document: &Document) -> String {
    document.stored().expect("text")
}

fn set(key: Key, field: Field, value: &str) -> Edit {
    Edit::Set { key, field, value: Some(value.to_owned()) }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_can_be_undone_and_done_again(
        mut document in any_document(),
        deeds in proptest::collection::vec((any_deed(), any::<bool>()), 0..12),
    ) {
        let before = stored(&document);
        let mut history = History::new(Limits::default());
        for (deed, pauses) in deeds {
            let edit = edit(&document, deed);
            let untouched = stored(&document);
            if history.apply(&mut document, edit).is_err() {
                prop_assert_eq!(untouched, stored(&document));
            }
            if pauses {
                history.seal();
            }
        }
        let after = stored(&document);
        while history.undo(&mut document).expect("its own edits fit").is_some() {}
        prop_assert_eq!(&before, &stored(&document));
        while history.redo(&mut document).expect("its own edits fit").is_some() {}
        prop_assert_eq!(after, stored(&document));
        while history.undo(&mut document).expect("its own edits fit").is_some() {}
        prop_assert_eq!(before, stored(&document));
    }
}

#[test]
fn typing_in_one_field_is_one_step_until_there_is_a_pause() {
    let mut document = document(vec![message("Harmonia", &["Dear friends"])]);
    let key = document.keys()[0];
    let mut history = History::default();
    let name = Field::Sender(0, SenderField::Name(0));
    for typed in ["Harmoni", "Harmon", "Harmony"] {
        history.apply(&mut document, set(key, name, typed)).expect("a field");
    }
    history.seal();
    history.apply(&mut document, set(key, name, "Harmony!")).expect("a field");
    history.apply(&mut document, set(key, Field::Paragraph(0), "Dear all")).expect("a field");
    assert_eq!(history.undo_name(), Some("change Harmony!: paragraph 1"));
    let names = std::iter::from_fn(|| {
        let shown = history.undo(&mut document).expect("fits")?;
        Some((shown.place, document.name_of(key)))
    });
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            (Place::Message(key, Some(Field::Paragraph(0))), "Harmony!".to_owned()),
            (Place::Message(key, Some(name)), "Harmony".to_owned()),
            (Place::Message(key, Some(name)), "Harmonia".to_owned()),
        ]
    );
    assert_eq!(
        (history.undo_name(), history.redo_name()),
        (None, Some("change Harmonia: sender 1, name"))
    );
}

#[test]
fn a_new_edit_ends_what_could_be_done_again_and_an_idle_one_does_not() {
    let mut document = document(vec![message("Harmonia", &["Dear friends"])]);
    let key = document.keys()[0];
    let mut history = History::default();
    history.apply(&mut document, set(key, Field::Id, "harmonia-portugal")).expect("a field");
    history.undo(&mut document).expect("fits");
    history.apply(&mut document, set(key, Field::Id, "harmonia")).expect("a field");
    assert!(history.redo_name().is_some());
    history.apply(&mut document, set(key, Field::Id, "other")).expect("a field");
    assert_eq!(history.redo_name(), None);
}

#[test]
fn what_is_beyond_the_limits_is_forgotten_but_for_the_last_step() {
    let mut document = document(vec![message("Harmonia", &["Dear friends"])]);
    let key = document.keys()[0];
    let steps = |limits: Limits, document: &mut Document| {
        let mut history = History::new(limits);
        for length in 1..20_usize {
            let text = "x".repeat(1_000 * length);
            history.apply(document, set(key, Field::Paragraph(0), &text)).expect("a field");
            history.seal();
        }
        let mut count = 0;
        while history.undo(document).expect("fits").is_some() {
            count += 1;
        }
        count
    };
    assert_eq!(steps(Limits { steps: 5, bytes: usize::MAX }, &mut document), 5);
    assert_eq!(steps(Limits { steps: 100, bytes: 60_000 }, &mut document), 3);
    assert_eq!(steps(Limits { steps: 0, bytes: 0 }, &mut document), 1);
}

#[test]
fn what_does_not_fit_is_refused_by_name() {
    let mut document = document(vec![message("A", &["1"]), message("B", &["2"])]);
    let [a, b] = document.keys()[..] else { panic!("two messages") };
    let before = document.clone();
    let gone = document.new_key(0);
    let splice =
        |at, removed: &[Key]| Edit::Splice { at, removed: removed.to_vec(), inserted: Vec::new() };
    let twice =
        Edit::Splice { at: 0, removed: vec![], inserted: vec![before.messages()[0].clone()] };
    let country = Field::Sender(4, SenderField::Country);
    for (edit, error) in [
        (set(gone, Field::Id, "x"), EditError::NoMessage(gone)),
        (set(a, country, "PT"), EditError::NoField(country)),
        (Edit::Set { key: a, field: Field::Id, value: None }, EditError::Required(Field::Id)),
        (Edit::Move { key: a, to: 2 }, EditError::NoPosition(2)),
        (splice(3, &[]), EditError::NoPosition(3)),
        (splice(0, &[b]), EditError::Changed),
        (twice, EditError::KeyTaken(a)),
        (Edit::Order(vec![a, a]), EditError::Changed),
        (Edit::Order(vec![a]), EditError::Changed),
    ] {
        let batch = Edit::Batch {
            name: "several".to_owned(),
            edits: vec![set(b, Field::Id, "changed"), edit.clone()],
        };
        for edit in [edit, batch] {
            assert_eq!(document.apply(edit), Err(error.clone()));
            assert_eq!(document, before);
        }
    }
}

#[test]
fn a_key_is_not_given_twice() {
    let mut document = document(vec![message("A", &["1"])]);
    let key = document.keys()[0];
    let removal = Edit::Splice { at: 0, removed: vec![key], inserted: Vec::new() };
    document.apply(removal).expect("it is there");
    assert_ne!(document.new_key(0), key);
}

#[test]
fn an_occasion_goes_with_its_last_field() {
    let mut document = document(Vec::new());
    let mut particular = |field: Particular, value: Option<&str>| {
        let value = value.map(str::to_owned);
        document.apply(Edit::Particular { field, value }).expect("any field fits");
        document.collection().occasion.clone()
    };
    let place = particular(Particular::OccasionPlace, Some("Lisbon")).expect("an occasion");
    assert_eq!((place.name.as_str(), place.place.as_deref()), ("", Some("Lisbon")));
    assert!(particular(Particular::Occasion, Some("Congress")).is_some());
    assert!(particular(Particular::OccasionPlace, None).is_some());
    assert_eq!(particular(Particular::Occasion, None), None);
}

#[test]
fn a_logo_and_its_file_name_are_one_step() {
    let mut document = document(Vec::new());
    let before = document.clone();
    let mut history = History::default();
    let logo = Logo {
        name: "logo.svg".to_owned(),
        media_type: "image/svg+xml".to_owned(),
        stored: "1".to_owned(),
    };
    history.apply(&mut document, Edit::logo(Some(logo.clone()))).expect("it fits");
    assert_eq!(
        (document.logo(), document.collection().logo.as_deref()),
        (Some(&logo), Some("logo.svg"))
    );
    let shown = history.undo(&mut document).expect("it fits").expect("a step");
    let place = Place::Collection(Some(Particular::Logo));
    assert_eq!((shown.name.as_str(), shown.place), ("change the logo", place));
    assert_eq!(document, before);
}

#[test]
fn what_is_undone_can_be_seen_where_it_was_done() {
    let mut document = document(vec![message("A", &["1", "2"]), message("B", &["3"])]);
    let [a, b] = document.keys()[..] else { panic!("two messages") };
    let day = Particular::OccasionStarts;
    let value = Some("2026-05-01".to_owned());
    let particular = Edit::Particular { field: day.clone(), value };
    let place = |place: Place| (place.clone(), place);
    let split = document.split_message(a, 1).expect("two paragraphs");
    let mut new = document.new_message();
    new.key = Key(90);
    for (edit, (undone, done)) in [
        (particular, place(Place::Collection(Some(day)))),
        (split, place(Place::Message(a, None))),
        (Edit::Move { key: b, to: 0 }, place(Place::Message(b, None))),
        (Edit::Order(vec![b, a]), place(Place::List)),
        (document.removal(b).expect("it is there"), (Place::Message(b, None), Place::List)),
        (Edit::insertion(0, new), (Place::List, Place::Message(Key(90), None))),
    ] {
        let mut history = History::default();
        history.apply(&mut document, edit).expect("it fits");
        let shown = history.undo(&mut document).expect("it fits").expect("a step");
        assert_eq!(shown.place, undone, "{}", shown.name);
        let shown = history.redo(&mut document).expect("it fits").expect("a step");
        assert_eq!(shown.place, done, "{}", shown.name);
        history.undo(&mut document).expect("it fits");
    }
}
