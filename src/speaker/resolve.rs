//! Resolves the subject of each attribution to an entity.

use super::entity::Cast;
use super::gather::NameMention;
use super::{Gender, Sort};
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Lexicon};
use crate::quote::Reference;
use crate::span::Span;

/// Resolves subjects in text order; each answer makes the next pronoun's more likely.
#[derive(Clone, Debug)]
pub(crate) struct Resolver<'a> {
    article: &'a str,
    names: &'a [NameMention],
    /// People described rather than named, in text order.
    described: &'a [Subject],
    /// Names that are the subjects of reporting clauses, in text order.
    speaking: &'a [Span],
    pub(crate) cast: Cast,
    /// Who spoke last, and where.
    last_speaker: Option<(usize, usize)>,
    /// Pronoun spans resolved before.
    known: Vec<(Span, usize)>,
}

/// A pronoun takes up a description at most this many bytes before it.
const DESCRIBED_REACH: usize = 600;
/// `it` takes up a thing at most this many bytes before it.
const THING_REACH: usize = 250;
/// Whoever was said to say something so many sentences ago is likelier to be meant by so much.
const SPEAKING_REACH: i32 = 2;
const SPEAKING: i32 = 16;
/// An office without a name is less likely by so much.
const OFFICE: i32 = 40;
/// A pronoun looks back over this many names.
const REACH: usize = 40;

