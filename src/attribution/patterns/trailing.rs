//! `The plan was "reckless", the ministry said.`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::{Clause, Construction};
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "trailing",
    summary: "A reporting clause at the end of the sentence, words of the reporter's between it and the quotation.",
    examples: &[
        example("The \"reckless\" plan would be stopped, the ministry said.", "the ministry"),
        example("It was “a bad day” for the port, said Anna Berg, who runs it.", "Anna Berg"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let clause = place.clauses.iter().find(|clause| {
        let finite = matches!(clause.construction, Construction::Finite | Construction::Inverted);
        finite
            && clause.is(Classes::SPEECH)
            && is_set_off(place, clause)
            && ends_sentence(place, clause)
    })?;
    let between = clause.start as i32 - place.at as i32;
    Some(Candidate::of(clause, 880 - 2 * between))
}

/// Behind the quotation, words and a comma or dash between.
fn is_set_off(place: &Place<'_, '_>, clause: &Clause) -> bool {
    let start = clause.start.min(clause.subject.start);
    let parted = |at: usize| place.frame.is_kind(at, TokenKind::Semicolon);
    start > place.at + 1
        && !(place.at + 1..start).any(parted)
        && matches!(place.frame.kind(start - 1), Some(TokenKind::Comma | TokenKind::Dash))
}

/// Nothing but adverbials, or what a comma sets off, follows.
fn ends_sentence(place: &Place<'_, '_>, clause: &Clause) -> bool {
    let frame = place.frame;
    let start = clause.end.max(clause.subject.end);
    let limit = frame.content_end().max(start);
    let end = (start..limit).find(|&at| frame.is_kind(at, TokenKind::Comma)).unwrap_or(limit);
    frame.is_light(start, end) && !(start..end).any(|at| frame.is(at, Classes::COMP))
}
