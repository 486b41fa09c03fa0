//! The subject whose phrase ends before a verb, insertions and appositions stepped over.

use super::{Subject, LONGEST_PHRASE};
use crate::attribution::frame::Frame;
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::text::names::name_at;
use crate::text::tokens::TokenKind;

/// Commas can set off at most this many tokens between a subject and its verb.
const LONGEST_INSERTION: usize = 45;

/// Those who are named by whoever leads them.
const COMPANY: [&str; 6] =
    ["co-authors", "coauthors", "co-workers", "colleagues", "collaborators", "team"];

impl Frame<'_> {
    /// The subject whose phrase ends right before token `end`, insertions stepped over.
    pub(crate) fn subject_before(&self, end: usize) -> Option<Subject> {
        let end = self.skip_adverbs_back(end);
        let last = end.checked_sub(1)?;
        match self.kind(last)? {
            TokenKind::Comma => {
                let bracketed = self.before_bracket(last);
                bracketed.or_else(|| self.before_insertion(last, TokenKind::Comma))
            }
            TokenKind::Dash => self.before_insertion(last, TokenKind::Dash),
            TokenKind::Close => self.subject_before(self.bracket_start(last)?),
            TokenKind::Word => self.before_contact(end).or_else(|| self.phrase_before(end)),
            TokenKind::Number => self.phrase_before(end),
            TokenKind::Possessive => self.before_genitive(end),
            TokenKind::Quote(_) if self.is_titled_work(last) => {
                self.before_insertion(last, TokenKind::Comma)
            }
            _ => None,
        }
    }

    /// `the author of "Salt Roads,"`: a quotation that belongs to the noun before it.
    fn is_titled_work(&self, at: usize) -> bool {
        self.is_quote(at) && at > 0 && self.is(at - 1, Classes::PREP)
    }

    /// `After the vote, Gov. Anna Berg (D-Ohio), said`: the full name before a bracket that a comma follows, no other insertion before it.
    fn before_bracket(&self, comma: usize) -> Option<Subject> {
        let close = comma.checked_sub(1).filter(|&at| self.is_kind(at, TokenKind::Close))?;
        let subject = self.plain_phrase_before(close + 1)?;
        let run = name_at(self.tokens, subject.start).filter(|run| run.core < run.end)?;
        let full = run.end - run.start > 1 && !self.is(run.end - 1, Classes::PLACE);
        (full && self.begins_clause(subject.start)).then_some(subject)
    }

    pub(super) fn bracket_start(&self, close: usize) -> Option<usize> {
        (close.saturating_sub(LONGEST_INSERTION)..close)
            .rev()
            .find(|&at| self.is_kind(at, TokenKind::Open))
    }

    /// `Anna, who runs the shop, said`: from the closing mark back to the phrase before the opening one.
    pub(super) fn before_insertion(&self, close: usize, mark: TokenKind) -> Option<Subject> {
        let lowest = close.saturating_sub(LONGEST_INSERTION);
        let mut fallback = None;
        for open in (lowest..close).rev() {
            let closes = match self.kind(open) {
                Some(TokenKind::Stop | TokenKind::Semicolon) => true,
                Some(TokenKind::Quote(_)) => !self.is_titled_work(open),
                _ => false,
            };
            if closes {
                break;
            }
            if !self.is_kind(open, mark) || open + 1 == close || open == 0 {
                continue;
            }
            let of_them = open.checked_sub(3).filter(|_| self.is(open - 1, Classes::OBJ));
            if let Some(one) = of_them.and_then(|one| self.one_of_them(one)) {
                return Some(one);
            }
            // `An expert we spoke to, Anna Berg, said`
            if let Some(told) = self.before_contact(open) {
                let name = self.apposed_name(open);
                let named = name.map(|run| self.named(run, run.start, run.end).from(told.start));
                return Some(named.unwrap_or(told));
            }
            let Some(subject) = self.plain_phrase_before(open) else { continue };
            let begins = |&one: &usize| self.begins_clause(one);
            let one = Some(subject.start).filter(|&one| self.is_one_of(one)).filter(begins);
            if let Some(one) = one.and_then(|one| self.one_of_them(one)) {
                return Some(one);
            }
            // `Anna Berg, 30, of Halm, N.H., who sells bread, said`: no region behind a comma speaks
            let after_comma =
                subject.start > 0 && self.is_kind(subject.start - 1, TokenKind::Comma);
            // `the baker Berg, one of the first in town, said`
            if after_comma && (self.is_region(subject.start, open) || one.is_some()) {
                continue;
            }
            if self.may_set_off(open + 1) && self.begins_clause(subject.start) {
                return Some(self.apposed_to(&subject).unwrap_or(subject));
            }
            if fallback.is_none() && self.begins_clause(subject.start) {
                fallback = Some(subject);
            }
        }
        fallback.or_else(|| self.before_who(close).filter(|_| mark == TokenKind::Comma))
    }

    /// `“…,” a woman who had left her work, told the radio`: whom a relative clause that only a comma closes hangs on, if they begin
    /// what is told.
    fn before_who(&self, close: usize) -> Option<Subject> {
        let lowest = close.saturating_sub(LONGEST_INSERTION);
        let mut words = (lowest..close).rev().take_while(|&at| {
            matches!(
                self.kind(at),
                Some(TokenKind::Word | TokenKind::Number | TokenKind::Possessive)
            )
        });
        let who = words.find(|&at| self.is_word(at, "who"))?;
        let subject = self.plain_phrase_before(who)?;
        let begins = subject.start.checked_sub(1).is_none_or(|at| self.is_quote(at));
        begins.then_some(subject)
    }

    /// `One of the owners, Anna Berg,`: who that is, given where it begins.
    pub(super) fn one_of_them(&self, one: usize) -> Option<Subject> {
        if !(self.is_word(one, "one") && self.is_word(one + 1, "of")) {
            return None;
        }
        let comma = (one + 3..one + LONGEST_PHRASE).find(|&at| {
            let inner = self.is_nominal(at) || self.is_kind(at, TokenKind::Possessive);
            !inner && !self.is(at, Classes::PREP)
        })?;
        let run = self.apposed_name(comma)?;
        Some(self.named(run, run.start, run.end).from(one))
    }

    /// `N.H.`, `Ohio`: a place, or an abbreviation that is no title.
    fn is_region(&self, start: usize, end: usize) -> bool {
        let short = end == start + 1
            && self.text(start).ends_with('.')
            && !self.is(start, Classes::TITLE.union(Classes::SUFFIX).union(Classes::GIVEN));
        short || (start..end).all(|at| self.is(at, Classes::PLACE))
    }

    /// `Anna Berg, chair of the board, the club's owner, said`: the name that a description stands in apposition to.
    pub(super) fn apposed_to(&self, subject: &Subject) -> Option<Subject> {
        let comma =
            subject.start.checked_sub(1).filter(|&at| self.is_kind(at, TokenKind::Comma))?;
        // `succeeding Anna Berg, the officials said`
        let noun = self.noun_of(subject);
        let several = self.is(noun, Classes::ROLE) && self.is_plural(noun);
        let apposition = subject.reference == Reference::Description
            && !several
            && !self.is(subject.start, Classes::POSS);
        if !apposition {
            return None;
        }
        // `Anna Berg, 55, a baker`
        let aged = comma > 1
            && self.is_kind(comma - 1, TokenKind::Number)
            && self.is_kind(comma - 2, TokenKind::Comma);
        let comma = if aged { comma - 2 } else { comma };
        let named = self.plain_phrase_before(comma)?;
        let whole =
            named.reference == Reference::Name && named.span.end == self.span(comma - 1, comma).end;
        (whole && self.begins_clause(named.start)).then_some(named)
    }

    pub(super) fn plain_phrase_before(&self, end: usize) -> Option<Subject> {
        let end = self.skip_adverbs_back(end);
        match self.kind(end.checked_sub(1)?)? {
            TokenKind::Word | TokenKind::Number => self.phrase_before(end),
            TokenKind::Close => self.phrase_before(self.bracket_start(end - 1)?),
            TokenKind::Possessive => self.before_genitive(end),
            _ => None,
        }
    }

    /// `a friend of Berg's said`: somebody who is told of by whose friend they are, the owner with a genitive of their own.
    fn before_genitive(&self, end: usize) -> Option<Subject> {
        let person = self.phrase_before(end - 1)?;
        let of = (person.start + 1..end - 2).find(|&at| self.is_word(at, "of"))?;
        let one = self.is(person.start, Classes::DET) && self.is(of - 1, Classes::ROLE);
        one.then(|| Subject { span: self.span(person.start, end), end, ..person })
    }

    /// Whether an insertion that begins at `at` is one that stands between subject and verb.
    pub(super) fn may_set_off(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        token.is(Classes::REL
            .union(Classes::DET)
            .union(Classes::PREP)
            .union(Classes::POSS)
            .union(Classes::ROLE)
            .union(Classes::WH))
            || token.kind == TokenKind::Number
            || token.capital
            || !token.is(Classes::CLOSED)
    }

    /// Whether a clause may begin at `at`: nothing before it that could be its verb's subject.
    pub(in crate::attribution) fn begins_clause(&self, at: usize) -> bool {
        let Some(prev) = self.prev(at) else { return true };
        let closed = prev.is(Classes::COMP
            .union(Classes::SUB)
            .union(Classes::CONJ)
            .union(Classes::WH)
            .union(Classes::REL));
        !prev.is_word() && prev.kind != TokenKind::Possessive
            || closed
            || self.is_finite_verb(at - 1)
            || prev.is(Classes::CALENDAR)
            || self.is_adverb(at - 1)
            || prev.first && prev.is(Classes::ADV)
    }

    /// The phrase that ends right before token `end`, which is a word or a number.
    pub(super) fn phrase_before(&self, end: usize) -> Option<Subject> {
        let last = end.checked_sub(1)?;
        let token = self.get(last)?;
        if token.is(Classes::REL) && !token.is(Classes::DET)
            || token.is(Classes::REL) && self.is_relative(last)
        {
            return self.antecedent(last);
        }
        if self.is(last + 1, Classes::SPEECH.union(Classes::JUDGEMENT)) {
            if let Some(body) = self.body_before_which(last) {
                return Some(body);
            }
        }
        if token.is(Classes::WH) && !token.is(Classes::DET) || self.is_word(last, "what") {
            return None;
        }
        if token.is(Classes::PRON) {
            return Some(self.pronoun(last));
        }
        if token.is(Classes::OBJ) {
            // `Anna herself said`
            let reflexive =
                self.text(last).ends_with("self") || self.text(last).ends_with("selves");
            if reflexive {
                return self.subject_before(last);
            }
            return self.some_of_them(last).or_else(|| self.placed_by(last));
        }
        // `the woman next to her`
        if last > 0 && self.is_word(last, "her") && self.is(last - 1, Classes::PREP) {
            return self.placed_by(last);
        }
        let start = self.phrase_start(end);
        if let Some(subject) = self.relative_head(start) {
            // `Anna Berg, the baker who feeds the town said`
            let opens = |name: &Subject| self.tokens[name.start].first;
            return Some(self.apposed_to(&subject).filter(opens).unwrap_or(subject));
        }
        let start = self.past_participle(start, end);
        let start = self.past_adverbials(start, end)?;
        if self.is_predicate(start, end) || self.is_held_by_participle(start) {
            return None;
        }
        let subject = self.describe(start, end)?;
        let other = self.held_by(&subject).or_else(|| self.joined_with(&subject));
        Some(other.unwrap_or(subject))
    }

    /// `each of them`, `most of us`, which ends with token `last`.
    fn some_of_them(&self, last: usize) -> Option<Subject> {
        let some = last.checked_sub(2).filter(|_| self.is_word(last - 1, "of"))?;
        let counts = Classes::DET.union(Classes::PRON).union(Classes::NUMERAL);
        let counted = self.is(some, counts) && !self.is_article(some);
        counted.then(|| Subject {
            span: self.span(some, last + 1),
            reference: Reference::Description,
            end: last + 1,
            ..self.pronoun(some)
        })
    }

    /// `a man behind him`, `the woman next to her`: whom the preposition before the pronoun at `last` belongs to.
    fn placed_by(&self, last: usize) -> Option<Subject> {
        let prep = last.checked_sub(1).filter(|&at| self.is(at, Classes::PREP))?;
        if self.is_word(prep, "of") {
            return None;
        }
        let next = prep.checked_sub(1).filter(|&at| self.is_word(at, "next"));
        let held = self.plain_phrase_before(next.unwrap_or(prep))?;
        let determined = self.is(held.start, Classes::DET)
            && self.begins_clause(held.start)
            && held.head.is(Classes::ROLE.union(Classes::MEMBER));
        determined.then_some(Subject { end: last + 1, ..held })
    }

    /// `the Sleep Council, which calls`: the body that a relative clause tells of, behind a comma.
    pub(super) fn body_before_which(&self, which: usize) -> Option<Subject> {
        let comma = which.checked_sub(1).filter(|&at| self.is_kind(at, TokenKind::Comma))?;
        let behind = comma > 0 && self.is_word(which, "which");
        let held = if behind { self.antecedent(which) } else { None }?;
        let body = held.reference == Reference::Name || held.head.is(Classes::ORG);
        body.then_some(held)
    }

    /// `Asking about the fee Berg said`, the comma left out: the name that ends a phrase which a participle opens.
    fn past_participle(&self, start: usize, end: usize) -> usize {
        let Some(head) = self.get(start) else { return start };
        let opens = head.first && head.is(Classes::VERB) && head.word.forms.any(Forms::ING);
        let name = || {
            (start + 1..end).find(|&at| {
                self.tokens[at].capital
                    && !self.tokens[at - 1].capital
                    && name_at(self.tokens, at).is_some_and(|run| run.end == end)
            })
        };
        if opens {
            name().unwrap_or(start)
        } else {
            start
        }
    }

    /// `what is clear is that`, `while technically true, it also implies`: whether the phrase is an adjective, and no subject.
    fn is_predicate(&self, start: usize, end: usize) -> bool {
        let adverbs = (start..end).take_while(|&at| self.is_adverb(at)).count();
        let governed = adverbs > 0 || self.prev(start).is_some_and(|prev| prev.is(Classes::BE));
        let word = &self.tokens[end - 1];
        let nouns = Classes::ROLE.union(Classes::ORG).union(Classes::CUE_NOUN);
        let noun = !word.is_word() || word.capital || word.is(nouns) || self.is_plural(end - 1);
        governed && start + adverbs + 1 == end && !noun
    }

    /// `came in, and shaking his wet hat said`: whether the phrase is the object of a participle that goes on with the clause.
    fn is_held_by_participle(&self, start: usize) -> bool {
        let determined = self.is(start, Classes::DET.union(Classes::POSS));
        let participle = start.checked_sub(1).filter(|&at| {
            let verb = &self.tokens[at];
            let others = Classes::PREP.union(Classes::CUE_NOUN).union(Classes::ROLE);
            let form = verb.is(Classes::VERB) && verb.word.forms.any(Forms::ING);
            let unknown = verb.is_word() && !verb.capital && self.text(at).ends_with("ing");
            (form || unknown) && !verb.is(others)
        });
        determined
            && participle
                .and_then(|at| self.prev(at))
                .is_some_and(|before| before.is(Classes::CONJ) || before.kind == TokenKind::Comma)
    }

    /// `Anna Berg, president and chair of the club said`: whoever holds a post that has no article and so is no subject, the second comma
    /// left out.
    fn held_by(&self, post: &Subject) -> Option<Subject> {
        let comma = post.start.checked_sub(1).filter(|&at| self.is_kind(at, TokenKind::Comma))?;
        let articled = self.is(post.start, Classes::DET.union(Classes::POSS));
        let role = self.is(post.start, Classes::ROLE) || post.head.is(Classes::ROLE) && !articled;
        if !role || self.text(post.end - 1).ends_with('s') {
            return None;
        }
        let run = || (post.start..post.end).find_map(|at| name_at(self.tokens, at));
        let office = post.name.is_none() || run().is_some_and(|run| run.core == run.end);
        let holder = if office { self.plain_phrase_before(comma)? } else { return None };
        let run = name_at(self.tokens, holder.start)?;
        let person = run.core < run.end && run.end == comma && run.end - run.core > 1;
        (person && self.begins_clause(holder.start)).then_some(holder)
    }

    /// `The oldest member and former mayor said`: a role without an article is one more of the person before it.
    pub(super) fn joined_with(&self, role: &Subject) -> Option<Subject> {
        let and = role.start.checked_sub(1).filter(|&at| self.is_word(at, "and"))?;
        if COMPANY.iter().any(|word| self.is_word(role.end - 1, word)) {
            // `Lund and her colleagues write`
            let named = self.plain_phrase_before(and)?;
            // `Lund and her colleagues`, `she and two colleagues`
            let counted = self.is(role.start, Classes::POSS.union(Classes::NUMERAL));
            let alone = role.end - role.start == 1 || counted;
            let led = alone && named.reference != Reference::Description;
            return led.then_some(Subject { end: role.end, ..named });
        }
        let bare =
            role.is_described_person() && !self.is(role.start, Classes::DET.union(Classes::POSS));
        if !bare || self.text(role.end - 1).ends_with('s') {
            return None;
        }
        let other = self.plain_phrase_before(and)?;
        let determined = self.is(other.start, Classes::DET)
            && other.reference == Reference::Description
            && other.head.is(Classes::ROLE.union(Classes::EPITHET));
        determined.then_some(Subject { end: role.end, ..other })
    }
}
