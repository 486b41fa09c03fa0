//! What the clause of a cue is part of: `When she said so, …`, `…, who said so`.

use super::sources::Cue;
use crate::attribution::frame::Frame;
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
        let start = cue.phrase_start();
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
        match near(Classes::SUB) {
            Some(at) if at <= 1 => return Lead::Opening,
            Some(_) => return Lead::Subordinate,
            None => {}
        }
        let that = |at: usize| frame.is_word(at, "that");
        let relative = frame.prev(cue.start).is_some_and(|prev| prev.is(Classes::REL));
        if that(start) || start > 0 && that(start - 1) {
            Lead::Complement
        } else if relative || near(Classes::REL).is_some() {
            Lead::Relative
        } else {
            Lead::Nothing
        }
    }
}
