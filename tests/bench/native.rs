//! The search engine without a browser: how long it takes to build an index and to answer each
//! keystroke, and what memory that takes. `cargo xtask bench` writes the messages and runs it.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../support/mod.rs"]
mod support;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    #![allow(clippy::expect_used, reason = "a benchmark is to stop where it fails")]

    use divan::{AllocProfiler, Bencher, black_box};
    use solidarity_atlas::collection::{Collection, parse};
    use solidarity_atlas::search::{Index, Query};

    use crate::support::folder;

    #[global_allocator]
    static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

    const COUNTS: [usize; 3] = [17, 1000, 10_000];

    /// What is typed, letter by letter.
    const QUERIES: [&str; 5] =
        ["solidarity with ukraine", "imperalism", "\"new deal\"", "people's movement", "zzzxqy"];

    /// Reading the file of messages.
    #[divan::bench(args = COUNTS, sample_count = 5, sample_size = 1)]
    fn read(bencher: Bencher<'_, '_>, count: usize) {
        let text = text(count);
        bencher.bench(|| parse(black_box(&text)).is_ok());
    }

    /// Building the index.
    #[divan::bench(args = COUNTS, sample_count = 5, sample_size = 1)]
    fn build(bencher: Bencher<'_, '_>, count: usize) {
        let collection = collection(count);
        bencher.bench(|| Index::new(folder(), black_box(&collection)));
    }

    /// All queries, typed letter by letter; items are keystrokes.
    #[divan::bench(args = COUNTS, sample_count = 5, sample_size = 1)]
    fn keystrokes(bencher: Bencher<'_, '_>, count: usize) {
        let index = Index::new(folder(), &collection(count));
        let typed: Vec<&str> = QUERIES
            .iter()
            .flat_map(|query| query.char_indices().map(|(at, c)| &query[..at + c.len_utf8()]))
            .collect();
        bencher.counter(divan::counter::ItemsCount::new(typed.len())).bench(|| {
            let found = |typed: &&str| index.search(&Query::parse(folder(), typed)).messages.len();
            typed.iter().map(found).sum::<usize>()
        });
    }

    fn text(count: usize) -> String {
        let path = format!("{}/target/bench/{count}.json", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).expect("the messages that `cargo xtask bench` writes")
    }

    fn collection(count: usize) -> Collection {
        parse(&text(count)).expect("messages in order").0
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}
