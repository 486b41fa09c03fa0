//! The subject whose phrase begins behind a verb or `according to`.

use super::{Subject, LONGEST_PHRASE};
use crate::attribution::frame::Frame;
use crate::lexicon::{Classes, Forms};
use crate::text::names::name_at;
use crate::text::tokens::{Token, TokenKind};

/// `the next two days` counts with at most so many words.
const LONGEST_COUNT: usize = 4;

impl Frame<'_> {
    /// The subject whose phrase begins at token `start`: behind an inverted verb, or behind `according to`.
    pub(crate) fn subject_after(&self, start: usize) -> Option<Subject> {
        let token = self.get(start)?;
        if let Some(one) = self.one_of_them(start) {
            return Some(one);
        }
        let numeral =
            self.is_word(start, "one") && self.is_nominal(start + 1) || self.is_one_of(start);
        if token.is(Classes::PRON) && token.is_word() && !token.is(Classes::DET) && !numeral {
            return Some(self.pronoun(start));
        }
        let mut end = start;
        while end < self.len() && end - start < LONGEST_PHRASE {
            let token = &self.tokens[end];
            let belongs = match token.kind {
                TokenKind::Number => {
                    end == start || self.tokens[end - 1].is(Classes::DET.union(Classes::PREP))
                }
                TokenKind::Possessive | TokenKind::Ampersand => true,
                TokenKind::Quote(_) => {
                    name_at(self.tokens, end.saturating_sub(1)).is_some_and(|run| run.end > end)
                }
                // `Anna Berg, PhD`
                TokenKind::Comma => {
                    end > start + 1
                        && self.tokens[end - 1].capital
                        && self
                            .get(end + 1)
                            .is_some_and(|next| next.capital && next.is(Classes::SUFFIX))
                }
                TokenKind::Word if token.first && end > start => false,
                // `said Berg a few weeks ago`
                TokenKind::Word if end > start && self.begins_time(end) => false,
                TokenKind::Word if numeral && end == start => true,
                TokenKind::Word if end == start + 1 && self.goes_with_article(end) => true,
                // `said June Berg`, but `said Berg in June`
                TokenKind::Word if end > start && token.is(Classes::CALENDAR) => {
                    token.is(Classes::GIVEN)
                }
                // `to the explanatory notes of the bill`
                TokenKind::Word if end > start && self.is_noun_of(start, end) => true,
                // `the recently released plan`
                TokenKind::Word if end > start && self.modifies(start, end) => true,
                TokenKind::Word if end > start && self.is_adverb(end) => false,
                // `the operator's managing director`
                TokenKind::Word if end > start && self.is_kind(end - 1, TokenKind::Possessive) => {
                    !self.is(end, Classes::CLOSED)
                }
                // `said Halm Air chief operating officer Ida Lund`
                TokenKind::Word if self.is_operating(end) => true,
                // `said the panel's ranking member Ida Lund`
                TokenKind::Word if end > start && self.is_participle(end) => {
                    self.get(end + 1).is_some_and(|next| next.capital && !next.first)
                }
                // `said NOAA head Ida Lund`
                TokenKind::Word if end > start && token.is(Classes::ROLE) && !token.capital => {
                    self.get(end + 1).is_some_and(|next| next.capital && !next.first)
                        || self.is_nominal(end)
                        || self.is_operating(end + 1)
                }
                // `said founding member Tom Reyes`
                TokenKind::Word if end == start && self.is_participle(end) => {
                    !token.capital && self.is(end + 1, Classes::ROLE)
                }
                // `said retired general Tom Reyes`, `said undecided voter Tom Reyes`
                TokenKind::Word
                    if end == start
                        && (token.word.forms.any(Forms::PARTICIPLE) && !token.capital
                            || token.finite && !token.is(Classes::VERB.union(Classes::CLOSED))) =>
                {
                    self.is_nominal(end + 1)
                }
                TokenKind::Word => {
                    self.is_nominal(end) && !(end > start && self.begins_adverbial(end))
                        || self.attaches(start, end)
                        || self.is_within_name(start, end)
                }
                _ => false,
            };
            if !belongs {
                break;
            }
            end += 1;
        }
        while end > start + 1
            && self.tokens[end - 1].is(Classes::PREP.union(Classes::CONJ).union(Classes::DET))
        {
            end -= 1;
        }
        // `according to a review seen by the Ledger`
        let participle = |token: &Token| token.word.forms.any(Forms::PARTICIPLE) && !token.capital;
        if end > start + 2 && self.is_word(end, "by") && participle(&self.tokens[end - 1]) {
            end -= 1;
        }
        let dangling = end == start + 1 && self.is(start, Classes::PREP.union(Classes::CONJ));
        if end == start || dangling {
            None
        } else {
            self.describe(start, end)
        }
    }

    /// `the others`, `the March Hare`: a pronoun, or a month that begins a name, behind an article.
    pub(super) fn goes_with_article(&self, at: usize) -> bool {
        let pronoun = ["one", "ones", "other", "others"].iter().any(|word| self.is_word(at, word));
        let month = self.is(at, Classes::CALENDAR)
            && self.get(at + 1).is_some_and(|next| next.capital && !next.first);
        self.is_word(at - 1, "the") && (pronoun || month)
    }

    /// `chief operating officer`: the participle of an office.
    fn is_operating(&self, at: usize) -> bool {
        at > 0
            && self.is_word(at - 1, "chief")
            && self.is_word(at, "operating")
            && self.is(at + 1, Classes::ROLE)
    }

    /// `said Special Agent in Charge Ida Lund`, `the Commission on Audit`: a preposition of the name that the phrase begins with.
    fn is_within_name(&self, start: usize, at: usize) -> bool {
        let first = start + usize::from(self.is(start, Classes::DET));
        at > first
            && self.is(at, Classes::PREP)
            && name_at(self.tokens, first).is_some_and(|run| run.end > at)
    }

    /// `to the explanatory notes of the bill`: no verb, as a preposition governs the phrase.
    fn is_noun_of(&self, start: usize, at: usize) -> bool {
        let governed = start.checked_sub(1).is_some_and(|before| self.is(before, Classes::PREP));
        governed && self.is_word(at + 1, "of") && self.tokens[at].word.forms.any(Forms::THIRD)
    }

    /// An adverb or a participle between the determiner at `start` and its noun.
    pub(super) fn modifies(&self, start: usize, at: usize) -> bool {
        let lead = at == start + 1 || at == start + 2 && self.is_adverb(start + 1);
        let participle = self.tokens[at].word.forms.any(Forms::PARTICIPLE);
        lead && self.is(start, Classes::DET.union(Classes::POSS))
            && (self.is_adverb(at) && self.get(at + 1).is_some_and(|next| next.is_word())
                || participle && self.is_nominal(at + 1))
    }

    /// A day or another time behind the subject: `said Berg Tuesday`.
    pub(super) fn begins_adverbial(&self, at: usize) -> bool {
        self.is(at, Classes::CALENDAR) && !self.tokens[at].is(Classes::GIVEN)
    }

    /// `one day`, `the next morning`, `a few weeks ago` behind a subject.
    fn begins_time(&self, at: usize) -> bool {
        let counts = [
            "a",
            "few",
            "following",
            "last",
            "next",
            "one",
            "previous",
            "same",
            "some",
            "that",
            "the",
            "this",
        ];
        let counted = |at: &usize| {
            self.is_kind(*at, TokenKind::Number)
                || self.is(*at, Classes::NUMERAL)
                || counts.iter().any(|word| self.is_word(*at, word))
        };
        let time = (at..at + LONGEST_COUNT).find(|at| !counted(at)).unwrap_or(at);
        let behind = self.tokens[at - 1];
        time > at
            && self.is(time, Classes::TIME)
            && (!self.is_nominal(time + 1)
                || ["ago", "later", "earlier"].iter().any(|word| self.is_word(time + 1, word)))
            && behind.is_word()
            && !behind.is(Classes::CLOSED)
    }

    /// `said author and historian Ida Berg`: two roles of the one whose name stands behind both; not `said the mayor and the bishop
    /// Ida Berg`, `said residents and mayor Ida Berg`.
    fn joins_ranks(&self, start: usize, and: usize) -> bool {
        let first = self.is(and - 1, Classes::ROLE) && !self.is_plural(and - 1);
        let indefinite = self.is_word(start, "a") || self.is_word(start, "an");
        first && !indefinite && self.rank_before_name(and + 1)
    }

    /// A preposition that hangs on the noun before: `a spokesman for the mayor`, `Berg of Oslo`.
    pub(super) fn attaches(&self, start: usize, at: usize) -> bool {
        let token = &self.tokens[at];
        if at == start || !self.is_nominal(at - 1) {
            return false;
        }
        if token.is(Classes::CONJ) {
            return self.is_word(at, "and")
                && (self.tokens[at - 1].capital
                    && self.get(at + 1).is_some_and(|next| next.capital)
                    || self.joins_ranks(start, at));
        }
        if self.introduces_name(at) {
            return true;
        }
        if token.is(Classes::PARTICLE) && self.get(at + 1).is_some_and(|next| next.capital) {
            return true;
        }
        // `said the man from her chair`
        let own = self.is(at + 1, Classes::POSS);
        let of = ["of", "for"].iter().any(|word| self.is_word(at, word))
            || !own && ["from", "at", "with"].iter().any(|word| self.is_word(at, word));
        // `said the head of marketing Ida Lund`
        let named = self.get(at + 2).is_some_and(|next| next.capital && !next.first);
        if named && self.is_word(at, "of") && self.is_participle(at + 1) {
            return true;
        }
        of && self
            .get(at + 1)
            .is_some_and(|next| self.is_nominal(at + 1) && !next.is(Classes::CALENDAR))
    }
}
