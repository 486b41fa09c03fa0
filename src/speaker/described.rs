//! What pronouns take up that is described rather than named: a nurse, the driver, a body that spoke last, a note.

use std::ops::Range;

use super::antecedent::{FLOOR, REACH};
use super::asking::{asks, asks_one};
use super::describe::INTRODUCED;
use super::gather::Pronoun;
use super::office::head_phrase;
use super::resolve::{taken_up, Resolver};
use super::words::{reads_plural, word_behind};
use super::{Gender, Sort};
use crate::attribution::phrase::Subject;
use crate::lexicon::Classes;
use crate::span::Span;
use crate::text::chars;

/// The last body that was described is looked for among so many descriptions.
const BODIES: usize = 6;
/// So many pronouns between a description and one that may take it up are looked at.
const PRONOUNS: usize = 8;
/// `he told the judge` has at most so many bytes behind the pronoun.
const LONGEST_TELLING: usize = 48;
/// A pronoun takes up a description at most this many bytes before it.
const DESCRIBED_REACH: usize = 600;
/// Whoever acts under an office is taken up within so many bytes.
const ACTED: usize = 250;
/// Between two sentences stand at most so many bytes, a mark included.
const BLANKS: usize = 8;
/// `it` takes up a thing at most this many bytes before it.
const THING_REACH: usize = 250;

/// Whether a description is of several people, as far as its head's ending shows: `some defenders of trade`.
pub(crate) fn is_plural(text: &str) -> bool {
    let ends = ["of ", "in ", "at ", "for ", "from ", "with "];
    let mut blanks = text.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    let end = blanks.find(|(at, _)| ends.iter().any(|word| text[at + 1..].starts_with(word)));
    reads_plural(end.map_or(text, |(end, _)| &text[..end]))
}

