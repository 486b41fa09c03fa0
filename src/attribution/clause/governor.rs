//! The verb that governs a place, and its subject.

use super::verb::skip_auxiliaries_back;
use super::Clause;
use crate::attribution::frame::Frame;
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Forms};
use crate::text::tokens::{Token, TokenKind};

/// A verb governs at most this many tokens behind it.
pub(super) const FARTHEST: usize = 200;

/// So many finite verbs are asked for a subject: no sentence has more that lack one.
const MOST_VERBS: usize = 16;

/// A relative clause without a pronoun stands at most so many tokens behind the verb whose object it tells more of.
const LONGEST_CONTACT: usize = 14;

/// `Police said Berg ran out, shouting`: the subject of the finite verb nearest before `at`, where that is told by somebody else.
pub(super) fn acting_subject(frame: &Frame<'_>, at: usize) -> Option<Subject> {
    let floor = at.saturating_sub(FARTHEST);
    let verbs = (floor..at).rev().filter(|&at| frame.is_finite_verb(at)).take(MOST_VERBS);
    let mut subjects =
        verbs.filter_map(|verb| frame.subject_before(skip_auxiliaries_back(frame, verb).start));
    subjects.next().filter(|subject| frame.is_embedded(subject))
}

/// The subject of the finite verb nearest before `at`: of a reporting clause if one stands there, else of any verb.
pub(crate) fn governing_subject(
    frame: &Frame<'_>,
    at: usize,
    before: &[Clause],
) -> Option<Subject> {
    let reporting = before.iter().rev().find(|clause| {
        clause.end <= at && !clause.construction.is_open() && !frame.is_embedded(&clause.subject)
    });
    let floor = reporting.map_or(0, |clause| clause.cue).max(at.saturating_sub(FARTHEST));
    let mut embedded = None;
    for verb in (floor..at).rev().filter(|&at| frame.is_finite_verb(at)).take(MOST_VERBS) {
        if reporting.is_some_and(|clause| clause.cue == verb) {
            break;
        }
        let group = skip_auxiliaries_back(frame, verb).start;
        if frame.follows_relative(group) {
            continue;
        }
        match frame.subject_before(group) {
            Some(subject) if frame.is_embedded(&subject) => embedded = embedded.or(Some(subject)),
            Some(subject) if frame.is_reduced(verb, subject.start) => {}
            Some(subject) if frame.is_contact(subject.start) => {}
            Some(subject) => return Some(subject),
            None => {}
        }
    }
    reporting.map(|clause| clause.subject).or(embedded)
}

/// What somebody is that something is so.
const FEELINGS: [&str; 18] = [
    "adamant",
    "afraid",
    "aware",
    "certain",
    "confident",
    "convinced",
    "disappointed",
    "glad",
    "grateful",
    "happy",
    "hopeful",
    "optimistic",
    "pleased",
    "proud",
    "relieved",
    "sorry",
    "sure",
    "worried",
];

