//! Addresses: what is written is read back.

use solidarity_core::address::{Page, View};

use super::many;
use crate::{Noticed, Target, Verdict, ensure};

/// A path below the base of the site, and a query part after a question mark.
pub const TARGET: Target = Target {
    name: "address",
    read,
    words: &[
        "m/",
        "about/",
        "countries/",
        "index.html",
        "?",
        "&",
        "=",
        "q=",
        "country=",
        "sort=",
        "sender",
        "length",
        "FR",
        "europe",
        "international",
        "%20",
        "%",
        "+",
        "//",
        "../",
        "#",
    ],
    seeds: || {
        vec![
            many("?q=", "%", 60_000, ""),
            many("?q=", "%F0", 20_000, ""),
            many("", "m/", 30_000, "?q=a"),
            many("?", "q=a&", 15_000, ""),
            many("", "/", 60_000, "index.html"),
        ]
    },
};

fn read(input: &[u8]) -> Verdict {
    let text = String::from_utf8_lossy(input);
    let (path, search) = text.split_once('?').unwrap_or((&text, ""));
    let mut noticed = Noticed::default();

    let page = Page::parse(path);
    noticed.note("page", std::mem::discriminant(&page));
    let back = Page::parse(&page.path());
    ensure(back == page, || format!("{page:?} is read back as {back:?}"))?;

    let view = View::parse(path, search);
    let address = view.address();
    let (path, search) = address.split_once('?').unwrap_or((&address, ""));
    let back = View::parse(path, search);
    ensure(back == view, || format!("{view:?} is read back as {back:?} from {address}"))?;
    ensure(Page::parse(path) == Page::Grid, || format!("{address} leads to another page"))?;
    noticed.note("view", (view.place.is_some(), view.order, view.grouping));
    noticed.count("query", view.query.len());
    Ok(noticed)
}
