//! Spans converted to other units and back are the same.
#![no_main]

use inquit::{quotation_spans, Unit, UnitConverter};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for unit in [Unit::CodePoint, Unit::Utf16] {
        let mut converter = UnitConverter::new(text, unit);
        for quotation in quotation_spans(text) {
            let converted = converter.convert(quotation.span);
            let words = &text[quotation.span];
            let length = match unit {
                Unit::CodePoint => words.chars().count(),
                _ => words.encode_utf16().count(),
            };
            assert_eq!(converted.end - converted.start, length);
        }
    }
});
