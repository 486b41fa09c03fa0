//! `Anna winced at the "reckless" plan.`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::governing_subject;

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
    Some(Candidate { subject: Some(subject), cue: None, score: 260 })
}
