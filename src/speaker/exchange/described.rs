//! Speakers who are described: `the young man`, who may be somebody known by name, and `my mother`, who is not.

use memchr::memmem;

use super::candidates::Exchange;
use super::{Speech, Way};
use crate::attribution::rank::features::Keyed;
use crate::speaker::described::is_plural;
use crate::speaker::kin::KIN;
use crate::text::chars::tail;

/// Whoever is described may have been brought in so many bytes before, by at most so many words and the noun.
const BROUGHT_IN: usize = 8000;
const LONGEST_LEAD: usize = 4;
/// … in so many bytes.
const LEAD: usize = 48;

/// Words for several people that are no plurals by their endings.
const SEVERAL: [&str; 20] = [
    "all",
    "audience",
    "both",
    "chorus",
    "class",
    "company",
    "couple",
    "crew",
    "crowd",
    "everybody",
    "everyone",
    "family",
    "gang",
    "group",
    "jury",
    "men",
    "mob",
    "pair",
    "people",
    "women",
];

impl<'a> Exchange<'_, 'a> {
    /// Whether a description is of somebody whom no name near by means: a role or `his wife` whose bearer is known, `my mother`,
    /// several people.
    pub(super) fn is_somebody(&self, speech: &Speech<'_>, found: usize) -> bool {
        let Some(span) = speech.subject.filter(|_| speech.way == Way::Described) else {
            return false;
        };
        let text = &self.article[span];
        let own =
            || text.split_once(' ').filter(|(my, _)| matches!(*my, "my" | "My" | "our" | "Our"));
        self.resolver.cast.entities[found].words > 0
            || is_plural(text)
            || text.split_whitespace().any(|word| SEVERAL.contains(&word))
            || own().is_some_and(|(_, kin)| KIN.contains(&kin))
    }

    /// The last word of the description that stands for the speaker of a speech, how it begins, and whether it is [known](known_before).
    pub(super) fn head(&self, speech: &Speech<'_>) -> Option<(Keyed<'a>, u32)> {
        let span = speech.subject.filter(|_| speech.way == Way::Described)?;
        let mut words = self.article[span].split_whitespace();
        let first = words.next()?;
        let begins = match first.to_lowercase().as_str() {
            "the" => 1,
            "a" | "an" => 2,
            "his" => 3,
            "her" => 4,
            "my" | "our" => 5,
            "this" | "that" => 6,
            _ => 0,
        };
        let head = words.next_back().unwrap_or(first);
        let known = known_before(tail(&self.article[..span.start], BROUGHT_IN), head);
        Some((Keyed::new(head), known << 3 | begins))
    }
}

/// Whether a tale has told of somebody by that word: 0 never, 1 it has, 2 it has brought somebody in by it, `a little girl`.
fn known_before(before: &str, head: &str) -> u32 {
    crate::work::steps(before.len());
    let letter = |ch: char| ch.is_alphanumeric();
    let whole = |&at: &usize| {
        !before[..at].ends_with(letter) && !before[at + head.len()..].starts_with(letter)
    };
    let brought_in = |at: usize| {
        // all else may be one long word
        let near = tail(&before[..at], LEAD);
        let lead = near.split_whitespace().rev().take(LONGEST_LEAD);
        let mut lead = lead.take_while(|word| word.ends_with(letter));
        lead.any(|word| matches!(word, "a" | "an" | "another" | "A" | "An" | "Another"))
    };
    let mut known = 0;
    for at in memmem::find_iter(before.as_bytes(), head).filter(whole) {
        if brought_in(at) {
            return 2;
        }
        known = 1;
    }
    known
}
