//! Whether an article gives a surname a given name or a title somewhere, in what is quoted as well.

use memchr::memmem;

use crate::lexicon::{Classes, Lexicon};
use crate::text::chars::tail;

/// A full name is looked for within so many bytes: a text may be very long.
pub(crate) const REACH: usize = 6000;
/// A surname is looked for so many times.
const MOST: usize = 8;
/// A given name before it has at most so many bytes.
const BESIDE: usize = 24;

/// `Anna Berg`, `Mr. Berg`, `Bill de Berg`: whether a word that shows what `Berg` is stands before it in the text.
pub(crate) fn is_given(text: &str, surname: &str) -> bool {
    let person = Classes::GIVEN.union(Classes::TITLE).union(Classes::ROLE);
    let found = memmem::find_iter(text.as_bytes(), surname.as_bytes());
    found.take(MOST).any(|at| {
        crate::work::step();
        let before = tail(&text[..at], BESIDE);
        let known = |word: &str| Lexicon::english().get(word.trim_end_matches('.'));
        let Some(before) = before.strip_suffix([' ', '\u{a0}']) else { return false };
        let words = before.rsplit(|ch: char| !ch.is_alphanumeric() && ch != '.');
        let mut words = words.skip_while(|word| known(word).is(Classes::PARTICLE));
        words
            .next()
            .is_some_and(|word| word.starts_with(char::is_uppercase) && known(word).is(person))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_follow_given_names() {
        for text in ["Anna Berg left", "“Is it Mr. Berg?” she asked", "Bill de Berg"] {
            assert!(is_given(text, "Berg"), "{text}");
        }
        assert!(!is_given("Berg left. Anna, Berg said, stayed", "Berg"));
    }
}
