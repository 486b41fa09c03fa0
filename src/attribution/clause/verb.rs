//! The clause that a verb makes: which construction, and where the group of the verb begins.

use super::finite::{base_clause, finite_clause, passive_clause};
use super::governor::governing_subject;
use super::inverted::inverted_clause;
use super::participle::participle_clause;
use super::{Clause, Construction};
use crate::attribution::frame::Frame;
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

pub(super) fn verb_clause(frame: &Frame<'_>, at: usize, before: &[Clause]) -> Option<Clause> {
    if frame.explains(at) || frame.introduces_name(at) {
        return None;
    }
    let forms = frame.tokens[at].word.forms;
    let verb = skip_auxiliaries_back(frame, at);
    if forms.any(Forms::ING) && !forms.any(Forms::PAST.union(Forms::BASE)) {
        return participle_clause(frame, at, verb, before);
    }
    // `is said to have called`, `wants to call`
    if let Some(used) = used_to(frame, &verb) {
        return finite_clause(frame, at, used, before);
    }
    let to = verb.start.checked_sub(1).filter(|&to| !verb.passive && frame.is_word(to, "to"));
    // `an expert we spoke to said`
    let to = to.filter(|_| verb.auxiliary || !forms.any(Forms::PAST) || forms.any(Forms::BASE));
    if let Some(to) = to {
        // `declined to comment, but her lawyer called it “a joke”`: nothing is said
        if frame.is_word(at, "comment") && !frame.is_word(at + 1, "that") && !frame.is_quote(at + 1)
        {
            return None;
        }
        let subject = infinitive_subject(frame, at, to, before)?;
        return Some(Clause::of_verb(frame, at, Construction::Infinitive, subject));
    }
    if verb.passive {
        return passive_clause(frame, at);
    }
    if forms.any(Forms::PAST.union(Forms::THIRD)) || verb.auxiliary {
        if let Some(clause) = inverted_clause(frame, at) {
            return Some(clause);
        }
        if is_noun(frame, at) {
            return None;
        }
        return finite_clause(frame, at, verb.start, before);
    }
    base_clause(frame, at)
}

/// Whoever says what stands behind `to`: somebody named right before the verb there, `during which Berg is said to have`, else the
/// subject of a verb farther off.
fn infinitive_subject(
    frame: &Frame<'_>,
    at: usize,
    to: usize,
    before: &[Clause],
) -> Option<Subject> {
    let said = frame.is(at, Classes::SPEECH.union(Classes::JUDGEMENT));
    if let Some(made) = made_to(frame, to) {
        return Some(made);
    }
    let verb = (to.saturating_sub(2)..to).rev().find(|&at| said && frame.is_finite_verb(at));
    let near = verb.and_then(|verb| frame.subject_before(skip_auxiliaries_back(frame, verb).start));
    // `an aunt who went on to say`
    let relative = verb.is_some_and(|verb| frame.is_relative_clause(verb));
    let near = near.filter(|subject| relative || subject.reference == Reference::Name);
    near.or_else(|| governing_subject(frame, to, before))
}

/// `the delay led Anna Berg, the mayor, to declare`: whom the verb before makes say what stands behind `to`.
fn made_to(frame: &Frame<'_>, to: usize) -> Option<Subject> {
    frame.object_of(to, |verb| CAUSES.iter().any(|word| frame.is_word(verb, word)))
}

/// Verbs that make somebody do something.
const CAUSES: [&str; 32] = [
    "cause",
    "caused",
    "causing",
    "compelled",
    "compelling",
    "convinced",
    "drove",
    "emboldened",
    "enabled",
    "forced",
    "forces",
    "forcing",
    "goaded",
    "inspired",
    "inspires",
    "inspiring",
    "leading",
    "leads",
    "led",
    "moved",
    "moving",
    "obliged",
    "persuaded",
    "persuading",
    "prompt",
    "prompted",
    "prompting",
    "prompts",
    "provoked",
    "provoking",
    "pushed",
    "spurred",
];

/// `who used to tell her`: where the habit begins that stands before the verb and helps it like an auxiliary.
fn used_to(frame: &Frame<'_>, verb: &VerbGroup) -> Option<usize> {
    let used = verb.start.checked_sub(2)?;
    let habit = frame.is_word(used + 1, "to")
        && frame.is_word(used, "used")
        && !frame.prev(used).is_some_and(|prev| prev.is(Classes::BE));
    habit.then(|| frame.skip_adverbs_back(used))
}

/// What stands between a subject and its verb.
pub(super) struct VerbGroup {
    /// First auxiliary or adverb of the group.
    pub(super) start: usize,
    pub(super) auxiliary: bool,
    pub(super) passive: bool,
    pub(super) progressive: bool,
}

