//! The name that stands in apposition to a description, between commas: `his lawyer, Anna Berg,`.

use crate::attribution::frame::Frame;
use crate::lexicon::{Classes, Forms};
use crate::text::names::{lower_role_start, name_at, NameRun};
use crate::text::tokens::{Token, TokenKind};

/// Where somebody is from has at most so many words.
const LONGEST_WORKPLACE: usize = 9;
/// … and is behind so many words at most, if the name of a body is among them.
const LONGEST_BODY: usize = 6;
/// A role before a name in apposition has at most so many words.
const LONGEST_RANK: usize = 5;

impl Frame<'_> {
    /// `the largest party, Vekst, said`: the name of the body that is described, between commas.
    pub(super) fn apposed_body(&self, head: &Token, end: usize) -> Option<NameRun> {
        let body = head.is(Classes::ORG) && !head.is(Classes::ROLE) && !head.capital;
        if body {
            self.between_commas(end)
        } else {
            None
        }
    }

    /// The name between a comma at `open` and another, if it is that of no day and no place.
    fn between_commas(&self, open: usize) -> Option<NameRun> {
        let run =
            self.is_kind(open, TokenKind::Comma).then(|| name_at(self.tokens, open + 1))??;
        let named = self.is_kind(run.end, TokenKind::Comma)
            && !self.names_a_time(&run)
            && !self.names_a_place(&run);
        named.then_some(run)
    }

    /// `Her mother, Patience, wept`: the one name of somebody who is owned.
    pub(super) fn apposed_kin(&self, start: usize, head: &Token, end: usize) -> Option<NameRun> {
        let owned = || (start..end).any(|at| self.is_kind(at, TokenKind::Possessive));
        let one = head.is(Classes::ROLE)
            && !head.is(Classes::ORG)
            && (self.is(start, Classes::POSS) || owned());
        let run = one.then(|| self.between_commas(end))??;
        (run.end == end + 2).then_some(run)
    }

    /// `his lawyer, Anna Berg,`: the name that a comma behind the description adds.
    pub(super) fn apposed_name(&self, end: usize) -> Option<NameRun> {
        // `her challenger in May, Anna Berg,`
        let dated = self.is(end, Classes::PREP) && self.is(end + 1, Classes::CALENDAR);
        let comma = end + 2 * usize::from(dated);
        if !matches!(self.kind(comma), Some(TokenKind::Comma | TokenKind::Dash)) {
            return None;
        }
        // `state Sen. Anna Berg`
        let titled = |at: usize| {
            self.get(at).is_some_and(|t| t.capital && t.is(Classes::TITLE.union(Classes::ROLE)))
        };
        let state = self.is_word(comma + 1, "state") && titled(comma + 2);
        let first = comma + 1 + usize::from(state);
        let apposed = |run: &NameRun| {
            let titled = run.core > run.start || run.core == run.end;
            let person = self.is(run.start, Classes::GIVEN) || run.end - run.start > 1;
            let closed = self.closes_phrase(run.end) || self.is_where_from(run.end);
            closed && (titled || person) && !self.names_a_time(run) && !self.names_a_place(run)
        };
        let run = self
            .styled_name(first)
            .or_else(|| self.ranked_name(first))
            .or_else(|| self.introduced_name(first))
            .or_else(|| self.described_name(first + usize::from(self.is_word(first, "the"))))
            .filter(apposed);
        let run = run.or_else(|| {
            // `French actor Anna Berg`, `Tory peer Anna Berg`
            let origin = Classes::PLACE.union(Classes::MEMBER);
            let of_origin = self.is(first, origin) || self.is_aged(first);
            let behind = Some(first + 1).filter(|_| of_origin)?;
            let behind = behind + usize::from(self.is_aged(first) && self.is(behind, origin));
            self.ranked_name(behind).or_else(|| self.described_name(behind)).filter(apposed)
        });
        run.or_else(|| self.named_behind_a_body(first).filter(apposed))
    }

    /// `Halm Athletic midfielder Tom Berg`, `the former Olympic rower Anna Berg`: the name behind words for what somebody is, another name
    /// among them.
    fn named_behind_a_body(&self, first: usize) -> Option<NameRun> {
        let open = Classes::CLOSED.union(Classes::ADV).union(Classes::CUE);
        let plain = |at: &usize| {
            self.get(*at).is_some_and(|word| word.is_word() && !word.is(open) && !word.finite)
        };
        let start = first + usize::from(self.is_word(first, "the"));
        let words = (start..start + LONGEST_BODY).take_while(plain);
        let small = |at: usize| self.get(at).is_some_and(|word| !word.capital);
        let mut turns = words.filter(|&at| at > start && small(at) && !small(at - 1));
        turns.find_map(|at| self.ranked_name(at).or_else(|| self.described_name(at)))
    }

    /// `the author, Anna Berg of Halm University, said`: whether what begins here tells where a name is from, up to a comma.
    fn is_where_from(&self, at: usize) -> bool {
        if !["of", "from", "at"].iter().any(|word| self.is_word(at, word)) {
            return false;
        }
        let joins = |at: usize| ["of", "in"].iter().any(|word| self.is_word(at, word));
        let within = |&at: &usize| {
            self.is_nominal(at) || self.is_kind(at, TokenKind::Ampersand) || joins(at)
        };
        let end = (at + 1..).take(LONGEST_WORKPLACE).find(|at| !within(at));
        end.is_some_and(|end| end > at + 1 && self.closes_phrase(end))
    }

    /// `23-year-old`
    fn is_aged(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.is_word()) && self.ends_with(at, "-old")
    }

    /// `Ohio`, `South Carolina`, but not `Paris Lund`, nor `Anna London`.
    pub(super) fn names_a_place(&self, run: &NameRun) -> bool {
        self.is(run.start, Classes::PLACE)
            || self.is(run.end - 1, Classes::PLACE) && !self.is(run.start, Classes::GIVEN)
    }

    /// `the Rt Rev Anna Berg`, `the Very Rev Anna Berg`: the name behind an article and a style.
    fn styled_name(&self, at: usize) -> Option<NameRun> {
        let styled = |&at: &usize| {
            self.get(at).is_some_and(|token| token.capital && token.is(Classes::TITLE))
        };
        let style = (at + 1..at + 3).find(styled).filter(|_| self.is_word(at, "the"))?;
        name_at(self.tokens, style)
    }

    /// `former minister Anna Berg`, `the poet and sailor Anna Berg`: the name that begins here, or behind a role that does.
    fn ranked_name(&self, at: usize) -> Option<NameRun> {
        name_at(self.tokens, at).or_else(|| {
            let name = (at + 1..at + LONGEST_RANK)
                .find(|&name| self.get(name).is_some_and(|token| token.capital))?;
            let role = lower_role_start(self.tokens, name)?;
            let joined = role.checked_sub(1).filter(|&and| self.is(and, Classes::CONJ));
            let first = joined.and_then(|and| lower_role_start(self.tokens, and)).unwrap_or(role);
            let ranked = first == at || first == at + 1 && self.is_word(at, "the");
            name_at(self.tokens, name)
                .filter(|run| ranked && run.start == name && run.core < run.end)
        })
    }

    /// Whether a role begins here that a name stands behind: `Halm mayor Anna Berg`, `CEO Anna Berg`.
    pub(super) fn rank_before_name(&self, at: usize) -> bool {
        let ranked = |run: &NameRun| at < run.core && run.core < run.end;
        !self.is(at, Classes::CLOSED)
            && (name_at(self.tokens, at).is_some_and(|run| ranked(&run))
                || self.described_name(at).is_some()
                || (at + 1..at + LONGEST_RANK).any(|name| self.ranked_from(at, name)))
    }

    /// Whether the role that ends before the name at `name` begins at `at`.
    fn ranked_from(&self, at: usize, name: usize) -> bool {
        name < self.len()
            && lower_role_start(self.tokens, name).is_some_and(|role| role <= at)
            && name_at(self.tokens, name).is_some_and(|run| run.core < run.end)
    }

    /// `retired postman Anna Berg`: the full name behind words for what somebody is, whether or not a list holds them.
    fn described_name(&self, at: usize) -> Option<NameRun> {
        let name = (at..at + LONGEST_RANK).find(|&name| {
            let token = self.get(name);
            token.is_none_or(|token| token.capital || !token.is_word())
        })?;
        let open = Classes::CLOSED.union(Classes::ADV).union(Classes::CUE);
        let plain =
            |word: &Token| !word.is(open) && !word.word.forms.any(Forms::ING) && !word.adverb;
        let words = self.tokens.get(at..name)?;
        let run = name_at(self.tokens, name).filter(|_| !words.is_empty())?;
        let titled = run.core > name && run.core < run.end;
        let whole = run.start == name && (titled || run.core == name && self.is_full_name(&run));
        (whole && words.iter().all(plain)).then_some(run)
    }

    /// `a dentist named Anna Berg`: the name in a phrase that begins with an article here.
    fn introduced_name(&self, at: usize) -> Option<NameRun> {
        if !(self.is_word(at, "a") || self.is_word(at, "an")) {
            return None;
        }
        let named = (at + 2..at + LONGEST_RANK + 1).find(|&named| self.introduces_name(named))?;
        name_at(self.tokens, named + 1)
    }
}
