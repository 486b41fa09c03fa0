//! Names that a participle or a verb of naming gives: `a method called "clock counting"`, `She named her dog "Hope"`.

use super::LONGEST_NAME;
use crate::attribution::clause::LABELS;
use crate::attribution::Place;
use crate::lexicon::Classes;
use crate::text::tokens::{Token, TokenKind};

/// How something gets a name.
const NAMES: [&str; 7] =
    ["christened", "christens", "named", "names", "naming", "rename", "renamed"];

/// What is named has at most so many tokens, the verb included.
const LONGEST_NAMED: usize = 5;

/// `known` stands at most so many tokens before its `as`.
const FARTHEST_KNOWN: usize = 7;

impl Place<'_, '_> {
    /// `She named her dog "Hope"`: what somebody names something, with nothing but that between.
    pub(super) fn follows_naming(&self) -> bool {
        let frame = self.frame;
        let names = |&at: &usize| NAMES.iter().any(|verb| frame.is_word(at, verb));
        let verb = (self.at.saturating_sub(LONGEST_NAMED)..self.at).rev().find(names);
        // `a man named Tom called it "Folly"`
        let plain = |at: usize| {
            let token = &frame.tokens[at];
            token.is_word() && !token.finite && !token.is(Classes::PREP.union(Classes::CUE))
        };
        verb.is_some_and(|verb| (verb + 1..self.at).all(plain))
            && self.word_count <= LONGEST_NAME
            && self.is_title_case()
    }

    /// `so-called “silent partners”`
    pub(super) fn follows_so_called(&self) -> bool {
        self.at.checked_sub(1).is_some_and(|at| self.frame.is_word(at, "so-called"))
    }

    /// `a note entitled “Going Down?”, she wrote`, `Badged “Sport”, it adds`: whether it can't be but a name, whoever is said to say
    /// something behind it.
    pub(in crate::attribution) fn is_but_a_name(&self) -> bool {
        let titles = ["entitled", "headlined", "titled"];
        let titled = |label: usize| titles.iter().any(|word| self.frame.is_word(label, word));
        self.label().is_some_and(|label| {
            (label == 0 || titled(label)) && self.follows_label() && self.is_set_off()
        })
    }

    pub(super) fn follows_label(&self) -> bool {
        let frame = self.frame;
        let Some(label) = self.label().filter(|&label| !self.is_reported_by(label)) else {
            return false;
        };
        // `a street group, called “X”, in which`, `Badged “X”, it`
        let apposed = match label.checked_sub(1) {
            Some(comma) => frame.is_kind(comma, TokenKind::Comma) && !frame.is_word(label, "named"),
            None => true,
        };
        let behind_noun = |prev: &Token| {
            // `a channel called “X”`
            let governed = label > 1 && frame.is(label - 2, Classes::PREP);
            let verb = prev.is(Classes::VERB)
                && !governed
                && !(label.saturating_sub(3)..label).any(|at| frame.is_article(at));
            let common = !prev.capital && !prev.is(Classes::CLOSED) && !verb;
            prev.is_word() && common && !frame.is_adverb(label - 1)
                || frame.is_word(label - 1, "another")
                || prev.is(Classes::BE)
        };
        apposed || frame.prev(label).is_some_and(behind_noun)
    }

    /// Whether the verb at `at` has a clause, its subject being more than guessed.
    fn is_reported_by(&self, at: usize) -> bool {
        self.clauses.iter().any(|clause| clause.cue == at && !clause.construction.is_open())
    }

    /// The participle of naming right before the quotation, an article passed over.
    fn label(&self) -> Option<usize> {
        let last = self.at.checked_sub(1)?;
        let label = if self.frame.is_article(last) { last.checked_sub(1)? } else { last };
        LABELS.iter().any(|word| self.frame.is_word(label, word)).then_some(label)
    }

    /// `a group that calls itself the “Knit Wits”`: what a body or somebody goes by, in capitals.
    pub(in crate::attribution) fn is_own_name(&self) -> bool {
        let frame = self.frame;
        let article = self.at.checked_sub(1).filter(|&at| frame.is_article(at));
        let Some(own) = article.unwrap_or(self.at).checked_sub(1) else { return false };
        let calls = ["call", "called", "calling", "calls"];
        let itself = ["herself", "himself", "itself", "ourselves", "themselves"];
        own > 0
            && itself.iter().any(|word| frame.is_word(own, word))
            && calls.iter().any(|word| frame.is_word(own - 1, word))
            && self.word_count <= LONGEST_NAME
            && self.is_title_case()
    }

    pub(super) fn follows_known_as(&self) -> bool {
        let frame = self.frame;
        let article = self.at.checked_sub(1).is_some_and(|at| frame.is_article(at));
        let Some(behind) = (self.at - usize::from(article)).checked_sub(1) else { return false };
        if !frame.is_word(behind, "as") {
            return false;
        }
        let mut before = behind.saturating_sub(FARTHEST_KNOWN)..behind;
        // `known on the site as the “X”`
        before.any(|known| {
            frame.is_word(known, "known")
                && frame.as_behind(known) == Some(behind)
                && !self.is_reported_by(known)
        })
    }

    /// `the "slow road", as it's known`
    pub(in crate::attribution) fn is_how_it_is_known(&self) -> bool {
        let (frame, behind) = (self.frame, self.behind());
        let verb = (behind + 1..behind + 6)
            .find(|&at| frame.is_word(at, "known") || frame.is_word(at, "called"));
        frame.is_word(behind, "as")
            && frame.is(behind + 1, Classes::PRON)
            && verb.is_some_and(|verb| frame.closes_phrase(verb + 1))
    }
}
