//! `The plan is "reckless", according to Anna.`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "according-to",
    summary: "`according to` before or behind the quotation, in its sentence, and `in the words of` behind it.",
    examples: &[
        example("According to Anna Berg, the plan is \"reckless\".", "Anna Berg"),
        example("The plan is \"reckless\", according to the ministry.", "the ministry"),
        example("The plan is \"reckless\", in the words of the mayor.", "the mayor"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let clause = place.clauses.iter().find(|clause| clause.construction == Construction::Source)?;
    let distance = clause.cue.abs_diff(place.at) as i32;
    Some(Candidate::of(clause, 905 - distance))
}
