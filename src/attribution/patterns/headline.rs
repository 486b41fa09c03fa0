//! `Anna Berg: Ferry is "a tub"`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::frame::Frame;
use crate::attribution::phrase::Subject;
use crate::lexicon::Classes;
use crate::quote::Reference;
use crate::text::chars::head;
use crate::text::full_name;
use crate::text::tokens::TokenKind;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "headline",
    summary:
        "A headline that begins with somebody and a colon, and quotes what they say behind it.",
    examples: &[
        example("Anna Berg: Ferry is \"a tub\"", "Anna Berg"),
        example("Berg: I'd sign the bill ‘with a crayon’\n\nMayor Anna Berg said so.", "Anna Berg"),
        example("Borough manager: Ferry is \"a tub\"", "Borough manager"),
    ],
    find: Some(find),
};

/// A name has at most so many words.
const LONGEST: usize = 6;

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let frame = place.frame;
    if !opens_the_article(frame) {
        return None;
    }
    let colon = (1..=LONGEST).find(|&at| frame.is_kind(at, TokenKind::Colon))?;
    if colon >= place.at {
        return None;
    }
    let subject = frame.subject_before(colon).filter(|subject| subject.start == 0)?;
    let named = subject.reference == Reference::Name;
    let told = place.governor().is_some_and(|clause| {
        clause.start > colon && clause.is(Classes::SPEECH.union(Classes::JUDGEMENT))
    });
    // `Price: Ferry is “a tub”`: a surname that is a word as well
    let word = colon == 1 && frame.tokens[0].is_word();
    let somebody = (named || word) && is_somebodys(frame, colon);
    let subject = if somebody {
        let name = subject.name.or(Some(subject.span));
        Subject { name, reference: Reference::Name, ..subject }
    } else {
        subject
    };
    // `Berg: “It is late.”` is a matter of names and colons anywhere
    let whole = named && colon + 1 == place.at && frame.closes_phrase(place.at + 1);
    let said = !told && !whole && (somebody || subject.is_described_person());
    said.then_some(Candidate { subject: Some(subject), cue: None, score: 930 })
}

fn opens_the_article(frame: &Frame<'_>) -> bool {
    let start = frame.tokens.first().map_or(0, |token| token.start as usize);
    start <= LONGEST && frame.article[..start].trim_start_matches('\u{feff}').trim().is_empty()
}

/// Whether the name that ends there is that of a person: by a given name or a title, or by one that stands before it in the article. `Brexit: MPs
/// "furious"` is another matter.
fn is_somebodys(frame: &Frame<'_>, end: usize) -> bool {
    let person = Classes::GIVEN.union(Classes::TITLE).union(Classes::ROLE);
    if frame.is(0, person) && end > 1 {
        return true;
    }
    let behind = frame.tokens[end].end as usize;
    full_name::is_given(head(&frame.article[behind..], full_name::REACH), frame.text(end - 1))
}
