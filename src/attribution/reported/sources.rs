//! Whose words a cue reports: the subjects that grammar allows, nobody, and that it reports nothing.

use std::cell::OnceCell;

use super::outline::Outline;
use crate::attribution::clause::{governing_subject, Clause, Construction};
use crate::attribution::frame::Frame;
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Forms};
use crate::span::Span;

/// An answer to whose words a cue reports.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source {
    /// It reports nothing.
    Silent,
    /// Somebody whom the sentence does not name.
    Unnamed,
    /// The subject, and how it was found.
    Named(Subject, Way),
}

/// How a subject was found, the likeliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Clause,
    Before,
    Behind,
    Governor,
    Opening,
    Owner,
}

impl Source {
    pub(crate) fn subject(&self) -> Option<Subject> {
        match self {
            Source::Named(subject, _) => Some(*subject),
            _ => None,
        }
    }
}

/// A word that may report, with the clause it heads if one was found.
#[derive(Clone, Debug)]
pub(crate) struct Cue<'f> {
    pub(super) at: usize,
    /// First auxiliary or adverb before it.
    pub(super) start: usize,
    /// One past it and its particle.
    pub(super) end: usize,
    pub(super) clause: Option<&'f Clause>,
    frame: &'f Frame<'f>,
    before: OnceCell<Option<Subject>>,
}

impl<'f> Cue<'f> {
    pub(super) fn new(frame: &'f Frame<'f>, at: usize, clauses: &'f [Clause]) -> Self {
        let clause = clauses.iter().find(|clause| clause.cue == at);
        let mut start = at;
        while start > 0
            && (frame.is_adverb(start - 1)
                || frame.is(start - 1, Classes::AUX.union(Classes::BE))
                    && !frame.tokens[start - 1].capital)
        {
            start -= 1;
        }
        let particles = ["out", "back", "for", "on", "up", "down", "off", "about", "to"];
        let phrasal = clause.map_or(at + 1, |clause| match clause.construction {
            Construction::Source => at + 2,
            Construction::Inverted => at + 1,
            _ => clause.end.min(at + 2),
        });
        let end = match phrasal {
            end if end > at + 1 => end,
            end if particles[..7].iter().any(|word| frame.is_word(end, word)) => end + 1,
            end => end,
        };
        Self { at, start, end: end.min(frame.len()), clause, frame, before: OnceCell::new() }
    }

    pub(super) fn span(&self) -> Span {
        self.frame.span(self.at, self.end.max(self.at + 1))
    }

    /// Where the clause begins that the cue heads, with its subject; the cue where there is none.
    pub(super) fn clause_start(&self) -> usize {
        let subject = |clause: &Clause| clause.start.min(clause.subject.start);
        self.clause.map_or(self.start, |clause| subject(clause).min(self.start))
    }

    /// The subject that stands right before it.
    pub(super) fn subject_before(&self) -> Option<Subject> {
        *self.before.get_or_init(|| self.frame.subject_before(self.start))
    }

    /// Where that clause begins; without one, where the phrase before the cue does that may be its subject.
    pub(super) fn phrase_start(&self) -> usize {
        if self.clause.is_some() {
            return self.clause_start();
        }
        self.subject_before().map_or(self.start, |subject| subject.start.min(self.start))
    }

    pub(super) fn construction(&self) -> Option<Construction> {
        self.clause.map(|clause| clause.construction)
    }

    /// A noun that reports: `her claim that`.
    pub(super) fn is_noun(&self) -> bool {
        let finite = self.frame.is_finite_verb(self.at);
        self.construction() == Some(Construction::Noun)
            || self.frame.is(self.at, Classes::CUE_NOUN) && !finite
    }

    /// The answers: silence, nobody named, then subjects.
    pub(super) fn sources(&self, outline: &Outline<'_>, clauses: &[Clause]) -> Vec<Source> {
        let mut out = vec![Source::Silent, Source::Unnamed];
        let mut push = |subject: Option<Subject>, way: Way| {
            let Some(subject) = subject else { return };
            let known =
                out.iter().filter_map(Source::subject).any(|held| held.span == subject.span);
            if !known && out.len() < MOST {
                out.push(Source::Named(subject, way));
            }
        };
        let frame = self.frame;
        push(self.clause.map(|clause| clause.subject), Way::Clause);
        let owner = (self.at.saturating_sub(4)..self.at).rev().find(|&at| frame.is_owner(at));
        if !frame.is_finite_verb(self.at) {
            push(owner.and_then(|owner| frame.owner(owner)), Way::Owner);
        }
        push(self.subject_before(), Way::Before);
        if frame.is_finite_verb(self.at) && self.lead_is_open() {
            push(frame.subject_after(self.end), Way::Behind);
        }
        let by = (self.at + 1..frame.len().min(self.at + 8)).find(|&at| frame.is_word(at, "by"));
        if frame.tokens[self.at].word.forms.any(Forms::PARTICIPLE) {
            push(by.and_then(|by| frame.subject_after(by + 1)), Way::Behind);
        }
        push(governing_subject(frame, self.start, clauses), Way::Governor);
        push(outline.opening_subject().filter(|subject| subject.end <= self.at), Way::Opening);
        out
    }

    /// Whether a mark or nothing stands before the verb, so that its subject may follow it.
    fn lead_is_open(&self) -> bool {
        self.frame.prev(self.start).is_none_or(|prev| !prev.is_word())
    }
}

/// At most this many answers.
const MOST: usize = 6;
