//! Which words report: verbs of saying wherever they stand, and others by a particle or by the quotation beside them.

use super::frame::Frame;
use super::rank::facts::mark_within;
use crate::lexicon::{Classes, Forms, Lexicon};
use crate::text::tokens::TokenKind;

/// A subject between a quotation and its verb has at most so many words, the quotation counted.
const LONGEST_SUBJECT: usize = 5;

impl Frame<'_> {
    /// A verb that reports, or one of the idioms that do: `put it`.
    pub(crate) fn is_cue(&self, at: usize) -> bool {
        self.is(at, Classes::CUE)
            || self.is(at, Classes::VERB)
                && (self.is_word(at + 1, "it")
                    && ["put", "puts"].iter().any(|word| self.is_word(at, word))
                    || self.goes_on(at)
                    || self.stands_beside(at)
                    || self.idiom_end(at).is_some())
    }

    /// `let slip that`, `made it clear that`, `made the point that`, `wanted to know`: where the words end by which somebody says what follows.
    pub(crate) fn idiom_end(&self, at: usize) -> Option<usize> {
        // most verbs are none of these
        let first = self.text(at).as_bytes().first()?;
        if !matches!(first | 0x20, b'l' | b'm' | b'w') {
            return None;
        }
        let is_form = |forms: &[&str]| forms.iter().any(|word| self.is_word(at, word));
        if is_form(&["let", "lets", "letting"]) {
            return self.is_word(at + 1, "slip").then_some(at + 2);
        }
        if is_form(&["wanted", "wants"]) {
            // `"Why?" she wanted to know.`
            let asks = self.is_word(at + 1, "to") && self.is_word(at + 2, "know");
            return asks.then_some(at + 3);
        }
        if !is_form(&["make", "makes", "made", "making"]) {
            return None;
        }
        let object = self.is_word(at + 1, "it") || self.is_article(at + 1);
        let end = self.skip_adverbs(at + 1 + usize::from(object)) + 1;
        let is = |words: &[&str]| words.iter().any(|word| self.is_word(end - 1, word));
        let told = is(&["clear", "known", "plain"]);
        let argued = is(&["argument", "case", "point"]) && self.is_article(at + 1);
        let that = self.is_word(end, "that");
        (told && (that || !object) || argued && that).then_some(end)
    }

    /// `"Nothing," she lied.`, `"Nothing," lied the boy.`: a verb of any sense between words that are whole and the end of the clause.
    pub(crate) fn stands_beside(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if !token.is(Classes::BESIDE) || !token.word.forms.any(Forms::PAST.union(Forms::THIRD)) {
            return false;
        }
        let inverted = self.follows_words(at);
        let ends = self.get(at + 1).is_none_or(|next| {
            next.adverb
                || next.is(Classes::PREP) && !self.is_word(at + 1, "to")
                || matches!(next.kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Quote(_))
        });
        // nothing but a subject stands between
        let lowest = at.saturating_sub(LONGEST_SUBJECT);
        let words = (lowest..at).rev().find(|&at| !self.tokens[at].is_word());
        let near = words.filter(|&words| words + 1 < at && self.follows_words(words + 1));
        let leads = |words: usize| words == 0 || self.tokens[words].first;
        inverted && leads(at - 1) || ends && near.is_some_and(leads)
    }

    /// `she went on`, `"Wait!" put in Anna`, and not `to say` behind it, which would be the verb itself.
    fn goes_on(&self, at: usize) -> bool {
        // what fails most often first
        self.is(at, Classes::PHRASAL)
            && (matches!(
                self.kind(at + 2),
                None | Some(
                    TokenKind::Comma | TokenKind::Stop | TokenKind::Colon | TokenKind::Quote(_)
                )
            ) || self.follows_words(at))
            && self.is_phrasal(at)
    }

    /// Whether the verb at `at` and the particle behind it report together: `put in`.
    pub(crate) fn is_phrasal(&self, at: usize) -> bool {
        self.is(at, Classes::PHRASAL)
            && self.get(at + 1).is_some_and(|particle| {
                let (verb, end) = (self.tokens[at].start as usize, particle.end as usize);
                Lexicon::english().get_at(self.article, verb, end).is(Classes::PHRASAL)
            })
    }

    /// Whether words that are whole by themselves stand right before the verb at `at`.
    pub(crate) fn follows_words(&self, at: usize) -> bool {
        let words = at.checked_sub(1).filter(|&at| self.is_quote(at));
        words.is_some_and(|at| mark_within(self.text(at)) != 0)
    }
}
