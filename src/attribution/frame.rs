//! A frame: one sentence of the reporter's, each quotation in it standing as a single token.

use crate::lexicon::Classes;
use crate::span::Span;
use crate::text::tokens::{Token, TokenKind};

/// One sentence as patterns see it. Places in it are indices into `tokens`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'t> {
    pub(crate) article: &'t str,
    pub(crate) tokens: &'t [Token],
}

/// So many adverbs and adverbials may stand one behind the other.
const MOST_ADVERBS: usize = 12;

impl<'t> Frame<'t> {
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<&'t Token> {
        crate::work::step();
        self.tokens.get(at)
    }

    /// The token before `at`, if there is one.
    #[inline]
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

    #[inline]
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
    #[inline]
    pub(crate) fn skip_adverbs_back(&self, at: usize) -> usize {
        crate::work::step();
        match self.prev(at) {
            // most words are none of these
            Some(prev) if prev.adverb || prev.is(Classes::CALENDAR.union(Classes::TIME)) => {
                self.skip_adverbials_back(at)
            }
            _ => at,
        }
    }

    fn skip_adverbials_back(&self, mut at: usize) -> usize {
        for _ in 0..MOST_ADVERBS {
            let Some(prev) = self.prev(at) else { break };
            crate::work::step();
            at = match at {
                _ if prev.adverb => at - 1,
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
    #[inline]
    pub(super) fn ends_with(&self, at: usize, ending: &str) -> bool {
        let text = |token: &Token| &self.article.as_bytes()[token.span().range()];
        self.tokens.get(at).is_some_and(|token| text(token).ends_with(ending.as_bytes()))
    }

    pub(crate) fn is_finite_verb(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.finite)
    }

    /// `a`, `an`, `the`, and what else can't stand without a noun.
    pub(crate) fn is_article(&self, at: usize) -> bool {
        ["the", "a", "an", "every", "no", "its", "my", "your", "their", "our"]
            .iter()
            .any(|word| self.is_word(at, word))
    }

    /// Whether an auxiliary governs the verb form at `at`: `has seen`, `should formally declare`.
    pub(crate) fn follows_auxiliary(&self, at: usize) -> bool {
        let group = self.skip_adverbs_back(at);
        self.prev(group).is_some_and(|prev| prev.is(Classes::AUX) && !prev.capital)
            && self.is(at, Classes::VERB)
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
