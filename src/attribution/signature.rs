//! Quotations that are signed as letters are, without a verb: `“Nobody was asked.” Tom Reyes, mayor of Halm.`

use std::ops::Range;

use super::frame::Frame;
use super::page::Page;
use super::patterns::place::ends_with_mark;
use super::patterns::{DASH_BYLINE, SIGNATURE, VERBLESS};
use super::phrase::Subject;
use super::reader::Reader;
use super::Source;
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

/// A signature has at most so many tokens.
const LONGEST: usize = 40;
/// Nothing shorter is signed: `“Blackstar.” Tom Reyes, a singer.` is a list.
const FEWEST_WORDS: usize = 4;
/// In thousandths.
const CONFIDENCE: u32 = 900;

impl Reader<'_> {
    /// Gives the quotations of a paragraph that end their sentence, and are nobody's by a verb, a label or a byline, to whoever signs
    /// them in the next one.
    pub(super) fn sign(&mut self, page: &Page<'_>) {
        for seen in page.seen.iter().filter(|seen| seen.word_count >= FEWEST_WORDS) {
            let frame = &page.frames[seen.frame];
            let Some(next) = page.frames.get(seen.frame + 1) else { break };
            let whole = frame.content_end() == seen.at + 1 && ends_with_mark(frame.text(seen.at));
            let unsigned = self.attributions[seen.number].as_mut().filter(|held| {
                let labels = [&VERBLESS, &DASH_BYLINE];
                held.cue.is_none() && !labels.iter().any(|label| std::ptr::eq(*label, held.pattern))
            });
            let (true, Some(held)) = (whole, unsigned) else { continue };
            if let Some(subject) = signature(next) {
                held.source = Source::Named(subject);
                held.pattern = &SIGNATURE;
                held.confidence = CONFIDENCE;
                held.context = held.context.cover(next.span(0, next.len()));
            }
        }
    }
}

/// The full name that a sentence begins with, if all it adds behind a comma is what its bearer is, and where and when.
fn signature(frame: &Frame<'_>) -> Option<Subject> {
    let subject = frame.name_from(0).filter(|_| frame.len() <= LONGEST)?;
    let rest = subject.end + 1..frame.len();
    let full = subject.end - subject.start > 1 && frame.is_kind(subject.end, TokenKind::Comma);
    let known = Classes::ROLE.union(Classes::ORG);
    let noun = |at: usize| frame.is(at, known) && !frame.is_finite_verb(at);
    let titled = noun(subject.start) || frame.is(subject.start, Classes::TITLE);
    let described = titled || frame.is(rest.start, Classes::DET) || rest.clone().any(noun);
    let quoted = (subject.end..frame.len()).any(|at| frame.is_quote(at));
    (full && described && !quoted && !frame.tells(rest)).then_some(subject)
}

impl Frame<'_> {
    /// Whether a verb stands there that has no clause of its own: `Anna Berg, who knows, in an interview as the year ends` has none.
    fn tells(&self, range: Range<usize>) -> bool {
        let mut relative = false;
        for at in range {
            relative &= !self.is_kind(at, TokenKind::Comma);
            if self.is(at, Classes::REL) && !self.is(at, Classes::DET) {
                relative = true;
            } else if self.is(at, Classes::SUB) && !relative {
                return false;
            }
            if self.is_finite_verb(at) && !relative {
                return true;
            }
        }
        false
    }
}
