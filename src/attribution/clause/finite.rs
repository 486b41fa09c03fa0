//! Clauses whose subject stands before the verb, or behind the `by` of a passive.

use super::governor::{governing_subject, FARTHEST};
use super::verb::{is_noun, skip_auxiliaries_back};
use super::{Clause, Construction};
use crate::attribution::frame::Frame;
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

/// Participles that give the noun before them a name.
pub(in crate::attribution) const LABELS: [&str; 15] = [
    "badged",
    "called",
    "christened",
    "dubbed",
    "entitled",
    "headlined",
    "labeled",
    "labelled",
    "marked",
    "named",
    "nicknamed",
    "stamped",
    "tagged",
    "termed",
    "titled",
];

pub(super) fn finite_clause(
    frame: &Frame<'_>,
    at: usize,
    verb: usize,
    before: &[Clause],
) -> Option<Clause> {
    // `Pupils were lowered and told to think`: with nobody who is told behind it, it is passive
    let told = frame.is_word(at, "told")
        && ["to", "that", "not"].iter().any(|word| frame.is_word(at + 1, word));
    // `a decision welcomed by critics as "overdue"`
    let by = frame.is(at, Classes::JUDGEMENT)
        && frame.tokens[at].word.forms.any(Forms::PARTICIPLE)
        && frame.is_word(at + 1, "by");
    if told || by {
        return passive_clause(frame, at);
    }
    let along = frame.told_along(verb, at);
    let subject = match along.or_else(|| frame.subject_before(verb)) {
        Some(subject) => subject,
        None => {
            // `smiled and said`, `…, then said`: the verb shares the subject of the clause before
            let coordinated = verb.checked_sub(1).is_some_and(|prev| {
                frame.is(prev, Classes::CONJ)
                    || frame.is_kind(prev, TokenKind::Comma)
                    || frame.is_kind(prev, TokenKind::Dash)
            });
            if !coordinated || verb == 0 {
                return None;
            }
            if frame.is_bare_passive(at) {
                return passive_clause(frame, at);
            }
            let subject = governing_subject(frame, verb - 1, before)?;
            if frame.disagrees(&subject, at) {
                frame.joined_subject(verb - 1, at)?
            } else {
                subject
            }
        }
    };
    // `the hunt for the man accused of it`
    let object = (frame.is_word(at + 1, "of") || frame.follows_infinitive(subject.start))
        && frame.is_reduced(at, subject.start);
    // `Berg continued to hurt the cause`
    let goes_on = frame.is_word(at + 1, "to")
        && ["continued", "continues", "continue"].iter().any(|word| frame.is_word(at, word));
    if goes_on
        || object
        || is_bare_noun(frame, at, &subject)
        || is_reduced_relative(frame, at, &subject)
    {
        return None;
    }
    if let Some(cited) = cited_before_colon(frame, at) {
        return Some(Clause::of_verb(frame, at, Construction::QuotedAs, cited));
    }
    let start = if subject.end <= verb { subject.start } else { verb };
    Some(Clause { start, ..Clause::of_verb(frame, at, Construction::Finite, subject) })
}

/// `Berg quoted Anna Lund: “…”`: the name between a verb of citing and the colon before the quotation.
fn cited_before_colon(frame: &Frame<'_>, at: usize) -> Option<Subject> {
    if !CITES.iter().any(|word| frame.is_word(at, word)) {
        return None;
    }
    let colon = (at + 2..at + LONGEST_CITATION).find(|&at| frame.is_kind(at, TokenKind::Colon))?;
    let cited = frame.is_quote(colon + 1).then(|| frame.cited(colon)).flatten()?;
    let named = cited.start == at + 1 && cited.end == colon;
    (named && cited.reference == Reference::Name).then_some(cited)
}

/// Verbs of citing that have a subject.
const CITES: [&str; 4] = ["quote", "quotes", "quoted", "cited"];

