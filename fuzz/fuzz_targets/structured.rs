//! Articles put together from what the crate looks at keep the invariants.
#![no_main]

use arbitrary::Arbitrary;
use inquit::Extractor;
use libfuzzer_sys::fuzz_target;

#[path = "../../examples/hunt/pieces.rs"]
mod pieces;
#[path = "../invariants.rs"]
mod invariants;

#[derive(Arbitrary, Debug)]
struct Article {
    pieces: Vec<(u8, u8)>,
    indirect: bool,
}

fuzz_target!(|article: Article| {
    let mut text = String::new();
    for (piece, separator) in article.pieces.iter().take(400) {
        text.push_str(pieces::PIECES[*piece as usize % pieces::PIECES.len()]);
        text.push_str(pieces::SEPARATORS[*separator as usize % pieces::SEPARATORS.len()]);
    }
    let extractor = Extractor::builder().indirect(article.indirect).build().expect("good options");
    invariants::check(&extractor, &text);
});
