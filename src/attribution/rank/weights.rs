//! The weights of the features: `weights.txt`, read once.

use once_cell::sync::Lazy;

use super::features::{Features, Template};
use crate::lexicon::key;

const TABLE: &str = include_str!("weights.txt");

static WEIGHTS: Lazy<Weights> = Lazy::new(|| Weights::read(TABLE, GENRES));

/// The tables of the file: one for each genre.
const GENRES: [&str; 2] = ["report", "tale"];

/// A natural unit is 64 in the table: `e` to the minus one over 64, in parts of two to the 32.
const DECAY: u64 = 4_228_380_000;

/// Two tables of weights, each with its name, by open addressing: a slot holds 48 bits of the feature's hash over 16 of its weight,
/// and an empty one zero.
#[derive(Debug)]
pub(crate) struct Weights {
    slots: [Vec<u64>; 2],
}

const WEIGHT_BITS: u32 = 16;
/// A table has this many slots for each feature at least.
const ROOM: usize = 2;

pub(super) fn table() -> &'static Weights {
    &WEIGHTS
}

impl Weights {
    pub(crate) fn read(table: &str, names: [&str; 2]) -> Self {
        let mut rows = [Vec::new(), Vec::new()];
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split(' ');
            let mut next = || fields.next().unwrap_or_default();
            let name = next();
            let (Some(which), Some(template), Ok(code)) = (
                names.iter().position(|held| *held == name),
                Template::named(next()),
                next().parse(),
            ) else {
                continue;
            };
            let word = match next() {
                "-" => "",
                word => word,
            };
            let Ok(weight) = next().parse::<i16>() else { continue };
            rows[which].push((hash(template, code, word), weight));
        }
        Self { slots: rows.map(|rows| slots(&rows)) }
    }

    fn get(&self, which: usize, hash: u64) -> i32 {
        let slots = &self.slots[which];
        let mut at = hash as usize & (slots.len() - 1);
        loop {
            let slot = slots[at];
            if slot == 0 {
                return 0;
            }
            if (slot ^ hash) >> WEIGHT_BITS == 0 {
                return i32::from(slot as u16 as i16);
            }
            at = (at + 1) & (slots.len() - 1);
        }
    }
}

fn slots(rows: &[(u64, i16)]) -> Vec<u64> {
    let mut slots = vec![0; (rows.len() * ROOM).next_power_of_two().max(2)];
    for &(hash, weight) in rows {
        let mut at = hash as usize & (slots.len() - 1);
        while slots[at] != 0 {
            at = (at + 1) & (slots.len() - 1);
        }
        slots[at] = hash >> WEIGHT_BITS << WEIGHT_BITS | u64::from(weight as u16);
    }
    slots
}

/// Template, code and word in one number; the word as the lexicon knows it, without case.
fn hash(template: Template, code: u32, word: &str) -> u64 {
    let state = mix(u64::from(code) << 8 | template as u64);
    if word.is_empty() {
        return state;
    }
    // a word that is too long for the lexicon is like any other of them
    mix(state ^ key(word).unwrap_or(0))
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
        self.total += self.weights.get(self.which, hash(template, code, ""));
    }

    fn word(&mut self, template: Template, code: u32, word: &str) {
        self.total += self.weights.get(self.which, hash(template, code, word));
    }
}

/// `e` to the minus `lag` over 64, in parts of two to the 32, by squaring.
pub(crate) fn power(lag: i32) -> u64 {
    let mut result = 1_u64 << 32;
    let mut base = DECAY;
    let mut rest = lag.max(0).unsigned_abs();
    while rest > 0 {
        if rest & 1 == 1 {
            result = ((u128::from(result) * u128::from(base)) >> 32) as u64;
        }
        base = ((u128::from(base) * u128::from(base)) >> 32) as u64;
        rest >>= 1;
    }
    result
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
    fn every_line_is_a_weight() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split(' ').collect();
            assert_eq!(fields.len(), 5, "{line}");
            assert!(Genre::named(fields[0]).is_some(), "{line}");
            assert!(Template::named(fields[1]).is_some(), "{line}");
            assert!(fields[2].parse::<u32>().is_ok() && fields[4].parse::<i16>().is_ok(), "{line}");
        }
        let weights = Weights::read(TABLE, GENRES);
        let held = weights.slots.iter().flatten().filter(|slot| **slot != 0).count();
        assert_eq!(held, TABLE.lines().filter(|line| !line.starts_with('#')).count());
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split(' ').collect();
            let word = if fields[3] == "-" { "" } else { fields[3] };
            let template = Template::named(fields[1]).unwrap();
            let hash = hash(template, fields[2].parse().unwrap(), word);
            let weight: i32 = fields[4].parse().unwrap();
            assert_eq!(
                weights.get(Genre::named(fields[0]).unwrap() as usize, hash),
                weight,
                "{line}"
            );
        }
    }
}
