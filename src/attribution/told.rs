//! Whom a sentence tells of, quotation or not: who acts or speaks in it, and what bears words.

use super::clause::{governing_subject, Clause, Construction};
use super::frame::Frame;
use super::phrase::Subject;
use crate::lexicon::Classes;
use crate::quote::Reference;
use crate::text::tokens::{Token, TokenKind};

/// So many things in a sentence, the last ones, may be taken up by `it`.
const THINGS: usize = 2;
/// `Norway's financial regulator`: between whose it is and a company stand at most so many words.
const LONGEST_COMPANY: usize = 3;

impl Frame<'_> {
    /// The last name, if it may be a person's.
    pub(super) fn last_name(&self) -> Option<Subject> {
        let end = (0..self.len()).rev().find(|&at| {
            let token = &self.tokens[at];
            let plain = !token.is(Classes::CLOSED.union(Classes::CALENDAR).union(Classes::PLACE));
            token.is_word() && token.capital && plain && !(token.first && at == 0)
        })?;
        let mut start = end;
        while start > 0 && self.tokens[start].capital && !self.tokens[start].first {
            start -= 1;
        }
        (start..=end).find_map(|at| self.name_from(at)).filter(|subject| subject.end > end)
    }

    /// What an `it` may take up: organisations, and things that bear words: `a note`, `the company`.
    pub(super) fn things_that_speak(&self) -> impl Iterator<Item = Subject> + '_ {
        let nouns = Classes::CUE_NOUN.union(Classes::ORG);
        let whose = |at: usize| {
            let mut before = at.saturating_sub(LONGEST_COMPANY)..at;
            before.any(|at| self.is_kind(at, TokenKind::Possessive))
        };
        // a bare noun is nothing in particular
        let leads = |prev: &Token| {
            let closed = prev.is(Classes::CLOSED) && !prev.is(Classes::DET.union(Classes::POSS));
            !(prev.finite || closed)
        };
        // most words are none of these
        let may_head =
            move |token: &Token| token.is(nouns.union(Classes::COMPANY)) & !token.capital;
        let words = self.tokens.iter().enumerate().rev();
        let heads = words.filter(move |(_, token)| may_head(token)).filter(move |&(at, token)| {
            let ends = |next: &Token| !next.is_word() || next.is(Classes::CLOSED) || next.finite;
            !token.finite
                && self.get(at + 1).is_none_or(ends)
                && (token.is(nouns) || whose(at))
                && self.prev(at).is_some_and(leads)
        });
        heads.take(THINGS).filter_map(move |(at, _)| {
            let subject = self.subject_before(at + 1)?;
            // `Norway's financial regulator`
            let owned = self.is_kind(subject.start + 1, TokenKind::Possessive);
            let first = &self.tokens[subject.start];
            let determined = first.is(Classes::DET.union(Classes::POSS)) || owned;
            let behind = self.prev(subject.start).is_some_and(|prev| prev.is(Classes::PREP));
            let particle = ["out", "up", "off", "down", "after", "before", "since"];
            let particle = subject.start > 0
                && particle.iter().any(|word| self.is_word(subject.start - 1, word));
            // `read from a letter`
            let from = subject.start > 1
                && self.is_word(subject.start - 1, "from")
                && ["read", "reads", "reading", "quoted"]
                    .iter()
                    .any(|word| self.is_word(subject.start - 2, word));
            let object = !behind || particle || from;
            let thing = subject.is_described_thing() && (owned || self.is(at, nouns));
            (determined && object && thing).then_some(subject)
        })
    }

    /// `I told my therapist`: the people of a writer who says `I`, wherever they stand.
    pub(super) fn own_people(&self) -> impl Iterator<Item = Subject> + '_ {
        let own = |&at: &usize| self.is(at, Classes::POSS) && self.is_word(at, "my");
        let people = (0..self.len()).filter(own).filter_map(|at| self.subject_after(at));
        people.filter(Subject::is_described_person)
    }

    /// `his mother`, `her brother`, `Berg's wife`: somebody whom no pronoun confuses with the owner, or who is named by them.
    pub(super) fn is_kin_of_another(&self, subject: &Subject) -> bool {
        let owned = |owner: &str, gender: Classes| {
            self.is_word(subject.start, owner) && subject.head.is(gender)
        };
        let gendered = Classes::FEMALE.union(Classes::MALE);
        let by_name = || {
            let mut words = subject.start + 1..subject.end;
            self.tokens[subject.start].capital
                && words.any(|at| self.is_kind(at, TokenKind::Possessive))
        };
        owned("his", Classes::FEMALE)
            || owned("her", Classes::MALE)
            || subject.head.is(gendered) && by_name()
    }

    /// `It isn't a question.`: whether the subject is nobody who could go on to speak.
    pub(super) fn is_empty_subject(&self, subject: &Subject) -> bool {
        let empty = ["it", "this", "that", "there"];
        let alone = subject.end == subject.start + 1;
        alone
            && self.is(subject.end, Classes::BE)
            && empty.iter().any(|word| self.is_word(subject.start, word))
    }

    /// `There was a pause in which I could hear hens.`: whether the subject is a writer who says nothing there.
    pub(super) fn is_mere_witness(&self, subject: &Subject, clauses: &[Clause]) -> bool {
        let writer = subject.end == subject.start + 1 && self.is_word(subject.start, "i");
        let says =
            |clause: &Clause| clause.subject.start == subject.start && clause.is(Classes::SPEECH);
        writer && !clauses.iter().any(says)
    }

    /// `Did they ask her back?`: whether the sentence is a question, and the subject nobody who would answer it.
    pub(super) fn is_asked_of(&self, subject: &Subject) -> bool {
        let others = ["i", "they", "we", "you"];
        let last = self.tokens.iter().rev().find(|token| token.quote().is_none());
        let asks = last.is_some_and(|last| self.article[last.span()].ends_with('?'));
        asks && subject.end == subject.start + 1
            && others.iter().any(|word| self.is_word(subject.start, word))
    }

    /// Whether the subject stands at the head of the sentence, where a phrase may begin.
    pub(super) fn opens_with(&self, subject: &Subject) -> bool {
        subject.start == 0
            || subject.start <= 6 && self.is_kind(subject.start - 1, TokenKind::Comma)
    }

    /// Whether at most a word or two and a comma stand before: `Instead, "…"`.
    pub(super) fn is_led_in(&self, at: usize) -> bool {
        at == 0 || at <= 3 && self.is_kind(at - 1, TokenKind::Comma) && self.is_light(0, at)
    }
}

