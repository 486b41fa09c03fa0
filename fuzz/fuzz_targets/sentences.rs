//! Every char that is no white space is in one sentence, and sentences come in order.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut at = 0;
    let mut solid = 0;
    for span in inquit::sentences(text) {
        assert!(span.start >= at && span.end > span.start);
        solid += text[span].chars().filter(|ch| !ch.is_whitespace()).count();
        at = span.end;
    }
    assert_eq!(solid, text.chars().filter(|ch| !ch.is_whitespace()).count());
});
