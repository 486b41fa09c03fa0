//! Whom a pronoun takes up: the most prominent name before it that fits, as far as who spoke, was asked or told of leaves open.

use super::gather::Pronoun;
use super::resolve::Resolver;
use super::{Gender, Sort};
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars::tail;

/// Whoever spoke last is likelier to be meant by so much.
const SPOKE_LAST: i32 = 20;
/// Whoever was spoken to last, by name, is likelier to answer by so much.
const SPOKEN_TO: i32 = 30;
/// Whoever answers, by turns, is likelier by so much, and whoever is answered less likely.
const ANSWERS: i32 = 20;
const ANSWERED: i32 = 20;
/// Whoever the words name is less likely to say them by so much.
const TOLD_OF: i32 = 50;
/// The kin of whom the report is about, who spoke in a paragraph before, are less likely by so much.
const KIN_OF_BEFORE: i32 = 80;
/// Whoever is asked about is less likely to answer by so much.
const ASKED_ABOUT: i32 = 80;
/// A pronoun looks back over this many names.
pub(super) const REACH: usize = 40;
/// A name in a question stands within so many bytes of where the question begins and ends.
const LONGEST_QUESTION: usize = 120;
/// Whoever answers without having spoken was named at most so many sentences before.
const NEAR_BY: u32 = 6;
/// Between `he` and whom he tells stand at most so many bytes.
const LONGEST_VERB: usize = 24;
/// So many pronouns are followed back, each at most so many bytes before the next.
const LONGEST_CHAIN: usize = 4;
/// The pronoun that a sentence begins with is looked for among so many.
const NEAR: usize = 12;
const LINK: usize = 500;
/// … in a tale, where somebody is told of for longer.
const LINK_IN_TALE: usize = 900;
/// Whoever spoke last takes the floor again within so many bytes.
pub(super) const FLOOR: usize = 1500;
/// Whoever spoke last is taken up within so many bytes where no name fits.
const LAST_RESORT: usize = 3000;

/// A name that a pronoun may take up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Antecedent {
    pub(super) entity: usize,
    /// How many sentences before it was named.
    pub(super) sentences: u32,
}

/// How a sentence begins that tells what somebody is asked.
const ASKED: [&str; 6] =
    ["Asked ", "Pressed ", "Questioned ", "Quizzed ", "When asked ", "When pressed "];

/// What ends a quotation.
const MARKS: [char; 2] = ['"', '”'];

/// `"I don't think the old road" -- that Berg`: whether the words of the last quotation run on into what is told behind it.
fn is_run_on(before: &str) -> bool {
    let Some((words, told)) = before.rsplit_once(MARKS) else { return false };
    words.ends_with(|ch: char| ch.is_alphanumeric()) && !told.contains(['.', '\n'])
}

/// `is late`: whether what is said goes on with its verb.
fn goes_on_with_verb(rest: &str) -> bool {
    let verb = rest.split(|ch: char| !ch.is_ascii_lowercase()).next().unwrap_or_default();
    Lexicon::english().get(verb).is(Classes::VERBAL)
}

