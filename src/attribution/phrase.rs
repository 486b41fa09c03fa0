//! Noun phrases around a verb: who its subject is, found without a parser.
//!
//! English keeps the subject next to its verb but for what commas, dashes or brackets set off. So the phrase is
//! gathered word by word from the verb outwards until a closed-class word, a verb or a mark bounds it, and set-off
//! insertions are stepped over. The idea of bounding phrases by closed-class words goes back to Abney
//! (1991, *Parsing by chunks*).

use super::frame::Frame;
use crate::lexicon::{Classes, Forms, Word};
use crate::quote::Reference;
use crate::span::Span;
use crate::text::names::{lower_role_start, name_at, NameRun};
use crate::text::tokens::TokenKind;

/// Whom a clause names as its speaker.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    /// The words that point at the speaker.
    pub(crate) span: Span,
    /// The name in them, without title and role.
    pub(crate) name: Option<Span>,
    pub(crate) reference: Reference,
    /// The head word of a description, or the pronoun.
    pub(crate) head: Word,
    /// Token index of the first word of the whole phrase.
    pub(crate) start: usize,
    /// One past its last token.
    pub(crate) end: usize,
}

impl Subject {
    /// `a nurse`, `the girl`: somebody a pronoun may take up.
    pub(crate) fn is_described_person(&self) -> bool {
        self.reference == Reference::Description && self.head.is(Classes::ROLE)
    }

    /// `a note`, `the company`: a thing that `it` may take up where words are quoted.
    pub(crate) fn is_described_thing(&self) -> bool {
        self.reference == Reference::Description && !self.head.is(Classes::ROLE)
    }

    /// The same subject, its phrase beginning at token `start`.
    fn from(self, start: usize) -> Self {
        Self { start, ..self }
    }
}

/// Commas can set off at most this many tokens between a subject and its verb.
const LONGEST_INSERTION: usize = 45;
/// A name with its role is at most this many tokens.
const LONGEST_NAME: usize = 9;
/// A phrase is at most this many tokens long.
const LONGEST_PHRASE: usize = 28;

const STOPS_PHRASE: Classes = Classes::SUB
    .union(Classes::COMP)
    .union(Classes::WH)
    .union(Classes::REL)
    .union(Classes::PRON)
    .union(Classes::OBJ)
    .union(Classes::AUX)
    .union(Classes::BE)
    .union(Classes::NEG);

