//! The weights of the features: `weights.txt`, read once.

use once_cell::sync::Lazy;

use super::features::{Features, Keyed, Template};
use crate::lexicon::key;

const TABLE: &str = include_str!("weights.txt");

static WEIGHTS: Lazy<Weights> = Lazy::new(|| Weights::read(TABLE, &GENRES));

/// The tables of the file: one for each genre.
const GENRES: [&str; 2] = ["report", "tale"];

/// A natural unit is 64 in the table: `e` to the minus one over 64, in parts of two to the 32.
const DECAY: u64 = 4_228_380_000;

/// Tables of weights, each with its name, by open addressing: a slot holds 22 bits of the feature's hash over 10 of its weight,
/// and an empty one zero. Small slots stay in the processor's cache.
#[derive(Debug)]
pub(crate) struct Weights {
    slots: Vec<Vec<u32>>,
}

const WEIGHT_BITS: u32 = 10;
/// No weight is heavier, in either direction.
const HEAVIEST: i16 = (1 << (WEIGHT_BITS - 1)) - 1;
/// A table has this many slots for each feature at least.
const ROOM: usize = 2;

pub(crate) fn table() -> &'static Weights {
    &WEIGHTS
}

impl Weights {
    pub(crate) fn read(table: &str, names: &[&str]) -> Self {
        let mut rows = vec![Vec::new(); names.len()];
        for (name, template, code, word, weight) in entries(table) {
            let Some(which) = names.iter().position(|held| *held == name) else { continue };
            let hash = match word.and_then(key) {
                Some(key) => hash_word(template, code, key),
                None => hash(template, code),
            };
            rows[which].push((hash, weight));
        }
        Self { slots: rows.iter().map(|rows| slots(rows)).collect() }
    }

    fn get(&self, which: usize, hash: u64) -> i32 {
        let slots = &self.slots[which];
        let mut at = hash as usize & (slots.len() - 1);
        loop {
            let slot = slots[at];
            if slot == 0 {
                return 0;
            }
            if (slot ^ mark(hash)) >> WEIGHT_BITS == 0 {
                let rest = u32::BITS - WEIGHT_BITS;
                return (slot << rest) as i32 >> rest;
            }
            at = (at + 1) & (slots.len() - 1);
        }
    }
}

/// The bits of a hash that tell it from others of its place.
fn mark(hash: u64) -> u32 {
    (hash >> u32::BITS) as u32
}

/// What a table's lines hold: its name, template, code, word if there is one, weight. A line `report cue 0: said 12 told -3` is of
/// words, `report length: 4 12 5 -3` of codes.
fn entries(table: &str) -> impl Iterator<Item = (&str, Template, u32, Option<&str>, i16)> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(": ")).flat_map(|(head, rest)| {
        let mut head = head.split(' ');
        let name = head.next().unwrap_or_default();
        let template = head.next().and_then(Template::named);
        let code: Option<u32> = head.next().and_then(|code| code.parse().ok());
        let mut fields = fields(rest);
        std::iter::from_fn(move || Some((fields.next()?, fields.next()?))).filter_map(
            move |(entry, weight)| {
                let weight = weight.parse().ok()?;
                Some(match code {
                    Some(code) => (name, template?, code, Some(entry), weight),
                    None => (name, template?, entry.parse().ok()?, None, weight),
                })
            },
        )
    })
}

/// What stands between single blanks. The tables are read at every start, and a plain walk is faster than a search made ready.
fn fields(mut rest: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let end = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
        let (field, behind) = rest.split_at(end);
        rest = behind.get(1..).unwrap_or_default();
        (!field.is_empty()).then_some(field)
    })
}

fn slots(rows: &[(u64, i16)]) -> Vec<u32> {
    let mut slots = vec![0; (rows.len() * ROOM).next_power_of_two().max(2)];
    for &(hash, weight) in rows {
        let mut at = hash as usize & (slots.len() - 1);
        while slots[at] != 0 {
            at = (at + 1) & (slots.len() - 1);
        }
        let weight = i32::from(weight.clamp(-HEAVIEST, HEAVIEST)) as u32;
        slots[at] = mark(hash) >> WEIGHT_BITS << WEIGHT_BITS | weight & ((1 << WEIGHT_BITS) - 1);
    }
    slots
}

