//! Native benchmarks: the time and memory to build an index, to answer each keystroke, and to lay
//! out the map. `cargo xtask bench` writes the messages and runs them.

#![allow(clippy::expect_used, reason = "a benchmark is to stop where it fails")]

use divan::{AllocProfiler, Bencher, black_box};
use fixtures::{folder, index};
use solidarity_core::atlas::{DotMap, Item, Place, TileMap, counts, group};
use solidarity_core::collection::{Collection, parse};
use solidarity_core::places::Country;
use solidarity_core::search::{Builder, Index, Query};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const COUNTS: [usize; 3] = [17, 1000, 10_000];

/// The queries, typed letter by letter.
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

/// Loading an index that the build has written.
#[divan::bench(args = COUNTS, sample_count = 5, sample_size = 1)]
fn take_over(bencher: Bencher<'_, '_>, count: usize) {
    let packed = Builder::of(folder(), &collection(count)).pack().index;
    bencher.with_inputs(|| packed.clone()).bench_values(Index::read);
}

/// All queries, typed letter by letter; items are keystrokes.
#[divan::bench(args = COUNTS, sample_count = 5, sample_size = 1)]
fn keystrokes(bencher: Bencher<'_, '_>, count: usize) {
    let index = index(&collection(count));
    let typed: Vec<&str> = QUERIES
        .iter()
        .flat_map(|query| query.char_indices().map(|(at, c)| &query[..at + c.len_utf8()]))
        .collect();
    bencher.counter(divan::counter::ItemsCount::new(typed.len())).bench(|| {
        let found = |typed: &&str| index.search(&Query::parse(folder(), typed)).messages.len();
        typed.iter().map(found).sum::<usize>()
    });
}

/// Laying countries out as tiles, for narrow and wide pages.
#[divan::bench(args = [15, 40, 250], sample_count = 5, sample_size = 1)]
fn tiles(bencher: Bencher<'_, '_>, count: usize) {
    let places = spread(count);
    bencher.bench(|| (TileMap::narrow(black_box(&places)), TileMap::wide(black_box(&places))));
}

/// Laying countries out as dots with names.
#[divan::bench(args = [15, 40], sample_count = 5, sample_size = 1)]
fn dots(bencher: Bencher<'_, '_>, count: usize) {
    let item = |country| Item { place: Place::Country(country), text: country.name, messages: 2 };
    let items: Vec<_> = countries(count).map(item).collect();
    bencher.bench(|| DotMap::new(black_box(&items)));
}

/// Counting the matches of each place: the map's share of a keystroke.
#[divan::bench(args = [15, 200], sample_count = 5, sample_size = 1)]
fn live_counts(bencher: Bencher<'_, '_>, places: usize) {
    let mut collection = collection(10_000);
    let mut around = countries(places).cycle();
    for sender in collection.messages.iter_mut().flat_map(|message| &mut message.senders) {
        sender.country = around.next();
    }
    let all: Vec<usize> = (0..collection.messages.len()).collect();
    let groups: Vec<_> =
        group(&collection, &all).into_iter().flat_map(|region| region.places).collect();
    bencher.bench(|| counts(groups.iter(), black_box(&collection), black_box(&all)));
}

/// This many countries, spread over the table and so over the world.
fn countries(count: usize) -> impl Iterator<Item = &'static Country> + Clone {
    Country::all().iter().step_by(Country::all().len() / count).take(count)
}

fn spread(count: usize) -> Vec<Place> {
    countries(count).map(Place::Country).collect()
}

fn text(count: usize) -> String {
    let path = format!("{}/../../target/bench/{count}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("the messages that `cargo xtask bench` writes")
}

fn collection(count: usize) -> Collection {
    parse(&text(count)).expect("messages in order").0
}

fn main() {
    divan::main();
}
