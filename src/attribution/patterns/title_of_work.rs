//! `the film "The Long Night"`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::frame::Frame;
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

/// Nouns of works that bear titles.
const WORKS: [&str; 54] = [
    "film",
    "movie",
    "book",
    "novel",
    "song",
    "album",
    "show",
    "series",
    "play",
    "musical",
    "opera",
    "documentary",
    "single",
    "track",
    "poem",
    "painting",
    "magazine",
    "podcast",
    "sitcom",
    "drama",
    "comedy",
    "memoir",
    "programme",
    "program",
    "anthem",
    "hit",
    "titled",
    "entitled",
    "hits",
    "songs",
    "films",
    "movies",
    "books",
    "novels",
    "episode",
    "exhibition",
    "ballet",
    "thriller",
    "trilogy",
    "game",
    "column",
    "essay",
    "autobiography",
    "cartoon",
    "app",
    "blog",
    "brand",
    "forum",
    "marketplace",
    "newsletter",
    "site",
    "soundtrack",
    "website",
    "video",
];

/// Whether the word at `at` is what bears a title.
pub(crate) fn is_work(frame: &Frame<'_>, at: usize) -> bool {
    WORKS.iter().any(|word| frame.is_word(at, word))
}

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    if !place.is_title_case() || place.word_count > 12 {
        return None;
    }
    let frame = place.frame;
    let prev = place.at.checked_sub(1)?;
    let work = (place.at.saturating_sub(2)..place.at).any(|at| is_work(frame, at));
    let programme = frame.is_kind(prev, TokenKind::Possessive) && place.word_count > 1
        || place.word_count > 1
            && frame.is(prev, Classes::PREP.union(Classes::CONJ))
            && !frame.is_word(prev, "to");
    (work || programme).then_some(Candidate { subject: None, cue: None, score: 1500 })
}
