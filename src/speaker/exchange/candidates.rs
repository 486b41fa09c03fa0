//! Who may have said a speech, and what is known of each, whoever spoke before.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::facts::Facts;
use super::known_as::KnownAs;
use super::mentions::Mention;
use super::named::{Named, NAMES_BEFORE, NAMES_BEHIND};
use super::past::Gap;
use super::vocative::form;
use super::{Line, Speech, Way};
use crate::attribution::rank::features::Keyed;
use crate::span::Span;
use crate::speaker::resolve::Resolver;
use crate::speaker::{Gender, Sort};
use crate::text::chars::is_closing_mark;
use crate::text::Paragraph;

/// Somebody who may have said a speech.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) entity: usize,
    /// How their gender fits the words that stand for the speaker.
    pub(super) gender: u32,
    /// … the pronoun in the paragraph.
    pub(super) gender_beside: u32,
    /// … the pronoun between the speech before and the paragraph.
    pub(super) gender_between: u32,
    /// How many others were named since them, and where they were.
    pub(super) mention: u32,
    /// Where the paragraph names them.
    pub(super) beside: u32,
    /// Which speeches call them by name: this one and two before and behind it; and whether this one names them.
    pub(super) called: u32,
    /// How often they are named as the speaker in the whole tale, and whether they tell it.
    pub(super) speaks: u32,
    /// How many speeches behind this one they are named as the speaker; 0 where they are not.
    pub(super) ahead: u32,
    /// … before it.
    pub(super) behind: u32,
    /// Their place among those whom the pronoun that stands for the speaker may take up.
    pub(super) rival: u32,
    /// What their name is like, and how often it stands in the tale.
    pub(super) sort: u32,
    /// How often they are named shortly before, and shortly behind.
    pub(super) present: u32,
    /// How often they are found to speak shortly before, and shortly behind.
    pub(super) voiced: u32,
    /// The form of address before their name: none, of a man, a wife, a maiden, another.
    pub(super) title: u32,
    /// 0 for somebody named; for somebody described, how often the tale tells of them so, in steps.
    pub(super) described: u32,
    /// How much speaks for it that whoever is described as the speaker is known by their name, or by any.
    pub(super) known_as: u32,
    /// By what form this speech and the ones beside it address somebody, and what is known of that one's gender.
    pub(super) form: [u32; 3],
}

/// Speakers are looked for among so many speeches before …
const SPEECHES_BEFORE: usize = 10;
/// … and so many behind.
const SPEECHES_BEHIND: usize = 8;
/// No more may have said a speech.
pub(super) const MOST: usize = 14;
/// Farther apart than this, in bytes, two speeches are no exchange.
pub(super) const FAR: usize = 3000;
/// A name that nothing tells to be a person's is one where it is a subject oftener than this.
const ACTS: u32 = 3;

/// What parts scenes.
const BREAKS: [&str; 3] = ["* *", "CHAPTER", "Chapter"];

/// The exchanges of a tale.
#[derive(Debug)]
pub(crate) struct Exchange<'t, 'a> {
    pub(super) article: &'a str,
    pub(super) resolver: &'t Resolver<'t>,
    pub(super) speeches: Vec<Speech<'t>>,
    paragraphs: &'t [Paragraph],
    /// Who is told of where, in text order.
    pub(super) mentions: Vec<Mention>,
    /// How often it tells of each who is described.
    pub(super) described: FxHashMap<usize, u32>,
    /// By what names the described are known.
    pub(super) known_as: KnownAs,
    /// How often each is named as the speaker.
    pub(super) speaks: FxHashMap<usize, u32>,
    /// Whom each speech calls by name.
    pub(super) called: Vec<Option<usize>>,
    /// All who are called by name somewhere.
    spoken_to: FxHashSet<usize>,
    /// By what other form each addresses somebody.
    pub(super) forms: Vec<u32>,
}

impl<'t, 'a> Exchange<'t, 'a> {
    /// The speeches and paragraphs of a tale come in text order.
    pub(crate) fn of(
        article: &'a str,
        speeches: Vec<Speech<'t>>,
        resolver: &'t Resolver<'t>,
        paragraphs: &'t [Paragraph],
    ) -> Self {
        let mut speaks: FxHashMap<usize, u32> = FxHashMap::default();
        let named = speeches.iter().filter(|speech| speech.way.is_told());
        for entity in named.filter_map(|speech| speech.found) {
            *speaks.entry(entity).or_default() += 1;
        }
        let called = |speech: &Speech<'_>| resolver.cast.addressee(article, speech.parts);
        let called: Vec<Option<usize>> = speeches.iter().map(called).collect();
        let spoken_to = called.iter().copied().flatten().collect();
        let forms = speeches.iter().map(|speech| form(&article[speech.parts[0]])).collect();
        let mentions = Mention::all(resolver);
        let mut described = FxHashMap::default();
        for mention in mentions.iter().filter(|mention| !mention.name) {
            *described.entry(mention.entity).or_default() += 1;
        }
        let known_as = KnownAs::default();
        let mut tale = Self {
            article,
            resolver,
            speeches,
            paragraphs,
            mentions,
            described,
            known_as,
            speaks,
            called,
            spoken_to,
            forms,
        };
        tale.known_as = KnownAs::of(&tale);
        tale
    }

