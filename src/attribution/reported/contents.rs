//! Which words of a sentence are what is reported: the stretches that grammar allows, behind the cue, before it, or around it.

use super::outline::{Outline, Roles};
use super::sources::Cue;
use crate::attribution::clause::Construction;
use crate::attribution::frame::Frame;
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

/// How a stretch begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// Right behind the cue.
    Direct,
    /// At `that`, `whether`, `what`.
    Conjunction,
    /// At `to` with a verb.
    Infinitive,
    /// Behind a comma or a colon.
    Mark,
    /// At the subject of the next clause.
    Clause,
    /// Behind a preposition.
    Preposition,
    /// Before the cue.
    Before,
    /// The relative pronoun: `which she denies`.
    Relative,
    /// The subject of a passive verb or one of seeming, and on behind the verb: `the bank is expected to act`.
    Raised,
}

/// How it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Sentence,
    Comma,
    SecondComma,
    ThirdComma,
    LastComma,
    Conjunction,
    Mark,
    Phrase,
    Cue,
    Quotation,
}

/// A stretch of tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Content {
    pub(crate) first: (usize, usize),
    pub(crate) second: Option<(usize, usize)>,
    pub(crate) opening: Opening,
    pub(crate) ending: Ending,
    /// Holds a finite verb.
    pub(crate) clausal: bool,
}

impl Content {
    /// One past its last token.
    pub(super) fn end(&self) -> usize {
        self.second.map_or(self.first.1, |second| second.1)
    }

    /// Nothing but a quotation: its words are quoted, not reported.
    pub(super) fn is_quotation(&self, frame: &Frame<'_>) -> bool {
        self.second.is_none() && self.first.1 == self.first.0 + 1 && frame.is_quote(self.first.0)
    }
}

/// A conjunction or a mark is looked for within so many tokens behind the cue.
const REACH: usize = 14;

/// Appends the stretches.
pub(super) fn push(outline: &Outline<'_>, cue: &Cue<'_>, out: &mut Vec<Content>) {
    let frame = outline.frame;
    if cue.construction() != Some(Construction::Source) {
        push_behind(outline, cue, out);
    }
    push_before(outline, cue, out);
    push_relative(outline, cue, out);
    push_raised(outline, cue, out);
    // the quotation that the clause goes with, on either side: nothing is reported then
    let before = cue.clause_start();
    let quoted = |at: &usize| frame.is_quote(*at);
    if let Some(at) = (before.saturating_sub(3)..before).rev().find(quoted) {
        push_one(outline, (at, at + 1), Opening::Before, Ending::Phrase, out);
    }
    if let Some(at) = (cue.end..frame.len().min(cue.end + REACH)).find(quoted) {
        push_one(outline, (at, at + 1), Opening::Mark, Ending::Phrase, out);
    }
}

/// `which she denies`, `what he called for`, `that is disputed`.
fn push_relative(outline: &Outline<'_>, cue: &Cue<'_>, out: &mut Vec<Content>) {
    let frame = outline.frame;
    let start = cue.clause_start();
    let relative = Classes::REL.union(Classes::WH);
    let mut at = [start.checked_sub(1), start.checked_sub(2), cue.start.checked_sub(1)]
        .into_iter()
        .flatten();
    if let Some(at) = at.find(|&at| frame.is(at, relative)) {
        push_one(outline, (at, at + 1), Opening::Relative, Ending::Phrase, out);
    }
}

/// `The bank is expected to act`: whoever acts is part of what is expected.
fn push_raised(outline: &Outline<'_>, cue: &Cue<'_>, out: &mut Vec<Content>) {
    let frame = outline.frame;
    let passive = (cue.start..cue.at).any(|at| frame.is(at, Classes::BE));
    if !passive && !["seem", "appear"].iter().any(|stem| frame.text(cue.at).starts_with(stem)) {
        return;
    }
    let Some(subject) = cue.subject_before() else { return };
    let Some(first) = solid(frame, (subject.start, subject.end)) else { return };
    for at in 0..out.len() {
        let content = out[at];
        let close = content.first.0 >= cue.end && content.first.0 <= cue.end + 3;
        let agent = frame.is_word(content.first.0, "by");
        if close && !agent && content.second.is_none() {
            out.push(Content {
                first,
                second: Some(content.first),
                opening: Opening::Raised,
                ..content
            });
        }
    }
}

/// Appends one, unless it is there, too short, or begins or ends with a mark.
fn push_one(
    outline: &Outline<'_>,
    content: (usize, usize),
    opening: Opening,
    ending: Ending,
    out: &mut Vec<Content>,
) {
    let Some((start, end)) = solid(outline.frame, content) else { return };
    if out.iter().any(|held| held.first == (start, end) && held.second.is_none()) {
        return;
    }
    let clausal = outline.has_verb(start..end);
    out.push(Content { first: (start, end), second: None, opening, ending, clausal });
}