/// Whether a description is of several people, as far as its head's ending shows: `some defenders of trade`.
fn is_plural(text: &str) -> bool {
    let ends = [" of ", " in ", " at ", " for ", " from ", " with "];
    let end = ends.iter().filter_map(|word| text.find(word)).min().unwrap_or(text.len());
    text[..end].ends_with('s') && !text[..end].ends_with("ss")
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(
        article: &'a str,
        names: &'a [NameMention],
        described: &'a [Subject],
        speaking: &'a [Span],
        cast: Cast,
    ) -> Self {
        Self { article, names, described, speaking, cast, last_speaker: None, known: Vec::new() }
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
        self.last_speaker = Some((entity, subject.span.end));
        entity
    }

    fn named(&mut self, subject: &Subject) -> usize {
        let core = subject.name.unwrap_or(subject.span);
        let at = self.names.partition_point(|name| name.span.end <= core.start);
        match self.names.get(at).filter(|name| name.span.overlaps(core)) {
            Some(_) => self.cast.of_mention[at],
            None => self.cast.described(&self.article[core], core, Gender::Unknown),
        }
    }

    /// `the mayor` is whoever has that role; another description stands for itself.
    fn description(&mut self, subject: &Subject) -> usize {
        let text = &self.article[subject.span];
        let gender = Gender::of(subject.head);
        if let Some(entity) = self.role_bearer(text, subject) {
            return entity;
        }
        self.cast.described(text, subject.span, gender)
    }

    fn role_bearer(&self, text: &str, subject: &Subject) -> Option<usize> {
        let role = text.strip_prefix("the ").or_else(|| text.strip_prefix("The "))?;
        let head = role.split_whitespace().next_back()?;
        if role.split_whitespace().count() > 2 || !Lexicon::english().get(head).is(Classes::ROLE) {
            return None;
        }
        let before = self.names.partition_point(|name| name.span.start < subject.span.start);
        self.names[..before]
            .iter()
            .enumerate()
            .rev()
            .take(REACH * 2)
            .map(|(i, _)| self.cast.of_mention[i])
            .find(|&id| {
                let held = self.cast.entities[id].role.map(|span| &self.article[span]);
                held.is_some_and(|held| {
                    let title = held.split(" of ").next().unwrap_or(held);
                    title.len() >= head.len()
                        && title.is_char_boundary(title.len() - head.len())
                        && title[title.len() - head.len()..].eq_ignore_ascii_case(head)
                })
            })
    }

    fn pronoun(&mut self, subject: &Subject) -> usize {
        let text = self.article[subject.span].to_lowercase();
        let (gender, person) = match text.as_str() {
            "he" | "his" | "him" => (Gender::Male, true),
            "she" | "her" => (Gender::Female, true),
            "it" | "its" => (Gender::Unknown, false),
            "they" | "their" => return self.plural(subject),
            "i" | "we" | "my" | "our" | "you" => {
                return self.cast.described(
                    &self.article[subject.span],
                    subject.span,
                    Gender::Unknown,
                )
            }
            _ => {
                return self.cast.described(
                    &self.article[subject.span],
                    subject.span,
                    Gender::Unknown,
                )
            }
        };
        if let Some(subject) = self.described_before(subject.span, gender).filter(|_| person) {
            return self.description(&subject);
        }
        let antecedent = self.antecedent(subject.span, gender, person);
        let thing = self.thing_before(subject.span).filter(|thing| {
            let text = &self.article[thing.span];
            !person && (antecedent.is_none() || text.starts_with("a ") || text.starts_with("A "))
        });
        if let Some(thing) = thing {
            return self.description(&thing);
        }
        match antecedent {
            Some(entity) => {
                self.cast.entities[entity].mentions.push(subject.span);
                if person {
                    let held = &mut self.cast.entities[entity];
                    held.gender = held.gender.or(gender);
                }
                entity
            }
            None => self.cast.described(&self.article[subject.span], subject.span, gender),
        }
    }

    /// Somebody described shortly before, nobody who fits being named since.
    fn described_before(&self, at: Span, gender: Gender) -> Option<Subject> {
        let number = self
            .described
            .partition_point(|subject| subject.span.end <= at.start)
            .checked_sub(1)?;
        let recent = self.described[..=number].iter().rev().take(3);
        let found = *recent.clone().find(|subject| subject.is_described_person())?;
        let near = at.start - found.span.end < DESCRIBED_REACH;
        let first = self.names.partition_point(|name| name.span.start < found.span.end);
        let last = self.names.partition_point(|name| name.span.start < at.start);
        let named_since = self.names[first..last].iter().enumerate().any(|(i, name)| {
            let entity = &self.cast.entities[self.cast.of_mention[first + i]];
            let person = entity.sort == Sort::Person
                || entity.sort == Sort::Unknown && entity.mentions.len() > 1;
            person && !entity.gender.clashes(gender) && name.subject
        });
        let text = &self.article[found.span];
        let fits = !Gender::of(found.head).clashes(gender)
            && (gender == Gender::Unknown || !is_plural(text));
        (near
            && fits
            && !named_since
            && self.last_speaker.is_none_or(|(_, end)| end <= found.span.end))
        .then_some(found)
    }

    /// A thing that bears words, told of shortly before, no organisation being named since.
    fn thing_before(&self, at: Span) -> Option<Subject> {
        let number = self.described.partition_point(|subject| subject.span.end <= at.start);
        let found =
            self.described[..number].iter().rev().take(3).find(|s| s.is_described_thing())?;
        let first = self.names.partition_point(|name| name.span.start < found.span.end);
        let last = self.names.partition_point(|name| name.span.start < at.start);
        let named_since = (first..last)
            .any(|i| self.cast.entities[self.cast.of_mention[i]].sort == Sort::Organisation);
        let spoken = self.last_speaker.is_some_and(|(_, end)| end > found.span.end);
        (at.start - found.span.end < THING_REACH && !named_since && !spoken).then_some(*found)
    }

    /// `they`: an organisation or whoever spoke last.
    fn plural(&mut self, subject: &Subject) -> usize {
        match self.last_speaker {
            Some((entity, at)) if subject.span.start.saturating_sub(at) < 600 => entity,
            _ => match self.described_before(subject.span, Gender::Unknown) {
                Some(found) => self.description(&found),
                None => {
                    self.cast.described(&self.article[subject.span], subject.span, Gender::Unknown)
                }
            },
        }
    }

    /// The most prominent fitting entity before `at`: near, a subject, often named, the last to speak.
    fn antecedent(&self, at: Span, gender: Gender, person: bool) -> Option<usize> {
        let before = self.names.partition_point(|name| name.span.start < at.start);
        let here = self.names.get(before.checked_sub(1)?).map_or(0, |name| name.sentence);
        let mut best: Option<(i32, usize)> = None;
        for i in (before.saturating_sub(REACH)..before).rev() {
            let id = self.cast.of_mention[i];
            let Some(score) = self.prominence(i, id, here, gender, person, at) else { continue };
            if best.is_none_or(|(held, _)| score > held) {
                best = Some((score, id));
            }
        }
        if let Some((entity, end)) = self.last_speaker {
            let held = &self.cast.entities[entity];
            let fits = !held.gender.clashes(gender)
                && (held.sort != Sort::Place)
                && (person == (held.sort != Sort::Organisation));
            if best.is_none() && fits && at.start.saturating_sub(end) < 3000 {
                return Some(entity);
            }
        }
        best.map(|(_, id)| id)
    }

    /// Whether a name is the subject of a reporting clause.
    fn speaks(&self, name: Span) -> bool {
        let at = self.speaking.partition_point(|span| span.end <= name.start);
        self.speaking.get(at).is_some_and(|span| span.overlaps(name))
    }

    fn prominence(
        &self,
        i: usize,
        id: usize,
        here: u32,
        gender: Gender,
        person: bool,
        at: Span,
    ) -> Option<i32> {
        let name = &self.names[i];
        let entity = &self.cast.entities[id];
        if entity.gender.clashes(gender) || entity.sort == Sort::Place {
            return None;
        }
        if person {
            let named = entity.sort == Sort::Person
                || entity.sort == Sort::Unknown
                    && (entity.words > 1 || entity.gender != Gender::Unknown);
            let bare = entity.sort == Sort::Unknown && entity.mentions.len() > 1;
            if !named && !bare || name.doubtful && entity.mentions.len() < 2 {
                return None;
            }
        } else {
            let known = entity.sort == Sort::Organisation;
            let likely =
                entity.sort == Sort::Unknown && entity.mentions.len() > 1 && !name.doubtful;
            if !known && !likely {
                return None;
            }
        }
        let distance = (here.saturating_sub(name.sentence)) as i32;
        let mut score = 100 - 12 * distance.min(12);
        if name.subject {
            score += 22;
        }
        if name.possessive {
            score -= 12;
        }
        if name.office {
            score -= OFFICE;
        }
        if distance <= SPEAKING_REACH && self.speaks(name.span) {
            score += SPEAKING - 14 * (distance - 1).max(0);
        }
        if entity.gender == gender && gender != Gender::Unknown {
            score += 20;
        }
        if self
            .last_speaker
            .is_some_and(|(speaker, end)| speaker == id && at.start.saturating_sub(end) < 1500)
        {
            score += 20;
        }
        score += (entity.mentions.len() as i32).min(8) * 2;
        Some(score)
    }
}
