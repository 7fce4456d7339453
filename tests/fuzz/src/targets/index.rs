//! A packed index whose bytes are damaged.

use solidarity_core::collection::parse;
use solidarity_core::search::{Builder, Index, Packed, Query};

use crate::{Noticed, Target, Verdict, ensure};

/// An index, and after it the word order. Its last two bytes give the length of the index, the higher
/// byte first.
pub const TARGET: Target = Target {
    name: "index",
    read,
    words: &[
        "\u{0}",
        "\u{1}",
        "\u{2}",
        "\u{7f}",
        "a",
        "solidarity",
        "\u{7f}\u{7f}\u{7f}\u{7f}\u{f}",
    ],
    seeds: || [1, 3, 17].map(packed).into(),
};

/// The index of the first messages of the first collection, as far as there is room.
fn packed(messages: usize) -> Vec<u8> {
    let Ok((mut collection, _)) = parse(fixtures::CONGRESS) else { return Vec::new() };
    collection.messages.truncate(messages);
    let Packed { index, order } = Builder::of(fixtures::folding(), &collection).pack();
    let length = u16::try_from(index.len()).unwrap_or(u16::MAX);
    [index, order, length.to_be_bytes().to_vec()].concat()
}

fn read(input: &[u8]) -> Verdict {
    let mut noticed = Noticed::default();
    let Some((bytes, [high, low])) = input.split_last_chunk() else { return Ok(noticed) };
    let at = usize::from(u16::from_be_bytes([*high, *low])).min(bytes.len());
    let (index, order) = bytes.split_at(at);
    let Ok(mut index) = Index::read(index.to_vec()) else { return Ok(noticed) };
    let has_order = index.add_order(order.to_vec()).is_ok();
    noticed.note("order", has_order);
    noticed.count("messages", index.len());
    for text in
        ["solidarity", "s", "\"the struggle\"", "-party", "from:union", "solidarty", "\"a", "ü"]
    {
        let query = Query::parse(fixtures::folding(), text);
        let found = index.search(&query);
        let outside = found.messages.iter().find(|at| **at >= index.len());
        ensure(outside.is_none(), || format!("there is no message {outside:?}"))?;
        noticed.count(text, found.messages.len());
        noticed.count("suggestions", index.suggestions(&query).len());
    }
    Ok(noticed)
}
