//! Fuzzing: inputs that nobody would think of, for everything that reads what others wrote.
//!
//! A target reads bytes and says what it noticed, or what must not be. The loop keeps inputs of which a
//! target noticed something new, and changes them further. It needs nothing but stable Rust: coverage
//! as libFuzzer measures it would need a C++ compiler, and for bolero and cargo-fuzz a nightly one of Rust.
//! In exchange a target tells more than which code ran, such as the kind of a problem.

pub mod corpus;
pub mod mutation;
pub mod run;
pub mod targets;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// The most bytes of an input.
pub const LARGEST: usize = 64 * 1024;

/// What a target noticed in an input.
#[derive(Debug, Default)]
pub struct Noticed(BTreeSet<u64>);

impl Noticed {
    /// Notices something of a kind.
    pub fn note(&mut self, kind: &str, what: impl Debug) {
        self.0.insert(
            BuildHasherDefault::<DefaultHasher>::default().hash_one((kind, format!("{what:?}"))),
        );
    }

    /// Notices about how many there are of something.
    pub fn count(&mut self, kind: &str, number: usize) {
        self.note(kind, number.checked_ilog2());
    }

    /// What was noticed, as numbers that are the same in every run.
    pub fn into_features(self) -> BTreeSet<u64> {
        self.0
    }
}

/// What a target says of an input: what it noticed, or what must not be.
pub type Verdict = Result<Noticed, String>;

/// Something that reads what others wrote.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name, and that of its folder in the corpus.
    pub name: &'static str,
    /// Reads an input.
    pub read: fn(&[u8]) -> Verdict,
    /// What inputs are made of.
    pub words: &'static [&'static str],
    /// Inputs to begin with, besides those of the corpus: large ones, and those that code makes.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// An error unless something holds.
///
/// # Errors
/// What is not so.
pub fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}
