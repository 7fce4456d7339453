//! When a version is saved, and which versions are deleted.

use std::cmp::Reverse;

use crate::kept::KeptVersion;
use crate::retention::retention;
use crate::sorting::sort_by_key;

/// The least time between two versions, in seconds.
const BETWEEN: u64 = 3 * 60;

/// The most bytes of all versions of a document: twenty versions of a thousand messages.
const MOST: usize = 64 << 20;

/// Whether to save the present state as a version, given the time of the newest one.
pub fn is_due(newest: Option<u64>, now: u64) -> bool {
    newest.is_none_or(|newest| now.saturating_sub(newest) >= BETWEEN)
}

/// The time of the next version: now, or the second after the newest one. Versions are known by their times, so that two
/// of the same second would be one.
pub fn next_time(newest: Option<u64>, now: u64) -> u64 {
    newest.map_or(now, |newest| now.max(newest.saturating_add(1)))
}

/// The times of the versions to delete: those that [`retention`] discards, and the oldest of the others if all
/// of them take too much space. The newest is always kept.
pub fn outdated(versions: &[KeptVersion], now: u64) -> Vec<u64> {
    let times: Vec<u64> = versions.iter().map(|version| version.time).collect();
    let given_up = retention(&times, now);
    let mut newest_first: Vec<&KeptVersion> = versions.iter().collect();
    sort_by_key(&mut newest_first, |version| Reverse(version.time));
    let mut bytes = 0_usize;
    let mut outdated: Vec<u64> = given_up.iter().filter_map(|at| times.get(*at).copied()).collect();
    for (nth, version) in newest_first.into_iter().enumerate() {
        if outdated.contains(&version.time) {
            continue;
        }
        bytes = bytes.saturating_add(version.size);
        if nth > 0 && bytes > MOST {
            outdated.push(version.time);
        }
    }
    outdated
}