/// Template and code in one number.
pub(crate) fn hash(template: Template, code: u32) -> u64 {
    mix(u64::from(code) << 8 | template as u64)
}

/// Template, code and word in one number; the word as the lexicon knows it, without case.
pub(crate) fn hash_word(template: Template, code: u32, key: u64) -> u64 {
    let feature = u64::from(code) << 8 | template as u64;
    mix(feature.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ key)
}

/// The number of a feature as the table writes it: template, code, word or `-`.
#[cfg(feature = "training")]
pub(crate) fn hash_of(feature: &str) -> Option<u64> {
    let mut fields = feature.split(' ');
    let (template, code) = (Template::named(fields.next()?)?, fields.next()?.parse().ok()?);
    match fields.next()? {
        "-" => Some(hash(template, code)),
        word => Some(hash_word(template, code, key(word)?)),
    }
}

/// Spreads all bits over all others (Stafford's variant 13 of Appleby's MurmurHash3 finalizer).
fn mix(mut state: u64) -> u64 {
    state = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ state >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ state >> 31
}

/// Sums the weights of the features it is told.
pub(crate) struct Sum<'w> {
    weights: &'w Weights,
    which: usize,
    pub(crate) total: i32,
}

impl<'w> Sum<'w> {
    pub(crate) fn new(weights: &'w Weights, which: usize) -> Self {
        Self { weights, which, total: 0 }
    }
}

impl Features for Sum<'_> {
    fn code(&mut self, template: Template, code: u32) {
        self.total += self.weights.get(self.which, hash(template, code));
    }

    fn word(&mut self, template: Template, code: u32, word: &str) {
        self.keyed(template, code, &Keyed::new(word));
    }

    fn keyed(&mut self, template: Template, code: u32, word: &Keyed<'_>) {
        if let Some(key) = word.key {
            self.total += self.weights.get(self.which, hash_word(template, code, key));
        }
    }
}

/// Beyond so great a lag nothing is left.
const LONGEST_LAG: usize = 1420;

static POWERS: Lazy<Vec<u64>> = Lazy::new(|| {
    let fall = |power: &u64| Some(((u128::from(*power) * u128::from(DECAY)) >> 32) as u64);
    std::iter::successors(Some(1 << 32), fall).take(LONGEST_LAG).collect()
});

/// `e` to the minus `lag` over 64, in parts of two to the 32.
pub(crate) fn power(lag: i32) -> u64 {
    POWERS.get(lag.max(0).unsigned_abs() as usize).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::genre::Genre;

    #[test]
    fn powers_fall_as_they_should() {
        assert_eq!(power(0), 1 << 32);
        let e = power(64) as f64 / 2_f64.powi(32);
        assert!((e - (-1_f64).exp()).abs() < 1e-6, "{e}");
        assert_eq!(power(i32::MAX), 0);
    }

    #[test]
    #[cfg_attr(miri, ignore = "takes hours there")]
    fn every_entry_is_a_weight() {
        let pairs =
            |line: &str| line.split_once(": ").map_or(0, |(_, rest)| rest.split(' ').count());
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        assert!(lines.clone().all(|line| pairs(line) > 0 && pairs(line) % 2 == 0));
        assert_eq!(entries(TABLE).count() * 2, lines.map(pairs).sum::<usize>());
        let weights = Weights::read(TABLE, &GENRES);
        let held = weights.slots.iter().flatten().filter(|slot| **slot != 0).count();
        assert_eq!(held, entries(TABLE).count());
        for (name, template, code, word, weight) in entries(TABLE) {
            let mut sum = Sum::new(&weights, Genre::named(name).unwrap() as usize);
            match word {
                None => sum.code(template, code),
                Some(word) => sum.word(template, code, word),
            }
            assert_eq!(sum.total, i32::from(weight), "{template:?} {code} {word:?}");
        }
    }
}
