//! Who is called by the party or the place they belong to: `the Utah Republican`, `the first-term Democrat`, `the Belgian`.

use super::aged::age_length;
use super::describe::{BESIDE, INTRODUCED, NEAR};
use super::kinds::is_political;
use super::office::is_member;
use super::resolve::Resolver;
use super::words::follows_the;
use super::{Gender, Sort};
use crate::span::Span;
use crate::text::chars::{head, tail};

/// Whoever the article does not place there is so much less likely to be called by that place.
const ELSEWHERE: i32 = 75;
/// A place is looked for beside so many of a name's first and last mentions.
const MENTIONS: usize = 6;

/// Whoever the article gives another party is not called by this one.
const OF_ANOTHER_PARTY: i32 = 1000;
/// … and somebody with no office that is voted for is so much less likely to be, and less so whom the article names that often: of those
/// whom everybody knows it may tell no office.
const NO_POLITICIAN: i32 = 110;
const KNOWN: i32 = 40;
const OFTEN: usize = 6;

/// Parties by the word for a member, and by the letter that stands for them in brackets: `(D-Utah)`.
const PARTIES: [(&str, char); 2] = [("Democrat", 'D'), ("Republican", 'R')];

/// What tells more of a member between `the` and the party.
const TOLD_MORE: [&str; 12] = [
    "centrist",
    "conservative",
    "fellow",
    "former",
    "freshman",
    "liberal",
    "longtime",
    "moderate",
    "outspoken",
    "progressive",
    "retiring",
    "veteran",
];
/// So many such words are passed over.
const MOST_TOLD: usize = 3;

/// `the 26-year-old` Norwegian, `the first-term` Democrat: how long what stands between `the` and the word is.
fn told_more(before: &str) -> usize {
    let mut length = 0;
    for _ in 0..MOST_TOLD {
        let near = &before[..before.len() - length];
        let word = near.strip_suffix(' ').and_then(|near| tail(near, BESIDE).rsplit(' ').next());
        let more = word.filter(|word| word.ends_with("-term") || TOLD_MORE.contains(word));
        match more.map(|word| word.len() + 1).or(Some(age_length(near)).filter(|&age| age > 0)) {
            Some(more) => length += more,
            None => break,
        }
    }
    length
}

