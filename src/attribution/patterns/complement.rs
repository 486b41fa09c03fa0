//! `Anna said the plan was "reckless".`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;
use crate::lexicon::Classes;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "complement",
    summary: "The quotation is part of the clause that a reporting verb before it governs.",
    examples: &[
        example("Anna Berg said the plan was \"reckless\" and late.", "Anna Berg"),
        example("Anna Berg made it clear that the road was \"closed for good\".", "Anna Berg"),
        example("Tom Reyes let slip that the wedding was \"on hold\".", "Tom Reyes"),
        example(
            "Tom Reyes hit a shot that Anna Berg would admit was \"not planned\".",
            "Anna Berg",
        ),
        example("The mayor warned that whoever signed would be \"sorry for it\".", "The mayor"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let clause = place.governor()?;
    let finite = matches!(
        clause.construction,
        Construction::Finite | Construction::Inverted | Construction::QuotedAs
    );
    let reports = clause.is(Classes::SPEECH.union(Classes::THOUGHT));
    if !finite || !reports || place.is_light_since(clause) {
        return None;
    }
    Some(Candidate::of(clause, 900 - 2 * place.distance(clause) - place.thought_penalty(clause)))
}
