//! What the publisher writes into a page is what the program reads from it.

use proptest::prelude::*;
use solidarity_core::handover::{Handover, PageShape, Parts};

fn read(written: &[(&str, String)]) -> Option<Handover> {
    Handover::read(&|wanted| {
        let found = written.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| value.clone())
    })
}

#[test]
fn a_page_that_nobody_wrote_says_nothing() {
    assert_eq!(read(&[]), None);
    assert_eq!(read(&[("data-messages", "a.json".into())]), None);
}

#[test]
fn a_shape_that_is_none_is_not_read() {
    let attribute = |name: &str| Some(if name == "data-shape" { "?" } else { "" }.to_owned());
    assert_eq!(Handover::read(&attribute), None);
}

fn file() -> impl Strategy<Value = String> {
    "[a-z0-9./-]{1,20}"
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        messages in file(),
        page in ".{0,30}",
        nodes in prop::collection::vec("[a-z#]{1,8}", 0..5),
        parts in prop::option::of(([file(), file(), file()], prop::collection::vec(0_usize..999, 0..4))),
        url in prop::option::of(".{0,30}"),
    ) {
        let mut shape = PageShape::EMPTY;
        nodes.iter().for_each(|node| shape.add(node));
        let (parts, texts) = match parts {
            Some(([index, order, texts], shown)) => (Some(Parts { index, order, texts }), shown),
            None => (None, Vec::new()),
        };
        let handover = Handover { messages, page, shape, parts, texts, url };
        prop_assert_eq!(read(&handover.attributes()), Some(handover));
    }
}
