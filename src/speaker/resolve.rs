//! Resolves the subject of each attribution to an entity.

use std::cell::Cell;

use super::described::is_plural;
use super::entity::Cast;
use super::gather::{Gatherer, NameMention, Pronoun};
use super::profile::topic_of;
use super::words::{key, word_behind};
use super::{Gender, Sort};
use crate::attribution::people::People;
use crate::attribution::phrase::Subject;
use crate::quote::Reference;
use crate::span::Span;

/// Resolves subjects in text order; each answer makes the next pronoun's more likely.
#[derive(Clone, Debug)]
pub(crate) struct Resolver<'a> {
    pub(crate) article: &'a str,
    pub(super) names: &'a [NameMention],
    /// People described rather than named, in text order.
    pub(super) described: &'a [Subject],
    /// People of a report who act as `the driver`, in text order.
    pub(super) definite: &'a [Subject],
    /// Names that are the subjects of reporting clauses, in text order.
    pub(super) speaking: &'a [Span],
    /// Those who are named as saying something, in order of their numbers.
    voices: Vec<usize>,
    /// Whether a lone name has stood behind a given name, by its number, once that was asked.
    pub(super) in_full: Vec<Cell<Option<bool>>>,
    /// Whom the report is about, if it is one person.
    pub(super) topic: Option<usize>,
    /// `He` and `she`, in text order.
    pub(super) pronouns: &'a [Pronoun],
    pub(crate) cast: Cast,
    /// Who spoke last, and where.
    pub(super) last_speaker: Option<(usize, usize)>,
    /// Whom the words in question address by name.
    pub(super) addressee: Option<usize>,
    /// The words in question.
    said: Vec<Span>,
    /// Whom the words before addressed.
    pub(super) spoken_to: Option<usize>,
    /// Whoever spoke right before, in an exchange, and the other one in it.
    pub(super) answering: Option<(usize, Option<usize>)>,
    /// Pronoun spans resolved before.
    known: Vec<(Span, usize)>,
}

