//! Whom a definite description means: `the senator`, `the Vermont senator`, `the company`.
//!
//! Newspapers vary their words for somebody they have named: a definite description without an indefinite one before it
//! (`a source …, the source`) takes up a name. Its head is looked for among the roles that the article gives its names, then
//! among the words of organisations' names; if nothing bears it, whoever is most prominent is meant.

use std::cell::RefCell;

use smallvec::SmallVec;

use super::aged::{age, is_somebodys_age};
use super::antecedent::{FLOOR, REACH};
use super::body::names_a_kind;
use super::entity::Entity;
use super::kinds::{is_of_kind, is_political};
use super::office::{
    domain, head_phrase, is_member, is_office, is_portfolio, is_portfolio_word, without_time,
};
use super::resolve::Resolver;
use super::words::{follows_the, reads_plural};
use super::{Gender, Sort};
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars::tail;

/// An indefinite description is looked for so many bytes back.
pub(super) const INTRODUCED: usize = 2500;
/// A description takes up a name that was said at most this many sentences before.
pub(super) const NEAR: u32 = 4;

/// Whoever is named so many times more rarely than another bearer of the office is not meant.
const RARE: usize = 5;
/// Whoever is named so many times is told of by more than one word.
const OFTEN: usize = 3;
/// Near a description of an office it is named so many times at most, as a rule.
const FEW: usize = 16;

/// A place is looked for within so many bytes beside a name.
pub(super) const BESIDE: usize = 30;

/// Whoever is known by another role is so much less likely to be described by this one.
const ANOTHER_ROLE: i32 = 25;
/// Whoever has an office that goes with the word is so much likelier.
const OF_THAT_KIND: i32 = 50;
/// `the SNP leader` is so much less likely to be somebody beside whom that word never stands.
const OF_ANOTHER_KIND: i32 = 50;
/// Of whose gender a tale tells nothing, they are so much less likely `the lady`.
const UNSURE: i32 = 30;
/// No office is another word for itself.
const ITSELF: i32 = 1000;

