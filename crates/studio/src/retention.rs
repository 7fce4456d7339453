//! Which versions of a document are kept.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::sorting::sort_by_key;

const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;

/// The most versions kept from the last hour.
const OF_LAST_HOUR: usize = 20;

/// The number of days from which a version is kept.
const DAYS: u64 = 14;

/// Which versions to delete, by their positions in `times`, which are in seconds since 1970 (UTC) and in any
/// order. Of the last hour, the newest twenty are kept; of the last day, the newest of each hour; of the last
/// fourteen days, the newest of each day. The newest of all is always kept.
pub fn retention(times: &[u64], now: u64) -> Vec<usize> {
    let mut newest_first: Vec<usize> = (0..times.len()).collect();
    let time = |at: &usize| times.get(*at).copied().unwrap_or_default();
    sort_by_key(&mut newest_first, |at| Reverse((time(at), *at)));
    let (mut hours, mut days) = (HashSet::new(), HashSet::new());
    let mut delete: Vec<usize> = Vec::new();
    for (nth, at) in newest_first.into_iter().enumerate() {
        let time = time(&at);
        let age = now.saturating_sub(time);
        let is_first_of_hour = age < DAY && hours.insert(time / HOUR);
        let is_first_of_day = age < DAYS * DAY && days.insert(time / DAY);
        let is_recent = age < HOUR && nth < OF_LAST_HOUR;
        if !(nth == 0 || is_recent || is_first_of_hour || is_first_of_day) {
            delete.push(at);
        }
    }
    sort_by_key(&mut delete, |at| *at);
    delete
}
