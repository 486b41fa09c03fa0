//! One paragraph cut up: its frames, their clauses, the quotations in them with the answers that patterns propose.

use smallvec::SmallVec;

use super::answers::{near, push_answers};
use super::clause::{push_clauses, Clause, Construction};
use super::frame::Frame;
use super::genre::Genre;
use super::phrase::Subject;
use super::rank::Answer;
use super::reader::Reader;
use super::told::{frame_speaker, Frames, SENTENCES};
use super::utterance::{count_words, FARTHEST};
use super::Place;
use crate::lexicon::Classes;
use crate::span::Span;
use crate::text::chars;
use crate::text::tokens::{Token, TokenKind};

/// One paragraph, cut up.
#[derive(Debug)]
pub(super) struct Page<'t> {
    pub(super) number: usize,
    pub(super) frames: Frames<'t>,
    /// Where each frame's clauses end among all of the paragraph.
    bounds: SmallVec<[usize; SENTENCES]>,
    pub(super) speakers: SmallVec<[Option<Subject>; SENTENCES]>,
    pub(super) seen: SmallVec<[Seen; SENTENCES]>,
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
    /// Its answers among those of the paragraph.
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Room that each paragraph uses anew.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    pub(super) clauses: Vec<Clause>,
    pub(super) answers: Vec<Answer>,
    gathered: Vec<Answer>,
}

impl<'a> Reader<'a> {
    /// Finds the clauses of each frame and the answers of each quotation in it.
    pub(super) fn cut<'t>(
        &mut self,
        frames: Frames<'t>,
        number: usize,
        scratch: &mut Scratch,
    ) -> Page<'t> {
        let Scratch { clauses, answers, gathered } = scratch;
        clauses.clear();
        answers.clear();
        let mut page = Page {
            number,
            bounds: SmallVec::new(),
            speakers: SmallVec::new(),
            seen: SmallVec::new(),
            narrated: frames.iter().any(|frame| frame.tokens.iter().any(Token::is_word)),
            frames,
        };
        for (number, frame) in page.frames.iter().enumerate() {
            let first = clauses.len();
            push_clauses(frame, clauses);
            let here = &clauses[first..];
            let quoted = frame.holds_quotes();
            let opening = if quoted { frame.opening_subject() } else { None };
            for (at, token) in frame.tokens.iter().enumerate() {
                let Some(quote) = token.quote() else { continue };
                let first = answers.len();
                let word_count = count_words(self.words(quote));
                let place = self.place(frame, near(here, at), at, quote, word_count);
                push_answers(&place, opening, answers, gathered);
                page.seen.push(Seen {
                    number: quote,
                    frame: number,
                    at,
                    leads: frame.is_led_in(at),
                    opens: number == 0 && at == 0,
                    word_count,
                    first,
                    last: answers.len(),
                });
            }
            let report = self.genre == Genre::Report;
            let speaks = |subject: &Subject| {
                !frame.is_empty_subject(subject)
                    && !frame.is_mere_witness(subject, here)
                    && !frame.is_asked_of(subject)
            };
            let speaker = frame_speaker(frame, here).filter(|subject| !report || speaks(subject));
            // in a dialogue the other one is as likely
            let reports = if self.genre == Genre::Report { here } else { &[] };
            self.speaking.extend(reports.iter().filter_map(|clause| {
                let said = clause.is(Classes::SPEECH)
                    && clause.construction != Construction::Passive
                    && !clause.construction.is_open();
                clause.subject.name.filter(|_| said && !clause.relative)
            }));
            let cited = |subject: &Subject| {
                let cites = |clause: &Clause| {
                    clause.construction == Construction::QuotedAs
                        && clause.subject.span == subject.span
                };
                here.iter().any(cites)
            };
            let person = speaker.filter(Subject::is_described_person).filter(|subject| {
                // `the paper quoted an adviser as saying it rained`: told of and gone
                if self.genre == Genre::Report && cited(subject) {
                    return false;
                }
                // in a report `the candidate could try` is somebody known by name
                let new = ["a", "an", "one", "another", "my"];
                // `Berg was born in Halm, the daughter of a baker who said little`: somebody told of
                let apposed = |clause: &Clause| {
                    clause.relative
                        && subject.start > 0
                        && frame.is_kind(subject.start - 1, TokenKind::Comma)
                };
                let speaks =
                    |clause: &Clause| clause.subject.span == subject.span && !apposed(clause);
                self.genre == Genre::Tale
                    || here.iter().any(speaks)
                    || frame.is_kin_of_another(subject)
                    || new.iter().any(|word| frame.is_word(subject.start, word))
                        && !frame.is_one_of(subject.start)
            });
            let definite = |subject: &Subject| {
                self.genre == Genre::Report
                    && subject.is_described_person()
                    && frame.is_word(subject.start, "the")
            };
            self.definite.extend(speaker.filter(definite));
            let told = self.described.len();
            self.described.extend(frame.things_that_speak());
            self.described.extend(person);
            if self.genre == Genre::Report {
                let own = frame.own_people();
                self.described
                    .extend(own.filter(|own| person.is_none_or(|held| held.span != own.span)));
            }
            // the body that acts may stand before other things
            let body = |subject: &Subject| {
                self.genre == Genre::Report
                    && subject.is_described_thing()
                    && subject.head.is(Classes::ORG.union(Classes::COMPANY))
                    && !self.described[told..].iter().any(|other| other.span == subject.span)
            };
            let body = speaker.filter(body);
            self.described.extend(body);
            self.described[told..].sort_by_key(|subject| subject.span);
            page.speakers.push(speaker);
            page.bounds.push(clauses.len());
        }
        page
    }

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

impl Page<'_> {
    pub(super) fn clauses_of<'c>(&self, frame: usize, all: &'c [Clause]) -> &'c [Clause] {
        let first = frame.checked_sub(1).map_or(0, |before| self.bounds[before]);
        &all[first..self.bounds[frame]]
    }

    /// Whom the paragraph's last frame introduces, if it ends in a colon.
    pub(super) fn introducing(&self, clauses: &[Clause]) -> Option<(Subject, Option<Span>)> {
        let number = self.frames.len().checked_sub(1)?;
        let frame = &self.frames[number];
        if !frame.is_kind(frame.len() - 1, TokenKind::Colon) {
            return None;
        }
        let cue = self.clauses_of(number, clauses).last().map(|clause| clause.cue_span);
        self.speakers[number].map(|subject| (subject, cue))
    }
}