/// Whom a frame speaks of as speaking: the subject of its last reporting clause, else of its main verb.
pub(super) fn frame_speaker(frame: &Frame<'_>, clauses: &[Clause]) -> Option<Subject> {
    let reports = Classes::SPEECH.union(Classes::MANNER);
    let mut reporting =
        clauses.iter().rev().filter(|clause| clause.is(reports) && !clause.construction.is_open());
    // `Anna said critics had warned her`: Anna
    let main = |clause: &&Clause| {
        !clause.relative
            && !frame.is_embedded(&clause.subject)
            && !is_reported(frame, clause, clauses)
    };
    // `He was a man who said little`: he
    let named = |clause: &&Clause| !clause.relative || clause.subject.reference == Reference::Name;
    let clause = reporting.clone().find(main).or_else(|| reporting.find(named));
    clause
        .map(|clause| clause.subject)
        .or_else(|| governing_subject(frame, frame.len(), clauses))
        .filter(|subject| {
            // a thing done to nobody in particular carries nothing
            subject.reference != Reference::Description
                || subject.head.is(Classes::ROLE.union(Classes::ORG))
        })
}

/// Whom a frame of a report brings in without their acting in it: `Lund's answer was short.`, `That annoys Lund.`, `Among them is Lund.`
pub(super) fn frame_bearer(frame: &Frame<'_>) -> Option<Subject> {
    frame.answering_owner().or_else(|| frame.named_last())
}

/// What somebody's words, or their mood, are called.
const ANSWERS: [&str; 14] = [
    "answer",
    "assessment",
    "explanation",
    "advice",
    "message",
    "reaction",
    "reasoning",
    "reply",
    "response",
    "take",
    "theory",
    "verdict",
    "view",
    "warning",
];

/// How a sentence begins that ends with whom it brings in.
const BRINGS_IN: [&str; 18] = [
    "among", "another", "few", "it", "no", "nobody", "none", "not", "one", "that", "then", "there",
    "these", "they", "this", "those", "enter", "meet",
];
/// … and has at most so many tokens.
const LONGEST_BRINGING_IN: usize = 16;

impl Frame<'_> {
    /// `Lund's answer was short.`, `Her view?`: whose words the sentence says something about, if it says no more.
    fn answering_owner(&self) -> Option<Subject> {
        let owner = (0..self.len().min(LONGEST_COMPANY + 2)).find(|&at| self.is_owner(at))?;
        let noun = self.skip_adverbs(owner + 1);
        let noun = noun + usize::from(self.is_word(noun, "own"));
        let next = self.get(noun + 1)?;
        let ends = next.is(Classes::BE) || self.article[next.span()].starts_with(['?', ':']);
        let answers = ends && ANSWERS.iter().any(|word| self.is_word(noun, word));
        let subject = if answers { self.owner(owner) } else { None }?;
        (subject.start == 0 && !self.holds_quotes()).then_some(subject)
    }

    /// `It came as a shock to Lund.`, `Among them is Lund.`: the name that ends a sentence whose subject is nobody in particular.
    fn named_last(&self) -> Option<Subject> {
        // most sentences end with no name
        let stop = self.len().checked_sub(1).filter(|&at| self.is_kind(at, TokenKind::Stop))?;
        let ends = self.prev(stop).is_some_and(|last| last.capital);
        if !ends || self.len() > LONGEST_BRINGING_IN || self.holds_quotes() {
            return None;
        }
        let opens = BRINGS_IN.iter().any(|word| self.is_word(0, word));
        let lowest = stop.saturating_sub(LONGEST_COMPANY + 1).max(1);
        let named = (lowest..stop).filter(|_| opens).find_map(|at| self.name_from(at))?;
        (named.end == stop && !self.article[self.tokens[stop].span()].starts_with('?'))
            .then_some(named)
    }
}

/// A clause begins at most this many tokens behind the verb that reports it.
const NEAR: usize = 2;

/// Whether another verb of saying governs the clause: `Anna said critics had warned her`.
fn is_reported(frame: &Frame<'_>, clause: &Clause, clauses: &[Clause]) -> bool {
    let governs = |outer: &Clause| {
        outer.is(Classes::SPEECH)
            && outer.construction == Construction::Finite
            && outer.end <= clause.subject.start
            && (clause.subject.start - outer.end <= NEAR
                || (outer.end..clause.subject.start).any(|at| frame.is_word(at, "that")))
    };
    clause.construction != Construction::Participle && clauses.iter().any(governs)
}
