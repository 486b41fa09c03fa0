//! `"I'm leaving," Anna said.`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::{Clause, Construction};
use crate::lexicon::Classes;
use crate::text::tokens::{Token, TokenKind};

pub(crate) static PATTERN: Pattern = Pattern {
    name: "subject-after",
    summary: "A subject and its reporting verb right behind the quotation.",
    examples: &[
        example("“Wait!” Anna Berg burst out.", "Anna Berg"),
        example("“I never saw it,” Anna Berg lied.", "Anna Berg"),
        example("“Order!” Anna Berg called, banging a gavel.", "Anna Berg"),
        example("\"I'm leaving,\" Anna Berg said.", "Anna Berg"),
        example("\"At last!\" Rep. Anna Berg, D-N.H., said of the vote.", "Anna Berg"),
        example("\"Who knows?\" Rep. Anna Berg (D-Ohio) asked.", "Anna Berg"),
        example("\"It is over,\" the mayor, who lost by nine votes, told the paper.", "the mayor"),
        example("He is “the last of the Mohicans,” as Anna Berg put it.", "Anna Berg"),
        example("“It never came,” a nurse we spoke to said.", "a nurse"),
        example("“No comment,” two papers quoted Berg as saying.", "Berg"),
        example("“We hope so,” Berg has repeatedly said.", "Berg"),
        example("“Boats first,” Berg used to say.", "Berg"),
        example("“Who pays?” Berg wanted to know.", "Berg"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let start = behind_as(place);
    let clause = place.clauses.iter().find(|clause| {
        // `papers quote Anna as saying`
        let cites = clause.construction == Construction::QuotedAs;
        (cites || clause.construction == Construction::Finite)
            && !clause.relative
            && clause.subject.start >= start
            && clause.cue > start
            && (start == clause.subject.start || cites && start == clause.start)
    });
    let clause = clause.or_else(|| place.clauses.iter().find(|last| ends_chain(place, last)))?;
    if opens_anew(place, clause) {
        return None;
    }
    let set_off = place.is_set_off() || place.opens_frame() && place.word_count >= 4;
    let spoken = clause.is(Classes::SPEECH.union(Classes::MANNER).union(Classes::THOUGHT));
    (set_off && (spoken || calls_out(place, clause))).then(|| Candidate::of(clause, 980))
}

/// `“Order!” Anna called from the chair`: whether nobody is called anything by those words.
fn calls_out(place: &Place<'_, '_>, clause: &Clause) -> bool {
    let frame = place.frame;
    let no_object = |next: &Token| !next.is_word() || next.adverb || next.is(Classes::PREP);
    frame.calls(clause.cue) && frame.get(clause.end).is_none_or(no_object)
}

/// `“The road is shut.” Anna said it would open in May`, `“It is shut.” Anna said: “It is not.”`: what is said stands behind the verb,
/// so that the words before it ended their sentence.
fn opens_anew(place: &Place<'_, '_>, clause: &Clause) -> bool {
    let (frame, end) = (place.frame, clause.end);
    let complement = frame.is(end, Classes::PRON.union(Classes::COMP));
    let colon = frame.is_kind(end, TokenKind::Colon);
    let quoted = (colon || frame.is_kind(end, TokenKind::Comma)) && frame.is_quote(end + 1);
    let stopped = place.last_words.trim_end().ends_with('.');
    // `The goat was “staring again.” Berg replied`: what was a part of its sentence ends it
    let partial = || {
        place.words.starts_with(char::is_lowercase)
            && frame.prev(place.at).is_some_and(|prev| prev.is_word())
            && frame.get(place.at + 1).is_some_and(|next| next.capital)
    };
    stopped && (complement || quoted || partial()) || colon && quoted && place.is_behind_colon()
}

/// The first token behind the quotation that may begin a subject: marks, adverbs and the `as` of `as Anna put it` passed over.
fn behind_as(place: &Place<'_, '_>) -> usize {
    let (frame, behind) = (place.frame, place.behind());
    frame.skip_adverbs(behind + usize::from(frame.is_word(behind, "as")))
}

/// `Anna used to say`, `Anna was fond of saying`: whether the verb ends a chain that begins with the subject behind the quotation.
fn ends_chain(place: &Place<'_, '_>, clause: &Clause) -> bool {
    let (frame, subject) = (place.frame, clause.subject);
    let chained =
        matches!(clause.construction, Construction::Infinitive | Construction::Participle)
            && subject.start > place.at
            && (subject.end + 1..=subject.end + LONGEST_CHAIN).contains(&clause.cue);
    if !chained {
        return false;
    }
    let links = Classes::VERB.union(Classes::AUX).union(Classes::BE).union(Classes::PREP);
    let is_link = |at: usize| {
        let predicate = frame.is(at - 1, Classes::BE) && frame.is(at + 1, Classes::PREP);
        frame.is(at, links) || frame.is_adverb(at) || predicate
    };
    // `her look seemed to say`
    let seems = ["seemed", "seems", "appeared", "appears"];
    subject.start == behind_as(place)
        && !seems.iter().any(|word| frame.is_word(subject.end, word))
        && (subject.end..clause.cue).all(is_link)
}

/// The last verb of a chain is at most so many tokens behind the subject.
const LONGEST_CHAIN: usize = 6;
