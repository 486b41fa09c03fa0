//! The quoted words themselves: how many there are, and whether they stand on their own.

use super::patterns::place::ends_with_mark;
use super::Place;
use crate::lexicon::Classes;
use crate::quote::Kind;
use crate::span::Span;
use crate::text::chars;
use crate::text::tokens::TokenKind;

/// Nobody asks for more words than these.
const MANY: usize = 30;
/// So many bytes of a quotation are looked at from either end: it is weighed in each of the paragraphs that it runs over, and what is no
/// word may go on for long.
pub(super) const FARTHEST: usize = 4096;

/// How many words there are, up to [`MANY`].
pub(crate) fn count_words(text: &str) -> usize {
    let text = chars::head(text, FARTHEST);
    crate::work::steps(text.len());
    let mut count = 0;
    for piece in text.split_ascii_whitespace() {
        count += match piece.is_ascii() {
            true => usize::from(piece.bytes().any(|byte| byte.is_ascii_alphanumeric())),
            // a space of another width may part it further
            false => {
                let words = piece.split_whitespace();
                words.filter(|word| word.contains(char::is_alphanumeric)).take(MANY).count()
            }
        };
        if count >= MANY {
            return MANY;
        }
    }
    count
}

/// Direct if the words stand on their own, mixed if they are part of a clause of the reporter's.
pub(super) fn kind(place: &Place<'_, '_>, cue: Option<Span>) -> Kind {
    let frame = place.frame;
    let capital = place
        .words
        .trim_start_matches(|ch: char| !ch.is_alphanumeric())
        .starts_with(|ch: char| ch.is_uppercase() || ch.is_numeric());
    let next = frame.get(place.at + 1);
    let flows_on =
        next.is_some_and(|next| next.is_word() && !next.first) && !ends_with_mark(place.last_words);
    let Some(prev) = frame.prev(place.at) else {
        let clause_next = cue.is_some_and(|cue| cue.start >= frame.tokens[place.at].end as usize);
        return if flows_on && !clause_next { Kind::Mixed } else { Kind::Direct };
    };
    let set_off = matches!(
        prev.kind,
        TokenKind::Comma
            | TokenKind::Colon
            | TokenKind::Dash
            | TokenKind::Stop
            | TokenKind::Open
            | TokenKind::Quote(_)
    );
    let after_cue = cue.is_some_and(|cue| cue.end == prev.end as usize) && prev.is(Classes::SPEECH);
    match (set_off || after_cue)
        && (capital || prev.kind == TokenKind::Colon || set_off && ends_with_mark(place.last_words))
        && !flows_on
    {
        true => Kind::Direct,
        false => Kind::Mixed,
    }
}
