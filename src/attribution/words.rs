//! What a word is in its sentence where its form leaves that open: an adverb, a verb with a subject of its own.

use super::frame::Frame;
use crate::lexicon::{Classes, Forms};
use crate::text::tokens::{Token, TokenKind};

/// A relative clause between commas has at most so many tokens.
const LONGEST_RELATIVE: usize = 30;

/// Works out once which tokens of a sentence are adverbs and finite verbs.
pub(crate) fn mark_words(article: &str, tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        if tokens[at].is_word() {
            // what is a verb is told by the adverbs before it
            tokens[at].adverb = Frame { article, tokens }.reads_as_adverb(at);
            tokens[at].finite = Frame { article, tokens }.reads_as_finite_verb(at);
        }
    }
}

impl Frame<'_> {
    /// Whether a word is an adverb by the list or by its ending.
    #[inline]
    fn reads_as_adverb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        // `the Harbour Watch first reported`, `the clerk first said`
        let subject = |prev: &Token| {
            prev.capital || prev.is(Classes::PRON) || prev.is_word() && !prev.is(Classes::CLOSED)
        };
        let first = self.is_word(at, "first")
            && self.prev(at).is_some_and(subject)
            && self.is(at + 1, Classes::VERB);
        let plain =
            !token.is(Classes::DET.union(Classes::PREP).union(Classes::PRON).union(Classes::COMP));
        let listed = token.is(Classes::ADV.union(Classes::NEG));
        // nearly all words are asked, and nothing tells beforehand what the answer will be: no test waits for another
        let nouns =
            Classes::VERB.union(Classes::ROLE).union(Classes::ORG).union(Classes::PORTFOLIO);
        let ends = self.ends_with(at, "ly") & !token.is(nouns);
        first | !token.capital & plain & (listed | ends)
    }

    /// Whether a word is a verb that has, or could have, a subject of its own; nouns of the same form excluded.
    #[inline]
    fn reads_as_finite_verb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let verb = token.is(Classes::VERB);
        let past = token.word.is_unknown() & !token.capital & self.ends_with(at, "ed");
        let auxiliary = token.is(Classes::BE.union(Classes::AUX));
        if token.capital & !token.first | !(verb | past | auxiliary) {
            return false;
        }
        if auxiliary {
            return true;
        }
        if past && self.is_in_adjective(at) || self.is_lead_adjective(at) {
            return false;
        }
        let before = at.checked_sub(1).and_then(|at| self.get(at));
        let nominal_place = before.is_some_and(|prev| {
            let determined = prev.is(Classes::DET.union(Classes::POSS).union(Classes::PREP))
                && !prev.is(Classes::PRON);
            // `some chanted`: a determiner may be a subject by itself, an article may not
            let alone = prev.is(Classes::DET)
                && token.word.forms.any(Forms::PAST)
                && !self.is_article(at - 1);
            // `was less conflicted`
            let graded = alone && at > 1 && self.is(at - 2, Classes::BE);
            prev.kind == TokenKind::Possessive
                || determined && !alone
                || graded
                || self.is_word(at - 1, "one")
        });
        if nominal_place || self.is_graded_adjective(at) {
            return false;
        }
        let forms = token.word.forms;
        if self.is_noun_before_verb(at) || !forms.any(Forms::PAST) && self.is_compound(at) {
            return false;
        }
        if token.is(Classes::VERB) {
            if forms.any(Forms::PAST) {
                return !token.is(Classes::ADV);
            }
            let homograph = token.is(Classes::CUE_NOUN
                .union(Classes::ROLE)
                .union(Classes::ORG)
                .union(Classes::NOUN_TOO)
                .union(Classes::WORK)
                .union(Classes::CLOSED));
            let after_subject = before.is_some_and(|prev| {
                let named = prev.is_word() && prev.capital && !prev.is(Classes::CLOSED);
                // `Republican party`: one person has no verb in its base form
                let bare = homograph && !forms.any(Forms::THIRD) && !self.ends_with(at - 1, "s");
                prev.is(Classes::PRON.union(Classes::REL))
                    || named && !bare && !self.is_nationality(at - 1)
            });
            let third = forms.any(Forms::THIRD);
            let after_subject =
                after_subject || third && (self.closes_who(at) || self.is_paired(at));
            // `Harbour budget committee`, `the armed services committee`
            let compounded = || {
                let noun = Classes::ORG.union(Classes::ROLE);
                let one = |next: &Token| next.is(noun) && !next.capital;
                self.get(at + 1).is_some_and(one)
                    && (forms.any(Forms::BASE) || !self.is_plural(at + 1))
            };
            return match homograph {
                true => after_subject && !compounded(),
                // a base form has a plural subject: `critics say`, not `the source close to`
                false => {
                    after_subject
                        || forms.any(Forms::THIRD) && self.follows_noun(at)
                        || forms.any(Forms::BASE)
                            && self.follows_noun(at)
                            && self.follows_plural(at)
                }
            };
        }
        past
    }

    /// `the newly elected mayor`: a past between an adverb that an article stands before and a noun.
    fn is_graded_adjective(&self, at: usize) -> bool {
        let participle = self.tokens[at].word.forms.any(Forms::PARTICIPLE);
        let noun = |next: &Token| next.is_word() && !next.is(Classes::CLOSED);
        participle
            && at > 1
            && self.ends_with(at - 1, "ly")
            && (self.is_article(at - 2) || self.is(at - 2, Classes::POSS))
            && self.get(at + 1).is_some_and(noun)
    }

    /// `my mother rings and says`: whether a verb of saying in the same form follows a noun's homograph behind `and`.
    fn is_paired(&self, at: usize) -> bool {
        let says = |verb: &Token| verb.is(Classes::SPEECH) && verb.word.forms.any(Forms::THIRD);
        self.is_word(at + 1, "and")
            && self.get(at + 2).is_some_and(|verb| {
                says(verb) && !verb.is(Classes::NOUN_TOO.union(Classes::CUE_NOUN))
            })
            && self.follows_noun(at)
    }

    /// `the appeals court`, `a think tank`: what looks like a verb, but is one word with the noun behind it.
    pub(super) fn is_compound(&self, at: usize) -> bool {
        let noun = match self.text(at) {
            "appeals" | "claims" => "court",
            "think" => "tank",
            _ => return false,
        };
        self.get(at + 1).is_some_and(|_| self.text(at + 1).starts_with(noun))
    }

    /// `Oslo-based`, and `televised` of `a hard-hitting televised address`.
    fn is_in_adjective(&self, at: usize) -> bool {
        let led = at > 0 && self.ends_with(at - 1, "ing") && self.is_compound_adjective(at - 1);
        led || self.is_compound_adjective(at)
    }

    /// `Two judges said`, `news reports said`, `member states signed the paper`: a noun between another word and a verb that has it for
    /// its subject; `US forces told reporters`, `hiring UK stars`: what is a noun as well, behind a place.
    fn is_noun_before_verb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let third = token.word.forms.any(Forms::THIRD);
        let Some(prev) = self.prev(at).filter(|prev| third && prev.is_word()) else { return false };
        // `which Anna claims proved the point`
        let parenthetical = at > 1 && self.is(at - 2, Classes::REL.union(Classes::WH));
        if prev.is(Classes::NUMERAL)
            || !prev.is(Classes::CLOSED) && !parenthetical && self.is_past_with_object(at + 1)
        {
            return true;
        }
        let past = |next: &Token| next.word.forms.any(Forms::PAST) && next.is(Classes::SPEECH);
        let governed = || {
            let before = at.checked_sub(2).map(|at| self.tokens[at]);
            before.is_some_and(|token| token.word.forms.any(Forms::ING) && !token.capital)
        };
        token.is(Classes::NOUN_TOO)
            && prev.capital
            && prev.is(Classes::PLACE)
            && (self.get(at + 1).is_some_and(past) || governed())
    }

    /// `said`, `signed the paper`: a past that is no participle, or one that something behind it shows to be none.
    fn is_past_with_object(&self, at: usize) -> bool {
        let Some(verb) = self.get(at).filter(|verb| verb.word.forms.any(Forms::PAST)) else {
            return false;
        };
        let determiners = Classes::DET.union(Classes::POSS).union(Classes::COMP);
        let irregular = verb.is(Classes::SPEECH) && !self.ends_with(at, "ed");
        irregular
            || !verb.word.forms.any(Forms::PARTICIPLE)
            || self.is(at + 1, determiners)
            || self.is_quote(at + 1)
    }

    /// `“…,” retired Gen. Berg said`: a participle at the head of a clause with an office right behind it.
    fn is_lead_adjective(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let participle = token.word.forms.any(Forms::PARTICIPLE)
            && !token.is(Classes::CUE.union(Classes::AUX).union(Classes::BE));
        let opens = at == 0 || self.is_quote(at - 1);
        participle && opens && self.is(at + 1, Classes::TITLE.union(Classes::ROLE))
    }

    /// `Berg, who is small, looks`: whether a comma right before closes what a comma and `who` open behind a name.
    fn closes_who(&self, at: usize) -> bool {
        let Some(close) = at.checked_sub(1).filter(|&at| self.is_kind(at, TokenKind::Comma)) else {
            return false;
        };
        let lowest = close.saturating_sub(LONGEST_RELATIVE).max(2);
        let who = (lowest..close).rev().find(|&i| self.is_word(i, "who"));
        who.is_some_and(|who| {
            self.is_kind(who - 1, TokenKind::Comma) && self.tokens[who - 2].capital
        })
    }

    /// `Oslo-based`, `well-educated`, but not `re-elected`.
    fn is_compound_adjective(&self, at: usize) -> bool {
        let text = self.text(at);
        let verbs = ["re-", "co-", "pre-", "over-", "under-", "out-", "cross-"];
        text.contains('-') && !verbs.iter().any(|prefix| text.starts_with(prefix))
    }

    /// `Russian`, `Jewish`: an adjective of a people, which needs a noun.
    fn is_nationality(&self, at: usize) -> bool {
        let text = self.text(at);
        let endings = ["ian", "ish", "ican", "ese", "rean", "ench", "utch", "eek", "ic"];
        self.is(at, Classes::PLACE) && endings.iter().any(|ending| text.ends_with(ending))
    }

    /// Whether a word of content stands right before: `critics say`, `the poll shows`.
    fn follows_noun(&self, at: usize) -> bool {
        let at = self.skip_adverbs_back(at);
        self.prev(at).is_some_and(|prev| {
            let police = self.is_word(at - 1, "police");
            let noun = prev.capital || !prev.is(Classes::VERB) || police;
            prev.is_word()
                && !prev.is(Classes::CLOSED)
                && noun
                && !(self.ends_with(at - 1, "ed") && self.is_compound_adjective(at - 1))
        })
    }

    /// Whether the noun right before is a plural, as far as its ending shows.
    fn follows_plural(&self, at: usize) -> bool {
        let at = self.skip_adverbs_back(at);
        at > 0 && self.is_plural(at - 1)
    }
}
