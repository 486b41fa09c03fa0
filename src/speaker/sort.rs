//! What sort of name it is: a person's, an organisation's, a place's, as far as its words and those beside it tell.

use super::gather::puts_family_first;
use super::words::{ends_company, ends_organisation, reads_plural};
use super::Sort;
use crate::lexicon::{Classes, Word};
use crate::text::names::{lower_role_start, NameRun};
use crate::text::offices::{is_company, is_unnamed_body};
use crate::text::tokens::{Token, TokenKind};

/// The sort of the name that stands there. In a tale `the Berg` is no body, but a ship or a joke.
pub(super) fn sort(article: &str, tokens: &[Token], run: &NameRun, tale: bool) -> Sort {
    let words = &tokens[run.core..run.end];
    let all = &tokens[run.start..run.end];
    if words.is_empty() {
        // an office speaks for a person, `White House` and its like apart
        return Sort::Unknown;
    }
    // `Carmaker Berg`
    if run.core > run.start && is_company(&tokens[run.core - 1]) {
        return Sort::Organisation;
    }
    // `Reuters`, `Al Jazeera`
    let arabic = words.len() == 2 && article[words[0].span()].eq_ignore_ascii_case("al");
    if (words.len() == 1 || arabic) && words[words.len() - 1].is(Classes::KNOWN_ORG) {
        return Sort::Organisation;
    }
    if all.iter().all(|token| token.is(Classes::PLACE)) {
        return Sort::Place;
    }
    let last = &words[words.len() - 1];
    let first = &article[words[0].span()];
    let told = || is_followed_by_who(article, tokens, run.end) || is_aged(article, tokens, run.end);
    // `Ye-jin Park`, `Hyun Park, 12,`
    let somebody = || words[0].is(Classes::GIVEN) || puts_family_first(first) || told();
    if words.len() > 1 && last.is(Classes::PLACE_WORD) && !somebody() {
        return Sort::Place;
    }
    let lands = ["San", "Santa", "Los", "Las", "Fort", "Mount", "Lake", "Port", "River"];
    if words.len() == 2 && lands.contains(&first) {
        return Sort::Place;
    }
    // `the Hotel Berg`
    let houses = ["Hotel", "Hôtel", "Café", "Cafe", "Villa", "Théâtre", "Hostal", "Pension"];
    if words.len() > 1 && houses.contains(&first) {
        return Sort::Organisation;
    }
    let parts = [
        "New", "South", "North", "West", "East", "San", "Los", "Las", "Great", "St.", "Northern",
        "Southern", "Western", "Eastern", "Central", "Latin",
    ];
    if words.len() > 1 && last.is(Classes::PLACE) && parts.contains(&&article[words[0].span()]) {
        return Sort::Place;
    }
    let people =
        words[0].is(Classes::PLACE) || last.is(Classes::PLACE) && !words[0].is(Classes::GIVEN);
    if words.len() > 1 && people && reads_plural(&article[last.span()]) {
        // `American Farmers`, but not `Jordan Weiss`
        return Sort::Organisation;
    }
    let given = words[0].is(Classes::GIVEN) && !words[0].is(Classes::PLACE.union(Classes::ORG));
    if words.iter().any(|token| token.is(Classes::ORG)) && !(given && words.len() == 2) {
        return Sort::Organisation;
    }
    // `Brant Foods`
    if words.len() > 1 && ends_company(&article[last.span()]) {
        return Sort::Organisation;
    }
    // `Berg ASA`, but not `the Ohio AG`
    let form = words.len() > 1 && last.all_caps && !words[0].is(Classes::PLACE);
    if form && ends_organisation(&article[last.span()]) {
        return Sort::Organisation;
    }
    let ranked = run.core > run.start || lower_role_start(tokens, run.start).is_some();
    // `Tom Berg II`, but `World War II`
    let suffixed = last.is(Classes::SUFFIX)
        && (words[0].is(Classes::GIVEN) || words[0].word == Word::default());
    let initials = words.len() > 1
        && words[..words.len() - 1].iter().any(|token| is_initial(&article[token.span()]));
    if given || ranked || suffixed || initials || told() {
        return Sort::Person;
    }
    let before = run.start.checked_sub(1).map(|at| &tokens[at]);
    // `the Gulf of Mexico`
    let the = before.is_some_and(|token| article[token.span()].eq_ignore_ascii_case("the"));
    if the && words.len() == 1 && last.is(Classes::PLACE_WORD) {
        return Sort::Place;
    }
    // `the news agency Tanjug`
    let bodies = Classes::ORG.union(Classes::COMPANY);
    let body =
        before.filter(|token| token.is(bodies) && !token.capital && !token.is(Classes::ROLE));
    if let Some(body) = body {
        let person = words.len() == 2 && is_unnamed_body(&article[body.span()]);
        return if person { Sort::Person } else { Sort::Organisation };
    }
    if is_described_as_a_body(tokens, run) || is_held_in_shares(article, tokens, run.start) {
        return Sort::Organisation;
    }
    if is_named_work(article, tokens, run.start) {
        return Sort::Organisation;
    }
    let acronym = words.len() == 1 && words[0].all_caps && words[0].end - words[0].start <= 6;
    if acronym || the && !tale {
        return Sort::Organisation;
    }
    Sort::Unknown
}

