//! Clauses of a voice rather than of whoever has it: `“…,” came Anna's reply`, `“…,” his voice was hoarse`.

use super::{Clause, Construction};
use crate::attribution::frame::Frame;
use crate::attribution::phrase::Subject;
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

/// How a voice reaches whoever hears it, and what it is.
const COMES: [&str; 15] = [
    "came", "comes", "drifted", "echoed", "floated", "followed", "is", "ran", "rang", "rose",
    "runs", "sounded", "was", "went", "wafted",
];

/// What somebody is heard by.
const VOICES: [&str; 12] = [
    "answer", "comment", "cry", "laugh", "murmur", "question", "reply", "response", "retort",
    "shout", "voice", "whisper",
];

/// Before the noun stand at most so many words: `her small, cold voice`.
const LONGEST_ADJECTIVES: usize = 3;

/// The clause of a voice that begins right behind a quotation.
pub(super) fn voice_clause(frame: &Frame<'_>, at: usize) -> Option<Clause> {
    if !frame.follows_words(at) {
        return None;
    }
    if COMES.iter().any(|verb| frame.is_word(at, verb)) {
        let owned = frame.owned_voice(at + 1).map(|(subject, _)| subject);
        let subject = owned.or_else(|| frame.voice_of(at + 1))?;
        let end = subject.end;
        return Some(Clause { end, ..Clause::of_verb(frame, at, Construction::Inverted, subject) });
    }
    let (subject, voice) = frame.owned_voice(at)?;
    let verb = frame.skip_adverbs(voice + 1);
    let goes_on = frame.is_finite_verb(verb) && !frame.is_cue(verb);
    goes_on.then(|| Clause {
        start: at,
        ..Clause::of_verb(frame, verb, Construction::Finite, subject)
    })
}

impl Frame<'_> {
    fn is_voice(&self, at: usize) -> bool {
        VOICES.iter().any(|noun| self.is_word(at, noun))
    }

    /// The next noun of a voice from `at` on, nothing but adjectives before it.
    fn next_voice(&self, at: usize) -> Option<usize> {
        let words = at..at + LONGEST_ADJECTIVES;
        words.take_while(|&at| self.is_plain_word(at)).find(|&at| self.is_voice(at))
    }

    fn is_plain_word(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| {
            word.is_word() && (!word.is(Classes::CLOSED) || word.is(Classes::ADV))
        })
    }

    /// `Anna's small voice`, `her reply`: whose it is, and the noun.
    fn owned_voice(&self, at: usize) -> Option<(Subject, usize)> {
        if self.is(at, Classes::POSS) {
            return Some((self.pronoun(at), self.next_voice(at + 1)?));
        }
        let owner = self.name_from(at)?;
        let owns = self.is_kind(owner.end, TokenKind::Possessive);
        Some((owner, self.next_voice(owner.end + 1).filter(|_| owns)?))
    }

    /// `the reply from Anna`, `the voice of her brother`.
    fn voice_of(&self, at: usize) -> Option<Subject> {
        let voice = self.next_voice(at + 1).filter(|_| self.is(at, Classes::DET))?;
        let of = ["from", "of"].iter().any(|of| self.is_word(voice + 1, of));
        self.subject_after(voice + 2).filter(|_| of)
    }
}
