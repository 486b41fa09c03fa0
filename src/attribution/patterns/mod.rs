//! The patterns: how a reporting clause and a quotation may stand to each other.
//!
//! A pattern is a file: its stable name, what it means, its examples, and the function that looks for it. The examples
//! are its tests: each is run through the whole extractor, and the pattern must win.

mod according_to;
mod carried;
mod clause_before;
mod colon;
mod complement;
mod dash_byline;
mod headline;
mod indirect;
mod infinitive;
mod introducing_noun;
mod inverted_after;
mod judgement;
mod main_verb;
mod nickname;
mod parenthetical;
mod participle;
mod passive;
pub(crate) mod place;
mod signature;
mod subject_after;
mod title_of_work;
mod trailing;
mod verbless;

use super::{Candidate, Place};

/// A way in which an article says who said something.
#[derive(Debug)]
#[non_exhaustive]
pub struct Pattern {
    /// The stable name that [`Evidence`](crate::Evidence) prints.
    pub name: &'static str,
    /// What it means, in a sentence.
    pub summary: &'static str,
    /// Sentences in which it decides.
    pub examples: &'static [Example],
    pub(crate) find: Option<fn(&Place<'_, '_>) -> Option<Candidate>>,
}

/// A text whose last quote a pattern decides.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Example {
    /// The text.
    pub text: &'static str,
    /// The speaker's name; empty where it is nobody.
    pub speaker: &'static str,
}

const fn example(text: &'static str, speaker: &'static str) -> Example {
    Example { text, speaker }
}

pub(crate) use according_to::PATTERN as ACCORDING_TO;
pub(crate) use carried::{
    CARRIED_BACK, CARRIED_PARAGRAPH, CARRIED_SENTENCE, INTRODUCED, TURN, UNATTRIBUTED,
};
pub(crate) use complement::PATTERN as COMPLEMENT;
pub(crate) use dash_byline::PATTERN as DASH_BYLINE;
pub(crate) use headline::PATTERN as HEADLINE;
pub(crate) use indirect::{
    INDIRECT_AFTER, INDIRECT_AROUND, INDIRECT_CLAUSE, INDIRECT_NOUN, INDIRECT_OBJECT,
};
pub(crate) use infinitive::PATTERN as INFINITIVE;
pub(crate) use introducing_noun::PATTERN as INTRODUCING_NOUN;
pub(crate) use inverted_after::PATTERN as INVERTED_AFTER;
pub(crate) use participle::PATTERN as PARTICIPLE;
pub(crate) use passive::PATTERN as PASSIVE;
pub(crate) use signature::PATTERN as SIGNATURE;
pub(crate) use subject_after::PATTERN as SUBJECT_AFTER;
pub(crate) use trailing::PATTERN as TRAILING;
pub(crate) use verbless::PATTERN as VERBLESS;

/// Every pattern, those that look at the frame first.
pub(crate) static ALL: &[&Pattern] = &[
    &inverted_after::PATTERN,
    &subject_after::PATTERN,
    &clause_before::PATTERN,
    &colon::PATTERN,
    &complement::PATTERN,
    &judgement::PATTERN,
    &participle::PATTERN,
    &infinitive::PATTERN,
    &parenthetical::PATTERN,
    &trailing::PATTERN,
    &according_to::PATTERN,
    &passive::PATTERN,
    &introducing_noun::PATTERN,
    &verbless::PATTERN,
    &dash_byline::PATTERN,
    &nickname::PATTERN,
    &title_of_work::PATTERN,
    &main_verb::PATTERN,
    &INTRODUCED,
    &CARRIED_SENTENCE,
    &CARRIED_PARAGRAPH,
    &CARRIED_BACK,
    &TURN,
    &INDIRECT_CLAUSE,
    &INDIRECT_AFTER,
    &UNATTRIBUTED,
    // the numbers of the patterns above are in the table of weights: new ones come last
    &INDIRECT_AROUND,
    &INDIRECT_OBJECT,
    &INDIRECT_NOUN,
    &SIGNATURE,
    &HEADLINE,
];

/// Every pattern of the crate, in the order in which `docs/patterns.md` lists them.
///
/// ```
/// let names: Vec<&str> = inquit::patterns().map(|pattern| pattern.name).collect();
/// assert!(names.contains(&"inverted-after"));
/// ```
pub fn patterns() -> impl Iterator<Item = &'static Pattern> {
    ALL.iter().copied()
}

/// Where a pattern stands in the list.
pub(crate) fn index_of(pattern: &'static Pattern) -> usize {
    ALL.iter().position(|held| std::ptr::eq(*held, pattern)).unwrap_or(ALL.len())
}

/// The names of all patterns.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|pattern| pattern.name)
}
