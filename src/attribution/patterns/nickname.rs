//! `James "Shorty" Hill`

use super::{example, Candidate, Pattern, Place};
use crate::lexicon::Classes;

pub(super) static PATTERN: Pattern = Pattern {
    name: "nickname",
    summary: "A word or two in marks inside a name: nobody's words.",
    examples: &[example("James \"Shorty\" Hill said nothing.", "")],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let named = |at: usize| {
        place.frame.get(at).is_some_and(|token| token.capital && !token.is(Classes::CLOSED))
    };
    let inside = place.at > 0 && named(place.at - 1) && named(place.at + 1);
    let given = inside && place.frame.is(place.at - 1, Classes::GIVEN);
    let short = place.word_count <= 3 && !place.last_words.ends_with([',', '.', '?', '!']);
    (given && short).then_some(Candidate { subject: None, cue: None, score: 2000 })
}
