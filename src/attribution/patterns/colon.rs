//! `Anna was blunt: "I'm leaving."`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::{governing_subject, Construction};
use crate::attribution::phrase::Subject;
use crate::lexicon::Classes;

pub(super) static PATTERN: Pattern = Pattern {
    name: "colon",
    summary: "A clause that ends in a colon right before the quotation; its subject speaks.",
    examples: &[
        example("Anna Berg put it this way: \"I'm leaving.\"", "Anna Berg"),
        example("Anna Berg's answer to the council was short: \"No.\"", "Anna Berg"),
        example(
            "The heroine is Anna Berg, who rang every house with the same words: \"Go up.\"",
            "Anna Berg",
        ),
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
    let subject = verb
        .filter(|_| governor.is_none())
        .and_then(|verb| place.frame.who(verb, place.at))
        .or_else(|| governing_subject(place.frame, place.at - 1, place.clauses))?;
    if let Some((noun, owner)) = whose_answer(place, &subject) {
        let cue = Some(place.frame.span(noun, noun + 1));
        return Some(Candidate { subject: Some(owner), cue, score: 940 });
    }
    let cue =
        governor.filter(|clause| clause.subject.span == subject.span).map(|clause| clause.cue_span);
    Some(Candidate { subject: Some(subject), cue, score: 940 })
}

/// The noun of saying that the subject is about, and who owns it: `her answer to the council was short: “No.”`
fn whose_answer(place: &Place<'_, '_>, subject: &Subject) -> Option<(usize, Subject)> {
    let frame = place.frame;
    let noun = frame.noun_of(subject);
    let owner = (subject.start..noun).rev().find(|&at| frame.is_owner(at))?;
    let said = frame.is(noun, Classes::CUE_NOUN);
    Some((noun, frame.owner(owner).filter(|_| said)?))
}
