//! The noun that a relative clause belongs to.

use super::{Subject, LONGEST_NAME, LONGEST_PHRASE};
use crate::attribution::frame::Frame;
use crate::lexicon::{Classes, Forms};
use crate::text::names::{name_at, NameRun};
use crate::text::tokens::TokenKind;

/// `will not`, `have never`: what helps a verb is so many tokens at most.
const LONGEST_HELP: usize = 4;

impl Frame<'_> {
    /// `an official who asked for silence said`: a phrase that is the object in a relative clause leads back to
    /// the noun that the clause belongs to.
    pub(super) fn relative_head(&self, object: usize) -> Option<Subject> {
        let mut at = object;
        while at > 0 && object - at < LONGEST_PHRASE {
            at -= 1;
            let token = &self.tokens[at];
            if !token.is_word() && token.kind != TokenKind::Number {
                return None;
            }
            if self.is_word(at, "that")
                && self.is_relative(at)
                && self.is_finite_verb(at + 1)
                && at + 1 < object
            {
                return self.antecedent(at);
            }
            if self.is_word(at, "whose") {
                // `the man whose dog found the box said`
                let verb = (at + 2..object).any(|at| self.is_finite_verb(at));
                return if verb { self.antecedent(at) } else { None };
            }
            let placed = at + 2 == object && self.is(at + 1, Classes::PREP);
            if token.is(Classes::REL) && !token.is(Classes::DET) {
                let bare = self.is_finite_verb(at + 1) || self.is_adverb(at + 1);
                return if (bare || placed) && at + 1 < object {
                    self.antecedent(at)
                } else {
                    None
                };
            }
            // `the Sleep Council, which at the time called`
            if placed && self.is_word(at, "which") {
                return self.body_before_which(at);
            }
            if self.is_word(at, "what") {
                return None;
            }
            // `a man blocking the road`, but not `the town's housing chief`
            let near = at + 1 == object
                && self.is(object, Classes::DET.union(Classes::POSS))
                && self.is_progressive(at);
            if at > 0 && (at + 1 < object || near) && self.is_reduced_relative(at) {
                return self.plain_phrase_before(at);
            }
            // `residents who heard the blast said`
            let within = at > 0 && self.is_word(at - 1, "who");
            if token.is(Classes::CUE) && self.is_finite_verb(at) && !within
                || token.is(Classes::COMP.union(Classes::SUB))
            {
                return None;
            }
        }
        None
    }

    /// `a source speaking to the paper`, `a letter obtained by the paper`: a participle right behind its noun.
    pub(super) fn is_reduced_relative(&self, at: usize) -> bool {
        let forms = self.tokens[at].word.forms;
        let noun =
            self.is_nominal(at - 1) && !self.tokens[at - 1].is(Classes::DET.union(Classes::POSS));
        let participle = self.is_progressive(at)
            || forms.any(Forms::PARTICIPLE)
                && self.is(at + 1, Classes::PREP)
                && !self.is(at, Classes::SPEECH);
        noun && participle
    }

    /// `a host I won't name said`, `an expert we spoke to said`: the noun before a relative clause without a pronoun that ends there, whose
    /// own subject is `I`, `we` or the like.
    pub(super) fn before_contact(&self, end: usize) -> Option<Subject> {
        let last = end.checked_sub(1)?;
        let stranded = self.is(last, Classes::PREP)
            && ["to", "with", "about"].iter().any(|word| self.is_word(last, word));
        let verb = last.checked_sub(usize::from(stranded))?;
        let token = self.get(verb)?;
        if !(token.is(Classes::VERB) || token.finite) || token.word.forms.any(Forms::ING) {
            return None;
        }
        let mut group = self.skip_adverbs_back(verb);
        let helps = Classes::AUX.union(Classes::NEG);
        while group > 0 && self.is(group - 1, helps) && verb - group < LONGEST_HELP {
            group = self.skip_adverbs_back(group - 1);
        }
        let who = group.checked_sub(1).filter(|&who| who > 1)?;
        let acts = ["i", "we", "he", "she", "they", "you"];
        let noun = &self.tokens[who - 1];
        let acted = acts.iter().any(|word| self.is_word(who, word))
            && noun.is_word()
            && !noun.capital
            && !noun.is(Classes::CLOSED.union(Classes::CALENDAR).union(Classes::TIME));
        if !acted {
            return None;
        }
        self.plain_phrase_before(who).filter(|subject| self.is(subject.start, Classes::DET))
    }

    fn is_progressive(&self, at: usize) -> bool {
        let forms = self.tokens[at].word.forms;
        forms.any(Forms::ING) && !forms.any(Forms::BASE)
    }

    /// `that` as a relative pronoun follows a noun; as a demonstrative it does not.
    pub(super) fn is_relative(&self, at: usize) -> bool {
        self.prev(at).is_some_and(|prev| {
            let noun = prev.capital || prev.is(Classes::NOUN_TOO) || !prev.is(Classes::VERB);
            prev.is_word() && noun && !prev.is(Classes::CLOSED)
        })
    }

    /// `Anna Berg, who rang everybody with two words:`: whom the relative clause that the verb stands in tells of, if it goes on to `end`.
    pub(in crate::attribution) fn who(&self, verb: usize, end: usize) -> Option<Subject> {
        let who = self.skip_adverbs_back(verb).checked_sub(1)?;
        let open =
            self.is_word(who, "who") && !(verb..end).any(|at| self.is_kind(at, TokenKind::Comma));
        if open {
            self.antecedent(who)
        } else {
            None
        }
    }

    /// The noun phrase that a relative pronoun at `at` takes up.
    pub(super) fn antecedent(&self, at: usize) -> Option<Subject> {
        let end = if self.prev(at)?.kind == TokenKind::Comma { at - 1 } else { at };
        let end = if self.prev(end)?.is(Classes::PREP) { end - 1 } else { end };
        if self.is_word(at, "who") {
            let end = self.before_age(end);
            // `Sen. Anna Berg of Utah, who mused`
            let end = self.before_place(end).or_else(|| self.before_body(end)).unwrap_or(end);
            // `Anna Berg, 61, of Quarry Lane, who`
            let end = self.before_age(self.before_home(end));
            // the nearest name: `the turn of Anna Berg, who told`
            let name = (end.saturating_sub(LONGEST_NAME)..end).find_map(|start| {
                let begins =
                    start == 0 || !self.tokens[start - 1].capital || self.tokens[start].first;
                name_at(self.tokens, start)
                    .filter(|run| begins && run.end == end && run.core < run.end)
            });
            // `the mayor of Halm who called`
            let rank = Classes::GIVEN.union(Classes::TITLE).union(Classes::ROLE);
            let posted = |run: &NameRun| {
                run.start > 1
                    && !self.is(run.start, rank)
                    && self.is(run.start - 1, Classes::PREP)
                    && self.is(run.start - 2, Classes::ROLE)
                    && !self.is_plural(run.start - 2)
            };
            // `a typist from Tulsa who used to say`
            let origin = |run: &NameRun| {
                let from = run.start.checked_sub(1).filter(|&at| self.is(at, Classes::PREP));
                let person = |at: usize| self.is(at, Classes::ROLE) || self.tokens[at].capital;
                // `Mrs Berg from Halm, who`
                let of_person = |at: usize| self.is_word(at, "from") && at > 0 && person(at - 1);
                from.is_some_and(|at| of_person(at) || self.names_a_place(run))
            };
            if let Some(run) = name.filter(|run| !posted(run) && !origin(run)) {
                return Some(self.named(run, run.start, run.end));
            }
            // `calls from an official, who said`
            let person = |&last: &usize| self.is(last, Classes::ROLE) && !self.is_plural(last);
            let person = end.checked_sub(1).filter(person);
            if let Some(start) = person.and_then(|_| self.last_object(end)) {
                if !self.is(start.saturating_sub(2), Classes::ROLE) {
                    return self.describe(start, end);
                }
            }
        } else if let Some(start) = self.last_object(end) {
            return self.describe(start, end);
        }
        self.plain_phrase_before(end)
    }

    /// `Anna Berg, 61,`: where what an age between commas is added to ends.
    fn before_age(&self, end: usize) -> usize {
        let comma = end.checked_sub(2).filter(|&at| self.is_kind(at, TokenKind::Comma));
        comma.filter(|_| self.is_kind(end - 1, TokenKind::Number)).unwrap_or(end)
    }

    /// `Anna Berg, of Quarry Lane`: where what stands before a comma and where somebody lives ends.
    fn before_home(&self, end: usize) -> usize {
        let capital = |at: &usize| self.tokens[*at].capital && self.tokens[*at].is_word();
        let home = (end.saturating_sub(LONGEST_NAME)..end).rev().take_while(capital).last();
        let lives = |of: &usize| {
            let somebody = self.is(*of + 1, Classes::GIVEN.union(Classes::TITLE));
            let known = &self.tokens[*of - 2];
            (self.is_word(*of, "of") || self.is_word(*of, "from"))
                && !somebody
                && self.is_kind(*of - 1, TokenKind::Comma)
                && (known.capital || known.kind == TokenKind::Number)
        };
        let of = home.and_then(|home| home.checked_sub(1)).filter(|&of| of > 1).filter(lives);
        of.map_or(end, |of| of - 1)
    }

    /// `Anna Berg of Utah`: where the name of a person ends that stands before a place and its preposition.
    fn before_place(&self, end: usize) -> Option<usize> {
        let place = (end.saturating_sub(LONGEST_NAME)..end)
            .rev()
            .take_while(|&at| self.is(at, Classes::PLACE) && !self.is(at, Classes::GIVEN))
            .last()?;
        let of = place
            .checked_sub(1)
            .filter(|&at| self.is_word(at, "of") || self.is_word(at, "from"))?;
        self.get(of.checked_sub(1)?)
            .is_some_and(|token| token.capital && !token.is(Classes::CLOSED))
            .then_some(of)
    }

    /// `Anna Berg of Halm University`: where the full name of a person ends that stands before where they work and its preposition.
    fn before_body(&self, end: usize) -> Option<usize> {
        let capital = |at: &usize| self.tokens[*at].capital && self.tokens[*at].is_word();
        let body = (end.saturating_sub(LONGEST_NAME)..end).rev().take_while(capital).last()?;
        let body = body - usize::from(body > 0 && self.is_word(body - 1, "the"));
        let works = ["of", "from", "at"];
        let of = body.checked_sub(1).filter(|&at| works.iter().any(|of| self.is_word(at, of)))?;
        let full = (of.saturating_sub(LONGEST_NAME)..of).find_map(|start| {
            let run = name_at(self.tokens, start).filter(|run| run.end == of && run.start == start);
            run.filter(|run| run.core < run.end && self.is_full_name(run))
        });
        full.map(|run| run.end)
    }

    /// `raised money from a fund`: where the object of the last preposition begins in the phrase that ends at `end`.
    pub(super) fn last_object(&self, end: usize) -> Option<usize> {
        let lowest = end.saturating_sub(LONGEST_NAME);
        let at = (lowest..end).rev().find(|&at| !self.is_nominal(at))?;
        let far = ["from", "with", "to", "by", "against", "after", "into", "about", "than"];
        let object = far.iter().any(|word| self.is_word(at, word)) && at + 1 < end;
        // `led by Halm Capital`
        let body = || {
            let people = Classes::GIVEN.union(Classes::TITLE).union(Classes::ROLE);
            let unlisted = end - at > 2 && self.is_word(at, "by") && !self.is(at + 1, people);
            let known = self.is(end - 1, Classes::ORG.union(Classes::COMPANY));
            self.tokens[at + 1].capital && (known || unlisted)
        };
        (object && (self.is(at + 1, Classes::DET.union(Classes::POSS)) || body())).then_some(at + 1)
    }
}
