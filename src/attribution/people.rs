//! Whom the sentences of an article tell of: those who speak by name, those described rather than named, things that bear words.

use super::clause::{Clause, Construction};
use super::frame::Frame;
use super::genre::Genre;
use super::phrase::Subject;
use super::told::{frame_bearer, frame_speaker};
use crate::lexicon::Classes;
use crate::span::Span;
use crate::text::tokens::TokenKind;

/// Those told of, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct People {
    /// People and things described rather than named, where they act or speak.
    pub(crate) described: Vec<Subject>,
    /// People of a report who act as `the driver`, whom it may well name elsewhere.
    pub(crate) definite: Vec<Subject>,
    /// Names that are the subjects of reporting clauses.
    pub(crate) speaking: Vec<Span>,
}

/// How many there are on each list.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    described: usize,
    definite: usize,
    speaking: usize,
}

impl People {
    pub(super) fn clear(&mut self) {
        self.described.clear();
        self.definite.clear();
        self.speaking.clear();
    }

    pub(super) fn counts(&self) -> Counts {
        Counts {
            described: self.described.len(),
            definite: self.definite.len(),
            speaking: self.speaking.len(),
        }
    }

    /// Appends those of others between two counts.
    pub(super) fn extend_from(&mut self, others: &Self, from: Counts, to: Counts) {
        self.described.extend_from_slice(&others.described[from.described..to.described]);
        self.definite.extend_from_slice(&others.definite[from.definite..to.definite]);
        self.speaking.extend_from_slice(&others.speaking[from.speaking..to.speaking]);
    }

    /// Appends those of one frame, and returns whoever speaks or acts in it.
    pub(super) fn read(
        &mut self,
        frame: &Frame<'_>,
        clauses: &[Clause],
        genre: Genre,
    ) -> Option<Subject> {
        let report = genre == Genre::Report;
        let speaks = |subject: &Subject| {
            !frame.is_empty_subject(subject)
                && !frame.is_mere_witness(subject, clauses)
                && !frame.is_asked_of(subject)
        };
        let bearer = if report { frame_bearer(frame) } else { None };
        let speaker = bearer.or_else(|| frame_speaker(frame, clauses));
        let speaker = speaker.filter(|subject| !report || speaks(subject));
        // in a dialogue the other one is as likely
        let reports = if report { clauses } else { &[] };
        self.speaking.extend(reports.iter().filter_map(speaking_name));
        let definite = |subject: &Subject| {
            report && subject.is_described_person() && frame.is_word(subject.start, "the")
        };
        self.definite.extend(speaker.filter(definite));
        let told = self.described.len();
        self.described.extend(frame.things_that_speak());
        let acts = |subject: &Subject| {
            subject.is_described_person() && is_told_of(frame, subject, clauses, genre)
        };
        let person = speaker.filter(acts);
        self.described.extend(person);
        if report {
            let own = frame.own_people();
            self.described
                .extend(own.filter(|own| person.is_none_or(|held| held.span != own.span)));
        }
        // the body that acts may stand before other things
        let body = |subject: &Subject| {
            report
                && subject.is_described_thing()
                && subject.head.is(Classes::ORG.union(Classes::COMPANY))
                && !self.described[told..].iter().any(|other| other.span == subject.span)
        };
        let body = speaker.filter(body);
        self.described.extend(body);
        self.described[told..].sort_by_key(|subject| subject.span);
        speaker
    }
}

/// The name that a clause gives its words to.
fn speaking_name(clause: &Clause) -> Option<Span> {
    let said = clause.is(Classes::SPEECH)
        && clause.construction != Construction::Passive
        && !clause.construction.is_open();
    clause.subject.name.filter(|_| said && !clause.relative)
}

/// Whether a person described rather than named may be told of again.
fn is_told_of(frame: &Frame<'_>, subject: &Subject, clauses: &[Clause], genre: Genre) -> bool {
    // `the paper quoted an adviser as saying it rained`: told of and gone
    let cites = |clause: &Clause| {
        clause.construction == Construction::QuotedAs && clause.subject.span == subject.span
    };
    if genre == Genre::Report && clauses.iter().any(cites) {
        return false;
    }
    // in a report `the candidate could try` is somebody known by name
    let new = ["a", "an", "one", "another", "my"];
    // `Berg was born in Halm, the daughter of a baker who said little`: somebody told of
    let apposed = |clause: &Clause| {
        clause.relative && subject.start > 0 && frame.is_kind(subject.start - 1, TokenKind::Comma)
    };
    let speaks = |clause: &Clause| clause.subject.span == subject.span && !apposed(clause);
    genre == Genre::Tale
        || clauses.iter().any(speaks)
        || frame.is_kin_of_another(subject)
        || new.iter().any(|word| frame.is_word(subject.start, word))
            && !frame.is_one_of(subject.start)
}
