//! A frame: one sentence of the reporter's, each quotation in it standing as a single token.

use crate::lexicon::{Classes, Forms};
use crate::span::Span;
use crate::text::tokens::{Token, TokenKind};

/// One sentence as patterns see it. Places in it are indices into `tokens`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'t> {
    pub(crate) article: &'t str,
    pub(crate) tokens: &'t [Token],
}

/// A relative clause between commas has at most so many tokens.
const LONGEST_RELATIVE: usize = 30;

/// So many adverbs and adverbials may stand one behind the other.
const MOST_ADVERBS: usize = 12;

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

/// Verbs that report with a particle and nothing else behind them.
const IDIOMS: [([&str; 2], &str); 5] = [
    (["went", "goes"], "on"),
    (["carried", "carries"], "on"),
    (["put", "puts"], "in"),
    (["hit", "hits"], "back"),
    (["fired", "fires"], "back"),
];

impl<'t> Frame<'t> {
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&'t Token> {
        crate::work::step();
        self.tokens.get(at)
    }

    /// The token before `at`, if there is one.
    pub(crate) fn prev(&self, at: usize) -> Option<&'t Token> {
        at.checked_sub(1).and_then(|at| self.tokens.get(at))
    }

    pub(crate) fn text(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &self.article[token.span()])
    }

    /// Whether the token at `at` is this word, whatever its case.
    #[inline]
    pub(crate) fn is_word(&self, at: usize, word: &str) -> bool {
        crate::work::step();
        let Some(token) = self.tokens.get(at) else { return false };
        let (start, end) = (token.start as usize, token.end as usize);
        if end - start != word.len() {
            return false;
        }
        let text = &self.article.as_bytes()[start..end];
        // letters differ by this bit from capitals: most words are told apart by their first byte
        text[0] | 0x20 == word.as_bytes()[0] && text.eq_ignore_ascii_case(word.as_bytes())
    }

    pub(crate) fn is(&self, at: usize, classes: Classes) -> bool {
        self.get(at).is_some_and(|token| token.is(classes))
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.get(at).map(|token| token.kind)
    }

    pub(crate) fn is_kind(&self, at: usize, kind: TokenKind) -> bool {
        self.kind(at) == Some(kind)
    }

    pub(crate) fn is_quote(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(TokenKind::Quote(_)))
    }

    pub(crate) fn holds_quotes(&self) -> bool {
        self.tokens.iter().any(|token| token.quote().is_some())
    }

    /// The hyphen of `“terrorism”-related charges`, between a quotation and a small letter.
    pub(crate) fn is_hyphen(&self, at: usize) -> bool {
        let glued =
            |at: usize| self.get(at + 1).is_some_and(|next| self.tokens[at].end == next.start);
        at > 0
            && self.is_kind(at, TokenKind::Dash)
            && self.text(at) == "-"
            && glued(at - 1)
            && glued(at)
            && !self.tokens[at + 1].capital
    }

    /// The bytes from token `start` up to, not including, token `end`.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.tokens[start].start as usize, end: self.tokens[end - 1].end as usize }
    }

    /// Steps back from `at` over adverbs, negations and bare adverbials of time: `Anna on Sunday also`.
    pub(crate) fn skip_adverbs_back(&self, mut at: usize) -> usize {
        for _ in 0..MOST_ADVERBS {
            let Some(prev) = self.prev(at) else { break };
            crate::work::step();
            at = match at {
                _ if prev.adverb => at - 1,
                // most words are none of these
                _ if !prev.is(Classes::CALENDAR.union(Classes::TIME)) => return at,
                _ if at > 1 && self.is_bare_date(at - 1) => at - 1,
                _ if at > 2 && self.is_time_phrase(at - 2) => at - 2,
                _ if at > 2 && self.is_while(at - 2) => at - 2,
                _ if at > 3 && self.is_while(at - 3) => at - 3,
                _ if at > 2 && self.is_word(at - 1, "ago") => self.skip_duration_back(at - 1),
                _ => return at,
            }
        }
        at
    }

    /// `Sunday` without a preposition.
    fn is_bare_date(&self, at: usize) -> bool {
        self.is(at, Classes::CALENDAR)
            && !self.is(at, Classes::GIVEN)
            && !self.is(at - 1, Classes::PREP.union(Classes::DET))
    }

    /// `less than two weeks` before `ago`.
    fn skip_duration_back(&self, ago: usize) -> usize {
        let mut at = ago - 1;
        let counts = ["few", "several", "a", "less", "more", "than", "about", "some"];
        while at > 1
            && (self.is_kind(at - 1, TokenKind::Number)
                || self.is(at - 1, Classes::NUMERAL)
                || counts.iter().any(|word| self.is_word(at - 1, word)))
        {
            at -= 1;
        }
        at
    }

    /// `this week`, `last year`.
    fn is_time_phrase(&self, at: usize) -> bool {
        let which =
            ["this", "last", "next", "that", "earlier"].iter().any(|word| self.is_word(at, word));
        which && self.is(at + 1, Classes::TIME) && !self.is_word(at + 1, "ago")
    }

    /// `for years`, `in recent weeks`, as far as the preposition tells.
    fn is_while(&self, at: usize) -> bool {
        ["for", "in", "during", "over"].iter().any(|word| self.is_word(at, word))
    }

    /// The first place at or behind `at` where no adverb stands.
    pub(crate) fn skip_adverbs(&self, mut at: usize) -> usize {
        while self.is_adverb(at) {
            at += 1;
        }
        at
    }

    pub(crate) fn is_adverb(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.adverb)
    }

    /// Whether the token's text ends with these letters, as they are.
    fn ends_with(&self, at: usize, ending: &str) -> bool {
        let text = |token: &Token| &self.article.as_bytes()[token.span().range()];
        self.tokens.get(at).is_some_and(|token| text(token).ends_with(ending.as_bytes()))
    }

    /// Whether a word is an adverb by the list or by its ending.
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

    /// A verb that reports, or one of the idioms that do: `put it`.
    pub(crate) fn is_cue(&self, at: usize) -> bool {
        self.is(at, Classes::CUE)
            || self.is(at, Classes::VERB)
                && (["put", "puts"].iter().any(|word| self.is_word(at, word))
                    && self.is_word(at + 1, "it")
                    || self.goes_on(at))
    }

    /// `she went on`, `he put in`, and not `to say` behind it, which would be the verb itself.
    fn goes_on(&self, at: usize) -> bool {
        let idiom = |(verbs, particle): &([&str; 2], &str)| {
            verbs.iter().any(|verb| self.is_word(at, verb)) && self.is_word(at + 1, particle)
        };
        IDIOMS.iter().any(idiom)
            && matches!(
                self.kind(at + 2),
                None | Some(
                    TokenKind::Comma | TokenKind::Stop | TokenKind::Colon | TokenKind::Quote(_)
                )
            )
    }

    pub(crate) fn is_finite_verb(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.finite)
    }

    /// Whether a word is a verb that has, or could have, a subject of its own; nouns of the same form excluded.
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
            prev.kind == TokenKind::Possessive
                || determined && !alone
                || self.is_word(at - 1, "one")
        });
        if nominal_place {
            return false;
        }
        let forms = token.word.forms;
        if self.is_noun_before_verb(at) {
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
            let after_subject = after_subject || forms.any(Forms::THIRD) && self.closes_who(at);
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

    /// `a`, `an`, `the`, and what else can't stand without a noun.
    pub(crate) fn is_article(&self, at: usize) -> bool {
        ["the", "a", "an", "every", "no", "its", "my", "your", "their", "our"]
            .iter()
            .any(|word| self.is_word(at, word))
    }

    /// `Russian`, `Jewish`: an adjective of a people, which needs a noun.
    fn is_nationality(&self, at: usize) -> bool {
        let text = self.text(at);
        let endings = ["ian", "ish", "ican", "ese", "rean", "ench", "utch", "eek", "ic"];
        self.is(at, Classes::PLACE) && endings.iter().any(|ending| text.ends_with(ending))
    }

    /// Whether an auxiliary governs the verb form at `at`: `has seen`, `should formally declare`.
    pub(crate) fn follows_auxiliary(&self, at: usize) -> bool {
        let group = self.skip_adverbs_back(at);
        self.prev(group).is_some_and(|prev| prev.is(Classes::AUX) && !prev.capital)
            && self.is(at, Classes::VERB)
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

    /// Whether the noun at `at` is a plural, as far as its ending shows.
    pub(crate) fn is_plural(&self, at: usize) -> bool {
        let noun = self.text(at);
        noun.ends_with(['s', 'S'])
            || ["people", "men", "children", "police"].iter().any(|end| noun.ends_with(end))
    }

    /// The frame's end without its full stop.
    pub(crate) fn content_end(&self) -> usize {
        let stops = self.tokens.iter().rev().take_while(|token| token.kind == TokenKind::Stop);
        self.len() - stops.count()
    }

    /// Whether `range` holds no verb of its own and no end of a clause: objects and adverbials at most.
    pub(crate) fn is_light(&self, start: usize, end: usize) -> bool {
        (start..end).all(|at| {
            !self.is_quote(at)
                && !self.is_finite_verb(at)
                && !matches!(self.kind(at), Some(TokenKind::Stop | TokenKind::Semicolon))
        })
    }
}
