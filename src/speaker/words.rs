//! The words of names and descriptions: which of them count, when two are the same, which read like plurals.

use crate::lexicon::{Classes, Lexicon};
use crate::text::chars;

/// A word's key: its letters without case.
pub(super) fn key(word: &str) -> u64 {
    let add =
        |state: u64, ch: char| (state.rotate_left(5) ^ u64::from(ch)).wrapping_mul(MULTIPLIER);
    if word.is_ascii() {
        let letters = word.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.fold(0, |state, byte| add(state, char::from(byte.to_ascii_lowercase())));
    }
    let letters = word.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.fold(0, add)
}

/// Of rustc's hasher, Fx.
const MULTIPLIER: u64 = 0x517c_c1b7_2722_0a95;

/// Whether a word reads like a plural: `judges`, but `boss`.
pub(super) fn reads_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}

/// Whether `the` stands right before a place.
pub(super) fn follows_the(article: &str, at: usize) -> bool {
    article[..at].ends_with("the ") || article[..at].ends_with("The ")
}

/// What stands behind a place up to the next blank, as far as a verb may be long: all else may be one long word.
pub(super) fn word_behind(article: &str, at: usize) -> &str {
    let behind = chars::head(article[at..].trim_start(), LONGEST_VERB);
    crate::work::steps(behind.len());
    behind.split_whitespace().next().unwrap_or_default()
}

const LONGEST_VERB: usize = 32;

/// The text without an article before it.
pub(super) fn bare(text: &str) -> &str {
    let articles = ["the ", "The ", "a ", "A ", "an ", "An "];
    articles.iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

/// The name behind a word that a sentence may begin with before it: `Young Berg`, `Poor Anna`.
pub(super) fn behind_epithet(text: &str) -> Option<&str> {
    let plain = text.bytes().position(|byte| !byte.is_ascii_graphic())?;
    let (first, rest) = match text.as_bytes()[plain] {
        b' ' => (&text[..plain], &text[plain + 1..]),
        _ => text.split_once(char::is_whitespace)?,
    };
    Lexicon::english().get(first).is(Classes::NAME_EPITHET).then_some(rest)
}

/// What the law calls a company, as its name writes it: in small letters these are other words.
const LEGAL_FORMS: [&str; 10] = ["AB", "AG", "AS", "ASA", "KK", "NV", "Oyj", "SA", "SE", "SpA"];

/// What companies end their names with, words that alone stand for no body. Gathered for this project from general knowledge of English.
const TRADES: [&str; 52] = [
    "Aerospace",
    "Analytics",
    "Apparel",
    "Automotive",
    "Bancorp",
    "Biologics",
    "Biosciences",
    "Brands",
    "Breweries",
    "Capital",
    "Chemicals",
    "Consulting",
    "Cosmetics",
    "Diagnostics",
    "Electronics",
    "Energy",
    "Entertainment",
    "Ferries",
    "Financial",
    "Foods",
    "Games",
    "Genomics",
    "Homes",
    "Hotels",
    "Insurance",
    "Interactive",
    "Kitchens",
    "Laboratories",
    "Labs",
    "Logistics",
    "Materials",
    "Motors",
    "Networks",
    "Outfitters",
    "Partners",
    "Petroleum",
    "Pictures",
    "Properties",
    "Publishing",
    "Realty",
    "Resorts",
    "Resources",
    "Retail",
    "Semiconductor",
    "Software",
    "Solutions",
    "Stores",
    "Telecom",
    "Therapeutics",
    "Trains",
    "Ventures",
    "Wireless",
];

/// Whether the last word of a name tells what a company deals in.
pub(super) fn ends_company(last: &str) -> bool {
    TRADES.binary_search(&last).is_ok()
}

/// Whether the last word of a name tells that it is an organisation's: `Berg Corp.`, `Berg ASA`, `Berg Foods`.
pub(super) fn ends_organisation(last: &str) -> bool {
    let word = last.trim_end_matches('.');
    LEGAL_FORMS.contains(&word)
        || ends_company(word)
        || Lexicon::english().get(word).is(Classes::ORG)
}

/// `III`
const LONGEST_SUFFIX: usize = 3;

/// The words of a name that count: no nicknames in marks, no suffixes, no epithets before it.
pub(super) fn name_words(text: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    behind_epithet(text).unwrap_or(text).split_whitespace().filter(|word| {
        let bytes = word.as_bytes();
        let ends =
            [bytes.first(), bytes.last()].map(|byte| byte.is_some_and(u8::is_ascii_alphanumeric));
        if ends == [true, true] && bytes.len() > LONGEST_SUFFIX {
            return true;
        }
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
    if a == b {
        return true;
    }
    fn letters(word: &str) -> impl Iterator<Item = char> + Clone + '_ {
        word.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    let (a, b) = (letters(a), letters(b));
    let initial = a.clone().take(2).count() == 1 || b.clone().take(2).count() == 1;
    a.clone().eq(b.clone()) || initial && a.clone().next() == b.clone().next()
}
