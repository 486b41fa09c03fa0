//! What a stretch of words runs over: verbs joined to the cue, clauses that begin within it, the clause that the cue is part of.
//!
//! `She praised the ferry and left`, `When she praised the ferry, they cheered`, `praise for the ferry was rare`: in each something tells
//! where the words end that are reported.

use super::contents::Content;
use super::features::{opening, View};
use super::outline::Breaks;
use super::sources::Cue;
use crate::attribution::frame::Frame;
use crate::attribution::rank::features::{Features, Template};
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

/// What the clause of the cue is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    Nothing,
    /// A clause that opens the sentence: `When she said so, …`
    Opening,
    /// One that does not: `… because she said so`.
    Subordinate,
    Relative,
    /// A participle that opens the sentence: `Asked if she would, …`
    Participle,
    /// One behind a comma: `…, saying so`.
    Trailing,
    /// `… that she said so`
    Complement,
}

impl Lead {
    pub(super) fn of(frame: &Frame<'_>, cue: &Cue<'_>) -> Self {
        let start = match cue.clause {
            Some(_) => cue.clause_start(),
            None => {
                frame.subject_before(cue.start).map_or(cue.start, |held| held.start.min(cue.start))
            }
        };
        if !frame.is_finite_verb(cue.at) {
            if cue.start <= 1 {
                return Lead::Participle;
            }
            if frame.is_kind(cue.start - 1, TokenKind::Comma) {
                return Lead::Trailing;
            }
        }
        let near =
            |classes| (start.saturating_sub(2)..=start).rev().find(|&at| frame.is(at, classes));
        let right_before = |at: usize| at.checked_sub(1);
        match near(Classes::SUB) {
            Some(at) if at <= 1 => return Lead::Opening,
            Some(_) => return Lead::Subordinate,
            None => {}
        }
        let that = |at: usize| frame.is_word(at, "that");
        let relative = right_before(cue.start).is_some_and(|at| frame.is(at, Classes::REL));
        if that(start) || right_before(start).is_some_and(that) {
            Lead::Complement
        } else if relative || near(Classes::REL).is_some() {
            Lead::Relative
        } else {
            Lead::Nothing
        }
    }
}

impl View<'_, '_> {
    /// Tells what a stretch runs over, and what it leaves behind.
    pub(super) fn describe_bounds(&self, content: &Content, out: &mut impl Features) {
        let (outline, frame) = (self.outline, self.outline.frame);
        let (start, end) = (content.first.0, content.end());
        let opening = opening(content);
        let verbs = |from: usize, to: usize| outline.count(from..to, |tally| tally.verbs);
        let (within, behind) = (verbs(start, end).min(2), verbs(end, frame.content_end()).min(2));
        let main = u32::from(verbs(0, self.cue.start) > 0)
            | u32::from(frame.is_finite_verb(self.cue.at)) << 1;
        out.code(Template::Verbs, main << 12 | behind << 9 | within << 7 | opening);

        let (place, held) = match self.joined {
            None => (0, 0),
            Some(joined) => {
                let place = match end.cmp(&joined.start) {
                    std::cmp::Ordering::Equal => 1,
                    std::cmp::Ordering::Greater => 2,
                    std::cmp::Ordering::Less => 3,
                };
                (place, verbs(start.min(joined.start), joined.start).min(2))
            }
        };
        out.code(Template::Joined, opening << 4 | place << 2 | held);

        let breaks = self.breaks(start, end);
        let clausal = u32::from(content.clausal);
        out.code(Template::Crosses, breaks << 6 | opening << 1 | clausal);
        out.code(Template::Crosses, 1 << 16 | breaks << 4 | content.ending as u32);
        let commas = outline.count(start..end, |tally| tally.commas).min(3);
        let lead = self.lead as u32;
        out.code(Template::Lead, lead << 8 | behind << 6 | within << 4 | commas << 1 | clausal);
    }

    /// Where the sentence breaks off within a stretch.
    fn breaks(&self, start: usize, end: usize) -> u32 {
        let any = |from: usize, to: usize, kind: fn(&Breaks) -> u32| {
            u32::from(self.outline.count(from..to, |tally| kind(&tally.breaks)) > 0)
        };
        any(start + 1, end, |breaks| breaks.relatives)
            | any(start + 1, end, |breaks| breaks.participles) << 1
            | any(start + 1, end, |breaks| breaks.subordinates) << 2
            | any(start + 1, end, |breaks| breaks.buts) << 3
            | any(start + 1, end, |breaks| breaks.marks) << 4
            | any(start, end - 1, |breaks| breaks.paused) << 5
            | any(start + 1, end, |breaks| breaks.clauses) << 6
    }
}
