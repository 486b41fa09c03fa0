//! Ends of sentences in scripts whose full stops are not the common ones: those of UAX #29 (Unicode Text Segmentation) itself.

use unicode_segmentation::UnicodeSegmentation;

use super::chars;

/// UAX #29 boundaries behind terminators of other scripts than the Latin one, if there are any.
pub(super) fn boundaries(text: &str) -> Vec<usize> {
    // whole blocks at a time, without a way out between their bytes, which the compiler makes wide steps of
    let far =
        |block: &[u8]| block.iter().fold(false, |far, &byte| far | (byte >= 0xD0) & (byte != 0xE2));
    if !text.as_bytes().chunks(BLOCK).any(far) {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let piece = head_of(&text[start..]);
        let behind_foreign = |&at: &usize| {
            let before = piece[..at].trim_end().trim_end_matches(chars::is_closer);
            let mark = before.chars().next_back();
            mark.is_some_and(|ch| !ch.is_ascii() && ch != '…' && !ch.is_alphanumeric())
        };
        let found = piece.split_sentence_bound_indices().map(|(at, _)| at).skip(1);
        all.extend(found.filter(behind_foreign).map(|at| start + at));
        start += piece.len();
    }
    all
}

const BLOCK: usize = 128;

/// UAX #29 looks ahead from each full stop (rule SB8), which takes the square of the time where nothing stops it: text is given to it
/// in pieces of so many bytes.
const LONGEST_PIECE: usize = 4096;

/// The head of a text, cut between two letters, where no sentence ends.
fn head_of(text: &str) -> &str {
    let head = chars::head(text, LONGEST_PIECE);
    if head.len() == text.len() {
        return text;
    }
    let mut later = text[head.len()..].chars().next().is_some_and(char::is_alphanumeric);
    for (at, ch) in head.char_indices().rev() {
        let letter = ch.is_alphanumeric();
        if letter && later {
            return &head[..at + ch.len_utf8()];
        }
        later = letter;
    }
    head
}