    /// The speech of that number as it is weighed.
    pub(super) fn line(&self, number: usize) -> Line<'a> {
        let speech = &self.speeches[number];
        let gap = self.gap(number);
        let words = &self.article[speech.parts[0]];
        let mut opening = words.split(|ch: char| !ch.is_alphanumeric());
        let opening = opening.find(|word| !word.is_empty()).unwrap_or_default();
        Line {
            way: speech.way,
            pattern: speech.pattern,
            found: speech.found,
            gender: speech.gender,
            gap,
            answers: gap != Gap::Far && self.asks(&self.speeches[number - 1]),
            asks: self.asks(speech),
            known: speech.found.is_some_and(|found| self.resolver.cast.entities[found].words > 0),
            opening: Keyed::new(opening),
            head: self.head(speech),
            candidates: self.candidates(number),
        }
    }

    fn asks(&self, speech: &Speech<'_>) -> bool {
        let words = &self.article[speech.parts[speech.parts.len() - 1]];
        words.trim_end_matches(is_closing_mark).ends_with('?')
    }

    fn paragraph_number(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.span.end <= at)
    }

    /// The paragraph that a place is in, or the next one.
    pub(super) fn paragraph(&self, at: usize) -> Span {
        let held = self.paragraphs.get(self.paragraph_number(at));
        held.map_or(Span { start: at, end: at }, |paragraph| paragraph.span)
    }

    /// What parts a speech from the one before it.
    pub(super) fn gap(&self, number: usize) -> Gap {
        let Some(before) = number.checked_sub(1) else { return Gap::Far };
        let (from, to) = (self.speeches[before].span().end, self.speeches[number].span().start);
        if to.saturating_sub(from) > FAR {
            return Gap::Far;
        }
        let (last, next) =
            (self.paragraph_number(from.saturating_sub(1)), self.paragraph_number(to));
        if last >= next {
            return Gap::Paragraph;
        }
        let article = self.article;
        let told = |from: usize, to: usize| {
            article.get(from..to).is_some_and(|text| text.contains(char::is_alphanumeric))
        };
        let between = &article[from..to];
        match next - last {
            1 if told(self.paragraph(to).start, to) => Gap::Ahead,
            1 if told(from, self.paragraphs[last].span.end) => Gap::Behind,
            1 => Gap::NewLine,
            _ if BREAKS.iter().any(|mark| between.contains(mark)) => Gap::Far,
            2 => Gap::Told,
            _ => Gap::Narrated,
        }
    }

    /// Whether that may be somebody who speaks.
    fn may_speak(&self, entity: usize) -> bool {
        let held = &self.resolver.cast.entities[entity];
        let person = held.gender != Gender::Unknown
            || held.sort == Sort::Person
            || held.subject > ACTS && held.subject > held.object;
        self.speaks.contains_key(&entity)
            || self.spoken_to.contains(&entity)
            || self.resolver.cast.teller == Some(entity)
            || person && !matches!(held.sort, Sort::Place | Sort::Organisation)
    }

    fn candidates(&self, number: usize) -> Vec<Candidate> {
        let speech = &self.speeches[number];
        let Some(found) = speech.found.filter(|_| speech.way != Way::Nobody) else {
            return Vec::new();
        };
        let named = Named::around(self, number);
        let mut all: SmallVec<[usize; MOST]> = SmallVec::from_slice(&[found]);
        if !(speech.way.is_fixed() || self.is_somebody(speech, found)) {
            self.push_others(number, &named, &mut all);
        }
        let facts = Facts::of(self, number, &named);
        all.into_iter().map(|entity| facts.candidate(entity)).collect()
    }

    /// Who else may have said a speech, the likeliest first: whom the paragraph names behind it, who speaks next to it, whom the
    /// speeches next to it call by name, whom the tale named before, who speaks near it.
    fn push_others(&self, number: usize, named: &Named, all: &mut SmallVec<[usize; MOST]>) {
        let gender = self.speeches[number].gender;
        // `said the mate` of the old woman: one description is hardly another's
        let described = self.speeches[number].way == Way::Described;
        let mut push = |entity: usize| {
            let held = &self.resolver.cast.entities[entity];
            let clashes = held.gender.or(held.hint).clashes(gender);
            let other = described && held.words == 0;
            let may = self.may_speak(entity) && !clashes && !other;
            if all.len() < MOST && !all.contains(&entity) && may {
                all.push(entity);
            }
        };
        let (before, behind) = self.mentions.split_at(named.here);
        let end = self.paragraph(self.speeches[number].span().start).end;
        let behind = behind.iter().take(NAMES_BEHIND).filter(|mention| mention.start < end);
        behind.for_each(|mention| push(mention.entity));
        let (one, two) = (number.wrapping_sub(1), number.wrapping_sub(2));
        let found = |near: usize| self.speeches.get(near).and_then(|speech| speech.found);
        let called = |near: usize| self.called.get(near).copied().flatten();
        [one, two, number + 1, number + 2].into_iter().filter_map(found).for_each(&mut push);
        [one, number + 1, two, number + 2].into_iter().filter_map(called).for_each(&mut push);
        let before = before.iter().rev().take(NAMES_BEFORE);
        before.for_each(|mention| push(mention.entity));
        let (before, behind) = self.near(number);
        before.rev().chain(behind).filter_map(found).for_each(&mut push);
        self.resolver.cast.teller.into_iter().for_each(push);
    }

    /// The speeches before and behind.
    pub(super) fn near(&self, number: usize) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
        let end = self.speeches.len().min(number + 1 + SPEECHES_BEHIND);
        (number.saturating_sub(SPEECHES_BEFORE)..number, number + 1..end)
    }
}
