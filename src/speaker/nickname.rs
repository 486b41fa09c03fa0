//! Short forms of given names: `Bill Berg` is William Berg, `Tim Berg` Timothy Berg.

use once_cell::sync::Lazy;
use rustc_hash::FxHashSet;

use super::words::key;
use crate::lexicon::entries;

/// A short form with a name that it stands for, by their keys.
static PAIRS: Lazy<FxHashSet<(u64, u64)>> = Lazy::new(|| {
    let entries = entries(include_str!("../lexicon/nicknames.txt"));
    let pairs = entries.flat_map(|entry| {
        let short = key(entry[0]);
        entry.into_iter().skip(1).map(move |name| (short, key(name)))
    });
    pairs.collect()
});

/// The beginning of a name that stands for it has so many letters at least …
const FEWEST: usize = 3;
/// … and lacks so many: `Dan` is no Dana.
const LACKING: usize = 2;

/// Whether one of two given names is short for the other.
pub(super) fn is_short_for(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let keys = (key(short), key(long));
    begins(short, long) || PAIRS.contains(&keys) || PAIRS.contains(&(keys.1, keys.0))
}

/// `Tim` of `Timothy`, but not `Jean` of `Jean-Luc`.
fn begins(short: &str, long: &str) -> bool {
    let rest = long.strip_prefix(short);
    let letters =
        |rest: &str| rest.len() >= LACKING && rest.bytes().all(|byte| byte.is_ascii_lowercase());
    short.len() >= FEWEST && rest.is_some_and(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms() {
        for (short, long) in [("Tim", "Timothy"), ("Bill", "William"), ("Peggy", "Margaret")] {
            assert!(is_short_for(short, long) && is_short_for(long, short), "{short} {long}");
        }
        for (one, other) in [("Dan", "Dana"), ("Jean", "Jean-Luc"), ("Al", "Alma"), ("Tom", "Tim")]
        {
            assert!(!is_short_for(one, other), "{one} {other}");
        }
    }
}
