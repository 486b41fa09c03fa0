//! Options are refused by name or accepted, and what is accepted reads any text.
#![no_main]

use arbitrary::Arbitrary;
use inquit::{Extractor, SingleQuotes};
use libfuzzer_sys::fuzz_target;

#[path = "../invariants.rs"]
mod invariants;

#[derive(Arbitrary, Debug)]
struct Options<'a> {
    language: &'a str,
    indirect: bool,
    dashes: bool,
    single: u8,
    confidence: f32,
    verbs: Vec<&'a str>,
    replace: bool,
    cast: Vec<(&'a str, Vec<&'a str>)>,
    text: &'a str,
}

fuzz_target!(|options: Options<'_>| {
    let single = match options.single % 3 {
        0 => SingleQuotes::Detect,
        1 => SingleQuotes::Primary,
        _ => SingleQuotes::Nested,
    };
    let mut builder = Extractor::builder()
        .indirect(options.indirect)
        .dash_dialogue(options.dashes)
        .single_quotes(single)
        .min_confidence(options.confidence);
    if options.language.len() % 2 == 1 {
        builder = builder.language(options.language);
    }
    builder = match options.replace {
        true => builder.cue_verbs(options.verbs),
        false => builder.add_cue_verbs(options.verbs),
    };
    for (name, aliases) in options.cast {
        builder = builder.cast_member(name, aliases);
    }
    match builder.build() {
        Ok(extractor) => invariants::check(&extractor, options.text),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
