//! `Anna resigned, saying "it is time".`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "participle",
    summary: "A reporting verb in -ing before the quotation; the subject of its sentence speaks, or its own behind `with`.",
    examples: &[
        example("The mayor heard someone shouting \"get out\".", "someone"),
        example("The board met, with Tom Reyes calling it \"a circus\".", "Tom Reyes"),
        example(
            "The clip drew replies, with one teacher writing that it was \"a shame\".",
            "one teacher",
        ),
        example("The crowd clapped, although a nun can be heard shouting \"boo\".", "a nun"),
        example(
            "The panel cleared Anna Berg over a boat she let, calling it \"a lapse\".",
            "The panel",
        ),
        example("Anna Berg faces anger after comparing aid to \"training wheels\".", "Anna Berg"),
        example("Anna Berg resigned on Monday, saying \"it is time\".", "Anna Berg"),
        example(
            "\"I'm leaving,\" Tom Reyes said, adding that the board was \"a circus\".",
            "Tom Reyes",
        ),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let clause = place.governor()?;
    (clause.construction == Construction::Participle)
        .then(|| Candidate::of(clause, 940 - 2 * place.distance(clause)))
}
