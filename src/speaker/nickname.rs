//! Short forms of given names: `Bill Berg` is William Berg, `Tim Berg` Timothy Berg.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::words::key;
use crate::lexicon::entries;

/// The names that a short form stands for, all by their keys.
static LONG_FORMS: Lazy<FxHashMap<u64, SmallVec<[u64; 4]>>> = Lazy::new(|| {
    let entries = entries(include_str!("../lexicon/nicknames.txt"));
    entries
        .map(|entry| (key(entry[0]), entry[1..].iter().map(|name| key(name)).collect()))
        .collect()
});

/// The names that a short form of a list stands for, by their keys.
pub(super) fn long_forms(short: u64) -> &'static [u64] {
    LONG_FORMS.get(&short).map_or(&[], |names| names)
}

/// The beginning of a name that stands for it has so many letters at least …
const FEWEST: usize = 3;
/// … and lacks so many: `Dan` is no Dana.
const LACKING: usize = 2;

/// Whether one of two given names is short for the other.
pub(super) fn is_short_for(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let (one, other) = (key(short), key(long));
    begins(short, long) || long_forms(one).contains(&other) || long_forms(other).contains(&one)
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
