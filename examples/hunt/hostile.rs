//! Hostile texts, made of what the crate looks at.

use crate::pieces::{PIECES, SEPARATORS};

/// The text of a seed, of `size` bytes or a few more.
pub fn text(seed: u64, size: usize) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1);
    let mut draw = |bound: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    };
    let pieces: Vec<&str> = (0..1 + draw(3)).map(|_| PIECES[draw(PIECES.len())]).collect();
    let separator = SEPARATORS[draw(SEPARATORS.len())];
    let unit: usize = pieces.iter().map(|piece| piece.len() + separator.len()).sum();
    let count = size / unit.max(1) + 1;
    let mut text = String::with_capacity(size + unit);
    let mut push = |piece: &str| {
        text.push_str(piece);
        text.push_str(separator);
    };
    match draw(3) {
        // repeated as they are
        0 => (0..count).for_each(|_| pieces.iter().for_each(|piece| push(piece))),
        // each by itself, one after the other: nested, if they are marks
        1 => pieces.iter().for_each(|piece| (0..count).for_each(|_| push(piece))),
        // now one and now another
        _ => (0..count * pieces.len()).for_each(|_| push(pieces[draw(pieces.len())])),
    }
    text
}
