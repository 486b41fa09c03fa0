//! Offices and whoever holds them: where in a run of capitals the name proper begins.

use super::names::{is_name_word, lower_role_start};
use super::tokens::{Token, TokenKind};
use crate::lexicon::{Classes, Word};

/// `of`, `for`, `to`.
pub(super) fn is_short_preposition(token: &Token) -> bool {
    token.is(Classes::PREP) && token.end - token.start <= 3
}

/// An office before a name has at most so many words behind its preposition.
const LONGEST_OFFICE: usize = 8;

/// Where the name begins of whom an office of several words stands before, whose preposition is at `prep`: `Secretary of State
/// for Wales Ida Lund`, `Ambassador to Peru Ida Lund`.
pub(super) fn bearer_of_office(tokens: &[Token], prep: usize) -> Option<usize> {
    let article = tokens.get(prep + 1).is_some_and(|t| t.is(Classes::DET) && !t.capital);
    let first = prep + 1 + usize::from(article);
    let capital_at = |at: usize| tokens.get(at).is_some_and(|t| is_name_word(t) && !t.first);
    let joins = |at: usize| {
        let token = &tokens[at];
        let short = token.is(Classes::CONJ) || token.is(Classes::PREP) && at > first;
        short && !token.capital && token.end - token.start <= 3 && capital_at(at + 1)
    };
    if !capital_at(first) {
        return None;
    }
    // `Secretary of State Borsem Askenov`, `Governor of Norrby Borsem Askenov`, but `Head of the Norrby Circling Voyage`
    let unlisted = |at: usize| {
        let known = tokens[at - 1].word != Word::default() && !tokens[at - 1].is(Classes::GIVEN);
        let place = !article || at > first + 1;
        (known || at == first + 1) && place && is_unlisted_pair(tokens, at)
    };
    (first + 1..first + LONGEST_OFFICE)
        .take_while(|&at| capital_at(at) || at < tokens.len() && joins(at))
        .find(|&at| is_bearer(&tokens[at]) && has_surname(tokens, at) || unlisted(at))
}

/// `Borsem Askenov`, `Borsem James`: a word that no list holds and a surname, the last of their run.
pub(crate) fn is_unlisted_pair(tokens: &[Token], at: usize) -> bool {
    let name_at = |at: usize| tokens.get(at).filter(|token| is_name_word(token) && !token.first);
    let unlisted = |token: &Token| token.word == Word::default() && !token.all_caps;
    name_at(at).is_some_and(unlisted)
        && name_at(at + 1).is_some_and(|token| unlisted(token) || is_bearer(token))
        && name_at(at + 2).is_none()
}

/// Bodies that no name of their own stands behind: `the Halm city council Borsem Askenov`, but `the company Bright Lowe`.
const UNNAMED: [&str; 18] = [
    "administration",
    "army",
    "board",
    "cabinet",
    "commission",
    "committee",
    "council",
    "court",
    "department",
    "embassy",
    "government",
    "ministry",
    "navy",
    "office",
    "parliament",
    "police",
    "prosecution",
    "senate",
];

/// Whether a word in small letters means a body that goes without a name.
pub(crate) fn is_unnamed_body(word: &str) -> bool {
    UNNAMED.contains(&word)
}

/// `Ida Lund`, `Ida de Lund`: whether a surname may stand behind the given name at `at`.
fn has_surname(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        is_name_word(next) && !next.first || next.is(Classes::PARTICLE) && !next.capital
    })
}

/// A given name that is nothing else.
pub(super) fn is_bearer(token: &Token) -> bool {
    token.is(Classes::GIVEN) && !token.is(Classes::PLACE)
}

/// Classes that tell what a capitalised word is.
const KNOWN_NAME: Classes =
    Classes::GIVEN.union(Classes::TITLE).union(Classes::ORG).union(Classes::PLACE);

/// `carmaker`, but not `company`, which begins names: what stands before the name of a company.
pub(crate) fn is_company(token: &Token) -> bool {
    let others = Classes::ORG.union(Classes::ROLE).union(Classes::GIVEN);
    token.is(Classes::COMPANY) && !token.is(others)
}

/// Where the name proper begins: behind the last title or role of the run.
pub(super) fn core_start(tokens: &[Token], start: usize, end: usize) -> usize {
    let rank = Classes::TITLE.union(Classes::ROLE);
    let office = |i: usize| {
        tokens[i].is(rank)
            && !(tokens[i].is(Classes::GIVEN)
                && i + 1 < end
                && i == start
                && !tokens[i].is(Classes::ROLE))
    };
    if tokens[start].first && is_company(&tokens[start]) && end - start > 1 {
        // `Carmaker Berg` at the head of a sentence
        return start + 1;
    }
    if tokens[end - 1].is(Classes::ORG) {
        // `the Chief Justice` is no ministry
        let ranks = end - start > 1 && (start..end).all(|i| tokens[i].is(Classes::ROLE));
        return if ranks { end } else { start };
    }
    if let Some(bearer) =
        bearer_behind(tokens, start, end).or_else(|| member_before(tokens, start, end))
    {
        return bearer;
    }
    let head = &tokens[start];
    let initials = head.all_caps && head.end - head.start == 2;
    let unknown = head.first && end - start > 2 && !head.is(KNOWN_NAME) && !initials;
    let named = |at: usize| {
        tokens[at].is(Classes::GIVEN) || head.is(Classes::EPITHET) && is_unlisted_pair(tokens, at)
    };
    if unknown && named(start + 1) && !(start..end).any(office) {
        // `Organist Clement Yau`, `Winger Borsem Askenov`: a role at the head of a sentence
        return start + 1;
    }
    match (start..end).rev().find(|&i| office(i)) {
        Some(i) if i + 1 == end && i > start => surname_start(tokens, start, i).unwrap_or(end),
        Some(i)
            if i + 3 < end && !tokens[i + 1].capital && is_short_preposition(&tokens[i + 1]) =>
        {
            bearer_of_office(tokens, i + 1).filter(|&bearer| bearer < end).unwrap_or(i + 1)
        }
        Some(i) => i + 1,
        None => start,
    }
}

