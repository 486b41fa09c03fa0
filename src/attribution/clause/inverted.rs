//! Clauses whose subject follows the verb: `said Anna`.

use super::{Clause, Construction};
use crate::attribution::frame::Frame;
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::text::tokens::TokenKind;

pub(super) fn inverted_clause(frame: &Frame<'_>, at: usize) -> Option<Clause> {
    let token = &frame.tokens[at];
    let called_out = frame.is_called_out(at);
    let phrasal = frame.is_phrasal(at) && frame.follows_words(at);
    let says = token.is(Classes::SPEECH.union(Classes::MANNER).union(Classes::THOUGHT));
    if !(says || called_out || phrasal || frame.stands_beside(at))
        || !token.word.forms.any(Forms::PAST.union(Forms::THIRD))
    {
        return None;
    }
    // the words stand before it: a quotation, a comma, a dash, or nothing
    let lead = frame.skip_adverbs_back(at);
    let opens = match frame.prev(lead) {
        None => frame.opens_inverted(at),
        Some(prev) => match prev.kind {
            TokenKind::Quote(_) | TokenKind::Dash | TokenKind::Stop => true,
            TokenKind::Comma => {
                frame.quote_ends_at(lead - 1)
                    || frame.is_trailing(at)
                    || frame.is_told_by_a_text(at)
                    || frame.is_put_between(at)
                    || frame.is_light(0, lead)
                        && (frame.opens_inverted(at) || frame.closes_inverted(at))
            }
            _ => false,
        },
    };
    if !opens {
        return None;
    }
    if ["told", "tells", "called", "calls"].iter().any(|word| frame.is_word(at, word))
        && !frame.is_pronoun_or_title(at + 1)
        && !(called_out || phrasal)
    {
        return None;
    }
    let behind = at + 1 + usize::from(phrasal);
    let subject = frame.subject_after(frame.skip_adverbs(behind))?;
    if ["read", "reads"].iter().any(|word| frame.is_word(at, word)) && !frame.is_text(&subject) {
        return None;
    }
    if frame.is_amount(subject.end - 1) {
        return None;
    }
    // `Anna, who runs the shop, said she would`: the words that follow have their own verb
    let quoted = frame.quote_ends_at(lead) || lead > 0 && frame.quote_ends_at(lead - 1);
    let next = frame.skip_adverbs(subject.end);
    if !quoted && frame.is_finite_verb(next) {
        return None;
    }
    // `An aide, who was “still smiling,” said the mayor had left`
    if frame.get(next).is_some_and(|verb| verb.is(Classes::AUX.union(Classes::BE)) && !verb.capital)
    {
        return None;
    }
    if subject.head.is(Classes::OBJ) && !subject.head.is(Classes::PRON) {
        return None;
    }
    Some(Clause {
        construction: Construction::Inverted,
        subject,
        cue: at,
        cue_span: frame.span(at, at + 1),
        classes: frame.cue_classes(at),
        start: at,
        end: subject.end,
        relative: frame.is_relative_clause(at),
    })
}

