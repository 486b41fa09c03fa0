//! How sure an answer is: how often answers like it were right on annotated news.
//!
//! Answers are alike if the same pattern decided them, they are of like length, and their mentions point alike. `confidence.txt`
//! counts the right ones among them; `cargo run --release --example evaluate -- --gold FOLDER --calibration` prints its lines.
//! A cell with few answers leans on its pattern, and a pattern with few on the whole (shrinkage after Lidstone's rule).

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use crate::attribution::patterns::Pattern;
use crate::quote::Reference;

const TABLE: &str = include_str!("confidence.txt");

/// Words from which on a quotation is long.
const LONG: usize = 5;
/// How many answers the broader cell counts for.
const WEIGHT: f32 = 8.0;

static CELLS: Lazy<Cells> = Lazy::new(|| Cells::read(TABLE));

#[derive(Default)]
struct Cells {
    all: Count,
    patterns: FxHashMap<&'static str, Count>,
    cells: FxHashMap<(&'static str, &'static str, &'static str), Count>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    right: f32,
    all: f32,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.right += other.right;
        self.all += other.all;
    }

    /// The share of right answers, leaning on `prior`.
    fn share(self, prior: f32) -> f32 {
        (self.right + WEIGHT * prior) / (self.all + WEIGHT)
    }
}

impl Cells {
    fn read(table: &'static str) -> Self {
        let mut cells = Self::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&'static str> = line.split_whitespace().collect();
            let [pattern, length, reference, right, all] = fields[..] else { continue };
            let count = Count {
                right: right.parse().unwrap_or_default(),
                all: all.parse().unwrap_or_default(),
            };
            cells.all.add(count);
            cells.patterns.entry(pattern).or_default().add(count);
            cells.cells.entry((pattern, length, reference)).or_default().add(count);
        }
        cells
    }

    fn share(&self, pattern: &'static str, length: &'static str, reference: &'static str) -> f32 {
        let whole = self.all.share(0.5);
        let pattern_share = self.patterns.get(pattern).copied().unwrap_or_default().share(whole);
        let cell = self.cells.get(&(pattern, length, reference)).copied().unwrap_or_default();
        cell.share(pattern_share)
    }
}

/// The share of right answers among those like this one; `reference` is `None` where nobody is the answer.
pub(crate) fn of(pattern: &'static Pattern, words: usize, reference: Option<Reference>) -> f32 {
    let length = if words >= LONG { "long" } else { "short" };
    let share = CELLS.share(pattern.name, length, reference.map_or("nobody", Reference::as_str));
    (share * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::patterns::names;

    #[test]
    fn every_line_names_a_pattern_and_counts() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            assert_eq!(fields.len(), 5, "{line}");
            assert!(names().any(|name| name == fields[0]), "{line}");
            assert!(["long", "short"].contains(&fields[1]), "{line}");
            let (right, all): (u32, u32) = (fields[3].parse().unwrap(), fields[4].parse().unwrap());
            assert!(right <= all && all > 0, "{line}");
        }
    }

    #[test]
    fn few_answers_lean_on_the_broader_cell() {
        let cells = Cells::read("a long name 90 100\nb long name 1 1");
        assert!((cells.share("a", "long", "name") - 0.9).abs() < 0.02);
        assert!(cells.share("b", "long", "name") < 0.95);
        assert!(cells.share("unknown", "long", "name") > 0.5);
    }
}
