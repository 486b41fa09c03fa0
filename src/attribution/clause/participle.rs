//! Participles and infinitives, whose subject is another verb's: `…, adding`, `quoted Anna as saying`.

use super::finite::finite_clause;
use super::governor::{acting_subject, governing_subject};
use super::verb::{is_noun, skip_auxiliaries_back, VerbGroup};
use super::{Clause, Construction};
use crate::attribution::frame::Frame;
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

pub(super) fn participle_clause(
    frame: &Frame<'_>,
    at: usize,
    verb: VerbGroup,
    before: &[Clause],
) -> Option<Clause> {
    if verb.progressive {
        return finite_clause(frame, at, verb.start, before);
    }
    let lead = frame.skip_adverbs_back(at);
    let prev = frame.prev(lead);
    if prev.is_some_and(|_| frame.is_word(lead - 1, "as")) {
        // `was quoted as saying`
        let passive = (0..lead - 1).rev().take(12).find(|&i| frame.is(i, Classes::BE));
        let subject = match (frame.cited(lead - 1), passive) {
            (Some(cited), _) => cited,
            (None, Some(be)) => frame.subject_before(be)?,
            (None, None) => governing_subject(frame, lead - 1, before)?,
        };
        let mut clause = Clause::of_verb(frame, at, Construction::QuotedAs, subject);
        clause.start = subject.start.min(clause.start);
        return Some(clause);
    }
    if let Some(subject) = frame.absolute(lead) {
        return Some(Clause::of_verb(frame, at, Construction::Participle, subject));
    }
    let noun = prev.is_some_and(|prev| {
        prev.is(Classes::DET.union(Classes::POSS)) && !prev.is(Classes::PRON)
            || prev.kind == TokenKind::Possessive
    });
    if noun || is_noun(frame, at) && !prev.is_some_and(|prev| prev.is(Classes::PREP)) {
        return None;
    }
    if frame.is_judged(lead, at) {
        return None;
    }
    if let Some(subject) = frame.perceived(lead) {
        return Some(Clause::of_verb(frame, at, Construction::Participle, subject));
    }
    if let Some(subject) = attached_noun(frame, lead).filter(|_| !frame.is_spent(lead)) {
        return Some(Clause::of_verb(frame, at, Construction::Participle, subject));
    }
    let set_off = lead > 0 && frame.is_kind(lead - 1, TokenKind::Comma);
    let acting = if set_off && frame.voices(at) { acting_subject(frame, lead) } else { None };
    let subject = match acting.or_else(|| governing_subject(frame, lead, before)) {
        Some(subject) => subject,
        // `Saying it was "time", Berg resigned`: the subject comes after
        None => following_subject(frame, at)?,
    };
    Some(Clause::of_verb(frame, at, Construction::Participle, subject))
}

/// Whom a verb of citing quotes is at most this many tokens long.
const LONGEST_CITED: usize = 8;

/// The subject of an absolute participle has at most so many tokens, what stands in apposition to it included.
const LONGEST_ABSOLUTE: usize = 14;

/// The `with` before several of them is looked for among so many tokens.
const FARTHEST_ABSOLUTE: usize = 40;

/// How many of several, as words that begin the subject of an absolute participle.
const PICKED: [&str; 8] = ["another", "few", "many", "most", "one", "others", "several", "some"];

/// How a voice sounds.
const VOICES: [&str; 12] = [
    "bellowing",
    "chanting",
    "hissing",
    "hollering",
    "mouthing",
    "mumbling",
    "muttering",
    "roaring",
    "screaming",
    "shouting",
    "whispering",
    "yelling",
];

/// What is judged has at most so many tokens before its participle, and behind it.
const LONGEST_JUDGED: usize = 6;
const LONGEST_OBJECT: usize = 24;

