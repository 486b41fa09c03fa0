//! Noun phrases around a verb: who its subject is, found without a parser.
//!
//! English keeps the subject next to its verb but for what commas, dashes or brackets set off. So the phrase is
//! gathered word by word from the verb outwards until a closed-class word, a verb or a mark bounds it, and set-off
//! insertions are stepped over. The idea of bounding phrases by closed-class words goes back to Abney
//! (1991, *Parsing by chunks*).

mod after;
mod apposed;
mod before;
mod describe;
mod extent;
mod relative;

use super::frame::Frame;
use crate::lexicon::{Classes, Word};
use crate::quote::Reference;
use crate::span::Span;
use crate::text::tokens::TokenKind;

/// Whom a clause names as its speaker.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    /// The words that point at the speaker.
    pub(crate) span: Span,
    /// The name in them, without title and role.
    pub(crate) name: Option<Span>,
    pub(crate) reference: Reference,
    /// The head word of a description, or the pronoun.
    pub(crate) head: Word,
    /// Token index of the first word of the whole phrase.
    pub(crate) start: usize,
    /// One past its last token.
    pub(crate) end: usize,
}

impl Subject {
    /// `a nurse`, `the girl`: somebody a pronoun may take up.
    pub(crate) fn is_described_person(&self) -> bool {
        self.reference == Reference::Description && self.head.is(Classes::ROLE)
    }

    /// `a note`, `the company`: a thing that `it` may take up where words are quoted.
    pub(crate) fn is_described_thing(&self) -> bool {
        self.reference == Reference::Description && !self.head.is(Classes::ROLE)
    }

    /// `a report`, `the sign`: a thing that words stand in.
    pub(crate) fn bears_words(&self) -> bool {
        self.reference == Reference::Description && self.head.is(Classes::CUE_NOUN)
    }

    /// The same subject, its phrase beginning at token `start`.
    pub(super) fn from(self, start: usize) -> Self {
        Self { start, ..self }
    }
}

/// A name with its role is at most this many tokens.
const LONGEST_NAME: usize = 9;
/// A phrase is at most this many tokens long.
const LONGEST_PHRASE: usize = 28;

impl Frame<'_> {
    /// Whether the token at `at` tells an owner: the `'s` of `Anna's message`, or `his`.
    pub(crate) fn is_owner(&self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Possessive) || self.is(at, Classes::POSS)
    }

    /// The token of the noun that the subject's phrase is about: `critics` of `critics of the plan`.
    pub(in crate::attribution) fn noun_of(&self, subject: &Subject) -> usize {
        let hangs_on = |&at: &usize| self.is(at, Classes::PREP.union(Classes::REL));
        (subject.start + 1..subject.end).find(hangs_on).unwrap_or(subject.end) - 1
    }

    /// The owner that the token at `at` tells.
    pub(crate) fn owner(&self, at: usize) -> Option<Subject> {
        if self.is_kind(at, TokenKind::Possessive) {
            self.subject_before(at)
        } else {
            Some(self.pronoun(at))
        }
    }
}
