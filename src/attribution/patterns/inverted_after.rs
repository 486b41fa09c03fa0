//! `"I'm leaving," said Anna.`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "inverted-after",
    summary: "A reporting verb right behind the quotation, its subject behind the verb.",
    examples: &[
        example("\"I'm leaving,\" said Anna Berg.", "Anna Berg"),
        example("\"It was cold,\" recalled the widow of the keeper.", "the widow of the keeper"),
        example("“Where to?” asked a spokesman for the port.", "a spokesman for the port"),
        example("“Not tonight,” came Anna Berg's reply from the stairs.", "Anna Berg"),
        example("“Mind the step!” called Anna Berg from the pier.", "Anna Berg"),
        example("“So you did, old fellow!” said the others.", "the others"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let start = place.frame.skip_adverbs(place.behind());
    let clause = place.clauses.iter().find(|clause| clause.start == start)?;
    (clause.construction == Construction::Inverted).then(|| Candidate::of(clause, 1000))
}