impl Frame<'_> {
    /// The subject whose phrase ends right before token `end`, insertions stepped over.
    pub(crate) fn subject_before(&self, end: usize) -> Option<Subject> {
        let end = self.skip_adverbs_back(end);
        let last = end.checked_sub(1)?;
        match self.kind(last)? {
            TokenKind::Comma => self.before_insertion(last, TokenKind::Comma),
            TokenKind::Dash => self.before_insertion(last, TokenKind::Dash),
            TokenKind::Close => self.subject_before(self.bracket_start(last)?),
            TokenKind::Word => self.phrase_before(end),
            TokenKind::Number => self.phrase_before(end),
            _ => None,
        }
    }

    fn bracket_start(&self, close: usize) -> Option<usize> {
        (close.saturating_sub(LONGEST_INSERTION)..close)
            .rev()
            .find(|&at| self.is_kind(at, TokenKind::Open))
    }

    /// `Anna, who runs the shop, said`: from the closing mark back to the phrase before the opening one.
    fn before_insertion(&self, close: usize, mark: TokenKind) -> Option<Subject> {
        let lowest = close.saturating_sub(LONGEST_INSERTION);
        let mut fallback = None;
        for open in (lowest..close).rev() {
            if matches!(
                self.kind(open),
                Some(TokenKind::Stop | TokenKind::Semicolon | TokenKind::Quote(_))
            ) {
                break;
            }
            if !self.is_kind(open, mark) || open + 1 == close || open == 0 {
                continue;
            }
            let Some(subject) = self.plain_phrase_before(open) else { continue };
            if self.may_set_off(open + 1) && self.begins_clause(subject.start) {
                return Some(self.apposed_to(&subject).unwrap_or(subject));
            }
            if fallback.is_none() && self.begins_clause(subject.start) {
                fallback = Some(subject);
            }
        }
        fallback
    }

    /// `Anna Berg, chair of the board, the club's owner, said`: the name that a description stands in apposition to.
    fn apposed_to(&self, subject: &Subject) -> Option<Subject> {
        let comma =
            subject.start.checked_sub(1).filter(|&at| self.is_kind(at, TokenKind::Comma))?;
        let apposition =
            subject.reference == Reference::Description && !self.is(subject.start, Classes::POSS);
        let named = self.plain_phrase_before(comma).filter(|_| apposition)?;
        let whole =
            named.reference == Reference::Name && named.span.end == self.span(comma - 1, comma).end;
        (whole && self.begins_clause(named.start)).then_some(named)
    }

    fn plain_phrase_before(&self, end: usize) -> Option<Subject> {
        let end = self.skip_adverbs_back(end);
        match self.kind(end.checked_sub(1)?)? {
            TokenKind::Word | TokenKind::Number => self.phrase_before(end),
            TokenKind::Close => self.phrase_before(self.bracket_start(end - 1)?),
            _ => None,
        }
    }

    /// Whether an insertion that begins at `at` is one that stands between subject and verb.
    fn may_set_off(&self, at: usize) -> bool {
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
    fn begins_clause(&self, at: usize) -> bool {
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
    }

    /// The phrase that ends right before token `end`, which is a word or a number.
    fn phrase_before(&self, end: usize) -> Option<Subject> {
        let last = end.checked_sub(1)?;
        let token = self.get(last)?;
        if token.is(Classes::REL) && !token.is(Classes::DET)
            || token.is(Classes::REL) && self.is_relative(last)
        {
            return self.antecedent(last);
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
            return if reflexive { self.subject_before(last) } else { None };
        }
        let start = self.phrase_start(end);
        if let Some(subject) = self.relative_head(start) {
            // `Anna Berg, the baker who feeds the town said`
            let opens = |name: &Subject| self.tokens[name.start].first;
            return Some(self.apposed_to(&subject).filter(opens).unwrap_or(subject));
        }
        let start = self.past_adverbials(start, end)?;
        let subject = self.describe(start, end)?;
        Some(self.joined_with(&subject).unwrap_or(subject))
    }

    /// `The oldest member and former mayor said`: a role without an article is one more of the person before it.
    fn joined_with(&self, role: &Subject) -> Option<Subject> {
        let and = role.start.checked_sub(1).filter(|&at| self.is_word(at, "and"))?;
        let bare =
            role.is_described_person() && !self.is(role.start, Classes::DET.union(Classes::POSS));
        let other = self
            .plain_phrase_before(and)
            .filter(|_| bare && !self.text(role.end - 1).ends_with('s'))?;
        let determined = self.is(other.start, Classes::DET)
            && other.reference == Reference::Description
            && other.head.is(Classes::ROLE.union(Classes::EPITHET));
        determined.then_some(Subject { end: role.end, ..other })
    }

    /// `an official who asked for silence said`: a phrase that is the object in a relative clause leads back to
    /// the noun that the clause belongs to.
    fn relative_head(&self, object: usize) -> Option<Subject> {
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
            if token.is(Classes::REL) && !token.is(Classes::DET) {
                let bare = self.is_finite_verb(at + 1) || self.is_adverb(at + 1);
                return if bare && at + 1 < object { self.antecedent(at) } else { None };
            }
            if self.is_word(at, "what") {
                return None;
            }
            if at > 0 && at + 1 < object && self.is_reduced_relative(at) {
                return self.plain_phrase_before(at);
            }
            if token.is(Classes::CUE) && self.is_finite_verb(at)
                || token.is(Classes::COMP.union(Classes::SUB))
            {
                return None;
            }
        }
        None
    }

    /// `a source speaking to the paper`, `a letter obtained by the paper`: a participle right behind its noun.
    fn is_reduced_relative(&self, at: usize) -> bool {
        let forms = self.tokens[at].word.forms;
        let noun =
            self.is_nominal(at - 1) && !self.tokens[at - 1].is(Classes::DET.union(Classes::POSS));
        let participle = forms.any(Forms::ING) && !forms.any(Forms::BASE)
            || forms.any(Forms::PARTICIPLE)
                && self.is(at + 1, Classes::PREP)
                && !self.is(at, Classes::SPEECH);
        noun && participle
    }

    /// `that` as a relative pronoun follows a noun; as a demonstrative it does not.
    fn is_relative(&self, at: usize) -> bool {
        self.prev(at).is_some_and(|prev| {
            let noun = prev.capital || prev.is(Classes::NOUN_TOO) || !prev.is(Classes::VERB);
            prev.is_word() && noun && !prev.is(Classes::CLOSED)
        })
    }

    /// The noun phrase that a relative pronoun at `at` takes up.
    fn antecedent(&self, at: usize) -> Option<Subject> {
        let end = if self.prev(at)?.kind == TokenKind::Comma { at - 1 } else { at };
        let end = if self.prev(end)?.is(Classes::PREP) { end - 1 } else { end };
        if self.is_word(at, "who") {
            // the nearest name: `the turn of Anna Berg, who told`
            let name = (end.saturating_sub(LONGEST_NAME)..end).find_map(|start| {
                let begins =
                    start == 0 || !self.tokens[start - 1].capital || self.tokens[start].first;
                name_at(self.tokens, start)
                    .filter(|run| begins && run.end == end && run.core < run.end)
            });
            if let Some(run) = name {
                return Some(self.named(run, run.start, run.end));
            }
        } else if let Some(start) = self.last_object(end) {
            return self.describe(start, end);
        }
        self.plain_phrase_before(end)
    }

    /// `raised money from a fund`: where the object of the last preposition begins in the phrase that ends at `end`.
    fn last_object(&self, end: usize) -> Option<usize> {
        let lowest = end.saturating_sub(LONGEST_NAME);
        let at = (lowest..end).rev().find(|&at| !self.is_nominal(at))?;
        let far = ["from", "with", "to", "by", "against", "after", "into", "about", "than"];
        let object = far.iter().any(|word| self.is_word(at, word)) && at + 1 < end;
        (object && self.is(at + 1, Classes::DET.union(Classes::POSS))).then_some(at + 1)
    }

    fn pronoun(&self, at: usize) -> Subject {
        Subject {
            span: self.span(at, at + 1),
            name: None,
            reference: Reference::Pronoun,
            head: self.tokens[at].word,
            start: at,
            end: at + 1,
        }
    }

    /// How far left the phrase reaches that ends at `end`.
    fn phrase_start(&self, end: usize) -> usize {
        let lowest = end.saturating_sub(LONGEST_PHRASE);
        let mut start = end;
        while start > lowest {
            let at = start - 1;
            let token = &self.tokens[at];
            let belongs = match token.kind {
                TokenKind::Number | TokenKind::Possessive | TokenKind::Ampersand => true,
                TokenKind::Close => match self.bracket_start(at) {
                    Some(open) if open > lowest => {
                        start = open;
                        continue;
                    }
                    _ => false,
                },
                TokenKind::Quote(_) => {
                    // a nickname, or a name in marks before its noun
                    let short = token.end - token.start <= 30;
                    let within = self
                        .text(at)
                        .trim_end_matches(|ch: char| !ch.is_alphanumeric() && ch != ',');
                    short
                        && !within.ends_with(',')
                        && at > lowest
                        && self.is_nominal(at - 1)
                        && self.is_nominal(at + 1)
                }
                TokenKind::Word => self.is_nominal(at) || self.joins(at, end),
                _ => false,
            };
            if !belongs {
                break;
            }
            start = at;
            if token.is(Classes::DET.union(Classes::POSS)) && !self.goes_on_before(at) {
                break;
            }
            if token.first {
                break;
            }
        }
        start
    }

    /// Whether the phrase may go on before the determiner at `at`: `the mayor of the town`, not `held up a sign`.
    fn goes_on_before(&self, at: usize) -> bool {
        let particles = ["up", "out", "off", "down", "away"];
        self.prev(at).is_some_and(|prev| {
            prev.is(Classes::DET)
                || prev.is(Classes::PREP)
                    && !particles.iter().any(|word| self.is_word(at - 1, word))
        })
    }

    /// A noun, an adjective, a name, a determiner.
    fn is_nominal(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        if !token.is_word() {
            return token.kind == TokenKind::Number;
        }
        if self.is_word(at, "one")
            && self.get(at + 1).is_some_and(|next| next.is_word() && !next.is(Classes::CLOSED))
        {
            return true;
        }
        if token.is(Classes::DET.union(Classes::POSS)) {
            return !token.is(Classes::COMP.union(Classes::WH).union(Classes::REL));
        }
        if token.capital && !token.is(Classes::CLOSED) {
            return true;
        }
        if self.follows_auxiliary(at) {
            return false;
        }
        let listed = token.is(Classes::ROLE
            .union(Classes::ORG)
            .union(Classes::CUE_NOUN)
            .union(Classes::PARTICLE));
        !token.is(STOPS_PHRASE.union(Classes::CONJ).union(Classes::PREP).union(Classes::ADV))
            && (listed && !self.is_finite_verb(at)
                || !self.is_finite_verb(at) && !self.is_participle(at))
    }

    fn is_participle(&self, at: usize) -> bool {
        let determined =
            self.prev(at).is_some_and(|prev| prev.is(Classes::DET.union(Classes::POSS)));
        self.is(at, Classes::VERB) && self.text(at).ends_with("ing") && !determined
    }

    /// A preposition or conjunction inside the phrase that ends at `end`.
    fn joins(&self, at: usize, end: usize) -> bool {
        let token = &self.tokens[at];
        if at == 0 || at + 1 >= end {
            return false;
        }
        if token.is(Classes::CONJ) && (self.is_word(at, "and") || self.is_word(at, "or")) {
            let left = &self.tokens[at - 1];
            let right = &self.tokens[at + 1];
            return left.is_word() && left.capital && right.capital
                || left.is(Classes::ROLE) && right.is(Classes::ROLE);
        }
        if token.is(Classes::ADV) && !token.is(Classes::PREP) {
            return self.tokens[at - 1].is(Classes::DET);
        }
        let infinitive = self.is_word(at, "to")
            && self
                .get(at + 1)
                .is_some_and(|next| next.word.forms.any(Forms::BASE) && !next.capital);
        token.is(Classes::PREP)
            && !token.is(Classes::COMP.union(Classes::SUB))
            && !infinitive
            && self.is_nominal(at - 1)
    }

    /// `On Tuesday the mayor`, `In a statement Berg`: where the subject begins behind leading adverbials.
    fn past_adverbials(&self, start: usize, end: usize) -> Option<usize> {
        let head = self.get(start)?;
        let adverbial = head.is(Classes::PREP.union(Classes::CONJ))
            || head.is(Classes::CALENDAR) && start + 1 < end;
        if start >= end {
            return None;
        }
        if !adverbial {
            return Some(start);
        }
        let mut at = start + 1;
        while at < end {
            let token = &self.tokens[at];
            let behind_noun = at > start + 1
                && !self.is(at - 1, Classes::PREP.union(Classes::DET).union(Classes::POSS));
            let behind_date = self.is(at - 1, Classes::CALENDAR)
                || self.is_kind(at - 1, TokenKind::Number) && at > start + 1;
            let named = token.capital
                && !token.is(Classes::CALENDAR)
                && !self.tokens[at - 1].capital
                && self.is_kind(at - 1, TokenKind::Word)
                && !self.is(at - 1, Classes::ROLE);
            if behind_noun && (token.is(Classes::DET.union(Classes::POSS)) || named)
                || behind_date
                    && !token.is(Classes::PREP.union(Classes::CALENDAR))
                    && token.is_word()
            {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// The subject of the phrase `start..end`: a name, or a description by its head.
    pub(crate) fn describe(&self, start: usize, end: usize) -> Option<Subject> {
        let mut runs: Option<NameRun> = None;
        let mut head_end = end;
        let mut at = start;
        while at < end {
            if let Some(run) = name_at(self.tokens, at).filter(|run| run.end <= end) {
                let joint = runs.is_some_and(|first| {
                    first.end + 1 == run.start && self.is(first.end, Classes::CONJ)
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
        if let Some(run) =
            runs.filter(|run| (run.end == head_end || joint_end) && !self.names_a_time(run))
        {
            let office = run.core == run.end;
            if let Some(name) = self.apposed_name(end).filter(|_| office) {
                return Some(self.named(name, name.start, name.end).from(start));
            }
            return Some(self.named(run, start, end));
        }
        // the noun may stand before a bracket or a number
        let head = (start..head_end).rev().find(|&at| self.tokens[at].is_word())?;
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
        if word.is(Classes::CALENDAR) || word.is(Classes::CLOSED) && !word.is(Classes::DET) {
            return None;
        }
        if let Some(run) = self.apposed_name(end) {
            return Some(self.named(run, run.start, run.end).from(start));
        }
        Some(Subject {
            span: self.span(start, end),
            name: None,
            reference: Reference::Description,
            head: word.word,
            start,
            end,
        })
    }

    /// `his lawyer, Anna Berg,`: the name that a comma behind the description adds.
    fn apposed_name(&self, end: usize) -> Option<NameRun> {
        if !self.is_kind(end, TokenKind::Comma) {
            return None;
        }
        let run = name_at(self.tokens, end + 1)?;
        let closed = match self.kind(run.end) {
            None | Some(TokenKind::Comma | TokenKind::Stop | TokenKind::Dash) => true,
            _ => self.get(run.end).is_some_and(|next| next.first),
        };
        let titled = run.core > run.start || run.core == run.end;
        let person = self.is(run.start, Classes::GIVEN) || run.end - run.start > 1;
        (closed
            && (titled || person)
            && !self.names_a_time(&run)
            && !self.is(run.start, Classes::PLACE))
        .then_some(run)
    }

    fn names_a_time(&self, run: &NameRun) -> bool {
        (run.start..run.end).all(|at| self.is(at, Classes::CALENDAR))
    }

    fn named(&self, run: NameRun, start: usize, end: usize) -> Subject {
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

    /// The subject whose phrase begins at token `start`: behind an inverted verb, or behind `according to`.
    pub(crate) fn subject_after(&self, start: usize) -> Option<Subject> {
        let token = self.get(start)?;
        let numeral = self.is_word(start, "one") && self.is_nominal(start + 1);
        if token.is(Classes::PRON) && token.is_word() && !token.is(Classes::DET) && !numeral {
            return Some(self.pronoun(start));
        }
        let mut end = start;
        while end < self.len() && end - start < LONGEST_PHRASE {
            let token = &self.tokens[end];
            let belongs = match token.kind {
                TokenKind::Number => {
                    end == start || self.tokens[end - 1].is(Classes::DET.union(Classes::PREP))
                }
                TokenKind::Possessive | TokenKind::Ampersand => true,
                TokenKind::Quote(_) => {
                    name_at(self.tokens, end.saturating_sub(1)).is_some_and(|run| run.end > end)
                }
                TokenKind::Word if token.first && end > start => false,
                TokenKind::Word if numeral && end == start => true,
                // `the recently released plan`
                TokenKind::Word if end > start && self.modifies(start, end) => true,
                TokenKind::Word if end > start && self.is_adverb(end) => false,
                // `the operator's managing director`
                TokenKind::Word if end > start && self.is_kind(end - 1, TokenKind::Possessive) => {
                    !self.is(end, Classes::CLOSED)
                }
                // `said the panel's ranking member Ida Lund`
                TokenKind::Word if end > start && self.is_participle(end) => {
                    self.get(end + 1).is_some_and(|next| next.capital && !next.first)
                }
                // `said retired general Tom Reyes`, `said undecided voter Tom Reyes`
                TokenKind::Word
                    if end == start
                        && (token.word.forms.any(Forms::PARTICIPLE)
                            || token.finite && !token.is(Classes::VERB.union(Classes::CLOSED))) =>
                {
                    self.is_nominal(end + 1)
                }
                TokenKind::Word => {
                    self.is_nominal(end) && !(end > start && self.begins_adverbial(end))
                        || self.attaches(start, end)
                }
                _ => false,
            };
            if !belongs {
                break;
            }
            end += 1;
        }
        while end > start + 1
            && self.tokens[end - 1].is(Classes::PREP.union(Classes::CONJ).union(Classes::DET))
        {
            end -= 1;
        }
        let dangling = end == start + 1 && self.is(start, Classes::PREP.union(Classes::CONJ));
        if end == start || dangling {
            None
        } else {
            self.describe(start, end)
        }
    }

    /// An adverb or a participle between the determiner at `start` and its noun.
    fn modifies(&self, start: usize, at: usize) -> bool {
        let lead = at == start + 1 || at == start + 2 && self.is_adverb(start + 1);
        let participle = self.tokens[at].word.forms.any(Forms::PARTICIPLE);
        lead && self.is(start, Classes::DET.union(Classes::POSS))
            && (self.is_adverb(at) && self.get(at + 1).is_some_and(|next| next.is_word())
                || participle && self.is_nominal(at + 1))
    }

    /// A day or another time behind the subject: `said Berg Tuesday`.
    fn begins_adverbial(&self, at: usize) -> bool {
        self.is(at, Classes::CALENDAR) && !self.tokens[at].is(Classes::GIVEN)
    }

    /// A preposition that hangs on the noun before: `a spokesman for the mayor`, `Berg of Oslo`.
    fn attaches(&self, start: usize, at: usize) -> bool {
        let token = &self.tokens[at];
        if at == start || !self.is_nominal(at - 1) {
            return false;
        }
        if token.is(Classes::CONJ) {
            return self.is_word(at, "and")
                && self.tokens[at - 1].capital
                && self.get(at + 1).is_some_and(|next| next.capital);
        }
        if token.is(Classes::PARTICLE) && self.get(at + 1).is_some_and(|next| next.capital) {
            return true;
        }
        let of = ["of", "for", "from", "at", "with"].iter().any(|word| self.is_word(at, word));
        of && self
            .get(at + 1)
            .is_some_and(|next| self.is_nominal(at + 1) && !next.is(Classes::CALENDAR))
    }
}

impl Frame<'_> {
    /// Whether the token at `at` tells an owner: the `'s` of `Anna's message`, or `his`.
    pub(crate) fn is_owner(&self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Possessive) || self.is(at, Classes::POSS)
    }

    /// The owner that the token at `at` tells.
    pub(crate) fn owner(&self, at: usize) -> Option<Subject> {
        if self.is_kind(at, TokenKind::Possessive) {
            self.subject_before(at)
        } else {
            Some(self.pronoun(at))
        }
    }
}