impl Frame<'_> {
    /// `…, referred to as "X" by Anna`: a participle with no object of its own left.
    pub(super) fn is_bare_passive(&self, at: usize) -> bool {
        let object = if self.is_word(at + 1, "to") { at + 2 } else { at + 1 };
        self.tokens[at].word.forms.any(Forms::PARTICIPLE)
            && ["as", "by"].iter().any(|word| self.is_word(object, word))
    }

    /// Whether the verb is one of calling, be it out or names.
    pub(in crate::attribution) fn calls(&self, at: usize) -> bool {
        ["called", "calls"].iter().any(|word| self.is_word(at, word))
    }

    /// `"Come back!" called Anna.`: words that are whole by themselves, and nothing behind the name that somebody is called.
    fn is_called_out(&self, at: usize) -> bool {
        let calls = self.calls(at);
        let determiners = Classes::DET.union(Classes::POSS);
        let named = |subject: Subject| {
            // `called Anna a liar`
            let inner = (subject.start + 1..subject.end)
                .any(|at| self.is(at, determiners) && !self.is(at - 1, Classes::PREP));
            !inner
                && self
                    .get(subject.end)
                    .is_none_or(|next| !next.capital && !next.is(determiners.union(Classes::OBJ)))
        };
        calls && self.follows_words(at) && self.subject_after(at + 1).is_some_and(named)
    }

    /// `Said Comey, "…"`: a verb at the head of its sentence, its subject set off from the words by a mark.
    pub(super) fn opens_inverted(&self, at: usize) -> bool {
        let subject = self.subject_after(at + 1);
        subject.is_some_and(|subject| {
            matches!(
                self.kind(subject.end),
                Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Quote(_))
            )
        })
    }

    /// `Not so, says Anna Berg.`: a name ends the sentence.
    fn closes_inverted(&self, at: usize) -> bool {
        let subject = self.subject_after(at + 1);
        subject.is_some_and(|subject| {
            subject.reference == Reference::Name && subject.end == self.content_end()
        })
    }

    /// `says a lot`, `says something`: what is said, not who says it.
    pub(super) fn is_amount(&self, at: usize) -> bool {
        let amounts = [
            "lot",
            "volumes",
            "much",
            "little",
            "something",
            "nothing",
            "everything",
            "more",
            "so",
        ];
        amounts.iter().any(|word| self.is_word(at, word))
    }

    /// Whether the comma at `at` stands right behind a quotation.
    pub(super) fn quote_ends_at(&self, at: usize) -> bool {
        at > 0 && self.is_quote(at - 1)
    }

    /// Whether `, said Anna` at `at` ends its sentence: nothing finite follows.
    pub(super) fn is_trailing(&self, at: usize) -> bool {
        let follows_clause = (0..at).any(|i| self.is_finite_verb(i) || self.is_quote(i));
        follows_clause
            && !(at + 1..self.len()).any(|i| self.is(i, Classes::COMP) || self.is_quote(i))
    }

    /// `The vote is over, explained Berg, "with this …"`, `…, said Berg, adding that`: set off by commas, before the words or before
    /// another verb of saying.
    fn is_put_between(&self, at: usize) -> bool {
        let verbs = [
            "said",
            "says",
            "explained",
            "explains",
            "added",
            "adds",
            "argued",
            "argues",
            "wrote",
            "writes",
            "recalled",
            "recalls",
        ];
        let adds =
            |at: usize| self.is(at, Classes::SPEECH) && self.tokens[at].word.forms.any(Forms::ING);
        let named = |subject: &Subject| {
            let behind = subject.end + 1;
            self.is_kind(subject.end, TokenKind::Comma)
                && (subject.reference == Reference::Name && self.is_quote(behind) || adds(behind))
        };
        verbs.iter().any(|word| self.is_word(at, word))
            && self.subject_after(at + 1).as_ref().is_some_and(named)
            && (0..at).any(|i| self.is_finite_verb(i))
    }

    /// `…, says a report highlighting the "rise" of it`: a text is named last, whatever it holds.
    fn is_told_by_a_text(&self, at: usize) -> bool {
        self.is(at, Classes::SPEECH)
            && self.is(at + 1, Classes::DET)
            && self.subject_after(at + 1).as_ref().is_some_and(Subject::bears_words)
            && (0..at).any(|i| self.is_finite_verb(i))
    }

    /// `reads the sign`, `read one`: a thing that bears words.
    pub(super) fn is_text(&self, subject: &Subject) -> bool {
        subject.bears_words() || self.is_word(subject.start, "one")
    }

    pub(super) fn is_pronoun_or_title(&self, at: usize) -> bool {
        self.is(at, Classes::PRON) && !self.is(at, Classes::OBJ)
    }
}
