//! Reporting clauses: every cue of a frame with the subject it goes with.

mod finite;
mod governor;
mod inverted;
mod participle;
mod verb;
mod voice;

use super::frame::Frame;
use super::phrase::Subject;
use crate::lexicon::{Classes, Forms};
use crate::span::Span;

pub(super) use finite::LABELS;
pub(crate) use governor::governing_subject;
use verb::{cue_end, is_noun, skip_auxiliaries_back, verb_clause};
use voice::voice_clause;

/// How a cue and its subject stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Construction {
    /// `Anna said`
    Finite,
    /// `said Anna`
    Inverted,
    /// `…, adding`: the subject is that of the clause before.
    Participle,
    /// `went on to say`: the subject is that of the clause before.
    Infinitive,
    /// `was quoted as saying`
    QuotedAs,
    /// `was called … by Anna`
    Passive,
    /// `according to Anna`
    Source,
    /// A verb whose subject is guessed.
    Loose,
    /// `Anna's claim`, `a report by Anna`
    Noun,
}

impl Construction {
    /// Whether the clause is only a reading, to be weighed.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, Self::Loose | Self::Noun)
    }
}

/// A cue with its subject.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub(crate) construction: Construction,
    pub(crate) subject: Subject,
    /// The cue's token: the verb, or `according`.
    pub(crate) cue: usize,
    /// The cue's words.
    pub(crate) cue_span: Span,
    pub(crate) classes: Classes,
    /// First token of subject and verb.
    pub(crate) start: usize,
    /// One past the last token of subject and verb.
    pub(crate) end: usize,
    /// Stands in a relative clause: `who said`.
    pub(crate) relative: bool,
}

impl Clause {
    /// The clause of the verb at `at`, from the verb on: its subject may stand anywhere.
    fn of_verb(frame: &Frame<'_>, at: usize, construction: Construction, subject: Subject) -> Self {
        let end = cue_end(frame, at);
        Self {
            construction,
            subject,
            cue: at,
            cue_span: frame.span(at, end),
            classes: frame.cue_classes(at),
            start: at,
            end,
            relative: frame.is_relative_clause(at),
        }
    }

    pub(crate) fn is(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }
}

/// Appends the reporting clauses of a frame, by the place of their cues.
pub(crate) fn push_clauses(frame: &Frame<'_>, out: &mut Vec<Clause>) {
    let first = out.len();
    for at in 0..frame.len() {
        let token = &frame.tokens[at];
        if !token.is_word() {
            continue;
        }
        let heard = at > 0 && frame.is_quote(at - 1);
        let voice = if heard { voice_clause(frame, at) } else { None };
        if voice.is_some() {
            out.extend(voice);
            continue;
        }
        // most words are none of these
        let cues = Classes::CUE.union(Classes::VERB).union(Classes::CUE_NOUN);
        if !token.is(cues) && !frame.is_word(at, "according") {
            continue;
        }
        if let Some(borrowed) = frame.borrowed_clause(at) {
            out.push(borrowed);
            continue;
        }
        let own = || at > 0 && frame.is_word(at - 1, "own");
        let view = if token.is(Classes::CUE_NOUN) || own() { frame.view_clause(at) } else { None };
        let mut clause = if view.is_some() {
            view
        } else if (token.first || !token.capital) && frame.is_cue(at) && !frame.is_compound(at) {
            verb_clause(frame, at, &out[first..]).or_else(|| open_clause(frame, at, &out[first..]))
        } else if frame.is(at, Classes::CUE_NOUN) {
            if frame.is_in_words_of(at) && frame.stands_behind_quote(at - 2) {
                source_clause(frame, at)
            } else {
                frame.noun_clause(at)
            }
        } else if frame.is_word(at, "according") && frame.is_word(at + 1, "to") {
            source_clause(frame, at)
        } else {
            None
        };
        if let Some(said) =
            clause.as_mut().filter(|said| said.construction == Construction::QuotedAs)
        {
            // `the paper quoted Anna as saying it rained`: Anna says it, not the paper
            let cites = out[first..].last().filter(|outer| {
                // `Anna was quoted by the paper as saying it rained`
                let passive = outer.construction == Construction::Passive;
                outer.end == said.subject.start || passive && said.subject.end <= outer.cue
            });
            if let Some(outer) = cites {
                said.start = outer.start.min(said.start);
                out.pop();
            }
        }
        out.extend(clause);
    }
}

impl Frame<'_> {
    /// `in the words of Anna`: the noun.
    pub(in crate::attribution) fn is_in_words_of(&self, at: usize) -> bool {
        self.is_word(at, "words")
            && self.is_word(at + 1, "of")
            && at > 1
            && self.is_word(at - 1, "the")
            && self.is_word(at - 2, "in")
    }

    /// Whether a quotation stands right before `at`, or one token farther.
    fn stands_behind_quote(&self, at: usize) -> bool {
        (at.saturating_sub(2)..at).any(|at| self.is_quote(at))
    }
}

/// What a cue may be that makes no clause.
pub(super) fn open_clause(frame: &Frame<'_>, at: usize, before: &[Clause]) -> Option<Clause> {
    if frame.is(at, Classes::CUE_NOUN) {
        if let Some(clause) = frame.noun_clause(at) {
            return Some(clause);
        }
    }
    let bare = frame.tokens[at].is(Classes::JUDGEMENT)
        && frame.tokens[at].word.forms.any(Forms::PARTICIPLE);
    if is_noun(frame, at)
        || frame.explains(at)
        || frame.introduces_name(at)
        || bare && skip_auxiliaries_back(frame, at).passive
    {
        return None;
    }
    frame.loose_clause(at, before)
}

pub(super) fn source_clause(frame: &Frame<'_>, at: usize) -> Option<Clause> {
    let subject = frame.subject_after(at + 2).or_else(|| frame.object_pronoun(at + 2))?;
    Some(Clause {
        construction: Construction::Source,
        subject,
        cue: at,
        cue_span: frame.span(at, at + 2),
        classes: Classes::SPEECH,
        start: at,
        end: subject.end,
        relative: frame.is_relative_clause(at),
    })
}
