//! One paragraph cut up: its frames, their clauses, the quotations in them with the answers that patterns propose.

use std::ops::Range;

use super::clause::Clause;
use super::frame::Frame;
use super::phrase::Subject;
use super::rank::Answer;
use super::reader::Reader;
use super::utterance::FARTHEST;
use super::Place;
use crate::span::Span;
use crate::text::chars;
use crate::text::tokens::TokenKind;

/// One paragraph, cut up.
#[derive(Debug)]
pub(super) struct Page<'p> {
    pub(super) number: usize,
    pub(super) frames: &'p [Frame<'p>],
    /// The clauses of its batch, and which of them are each frame's.
    pub(super) clauses: &'p [Clause],
    pub(super) clause_bounds: &'p [Range<usize>],
    /// The answers to all quotations of its batch.
    pub(super) answers: &'p [Answer],
    pub(super) speakers: &'p [Option<Subject>],
    pub(super) seen: &'p [Seen],
    /// The quotation that it ends with.
    pub(super) tail: Option<usize>,
    /// Holds words of the reporter's.
    pub(super) narrated: bool,
}

/// A quotation of the paragraph at hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) number: usize,
    /// Frame, by its order in the paragraph, and token in it.
    pub(super) frame: usize,
    pub(super) at: usize,
    /// First thing of its frame, or nearly.
    pub(super) leads: bool,
    /// First thing of the paragraph.
    pub(super) opens: bool,
    pub(super) word_count: usize,
    /// Its answers among those of the batch.
    pub(super) first: usize,
    pub(super) last: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn place<'f, 't>(
        &self,
        frame: &'f Frame<'t>,
        clauses: &'f [Clause],
        at: usize,
        number: usize,
        word_count: usize,
    ) -> Place<'f, 't>
    where
        'a: 't,
    {
        let (words, last_words) = (self.words(number), self.last_words(number));
        Place { frame, clauses, at, words, last_words, word_count, governor: None }
    }

    /// The words of a quotation from the first on.
    pub(super) fn words(&self, number: usize) -> &'a str {
        chars::head(self.all_words(number), FARTHEST)
    }

    /// The words of a quotation up to the last.
    pub(super) fn last_words(&self, number: usize) -> &'a str {
        chars::tail(self.all_words(number), FARTHEST)
    }

    fn all_words(&self, number: usize) -> &'a str {
        let parts = &self.quotes[number].parts;
        &self.article[Span { start: parts[0].start, end: parts[parts.len() - 1].end }]
    }
}

impl<'p> Page<'p> {
    pub(super) fn clauses_of(&self, frame: usize) -> &'p [Clause] {
        &self.clauses[self.clause_bounds[frame].clone()]
    }

    /// What patterns propose for a quotation of the paragraph.
    pub(super) fn answers_to(&self, seen: &Seen) -> &'p [Answer] {
        &self.answers[seen.first..seen.last]
    }

    /// Whom the paragraph's last frame introduces, if it ends in a colon.
    pub(super) fn introducing(&self) -> Option<(Subject, Option<Span>)> {
        let number = self.frames.len().checked_sub(1)?;
        let frame = &self.frames[number];
        if !frame.is_kind(frame.len() - 1, TokenKind::Colon) {
            return None;
        }
        let cue = self.clauses_of(number).last().map(|clause| clause.cue_span);
        self.speakers[number].map(|subject| (subject, cue))
    }
}
