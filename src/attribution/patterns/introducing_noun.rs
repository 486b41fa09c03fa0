//! `Anna's message: "I'm leaving."`

use super::{example, Candidate, Pattern, Place};
use crate::attribution::clause::governing_subject;
use crate::attribution::frame::Frame;
use crate::attribution::phrase::Subject;
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

pub(crate) static PATTERN: Pattern = Pattern {
    name: "introducing-noun",
    summary: "A noun of saying with its owner beside the quotation: `her message`, `in the words of`, `was her verdict`.",
    examples: &[
        example("Anna Berg's message: \"I'm leaving.\"", "Anna Berg"),
        example("Anna Berg set the tone in a statement, \"You were superb.\"", "Anna Berg"),
        example("Tom Reyes left a cake with the note, \"For all of you.\"", "Tom Reyes"),
        example("In the words of the mayor, \"nobody was asked\".", "the mayor"),
        example("The firm got, in the words of the contract, “all surfaces”.", "the contract"),
        example("The council took “a leap into the dark”, in Anna Berg's words.", "Anna Berg"),
        example("The crowd broke into chants of \"Ida! Ida!\"", "The crowd"),
        example("“A muddle,” was how Anna Berg put it.", "Anna Berg"),
        example("“Too late” is how Anna Berg describes it.", "Anna Berg"),
        example("“A muddle,” was Anna Berg's frank verdict on the plan.", "Anna Berg"),
    ],
    find: Some(find),
};

/// The noun may stand this many tokens before the quotation.
const REACH: usize = 8;

fn find(place: &Place<'_, '_>) -> Option<Candidate> {
    let chanted = || chanted(place);
    worded(place)
        .or_else(chanted)
        .or_else(|| before(place))
        .or_else(|| behind(place))
        .or_else(|| in_words(place))
}

/// `The firm got, in the words of the contract, “all surfaces”`
fn worded(place: &Place<'_, '_>) -> Option<Candidate> {
    let frame = place.frame;
    let words = frame.words_of(place.at)?;
    let subject = frame.subject_after(words + 2)?;
    let closed = subject.end == place.at || frame.is_kind(subject.end, TokenKind::Comma);
    let cue = Some(frame.span(words, words + 1));
    closed.then_some(Candidate { subject: Some(subject), cue, score: 890 })
}

/// What many voices make of words.
const VOICED: [&str; 10] = [
    "chant", "chants", "cheers", "choruses", "cries", "screams", "shouts", "slogans", "whispers",
    "yells",
];
/// How a crowd comes to make it.
const BREAKS: [&str; 14] = [
    "answered",
    "breaks",
    "broke",
    "burst",
    "bursts",
    "erupted",
    "erupts",
    "greeted",
    "interrupted",
    "replied",
    "responded",
    "responds",
    "welcomed",
    "went",
];
/// Between the verb and the noun stand at most so many tokens: `greeted him with loud`.
const LONGEST_BREAKING: usize = 6;

/// `The crowd broke into chants of “Ida! Ida!”`
fn chanted(place: &Place<'_, '_>) -> Option<Candidate> {
    let frame = place.frame;
    let (noun, verb) = place.chanted()?;
    let cue = Some(frame.span(noun, noun + 1));
    let subject = governing_subject(frame, verb + 1, place.clauses)?;
    Some(Candidate { subject: Some(subject), cue, score: 890 })
}

impl Place<'_, '_> {
    /// The noun and the verb of `broke into chants of` right before the quotation.
    pub(in crate::attribution) fn chanted(&self) -> Option<(usize, usize)> {
        let frame = self.frame;
        let noun = self.at.checked_sub(2).filter(|&noun| frame.is_word(noun + 1, "of"))?;
        let voiced = VOICED.iter().any(|word| frame.is_word(noun, word));
        if !voiced {
            return None;
        }
        self.breaks_into(noun).map(|verb| (noun, verb))
    }

    fn breaks_into(&self, noun: usize) -> Option<usize> {
        let frame = self.frame;
        let breaks = |at: usize| BREAKS.iter().any(|word| frame.is_word(at, word));
        let verb = (noun.saturating_sub(LONGEST_BREAKING)..noun).rev().find(|&at| breaks(at))?;
        let active = !(verb > 0 && frame.is(verb - 1, Classes::BE));
        active.then_some(verb)
    }
}

/// So many tokens before a quotation may stand whose words it is in.
const FARTHEST_WORDS: usize = 24;

