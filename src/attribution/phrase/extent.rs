//! How far a noun phrase reaches: word by word outwards until a closed-class word, a verb or a mark bounds it.

use super::LONGEST_PHRASE;
use crate::attribution::frame::Frame;
use crate::lexicon::{Classes, Forms};
use crate::text::names::name_at;
use crate::text::tokens::{Token, TokenKind};

/// An indefinite description before the participle that names it has at most so many words.
const LONGEST_INDEFINITE: usize = 6;

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
    /// How far left the phrase reaches that ends at `end`.
    pub(super) fn phrase_start(&self, end: usize) -> usize {
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
                TokenKind::Word => {
                    self.is_nominal(at)
                        || self.joins(at, end)
                        || self.is_word(start, "and") && self.joins_portfolios(start, end)
                }
                _ => false,
            };
            if !belongs {
                break;
            }
            start = at;
            if token.is(Classes::DET.union(Classes::POSS)) && !self.goes_on_before(at) {
                break;
            }
            if token.first || self.is_one_of(at) {
                break;
            }
        }
        start
    }

    /// Whether the phrase may go on before the determiner at `at`: `the mayor of the town`, `the town's most senior judge`, not
    /// `held up a sign`.
    pub(super) fn goes_on_before(&self, at: usize) -> bool {
        let particles = ["up", "out", "off", "down", "away"];
        self.prev(at).is_some_and(|prev| {
            prev.is(Classes::DET)
                || prev.kind == TokenKind::Possessive && !self.is_article(at)
                || prev.is(Classes::PREP)
                    && !particles.iter().any(|word| self.is_word(at - 1, word))
        })
    }

    /// A noun, an adjective, a name, a determiner.
    pub(super) fn is_nominal(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        if !token.is_word() {
            return token.kind == TokenKind::Number;
        }
        let one = |next: &Token| next.is_word() && !next.is(Classes::CLOSED);
        if token.is(Classes::PRON.union(Classes::OBJ))
            && (self.is_word(at, "one") && self.get(at + 1).is_some_and(one) || self.is_one_of(at))
        {
            return true;
        }
        if token.is(Classes::DET.union(Classes::POSS)) {
            // `the judges at that court`
            let governed = self.prev(at).is_some_and(|prev| prev.is(Classes::PREP));
            return !token.is(Classes::COMP.union(Classes::WH).union(Classes::REL))
                || governed && self.is_word(at, "that");
        }
        if token.capital && !token.is(Classes::CLOSED) {
            // `Addressing Congress, Berg`
            let participle = token.first && token.word.forms.any(Forms::ING);
            return !participle || name_at(self.tokens, at).is_some();
        }
        if self.follows_auxiliary(at) {
            return false;
        }
        let listed = token.is(Classes::ROLE
            .union(Classes::ORG)
            .union(Classes::CUE_NOUN)
            .union(Classes::PARTICLE));
        !token.is(STOPS_PHRASE.union(Classes::CONJ).union(Classes::PREP).union(Classes::ADV))
            && !self.is_finite_verb(at)
            && (listed || !self.is_participle(at))
            && !self.is_at_least(at)
            && !self.is_infinitive(at)
    }

    /// `to live with a fee`, `to thank Anna`: a verb behind `to` that goes on with what it takes.
    fn is_infinitive(&self, at: usize) -> bool {
        let takes = Classes::PREP.union(Classes::DET).union(Classes::POSS).union(Classes::OBJ);
        let verb = &self.tokens[at];
        verb.is(Classes::VERB)
            && verb.word.forms.any(Forms::BASE)
            && at > 0
            && self.is_word(at - 1, "to")
            && self.get(at + 1).is_some_and(|next| next.is(takes) || next.capital)
    }

    /// `at least five judges`
    fn is_at_least(&self, at: usize) -> bool {
        self.is_word(at, "least") && at > 0 && self.is_word(at - 1, "at")
    }

    /// `one of the judges`, `none of her sons`: one out of several; not `home to one of the judges`.
    pub(in crate::attribution) fn is_one_of(&self, at: usize) -> bool {
        if !self.is(at, Classes::PRON.union(Classes::DET)) {
            return false;
        }
        let one = ["one", "none", "each"].iter().any(|word| self.is_word(at, word));
        let several = Classes::DET.union(Classes::POSS);
        let several = |token: &Token| token.is(several) || token.capital || !token.is_word();
        one && self.is_word(at + 1, "of")
            && self.get(at + 2).is_some_and(several)
            && !self.prev(at).is_some_and(|prev| prev.is(Classes::PREP))
    }

    pub(super) fn is_participle(&self, at: usize) -> bool {
        let ends = self.is(at, Classes::VERB) && self.text(at).ends_with("ing");
        // `the club's governing body`
        let owned = |prev: &Token| prev.kind == TokenKind::Possessive;
        let determined = |prev: &Token| prev.is(Classes::DET.union(Classes::POSS)) || owned(prev);
        ends && !self.prev(at).is_some_and(determined) && !self.is_compounded(at)
    }

    /// `one trading company`, `a senior banking official`: what looks like a participle, but belongs to the noun behind it.
    fn is_compounded(&self, at: usize) -> bool {
        let noun = self.is(at + 1, Classes::ROLE.union(Classes::ORG)) && !self.is_plural(at + 1);
        // `quoting spokesman Tom Lund`
        let named = self.get(at + 2).is_some_and(|next| next.capital && !next.first);
        let behind = || self.is_nominal(at - 1) || self.is_kind(at - 1, TokenKind::Comma);
        at > 0 && (self.is_word(at - 1, "one") || noun && !named && behind())
    }

    /// Whether a phrase ends for sure before `at`: at a mark, or with its sentence.
    pub(in crate::attribution) fn closes_phrase(&self, at: usize) -> bool {
        self.get(at).is_none_or(|next| {
            next.first || matches!(next.kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Dash)
        })
    }

    /// `a dentist named Anna Berg`: a participle between an indefinite description and a name. `A voter called Berg a liar` is none.
    pub(in crate::attribution) fn introduces_name(&self, at: usize) -> bool {
        let names = ["named", "called"].iter().any(|word| self.is_word(at, word));
        if !names || !self.get(at + 1).is_some_and(|next| next.capital && !next.first) {
            return false;
        }
        let Some(run) = name_at(self.tokens, at + 1) else { return false };
        let closed = self.closes_phrase(run.end) || self.is_finite_verb(run.end);
        // `the group, called Slow Bells, which`
        if at > 0 && self.is_kind(at - 1, TokenKind::Comma) {
            return self.closes_phrase(run.end) && self.is_kind(run.end, TokenKind::Comma);
        }
        let nouns = (0..at).rev().take(LONGEST_INDEFINITE).take_while(|&at| self.is_nominal(at));
        let mut nouns = nouns.skip_while(|&at| !self.is_word(at, "a") && !self.is_word(at, "an"));
        let noun = self.prev(at).is_some_and(|prev| prev.is_word());
        closed && noun && nouns.next().is_some_and(|a| a + 1 < at)
    }

    /// A preposition or conjunction inside the phrase that ends at `end`.
    pub(super) fn joins(&self, at: usize, end: usize) -> bool {
        let token = &self.tokens[at];
        if at == 0 || at + 1 >= end {
            return false;
        }
        if token.is(Classes::CONJ) && (self.is_word(at, "and") || self.is_word(at, "or")) {
            let left = &self.tokens[at - 1];
            let right = &self.tokens[at + 1];
            return left.is_word() && left.capital && right.capital
                || left.is(Classes::ROLE) && right.is(Classes::ROLE)
                || self.joins_portfolios(at, end);
        }
        if token.is(Classes::ADV) && !token.is(Classes::PREP) {
            // `Norway's most senior judge`
            return self.tokens[at - 1].is(Classes::DET)
                || self.is_kind(at - 1, TokenKind::Possessive);
        }
        // `of the Institute for Near East Policy`
        let named = token.capital && !token.first && self.tokens[at + 1].capital;
        if self.introduces_name(at) || named && token.is(Classes::PREP) {
            return true;
        }
        let infinitive = self.is_word(at, "to")
            && self
                .get(at + 1)
                .is_some_and(|next| next.word.forms.any(Forms::BASE) && !next.capital);
        token.is(Classes::PREP)
            && !token.is(Classes::COMP.union(Classes::SUB))
            && !infinitive
            && (self.is_nominal(at - 1) || self.is_kind(at - 1, TokenKind::Close))
    }

    /// `the work and pensions secretary`: whether the conjunction at `at` joins two matters that one office is for.
    fn joins_portfolios(&self, at: usize, end: usize) -> bool {
        let matter = |at: usize| self.is(at, Classes::PORTFOLIO) && !self.tokens[at].capital;
        at + 3 == end && matter(at - 1) && matter(at + 1) && self.is(end - 1, Classes::ROLE)
    }

    /// `On Tuesday the mayor`, `In a statement Berg`: where the subject begins behind leading adverbials.
    pub(super) fn past_adverbials(&self, start: usize, end: usize) -> Option<usize> {
        let head = self.get(start)?;
        // `Late in September Berg`
        let late = ["late", "early"].iter().any(|word| self.is_word(start, word))
            && self.is(start + 1, Classes::PREP);
        let adverbial = head.is(Classes::PREP.union(Classes::CONJ))
            || (head.is(Classes::CALENDAR) || late) && start + 1 < end;
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
}