/// What somebody does before they shout is told in at most so many tokens.
const LONGEST_DEED: usize = 10;

/// An adverbial between a participle and its `as` has at most so many tokens.
const LONGEST_ADVERBIAL: usize = 6;

/// Whom a verb cites and the verb are at most so many tokens.
const LONGEST_CITATION: usize = 10;

impl Frame<'_> {
    /// `heard a man shout “…”`, `heard him say: “…”`: whoever is heard to say what stands in the marks right behind the base form at `at`.
    pub(in crate::attribution) fn heard_to_say(&self, at: usize) -> Option<Subject> {
        let lead = matches!(self.kind(at + 1), Some(TokenKind::Comma | TokenKind::Colon));
        let says = self.is(at, Classes::SPEECH.union(Classes::MANNER));
        if !says || !self.is_quote(at + 1 + usize::from(lead)) {
            return None;
        }
        let verb = self.skip_adverbs_back(at);
        if !self.tokens[at].word.forms.any(Forms::BASE) {
            return None;
        }
        self.object_of(verb, |at| self.perceives(at))
    }

    /// `described in court as`, `known on the app as`: the `as` behind a participle that has no object, though an adverbial may stand
    /// between.
    pub(in crate::attribution) fn as_behind(&self, participle: usize) -> Option<usize> {
        let next = self.skip_adverbs(participle + 1);
        if self.is_word(next, "as") {
            return Some(next);
        }
        let places = ["across", "among", "around", "at", "in", "on", "within"];
        let placed = places.iter().any(|word| self.is_word(next, word));
        if !placed {
            return None;
        }
        let mut words = (next + 1..next + LONGEST_ADVERBIAL).take_while(|&at| {
            self.get(at).is_some_and(|token| token.is_word() && !token.finite && !token.first)
        });
        words.find(|&at| self.is_word(at, "as"))
    }

    /// Whom a verb of that kind has for its object right before `end`: `led him` before `to declare`, `heard a man` before `shout`.
    pub(super) fn object_of(&self, end: usize, is_verb: impl Fn(usize) -> bool) -> Option<Subject> {
        let last = end.checked_sub(1)?;
        let pronoun =
            ["her", "him", "me", "them", "us"].iter().any(|word| self.is_word(last, word));
        let object = if pronoun { self.pronoun(last) } else { self.subject_before(end)? };
        object.start.checked_sub(1).filter(|&at| is_verb(at)).map(|_| object)
    }

    /// `a step Berg described as "…"`, `a word the mayor calls "…"`: whether the subject stands right behind a common noun, with no
    /// pronoun between, and so opens a clause that tells of it.
    fn is_contact_clause(&self, subject: &Subject) -> bool {
        let first = (subject.start..subject.end)
            .find(|&at| self.tokens[at].start as usize == subject.span.start)
            .unwrap_or(subject.start);
        let noun = self.prev(first).is_some_and(|prev| {
            prev.is_word()
                && !prev.capital
                && !prev.is(Classes::CLOSED.union(Classes::ROLE))
                && (!prev.is(Classes::VERB) || self.is(first.saturating_sub(2), Classes::DET))
        });
        let whole = subject.reference != Reference::Description || self.is_word(first, "the");
        noun && whole
    }

    /// `Anna said the man stopped, shouted “Sorry!” and drove off`: whose the verb at `verb` is in a list of what somebody is said to have
    /// done, the cue of words among it standing at `at`.
    pub(in crate::attribution) fn told_along(&self, verb: usize, at: usize) -> Option<Subject> {
        let quote = at + 1 + usize::from(self.is_kind(at + 1, TokenKind::Comma));
        let sounds = self.is(at, Classes::MANNER);
        let says = self.is(at, Classes::SPEECH) || sounds;
        if !says || self.is(at, Classes::JUDGEMENT) || !self.is_quote(quote) {
            return None;
        }
        let and = quote + 1 + usize::from(self.is_kind(quote + 1, TokenKind::Comma));
        let goes_on =
            self.is(and, Classes::CONJ) && self.is_finite_verb(self.skip_adverbs(and + 1));
        let lead = verb.checked_sub(1)?;
        let listed = self.is_kind(lead, TokenKind::Comma) && goes_on;
        if !(listed || sounds && self.is(lead, Classes::CONJ)) {
            return None;
        }
        let lowest = verb.saturating_sub(LONGEST_DEED);
        let deed = (lowest..verb - 1).rev().find(|&at| self.is_finite_verb(at))?;
        let subject = self.subject_before(skip_auxiliaries_back(self, deed).start)?;
        let person = subject.reference != Reference::Description || subject.is_described_person();
        (person && !self.is(deed, Classes::CUE) && self.is_embedded(&subject)).then_some(subject)
    }

    /// `you laugh … and says`: whether the verb at `at` is in the third person, and the subject a pronoun of another.
    fn disagrees(&self, subject: &Subject, at: usize) -> bool {
        let others = ["i", "you", "we", "they"];
        let third = self.tokens[at].word.forms.any(Forms::THIRD);
        third
            && others
                .iter()
                .any(|word| subject.end == subject.start + 1 && self.is_word(subject.start, word))
    }

    /// `when Berg looks up and says`: the subject of the nearest verb before `end` that is in the third person as well, of whatever clause.
    fn joined_subject(&self, end: usize, at: usize) -> Option<Subject> {
        let third = |verb: &usize| {
            self.is_finite_verb(*verb) && self.tokens[*verb].word.forms.any(Forms::THIRD)
        };
        let verb = (end.saturating_sub(FARTHEST)..end).rev().find(third)?;
        self.subject_before(verb).filter(|subject| !self.disagrees(subject, at))
    }
}

