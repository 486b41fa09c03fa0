//! What a phrase is: a name with its role, a description by its head, a pronoun.

use super::Subject;
use crate::attribution::frame::Frame;
use crate::lexicon::Classes;
use crate::quote::Reference;
use crate::span::Span;
use crate::text::names::{lower_role_start, name_at, NameRun};
use crate::text::offices::{is_unlisted_pair, is_unnamed_body};
use crate::text::tokens::TokenKind;

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
