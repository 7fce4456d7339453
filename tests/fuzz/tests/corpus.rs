//! Every input that was kept passes; and the loop that looks for others works.

#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use std::collections::BTreeSet;
use std::fs;

use fuzz::mutation::{Chance, changed};
use fuzz::run::judged;
use fuzz::targets::TARGETS;
use fuzz::{LARGEST, Noticed, Target, corpus};

#[test]
fn every_target_passes_its_corpus() {
    for target in TARGETS {
        let folder = corpus::folder().join(target.name);
        let mut files: Vec<_> = fs::read_dir(&folder)
            .expect("a folder")
            .map(|entry| entry.expect("a file").path())
            .collect();
        files.sort();
        assert!(files.len() > 1, "{}", folder.display());
        for file in files {
            let input = fs::read(&file).expect("a file");
            if let Err(what) = judged(&target, &input) {
                panic!("{}: {what}", file.display());
            }
        }
    }
}

#[test]
fn a_panic_and_an_error_are_told() {
    fn panicking(input: &[u8]) -> fuzz::Verdict {
        assert!(input.is_empty(), "{} bytes", input.len());
        Err("nothing to read".into())
    }
    let target = Target { name: "none", read: panicking, words: &[], seeds: Vec::new };
    assert_eq!(judged(&target, b"").err().as_deref(), Some("nothing to read"));
    assert_eq!(judged(&target, b"ab").err().as_deref(), Some("it panics: 2 bytes"));
}

#[test]
fn a_seed_gives_the_same_inputs_each_time_and_another_gives_others() {
    let inputs = |seed| {
        let mut chance = Chance::new(seed);
        let mut input = b"Dear friends".to_vec();
        let mut all = BTreeSet::new();
        for _ in 0..500 {
            input = changed(&input, b"of the harbour", &["choir"], &mut chance);
            assert!(input.len() <= LARGEST);
            all.insert(input.clone());
        }
        all
    };
    let first = inputs(1);
    assert_eq!(inputs(1), first);
    for other in [0, 2, 3] {
        assert_ne!(inputs(other), first, "{other}");
    }
    assert!(first.len() > 400, "{}", first.len());
}

#[test]
fn what_is_noticed_has_the_same_number_in_every_run() {
    let noticed = |kind: &str, number| {
        let mut noticed = Noticed::default();
        noticed.count(kind, number);
        noticed.into_features()
    };
    assert_eq!(noticed("messages", 5), noticed("messages", 6));
    assert_ne!(noticed("messages", 5), noticed("messages", 9));
    assert_ne!(noticed("messages", 5), noticed("notes", 5));
}
