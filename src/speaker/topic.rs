//! Whom a sentence turns to, though they are no subject: in `The plan drew a rebuke from Anna Berg`, `As for Anna Berg, the plan is
//! dead`, `Then there is Anna Berg`, `Among them is Anna Berg` and `I spoke with Anna Berg` she has the word next.

use crate::lexicon::Classes;
use crate::text::tokens::{Token, TokenKind};

/// Verbs with what somebody says or does about something as their object, or as the subject that comes from them.
const DRAWS: [&str; 24] = [
    "attracted",
    "brought",
    "came",
    "comes",
    "draw",
    "drawing",
    "drawn",
    "draws",
    "drew",
    "earned",
    "earning",
    "elicited",
    "got",
    "met",
    "prompted",
    "prompting",
    "provoked",
    "provoking",
    "received",
    "sparked",
    "sparking",
    "triggered",
    "winning",
    "won",
];

/// Between such a verb and the preposition stand at most so many words.
const LONGEST: usize = 5;

/// Imperatives by which a writer brings somebody in.
const BRINGS_IN: [&str; 5] = ["Ask", "Consider", "Enter", "Meet", "Take"];

/// Verbs whose object is whoever feels something: `None of this bothers Berg.`
const MOVES: [&str; 12] = [
    "amuse",
    "amuses",
    "bother",
    "bothers",
    "deter",
    "deters",
    "faze",
    "fazes",
    "surprise",
    "surprises",
    "trouble",
    "troubles",
];

/// How a writer meets whoever has the word next: `I spoke with Anna Berg`.
const MEETS: [&str; 25] = [
    "ask",
    "asked",
    "call",
    "called",
    "contacted",
    "email",
    "emailed",
    "found",
    "interviewed",
    "meet",
    "met",
    "phone",
    "phoned",
    "rang",
    "reach",
    "reached",
    "saw",
    "speak",
    "spoke",
    "spoken",
    "talk",
    "talked",
    "telephoned",
    "visit",
    "visited",
];

/// Those whom somebody is one of take at most so many words.
const LONGEST_GROUP: usize = 12;

/// From the writer to whoever is met stand at most so many words.
const LONGEST_MEETING: usize = 6;

/// Whether the sentence turns to whoever the words from `start` to `end` name.
pub(super) fn is_turned_to(article: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let word = |at: usize| &article[tokens[at].span()];
    let follows = |other: &[&str]| {
        before
            .checked_sub(1)
            .is_some_and(|at| other.iter().any(|held| held.eq_ignore_ascii_case(word(at))))
    };
    match word(before) {
        "from" => is_drawn_from(article, tokens, before),
        // `As for Berg`; `For Berg, a retired teacher,`
        "for" => follows(&["as"]),
        "For" => {
            tokens[before].first
                && tokens.get(end).is_some_and(|next| next.kind == TokenKind::Comma)
        }
        "is" | "was" | "'s" | "’s" => follows(&["there"]) || is_one_of(article, tokens, before),
        "at" => follows(&["look"]),
        // `What does Berg think?`
        "did" | "do" | "does" | "has" | "will" | "would" => {
            before > 0 && tokens[before - 1].first && tokens[before - 1].is(Classes::WH)
        }
        // `And Berg?`
        "And" | "But" | "So" if tokens[before].first => is_asked(article, tokens, end),
        "with" | "to" if is_met(article, tokens, before) => true,
        "to" if is_put_to(article, tokens, before) => true,
        // `None of this bothers Berg.`
        verb if MOVES.contains(&verb) => {
            tokens.get(end).is_none_or(|next| next.kind == TokenKind::Stop)
        }
        verb => tokens[before].first && BRINGS_IN.contains(&verb) || is_met(article, tokens, start),
    }
}

/// `Among those who came was`, `One of them is`: whether whoever stands behind the verb is one of many whom the sentence begins with.
fn is_one_of(article: &str, tokens: &[Token], verb: usize) -> bool {
    let lowest = verb.saturating_sub(LONGEST_GROUP);
    let first = (lowest..verb).rev().find(|&at| tokens[at].first);
    first.is_some_and(|at| matches!(&article[tokens[at].span()], "Among" | "Another" | "One"))
}

/// `And Berg?`: whether the sentence ends there, as a question.
fn is_asked(article: &str, tokens: &[Token], end: usize) -> bool {
    tokens.get(end).is_some_and(|next| article[next.span()].starts_with('?'))
}

/// `I spoke with`, `We called`: whether the writer meets whoever the next words name.
fn is_met(article: &str, tokens: &[Token], end: usize) -> bool {
    let Some(verb) = end.checked_sub(1) else { return false };
    let lowest = verb.saturating_sub(LONGEST_MEETING);
    let writer = |at: usize| is_writer(&article[tokens[at].span()]);
    MEETS.contains(&&article[tokens[verb].span()])
        && (lowest..verb).rev().take_while(|&at| tokens[at].is_word()).any(writer)
}

/// `drew a rebuke from`, `earned him praise from`: whether what stands before the preposition comes from whoever it governs.
fn is_drawn_from(article: &str, tokens: &[Token], from: usize) -> bool {
    let before = &tokens[from.saturating_sub(LONGEST + 1)..from];
    let mut near =
        before.iter().rev().take_while(|token| token.is_word() && !token.is(Classes::PREP));
    near.any(|token| DRAWS.contains(&&article[token.span()]))
}

/// `I put the question to`: whether the writer asks whoever the next words name.
fn is_put_to(article: &str, tokens: &[Token], to: usize) -> bool {
    let mut before = (to.saturating_sub(LONGEST)..to).rev();
    let put = before.find(|&at| &article[tokens[at].span()] == "put");
    put.is_some_and(|put| {
        (put.saturating_sub(2)..put).any(|at| is_writer(&article[tokens[at].span()]))
    })
}

fn is_writer(word: &str) -> bool {
    matches!(word, "I" | "we" | "We")
}