impl Resolver<'_> {
    /// The most prominent fitting entity before `at`.
    pub(super) fn antecedent(&self, at: Span, gender: Gender, person: bool) -> Option<Antecedent> {
        self.antecedent_by(at, gender, person, |_| 0)
    }

    /// The most prominent person before `at` who is not that one.
    pub(super) fn another(&self, at: Span, than: usize) -> Option<usize> {
        let candidates = self.candidates(at, Gender::Unknown, true);
        let others =
            candidates.filter(|(_, held)| held.entity != than && held.sentences <= NEAR_BY);
        let best = others.reduce(|held, next| if next.0 > held.0 { next } else { held });
        best.map(|(_, antecedent)| antecedent.entity)
    }

    /// Who acted last between two places, that one aside.
    pub(super) fn acting(&self, from: usize, to: usize, but: usize) -> Option<usize> {
        if !self.cast.is_tale() {
            return None;
        }
        let acting = self.named_between(from, to).rev().filter(|&i| self.acts(i, true));
        acting.map(|i| self.cast.of_mention[i]).find(|&entity| entity != but)
    }

    /// The same where each entity lags behind its prominence by so much.
    pub(super) fn antecedent_by(
        &self,
        at: Span,
        gender: Gender,
        person: bool,
        lag: impl Fn(usize) -> i32,
    ) -> Option<Antecedent> {
        let candidates = self.candidates(at, gender, person);
        let weighed = candidates.map(|(score, held)| (score - lag(held.entity), held));
        // of equals the nearer
        let best = weighed.reduce(|held, next| if next.0 > held.0 { next } else { held });
        let best = best.map(|(_, antecedent)| antecedent);
        let turned = best.filter(|_| person).and_then(|best| self.turned_to(best.entity, gender));
        turned.map(|entity| Antecedent { entity, sentences: 0 }).or(best).or_else(|| {
            let at = self.first_of_chain(at, gender);
            self.names.first().filter(|name| name.span.start < at.start)?;
            let (entity, end) = self.last_speaker?;
            let held = &self.cast.entities[entity];
            let fits = !held.gender.clashes(gender)
                && self.addressee != Some(entity)
                && self.answering.is_none_or(|(last, _)| last != entity)
                && held.sort != Sort::Place
                && person == (held.sort != Sort::Organisation);
            let near = at.start.saturating_sub(end) < LAST_RESORT;
            (fits && near).then_some(Antecedent { entity, sentences: 0 })
        })
    }

    /// `“Sit down, Mrs. Berg,” said Holt. She sat.`: whoever was spoken to last in a tale, if the pronoun tells their gender, and nothing that
    /// of whoever spoke.
    fn turned_to(&self, best: usize, gender: Gender) -> Option<usize> {
        let held = |entity: usize| &self.cast.entities[entity];
        let speaker = self.last_speaker.is_some_and(|(speaker, _)| speaker == best);
        let untold = held(best).gender == Gender::Unknown && gender != Gender::Unknown;
        self.spoken_to
            .filter(|_| speaker && untold && self.cast.is_tale())
            .filter(|&told| told != best && held(told).gender == gender)
    }

    /// The names before `at` that may be meant, the nearest first, and how prominent each is.
    pub(super) fn candidates(
        &self,
        at: Span,
        gender: Gender,
        person: bool,
    ) -> impl Iterator<Item = (i32, Antecedent)> + '_ {
        let addressed =
            self.addressed(at, self.names.partition_point(|name| name.span.start < at.start));
        let at = self.first_of_chain(at, gender);
        let before = self.names.partition_point(|name| name.span.start < at.start);
        let here = before.checked_sub(1).map_or(0, |last| self.names[last].sentence);
        let lowest = before.saturating_sub(REACH);
        let floor = self.holds_the_floor(at, lowest..before, person);
        let told_of = self.told_of();
        let told = if person { self.told_from(at) } else { None };
        let asked_about = (lowest..before).rev().take_while(|&i| self.is_asked_about(i, at));
        let asked_about: Vec<usize> = asked_about.map(|i| self.cast.of_mention[i]).collect();
        let asker = self.asker(before, gender);
        (lowest..before).rev().filter_map(move |i| {
            let entity = self.cast.of_mention[i];
            if asker == Some(entity) || addressed == Some(entity) || self.addressee == Some(entity)
            {
                return None;
            }
            let mut score = self.prominence(i, before, here, gender, person)?;
            if floor == Some(entity) {
                score += SPOKE_LAST;
            }
            if self.spoken_to == Some(entity) {
                score += SPOKEN_TO;
            }
            match self.answering {
                Some((last, _)) if last == entity => score -= ANSWERED,
                Some((_, Some(other))) if other == entity => score += ANSWERS,
                _ => {}
            }
            if told_of.contains(&entity) {
                score -= TOLD_OF;
            }
            if told.is_some_and(|told| self.is_kin_told_of_before(i, told)) {
                score -= KIN_OF_BEFORE;
            }
            if asked_about.contains(&entity) {
                score -= ASKED_ABOUT;
            }
            let sentences = here.saturating_sub(self.names[i].sentence);
            Some((score, Antecedent { entity, sentences }))
        })
    }

    /// `Asked if Berg was ill, she`: whether the name stands in a question that whoever `she` is answers, or in what they say.
    fn is_asked_about(&self, i: usize, pronoun: Span) -> bool {
        let name = self.names[i].span;
        if name.end + LONGEST_QUESTION < pronoun.start {
            return false;
        }
        // a nickname stands within its name
        let Some(between) = self.article.get(name.end..pronoun.start) else { return false };
        let before = || tail(&self.article[..name.start], LONGEST_QUESTION);
        let between = between.trim_end();
        let told = between.strip_suffix(MARKS).filter(|_| is_run_on(before())).unwrap_or(between);
        if !told.ends_with(',') || told.contains(['.', '\n']) {
            return false;
        }
        let set_in = self.set_in(pronoun);
        let goes_on = set_in.is_some_and(goes_on_with_verb);
        if self.closes_sentence(pronoun)
            || told == "," && set_in.is_some()
            || goes_on && !self.speaks(name)
        {
            return true;
        }
        let clause = before().rsplit(['.', '\n', '”', '"']).next().unwrap_or_default().trim_start();
        ASKED.iter().any(|asked| clause.starts_with(asked))
    }

    /// `Berg, he said, was late`, `The law that Berg wrote, he said, was late`: how what is said goes on behind a verb of saying and a
    /// comma, so that what stands before is said as well.
    fn set_in(&self, pronoun: Span) -> Option<&str> {
        self.behind_saying(pronoun)?.strip_prefix(',').map(str::trim_start)
    }

    /// `The law, she noted, is late.`: whether the sentence is what whoever the pronoun means says.
    fn sets_in(&self, pronoun: Span) -> bool {
        self.article[..pronoun.start].ends_with(", ")
            && self.set_in(pronoun).is_some_and(goes_on_with_verb)
    }

    /// `Berg is no baker, he said.`: whether a word and the end of the sentence follow the pronoun, so that what stands before is said.
    fn closes_sentence(&self, pronoun: Span) -> bool {
        self.behind_saying(pronoun).is_some_and(|rest| rest.starts_with('.'))
    }

    /// What stands behind a pronoun and its verb, if that is one of saying.
    fn behind_saying(&self, pronoun: Span) -> Option<&str> {
        let behind = self.article[pronoun.end..].trim_start();
        let verb = behind.split(|ch: char| !ch.is_alphabetic()).next().unwrap_or_default();
        Lexicon::english().get(verb).is(Classes::SPEECH).then(|| &behind[verb.len()..])
    }

    /// `He nodded to Berg. He left.`: the first of the pronouns that take up each other, nobody acting between them.
    fn first_of_chain(&self, at: Span, gender: Gender) -> Span {
        let mut first = at;
        let link = if self.cast.is_tale() { LINK_IN_TALE } else { LINK };
        for _ in 0..LONGEST_CHAIN {
            let before = self.pronouns.partition_point(|other| other.span.end <= first.start);
            let mut leading = self.pronouns[..before].iter().rev().take(NEAR);
            let Some(&Pronoun { span, gender: other, .. }) =
                leading.find(|other| other.first || self.sets_in(other.span))
            else {
                break;
            };
            if other != gender || first.start - span.end > link {
                break;
            }
            // a man who acts takes up no `she`
            let other = |i: usize| {
                let held = &self.cast.entities[self.cast.of_mention[i]];
                (self.acts(i, true) || self.owns_the_subject(i)) && !held.gender.clashes(gender)
            };
            if self.named_between(span.end, first.start).any(other) {
                break;
            }
            first = span;
        }
        first
    }

    /// `Berg's lab is full. He …`: whether a report begins a sentence with what somebody owns.
    fn owns_the_subject(&self, i: usize) -> bool {
        let name = &self.names[i];
        name.possessive
            && name.subject
            && !self.cast.is_tale()
            && self.is_person(i)
            && self.leads_its_sentence(i, self.names.len())
    }

    /// `he told Berg`: whoever is told is not the one who tells.
    fn addressed(&self, at: Span, next: usize) -> Option<usize> {
        let name = self.names.get(next).filter(|name| name.span.start >= at.end)?;
        if name.span.start > at.end + LONGEST_VERB {
            return None;
        }
        let verb = self.article[at.end..name.span.start].trim();
        let alone = !verb.is_empty() && verb.chars().all(char::is_alphabetic);
        alone.then(|| self.cast.of_mention[next])
    }

    /// Whoever spoke last, unless somebody else has acted since.
    fn holds_the_floor(
        &self,
        at: Span,
        names: std::ops::Range<usize>,
        person: bool,
    ) -> Option<usize> {
        let (speaker, spoke) = self.last_speaker?;
        if at.start.saturating_sub(spoke) >= FLOOR {
            return None;
        }
        let since = names.rev().take_while(|&i| self.names[i].span.start > spoke);
        // `the mayor said when asked what Berg had told him`: named in the speaker's own sentence, behind the speaker
        let since = since.filter(|&i| {
            self.article[spoke..self.names[i].span.start].contains(['.', '\n', '”', '"'])
        });
        let last = since.filter(|&i| self.acts(i, person)).map(|i| self.cast.of_mention[i]).next();
        last.is_none_or(|actor| actor == speaker).then_some(speaker)
    }
}
