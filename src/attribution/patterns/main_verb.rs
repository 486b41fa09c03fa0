//! `Anna winced at the "reckless" plan.`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::governing_subject;
use crate::lexicon::{Classes, Forms};

pub(super) static PATTERN: Pattern = Pattern {
    name: "main-verb",
    summary: "No reporting verb: the subject of the verb that governs several quoted words.",
    examples: &[example(
        "Anna Berg closed the meeting with \"see you all in court, and bring your own lawyers\".",
        "Anna Berg",
    )],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    if place.opens_frame() {
        return None;
    }
    let subject = governing_subject(place.frame, place.at, place.clauses)?;
    if is_acted_on(place, subject.end) || is_there(place, subject.end) {
        return None;
    }
    Some(Candidate { subject: Some(subject), cue: None, score: 260 })
}

/// What may stand between a form of `be` and its participle, and before it: `has often been described`.
const LONGEST_GROUP: usize = 5;

/// `Pelion has a core, or there is “an ocean”`: whether the last verb before the quotation only tells that there is something.
fn is_there(place: &Place<'_, '_>, end: usize) -> bool {
    let frame = place.frame;
    let verb = (end..place.at).rev().find(|&at| frame.is_finite_verb(at));
    let is = verb.filter(|&verb| frame.is(verb, Classes::BE) && verb > end);
    is.is_some_and(|is| frame.is_word(is - 1, "there"))
}

/// `The bank was described as “X”`: whether the subject that ends there has something done to it by the verb before the quotation.
fn is_acted_on(place: &Place<'_, '_>, end: usize) -> bool {
    let frame = place.frame;
    let group = (end..end + LONGEST_GROUP).find(|&at| {
        !(frame.is(at, Classes::AUX.union(Classes::BE).union(Classes::NEG)) || frame.is_adverb(at))
    });
    let Some(verb) = group.filter(|&verb| verb > end && verb < place.at) else { return false };
    let passive = (end..verb).any(|at| frame.is(at, Classes::BE))
        && frame.is(verb, Classes::JUDGEMENT)
        && frame.tokens[verb].word.forms.any(Forms::PARTICIPLE);
    passive && place.at - verb <= LONGEST_GROUP
}
