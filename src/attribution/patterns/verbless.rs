//! `Anna Berg: "I'm leaving."`

use super::{example, Candidate, Pattern, Place};
use crate::quote::Reference;

pub(super) static PATTERN: Pattern = Pattern {
    name: "verbless",
    summary: "A name and a colon, nothing else, before the quotation.",
    examples: &[example("Anna Berg: \"I'm leaving.\"", "Anna Berg")],
    find: Some(find),
};

/// A name with its role takes no more tokens than these.
const LONGEST: usize = 9;

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    if !place.is_behind_colon() || place.at > LONGEST {
        return None;
    }
    let subject = place.frame.subject_before(place.at - 1)?;
    let alone = subject.start == 0 || place.frame.is_light(0, place.at - 1);
    let named = subject.reference == Reference::Name && subject.start <= 2;
    (alone && named).then_some(Candidate { subject: Some(subject), cue: None, score: 930 })
}
