//! What stands in apposition to a name, before or behind it: `the mayor, Anna Berg,` and `Anna Berg, the mayor,`.

use super::gather::{cover, is_title};
use super::words::reads_plural;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::names::{lower_role_start, NameRun};
use crate::text::tokens::{Token, TokenKind};

/// The role that the text gives the name here: before it, or set off by a comma behind it.
pub(super) fn role(article: &str, tokens: &[Token], run: &NameRun) -> Option<Span> {
    let ranked = (run.start..run.core).any(|at| tokens[at].is(Classes::ROLE));
    if ranked {
        let office = (run.start..run.core).rev().find(|&at| !is_title(&tokens[at]));
        // `the dean, the Very Rev. Anna Berg,`: what she is called is nothing that she is
        return match office {
            Some(last) => {
                let start = lower_role_start(tokens, run.start).unwrap_or(run.start);
                Some(cover(tokens, start, last + 1))
            }
            None => apposed_to(article, tokens, run),
        };
    }
    if let Some(start) = lower_role_start(tokens, run.start) {
        return Some(cover(tokens, start, run.start));
    }
    let apposed = apposed_to(article, tokens, run).or_else(|| apposition(article, tokens, run));
    apposed.or_else(|| predicate(tokens, run.end))
}

/// `Anna Berg had been the vicar of Halm`: the office that a form of `be` behind the name gives it.
fn predicate(tokens: &[Token], end: usize) -> Option<Span> {
    let verbs = Classes::AUX.union(Classes::BE);
    let group = tokens[end..].iter().take(3).take_while(|token| token.is(verbs)).count();
    let the = end + group;
    let be = group > 0 && tokens[the - 1].is(Classes::BE);
    let determined =
        tokens.get(the).is_some_and(|token| token.is(Classes::DET.union(Classes::POSS)));
    if !be || !determined {
        return None;
    }
    let words = |token: &&Token| token.is_word() && !token.is(Classes::CLOSED);
    let count = tokens[the + 1..].iter().take(LONGEST_OFFICE).take_while(words).count();
    let last = the + count;
    let headed = count > 0 && tokens[last].is(Classes::ROLE) && !tokens[last].is(Classes::VERB);
    headed.then(|| cover(tokens, the + 1, last + 1))
}

/// An office that `be` gives has at most so many words before what hangs on it.
const LONGEST_OFFICE: usize = 4;

/// `the prosecutor, Edmund Frayne,`: the description that the name stands in apposition to.
fn apposed_to(article: &str, tokens: &[Token], run: &NameRun) -> Option<Span> {
    let start =
        if is_title(&tokens[run.start]) { style_start(article, tokens, run) } else { run.start };
    let comma = start.checked_sub(1).filter(|&at| tokens[at].kind == TokenKind::Comma)?;
    let closed = tokens.get(run.end).is_none_or(|next| {
        next.first || matches!(next.kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Dash)
    });
    let role = role_before(tokens, comma)?;
    // `one of the judges, Anna Berg,`
    if !closed || reads_plural(&article[tokens[role].span()]) {
        return None;
    }
    if role + 1 < comma {
        return lower_role_start(tokens, role + 1).map(|start| cover(tokens, start, comma));
    }
    if !tokens[role].capital {
        return lower_role_start(tokens, comma).map(|start| cover(tokens, start, comma));
    }
    let office = |at: &usize| tokens[*at].capital && !tokens[*at].is(Classes::CLOSED);
    let start = (role.saturating_sub(6)..=role).rev().take_while(office).last()?;
    Some(cover(tokens, start, comma))
}

/// Where the article and the rank before a title begin: `the Very Rev. Anna Berg`.
fn style_start(article: &str, tokens: &[Token], run: &NameRun) -> usize {
    let text = |at: usize| &article[tokens[at].span()];
    let ranked = run.start > 1 && matches!(text(run.start - 1), "Most" | "Right" | "Very");
    let first = run.start - usize::from(ranked);
    match first.checked_sub(1).filter(|&at| text(at) == "the") {
        Some(the) => the,
        None => run.start,
    }
}

