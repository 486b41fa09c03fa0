//! `The plan, Anna said, was "reckless".`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

pub(super) static PATTERN: Pattern = Pattern {
    name: "parenthetical",
    summary: "A reporting clause set off by commas in the middle of the sentence that holds the quotation.",
    examples: &[example("The plan, Anna Berg said, was \"reckless\".", "Anna Berg")],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let clause = place.governor()?;
    let set_off = |kind| matches!(kind, Some(TokenKind::Comma | TokenKind::Dash));
    let before = clause.start.checked_sub(1)?;
    let opens =
        set_off(place.frame.kind(before)) && before > 0 && !place.frame.is_quote(before - 1);
    let closes =
        (clause.end..place.at.saturating_sub(1)).take(8).any(|at| set_off(place.frame.kind(at)));
    let finite = matches!(clause.construction, Construction::Finite | Construction::Inverted);
    let spoken = clause.is(Classes::SPEECH);
    (opens && closes && finite && spoken)
        .then(|| Candidate::of(clause, 920 - 2 * place.distance(clause)))
}
