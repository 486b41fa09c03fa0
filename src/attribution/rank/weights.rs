//! The weights of the features: `weights.txt`, read once.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use super::features::{Features, Template};
use crate::attribution::genre::Genre;

const TABLE: &str = include_str!("weights.txt");

static WEIGHTS: Lazy<FxHashMap<u64, i32>> = Lazy::new(|| read(TABLE));

/// A natural unit is 64 in the table: `e` to the minus one over 64, in parts of two to the 32.
const DECAY: u64 = 4_228_380_000;

pub(super) fn table() -> &'static FxHashMap<u64, i32> {
    &WEIGHTS
}

fn read(table: &str) -> FxHashMap<u64, i32> {
    let mut weights = FxHashMap::default();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split(' ').collect();
        let [genre, template, code, word, weight] = fields[..] else { continue };
        let (Some(genre), Some(template), Ok(code), Ok(weight)) =
            (Genre::named(genre), Template::named(template), code.parse(), weight.parse())
        else {
            continue;
        };
        let word = if word == "-" { "" } else { word };
        weights.insert(key(genre, template, code, word), weight);
    }
    weights
}

/// Template, code and word in one number; the word by FNV-1a (Fowler, Noll, Vo), letters folded to small ones.
fn key(genre: Genre, template: Template, code: u32, word: &str) -> u64 {
    let mut hash = 0x811c_9dc5_u32;
    let mut eat = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    if word.is_ascii() {
        word.bytes().for_each(|byte| eat(byte.to_ascii_lowercase()));
    } else {
        let mut buffer = [0; 4];
        for ch in word.chars().flat_map(char::to_lowercase) {
            ch.encode_utf8(&mut buffer).bytes().for_each(&mut eat);
        }
    }
    (template as u64) << 57 ^ (genre as u64) << 56 ^ u64::from(code) << 32 ^ u64::from(hash)
}

/// Sums the weights of the features it is told.
pub(super) struct Sum<'w> {
    weights: &'w FxHashMap<u64, i32>,
    genre: Genre,
    pub(super) total: i32,
}

impl<'w> Sum<'w> {
    pub(super) fn new(weights: &'w FxHashMap<u64, i32>, genre: Genre) -> Self {
        Self { weights, genre, total: 0 }
    }
}

impl Features for Sum<'_> {
    fn code(&mut self, template: Template, code: u32) {
        self.total += self.weights.get(&key(self.genre, template, code, "")).copied().unwrap_or(0);
    }

    fn word(&mut self, template: Template, code: u32, word: &str) {
        self.total +=
            self.weights.get(&key(self.genre, template, code, word)).copied().unwrap_or(0);
    }
}

/// `e` to the minus `lag` over 64, in parts of two to the 32, by squaring.
pub(super) fn power(lag: i32) -> u64 {
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
            assert!(fields[2].parse::<u32>().is_ok() && fields[4].parse::<i32>().is_ok(), "{line}");
        }
        assert_eq!(read(TABLE).len(), TABLE.lines().filter(|l| !l.starts_with('#')).count());
    }
}