impl Frame<'_> {
    /// `…, with the mayor, Anna Berg, calling it a farce`: the subject of its own that a participle has between `with` and itself.
    pub(in crate::attribution) fn absolute(&self, participle: usize) -> Option<Subject> {
        let lowest = participle.saturating_sub(LONGEST_ABSOLUTE);
        let opens = |at: usize| self.is_word(at, "with") || self.is_word(at, "and");
        let with = (lowest..participle).rev().find(|&at| opens(at))?;
        let open = if self.is_word(with, "and") {
            self.is_in_absolute(with)
        } else {
            with == 0 || self.is_kind(with - 1, TokenKind::Comma)
        };
        let first = with + 1;
        let comma = (first..participle).find(|&at| self.is_kind(at, TokenKind::Comma));
        let closed = comma.is_none() || self.is_kind(participle - 1, TokenKind::Comma);
        let end = comma.unwrap_or(participle);
        let light = open && closed && first < end && self.is_light(first, participle);
        if !light {
            return None;
        }
        let alone = end == first + 1 && self.is_picked_out(first);
        let subject = self.describe(first, end).or_else(|| alone.then(|| self.pronoun(first)))?;
        let person = subject.head.is(Classes::ROLE) || subject.reference != Reference::Description;
        let person = person || self.is_picked_out(first) || self.is(participle, Classes::SPEECH);
        (person && !subject.head.is(Classes::CUE_NOUN)).then_some(subject)
    }

    /// `one commenter`, `some`, `many on both sides`: whether the words begin with how many of several are told of.
    fn is_picked_out(&self, at: usize) -> bool {
        PICKED.iter().any(|word| self.is_word(at, word))
    }

    /// `…, with Berg saying “…” and` his rival calling it a farce: whether another participle with a subject of its own stands before `and`.
    fn is_in_absolute(&self, and: usize) -> bool {
        let lowest = and.saturating_sub(FARTHEST_ABSOLUTE);
        let before = (lowest..and)
            .rev()
            .take_while(|&at| !self.is_finite_verb(at) && !self.is_kind(at, TokenKind::Stop));
        let mut spoken = false;
        for at in before {
            spoken |= self.tokens[at].word.forms.any(Forms::ING) && self.is(at, Classes::CUE);
            if spoken
                && at > 0
                && self.is_word(at, "with")
                && self.is_kind(at - 1, TokenKind::Comma)
            {
                return true;
            }
        }
        false
    }

    /// `papers quote Anna as saying`: the object of a verb of citing that ends before `as` at `end`.
    pub(super) fn cited(&self, end: usize) -> Option<Subject> {
        let cites = ["quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"];
        let lowest = end.saturating_sub(LONGEST_CITED);
        let verb = (lowest..end)
            .rev()
            .find(|&at| cites.iter().any(|word| self.is_word(at, word)))
            .filter(|&at| at + 1 < end && self.is_light(at + 1, end))?;
        // `she was quoted by the agency as saying`
        if self.is_word(verb + 1, "by") || self.is_word(verb + 1, "in") {
            return None;
        }
        if verb + 2 == end && self.is(verb + 1, Classes::OBJ.union(Classes::POSS)) {
            // `quoted her as saying`
            return Some(self.pronoun(verb + 1));
        }
        let before = self.subject_before(end)?;
        if before.start > verb {
            return Some(before);
        }
        self.describe(verb + 1, end)
    }

    /// `the mayor called a report suggesting delays in the port "absurd"`: whether the words pass judgement on the noun before `lead`, which
    /// the participle at `at` only tells more of.
    fn is_judged(&self, lead: usize, at: usize) -> bool {
        let lowest = lead.saturating_sub(LONGEST_JUDGED);
        let judges = |verb: usize| {
            self.is(verb, Classes::JUDGEMENT) && !self.is(verb, Classes::SPEECH.union(Classes::BE))
        };
        let object = |verb: usize| {
            let noun = |at| self.is_kind(at, TokenKind::Word) && !self.is(at, Classes::CLOSED);
            self.is(verb + 1, Classes::DET) && verb + 2 < lead && (verb + 2..lead).all(noun)
        };
        (lowest..lead).rev().any(|verb| judges(verb) && object(verb)) && self.ends_in_predicate(at)
    }

    /// Whether a noun stands right before the next quotation behind `at`, and nothing behind it: `delays in the port "absurd"`.
    fn ends_in_predicate(&self, at: usize) -> bool {
        let quote = (at + 2..self.len().min(at + LONGEST_OBJECT)).find(|&i| self.is_quote(i));
        quote.is_some_and(|quote| {
            let noun = !self.is(quote - 1, Classes::VERB) || self.is(quote - 2, Classes::DET);
            noun && self.is_kind(quote - 1, TokenKind::Word)
                && !self.is(quote - 1, Classes::CLOSED)
                && self.closes_phrase(quote + 1)
        })
    }

    /// `shouting`, `whispering`: whether the verb is one of voice, which is that of whoever else acts right before it.
    pub(in crate::attribution) fn voices(&self, participle: usize) -> bool {
        VOICES.iter().any(|word| self.is_word(participle, word))
    }

    /// `they spent much of the year asking`: whether what stands before the participle is only the time that it took.
    fn is_spent(&self, participle: usize) -> bool {
        let verbs = ["spend", "spends", "spent", "spending"];
        let lowest = participle.saturating_sub(LONGEST_CITED);
        let verb = (lowest..participle)
            .rev()
            .find(|&at| self.is_finite_verb(at) || self.is(at, Classes::VERB));
        verb.is_some_and(|verb| verbs.iter().any(|word| self.is_word(verb, word)))
    }

    /// `one woman can be heard shouting`: who is perceived, behind a passive that ends there.
    pub(in crate::attribution) fn perceived(&self, end: usize) -> Option<Subject> {
        let verb = end.checked_sub(1).filter(|&verb| {
            ["heard", "seen", "filmed", "recorded", "caught"]
                .iter()
                .any(|word| self.is_word(verb, word))
        })?;
        let group = skip_auxiliaries_back(self, verb);
        if group.passive {
            self.subject_before(group.start)
        } else {
            None
        }
    }

    /// `I heard someone saying`: whether the verb at `at` is one of perceiving or showing.
    pub(in crate::attribution) fn perceives(&self, at: usize) -> bool {
        let verbs = [
            "hear",
            "hears",
            "heard",
            "hearing",
            "see",
            "sees",
            "saw",
            "watch",
            "watched",
            "feature",
            "features",
            "featured",
            "featuring",
            "show",
            "shows",
            "showed",
            "showing",
            "catch",
            "caught",
            "find",
            "finds",
            "found",
            "film",
            "filmed",
            "recall",
            "recalled",
            "recalls",
            "record",
            "recorded",
            "depict",
            "depicts",
            "depicted",
            "remember",
            "remembers",
            "remembered",
            "had",
            "has",
        ];
        verbs.iter().any(|word| self.is_word(at, word))
    }
}

