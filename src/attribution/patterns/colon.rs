//! `Anna was blunt: "I'm leaving."`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::{governing_subject, Construction};
use crate::attribution::phrase::Subject;
use crate::lexicon::Classes;

pub(super) static PATTERN: Pattern = Pattern {
    name: "colon",
    summary: "A clause that ends in a colon right before the quotation; its subject speaks.",
    examples: &[
        example("Anna Berg put it this way: \"I'm leaving.\"", "Anna Berg"),
        example("Anna Berg's answer to the council was short: \"No.\"", "Anna Berg"),
        example(
            "The heroine is Anna Berg, who rang every house with the same words: \"Go up.\"",
            "Anna Berg",
        ),
        example("The mayor was blunt: “Not with my vote.”", "The mayor"),
        example(
            "When Tom Reyes rang, her mother had one question: \"Is this a joke?\"",
            "her mother",
        ),
        example("Anna Berg has a warning for those who follow: \"Bring a coat.\"", "Anna Berg"),
    ],
    find: Some(find),
};

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    if !place.is_behind_colon() {
        return None;
    }
    let worded = |(noun, subject): (usize, Subject)| {
        let cue = Some(place.frame.span(noun, noun + 1));
        Candidate { subject: Some(subject), cue, score: 940 }
    };
    if let Some(word) = who_has_a_word(place) {
        return Some(worded(word));
    }
    let verb = (0..place.at).rev().find(|&at| place.frame.is_finite_verb(at));
    let governor = place.governor().filter(|clause| {
        clause.construction != Construction::Passive && !place.frame.is_object_relative(clause)
    });
    if let Some(clause) = governor.filter(|clause| verb.is_none_or(|verb| verb <= clause.end)) {
        return Some(Candidate::of(clause, 950 - place.distance(clause)));
    }
    let subject = verb
        .filter(|_| governor.is_none())
        .and_then(|verb| place.frame.who(verb, place.at))
        .or_else(|| governing_subject(place.frame, place.at - 1, place.clauses))?;
    if let Some(answer) = whose_answer(place, &subject) {
        return Some(worded(answer));
    }
    let cue =
        governor.filter(|clause| clause.subject.span == subject.span).map(|clause| clause.cue_span);
    Some(Candidate { subject: Some(subject), cue, score: 940 })
}

/// What somebody has to say has at most so many tokens, the colon included: `had a simple answer for those who asked when:`.
const LONGEST_WORD: usize = 14;
/// The noun stands among so many behind the verb.
const NOUN: usize = 5;

/// `her mother had one question: “…”`: the noun of saying, and who has something to say.
fn who_has_a_word(place: &Place<'_, '_>) -> Option<(usize, Subject)> {
    let frame = place.frame;
    let colon = place.at - 1;
    let mut told = (colon.saturating_sub(LONGEST_WORD)..colon)
        .rev()
        .take_while(|&at| frame.get(at).is_some_and(|token| token.is_word()));
    let has = told.find(|&at| ["had", "has", "have"].iter().any(|word| frame.is_word(at, word)))?;
    let small = |at: usize| frame.is(at, Classes::PREP.union(Classes::SUB).union(Classes::REL));
    let phrase = (has + 1..colon.min(has + 1 + NOUN)).take_while(|&at| !small(at));
    let said = |at: &usize| {
        frame.is(*at, Classes::CUE_NOUN)
            || ["word", "words", "advice"].iter().any(|word| frame.is_word(*at, word))
    };
    let noun = phrase.filter(|&at| at > has + 1).find(said)?;
    Some((noun, frame.subject_before(frame.skip_adverbs_back(has))?))
}

/// The noun of saying that the subject is about, and who owns it: `her answer to the council was short: “No.”`
fn whose_answer(place: &Place<'_, '_>, subject: &Subject) -> Option<(usize, Subject)> {
    let frame = place.frame;
    let noun = frame.noun_of(subject);
    let owner = (subject.start..noun).rev().find(|&at| frame.is_owner(at))?;
    let said = frame.is(noun, Classes::CUE_NOUN);
    Some((noun, frame.owner(owner).filter(|_| said)?))
}
