//! `"I'm leaving," Anna said.`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::Construction;
use crate::lexicon::Classes;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "subject-after",
    summary: "A subject and its reporting verb right behind the quotation.",
    examples: &[
        example("\"I'm leaving,\" Anna Berg said.", "Anna Berg"),
        example("\"It is over,\" the mayor, who lost by nine votes, told the paper.", "the mayor"),
        example("“No comment,” two papers quoted Berg as saying.", "Berg"),
        example("“We hope so,” Berg has repeatedly said.", "Berg"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let start = place.behind();
    let clause = place.clauses.iter().find(|clause| {
        matches!(clause.construction, Construction::Finite | Construction::QuotedAs)
            && !clause.relative
            && clause.subject.start >= start
            && clause.cue > start
            && place.frame.skip_adverbs(start) == clause.subject.start
    })?;
    // `papers quote Anna as saying`: the clause within
    let cited = place.clauses.iter().find(|inner| {
        inner.construction == Construction::QuotedAs && inner.subject.start == clause.end
    });
    let clause = cited.unwrap_or(clause);
    let set_off = place.is_set_off() || place.opens_frame() && place.word_count >= 4;
    let spoken = clause.is(Classes::SPEECH.union(Classes::MANNER).union(Classes::THOUGHT));
    (set_off && spoken).then(|| Candidate::of(clause, 980))
}
