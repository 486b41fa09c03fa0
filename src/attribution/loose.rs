//! Readings that the grammar of [`clause`](super::clause) leaves open: verbs of saying whose subject it can't find, nouns of
//! saying with their owner, other subjects for a verb. They are weighed, never taken as certain.

use super::clause::{governing_subject, Clause, Construction};
use super::frame::Frame;
use super::phrase::Subject;
use crate::lexicon::{Classes, Forms};
use crate::text::tokens::TokenKind;

/// How far an opening phrase is looked for behind a leading adverbial.
const LEAD: usize = 14;

/// In whose view something is so.
const VIEWS: [&str; 5] = ["assessment", "judgement", "judgment", "opinion", "view"];
/// By whose account something is so: `by her own admission`.
const ACCOUNTS: [&str; 4] = ["account", "admission", "reckoning", "telling"];
/// What is borrowed of somebody, at most so many words behind the verb.
const BORROWED: [&str; 6] = ["expression", "line", "phrase", "term", "word", "words"];
const LONGEST_BORROWED: usize = 8;
/// Between a view and its owner stand at most so many words: `in Berg's expert view`.
const LONGEST_VIEW: usize = 3;

impl Frame<'_> {
    /// The phrase that opens the sentence, or that follows the comma of a leading adverbial: likely the main subject.
    pub(super) fn opening_subject(&self) -> Option<Subject> {
        let leads = |at: usize| {
            let closed = Classes::PREP.union(Classes::SUB).union(Classes::WH).union(Classes::ADV);
            self.is(at, closed)
                || self.get(at).is_some_and(|token| {
                    token.is(Classes::VERB)
                        && !token.word.forms.any(Forms::PAST)
                        && !token.is(Classes::ROLE)
                })
        };
        // `19:26 The mayor rises`
        let clock = self.is_kind(0, TokenKind::Number) && self.text(0).contains(':');
        let mut start = usize::from(clock || self.is(0, Classes::CONJ));
        if leads(start) {
            let comma = (start + 1..self.len().min(start + LEAD))
                .find(|&at| self.is_kind(at, TokenKind::Comma))?;
            start = comma + 1;
        }
        if self.is_quote(start) || leads(start) {
            return None;
        }
        self.subject_after(start)
    }

    /// A verb of saying for which no clause was found, with the subject it most likely has.
    pub(super) fn loose_clause(&self, at: usize, before: &[Clause]) -> Option<Clause> {
        let subject = match governing_subject(self, at, before) {
            Some(subject) => subject,
            None => self.opening_subject().filter(|subject| subject.end <= at)?,
        };
        let classes = self.cue_classes(at);
        Some(self.reading(at, Construction::Loose, subject, classes))
    }

    /// `Berg's claim that`, `a report by the ministry`: a noun of saying whose owner the words name.
    pub(super) fn noun_clause(&self, at: usize) -> Option<Clause> {
        if self.is_finite_verb(at) {
            return None;
        }
        let owned = (at.saturating_sub(4)..at)
            .rev()
            .take_while(|&owner| {
                !matches!(self.kind(owner), Some(TokenKind::Comma | TokenKind::Stop))
            })
            .find(|&owner| self.is_owner(owner));
        let subject = match owned {
            Some(owner) => self.owner(owner),
            None => {
                let by = ["by", "from", "of"].iter().any(|word| self.is_word(at + 1, word));
                if by {
                    self.subject_after(at + 2)
                } else {
                    None
                }
            }
        }?;
        Some(self.reading(at, Construction::Noun, subject, Classes::CUE_NOUN))
    }

    /// `in the mayor's view`, `in her opinion`, `by his own account`: whose the noun at `at` is, as `according to` tells it.
    pub(super) fn view_clause(&self, at: usize) -> Option<Clause> {
        let lead = if VIEWS.iter().any(|view| self.is_word(at, view)) {
            "in"
        } else if ACCOUNTS.iter().any(|account| self.is_word(at, account)) {
            "by"
        } else {
            return None;
        };
        let lowest = at.saturating_sub(LONGEST_VIEW);
        let owner = (lowest..at).rev().find(|&owner| self.is_owner(owner))?;
        let subject = self.owner(owner)?;
        let start = subject.start.checked_sub(1).filter(|&at| self.is_word(at, lead))?;
        let mut clause = self.reading(at, Construction::Source, subject, Classes::SPEECH);
        clause.start = start;
        Some(clause)
    }

    /// `to quote the mayor,`, `to use her phrase,`, `to borrow a line from Berg,`: whose words the writer takes up.
    pub(super) fn borrowed_clause(&self, at: usize) -> Option<Clause> {
        let is = |at: usize, words: &[&str]| words.iter().any(|word| self.is_word(at, word));
        let set_off = at == 1 || at > 1 && self.is_kind(at - 2, TokenKind::Comma);
        if !set_off || !self.is_word(at - 1, "to") {
            return None;
        }
        let (subject, end) = if is(at, &["paraphrase", "quote"]) {
            let subject = self.subject_after(at + 1)?;
            (subject, subject.end)
        } else if is(at, &["borrow", "use"]) {
            let noun = (at + 2..at + LONGEST_BORROWED).find(|&at| is(at, &BORROWED))?;
            let from = is(noun + 1, &["from", "of"]);
            let subject = match (at + 1..noun).rev().find(|&owner| self.is_owner(owner)) {
                Some(owner) => self.owner(owner),
                None if from => self.subject_after(noun + 2),
                None => None,
            }?;
            (subject, subject.end.max(noun + 1))
        } else {
            return None;
        };
        let mut clause = self.reading(at, Construction::Source, subject, Classes::SPEECH);
        (clause.start, clause.end) = (at - 1, end);
        Some(clause)
    }

    fn reading(
        &self,
        at: usize,
        construction: Construction,
        subject: Subject,
        classes: Classes,
    ) -> Clause {
        Clause {
            construction,
            subject,
            cue: at,
            cue_span: self.span(at, at + 1),
            classes,
            start: at,
            end: at + 1,
            relative: false,
        }
    }
}
