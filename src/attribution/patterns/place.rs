//! What patterns ask of a quotation's place in its frame.

use crate::attribution::clause::{Clause, Construction};
use crate::attribution::Place;
use crate::lexicon::{Classes, Forms};
use crate::text::chars::is_closing_mark;
use crate::text::tokens::TokenKind;

impl<'f> Place<'f, '_> {
    pub(crate) fn governor(&self) -> Option<&'f Clause> {
        self.governor
    }

    /// The reporting clause nearest before the quotation, if nothing but words of its complement stand between.
    pub(crate) fn find_governor(&self) -> Option<&'f Clause> {
        let mut open = self
            .clauses
            .iter()
            .rev()
            .filter(|clause| clause.end <= self.at && clause.construction != Construction::Source)
            .filter(|clause| !clause.construction.is_open())
            .filter(|clause| !self.is_closed_off(clause) && !self.is_far_sound(clause));
        let nearest = open.next()?;
        let thought = |clause: &Clause| clause.is(Classes::THOUGHT) && !clause.is(Classes::SPEECH);
        if !thought(nearest) {
            return Some(nearest);
        }
        // `Anna said she thought it "odd"`: the words are as Anna said them
        open.find(|clause| !thought(clause)).or(Some(nearest))
    }

    /// A verb of sounding reports only what stands right behind it.
    fn is_far_sound(&self, clause: &Clause) -> bool {
        let sounds = clause.is(Classes::MANNER)
            && !clause.is(Classes::SPEECH.union(Classes::THOUGHT).union(Classes::JUDGEMENT));
        sounds && !(self.is_light_since(clause) && self.distance(clause) <= 6)
    }

    /// Whether the clause ended before the quotation: by a stop, or as a relative clause that a comma closes and the main
    /// clause's verb follows.
    fn is_closed_off(&self, clause: &Clause) -> bool {
        (clause.end..self.at).any(|at| match self.frame.kind(at) {
            Some(TokenKind::Stop | TokenKind::Semicolon) => true,
            Some(TokenKind::Comma) => {
                let relative = clause.relative || self.frame.is_object_relative(clause);
                relative && self.frame.is_finite_verb(self.frame.skip_adverbs(at + 1))
            }
            _ => false,
        })
    }

    /// A verb of thinking yields to a verb of saying elsewhere in the sentence.
    pub(crate) fn thought_penalty(&self, clause: &Clause) -> i32 {
        if clause.is(Classes::THOUGHT) && !clause.is(Classes::SPEECH) {
            80
        } else {
            0
        }
    }

    /// A verb of sounding, finite by itself: `she gasped`, not `it would open`.
    pub(crate) fn sounds(&self, clause: &Clause) -> bool {
        let forms = self.frame.tokens[clause.cue].word.forms;
        clause.is(Classes::MANNER) && forms.any(Forms::PAST.union(Forms::THIRD))
    }

    /// How many tokens stand between the clause and the quotation.
    pub(crate) fn distance(&self, clause: &Clause) -> i32 {
        self.at.saturating_sub(clause.end) as i32
    }

    /// Whether only objects and adverbials stand between the clause and the quotation.
    pub(crate) fn is_light_since(&self, clause: &Clause) -> bool {
        self.frame.is_light(clause.end, self.at)
    }

    /// The first token behind the quotation that is no comma and no dash.
    pub(crate) fn behind(&self) -> usize {
        let mut at = self.at + 1;
        while matches!(self.frame.kind(at), Some(TokenKind::Comma | TokenKind::Dash))
            && !self.frame.is_hyphen(at)
        {
            at += 1;
        }
        at
    }

    /// The token before the quotation, a comma passed over.
    pub(crate) fn before(&self) -> Option<usize> {
        let last = self.at.checked_sub(1)?;
        if self.frame.is_kind(last, TokenKind::Comma) {
            last.checked_sub(1)
        } else {
            Some(last)
        }
    }

    pub(crate) fn is_behind_colon(&self) -> bool {
        self.at > 0 && self.frame.is_kind(self.at - 1, TokenKind::Colon)
    }

    /// `she was asked: “…”`: whether the words are put to whom the sentence tells of, who does not say them.
    pub(crate) fn is_put_to_somebody(&self) -> bool {
        let verb = self.at.checked_sub(2).filter(|_| self.is_behind_colon());
        let asked = |&verb: &usize| ["asked", "told"].iter().any(|w| self.frame.is_word(verb, w));
        let be =
            verb.filter(asked).and_then(|verb| self.frame.skip_adverbs_back(verb).checked_sub(1));
        be.is_some_and(|be| self.frame.is(be, Classes::BE))
    }

    /// Whether every word but the small ones begins with a capital, as in a title.
    pub(crate) fn is_title_case(&self) -> bool {
        let mut words = self
            .words
            .split_whitespace()
            .filter(|word| word.starts_with(char::is_alphabetic))
            .peekable();
        let named = words.peek().is_some();
        named
            && words.enumerate().all(|(i, word)| {
                let small = i > 0
                    && crate::lexicon::Lexicon::english()
                        .get(word)
                        .is(Classes::DET.union(Classes::PREP).union(Classes::CONJ));
                small || word.starts_with(char::is_uppercase)
            })
    }

    /// Whether the words end with a mark that sets them off from what follows.
    pub(crate) fn is_set_off(&self) -> bool {
        ends_with_mark(self.last_words) || self.behind() > self.at + 1
    }

    /// `“A muddle,” is …`: whether the words, set off by a mark, are the subject of what follows.
    pub(crate) fn is_spoken_of(&self) -> bool {
        self.is_set_off() && self.frame.is(self.behind(), Classes::BE)
    }

    /// `“Too late” is how Anna describes it`: whether a clause right behind the words tells who puts something so.
    pub(crate) fn is_put_so(&self) -> bool {
        let (frame, is) = (self.frame, self.behind());
        let how = frame.is(is, Classes::BE) && frame.is_word(is + 1, "how");
        how && self.clauses.iter().any(|clause| clause.subject.start == is + 2)
    }

    /// Whether the quotation stands at the head of its frame.
    pub(crate) fn opens_frame(&self) -> bool {
        self.at == 0
    }
}

/// Whether words end with punctuation, inner closing marks passed over.
pub(crate) fn ends_with_mark(words: &str) -> bool {
    let words = words.trim_end_matches(|ch: char| is_closing_mark(ch) || ch.is_whitespace());
    words.ends_with([',', '?', '!', '…', '.', '-', '—', '–'])
}