impl Resolver<'_> {
    /// `The driver got out. … he said`: who acted last under a description, where no name fits.
    pub(super) fn definite_before(&self, at: Span, gender: Gender) -> Option<Subject> {
        let number = self.definite.partition_point(|subject| subject.span.end <= at.start);
        let found = *self.definite[..number].last()?;
        let near = at.start - found.span.end < DESCRIBED_REACH;
        let one = !is_plural(&self.article[found.span]);
        let fits = one && !Gender::of(found.head).clashes(gender);
        (near && fits && !asks(self.article, found.span)).then_some(found)
    }

    /// `The dean smiled. “…,” she said`: whom a report tells of by an office right before, nobody being named since who may be meant.
    pub(super) fn acting_bearer(&self, at: Span, gender: Gender) -> Option<usize> {
        let told = self.definite_before(at, gender).filter(|_| !self.cast.is_tale())?;
        let near = at.start - told.span.end < ACTED;
        let spoken = self.last_speaker.is_some_and(|(_, end)| end > told.span.end);
        let since = |i: usize| {
            (self.is_person(i) || self.is_named_in_full(i))
                && !self.cast.entities[self.cast.of_mention[i]].gender.clashes(gender)
        };
        if !near || spoken || self.named_between(told.span.end, at.start).any(since) {
            return None;
        }
        self.bearer(&told).filter(|&entity| !self.cast.entities[entity].gender.clashes(gender))
    }

    /// The names that begin between two places, by their numbers.
    pub(super) fn named_between(&self, from: usize, to: usize) -> Range<usize> {
        let place = |at: usize| self.names.partition_point(|name| name.span.start < at);
        place(from)..place(to)
    }

    /// Where an entity was named last before a place, if it is among the last names.
    pub(super) fn last_named(&self, entity: usize, at: Span) -> Option<Span> {
        let mut names = self.names_before(at, REACH);
        names.find(|&i| self.cast.of_mention[i] == entity).map(|i| self.names[i].span)
    }

    /// Whether nothing tells that an entity is a person, and it is not named between a description and a pronoun.
    pub(super) fn is_hardly_anybody(&self, entity: usize, told: Span, pronoun: Span) -> bool {
        let held = &self.cast.entities[entity];
        let since = self.last_named(entity, pronoun).is_some_and(|named| named.start > told.start);
        !self.cast.is_tale()
            && held.sort == Sort::Unknown
            && held.gender == Gender::Unknown
            && !since
    }

    /// `A cashier was shaken, … said the woman`: whether somebody was brought in without a name since that one was named.
    pub(super) fn is_somebody_new(&self, at: Span, gender: Gender, entity: usize) -> bool {
        let number = self.described.partition_point(|subject| subject.span.end <= at.start);
        let Some(told) = number.checked_sub(1).map(|last| self.described[last]) else {
            return false;
        };
        let indefinite = ["a ", "an ", "one ", "another "];
        let text = &self.article[told.span].to_ascii_lowercase();
        told.is_described_person()
            && indefinite.iter().any(|word| text.starts_with(word))
            && !Gender::of(told.head).clashes(gender)
            && self.last_named(entity, at).is_none_or(|named| named.end <= told.span.start)
    }

    /// `a sergeant named Tom Berg`, `a man who goes by Tom`: who bears the name that a description is given.
    pub(super) fn named_behind(&self, told: &Subject) -> Option<usize> {
        if let Some(entity) = self.self_named(told.span) {
            return Some(entity);
        }
        let participle = word_behind(self.article, told.span.end);
        let number = self.names.partition_point(|name| name.span.start < told.span.end);
        let name = self.names.get(number).filter(|_| matches!(participle, "named" | "called"))?;
        let between = self.article[told.span.end..name.span.start].trim();
        (between == participle).then(|| self.cast.of_mention[number])
    }

    /// Somebody described shortly before, nobody who fits being named since.
    pub(super) fn described_before(&self, at: Span, gender: Gender) -> Option<Subject> {
        let number = self
            .described
            .partition_point(|subject| subject.span.end <= at.start)
            .checked_sub(1)?;
        let recent = self.described[..=number].iter().rev().take(3);
        // `a deputy asked her`: whoever `she` is was told of before
        let asker = |told: &Subject| asks_one(self.article, told.span.end, gender);
        let mut people = recent.clone().filter(|subject| subject.is_described_person());
        let last = people.next()?;
        let found = if asker(last) { *people.next()? } else { *last };
        let near = at.start - found.span.end < DESCRIBED_REACH;
        let mut between = self.named_between(found.span.end, at.start);
        let named_since = between.any(|i| {
            let name = &self.names[i];
            let entity = &self.cast.entities[self.cast.of_mention[i]];
            let person = entity.sort == Sort::Person
                || entity.sort == Sort::Unknown && entity.mentions.len() > 1
                || self.is_named_in_full(i);
            let told = name.subject || self.is_told_of(i);
            person && !entity.gender.clashes(gender) && told
        });
        if asks(self.article, found.span)
            || self.is_told(at, found.span)
            || self.is_owner(&found, at, gender)
        {
            return None;
        }
        let text = &self.article[found.span];
        let fits = !Gender::of(found.head).clashes(gender)
            && (gender == Gender::Unknown || !is_plural(text));
        (near
            && fits
            && !named_since
            && self.last_speaker.is_none_or(|(_, end)| end <= last.span.end))
        .then_some(found)
    }

    /// `The field belongs to Huw Prosser, who found it. “…,” he said`: whether the report brings in somebody by their full name and tells of
    /// them, though they are no subject.
    fn is_told_of(&self, i: usize) -> bool {
        let name = &self.names[i];
        let behind = &self.article[name.span.end..];
        !self.cast.is_tale() && name.words > 1 && self.is_person(i) && behind.starts_with(", who ")
    }

    /// `A judge jailed Berg. … he told the judge.`: whether somebody who was described is whom the words are told.
    fn is_told(&self, pronoun: Span, described: Span) -> bool {
        let noun = self.article[described].rsplit(' ').next().unwrap_or_default();
        let behind = chars::head(&self.article[pronoun.end..], LONGEST_TELLING);
        let told = behind.split_once(" the ").map(|(_, told)| told);
        told.is_some_and(|told| {
            told.strip_prefix(noun).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    }

    /// `A spokeswoman for the port said … The spokeswoman added`: somebody of a report who was brought in with more words.
    pub(super) fn described_at_length(&self, subject: &Subject) -> Option<usize> {
        let text = &self.article[subject.span];
        let noun = text.strip_prefix("the ").or_else(|| text.strip_prefix("The "))?;
        if self.cast.is_tale() || noun.contains(' ') || !subject.is_described_person() {
            return None;
        }
        let before = self.described.partition_point(|other| other.span.end <= subject.span.start);
        let near = |other: &&Subject| other.span.end + INTRODUCED >= subject.span.start;
        let held = self.described[..before].iter().rev().take_while(near).find(|other| {
            let (article, rest) = self.article[other.span].split_once(' ').unwrap_or_default();
            let new = ["a", "an", "one"].iter().any(|word| article.eq_ignore_ascii_case(word));
            new && head_phrase(rest).rsplit(' ').next() == Some(noun)
        });
        held.and_then(|held| self.cast.described_as(&self.article[held.span]))
    }

    /// `a fund manager said. … he said.`: whoever spoke last, known by a description only, as long as nobody else has acted.
    pub(super) fn described_speaker(&self, at: Span, gender: Gender) -> Option<usize> {
        let (speaker, spoke) = self.last_speaker?;
        let held = &self.cast.entities[speaker];
        if held.gender.clashes(gender) || at.start.saturating_sub(spoke) >= FLOOR {
            return None;
        }
        let number = self.described.partition_point(|subject| subject.span.end <= spoke);
        let described = self.described[..number].iter().rev().take(3);
        let mut people = described.filter(|subject| {
            let text = &self.article[subject.span];
            subject.is_described_person()
                && !is_plural(text)
                && !asks(self.article, subject.span)
                && self.cast.described_as(text) == Some(speaker)
        });
        let person = people.next();
        let known = person.is_some_and(|subject| !self.is_owner(subject, at, gender));
        let mut between = self.named_between(spoke, at.start);
        // `Nand Kishore moved there`: no list may hold the name
        let acts = |i: usize| {
            let entity = &self.cast.entities[self.cast.of_mention[i]];
            let name = &self.names[i];
            let unknown = entity.sort == Sort::Unknown && entity.words > 1;
            // `Maureen's response? “…”`
            let voiced = name.subject && name.possessive && self.is_person(i);
            self.acts(i, true)
                || voiced
                || self.is_told_of(i)
                || name.subject && !name.possessive && (unknown || self.is_named_in_full(i))
        };
        (known && !between.any(acts)).then_some(speaker)
    }

    /// `Her agent said “…” She laughs. “…,” she says`: whether a pronoun rather means the owner of a description that tells no gender, since
    /// another one that begins a sentence stands between.
    fn is_owner(&self, described: &Subject, pronoun: Span, gender: Gender) -> bool {
        let owner = self.article[described.span].split(' ').next().unwrap_or_default();
        let owned = gender != Gender::Unknown
            && taken_up(&owner.to_ascii_lowercase()) == Some((gender, true));
        let before = self.pronouns.partition_point(|other| other.span.start < pronoun.start);
        let since = |other: &&Pronoun| other.span.start > described.span.end;
        let mut between = self.pronouns[..before].iter().rev().take(PRONOUNS).take_while(since);
        owned
            && !self.cast.is_tale()
            && Gender::of(described.head) == Gender::Unknown
            && (between.any(|other| other.first && other.gender == gender)
                || self.is_asked_between(described.span.end, pronoun.start, gender))
    }

    /// `I asked him about the grill.`: whether the writer turns to somebody of that gender between two places.
    fn is_asked_between(&self, from: usize, to: usize, gender: Gender) -> bool {
        let asked = match gender {
            Gender::Male => ["I ask him ", "I asked him "],
            Gender::Female => ["I ask her ", "I asked her "],
            Gender::Unknown => return false,
        };
        // a description far off is taken up by nobody
        to - from < FLOOR && asked.iter().any(|words| self.article[from..to].contains(words))
    }

    /// The bodies that were described before a place, the last first.
    fn bodies(&self, at: Span) -> impl Iterator<Item = &Subject> {
        let number = self.described.partition_point(|subject| subject.span.end <= at.start);
        let body = Classes::ORG.union(Classes::COMPANY);
        let told = self.described[..number].iter().rev().take(BODIES);
        told.filter(move |told| told.is_described_thing() && told.head.is(body))
    }

    /// `the Utah government claims … it`: the body in whose description the name stands, if no name has been said since.
    pub(super) fn body_named_after(&self, at: Span, entity: usize) -> Option<Subject> {
        let number =
            self.names.partition_point(|name| name.span.start < at.start).checked_sub(1)?;
        let same = self.cast.of_mention[number] == entity;
        let named = |body: &&Subject| same && body.span.contains(self.names[number].span);
        self.bodies(at).find(named).copied()
    }

    /// `the court explained. … it said`: whatever body spoke last, known by a description only, as long as no other has acted.
    pub(super) fn described_body(&self, at: Span) -> Option<usize> {
        let (speaker, spoke) = self.last_speaker?;
        if at.start.saturating_sub(spoke) >= FLOOR || self.cast.is_tale() {
            return None;
        }
        let last = self.bodies(at).next()?;
        let known = self.cast.described_as(&self.article[last.span]) == Some(speaker);
        let mut between = self.named_between(spoke, at.start);
        let organisation =
            |i: usize| self.cast.entities[self.cast.of_mention[i]].sort == Sort::Organisation;
        let acts = |i: usize| self.names[i].subject || organisation(i);
        (known && !between.any(acts)).then_some(speaker)
    }

    /// `Berg's campaign backtracked. … it said`: the body that began a sentence last, no organisation having been named since.
    pub(super) fn acting_body(&self, at: Span) -> Option<Subject> {
        let begins = |body: &&Subject| {
            let before =
                chars::tail(&self.article[..body.span.start], BLANKS).trim_end_matches(' ');
            before.is_empty() || before.ends_with(['.', '\n', '”', '"', '?', '!'])
        };
        let found = *self.bodies(at).find(begins)?;
        let mut between = self.named_between(found.span.end, at.start);
        let organisation =
            |i: usize| self.cast.entities[self.cast.of_mention[i]].sort == Sort::Organisation;
        let near = at.start - found.span.end < THING_REACH;
        (near && !between.any(organisation)).then_some(found)
    }

    /// `a note`, but not `five people`.
    fn is_one_thing(&self, told: &Subject) -> bool {
        told.is_described_thing() && !self.article[told.span].ends_with("people")
    }

    /// A thing that bears words, told of shortly before, no organisation being named since.
    pub(super) fn thing_before(&self, at: Span, reads: bool) -> Option<Subject> {
        let number = self.described.partition_point(|subject| subject.span.end <= at.start);
        let found = self.described[..number].iter().rev().take(3).find(|s| self.is_one_thing(s))?;
        let mut between = self.named_between(found.span.end, at.start);
        // `the report, seen by the Halm Ledger, … It`
        let seen_by = |i: usize| {
            let before = &self.article[..self.names[i].span.start];
            before.strip_suffix("the ").unwrap_or(before).ends_with(" by ")
        };
        let named_since = between.any(|i| {
            let organisation =
                self.cast.entities[self.cast.of_mention[i]].sort == Sort::Organisation;
            organisation && !seen_by(i)
        });
        let spoken = self.last_speaker.is_some_and(|(_, end)| end > found.span.end);
        let reach = if reads { DESCRIBED_REACH } else { THING_REACH };
        (at.start - found.span.end < reach && (reads || !named_since) && !spoken).then_some(*found)
    }
}