/// What sort of name a pronoun takes up: of which gender, and whether a person's.
pub(crate) fn taken_up(pronoun: &str) -> Option<(Gender, bool)> {
    match pronoun {
        "he" | "his" | "him" => Some((Gender::Male, true)),
        "she" | "her" => Some((Gender::Female, true)),
        "it" | "its" => Some((Gender::Unknown, false)),
        _ => None,
    }
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(
        article: &'a str,
        names: &'a Gatherer,
        people: &'a People,
        cast: Cast,
    ) -> Self {
        let Gatherer { names, pronouns, .. } = names;
        let People { described, definite, speaking } = people;
        let mut resolver = Self {
            article,
            names,
            described,
            definite,
            speaking,
            voices: Vec::new(),
            in_full: vec![Cell::new(None); names.len()],
            topic: topic_of(&cast),
            pronouns,
            cast,
            last_speaker: None,
            addressee: None,
            said: Vec::new(),
            spoken_to: None,
            answering: None,
            known: Vec::new(),
        };
        let voices = speaking.iter().filter_map(|span| resolver.number_of(*span));
        resolver.voices = voices.map(|number| resolver.cast.of_mention[number]).collect();
        resolver.voices.sort_unstable();
        resolver.voices.dedup();
        resolver
    }

    /// Whether somebody is named as saying something anywhere in the article.
    pub(super) fn has_a_voice(&self, entity: usize) -> bool {
        self.voices.binary_search(&entity).is_ok()
    }

    /// What follows is asked of words that are said there.
    pub(crate) fn address(&mut self, said: &[Span]) {
        self.addressee = self.cast.addressee(self.article, said);
        self.said.clear();
        self.said.extend_from_slice(said);
    }

    /// Whom the words in question name.
    pub(super) fn told_of(&self) -> Vec<usize> {
        self.cast.told_of(self.article, &self.said).collect()
    }

    /// The entity that a subject means.
    pub(crate) fn resolve(&mut self, subject: &Subject, carried: bool) -> usize {
        if let Some(&(_, entity)) =
            self.known.iter().rev().take(8).find(|(span, _)| *span == subject.span)
        {
            if !carried {
                self.last_speaker = Some((entity, subject.span.end));
            }
            return entity;
        }
        let entity = match subject.reference {
            Reference::Name => self.named(subject),
            Reference::Pronoun => self.pronoun(subject),
            Reference::Description | Reference::Carried => self.description(subject),
        };
        self.known.push((subject.span, entity));
        // no pronoun takes up the writer
        if self.cast.is_tale() || !matches!(&self.article[subject.span], "I" | "we" | "We") {
            self.last_speaker = Some((entity, subject.span.end));
        }
        entity
    }

    /// The names that the pronoun there might take up, each with its greatest prominence, the most prominent first; none if there is no
    /// such pronoun.
    pub(crate) fn rivals(&self, at: Span) -> Vec<(usize, i32)> {
        let text = self.article[at].to_lowercase();
        let Some((gender, person)) = taken_up(&text) else { return Vec::new() };
        let mut all: Vec<(usize, i32)> = self
            .candidates(at, gender, person)
            .map(|(score, antecedent)| (antecedent.entity, score))
            .collect();
        // the nearest of the most prominent first, then each entity once
        all.sort_by_key(|&(_, score)| std::cmp::Reverse(score));
        let mut seen = Vec::new();
        all.retain(|&(entity, _)| {
            let new = !seen.contains(&entity);
            seen.push(entity);
            new
        });
        all
    }

    /// Whom a subject names, if it is a name.
    pub(super) fn bears(&self, subject: &Subject) -> Option<usize> {
        let core = subject.name.filter(|_| subject.reference == Reference::Name)?;
        self.number_of(core).map(|number| self.cast.of_mention[number])
    }

    /// The number of the name that stands there.
    pub(super) fn number_of(&self, core: Span) -> Option<usize> {
        let number = self.names.partition_point(|name| name.span.end <= core.start);
        self.names.get(number).filter(|name| name.span.overlaps(core)).map(|_| number)
    }

    fn named(&mut self, subject: &Subject) -> usize {
        let core = subject.name.unwrap_or(subject.span);
        if let Some(entity) = self.member(core).or_else(|| self.incumbent(core)) {
            return entity;
        }
        match self.number_of(core) {
            Some(number) => self.cast.of_mention[number],
            // `Price: Ferry is “a tub”`: a surname that is a word as well
            None => match self.cast.bearer_of(key(&self.article[core])) {
                Some(entity) => entity,
                None => self.cast.described(&self.article[core], core, Gender::Unknown),
            },
        }
    }

    /// `the mayor` is whoever has that role; another description stands for itself.
    fn description(&mut self, subject: &Subject) -> usize {
        let text = &self.article[subject.span];
        let gender = Gender::of(subject.head);
        // whoever spoke under it before is nobody known by name
        let spoke = self.cast.described_as(text).filter(|_| self.cast.is_tale());
        if spoke.is_some_and(|held| self.cast.entities[held].words == 0) {
            return self.cast.described(text, subject.span, gender);
        }
        if let Some(entity) = self.self_named(subject.span) {
            return entity;
        }
        if let Some(author) = self.author(subject) {
            return author;
        }
        let kin = || self.kin(subject).or_else(|| self.related(subject));
        if let Some(entity) = self.bearer(subject).or_else(kin) {
            return entity;
        }
        if let Some(entity) = self.described_at_length(subject) {
            self.cast.entities[entity].mentions.push(subject.span);
            return entity;
        }
        self.cast.described(text, subject.span, gender)
    }

    fn pronoun(&mut self, subject: &Subject) -> usize {
        let text = self.article[subject.span].to_lowercase();
        if matches!(text.as_str(), "they" | "their") {
            return self.plural(subject);
        }
        let Some((gender, person)) = taken_up(&text) else {
            let words = &self.article[subject.span];
            return self.cast.described(words, subject.span, Gender::Unknown);
        };
        if let Some(told) = self.described_before(subject.span, gender).filter(|_| person) {
            match self.named_behind(&told) {
                None => {
                    let id = self.description(&told);
                    // `the teenager` may be somebody whom the article names
                    if !self.cast.entities[id].gender.clashes(gender) {
                        return id;
                    }
                }
                Some(id) if self.cast.entities[id].is_of(gender) => return id,
                // of whose gender the name tells nothing
                Some(_) => {}
            }
        }
        if let Some(entity) =
            self.described_speaker(subject.span, gender).filter(|_| person && !self.cast.is_tale())
        {
            self.cast.entities[entity].mentions.push(subject.span);
            return entity;
        }
        if let Some(entity) = self.described_body(subject.span).filter(|_| !person) {
            return entity;
        }
        if let Some(entity) = self.acting_bearer(subject.span, gender).filter(|_| person) {
            self.cast.entities[entity].mentions.push(subject.span);
            return entity;
        }
        let antecedent = self
            .antecedent(subject.span, gender, person)
            .map(|antecedent| self.called_by_party(antecedent.entity, subject.span, gender));
        // `The man at the door of Salt Lick said: … he said`: of the name nothing tells that it is somebody's
        let told = antecedent.filter(|_| person).and_then(|entity| {
            self.definite_before(subject.span, gender)
                .filter(|told| self.is_hardly_anybody(entity, told.span, subject.span))
        });
        if let Some(told) = told {
            return self.description(&told);
        }
        // `it reads`: said of what is written
        let behind = word_behind(self.article, subject.span.end);
        let reads = matches!(behind.trim_end_matches([',', '.', ':']), "read" | "reads");
        let thing = self.thing_before(subject.span, reads).filter(|thing| {
            let text = &self.article[thing.span];
            let indefinite = text.starts_with("a ") || text.starts_with("A ");
            !person && (antecedent.is_none() || indefinite || reads)
        });
        if let Some(thing) = thing {
            return self.description(&thing);
        }
        if let Some(body) =
            self.acting_body(subject.span).filter(|_| !person && !self.cast.is_tale())
        {
            return self.description(&body);
        }
        let body = antecedent.filter(|_| !person && !self.cast.is_tale());
        if let Some(body) = body.and_then(|entity| self.body_named_after(subject.span, entity)) {
            return self.description(&body);
        }
        match antecedent {
            Some(entity) => {
                self.cast.entities[entity].mentions.push(subject.span);
                if person {
                    let held = &mut self.cast.entities[entity];
                    // `Henry` stays a man, whoever took up his name once
                    if !held.hint.clashes(gender) {
                        held.gender = held.gender.or(gender);
                    }
                }
                entity
            }
            None => match self.definite_before(subject.span, gender).filter(|_| person) {
                Some(told) => self.description(&told),
                None => self.cast.described(&self.article[subject.span], subject.span, gender),
            },
        }
    }

    /// `they`: several who were described, an organisation, or whoever spoke last, if that is nobody known by name.
    fn plural(&mut self, subject: &Subject) -> usize {
        let described = self.described_before(subject.span, Gender::Unknown);
        // `economists said in a note … they wrote`
        let several = described.filter(|told| is_plural(&self.article[told.span]));
        if let Some(told) = several.filter(|_| !self.cast.is_tale()) {
            return self.description(&told);
        }
        match self.last_speaker {
            Some((entity, at))
                if subject.span.start.saturating_sub(at) < 600
                    && (self.cast.is_tale() || self.cast.entities[entity].sort != Sort::Person) =>
            {
                entity
            }
            _ => match described {
                Some(found) => self.description(&found),
                None => {
                    self.cast.described(&self.article[subject.span], subject.span, Gender::Unknown)
                }
            },
        }
    }
}
