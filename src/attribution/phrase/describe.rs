//! What a phrase is: a name with its role, a description by its head, a pronoun.

use super::Subject;
use crate::attribution::frame::Frame;
use crate::lexicon::{Classes, Forms};
use crate::quote::Reference;
use crate::span::Span;
use crate::text::names::{lower_role_start, name_at, NameRun};
use crate::text::offices::{is_unlisted_pair, is_unnamed_body};
use crate::text::tokens::{Token, TokenKind};

/// Who is in charge of what `of` adds.
const POSTS: [&str; 16] = [
    "chair",
    "chairman",
    "chairwoman",
    "chief",
    "coach",
    "commissioner",
    "director",
    "editor",
    "head",
    "leader",
    "manager",
    "minister",
    "officer",
    "president",
    "professor",
    "secretary",
];

/// Where somebody is from has at most so many words.
const LONGEST_WORKPLACE: usize = 9;
/// A role before a name in apposition has at most so many words.
const LONGEST_RANK: usize = 5;

impl Frame<'_> {
    pub(in crate::attribution) fn pronoun(&self, at: usize) -> Subject {
        Subject {
            span: self.span(at, at + 1),
            name: None,
            reference: Reference::Pronoun,
            head: self.tokens[at].word,
            start: at,
            end: at + 1,
        }
    }

    /// `according to her`: a pronoun that stands as an object, no noun behind it that it could own.
    pub(crate) fn object_pronoun(&self, at: usize) -> Option<Subject> {
        let object = self.is(at, Classes::OBJ) || self.is_word(at, "her");
        let alone = self.get(at + 1).is_none_or(|next| !next.is_word() || next.is(Classes::CLOSED));
        (object && alone).then(|| self.pronoun(at))
    }

    /// The subject of the phrase `start..end`: a name, or a description by its head.
    pub(crate) fn describe(&self, start: usize, end: usize) -> Option<Subject> {
        if self.is_one_of(start) && start + 2 < end {
            // known by the noun behind `of`, whoever that is
            let several = self.describe(start + 2, end)?;
            let span = Span { start: self.tokens[start].start as usize, ..several.span };
            let (name, reference) = (None, Reference::Description);
            return Some(Subject { span, name, reference, ..several }.from(start));
        }
        if let Some(run) = self.ranked_at_end(start, end) {
            return Some(self.named(run, run.start, run.end).from(start));
        }
        let mut runs: Option<NameRun> = None;
        let mut head_end = end;
        let mut at = start;
        while at < end {
            let run = name_at(self.tokens, at).map(|run| self.before_degree(run, end));
            if let Some(run) = run.filter(|run| run.end <= end) {
                // `Senator Anna Berg and Mayor Tom Lund`, but `Senator and Mayor Tom Lund`
                let joint = runs.is_some_and(|first| {
                    let office = first.core == first.end && run.start < run.core;
                    first.end + 1 == run.start && self.is(first.end, Classes::CONJ) && !office
                });
                if !joint {
                    runs = Some(run);
                }
                at = run.end;
                continue;
            }
            let token = &self.tokens[at];
            let bounds = token.is(Classes::PREP) || token.kind == TokenKind::Open;
            if bounds && at > start {
                head_end = at;
                break;
            }
            at += 1;
        }
        let joint_end =
            runs.is_some_and(|run| self.is(run.end, Classes::CONJ) && run.end < head_end);
        if let Some(run) = runs.filter(|run| {
            (run.end == head_end || joint_end)
                && !self.names_a_time(run)
                && !self.is_one_of_many(start, run)
        }) {
            let office = run.core == run.end;
            let name =
                || self.apposed_name(end).or_else(|| self.posted(run.end - 1, head_end, end));
            if let Some(name) = office.then(name).flatten() {
                return Some(self.named(name, name.start, name.end).from(start));
            }
            return Some(self.named(run, start, end));
        }
        // the noun may stand before a bracket or a number
        let head = (start..head_end).rev().find(|&at| self.tokens[at].is_word())?;
        if ["a", "an", "the"].iter().any(|article| self.is_word(head, article)) {
            // `a $5 million suit`
            return None;
        }
        if head == start && ["first", "last", "next"].iter().any(|word| self.is_word(head, word)) {
            // `the letters, first published by`
            return None;
        }
        // `a source close to the couple`
        let known = Classes::ROLE.union(Classes::ORG).union(Classes::CUE_NOUN);
        let head = match head.checked_sub(1) {
            Some(noun) if noun >= start && head_end < end && self.is(noun, known) => {
                if self.is(head, known) {
                    head
                } else {
                    noun
                }
            }
            _ => head,
        };
        let word = &self.tokens[head];
        if let Some(run) = self.posted(head, head_end, end) {
            return Some(self.named(run, run.start, run.end).from(start));
        }
        let pronoun = head > start && self.goes_with_article(head);
        if word.is(Classes::CALENDAR.union(Classes::TIME))
            || word.is(Classes::CLOSED) && !word.is(Classes::DET) && !pronoun
        {
            return None;
        }
        let apposed = self.apposed_name(end).or_else(|| self.apposed_kin(start, word, end));
        if let Some(run) = apposed.or_else(|| self.apposed_body(word, end)) {
            return Some(self.named(run, run.start, run.end).from(start));
        }
        Some(Subject {
            span: self.span(start, self.without_day(start, end)),
            name: None,
            reference: Reference::Description,
            head: word.word,
            start,
            end,
        })
    }

    /// `Anna Berg, PhD`: the name without what a comma adds to it, where the phrase ends at that comma.
    fn before_degree(&self, run: NameRun, end: usize) -> NameRun {
        let added = run.end == end + 2 && self.is(end + 1, Classes::SUFFIX);
        let cut = added && self.is_kind(end, TokenKind::Comma) && run.core < end;
        NameRun { end: if cut { end } else { run.end }, ..run }
    }

    /// `a judge on Thursday afternoon`: where the description ends and the day begins, which goes with the verb.
    fn without_day(&self, start: usize, end: usize) -> usize {
        let hour = self.is(end - 1, Classes::TIME) && end > start + 1;
        let day = end - 1 - usize::from(hour);
        let before = day.saturating_sub(1);
        let leads = ["on", "in", "late", "early", "last", "this"];
        let dated = before > start
            && self.is(day, Classes::CALENDAR)
            && leads.iter().any(|lead| self.is_word(before, lead));
        if dated {
            before
        } else {
            end
        }
    }

    /// `one Republican`, `a Utah Democrat`: somebody who belongs to a party, and no name.
    fn is_one_of_many(&self, start: usize, run: &NameRun) -> bool {
        let articles = ["one", "a", "an", "another"];
        run.start == start + 1
            && run.end <= run.start + 2
            && self.is(run.end - 1, Classes::MEMBER)
            && articles.iter().any(|word| self.is_word(start, word))
    }

    /// `the largest party, Vekst, said`: the name of the body that is described, between commas.
    fn apposed_body(&self, head: &Token, end: usize) -> Option<NameRun> {
        let body = head.is(Classes::ORG) && !head.is(Classes::ROLE) && !head.capital;
        if !body || !self.is_kind(end, TokenKind::Comma) {
            return None;
        }
        let run = name_at(self.tokens, end + 1)?;
        let named = self.is_kind(run.end, TokenKind::Comma)
            && !self.names_a_time(&run)
            && !self.names_a_place(&run);
        named.then_some(run)
    }

    /// `Her mother, Patience, wept`: the one name of somebody who is owned.
    fn apposed_kin(&self, start: usize, head: &Token, end: usize) -> Option<NameRun> {
        let owned = self.is(start, Classes::POSS)
            || (start..end).any(|at| self.is_kind(at, TokenKind::Possessive));
        let one = head.is(Classes::ROLE) && !head.is(Classes::ORG) && owned;
        if !one || !self.is_kind(end, TokenKind::Comma) {
            return None;
        }
        let run = name_at(self.tokens, end + 1)?;
        let single = run.end == end + 2 && self.is_kind(run.end, TokenKind::Comma);
        (single && !self.names_a_time(&run) && !self.names_a_place(&run)).then_some(run)
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
            .or_else(|| self.described_name(first))
            .filter(apposed);
        run.or_else(|| {
            // `French actor Anna Berg`, `Tory peer Anna Berg`
            let origin = Classes::PLACE.union(Classes::MEMBER);
            let of_origin = self.is(first, origin) || self.is_aged(first);
            let behind = Some(first + 1).filter(|_| of_origin)?;
            let behind = behind + usize::from(self.is_aged(first) && self.is(behind, origin));
            self.ranked_name(behind).or_else(|| self.described_name(behind)).filter(apposed)
        })
    }

    /// `the author, Anna Berg of Halm University, said`: whether what begins here tells where a name is from, up to a comma.
    fn is_where_from(&self, at: usize) -> bool {
        let from = ["of", "from", "at"].iter().any(|word| self.is_word(at, word));
        let joins = |at: usize| ["of", "in"].iter().any(|word| self.is_word(at, word));
        let within = |&at: &usize| {
            self.is_nominal(at) || self.is_kind(at, TokenKind::Ampersand) || joins(at)
        };
        let end = (at + 1..).take(LONGEST_WORKPLACE).find(|at| !within(at));
        from && end.is_some_and(|end| end > at + 1 && self.closes_phrase(end))
    }

    /// `23-year-old`
    fn is_aged(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.is_word()) && self.ends_with(at, "-old")
    }

    /// `Ohio`, `South Carolina`, but not `Paris Lund`, nor `Anna London`.
    fn names_a_place(&self, run: &NameRun) -> bool {
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

    /// `former ambassador to Peru Ian Lund`, `head of the county government Ian Lund`: the name at the end of the phrase, if it is the
    /// name of whoever holds the post.
    fn posted(&self, post: usize, from: usize, end: usize) -> Option<NameRun> {
        if !self.is(post, Classes::ROLE) {
            return None;
        }
        let rank = Classes::ROLE.union(Classes::TITLE);
        let runs = (from..end).filter_map(|at| name_at(self.tokens, at));
        let run = runs.take_while(|run| run.end <= end).find(|run| run.end == end)?;
        let place = &self.tokens[run.start - 1];
        // `deputy leader of the council Cllr Ian Lund`, but not `lawyer for Mr. Lund`
        let noun = place.is_word() && !place.capital && !place.is(rank.union(Classes::CLOSED));
        let posted =
            run.start < run.core && run.core < run.end && (noun || !self.is(run.core - 1, rank));
        // `director of cricket Ian Lund`, but not `wife of attacker Ian Lund`
        let charge = POSTS.iter().any(|held| self.is_word(post, held)) && !place.capital;
        let listed = self.is(run.core, Classes::GIVEN);
        let behind_place = run.start == run.core
            && self.is_full_name(&run)
            && (listed
                || charge && !place.is(Classes::ORG)
                || is_unnamed_body(self.text(run.start - 1)))
            && place.is_word()
            && (place.is(Classes::ORG) || charge)
            && !place.is(rank.union(Classes::CLOSED));
        // `leader of the Free Halm List (FHL) Ian Lund`
        let behind_bracket = run.start == run.core
            && run.end - run.core > 1
            && place.kind == TokenKind::Close
            && !self.names_a_place(&run);
        (posted || behind_place || behind_bracket).then_some(run)
    }

    /// `Ida Lund`: a given name and another; `Borsem Askenov`: two words that no list holds.
    pub(super) fn is_full_name(&self, run: &NameRun) -> bool {
        let given = self.is(run.core, Classes::GIVEN) && !self.is(run.core, Classes::PLACE);
        run.end - run.core > 1 && given
            || run.end - run.core == 2 && is_unlisted_pair(self.tokens, run.core)
    }

    /// `Bank of Halm governor Ida Lund`: the full name that ends the phrase, behind a role that stands behind a name of another thing.
    fn ranked_at_end(&self, start: usize, end: usize) -> Option<NameRun> {
        let of = (start + 1..end).find(|&at| self.is_word(at, "of"))?;
        let run = (of + 2..end).find_map(|at| name_at(self.tokens, at).filter(|r| r.end == end))?;
        let role = self.tokens[run.start - 1];
        let ranked = role.is(Classes::ROLE) && role.is_word() && !role.capital;
        let lead = self.is(start, Classes::DET) || self.is_word(start, "former");
        let first = self.get(start + usize::from(lead))?;
        let thing = first.capital && !first.is(Classes::ROLE.union(Classes::CLOSED));
        (ranked && thing && self.is_full_name(&run)).then_some(run)
    }

    pub(super) fn names_a_time(&self, run: &NameRun) -> bool {
        (run.start..run.end).all(|at| self.is(at, Classes::CALENDAR))
    }

    pub(super) fn named(&self, run: NameRun, start: usize, end: usize) -> Subject {
        let core = if run.core < run.end { run.core } else { run.start };
        let first = match lower_role_start(self.tokens, run.start) {
            Some(role) if role < start => start.min(run.start),
            _ => run.start,
        };
        Subject {
            span: self.span(first, run.end),
            name: Some(self.span(core, run.end)),
            reference: Reference::Name,
            head: self.tokens[run.end - 1].word,
            start,
            end,
        }
    }

    /// The name that begins right at token `start`, whatever follows it.
    pub(crate) fn name_from(&self, start: usize) -> Option<Subject> {
        let run = name_at(self.tokens, start).filter(|run| run.core < run.end)?;
        Some(self.named(run, run.start, run.end))
    }
}