/// `with her rival calling it`, `protesters chanting`: a participle right behind a noun is the noun's, unless the noun is
/// one of saying: `he issued a statement calling it`.
pub(super) fn attached_noun(frame: &Frame<'_>, at: usize) -> Option<Subject> {
    let prev = frame.prev(at)?;
    let word = !prev.is(Classes::CLOSED.union(Classes::VERB)) || prev.capital;
    if !prev.is_word() || !word && !prev.is(Classes::PRON) {
        return None;
    }
    let subject = frame.subject_before(at)?;
    let before = subject.start.checked_sub(1);
    // `one of them tweeting`
    let picked = || frame.is_picked_out(subject.start);
    let introduced = before.is_some_and(|at| {
        let set_off = matches!(frame.kind(at), Some(TokenKind::Comma | TokenKind::Dash));
        frame.is(at, Classes::CONJ)
            || set_off && (subject.reference == Reference::Name || picked())
            || ["with", "of", "by", "as"].iter().any(|word| frame.is_word(at, word))
            || frame.perceives(at)
    });
    // `appears to show Berg saying`: the verb is no part of the name
    let show = subject.reference == Reference::Name
        && frame.perceives(subject.start)
        && before.is_some_and(|at| frame.is_word(at, "to"));
    let subject = if show { subject.from(subject.start + 1) } else { subject };
    let person = subject.head.is(Classes::ROLE)
        || subject.reference != Reference::Description
        || frame.is_picked_out(subject.start);
    (person && !subject.head.is(Classes::CUE_NOUN) && (introduced || show || subject.start == 0))
        .then_some(subject)
}

/// The subject of the main clause behind a participle that opens the sentence.
pub(super) fn following_subject(frame: &Frame<'_>, at: usize) -> Option<Subject> {
    let verb = (at + 1..frame.len()).find(|&i| {
        frame.is_finite_verb(i)
            && (at + 1..i).any(|comma| frame.is_kind(comma, TokenKind::Comma))
            && frame.subject_before(i).is_some_and(|subject| {
                subject.start > at
                    && frame.prev(subject.start).is_some_and(|prev| {
                        matches!(prev.kind, TokenKind::Comma | TokenKind::Quote(_))
                    })
            })
    })?;
    frame.subject_before(verb)
}
