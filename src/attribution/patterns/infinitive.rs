//! `Anna went on to say "it is time".`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "infinitive",
    summary: "A reporting verb with `to` before the quotation; the subject of the verb that governs it speaks.",
    examples: &[
        example("Anna Berg went on to say \"it is time\".", "Anna Berg"),
        example("The union used its column to call the board \"a circus\".", "The union"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let clause = place.governor()?;
    (clause.construction == Construction::Infinitive)
        .then(|| Candidate::of(clause, 900 - 2 * place.distance(clause)))
}