impl Frame<'_> {
    /// The noun of `in the words of` before the quotation at `at`, in its sentence.
    pub(in crate::attribution) fn words_of(&self, at: usize) -> Option<usize> {
        let within =
            |&at: &usize| !matches!(self.kind(at), Some(TokenKind::Stop | TokenKind::Quote(_)));
        let mut before = (at.saturating_sub(FARTHEST_WORDS)..at).rev().take_while(within);
        before.find(|&words| self.is_in_words_of(words))
    }
}

/// `“A muddle”, in the mayor's words`
fn in_words(place: &Place<'_, '_>) -> Option<Candidate> {
    let (frame, lead) = (place.frame, place.behind());
    let words = (lead + 1..lead + REACH).find(|&at| frame.is_word(at, "words"))?;
    let owner = (lead + 1..words).rev().find(|&at| frame.is_owner(at) && frame.is_word(lead, "in"));
    let cue = Some(frame.span(words, words + 1));
    Some(Candidate { subject: Some(frame.owner(owner?)?), cue, score: 870 })
}

/// `“A muddle,” is her verdict`: the words are the subject, and what they are is somebody's.
fn behind(place: &Place<'_, '_>) -> Option<Candidate> {
    let (frame, is) = (place.frame, place.behind());
    if !place.is_spoken_of() && !place.is_put_so() {
        return None;
    }
    if ["all", "how", "what"].iter().any(|word| frame.is_word(is + 1, word)) {
        // `“A muddle,” was how Anna Berg put it`
        let reach = is + 1..=is + 2;
        let clause = place.clauses.iter().find(|clause| reach.contains(&clause.subject.start))?;
        let subject = match clause.subject.start {
            // `all the oldest of them would say`
            all if all == is + 1 => frame.describe(is + 2, clause.subject.end)?,
            _ => clause.subject,
        };
        return Some(Candidate { subject: Some(subject), ..Candidate::of(clause, 870) });
    }
    let noun = (is + 1..is + REACH).find(|&at| frame.is(at, Classes::CUE_NOUN))?;
    let owner = (is + 1..noun).rev().find(|&at| frame.is_owner(at));
    let from = frame.is_word(noun + 1, "from") || frame.is_word(noun + 1, "of");
    let subject = match owner {
        Some(owner) => frame.owner(owner),
        None if from => frame.subject_after(noun + 2),
        None => None,
    }?;
    let cue = Some(frame.span(noun, noun + 1));
    Some(Candidate { subject: Some(subject), cue, score: 870 - 4 * (noun - is) as i32 })
}

/// `Her message: “A muddle.”`
fn before(place: &Place<'_, '_>) -> Option<Candidate> {
    let frame = place.frame;
    let lowest = place.at.saturating_sub(REACH);
    let noun = (lowest..place.at)
        .rev()
        .find(|&at| frame.is(at, Classes::CUE_NOUN) && !frame.is_finite_verb(at))?;
    if !frame.is_light(noun + 1, place.at) {
        return None;
    }
    let cue = Some(frame.span(noun, noun + 1));
    let near = 870 - 4 * (place.at - noun) as i32;
    if frame.is_word(noun + 1, "of") {
        let subject = frame
            .subject_after(noun + 2)
            .filter(|_| frame.text(noun).to_ascii_lowercase().starts_with("word"))?;
        return Some(Candidate { subject: Some(subject), cue, score: near });
    }
    let mark = (noun + 1..place.at)
        .any(|at| matches!(frame.kind(at), Some(TokenKind::Colon | TokenKind::Comma)));
    if !mark && noun + 1 != place.at {
        return None;
    }
    let owner = (noun.saturating_sub(4)..noun).rev().find(|&at| frame.is_owner(at));
    let subject = match owner {
        Some(owner) => frame.owner(owner),
        None => borne(place, noun),
    }?;
    Some(Candidate { subject: Some(subject), cue, score: near })
}

/// `The mayor welcomed the verdict in a statement: “Good.”`: whose verb the adverbial that bears the words belongs to.
fn borne(place: &Place<'_, '_>, noun: usize) -> Option<Subject> {
    let frame = place.frame;
    let article = (noun.saturating_sub(4)..noun)
        .rev()
        .take_while(|&at| frame.get(at).is_some_and(|token| token.is_word()))
        .find(|&at| ["a", "an", "the"].iter().any(|word| frame.is_word(at, word)))?;
    let bearing = article.checked_sub(1).filter(|&at| {
        frame.is_word(at, "with") || frame.is_word(at, "in") && !frame.is_word(article, "the")
    })?;
    place
        .words
        .starts_with(char::is_uppercase)
        .then(|| governing_subject(frame, bearing, place.clauses))?
}