/// The role that ends before the comma: `the prosecutor`, `a professor from Bern`.
fn role_before(tokens: &[Token], comma: usize) -> Option<usize> {
    if tokens[comma.checked_sub(1)?].is(Classes::ROLE) {
        return Some(comma - 1);
    }
    let lowest = comma.saturating_sub(LONGEST_COMPLEMENT);
    let role = (lowest..comma).rev().take_while(|&at| {
        let token = &tokens[at];
        token.is_word() && (token.capital || token.is(Classes::PREP.union(Classes::DET)))
            || token.is(Classes::ROLE)
    });
    let role = role.filter(|&at| tokens[at].is(Classes::ROLE)).last()?;
    tokens[role + 1].is(Classes::PREP).then_some(role)
}

/// What hangs on a role by a preposition is at most this many tokens long.
const LONGEST_COMPLEMENT: usize = 6;

/// An apposition is at most this many tokens long.
const LONGEST_APPOSITION: usize = 24;

/// `Anna Berg, the mayor of Oslo, said`: the words between the commas, if they tell what she is.
fn apposition(article: &str, tokens: &[Token], run: &NameRun) -> Option<Span> {
    if tokens.get(run.end)?.kind != TokenKind::Comma || run.end - run.start < 2 {
        return None;
    }
    let mut start = run.end + 1;
    if tokens.get(start).is_some_and(|token| token.kind == TokenKind::Number)
        && tokens.get(start + 1).is_some_and(|token| token.kind == TokenKind::Comma)
    {
        start += 2;
    }
    let limit = tokens.len().min(start + LONGEST_APPOSITION);
    let mut end = start;
    let mut ranked = false;
    let mut headed = false;
    while end < limit {
        let token = &tokens[end];
        let stop = match token.kind {
            TokenKind::Word => {
                token.first
                    || token.is(Classes::REL
                        .union(Classes::BE)
                        .union(Classes::AUX)
                        .union(Classes::PRON)
                        .union(Classes::SUB)
                        .union(Classes::COMP))
                        && !token.is(Classes::PREP)
                    || token.is(Classes::CUE)
                        && !token.is(Classes::ROLE.union(Classes::CUE_NOUN).union(Classes::ORG))
            }
            TokenKind::Number | TokenKind::Possessive => false,
            _ => true,
        };
        if stop {
            break;
        }
        let complement = headed || end > start && token.is(Classes::PREP);
        if !complement && token.is(Classes::ROLE) {
            // `succeeding Anna Berg, the officials said`
            ranked = !reads_plural(&article[token.span()]);
        }
        headed |= token.is(Classes::PREP) && end > start;
        end += 1;
    }
    // `the author of "Salt Roads"`
    while end > start && tokens[end - 1].is(Classes::PREP) {
        end -= 1;
    }
    // `Asked by Anna Berg, the mayor said`
    let verbs = Classes::CUE.union(Classes::VERBAL);
    let open = tokens.get(end).is_some_and(|next| next.is(verbs)) && !tokens[run.start].first;
    if !ranked || end == start || open {
        return None;
    }
    let first = &tokens[start];
    let skip = usize::from(
        first.is(Classes::DET)
            && Lexicon::english().get(&article[first.span()]).is(Classes::DET)
            && end > start + 1,
    );
    // `her debut, Small Hours, made the baker a star`
    let determiners = Classes::DET.union(Classes::POSS);
    let tells = first.is(Classes::VERB)
        && !first.is(determiners)
        && tokens.get(start + 1).is_some_and(|next| next.is(determiners));
    if tells {
        return None;
    }
    let begins = first.is(determiners)
        || first.is(Classes::ROLE)
        || first.capital
        || !first.is(Classes::CLOSED);
    begins.then(|| cover(tokens, start + skip, end))
}

/// `of his wife, Anna Berg, as`: whether the name stands in apposition to a role that a preposition governs. `One of his aides, Anna
/// Berg, left` is another matter.
pub(super) fn is_apposed_object(tokens: &[Token], start: usize) -> bool {
    let [before @ .., governor, determiner, role, comma] = &tokens[..start] else { return false };
    let one_of = before.last().is_some_and(|one| one.is(Classes::PRON) && one.first);
    !one_of
        && comma.kind == TokenKind::Comma
        && role.is(Classes::ROLE)
        && determiner.is(Classes::DET.union(Classes::POSS))
        && governor.is(Classes::PREP)
        && !governor.first
}
