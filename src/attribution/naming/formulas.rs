//! Words that go round without anybody who says them: slogans, ratings, what answers a question.

use crate::attribution::Place;
use crate::lexicon::Classes;

/// What goes by its words.
const SLOGANS: [&str; 6] = ["catchphrase", "jingle", "motto", "slogan", "strapline", "tagline"];

/// What analysts rate a share.
const RATINGS: [&str; 14] = [
    "avoid",
    "buy",
    "equal weight",
    "equal-weight",
    "hold",
    "market perform",
    "neutral",
    "outperform",
    "overweight",
    "sector perform",
    "sell",
    "strong buy",
    "underperform",
    "underweight",
];

/// How they do so, at most so many tokens before or behind.
const RATED: [&str; 11] = [
    "cut",
    "downgrade",
    "downgraded",
    "rate",
    "rated",
    "rates",
    "rating",
    "ratings",
    "recommendation",
    "upgrade",
    "upgraded",
];
const LONGEST_RATED: usize = 7;

impl Place<'_, '_> {
    /// `went on sale under the slogan "Let It Do It"`: what nobody is said to own.
    pub(super) fn is_slogan(&self) -> bool {
        let frame = self.frame;
        let slogan = |at: &usize| SLOGANS.iter().any(|word| frame.is_word(*at, word));
        let noun = self.at.checked_sub(1).filter(slogan);
        noun.is_some_and(|noun| {
            let mut before = (noun.saturating_sub(3)..noun).rev();
            before.find(|&at| frame.is(at, Classes::DET)).is_some_and(|at| frame.is_article(at))
                && !(noun.saturating_sub(3)..noun).any(|at| frame.is_owner(at))
        })
    }

    /// `a gift that answers the question, "What now?"`
    pub(super) fn is_answered(&self) -> bool {
        let frame = self.frame;
        let noun = self.before().filter(|&noun| frame.is_word(noun, "question"));
        let verb = noun.and_then(|noun| {
            (noun.saturating_sub(3)..noun).rev().find(|&at| !frame.is(at, Classes::DET))
        });
        verb.is_some_and(|verb| frame.text(verb).starts_with("answer"))
    }

    /// `cut its rating to "sell" from "hold"`: what a share is rated.
    pub(super) fn is_rating(&self) -> bool {
        let words = self.words.trim_end_matches(|ch: char| ch.is_ascii_punctuation());
        let rated = |at: usize| RATED.iter().any(|word| self.frame.is_word(at, word));
        RATINGS.iter().any(|rating| rating.eq_ignore_ascii_case(words))
            && (self.at.saturating_sub(LONGEST_RATED)..self.at + LONGEST_RATED).any(rated)
    }
}