pub(super) fn skip_auxiliaries_back(frame: &Frame<'_>, cue: usize) -> VerbGroup {
    let mut group = VerbGroup { start: cue, auxiliary: false, passive: false, progressive: false };
    let mut at = frame.skip_adverbs_back(cue);
    let past_participle = frame.tokens[cue].word.forms.any(Forms::PARTICIPLE);
    while at > 0 {
        let token = &frame.tokens[at - 1];
        if token.is(Classes::BE) {
            group.passive |= past_participle && !group.auxiliary;
            group.progressive = true;
        } else if !token.is(Classes::AUX) || token.is(Classes::CALENDAR) {
            break;
        }
        group.auxiliary = true;
        at = frame.skip_adverbs_back(at - 1);
        group.start = at;
    }
    if group.start == cue {
        group.start = frame.skip_adverbs_back(cue);
    }
    group
}

/// Verb forms that are no nouns, whatever stands beside them: `Anna says of the survey`, `some say`.
const SAYS: [&str; 3] = ["says", "say", "writes"];

/// … and that are none before `of`: `critics warn of chaos`.
const OF: [&str; 8] =
    ["boast", "boasts", "complain", "complains", "speak", "speaks", "warn", "warns"];

/// Verbs in the third person that are never nouns: `a name Berg insists was hers`.
const NO_NOUNS: [&str; 14] = [
    "admits",
    "alleges",
    "argues",
    "asserts",
    "believes",
    "concedes",
    "contends",
    "explains",
    "insists",
    "knows",
    "maintains",
    "reckons",
    "suggests",
    "thinks",
];

/// What no noun stands behind.
const MODALS: [&str; 9] =
    ["can", "could", "did", "may", "might", "must", "should", "will", "would"];

/// Between `what` and `claims is` stand at most so many words.
const LONGEST_OWNER: usize = 4;

/// `would freely admit`: whether a base form stands behind what only a verb follows.
fn follows_modal(frame: &Frame<'_>, at: usize) -> bool {
    let modal = frame.skip_adverbs_back(at).checked_sub(1);
    let modal =
        modal.filter(|&modal| frame.is(modal, Classes::AUX) && !frame.tokens[modal].capital);
    frame.tokens[at].word.forms.any(Forms::BASE)
        && modal.is_some_and(|modal| MODALS.iter().any(|word| frame.is_word(modal, word)))
}

/// Whether a form such as `states`, `claims`, `report` stands here as a noun.
pub(super) fn is_noun(frame: &Frame<'_>, at: usize) -> bool {
    let forms = frame.tokens[at].word.forms;
    let Some(prev) = frame.prev(at) else { return false };
    // `what she would admit was "luck"`
    if follows_modal(frame, at) {
        return false;
    }
    let past = forms.any(Forms::PAST);
    let determiner =
        prev.is(Classes::DET.union(Classes::POSS)) && !prev.is(Classes::PRON.union(Classes::REL));
    let says = || SAYS.iter().any(|word| frame.is_word(at, word));
    let articled = || prev.is(Classes::POSS) || frame.is_article(at - 1);
    if prev.kind == TokenKind::Possessive || determiner && (!(past || says()) || articled()) {
        return true;
    }
    if past {
        return false;
    }
    // `as the town's website notes: "…"`
    let introduces = frame.is_kind(at + 1, TokenKind::Colon)
        && forms.any(Forms::THIRD)
        && prev.is_word()
        && !prev.is(Classes::CLOSED);
    if introduces {
        return false;
    }
    // `what the maker claims is "fast"`
    let what = || (at.saturating_sub(LONGEST_OWNER)..at).any(|at| frame.is_word(at, "what"));
    let verb = || says() || NO_NOUNS.iter().any(|word| frame.is_word(at, word));
    prev.is(Classes::PREP)
        || frame.is_word(at + 1, "of") && !says() && !OF.iter().any(|word| frame.is_word(at, word))
        || frame.is(at + 1, Classes::BE.union(Classes::AUX)) && !verb() && !what()
        || frame.is_finite_verb(at + 1)
            && !frame.is_adverb(at + 1)
            && frame.is(at + 1, Classes::CUE)
}

/// The verb's end, particles such as `pointed out` and `went on to say` included.
pub(super) fn cue_end(frame: &Frame<'_>, at: usize) -> usize {
    if let Some(end) = frame.idiom_end(at) {
        return end;
    }
    let particle = ["out", "back", "for", "on", "up", "down", "off"]
        .iter()
        .any(|word| frame.is_word(at + 1, word));
    let phrasal = [
        "pointed", "points", "pointing", "called", "calls", "calling", "shot", "blurted", "cried",
        "spelled", "laid", "went", "goes", "let", "summed", "sums", "hit", "fired",
    ];
    if particle && phrasal.iter().any(|word| frame.is_word(at, word)) || frame.is_phrasal(at) {
        at + 2
    } else {
        at + 1
    }
}

impl Frame<'_> {
    /// The classes of the cue at `at`; an idiom is speech.
    pub(in crate::attribution) fn cue_classes(&self, at: usize) -> Classes {
        let classes = self.tokens[at].word.classes;
        if classes.any(Classes::CUE) {
            classes
        } else {
            classes.union(Classes::SPEECH)
        }
    }

    /// `mars means "war"`: a word and its meaning, whoever says it.
    pub(in crate::attribution) fn explains(&self, at: usize) -> bool {
        self.is_quote(at + 1)
            && ["mean", "means", "meaning", "meant"].iter().any(|word| self.is_word(at, word))
    }
}