/// `raising fresh questions`: what could be a verb in the third person, behind words that are hardly its subject.
pub(super) fn is_bare_noun(frame: &Frame<'_>, at: usize, subject: &Subject) -> bool {
    let third = !frame.tokens[at].word.forms.any(Forms::PAST);
    let first = &frame.tokens[subject.start];
    let determined = first.is(Classes::DET.union(Classes::POSS))
        || first.capital
        || first.kind == TokenKind::Number
        || frame.is_word(subject.start, "one");
    third && subject.reference == Reference::Description && !determined && subject.end == at
}

/// `a man called "Shorty"`, `a plan dubbed "X"`: a participle behind a common noun names, and nobody says.
pub(super) fn is_reduced_relative(frame: &Frame<'_>, at: usize, subject: &Subject) -> bool {
    let token = &frame.tokens[at];
    let names = token.is(Classes::JUDGEMENT) && token.word.forms.any(Forms::PARTICIPLE);
    let bare = frame.is_quote(at + 1) || frame.is_article(at + 1) && frame.is_quote(at + 2);
    // `what the old mayor called "luck"`, but not `when it was late, the team used a method called "luck"`
    let lowest = subject.start.saturating_sub(FARTHEST);
    let asked =
        (lowest..subject.start).rev().take_while(|&at| !frame.is_finite_verb(at)).any(|at| {
            let place = frame.is_word(at, "where") || frame.is_word(at, "when");
            frame.is(at, Classes::WH.union(Classes::REL)) && !place
        });
    let label = || LABELS.iter().chain(&["billed", "known"]).any(|word| frame.is_word(at, word));
    // `those rated "bold"`
    let those = subject.end == subject.start + 1 && frame.is_word(subject.start, "those");
    let labelled = bare && (label() || those && names);
    // `a shelter once described as "…"`
    let described = frame.as_behind(at).is_some();
    !asked && (labelled || names && described) && !frame.is_contact_clause(subject)
}

