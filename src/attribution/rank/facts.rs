//! Small facts about quotations, words and clauses, each a number of a few bits.

use crate::attribution::clause::Clause;
use crate::attribution::frame::Frame;
use crate::attribution::patterns::place::ends_with_mark;
use crate::attribution::phrase::Subject;
use crate::attribution::Place;
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

pub(crate) fn length_step(words: usize) -> u32 {
    match words {
        0 | 1 => 0,
        2 => 1,
        3 => 2,
        4 => 3,
        5..=7 => 4,
        8..=12 => 5,
        13..=24 => 6,
        _ => 7,
    }
}

pub(crate) fn distance_step(tokens: usize) -> u32 {
    match tokens {
        0..=4 => tokens as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=22 => 8,
        23..=35 => 9,
        _ => 10,
    }
}

/// What stands at one side of a quotation or a subject, in five bits.
pub(crate) fn side(frame: &Frame<'_>, at: Option<usize>) -> u32 {
    let Some(token) = at.and_then(|at| frame.get(at)) else { return 0 };
    let at = at.unwrap_or_default();
    match token.kind {
        TokenKind::Quote(_) => 1,
        TokenKind::Comma => 2,
        TokenKind::Colon => 3,
        TokenKind::Dash => 4,
        TokenKind::Open => 5,
        TokenKind::Close => 6,
        TokenKind::Stop => 7,
        TokenKind::Semicolon => 8,
        TokenKind::Possessive => 9,
        TokenKind::Number => 10,
        TokenKind::Word if token.is(Classes::SPEECH) && frame.is_finite_verb(at) => 11,
        TokenKind::Word if token.is(Classes::CUE) && frame.is_finite_verb(at) => 12,
        TokenKind::Word if token.is(Classes::CUE_NOUN) => 13,
        TokenKind::Word if token.is(Classes::BE) => 14,
        TokenKind::Word if token.is(Classes::AUX) => 15,
        TokenKind::Word if token.is(Classes::POSS) => 16,
        TokenKind::Word if frame.is_word(at, "that") => 17,
        TokenKind::Word if frame.is_word(at, "as") => 18,
        TokenKind::Word if frame.is_word(at, "a") || frame.is_word(at, "an") => 19,
        TokenKind::Word if token.is(Classes::DET) => 20,
        TokenKind::Word if frame.is_word(at, "to") => 21,
        TokenKind::Word if token.is(Classes::PREP) => 22,
        TokenKind::Word if token.is(Classes::CONJ) => 23,
        TokenKind::Word if token.is(Classes::PRON) => 24,
        TokenKind::Word if token.is(Classes::REL.union(Classes::WH).union(Classes::SUB)) => 25,
        TokenKind::Word if frame.is_finite_verb(at) => 26,
        TokenKind::Word if token.capital => 27,
        TokenKind::Word if token.is(Classes::ADV) => 28,
        TokenKind::Word if token.word.forms.any(Forms::ING) => 29,
        TokenKind::Word => 30,
        _ => 31,
    }
}

/// How the words end: 0 openly, 1 comma, 2 stop, 3 question or exclamation, 4 another mark.
pub(crate) fn ending(words: &str) -> u32 {
    let words = words.trim_end();
    match words.chars().next_back() {
        Some(',') => 1,
        Some('.') => 2,
        Some('?' | '!') => 3,
        _ if ends_with_mark(words) => 4,
        _ => 0,
    }
}

/// How what a quotation holds ends, before its closing mark; as [`ending`] has it.
pub(crate) fn mark_within(quotation: &str) -> u32 {
    ending(quotation.trim_end_matches(['"', '”', '\'', '’']))
}

/// Whether the words speak of me, of us, of you.
pub(crate) fn persons(words: &str) -> u32 {
    let person = |word: &[u8]| match word {
        b"I" | b"my" | b"My" | b"me" => 1,
        b"we" | b"We" | b"our" | b"Our" | b"us" => 2,
        b"you" | b"You" | b"your" | b"Your" => 4,
        _ => 0,
    };
    let any = |held: u32, other: u32| held | other;
    if words.is_ascii() {
        let pieces = words.as_bytes().split(|byte| !byte.is_ascii_alphanumeric());
        return pieces.take(MOST_PIECES).map(person).fold(0, any);
    }
    let pieces = words.split(|ch: char| !ch.is_alphanumeric());
    pieces.take(MOST_PIECES).map(|piece| person(piece.as_bytes())).fold(0, any)
}

/// So many words and gaps between marks and blanks are asked who they speak of.
const MOST_PIECES: usize = 25;

/// How the words begin: small letter, capital, all capitals, title case, number, something else.
pub(crate) fn beginning(place: &Place<'_, '_>) -> u32 {
    let words = place.words;
    let letters = words.trim_start_matches(|ch: char| !ch.is_alphanumeric());
    match letters.chars().next() {
        Some(ch) if ch.is_numeric() => 4,
        Some(ch) if ch.is_uppercase() => {
            let capitals = letters.chars().take(40).filter(|ch| ch.is_alphabetic());
            // most words end this at their second letter
            if capitals.clone().all(char::is_uppercase) && capitals.count() > 1 {
                2
            } else if place.word_count <= 12 && place.is_title_case() {
                3
            } else if letters.len() == words.len() {
                1
            } else {
                6
            }
        }
        Some(_) if letters.len() == words.len() => 0,
        Some(_) => 5,
        None => 7,
    }
}

/// Whether the frame holds a verb of saying before and behind the quotation.
pub(crate) fn speech_in(place: &Place<'_, '_>) -> u32 {
    let reports = Classes::SPEECH.union(Classes::JUDGEMENT);
    let mut sides = 0;
    for clause in place.clauses.iter().filter(|clause| clause.is(reports)) {
        sides |= if clause.cue < place.at { 1 } else { 2 };
    }
    sides
}

/// The classes of a clause's verb in four bits.
pub(crate) fn verb_sort(clause: &Clause) -> u32 {
    u32::from(clause.is(Classes::SPEECH))
        | u32::from(clause.is(Classes::MANNER)) << 1
        | u32::from(clause.is(Classes::JUDGEMENT)) << 2
        | u32::from(clause.is(Classes::THOUGHT)) << 3
}

/// How a subject points, and at what sort of thing, in five bits.
pub(crate) fn points(subject: &Subject) -> u32 {
    match subject.reference {
        Reference::Name => 1 + u32::from(subject.head.is(Classes::ORG)),
        Reference::Pronoun => 3,
        _ if subject.head.is(Classes::ROLE) => 4,
        _ if subject.head.is(Classes::ORG) => 5,
        _ if subject.head.is(Classes::CUE_NOUN) => 6,
        _ => 7,
    }
}

/// The tokens between a reporting clause and the quotation, a lone mark left out, and the quotations among them.
pub(crate) fn way(place: &Place<'_, '_>, clause: &Clause) -> (usize, bool) {
    let frame = place.frame;
    let (start, end) = if clause.cue < place.at {
        (clause.end.max(clause.subject.end.min(place.at)).min(place.at), place.at)
    } else {
        (place.at + 1, clause.start.min(clause.subject.start).max(place.at + 1))
    };
    let marks = |kind| {
        matches!(kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Semicolon | TokenKind::Dash)
    };
    if end - start == 1 && frame.kind(start).is_some_and(marks) {
        return (0, false);
    }
    let quotes = (start..end).take(LONGEST_WAY).any(|at| frame.is_quote(at));
    (end - start, quotes)
}

/// No more tokens than these are looked at.
pub(super) const LONGEST_WAY: usize = 60;
