//! The words of names and descriptions: which of them count, when two are the same, which read like plurals.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::lexicon::{Classes, Lexicon};

/// A word's key: its letters without case.
pub(super) fn key(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    if word.is_ascii() {
        for byte in word.bytes().filter(u8::is_ascii_alphanumeric) {
            char::from(byte.to_ascii_lowercase()).hash(&mut hasher);
        }
        return hasher.finish();
    }
    for ch in word.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase) {
        ch.hash(&mut hasher);
    }
    hasher.finish()
}

/// Whether a word reads like a plural: `judges`, but `boss`.
pub(super) fn reads_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}

/// The text without an article before it.
pub(super) fn bare(text: &str) -> &str {
    let articles = ["the ", "The ", "a ", "A ", "an ", "An "];
    articles.iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

/// The name behind a word that a sentence may begin with before it: `Young Berg`, `Poor Anna`.
pub(super) fn behind_epithet(text: &str) -> Option<&str> {
    let (first, rest) = text.split_once(char::is_whitespace)?;
    Lexicon::english().get(first).is(Classes::NAME_EPITHET).then_some(rest)
}

/// The words of a name that count: no nicknames in marks, no suffixes, no epithets before it.
pub(super) fn name_words(text: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    behind_epithet(text).unwrap_or(text).split_whitespace().filter(|word| {
        let bare = word.trim_matches(|ch: char| !ch.is_alphanumeric());
        let marked = word.starts_with(['"', '“', '\'', '‘']);
        let suffix = matches!(
            bare,
            "Jr" | "Sr" | "II" | "III" | "IV" | "MP" | "PhD" | "QC" | "KC" | "OBE" | "MBE"
        );
        !bare.is_empty() && !marked && !suffix
    })
}

/// `Donald` and `D.`, `Bill` and `Bill`; `J. R.` and `JR`.
pub(super) fn same_given(a: &str, b: &str) -> bool {
    let letters = |word: &str| {
        word.chars()
            .filter(|ch| ch.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let (a, b) = (letters(a), letters(b));
    let initial = a.chars().count() == 1 || b.chars().count() == 1;
    a == b || initial && a.chars().next() == b.chars().next()
}
