//! `Anna told reporters, "I'm leaving."`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

pub(super) static PATTERN: Pattern = Pattern {
    name: "clause-before",
    summary: "A subject and its reporting verb before the quotation, objects and adverbials at most between.",
    examples: &[
        example("Anna Berg said, \"I'm leaving.\"", "Anna Berg"),
        example("On Sunday Berg told the paper in an email that \"nobody was asked.\"", "Berg"),
        example("Tom Reyes, who used to tell her, \"Write it down,\" left.", "Tom Reyes"),
        example("Critics warn of fraud \"on an industrial scale\".", "Critics"),
        example("The ministry wrote \"no comment\" on the form.", "The ministry"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let clause = place.governor()?;
    let finite = matches!(
        clause.construction,
        Construction::Finite | Construction::Inverted | Construction::QuotedAs
    );
    if !finite || !place.is_light_since(clause) || place.is_behind_colon() {
        return None;
    }
    let comma = place.frame.prev(place.at).is_some_and(|prev| prev.kind == TokenKind::Comma);
    let reports =
        clause.is(Classes::SPEECH.union(Classes::THOUGHT)) || (comma && place.sounds(clause));
    reports.then(|| {
        Candidate::of(clause, 960 - 2 * place.distance(clause) - place.thought_penalty(clause))
    })
}
