//! What stands beside a name and belongs to it: where its bearer is from, honours, a bracket, a part that acts.

use super::gather::is_title;
use super::Gender;
use crate::lexicon::Classes;
use crate::text::names::NameRun;
use crate::text::tokens::{Token, TokenKind};

/// Where somebody is from has at most so many words.
const LONGEST_ORIGIN: usize = 5;

/// `from Hull,`: the comma behind the name of where somebody is from, if that begins at `at`.
pub(super) fn behind_origin(tokens: &[Token], at: usize) -> usize {
    if !tokens.get(at).is_some_and(|token| token.is(Classes::PREP) && !token.capital) {
        return at;
    }
    let end =
        (at + 1..).take(LONGEST_ORIGIN).find(|&at| !tokens.get(at).is_some_and(|t| t.capital));
    end.filter(|&end| end > at + 1 && tokens.get(end).is_some_and(|t| t.kind == TokenKind::Comma))
        .unwrap_or(at)
}

/// `Young Mr. Berg`: where the name begins behind a word that its sentence begins with, if a title follows.
pub(super) fn behind_epithet(tokens: &[Token], run: &NameRun) -> usize {
    let epithet = run.start + 1 < run.core
        && run.core < run.end
        && tokens[run.start].is(Classes::NAME_EPITHET);
    run.start + usize::from(epithet && is_title(&tokens[run.start + 1]))
}

/// By what of somebody a tale tells that they act or feel.
const PARTS: [&str; 22] = [
    "arms",
    "brow",
    "brows",
    "cheeks",
    "chin",
    "eyebrows",
    "eyes",
    "face",
    "fingers",
    "gaze",
    "hand",
    "hands",
    "head",
    "heart",
    "jaw",
    "laugh",
    "lips",
    "mouth",
    "shoulders",
    "smile",
    "tone",
    "voice",
];

/// `Anna's eyes widened`: whether what stands behind a name and its possessive is a part of somebody, and a verb behind that.
pub(super) fn acts_by_a_part(article: &str, tokens: &[Token], at: usize) -> bool {
    let part = tokens.get(at).is_some_and(|noun| PARTS.contains(&&article[noun.span()]));
    let verb = Classes::VERBAL;
    part && tokens
        .get(at + 1)
        .is_some_and(|next| next.is(verb) || next.is_word() && article[next.span()].ends_with("ed"))
}

/// A bracket behind a name holds at most so many tokens.
const LONGEST_BRACKET: usize = 8;

/// `Anna Berg (D-Ohio) left`: where the sentence goes on behind a name that ends at `end`.
pub(super) fn behind_bracket(tokens: &[Token], end: usize) -> usize {
    if !tokens.get(end).is_some_and(|next| next.kind == TokenKind::Open) {
        return end;
    }
    let held = &tokens[end..tokens.len().min(end + LONGEST_BRACKET + 2)];
    let close = held.iter().position(|token| token.kind == TokenKind::Close);
    close.map_or(end, |len| end + len + 1)
}

/// Ends of names that tell a son from his father.
const GENERATIONS: [&str; 7] = ["II", "III", "IV", "Jnr", "Jr", "Snr", "Sr"];

/// `Anna Berg` of `Anna Berg MP` and `Anna Berg, QC`, but all of `Tom Berg Jr.` and `Green Party MP`: where a name ends without what
/// its bearer holds.
pub(super) fn before_honours(article: &str, tokens: &[Token], run: &NameRun) -> usize {
    let generation =
        |at: usize| GENERATIONS.contains(&article[tokens[at].span()].trim_end_matches('.'));
    let mut end = run.end;
    while end > run.core + 1 && tokens[end - 1].is(Classes::SUFFIX) && !generation(end - 1) {
        end -= 1 + usize::from(tokens[end - 2].kind == TokenKind::Comma);
    }
    let bodies = Classes::ORG.union(Classes::KNOWN_ORG).union(Classes::MEMBER);
    let person = end > run.core
        && !tokens[end - 1].is(bodies)
        && (end - run.core > 1 || run.core > run.start);
    if person {
        end
    } else {
        run.end
    }
}

/// `Berg, for her part, declined`: the gender that the words right behind a name tell.
pub(super) fn for_their_part(behind: &str) -> Gender {
    match behind.strip_prefix(", for ") {
        Some(rest) if rest.starts_with("her part") => Gender::Female,
        Some(rest) if rest.starts_with("his part") => Gender::Male,
        _ => Gender::Unknown,
    }
}
