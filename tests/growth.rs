//! Ten times the text, ten times the work, whatever the text holds: counted in steps, so that no clock can disturb it.
//!
//! `examples/hunt.rs` looks at more and longer texts, by the clock.

#[path = "../examples/hunt/hostile.rs"]
mod hostile;
#[path = "../examples/hunt/pieces.rs"]
mod pieces;

use inquit::{work, Extractor};

const SEEDS: u64 = 400;
/// Seeds on which work once grew faster.
const FOUND: &[u64] = &[3946, 61536, 71003];
const SIZE: usize = 10_000;
/// Growth by more than this is too much.
const MOST: u64 = 12;
/// Work that a text needs however short it is.
const START: u64 = 30_000;

fn steps(extractor: &Extractor, text: &str) -> u64 {
    let _ = work::take();
    let _ = extractor.quotes(text).count();
    let _ = inquit::sentences(text).count();
    work::take()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "minutes without optimization; run it with --release")]
fn work_grows_as_the_text_does() {
    let extractor = Extractor::builder().indirect(true).build().unwrap();
    for seed in (0..SEEDS).chain(FOUND.iter().copied()) {
        let small = steps(&extractor, &hostile::text(seed, SIZE));
        let large = steps(&extractor, &hostile::text(seed, SIZE * 10));
        let text = hostile::text(seed, 100);
        assert!(large <= small * MOST + START, "seed {seed}: {small} to {large}: {text:?}");
    }
}

/// Texts on which work once grew faster, each a beginning and what is said over and over.
const REPEATED: &[(&str, &str)] = &[
    // a quotation over many paragraphs, weighed in each of them
    ("“", "\u{2028}„a"),
    // no blank anywhere, so that the next word is the rest of the text
    ("", "“Yes,”\u{200b}said\u{200b}he\u{200b}"),
    // as many verbs without a subject as a sentence may have words
    ("", "says ago "),
    ("", ",said"),
];
/// No text needs more steps for a byte.
const DEAREST: u64 = 10_000;

#[test]
#[cfg_attr(debug_assertions, ignore = "minutes without optimization; run it with --release")]
fn no_text_costs_much_more_than_others() {
    let extractor = Extractor::builder().indirect(true).build().unwrap();
    for (beginning, unit) in REPEATED {
        let text = |size: usize| format!("{beginning}{}", unit.repeat(size / unit.len()));
        let small = steps(&extractor, &text(SIZE));
        let large = steps(&extractor, &text(SIZE * 10));
        assert!(large <= small * MOST + START, "{unit:?}: {small} to {large}");
        let dear = large / (SIZE as u64 * 10);
        assert!(dear <= DEAREST, "{unit:?}: {dear} steps a byte");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "minutes without optimization; run it with --release")]
fn offices_with_many_holders_cost_no_more() {
    let extractor = Extractor::default();
    let holder = |i: usize| {
        let name = ["Aber", "Bram", "Cole", "Dorn", "Ells"][i % 5];
        format!("Senator Ida {name}son{i} rose. “No,” the Senator said. “No,” the Utah Republican said.\n\n")
    };
    let article = |holders: usize| (0..holders).map(holder).collect::<String>();
    let (small, large) = (steps(&extractor, &article(200)), steps(&extractor, &article(2000)));
    assert!(large <= small * MOST, "{small} to {large}");
}