/// What a body is called between commas has at most so many words.
const LONGEST_APPOSITION: usize = 6;

/// `Greenlung, a small charity,`: a comma, an article and words that a body's ends.
fn is_described_as_a_body(tokens: &[Token], run: &NameRun) -> bool {
    let [comma, article, words @ ..] = &tokens[run.end.min(tokens.len())..] else { return false };
    // `Engineers Without Delay, a group`: not the whole name
    let cut = run.start.checked_sub(1).map(|at| &tokens[at]);
    if cut.is_some_and(|before| before.capital && !before.first && before.is(Classes::PREP)) {
        return false;
    }
    if comma.kind != TokenKind::Comma || !article.is(Classes::DET) {
        return false;
    }
    let plain = |token: &&Token| token.is_word() && !token.is(Classes::CLOSED);
    let head = words.iter().take(LONGEST_APPOSITION).take_while(plain).last();
    let body = Classes::ORG.union(Classes::COMPANY);
    head.is_some_and(|head| head.is(body) && !head.is(Classes::ROLE) && !head.capital)
}

/// `since her debut, Small Hours,`: whether the name stands in apposition to a work, which nobody is `of` or `behind`.
fn is_named_work(article: &str, tokens: &[Token], start: usize) -> bool {
    let [before @ .., determiner, noun, comma] = &tokens[..start] else { return false };
    let of = || {
        let words = ["behind", "by", "for", "of"];
        let word = before.last().map_or("", |of| &article[of.span()]);
        words.iter().any(|held| word.eq_ignore_ascii_case(held))
    };
    comma.kind == TokenKind::Comma
        && noun.is(Classes::WORK)
        && !noun.capital
        && determiner.is(Classes::DET.union(Classes::POSS))
        && !of()
}

/// `shares in Berg`: what has shares is a company.
fn is_held_in_shares(article: &str, tokens: &[Token], start: usize) -> bool {
    let [.., shares, of] = &tokens[..start] else { return false };
    of.is(Classes::PREP)
        && ["shares", "shareholders", "stake", "stock"]
            .iter()
            .any(|word| article[shares.span()].eq_ignore_ascii_case(word))
}

/// `Sunniva Quill, who signed`: things are not followed by `who`.
fn is_followed_by_who(article: &str, tokens: &[Token], end: usize) -> bool {
    let comma = tokens.get(end).is_some_and(|next| next.kind == TokenKind::Comma);
    let next = tokens.get(end + usize::from(comma));
    next.is_some_and(|next| matches!(&article[next.span()], "who" | "whose"))
}

/// `Sunniva Quill, 61, signed`: an age stands between commas behind the name.
fn is_aged(article: &str, tokens: &[Token], end: usize) -> bool {
    let [comma, age, close, ..] = &tokens[end.min(tokens.len())..] else { return false };
    let years = || article[age.span()].parse::<u8>().is_ok_and(|years| years < 120);
    comma.kind == TokenKind::Comma
        && age.kind == TokenKind::Number
        && matches!(close.kind, TokenKind::Comma | TokenKind::Stop)
        && years()
}

fn is_initial(word: &str) -> bool {
    word.ends_with('.') && word.chars().filter(|ch| ch.is_alphabetic()).count() <= 3
}
