//! Reported clauses without marks: `Anna said (that) she was leaving`, `The road is closed, the police said`.

use super::clause::{Clause, Construction};
use super::frame::Frame;
use super::patterns::{Pattern, INDIRECT_AFTER, INDIRECT_CLAUSE};
use crate::lexicon::Classes;
use crate::span::Span;
use crate::text::tokens::TokenKind;

/// A reported clause with the reporting clause it hangs on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reported {
    pub(crate) content: Span,
    pub(crate) clause: Clause,
    pub(crate) pattern: &'static Pattern,
    pub(crate) context: Span,
}

/// A reported clause has at least this many tokens.
const SHORTEST: usize = 3;

/// The clause that a frame without quotations reports, if it reports one.
pub(crate) fn reported(frame: &Frame<'_>, clauses: &[Clause]) -> Option<Reported> {
    if frame.tokens.iter().any(|token| token.quote().is_some()) {
        return None;
    }
    clauses.iter().find_map(|clause| {
        let spoken = clause.is(Classes::SPEECH)
            && matches!(clause.construction, Construction::Finite | Construction::Inverted);
        let sourced = clause.construction == Construction::Source;
        if !(spoken || sourced) {
            return None;
        }
        let (start, end, pattern) =
            content_behind(frame, clause).or_else(|| content_before(frame, clause))?;
        Some(Reported {
            content: frame.span(start, end),
            clause: *clause,
            pattern,
            context: frame.span(0, frame.len()),
        })
    })
}

/// `… said (to reporters) (on Monday) (that) CONTENT.`
fn content_behind(frame: &Frame<'_>, clause: &Clause) -> Option<(usize, usize, &'static Pattern)> {
    if clause.construction != Construction::Finite || is_trailing(frame, clause) {
        return None;
    }
    let end = frame.content_end();
    let that = (clause.end..end)
        .take(16)
        .find(|&at| frame.is_word(at, "that") || frame.is_word(at, "whether"));
    let start = match that.filter(|&at| frame.is_light(clause.end, at)) {
        Some(that) => that + usize::from(frame.is_word(that, "that")),
        None => {
            let mut start = frame.skip_adverbs(clause.end);
            if frame.is(start, Classes::CALENDAR) {
                start += 1;
            }
            if frame.is_kind(start, TokenKind::Comma) {
                start += 1;
            }
            // the clause must have a verb of its own, its subject first
            let verb = (start + 1..end)
                .find(|&at| frame.is_finite_verb(at) && !frame.is_doubtful_verb(at))?;
            frame.subject_before(verb).filter(|subject| subject.start == start)?;
            start
        }
    };
    (end >= start + SHORTEST).then_some((start, end, &INDIRECT_CLAUSE))
}

/// `CONTENT, the police said.` and `CONTENT, according to the police.`
fn content_before(frame: &Frame<'_>, clause: &Clause) -> Option<(usize, usize, &'static Pattern)> {
    let start = clause.start.min(clause.subject.start);
    let set_off = start > 0
        && (frame.is_kind(start - 1, TokenKind::Comma)
            || clause.construction == Construction::Source);
    let end =
        if frame.is_kind(start.checked_sub(1)?, TokenKind::Comma) { start - 1 } else { start };
    let verb = (0..end).any(|at| frame.is_finite_verb(at));
    (set_off && verb && is_trailing(frame, clause) && end >= SHORTEST).then_some((
        0,
        end,
        &INDIRECT_AFTER,
    ))
}

/// Whether nothing but adverbials follows the clause.
fn is_trailing(frame: &Frame<'_>, clause: &Clause) -> bool {
    let end = clause.end.max(clause.subject.end.min(frame.len()));
    frame.is_light(end, frame.content_end())
        && !(end..frame.len()).any(|at| frame.is_word(at, "that"))
}
