//! Sorting keeps every entry, and the order of those that are equal.

use proptest::prelude::*;
use solidarity_studio::{sort_by, sort_by_key};

proptest! {
    #[test]
    fn lists_are_sorted_as_by_the_standard_library(list: Vec<(u8, String)>) {
        let mut expected = list.clone();
        expected.sort_by_key(|(key, _)| *key);
        let mut sorted = list.clone();
        sort_by_key(&mut sorted, |(key, _)| *key);
        prop_assert_eq!(&sorted, &expected);

        expected.sort_by(|(_, a), (_, b)| b.cmp(a));
        sort_by(&mut sorted, |(_, a), (_, b)| b.cmp(a));
        prop_assert_eq!(sorted, expected);
    }
}
