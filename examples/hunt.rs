//! Hunts for texts on which the time grows faster than the text.
//!
//!     cargo run --release --example hunt -- --seeds 2000
//!
//! A seed gives a text: one to three pieces of the vocabulary that the crate looks at, repeated, nested or alternated, with one of
//! several separators. Each is read at one size and at ten times that size; what takes more than twelve times as long is measured
//! again, then at ten and at a hundred times both sizes, and reported if it does so every time: caches fill up, then what the
//! allocator keeps at hand, each once, but work that grows faster than the text goes on to do so. Where the quotations of a text
//! grow faster than its bytes, they may take their time. The idea is that of pulldown-cmark's `dos-fuzzer`.
//!
//! Fresh pages from the kernel are most of what the clock sees on texts of nothing but marks. With the GNU C library
//! `MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000` keeps those that were had once.

#[path = "hunt/hostile.rs"]
mod hostile;
#[path = "hunt/pieces.rs"]
mod pieces;
#[allow(dead_code)] // it reads no documents
mod support;

use std::time::{Duration, Instant};

use inquit::Extractor;
use support::{Failure, Outcome};

const USAGE: &str = "usage: hunt [--seeds N] [--first N] [--size BYTES]

Reads hostile texts at a size and at ten times that size, and reports those on which the time grows faster than twelve times.

  --seeds N      how many texts [default: 1000]
  --first N      the first seed [default: 0]
  --size BYTES   the smaller size [default: 20000]";

/// Growth by more than this is a finding.
const MOST: f64 = 12.0;
/// Shorter times than this say nothing.
const SHORTEST: Duration = Duration::from_millis(2);

fn main() -> std::process::ExitCode {
    support::run(USAGE, run)
}

fn run(mut args: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::{Long, Short, ValueExt};
    let (mut seeds, mut first, mut size) = (1000_u64, 0_u64, 20_000_usize);
    while let Some(arg) = args.next()? {
        match arg {
            Long("seeds") => seeds = args.value()?.parse()?,
            Long("first") => first = args.value()?.parse()?,
            Long("size") => size = args.value()?.parse()?,
            Long("help") | Short('h') => return Ok(Outcome::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    let extractor = Extractor::builder().indirect(true).build().map_err(Failure::usage)?;
    let mut findings = 0;
    for seed in first..first + seeds {
        let least = |size| (0..3).map(|_| growth(&extractor, seed, size)).fold(f64::MAX, f64::min);
        let growth = least(size);
        if growth > MOST && goes_on(&least, size) {
            findings += 1;
            println!("seed {seed}: {growth:.1} times: {:?}", hostile::text(seed, 120));
        }
    }
    println!("{seeds} texts, {findings} findings");
    Ok(if findings == 0 { Outcome::Done } else { Outcome::Skipped(findings) })
}

/// Whether larger texts grow like that too. Past doubt the largest is not waited for.
fn goes_on(least: &impl Fn(usize) -> f64, size: usize) -> bool {
    let next = least(size * 10);
    next > MOST * 2.0 || next > MOST && least(size * 100) > MOST
}

fn growth(extractor: &Extractor, seed: u64, size: usize) -> f64 {
    let (small, large) = (hostile::text(seed, size), hostile::text(seed, size * 10));
    let (long, many) = time(extractor, &large);
    if long < SHORTEST {
        return 0.0;
    }
    let (short, few) = time(extractor, &small);
    let denser = many as f64 / (10 * few.max(1)) as f64;
    long.as_secs_f64() / short.as_secs_f64().max(1e-9) / denser.max(1.0)
}

/// How long the text takes, and how many quotations it holds.
fn time(extractor: &Extractor, text: &str) -> (Duration, usize) {
    let start = Instant::now();
    let quotes = std::hint::black_box(extractor.quotes(text).count());
    std::hint::black_box(inquit::sentences(text).count());
    (start.elapsed(), quotes)
}