impl Resolver<'_> {
    /// The name that a definite description of one person or of an organisation takes up, if it does.
    pub(super) fn bearer(&self, subject: &Subject) -> Option<usize> {
        let text = &self.article[subject.span];
        let one = ["a ", "an ", "the ", "The "].iter().any(|article| text.starts_with(article));
        if one && subject.head.is(Classes::ROLE) {
            if let Some(name) = self.apposed(subject.span) {
                return Some(name);
            }
        }
        // `Borough manager: Ferry is “a tub”`: a headline has no articles
        let determined =
            ["A ", "An ", "Another ", "One "].iter().any(|word| text.starts_with(word));
        let headed = || (subject.span.start == 0 && !determined).then_some(text);
        let described = text.strip_prefix("the ").or_else(|| text.strip_prefix("The "));
        let described = described.or_else(headed)?;
        let phrase = head_phrase(described);
        // `the work and pensions secretary`
        let matter = Lexicon::english().get(phrase).is(Classes::PORTFOLIO);
        if matter
            && subject.head.is(Classes::ROLE)
            && described[phrase.len()..].starts_with(" and ")
        {
            return self.led_by(subject);
        }
        let head = phrase.split_whitespace().next_back()?;
        let known = Lexicon::english().get(without_time(head)).classes;
        let aged = is_somebodys_age(phrase, known);
        let someone = aged || self.cast.is_tale() && known.any(Classes::PEOPLE);
        let otherwise = || self.named_otherwise(subject.span, Gender::of(subject.head), described);
        // `the retired general`: what somebody was before
        let once = ["retired ", "former ", "veteran "].iter().any(|word| phrase.starts_with(word));
        if once && known.any(Classes::ROLE) && !self.is_told_apart(subject.span) {
            if let Some(name) = otherwise() {
                return Some(name);
            }
        }
        // `the member for Norrby`, `the mother of two`
        let known_by = ["member for ", "mother of ", "father of "];
        let known_by = known_by.iter().any(|lead| described.starts_with(lead));
        let known_by = known_by && !self.cast.is_tale() && !described.contains(" of the ");
        let epithet = known.any(Classes::EPITHET) || someone || known_by;
        if (known.any(Classes::ROLE) || epithet) && !head.starts_with(char::is_uppercase) {
            if self.is_told_apart(subject.span) {
                return None;
            }
            let bearer = || self.office_bearer(subject.span, described, |_| true);
            if is_portfolio(phrase) || matches!(phrase, "chief executive" | "first lady") {
                return bearer().or_else(|| self.led_by(subject));
            }
            // `DI Anna Berg … the detective`
            let of_that_kind = |&id: &usize| {
                let mut roles = self.roles(&self.cast.entities[id]);
                roles.any(|role| is_of_kind(head, role))
            };
            if !epithet {
                return bearer().or_else(|| otherwise().filter(of_that_kind));
            }
            // `Mayor Anna Berg` behind is awaited, `the diplomat Anna Berg` is not, though she may come
            let titled = |office: &str| {
                let head = head_phrase(office).split_whitespace().next_back();
                head.is_some_and(|head| head.starts_with(char::is_uppercase))
            };
            // nobody of a tale is called by an office that is not theirs
            if self.cast.is_tale() && !someone {
                return bearer();
            }
            let held = self.office_bearer(subject.span, described, titled);
            return held.or_else(otherwise).or_else(bearer);
        }
        let company = known.any(Classes::COMPANY) && phrase == described;
        let kind = phrase == described && !self.cast.is_tale() && names_a_kind(head);
        let organisation = known.any(Classes::ORG) || company && !self.cast.is_tale() || kind;
        if organisation
            && head.starts_with(char::is_lowercase)
            && described.split_whitespace().count() <= if company { 3 } else { 2 }
            && !self.is_told_apart(subject.span)
        {
            return self.organisation(subject.span, described, head);
        }
        None
    }

    /// `the senator`: the name said last, among those whom the article gives that office, or else the first one behind, if that may be
    /// awaited.
    fn office_bearer(
        &self,
        at: Span,
        described: &str,
        is_awaited: impl Fn(&str) -> bool,
    ) -> Option<usize> {
        let phrase = head_phrase(described);
        let whose = proper_word(&described[phrase.len()..]);
        let after = self.names.partition_point(|name| name.span.start < at.start);
        let bears = |&(i, id): &(usize, usize)| {
            let entity = &self.cast.entities[id];
            let held = |&office: &Span| {
                let office = &self.article[office];
                is_office(office, phrase)
                    && (i < after || is_awaited(office))
                    && whose.is_none_or(|whose| !is_of_another(office, whose))
            };
            // `Student` of a headline is no name
            let bare = self.article[entity.name].eq_ignore_ascii_case(phrase);
            let named = || !bare || entity.mentions.len() > 1;
            entity.sort != Sort::Organisation && named() && entity.offices.iter().any(held)
        };
        let behind = after..(after + REACH * 2).min(self.names.len());
        let near = self.names_before(at, REACH * 2).chain(behind);
        let bearers = near.map(|i| (i, self.cast.of_mention[i])).filter(bears).map(|(_, id)| id);
        let bearers: SmallVec<[usize; FEW]> = bearers.collect();
        let often = |id: usize| self.cast.entities[id].mentions.len();
        let most = bearers.iter().copied().map(often).max()?;
        // not somebody who is hardly told of beside another who is
        bearers.into_iter().find(|&id| often(id) * RARE >= most)
    }

    /// `Anna Berg, the mayor`: the name that the description stands in apposition to.
    fn apposed(&self, at: Span) -> Option<usize> {
        if reads_plural(head_phrase(&self.article[at])) {
            return None;
        }
        let number = self.name_before(at)?;
        let between = &self.article[self.names[number].span.end..at.start];
        let before = self.article[..self.names[number].span.start].trim_end();
        let behind = self.article[at.end..].trim_start();
        let next = behind.split(|ch: char| !ch.is_alphanumeric()).next().unwrap_or_default();
        if Lexicon::english().get(next).is(Classes::SPEECH) {
            // `Berg, an aide said, is late`
            return None;
        }
        let word = before.rsplit(|ch: char| !ch.is_alphanumeric()).next().unwrap_or_default();
        // `after a call to Berg, an officer came`, but `a call to Berg, an officer who came`
        let adds = matches!(next, "who" | "whose") || behind.starts_with([',', '.', ';']);
        let object = Lexicon::english().get(word).is(Classes::PREP) && !adds;
        let object = object || self.beside(at) == Some(self.cast.of_mention[number]);
        (between.trim_end() == "," && !object && self.is_person(number))
            .then(|| self.cast.of_mention[number])
    }

    /// `Asked by Berg, the mayor said no`: whoever is named last before the description, which only begins the main clause behind them.
    fn beside(&self, at: Span) -> Option<usize> {
        let number = self.name_before(at)?;
        let name = self.names[number].span;
        let behind = self.article[at.end..].trim_start_matches(' ');
        let next = behind.split(|ch: char| !ch.is_alphabetic()).next().unwrap_or_default();
        let verbs = Classes::CUE.union(Classes::VERBAL);
        let begins =
            |before: &str| before.is_empty() || before.ends_with(['.', '!', '?', '”', '"', '\n']);
        let apart = &self.article[name.end..at.start] == ", "
            && Lexicon::english().get(next).is(verbs)
            && !begins(self.article[..name.start].trim_end_matches(' '));
        apart.then(|| self.cast.of_mention[number])
    }

    /// `the guide who met us`, `the guide I met`: words behind that tell somebody new apart. Behind a comma they only add something.
    pub(super) fn is_told_apart(&self, at: Span) -> bool {
        let behind = self.article[at.end..].trim_start_matches(' ');
        ["who ", "whose ", "that ", "I ", "we "].iter().any(|word| behind.starts_with(word))
    }

    /// `the Vermont senator`, `the retired surgeon`: another word for whoever is most prominent.
    fn named_otherwise(&self, at: Span, gender: Gender, described: &str) -> Option<usize> {
        let phrase = head_phrase(described);
        let head = phrase.split_whitespace().next_back()?;
        let lower = head.to_ascii_lowercase();
        let counted = ["second", "other", "first", "third", "same", "next"];
        // `the oldest witness` is one of several
        let among = ["oldest ", "youngest ", "eldest ", "last "];
        let another = counted.iter().chain(&among).any(|word| described.starts_with(word));
        if reads_plural(&lower) || another || described.contains(['\'', '’']) {
            return None;
        }
        if self.is_introduced(at, head) {
            return None;
        }
        let of = proper_word(&described[phrase.len()..]);
        let kind = phrase.rsplit_once(' ').and_then(|(kind, _)| proper_word(kind));
        // a nation has many
        let kind = kind.filter(|kind| !is_member(kind));
        let other = self.teller_of(at).or_else(|| self.beside(at));
        let age = age(described);
        let tale = self.cast.is_tale();
        // the mayor is hardly the candidate, if somebody else may be
        let lag_of = |id: usize| {
            let entity = &self.cast.entities[id];
            // the office itself, where it stands as a name
            if self.article[entity.name].eq_ignore_ascii_case(described) || other == Some(id) {
                return ITSELF;
            }
            let fits = self.roles(entity).any(|role| is_of_kind(&lower, role));
            let another = self.roles(entity).any(|role| {
                // an office: whoever is a husband may well be president, too
                role.starts_with(char::is_uppercase)
                    && !role.contains(['\'', '’'])
                    && !role.split_whitespace().any(|word| word.eq_ignore_ascii_case(head))
            });
            // the Facebook founder is nobody named Facebook
            let named = |whose: &str| self.article[entity.name].contains(whose);
            let elsewhere = |whose: Option<&str>| {
                let other = whose.is_some_and(|w| named(w) || !self.is_placed(id, at, w));
                i32::from(other)
            };
            let by_age = age.map_or(Some(0), |age| self.lags_by_age(id, at, age));
            let unsure = tale && gender != Gender::Unknown && !entity.is_of(gender);
            i32::from(another && !fits) * ANOTHER_ROLE - i32::from(fits) * OF_THAT_KIND
                + i32::from(unsure) * UNSURE
                + by_age.unwrap_or(ITSELF)
                + elsewhere(of) * ITSELF
                + elsewhere(kind) * OF_ANOTHER_KIND
        };
        // whoever is named often is asked once
        let asked = RefCell::new(SmallVec::<[(usize, i32); 8]>::new());
        let lag = |id: usize| {
            let mut asked = asked.borrow_mut();
            let known = asked.iter().find(|(entity, _)| *entity == id).map(|&(_, lag)| lag);
            known.unwrap_or_else(|| {
                asked.push((id, lag_of(id)));
                asked[asked.len() - 1].1
            })
        };
        let found = self.antecedent_by(at, gender, true, lag)?;
        let entity = &self.cast.entities[found.entity];
        let named = entity.sort == Sort::Person || self.may_be_full_name(entity);
        let anybody = Lexicon::english().get(&lower).is(Classes::PEOPLE);
        let meant = named
            && other != Some(found.entity)
            && !(anybody && self.is_somebody_new(at, gender, found.entity));
        // they may have spoken ever since they were named
        let speaks = self.last_speaker.is_some_and(|(last, spoke)| {
            last == found.entity && at.start.saturating_sub(spoke) < FLOOR
        });
        ((found.sentences <= NEAR || speaks) && meant).then_some(found.entity)
    }

    /// `Berg said the driver stopped`: who tells of the description, and so is not it.
    fn teller_of(&self, at: Span) -> Option<usize> {
        let number = self.name_before(at)?;
        let between = &self.article[self.names[number].span.end..at.start];
        let mut words = Some(between).filter(|text| text.len() <= BESIDE)?.split_whitespace();
        let says =
            words.next().is_some_and(|verb| Lexicon::english().get(verb).is(Classes::SPEECH));
        let told = says && words.all(|word| matches!(word, "that" | "reporters" | "police"));
        told.then(|| self.cast.of_mention[number])
    }

    /// `Cui Yanbing`, but neither `Jay Show` nor `the Three Herons`: two words or more that are nothing else.
    fn may_be_full_name(&self, entity: &Entity) -> bool {
        if follows_the(self.article, entity.name.start) {
            return false;
        }
        let mut words = self.article[entity.name].split(' ');
        entity.words > 1 && !words.any(|word| Lexicon::english().get(word).is(Classes::ORG))
    }

    /// `the Prime Minister` where the article gives that office to nobody: another word for whoever is most prominent.
    pub(super) fn incumbent(&self, at: Span) -> Option<usize> {
        let number = self.number_of(at)?;
        let name = &self.names[number];
        let entity = &self.cast.entities[self.cast.of_mention[number]];
        let phrase = &self.article[at];
        let unheld = self.article[entity.name].eq_ignore_ascii_case(phrase);
        // `the National Union of Journalists` is no office, nor is `the Treasury`
        let ranks = Classes::ROLE.union(Classes::TITLE);
        let is_rank = |word: &str| Lexicon::english().get(word).is(ranks);
        let ranks_and_matters = ranks.union(Classes::PORTFOLIO);
        let of_office = |word: &str| {
            Lexicon::english().get(word).is(ranks_and_matters) || is_portfolio_word(word)
        };
        let mut words = phrase.split(' ').rev();
        // `the Bishop of Norrby` is nobody of another place
        let elsewhere = || {
            domain(&self.article[at.end..]).is_some_and(|len| {
                let of = proper_word(&self.article[at.end..at.end + len]);
                let known = |word| Lexicon::english().get(word);
                of.is_some_and(|word| known(word).is_unknown() || known(word).is(Classes::PLACE))
            })
        };
        let office = words.next().is_some_and(is_rank) && words.all(of_office) && !elsewhere();
        if self.cast.is_tale() || !unheld || !office || !follows_the(self.article, name.span.start)
        {
            return None;
        }
        // `the Home Secretary` is not the Rev. Anna Berg
        let titled = |office: &Span| self.article[*office].starts_with(char::is_uppercase);
        // … nor is whoever is told of in passing and known as a baker
        let kind = phrase.to_ascii_lowercase();
        let else_known = |entity: &Entity| {
            entity.mentions.len() < OFTEN
                && self.roles(entity).next().is_some()
                && !self.roles(entity).any(|role| is_political(role) || is_of_kind(&kind, role))
        };
        let found = self.named_otherwise(at, name.gender, phrase);
        found.filter(|&id| {
            let entity = &self.cast.entities[id];
            !entity.offices.iter().any(titled) && !else_known(entity)
        })
    }

    /// Whether `a source`, `another source` stands shortly before.
    pub(super) fn is_introduced(&self, at: Span, head: &str) -> bool {
        let before = tail(&self.article[..at.start], INTRODUCED);
        before.match_indices(head).any(|(found, _)| {
            let whole = !before[found + head.len()..].starts_with(char::is_alphanumeric);
            let words = before[..found].split_whitespace().rev().take(4);
            let article = |word: &str| {
                ["a", "an", "another", "one"].iter().any(|held| word.eq_ignore_ascii_case(held))
            };
            whole && words.take_while(|word| !word.ends_with([',', '.', '”', '"'])).any(article)
        })
    }

    /// What the article calls somebody beside their name.
    pub(super) fn roles<'s>(&'s self, entity: &'s Entity) -> impl Iterator<Item = &'s str> + 's {
        entity.role.iter().chain(&entity.offices).map(|&role| &self.article[role])
    }

    /// The number of the last name that ends before a place.
    fn name_before(&self, at: Span) -> Option<usize> {
        self.names.partition_point(|name| name.span.end <= at.start).checked_sub(1)
    }

    /// The numbers of the last names before a place, the nearest first.
    pub(super) fn names_before(
        &self,
        at: Span,
        reach: usize,
    ) -> impl Iterator<Item = usize> + Clone {
        let before = self.names.partition_point(|name| name.span.start < at.start);
        (before.saturating_sub(reach)..before).rev()
    }
}

/// `Scottish` of `of the Scottish party`: the first word of a name.
fn proper_word(text: &str) -> Option<&str> {
    // `Nov.` keeps its stop
    let other = |ch: char| !ch.is_alphanumeric() && ch != '.';
    text.split(' ').map(|word| word.trim_matches(other)).find(|word| {
        word.len() > 1
            && word.starts_with(char::is_uppercase)
            && !Lexicon::english().get(word).is(Classes::CALENDAR)
    })
}

/// `Labour leader`: whether an office is one of a thing of another name.
fn is_of_another(office: &str, whose: &str) -> bool {
    let phrase = head_phrase(office);
    let kind = phrase.rsplit_once(' ').map_or("", |(kind, _)| kind);
    let of = &office[phrase.len()..];
    !office.contains(whose) && (proper_word(kind).is_some() || proper_word(of).is_some())
}