impl Frame<'_> {
    /// Whether the subject is that of a subordinate clause: `that donors feel`, `how the party would`.
    pub(in crate::attribution) fn is_embedded(&self, subject: &Subject) -> bool {
        let subordinate = Classes::COMP.union(Classes::SUB).union(Classes::WH).union(Classes::REL);
        let reported = subject.start > 0
            && self.is(subject.start - 1, Classes::SPEECH.union(Classes::THOUGHT))
            && self.is_finite_verb(subject.start - 1);
        // `Berg is sure the plan will work`
        let felt = || {
            subject.start > 1
                && self.is(self.skip_adverbs_back(subject.start - 1).saturating_sub(1), Classes::BE)
                && FEELINGS.iter().any(|word| self.is_word(subject.start - 1, word))
        };
        reported
            || felt()
            || self
                .prev(subject.start)
                .is_some_and(|prev| prev.is(subordinate) && !prev.is(Classes::PREP) && !prev.first)
    }

    /// `catches up with the man accused of it`, `vowed to resist a levy announced by it`: whether what looks like a past tense belongs to
    /// the object of a preposition or of an infinitive, whose phrase begins at `start`. `With Berg taking the chair` is another matter.
    pub(super) fn is_reduced(&self, verb: usize, start: usize) -> bool {
        let joins = Classes::SUB.union(Classes::COMP).union(Classes::CONJ);
        // `about 200 protesters`
        let counted = self.is_kind(start, TokenKind::Number);
        let past = self.tokens[verb].word.forms.any(Forms::PARTICIPLE);
        let governed = |prev: &Token| {
            prev.is(Classes::PREP) && !prev.is(joins) && !prev.first && !prev.capital
        };
        past && !counted
            && (self.prev(start).is_some_and(governed) || self.follows_infinitive(start))
    }

    /// `cleared Berg over a boat he rented`: whether a pronoun begins a relative clause right behind its noun, a verb standing before.
    fn is_contact(&self, start: usize) -> bool {
        let acts = ["he", "she", "they", "we", "i"].iter().any(|word| self.is_word(start, word));
        let Some(noun) = start.checked_sub(1).filter(|_| acts) else { return false };
        let breaks = |at: usize| {
            !self.is_kind(at, TokenKind::Word)
                || self.is(at, Classes::SUB.union(Classes::COMP).union(Classes::CONJ))
                    && !self.is(at, Classes::PREP)
        };
        let lowest = start.saturating_sub(LONGEST_CONTACT);
        !self.is(noun, Classes::CLOSED.union(Classes::CALENDAR).union(Classes::TIME))
            && !self.is(noun, Classes::CUE)
            && (lowest..start).rev().take_while(|&at| !breaks(at)).any(|at| self.is_finite_verb(at))
    }

    /// `vowed to resist a levy`: whether the phrase that begins at `start` is the object of an infinitive.
    pub(super) fn follows_infinitive(&self, start: usize) -> bool {
        let verb = |base: usize| self.is(base, Classes::VERB) && !self.is(base, Classes::CUE);
        start > 1
            && verb(start - 1)
            && self.is_word(start - 2, "to")
            && self.is(start, Classes::DET)
    }

    /// `the report, which it blames on rivals`, `the making of which she blames on it`: whether what is said there is said of something
    /// before. `To which Anna said` is another matter.
    pub(in crate::attribution) fn is_object_relative(&self, clause: &Clause) -> bool {
        let relative = clause.subject.start.checked_sub(1);
        let relative = relative.filter(|&at| self.is_word(at, "which") || self.is_word(at, "whom"));
        let of = |at: usize| at > 0 && self.is_word(at - 1, "of");
        let led = |at: usize| self.prev(at).is_some_and(|before| before.is(Classes::PREP));
        relative.is_some_and(|at| of(at) || !led(at))
    }

    /// `Berg wrote to the mayor, who said it was “late”`: whether a clause that a comma and `who` begin runs on to the quotation at `at`.
    pub(in crate::attribution) fn is_added(&self, clause: &Clause, at: usize) -> bool {
        let comma = |at: usize| self.is_kind(at, TokenKind::Comma);
        let verb = skip_auxiliaries_back(self, self.skip_adverbs_back(clause.cue)).start;
        let who = verb.checked_sub(1).filter(|&who| clause.relative && self.is_word(who, "who"));
        let runs_on = |at: usize| {
            let ends = matches!(self.kind(at), Some(TokenKind::Stop | TokenKind::Semicolon));
            !ends && !comma(at) && !self.is_quote(at)
        };
        who.is_some_and(|who| who > 0 && comma(who - 1)) && (clause.end..at).all(runs_on)
    }

    /// Whether the verb at `at` belongs to a relative clause: `who runs the shop`.
    pub(in crate::attribution) fn is_relative_clause(&self, at: usize) -> bool {
        self.follows_relative(skip_auxiliaries_back(self, at).start)
    }

    /// Whether a relative pronoun stands right before `at`.
    fn follows_relative(&self, at: usize) -> bool {
        self.prev(at).is_some_and(|prev| prev.is(Classes::REL) && !prev.is(Classes::DET))
    }
}
