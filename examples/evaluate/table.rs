//! The figures as a table.

use std::io::{self, Write};

use super::score::{Counts, Tally};

/// Writes precision, recall and F1 by length, pattern and reference, and how well confidence is kept.
pub fn print(out: &mut impl Write, articles: usize, tally: &Tally) -> io::Result<()> {
    writeln!(out, "{articles} articles\n")?;
    writeln!(
        out,
        "{:34} {:>6} {:>6} {:>6} {:>7} {:>7} {:>7}",
        "", "P", "R", "F1", "right", "answers", "gold"
    )?;
    let mut row = |name: &str, counts: &Counts| {
        writeln!(
            out,
            "{name:34} {:6.1} {:6.1} {:6.1} {:7} {:7} {:7}",
            counts.precision(),
            counts.recall(),
            counts.f1(),
            counts.right,
            counts.answered,
            counts.gold
        )
    };
    row("all quoted segments", &tally.all)?;
    row("  five words and more", &tally.long)?;
    row("  shorter", &tally.short)?;
    for (title, table) in [
        ("by pattern, the costliest first", &tally.by_pattern),
        ("by reference", &tally.by_reference),
    ] {
        writeln!(out, "\n{title:34} {:>6} {:>7} {:>7} {:>7}", "P", "right", "wrong", "nobody's")?;
        let mut rows: Vec<_> = table.iter().collect();
        rows.sort_by_key(|(name, counts)| {
            (std::cmp::Reverse(counts.answered - counts.right), name.as_str())
        });
        for (name, counts) in rows.into_iter().filter(|(_, counts)| counts.answered > 0) {
            let wrong = counts.gold - counts.right;
            let nobodys = counts.answered - counts.gold;
            writeln!(
                out,
                "{name:34} {:6.1} {:7} {wrong:7} {nobodys:7}",
                counts.precision(),
                counts.right
            )?;
        }
    }
    writeln!(out, "\n{:34} {:>6} {:>7} {:>7}", "stated confidence", "found", "stated", "answers")?;
    for bin in tally.bins.iter().filter(|bin| bin.answers > 0) {
        writeln!(
            out,
            "{:34} {:6.3} {:7.3} {:7}",
            bin.name(),
            bin.found(),
            bin.stated(),
            bin.answers
        )?;
    }
    writeln!(out, "{:34} {:6.3}", "mean distance", tally.calibration_error())?;
    writeln!(out, "{:34} {:6.1}", "precision of the surest 80%", tally.precision_of_surest(0.8))?;
    Ok(())
}
