//! `the film "The Long Night"`

use super::{example, Candidate, Pattern, Place};
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

pub(super) static PATTERN: Pattern = Pattern {
    name: "title-of-work",
    summary: "The title of a film, a book, a song or a programme in marks: nobody's words.",
    examples: &[
        example("She starred in the film \"The Long Night\" in 1987.", ""),
        example("Berg directs “Salt Roads” and recorded “Night Ferry” in 2003.", ""),
        example("Berg sent it after Lund published “Harbour Studies,” a 2005 collection.", ""),
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
            && !frame.is_word(prev, "to")
            // `chants of “Ida! Ida!”`
            && place.chanted().is_none();
    let made = place.word_count > 1 && is_made(place);
    (work || programme || made || is_told_behind(place)).then_some(Candidate {
        subject: None,
        cue: None,
        score: 1500,
    })
}

/// What is done with works rather than with words.
const MAKES: [&str; 28] = [
    "authored",
    "authors",
    "co-authored",
    "co-wrote",
    "composed",
    "composes",
    "directed",
    "directing",
    "directs",
    "penned",
    "performed",
    "produced",
    "produces",
    "published",
    "publishes",
    "publishing",
    "recorded",
    "records",
    "sang",
    "saw",
    "see",
    "seeing",
    "sing",
    "singing",
    "sings",
    "watch",
    "watched",
    "watching",
];

/// `directed “Salt Roads”`: whether the verb right before makes or sees a work.
fn is_made(place: &Place<'_, '_>) -> bool {
    let verb = place.at.checked_sub(1);
    verb.is_some_and(|verb| MAKES.iter().any(|word| place.frame.is_word(verb, word)))
}

/// Between a title and the noun that tells what it is stand at most so many words.
const LONGEST_LEAD: usize = 5;

/// `“Harbour Studies,” a 2005 collection of essays`: whether an apposition tells what bears the title.
fn is_told_behind(place: &Place<'_, '_>) -> bool {
    let (frame, behind) = (place.frame, place.at + 1);
    let comma = frame.is_kind(behind, TokenKind::Comma);
    let set_off = place.last_words.ends_with(',') || comma;
    let start = behind + usize::from(comma);
    let mut words = (start + 1..start + LONGEST_LEAD).take_while(|&at| {
        frame.get(at).is_some_and(|word| {
            word.kind == TokenKind::Number || word.is_word() && !word.is(Classes::PREP)
        })
    });
    set_off
        && frame.is(start, Classes::DET.union(Classes::POSS))
        && words.any(|at| frame.is(at, Classes::WORK))
}
