//! `the film "The Long Night"`

use super::{example, Candidate, Pattern, Place};
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

pub(super) static PATTERN: Pattern = Pattern {
    name: "title-of-work",
    summary: "The title of a film, a book, a song or a programme in marks: nobody's words.",
    examples: &[
        example("She starred in the film \"The Long Night\" in 1987.", ""),
        example("He told Channel Nine's \"Morning Call\" nothing.", ""),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    if !place.is_title() {
        return None;
    }
    let frame = place.frame;
    let prev = place.at.checked_sub(1)?;
    let work = (place.at.saturating_sub(2)..place.at).any(|at| frame.is(at, Classes::WORK));
    let programme = frame.is_kind(prev, TokenKind::Possessive) && place.word_count > 1
        || place.word_count > 1
            && frame.is(prev, Classes::PREP.union(Classes::CONJ))
            && !frame.is_word(prev, "to");
    (work || programme).then_some(Candidate { subject: None, cue: None, score: 1500 })
}
