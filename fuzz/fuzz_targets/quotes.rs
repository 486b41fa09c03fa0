//! Any text has quotes that lie within it, in order, and within their sentences.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../invariants.rs"]
mod invariants;

fuzz_target!(|text: &str| {
    invariants::check(&inquit::Extractor::default(), text);
});
