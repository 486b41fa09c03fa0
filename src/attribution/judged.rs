//! Clauses that leave no doubt who judges or claims something so, by what stands between them and the words.

use super::clause::{Clause, Construction};
use super::Place;
use crate::lexicon::Classes;
use crate::quote::Reference;
use crate::text::tokens::{Token, TokenKind};

/// What is judged, `Lund a` of `called Lund a "show pony"`, has at most so many tokens.
const LONGEST_JUDGED: i32 = 8;
/// `claim that it was` has at most so many tokens behind the noun.
const LONGEST_CLAIM: i32 = 14;

/// How somebody pictures what they speak of.
const PICTURES: [&str; 6] = [
    "characterisation",
    "characterization",
    "denunciation",
    "depiction",
    "description",
    "portrayal",
];

/// What somebody says that others answer.
const CLAIMS: [&str; 14] = [
    "accusation",
    "allegation",
    "argument",
    "assertion",
    "charge",
    "claim",
    "claims",
    "complaint",
    "contention",
    "insistence",
    "suggestion",
    "view",
    "warning",
    "warnings",
];

impl Place<'_, '_> {
    /// `Berg, who has called Lund a "show pony," …`: whether whoever a relative clause tells of judges something so.
    pub(super) fn is_judged_by_who(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        clause.relative
            && clause.construction == Construction::Finite
            && clause.is(Classes::JUDGEMENT)
            && self.distance(clause) <= LONGEST_JUDGED
            && clause.end < self.at
            && self.are_words_of_an_object(clause.end, self.at)
            && (frame.is_article(self.at - 1) || frame.is_word(self.at - 1, "as"))
    }

    /// `condemned by swimmers as "an act of vandalism"`: whether nothing but `as` stands between who judges something so and the words.
    pub(super) fn is_judged_by_agent(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let small = |at: usize| frame.is_word(at, "as") || frame.is_article(at);
        clause.construction == Construction::Passive
            && clause.is(Classes::JUDGEMENT)
            && (clause.end..self.at).contains(&clause.subject.start)
            && clause.subject.end < self.at
            && (clause.subject.end..self.at).all(small)
    }

    /// `Berg's description of Lund as "a show pony"`: whether the clause is somebody's picture of what the words call so.
    pub(super) fn is_described_as(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let before = self.at - usize::from(frame.is_article(self.at - 1));
        clause.construction == Construction::Noun
            && PICTURES.iter().any(|word| frame.is_word(clause.cue, word))
            && frame.is_word(clause.end, "of")
            && before > clause.end
            && frame.is_word(before - 1, "as")
            && self.are_words_of_an_object(clause.end, before)
    }

    /// `rejected Berg's claim that it was "a farce"`: whether the clause is what somebody else is said to claim, and the words are in it.
    pub(super) fn is_claimed(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        // but not `said Berg's claim that it was late was "a farce"`
        let answers = |verb: &Token| {
            verb.finite && !verb.is(Classes::SPEECH.union(Classes::THOUGHT).union(Classes::BE))
                || verb.is(Classes::JUDGEMENT)
        };
        clause.construction == Construction::Noun
            && CLAIMS.iter().any(|word| frame.is_word(clause.cue, word))
            && clause.subject.reference == Reference::Name
            && clause.subject.end < clause.cue
            && frame.prev(clause.subject.start).is_some_and(answers)
            && frame.is_word(clause.end, "that")
            && self.distance(clause) <= LONGEST_CLAIM
            && (clause.end..self.at).all(|at| frame.is_kind(at, TokenKind::Word))
    }

    /// `faces anger after comparing aid to "training wheels"`: whether the clause compares something to what stands right behind it.
    pub(super) fn is_compared(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let compares = ["comparing", "equating", "likening"];
        let to = self.before().map(|at| at - usize::from(at > 0 && frame.is_article(at)));
        compares.iter().any(|word| frame.is_word(clause.cue, word))
            && to.is_some_and(|to| {
                to > clause.end
                    && ["to", "with"].iter().any(|word| frame.is_word(to, word))
                    && self.are_words_of_an_object(clause.end, to)
            })
    }

    /// `dreams that they described as "odd," Berg said`: whether the clause right before is a relative one whose verb has the quotation for
    /// what it calls the noun, so that whoever speaks behind it does not call it so.
    pub(super) fn is_called_so(&self) -> bool {
        self.clause_before().is_some_and(|clause| self.calls_so(clause))
    }

    fn calls_so(&self, clause: &Clause) -> bool {
        let frame = self.frame;
        let relative =
            clause.subject.start.checked_sub(1).is_some_and(|at| {
                ["that", "what", "which"].iter().any(|word| frame.is_word(at, word))
            });
        let small = |at: usize| frame.is_word(at, "as") || frame.is_article(at);
        relative
            && clause.construction == Construction::Finite
            && clause.is(Classes::JUDGEMENT)
            && clause.subject.end == frame.skip_adverbs_back(clause.cue)
            && (clause.end..self.at).all(small)
    }

    /// Whether nothing but words stands from one place to the other, none of them a finite verb.
    fn are_words_of_an_object(&self, from: usize, to: usize) -> bool {
        let frame = self.frame;
        (from..to).all(|at| frame.is_kind(at, TokenKind::Word) && !frame.is_finite_verb(at))
    }
}