/// The stretch without marks at its ends.
fn solid(frame: &Frame<'_>, (mut start, mut end): (usize, usize)) -> Option<(usize, usize)> {
    let mark = |at: usize| {
        !matches!(
            frame.tokens[at].kind,
            TokenKind::Word
                | TokenKind::Number
                | TokenKind::Quote(_)
                | TokenKind::Possessive
                | TokenKind::Open
                | TokenKind::Close
        )
    };
    while start < end && mark(start) {
        start += 1;
    }
    while end > start && mark(end - 1) {
        end -= 1;
    }
    (start < end).then_some((start, end))
}

fn push_behind(outline: &Outline<'_>, cue: &Cue<'_>, out: &mut Vec<Content>) {
    let frame = outline.frame;
    let limit = frame.content_end();
    let inverted = cue.clause.filter(|clause| clause.construction == Construction::Inverted);
    let from = inverted.map_or(cue.end, |clause| clause.end);
    if from >= limit {
        return;
    }
    let reach = limit.min(from + REACH);
    let closes = |at: usize| matches!(frame.kind(at), Some(TokenKind::Stop | TokenKind::Semicolon));
    let bound = (from..reach).find(|&at| closes(at)).unwrap_or(reach);
    let find = |test: &dyn Fn(usize) -> bool| (from..bound).find(|&at| test(at));
    let mut openings: [Option<(usize, Opening)>; 7] = [None; 7];
    if inverted.is_none() {
        let start = frame.skip_adverbs(from);
        // `said there was a fire`
        let be = frame.is(start, Classes::BE.union(Classes::AUX));
        let there = start > from && be && frame.is_word(start - 1, "there");
        openings[0] = Some((start - usize::from(there), Opening::Direct));
    }
    let joins = Classes::COMP.union(Classes::WH);
    let conjunction = find(&|at| frame.is(at, joins) || outline.plays(at, Roles::JOINS));
    openings[1] = conjunction.map(|at| (at, Opening::Conjunction));
    let infinitive = find(&|at| {
        frame.is_word(at, "to") && frame.get(at + 1).is_some_and(|next| next.is(Classes::VERBAL))
    });
    openings[2] = infinitive.map(|at| (at, Opening::Infinitive));
    let mark = find(&|at| {
        matches!(frame.kind(at), Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Dash))
    });
    openings[3] = mark.map(|at| (at + 1, Opening::Mark));
    let verb = (from + 1..reach).find(|&at| frame.is_finite_verb(at));
    let subject = verb.and_then(|verb| frame.subject_before(verb));
    openings[4] = subject
        .filter(|subject| subject.start >= from)
        .map(|subject| (subject.start, Opening::Clause));
    let preposition = find(&|at| outline.plays(at, Roles::LEADS));
    openings[5] = preposition.map(|at| (at + 1, Opening::Preposition));
    // the word itself belongs to some: `calls for X`, marked from `for` on or from X on
    for (start, opening) in openings.into_iter().flatten() {
        push_endings(outline, start, limit, opening, out);
    }
}

/// Appends a stretch from `start` for each place where it may end.
fn push_endings(
    outline: &Outline<'_>,
    start: usize,
    limit: usize,
    opening: Opening,
    out: &mut Vec<Content>,
) {
    let frame = outline.frame;
    if start >= limit {
        return;
    }
    let semicolon = (start..limit).find(|&at| frame.is_kind(at, TokenKind::Semicolon));
    let limit = semicolon.unwrap_or(limit);
    push_one(outline, (start, limit), opening, Ending::Sentence, out);
    let phrase = phrase_end(frame, start, limit);
    push_one(outline, (start, phrase), opening, Ending::Phrase, out);
    let commas = || (start + 1..limit).filter(|&at| frame.is_kind(at, TokenKind::Comma));
    for (comma, ending) in commas().zip([Ending::Comma, Ending::SecondComma, Ending::ThirdComma]) {
        push_one(outline, (start, comma), opening, ending, out);
    }
    if let Some(comma) = commas().next_back() {
        push_one(outline, (start, comma), opening, Ending::LastComma, out);
    }
    // `… in ending the war - and that it would`: a dash before a conjunction ends nothing
    let mark = (start + 1..limit).find(|&at| {
        let mark =
            matches!(frame.kind(at), Some(TokenKind::Dash | TokenKind::Colon | TokenKind::Open));
        mark && !frame.is(at + 1, Classes::CONJ)
    });
    if let Some(mark) = mark {
        push_one(outline, (start, mark), opening, Ending::Mark, out);
    }
    let mut found = 0;
    for at in start + 2..limit {
        if outline.plays(at, Roles::ENDS) {
            push_one(outline, (start, at), opening, Ending::Conjunction, out);
            found += 1;
            if found == CONJUNCTIONS {
                break;
            }
        }
    }
    // `called it “a mistake,” and left`: the comma stands within the marks
    for at in (start..limit).filter(|&at| frame.is_quote(at)).take(QUOTATIONS) {
        push_one(outline, (start, at + 1), opening, Ending::Quotation, out);
    }
    let cue = (start + 1..limit).find(|&at| {
        outline.may_report(at)
            && frame
                .prev(at)
                .is_some_and(|prev| prev.kind == TokenKind::Comma || prev.is(Classes::CONJ))
    });
    if let Some(cue) = cue {
        push_one(outline, (start, cue - 1), opening, Ending::Cue, out);
    }
}

