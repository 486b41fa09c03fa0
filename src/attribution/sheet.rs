//! A batch of paragraphs, cut up stage by stage: frames, their clauses, the answers that patterns propose for the quotations in them,
//! and whom each frame tells of. Nothing of it depends on what is decided.

use std::ops::Range;

use super::answers::{near, push_answers};
use super::clause::{push_clauses, Clause};
use super::frame::Frame;
use super::page::{Page, Seen};
use super::people::{Counts, People};
use super::phrase::Subject;
use super::rank::Answer;
use super::reader::{Reader, Stretch};
use super::utterance::count_words;
use super::words::mark_words;
use crate::text::tokens::{Token, TokenKind};

/// A sentence of more tokens than these is read in pieces: patterns look from any token at any other of its frame, so the time
/// for a token grows with the frame.
const LONGEST_FRAME: usize = 250;
/// Most sentences have more tokens.
const TOKENS: usize = 16;

/// What is found in a batch: one list of each kind for all of its paragraphs.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The tokens of each frame.
    bounds: Vec<Range<usize>>,
    clauses: Vec<Clause>,
    /// The clauses of each frame.
    clause_bounds: Vec<Range<usize>>,
    answers: Vec<Answer>,
    gathered: Vec<Answer>,
    seen: Vec<Seen>,
    speakers: Vec<Option<Subject>>,
    people: People,
    leaves: Vec<Leaf>,
}

/// Where the lists hold what belongs to one paragraph.
#[derive(Debug, Default)]
struct Leaf {
    frames: Range<usize>,
    seen: Range<usize>,
    people: (Counts, Counts),
    /// The quotation that it ends with.
    tail: Option<usize>,
}

impl Sheet {
    /// Cuts paragraphs into frames, each with where its tokens are among all: a sentence, or a piece of one that is too long. Of those that
    /// need not be read none are made.
    pub(super) fn push_frames(
        &mut self,
        article: &str,
        tokens: &mut [Token],
        stretches: &[Stretch],
        mut awaited: bool,
    ) {
        self.bounds.clear();
        self.bounds.reserve(tokens.len() / TOKENS);
        self.leaves.clear();
        self.leaves.reserve(stretches.len());
        for stretch in stretches {
            let first = self.bounds.len();
            let here = &tokens[stretch.tokens.clone()];
            let read = stretch.read || awaited;
            let tail = if read { tail(here) } else { None };
            let signs = here.first().is_some_and(|token| token.kind == TokenKind::Dash);
            // the paragraph behind may sign the last words of this one, or of one before it
            awaited = tail.is_some() || read && awaited && (signs || !stretch.is_text());
            let mut at = stretch.tokens.start;
            while read && stretch.is_text() && at < stretch.tokens.end {
                let longest = stretch.tokens.end.min(at + LONGEST_FRAME);
                let next = tokens[at + 1..longest].iter().position(|token| token.first);
                let end = next.map_or(longest, |next| at + 1 + next);
                mark_words(article, &mut tokens[at..end]);
                self.bounds.push(at..end);
                at = end;
            }
            let frames = first..self.bounds.len();
            self.leaves.push(Leaf { frames, tail, ..Leaf::default() });
        }
    }

    pub(super) fn frames<'t>(&self, article: &'t str, tokens: &'t [Token]) -> Vec<Frame<'t>> {
        let frame = |bounds: &Range<usize>| Frame { article, tokens: &tokens[bounds.clone()] };
        self.bounds.iter().map(frame).collect()
    }

    pub(super) fn push_clauses(&mut self, frames: &[Frame<'_>]) {
        self.clauses.clear();
        self.clauses.reserve(frames.len());
        self.clause_bounds.clear();
        self.clause_bounds.reserve(frames.len());
        for frame in frames {
            let first = self.clauses.len();
            push_clauses(frame, &mut self.clauses);
            self.clause_bounds.push(first..self.clauses.len());
        }
    }

    /// Finds the quotations of each frame, and what patterns propose for them.
    pub(super) fn push_answers(&mut self, frames: &[Frame<'_>], reader: &Reader<'_>) {
        self.answers.clear();
        self.seen.clear();
        for leaf in &mut self.leaves {
            let first = self.seen.len();
            for (number, frame) in frames[leaf.frames.clone()].iter().enumerate() {
                if !frame.holds_quotes() {
                    continue;
                }
                let bounds = self.clause_bounds[leaf.frames.start + number].clone();
                let clauses = &self.clauses[bounds];
                let opening = frame.opening_subject();
                for (at, token) in frame.tokens.iter().enumerate() {
                    let Some(quote) = token.quote() else { continue };
                    let first = self.answers.len();
                    let word_count = count_words(reader.words(quote));
                    let place = reader.place(frame, near(clauses, at), at, quote, word_count);
                    push_answers(&place, opening, &mut self.answers, &mut self.gathered);
                    self.seen.push(Seen {
                        number: quote,
                        frame: number,
                        at,
                        leads: frame.is_led_in(at),
                        opens: number == 0 && at == 0,
                        word_count,
                        first,
                        last: self.answers.len(),
                    });
                }
            }
            leaf.seen = first..self.seen.len();
        }
    }

    /// Finds whom each frame tells of.
    pub(super) fn push_people(&mut self, frames: &[Frame<'_>], reader: &Reader<'_>) {
        self.speakers.clear();
        self.speakers.reserve(frames.len());
        self.people.clear();
        for leaf in &mut self.leaves {
            let first = self.people.counts();
            for number in leaf.frames.clone() {
                let clauses = &self.clauses[self.clause_bounds[number].clone()];
                self.speakers.push(self.people.read(&frames[number], clauses, reader.genre));
            }
            leaf.people = (first, self.people.counts());
        }
    }

    /// Appends those whom a paragraph of the batch tells of.
    pub(super) fn extend_people(&self, page: usize, out: &mut People) {
        let (from, to) = self.leaves[page].people;
        out.extend_from(&self.people, from, to);
    }

    /// One paragraph of the batch, which has this number in the article.
    pub(super) fn page<'p>(
        &'p self,
        page: usize,
        number: usize,
        frames: &'p [Frame<'p>],
    ) -> Page<'p> {
        let Leaf { frames: here, seen, tail, .. } = &self.leaves[page];
        let frames = &frames[here.clone()];
        Page {
            number,
            frames,
            clauses: &self.clauses,
            clause_bounds: &self.clause_bounds[here.clone()],
            answers: &self.answers,
            speakers: &self.speakers[here.clone()],
            seen: &self.seen[seen.clone()],
            tail: *tail,
            narrated: frames.iter().any(|frame| frame.tokens.iter().any(Token::is_word)),
        }
    }
}

/// The quotation that a paragraph ends with.
fn tail(tokens: &[Token]) -> Option<usize> {
    let last = tokens.iter().rev().find(|token| token.is_word() || token.quote().is_some());
    last.and_then(Token::quote)
}