/// `forecaster with the Weather Bureau Ian Lund`, `ambassador to Peru Ian Lund`: somebody right behind where they work.
fn bearer_behind(tokens: &[Token], start: usize, end: usize) -> Option<usize> {
    let posted = start > 1
        && tokens[start - 1].is(Classes::PREP)
        && tokens[start - 2].is(Classes::ROLE)
        && !tokens[start].first;
    let works = Classes::ORG.union(Classes::PLACE_WORD);
    let works = if posted { works.union(Classes::PLACE) } else { works };
    let listed = (start + 1..end.saturating_sub(1)).rev().find(|&i| {
        let given = tokens[i].is(Classes::GIVEN) && !tokens[i].is(KNOWN_PLACE);
        let before = &tokens[i - 1];
        // `the corporation Metalstroy Ian Lund`
        let labelled = i == start + 1
            && start.checked_sub(1).is_some_and(|at| {
                tokens[at].is(Classes::ORG) && !tokens[at].capital && !before.is(Classes::GIVEN)
            });
        let behind = before.is(works) && before.capital || ends_rank(tokens, start, i) || labelled;
        given && behind && has_surname(tokens, i)
    });
    listed.or_else(|| unlisted_behind(tokens, start, end))
}

/// `Briton Ian Lund`, `South African Borsem Askenov`, but `the American Circling Voyage`: where the name begins behind what somebody is
/// called after a people or a party.
fn member_before(tokens: &[Token], start: usize, end: usize) -> Option<usize> {
    let name = (start + 1..end.min(start + 3)).find(|&at| tokens[at - 1].is(Classes::MEMBER))?;
    let article = start > 0 && tokens[start - 1].is(Classes::DET);
    let listed = is_bearer(&tokens[name]) && has_surname(tokens, name);
    let named = listed || !article && is_unlisted_pair(tokens, name);
    (name + 2 <= end && named).then_some(name)
}

/// `Harbour GM Ian Lund`, `Det Con Ian Lund`, but not `JP Lund Bank`: whether an abbreviated rank stands right before `at`.
fn ends_rank(tokens: &[Token], start: usize, at: usize) -> bool {
    let before = &tokens[at - 1];
    let len = before.end - before.start;
    let owned = start > 0 && tokens[start - 1].kind == TokenKind::Possessive;
    let initials = !owned && at == start + 1 && len == 2 && before.word == Word::default();
    let caps = before.all_caps && !initials;
    let titled = at == start + 2 && tokens[start].is(Classes::TITLE) && before.capital;
    let short = len <= 3 && !before.is(Classes::GIVEN);
    short && (caps || titled && !tokens[start].is(Classes::HONORIFIC))
}

/// `the head of the Halm Council Borsem Askenov`, `Ohio AG Borsem Askenov`: a name that no list holds behind a place of work.
fn unlisted_behind(tokens: &[Token], start: usize, end: usize) -> Option<usize> {
    let at = end.checked_sub(2).filter(|&at| at > start)?;
    if !is_unlisted_pair(tokens, at) {
        return None;
    }
    let article = start > 0 && tokens[start - 1].is(Classes::DET) && !tokens[start - 1].capital;
    let of = start.checked_sub(1 + usize::from(article)).filter(|&of| of > 0);
    let post = of.filter(|&of| tokens[of].is(Classes::PREP) && tokens[of - 1].is(Classes::ROLE));
    // `the chairman of Bright Lowe Carr` has no name
    let bare = post.is_some_and(|of| {
        let role = lower_role_start(tokens, of).unwrap_or(of - 1);
        role == 0 || !tokens[role - 1].is(Classes::DET)
    });
    // `chief of the Antarctic Circling Voyage`
    let works = tokens[at - 1].is(Classes::ORG.union(Classes::PLACE_WORD))
        || !article && (tokens[at - 1].is(Classes::PLACE) || at == start + 1 && bare);
    let ranked = tokens[start].is(Classes::PLACE) && ends_rank(tokens, start, at);
    (post.is_some() && works || ranked).then_some(at)
}

/// Classes of what is no person.
const KNOWN_PLACE: Classes =
    Classes::PLACE.union(Classes::ORG).union(Classes::TITLE).union(Classes::ROLE);

/// Where the name begins whose surname is the role's word at `i`: `Mr. Bishop`, `Mr. Ian Lund Bishop`; `None` if it is a role there.
fn surname_start(tokens: &[Token], start: usize, i: usize) -> Option<usize> {
    let rank = Classes::TITLE.union(Classes::ROLE);
    let before = (start..i).rev().find(|&at| tokens[at].is(rank));
    let first = before.map_or(start, |at| at + 1);
    if first == i {
        return tokens[i - 1].is(Classes::HONORIFIC).then_some(i);
    }
    // `Ida Berg, MP`
    let set_off = tokens[i].is(Classes::SUFFIX) && tokens[i - 1].kind == TokenKind::Comma;
    let last = i - usize::from(set_off);
    // `Borsem Askenov MP`
    let honoured = tokens[i].is(Classes::SUFFIX)
        && last == first + 2
        && tokens[first..last].iter().all(|token| token.word == Word::default());
    let named = is_bearer(&tokens[first]) && last <= first + 2 && tokens[last - 1].capital;
    (named || honoured).then_some(first)
}
