//! Who is named for which quotation span.
//!
//! A paragraph is cut into [frames](frame::Frame), sentences with each quotation as one token. [`clause`] finds
//! the reporting clauses of a frame, [`patterns`] say how a clause and a quotation may stand to each other, `carry`
//! what the words around propose, and [`rank`] chooses. [`reader`] goes through the paragraphs and remembers who spoke.

mod answers;
mod beat;
mod carry;
mod certain;
pub(crate) mod clause;
mod cues;
mod decide;
mod factuality;
pub(crate) mod frame;
pub(crate) mod genre;
mod judged;
mod lettering;
mod loose;
mod naming;
mod page;
pub(crate) mod patterns;
pub(crate) mod people;
pub(crate) mod phrase;
pub(crate) mod rank;
pub(crate) mod reader;
pub(crate) mod reported;
mod rounds;
mod sheet;
mod signature;
mod told;
mod utterance;
pub(crate) mod words;

use crate::quote::{Factuality, Kind};
use crate::span::Span;
use clause::Clause;
use frame::Frame;
use patterns::Pattern;
use phrase::Subject;

/// Where a quotation's speaker comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source {
    /// From words of the frame.
    Named(Subject),
    /// From words of a frame before: nothing here points at the speaker.
    Carried(Subject),
    /// The other speaker of a dialogue: whoever spoke last before the last one.
    Turn,
    /// Nobody is said to have said it.
    Nobody,
}

impl Source {
    pub(crate) fn subject(&self) -> Option<&Subject> {
        match self {
            Source::Named(subject) | Source::Carried(subject) => Some(subject),
            Source::Turn | Source::Nobody => None,
        }
    }

    pub(crate) fn is_somebody(&self) -> bool {
        !matches!(self, Source::Nobody)
    }
}

/// The answer for one quotation span.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attribution {
    pub(crate) source: Source,
    pub(crate) cue: Option<Span>,
    pub(crate) pattern: &'static Pattern,
    /// How sure the choice is, in thousandths.
    pub(crate) confidence: u32,
    pub(crate) kind: Kind,
    /// The sentences of the quotation and its reporting clause.
    pub(crate) context: Span,
    pub(crate) factuality: Factuality,
    /// Part of the same utterance as the quotation before it: `"A," she said, "B."`
    pub(crate) continues: bool,
}

/// What a pattern proposes for a quotation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) subject: Option<Subject>,
    pub(crate) cue: Option<Span>,
    pub(crate) score: i32,
}

impl Candidate {
    pub(crate) fn of(clause: &Clause, score: i32) -> Self {
        Self { subject: Some(clause.subject), cue: Some(clause.cue_span), score }
    }
}

/// A quotation in its frame, as patterns see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'f, 't> {
    pub(crate) frame: &'f Frame<'t>,
    pub(crate) clauses: &'f [Clause],
    /// The quotation's token.
    pub(crate) at: usize,
    /// Its words, from the first on, and those up to the last: of a long quotation as many bytes as anybody looks at.
    pub(crate) words: &'t str,
    pub(crate) last_words: &'t str,
    pub(crate) word_count: usize,
    /// The reporting clause nearest before it that is still open, once it is worked out.
    pub(crate) governor: Option<&'f Clause>,
}
