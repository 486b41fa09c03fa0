//! `The plan was "reckless", the ministry said.`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

pub(super) static PATTERN: Pattern = Pattern {
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
        let start = clause.start.min(clause.subject.start);
        let set_off = start > place.at + 1
            && matches!(place.frame.kind(start - 1), Some(TokenKind::Comma | TokenKind::Dash));
        let ends = !(clause.end..place.frame.len()).any(|at| place.frame.is(at, Classes::COMP));
        let end = clause.end.max(clause.subject.end);
        let finite = matches!(clause.construction, Construction::Finite | Construction::Inverted);
        finite
            && set_off
            && ends
            && clause.is(Classes::SPEECH)
            && place.frame.is_light(end, (end + 6).min(place.frame.content_end()).max(end))
    })?;
    let between = clause.start as i32 - place.at as i32;
    Some(Candidate::of(clause, 880 - 2 * between))
}
