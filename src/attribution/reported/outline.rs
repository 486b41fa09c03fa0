//! What is asked again and again of one sentence's tokens: what stands where, and how many of a kind stand between two places.

use std::ops::Range;

use super::may_report;
use crate::attribution::frame::Frame;
use crate::attribution::rank::facts::side;
use crate::attribution::rank::features::Keyed;
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

/// How many tokens of each kind stand before a place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) quotes: u32,
    pub(super) commas: u32,
    pub(super) opens: u32,
    pub(super) closes: u32,
    pub(super) verbs: u32,
    /// Words that may report.
    pub(super) cues: u32,
    /// Finite verbs of saying.
    pub(super) said: u32,
}

/// A sentence's tokens, each looked at once.
#[derive(Debug)]
pub(super) struct Outline<'f> {
    pub(super) frame: &'f Frame<'f>,
    sides: Vec<u8>,
    tallies: Vec<Tally>,
}

impl<'f> Outline<'f> {
    pub(super) fn new(frame: &'f Frame<'f>) -> Self {
        let mut sides = Vec::with_capacity(frame.len());
        let mut tallies = Vec::with_capacity(frame.len() + 1);
        let mut tally = Tally::default();
        tallies.push(tally);
        for at in 0..frame.len() {
            sides.push(side(frame, Some(at)) as u8);
            let verb = frame.is_finite_verb(at);
            tally.quotes += u32::from(frame.is_quote(at));
            tally.commas += u32::from(frame.is_kind(at, TokenKind::Comma));
            tally.opens += u32::from(frame.is_kind(at, TokenKind::Open));
            tally.closes += u32::from(frame.is_kind(at, TokenKind::Close));
            tally.verbs += u32::from(verb);
            tally.cues += u32::from(may_report(frame, at));
            tally.said += u32::from(verb && frame.is(at, Classes::SPEECH));
            tallies.push(tally);
        }
        Self { frame, sides, tallies }
    }

    /// What stands at a place, in five bits.
    pub(super) fn side(&self, at: Option<usize>) -> u32 {
        at.and_then(|at| self.sides.get(at)).map_or(0, |&side| u32::from(side))
    }

    /// How many of a kind stand in a range.
    pub(super) fn count(&self, range: Range<usize>, kind: impl Fn(&Tally) -> u32) -> u32 {
        let end = range.end.min(self.frame.len());
        kind(&self.tallies[end]) - kind(&self.tallies[range.start.min(end)])
    }

    pub(super) fn has_verb(&self, range: Range<usize>) -> bool {
        self.count(range, |tally| tally.verbs) > 0
    }

    /// The word at a place; none for a quotation.
    pub(super) fn word(&self, at: Option<usize>) -> Keyed<'f> {
        match at.filter(|&at| at < self.frame.len() && !self.frame.is_quote(at)) {
            Some(at) => Keyed::new(self.frame.text(at)),
            None => Keyed { text: "", key: None },
        }
    }
}