/// `was called "weak" by Anna`; without an agent nobody says it.
pub(super) fn passive_clause(frame: &Frame<'_>, at: usize) -> Option<Clause> {
    let by = (at + 1..frame.len().min(at + 14)).find(|&i| frame.is_word(i, "by"))?;
    // `known as "Shorty", a name given to him by his wife`
    let other = (at + 1..by).any(|i| {
        frame.is(i, Classes::VERB)
            && frame.tokens[i].word.forms.any(Forms::PARTICIPLE)
            && frame.is_kind(i - 1, TokenKind::Word)
            && !frame.is(i - 1, Classes::CLOSED)
    });
    // `quoted by name`
    if other || frame.is_word(by + 1, "name") {
        return None;
    }
    let subject = frame.subject_after(by + 1)?;
    Some(Clause {
        construction: Construction::Passive,
        subject,
        cue: at,
        cue_span: frame.span(at, at + 1),
        classes: frame.cue_classes(at),
        start: at,
        end: at + 1,
        relative: frame.is_relative_clause(at),
    })
}

/// `critics of the plan say`, `police say`, `some say`, `Halm Council say`: whether the subject of a base form is several, though no
/// plural stands right before the verb. `Did the council say`, `heard the council say` are other matters.
fn stands_for_many(frame: &Frame<'_>, at: usize, subject: &Subject) -> bool {
    let governed = frame.prev(subject.start).is_some_and(|prev| {
        prev.is(Classes::AUX.union(Classes::BE))
            || prev.is(Classes::VERB) && !prev.is(Classes::SPEECH)
    });
    if governed || !frame.begins_clause(subject.start) {
        return false;
    }
    if subject.reference == Reference::Name {
        // `a Halm think tank`
        return frame.is_word(at, "say");
    }
    let head = frame.noun_of(subject);
    frame.is_plural(head)
        || frame.is(head, Classes::ORG)
        || MANY.iter().any(|word| frame.is_word(head, word))
}

/// What is several without the ending of a plural, and is no organisation.
const MANY: [&str; 20] = [
    "couple",
    "crew",
    "defence",
    "family",
    "few",
    "half",
    "majority",
    "many",
    "media",
    "most",
    "opposition",
    "pair",
    "press",
    "prosecution",
    "public",
    "several",
    "some",
    "staff",
    "team",
    "those",
];

/// A base form needs a plural subject or a pronoun: `critics say`, `they call`.
pub(super) fn base_clause(frame: &Frame<'_>, at: usize) -> Option<Clause> {
    if is_noun(frame, at) {
        return None;
    }
    let verb = frame.skip_adverbs_back(at);
    let prev = frame.prev(verb)?;
    let plural = prev.is_word() && !prev.is(Classes::CLOSED) && frame.text(verb - 1).ends_with('s');
    let people = prev.is_word() && frame.text(verb - 1).ends_with("people")
        || frame.text(verb - 1).ends_with("men");
    // `she had one question`
    let single = ["it", "one"].iter().any(|word| frame.is_word(verb - 1, word));
    let pronoun = prev.is(Classes::PRON.union(Classes::REL)) && !single;
    let set_off = matches!(prev.kind, TokenKind::Comma | TokenKind::Close);
    let several = plural || people || pronoun || set_off;
    if let Some(heard) = frame.heard_to_say(at) {
        return Some(Clause::of_verb(frame, at, Construction::Finite, heard));
    }
    // nouns are no verbs
    let nouns = Classes::NOUN_TOO.union(Classes::CUE_NOUN).union(Classes::ROLE).union(Classes::ORG);
    let token = &frame.tokens[at];
    let verbal = token.is(Classes::SPEECH.union(Classes::THOUGHT)) && !token.is(nouns);
    if !(several || verbal) {
        return None;
    }
    let subject = frame.subject_before(verb)?;
    if !(several || stands_for_many(frame, at, &subject)) {
        return None;
    }
    if set_off && subject.name.is_some() {
        return None;
    }
    Some(Clause {
        start: subject.start,
        ..Clause::of_verb(frame, at, Construction::Finite, subject)
    })
}