/// So many quotations may end a stretch.
const QUOTATIONS: usize = 2;
/// So many conjunctions may end a stretch.
const CONJUNCTIONS: usize = 5;

/// Where the noun phrase that begins at `start` ends.
fn phrase_end(frame: &Frame<'_>, start: usize, limit: usize) -> usize {
    let ends = Classes::PREP
        .union(Classes::COMP)
        .union(Classes::REL)
        .union(Classes::WH)
        .union(Classes::SUB)
        .union(Classes::BE)
        .union(Classes::AUX);
    (start + 1..limit)
        .find(|&at| {
            let token = &frame.tokens[at];
            let of = frame.is_word(at, "of");
            !of && (token.is(ends) || frame.is_finite_verb(at))
                || matches!(
                    token.kind,
                    TokenKind::Comma | TokenKind::Dash | TokenKind::Colon | TokenKind::Open
                )
        })
        .unwrap_or(limit)
}

/// `CONTENT, she said.`, `CONTENT, according to her`, `CONTENT, she said, CONTENT.`
fn push_before(outline: &Outline<'_>, cue: &Cue<'_>, out: &mut Vec<Content>) {
    let frame = outline.frame;
    let start = cue.phrase_start();
    if start == 0 {
        push_opened(outline, cue, out);
        return;
    }
    let end = start;
    let set_off = matches!(
        frame.kind(end - 1),
        Some(TokenKind::Comma | TokenKind::Dash | TokenKind::Quote(_) | TokenKind::Stop)
    );
    let sourced = cue.construction() == Some(Construction::Source);
    if !set_off && !sourced {
        return;
    }
    push_one(outline, (0, end), Opening::Before, Ending::Sentence, out);
    let join = (1..end).rev().find(|&at| frame.is(at, Classes::CONJ));
    if let Some(join) = join {
        push_one(outline, (join + 1, end), Opening::Before, Ending::Conjunction, out);
    }
    let comma = (1..end.saturating_sub(1)).find(|&at| frame.is_kind(at, TokenKind::Comma));
    if let Some(comma) = comma {
        push_one(outline, (comma + 1, end), Opening::Before, Ending::Comma, out);
    }
    push_around(outline, cue, end, out);
}

/// The two pieces around a clause that commas set off.
fn push_around(outline: &Outline<'_>, cue: &Cue<'_>, end: usize, out: &mut Vec<Content>) {
    let frame = outline.frame;
    let behind =
        cue.clause.map_or(cue.end, |clause| clause.end.max(clause.subject.end).max(cue.end));
    let limit = frame.content_end();
    let comma = (behind..limit.min(behind + REACH)).find(|&at| frame.is_kind(at, TokenKind::Comma));
    let pieces =
        comma.and_then(|comma| Some((solid(frame, (0, end))?, solid(frame, (comma + 1, limit))?)));
    // `"A," she said, "B."` is no reported speech
    let quoted = |piece: (usize, usize)| piece.1 == piece.0 + 1 && frame.is_quote(piece.0);
    if let Some((first, second)) = pieces.filter(|&(first, _)| !quoted(first)) {
        let clausal = outline.has_verb(first.0..second.1);
        out.push(Content {
            first,
            second: Some(second),
            opening: Opening::Before,
            ending: Ending::Sentence,
            clausal,
        });
    }
}

/// A sentence that the clause opens: `According to Anna, CONTENT`.
fn push_opened(outline: &Outline<'_>, cue: &Cue<'_>, out: &mut Vec<Content>) {
    let clause = cue.clause.filter(|clause| clause.construction == Construction::Source);
    if let Some(clause) = clause {
        let behind = clause.end.max(clause.subject.end).max(cue.end);
        push_endings(outline, behind, outline.frame.content_end(), Opening::Mark, out);
    }
}