impl Resolver<'_> {
    /// `the Utah Republican`, `the Belgian`: another word for whoever is most prominent, those before all whom the article places there.
    pub(super) fn member(&self, at: Span) -> Option<usize> {
        let phrase = &self.article[at];
        let start = at.start - told_more(&self.article[..at.start]);
        let definite = follows_the(self.article, start) && is_member(phrase);
        if !definite || self.is_told_apart(at) {
            return None;
        }
        if self.is_introduced(at, phrase) && !self.is_added(at, phrase) {
            return None;
        }
        let (place, head) = match phrase.rsplit_once(' ') {
            Some((place, head)) => (Some(place), head),
            None => (None, phrase),
        };
        let party = PARTIES.iter().find(|(word, _)| *word == head);
        let lag = |id: usize| {
            let placed = place.is_none_or(|place| self.is_placed(id, at, place));
            let apart = party.map_or(0, |&(_, letter)| self.lags_by_party(id, at, letter));
            i32::from(!placed) * ELSEWHERE + apart
        };
        let found = self.antecedent_by(at, Gender::Unknown, true, lag)?;
        let entity = &self.cast.entities[found.entity];
        let named = entity.sort == Sort::Person || entity.words > 1;
        (found.sentences <= NEAR && named).then_some(found.entity)
    }

    /// `The Utah Republican praised it. “…,” he said`: whom a pronoun means that takes up what somebody is called.
    pub(super) fn called_by_party(&self, entity: usize, pronoun: Span, gender: Gender) -> usize {
        if !is_member(&self.article[self.cast.entities[entity].name]) {
            return entity;
        }
        let named = self.last_named(entity, pronoun);
        let fits = |&id: &usize| !self.cast.entities[id].gender.clashes(gender);
        named.and_then(|named| self.member(named)).filter(fits).unwrap_or(entity)
    }

    /// How much less likely somebody is to be called by that party: much, if the article gives them another, or nothing to do with politics.
    fn lags_by_party(&self, id: usize, at: Span, letter: char) -> i32 {
        let entity = &self.cast.entities[id];
        match self.party_of(id, at) {
            Some(other) if other != letter => OF_ANOTHER_PARTY,
            Some(_) => 0,
            None => {
                let elected = self.roles(entity).any(is_political);
                let known = entity.mentions.len() >= OFTEN;
                i32::from(!elected) * if known { KNOWN } else { NO_POLITICIAN }
            }
        }
    }

    /// `Sen. Anna Berg (R-Utah)`, `Republican Sen. Anna Berg`, `Anna Berg, a Utah Republican`: the letter of the party that stands beside a
    /// mention.
    fn party_of(&self, id: usize, at: Span) -> Option<char> {
        let mentions = &self.cast.entities[id].mentions;
        let before = mentions.partition_point(|mention| mention.start < at.start);
        let named = |text: &str| PARTIES.iter().find(|(word, _)| text.contains(word));
        mentions[..before].iter().take(MENTIONS).find_map(|mention| {
            crate::work::step();
            let before = tail(&self.article[..mention.start], BESIDE * 2);
            let before = before.rsplit([',', ';', '\n', '.']).next().unwrap_or_default();
            let behind = head(&self.article[mention.end..], BESIDE * 2);
            let lettered = behind.trim_start_matches([' ', ',', '(']);
            let letter = PARTIES.iter().find(|(_, letter)| {
                let rest = lettered.strip_prefix(*letter);
                rest.is_some_and(|rest| rest.starts_with(['-', ')']))
            });
            let added = [", a ", ", an "].iter().find_map(|lead| behind.strip_prefix(lead));
            let added = added.and_then(|added| added.split([',', '.']).next());
            let told = letter.or_else(|| named(before).or_else(|| added.and_then(named)));
            told.map(|&(_, letter)| letter)
        })
    }

    /// `Rep. Anna Berg, R-Utah,`, `Berg of Utah`, `Utah Sen. Anna Berg`: whether the place stands in a role or beside a mention.
    pub(super) fn is_placed(&self, id: usize, at: Span, place: &str) -> bool {
        let entity = &self.cast.entities[id];
        let mentions = &entity.mentions;
        let before = mentions.partition_point(|mention| mention.start < at.start);
        let mut roles = entity.role.iter().chain(&entity.offices);
        if before > 0 && roles.any(|&role| self.article[role].contains(place)) {
            return true;
        }
        let first = mentions[..before].iter().take(MENTIONS);
        let last = mentions[..before].iter().rev().take(MENTIONS);
        first.chain(last).any(|mention| {
            crate::work::step();
            let before = tail(&self.article[..mention.start], BESIDE);
            let before = before.rsplit([',', ';', '\n']).next().unwrap_or_default();
            let behind = self.article[mention.end..].trim_start_matches([' ', ',', '(']);
            let of = ["of ", "from ", "the "].iter().find_map(|word| behind.strip_prefix(word));
            before.contains(place)
                || self.article[*mention].contains(place)
                || of.unwrap_or(behind).starts_with(place)
                || stands_for(behind, place)
        })
    }

    /// `Anna Berg, a Democrat`: whether that was said of somebody in apposition.
    fn is_added(&self, at: Span, phrase: &str) -> bool {
        let before = tail(&self.article[..at.start], INTRODUCED);
        before.match_indices(phrase).any(|(found, _)| {
            let before = &before[..found];
            before.ends_with(", a ") || before.ends_with(", an ")
        })
    }
}

/// `R-Utah`, `D-N.H.`: whether what stands behind a name gives a party and a state that begins like the place.
fn stands_for(behind: &str, place: &str) -> bool {
    let state = ["R-", "D-", "I-"].iter().find_map(|party| behind.strip_prefix(party));
    state.is_some_and(|state| state.chars().next() == place.chars().next())
}
