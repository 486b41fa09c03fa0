//! `Anna was blunt: "I'm leaving."`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::{governing_subject, Construction};

pub(super) static PATTERN: Pattern = Pattern {
    name: "colon",
    summary: "A clause that ends in a colon right before the quotation; its subject speaks.",
    examples: &[
        example("Anna Berg put it this way: \"I'm leaving.\"", "Anna Berg"),
        example("The mayor was blunt: “Not with my vote.”", "The mayor"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    if !place.is_behind_colon() {
        return None;
    }
    let verb = (0..place.at).rev().find(|&at| place.frame.is_finite_verb(at));
    let governor = place.governor().filter(|clause| {
        clause.construction != Construction::Passive && !place.frame.is_object_relative(clause)
    });
    if let Some(clause) = governor.filter(|clause| verb.is_none_or(|verb| verb <= clause.end)) {
        return Some(Candidate::of(clause, 950 - place.distance(clause)));
    }
    let subject = governing_subject(place.frame, place.at - 1, place.clauses)?;
    let cue =
        governor.filter(|clause| clause.subject.span == subject.span).map(|clause| clause.cue_span);
    Some(Candidate { subject: Some(subject), cue, score: 940 })
}
