//! `The plan was called "reckless" by Anna.`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "passive",
    summary: "A passive reporting verb before the quotation, its agent behind `by`.",
    examples: &[example("The plan was called \"reckless\" by Anna Berg.", "Anna Berg")],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let clause = place.governor()?;
    (clause.construction == Construction::Passive)
        .then(|| Candidate::of(clause, 900 - place.distance(clause)))
}
