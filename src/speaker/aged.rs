//! `the 34-year-old`: an age tells of somebody new, or of whose age the article gives.

use super::antecedent::REACH;
use super::resolve::Resolver;
use crate::lexicon::Classes;
use crate::span::Span;
use crate::text::chars::tail;

/// Whoever is of that age is likelier by so much.
const OF_THAT_AGE: i32 = 150;
/// Whoever was brought in just now is likelier by so much.
const NEW: i32 = 50;
/// … named once before, at most so many bytes before.
const JUST_NOW: usize = 250;
/// `103-year-old` before a name has at most so many bytes, blanks included.
const LONGEST_AGE: usize = 16;
/// An age is looked for beside so many of somebody's first mentions.
const MENTIONS: usize = 4;

/// The age that a description begins with: `34` of `34-year-old striker`.
pub(super) fn age(described: &str) -> Option<&str> {
    let digits = described.bytes().take_while(u8::is_ascii_digit).count();
    let aged = ["-year-old", "-year old"].iter().any(|aged| described[digits..].starts_with(aged));
    (digits > 0 && aged).then(|| &described[..digits])
}

/// How many bytes the age takes that the words end with, the blank behind it included: 12 of `the 26-year-old `.
pub(super) fn age_length(before: &str) -> usize {
    let near = tail(before, LONGEST_AGE);
    let word = near.strip_suffix(' ').and_then(|near| near.rsplit(' ').next());
    word.filter(|word| age(word).is_some()).map_or(0, |word| word.len() + 1)
}

/// `29-year-old`, `29-year-old royal`, but not `29-year-old firm`, nor `200-year-old mill`.
pub(super) fn is_somebodys_age(phrase: &str, head: Classes) -> bool {
    let body = Classes::ORG.union(Classes::COMPANY).union(Classes::CUE_NOUN);
    let lived = |age: &str| age.parse().is_ok_and(|years: u32| years < 110);
    ["-year-old", "-year old"].iter().any(|aged| phrase.ends_with(aged))
        || age(phrase).is_some_and(lived) && !head.any(body)
}

impl Resolver<'_> {
    /// How much less likely an entity is to be described by that age; `None` if it has another.
    pub(super) fn lags_by_age(&self, id: usize, at: Span, age: &str) -> Option<i32> {
        let mentions = &self.cast.entities[id].mentions;
        let mut ages =
            mentions.iter().take(MENTIONS).filter_map(|&mention| self.age_beside(mention));
        if let Some(known) = ages.next() {
            return (known == age).then_some(-OF_THAT_AGE);
        }
        let once =
            self.names_before(at, REACH).filter(|&i| self.cast.of_mention[i] == id).count() == 1;
        let new = once && mentions.first().is_some_and(|named| named.start + JUST_NOW > at.start);
        Some(if new { -NEW } else { 0 })
    }

    /// `Anna Berg, 34,`, `Anna Berg (34)`, `34-year-old Anna Berg`.
    fn age_beside(&self, mention: Span) -> Option<&str> {
        let before = tail(&self.article[..mention.start], LONGEST_AGE);
        let before = before.split_ascii_whitespace().next_back();
        if let Some(age) = before.and_then(age) {
            return Some(age);
        }
        let behind = &self.article[mention.end..];
        let behind = behind.strip_prefix(", ").or_else(|| behind.strip_prefix(" ("))?;
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let closed = matches!(behind.as_bytes().get(digits), Some(b',' | b')' | b'.'));
        ((1..4).contains(&digits) && closed).then(|| &behind[..digits])
    }
}

#[cfg(test)]
mod tests {
    use super::{age, age_length};

    #[test]
    fn ages_stand_before_their_measure() {
        assert_eq!(age("34-year-old striker"), Some("34"));
        assert_eq!(age("year-old"), None);
        assert_eq!(age("34 goals"), None);
        assert_eq!(age_length("said the 26-year-old "), 12);
        assert_eq!(age_length("said the "), 0);
    }
}
