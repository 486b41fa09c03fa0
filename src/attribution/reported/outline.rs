//! What is asked again and again of one sentence's tokens: what stands where, and how many of a kind stand between two places.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::may_report;
use crate::attribution::frame::Frame;
use crate::attribution::phrase::Subject;
use crate::attribution::rank::facts::{mark_within, side};
use crate::attribution::rank::features::Keyed;
use crate::attribution::Attribution;
use crate::lexicon::{Classes, Forms};
use crate::quote::Kind;
use crate::text::tokens::TokenKind;

/// The forms by which joined verbs are alike.
const FORMS: [Forms; 4] = [Forms::PAST, Forms::THIRD, Forms::ING, Forms::BASE];

/// So many joined verbs are looked at.
const MOST_JOINED: usize = 8;

/// How many tokens of each kind stand before a place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) quotes: u32,
    /// Quotations that are somebody's words.
    pub(super) voiced: u32,
    pub(super) commas: u32,
    pub(super) opens: u32,
    pub(super) closes: u32,
    pub(super) verbs: u32,
    /// Words that may report.
    pub(super) cues: u32,
    /// Finite verbs of saying.
    pub(super) said: u32,
    pub(super) breaks: Breaks,
}

/// Where a sentence breaks off and goes on with something else.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Breaks {
    /// `, who`
    pub(super) relatives: u32,
    /// `, saying`
    pub(super) participles: u32,
    /// `while`, `after`, …
    pub(super) subordinates: u32,
    pub(super) buts: u32,
    /// Colons, dashes and brackets.
    pub(super) marks: u32,
    /// Quotations with a comma before their closing mark.
    pub(super) paused: u32,
    /// `, and the bank will …`
    pub(super) clauses: u32,
}

impl Breaks {
    fn count(&mut self, frame: &Frame<'_>, at: usize) {
        let token = &frame.tokens[at];
        let is_mark = matches!(token.kind, TokenKind::Colon | TokenKind::Dash | TokenKind::Open);
        self.marks += u32::from(is_mark);
        if token.quote().is_some() {
            self.paused += u32::from(mark_within(frame.text(at)) == 1);
            return;
        }
        self.subordinates += u32::from(token.is(Classes::SUB));
        self.buts += u32::from(frame.is_word(at, "but"));
        if !is_behind_comma(frame, at) {
            return;
        }
        self.relatives += u32::from(token.is(Classes::REL.union(Classes::WH)));
        self.participles += u32::from(token.word.forms.any(Forms::ING));
        let clause = token.is(Classes::CONJ)
            && !frame.is_finite_verb(at + 1)
            && (at + 2..at + 6).any(|at| frame.is_finite_verb(at));
        self.clauses += u32::from(clause);
    }
}

/// No side has this number.
const UNASKED: u8 = u8::MAX;

fn is_behind_comma(frame: &Frame<'_>, at: usize) -> bool {
    frame.prev(at).is_some_and(|prev| prev.kind == TokenKind::Comma)
}

/// A sentence's tokens, each looked at once.
#[derive(Debug)]
pub(crate) struct Outline<'f> {
    pub(super) frame: &'f Frame<'f>,
    /// What stands at each place and each word with its number, once they have been asked for: most never are.
    sides: Vec<Cell<u8>>,
    words: Vec<OnceCell<Keyed<'f>>>,
    /// Whom the sentence begins with.
    opening: OnceCell<Option<Subject>>,
    roles: Vec<Roles>,
    tallies: Vec<Tally>,
    /// The quotations that are somebody's, by the cues that say so.
    quoted: Vec<Quoted>,
    /// Verbs that a conjunction joins to one before.
    joined: Vec<Joined>,
}

/// `… and praised the ferry`: where the conjunction, or the comma before it, stands, and the verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joined {
    pub(super) start: usize,
    pub(super) verb: usize,
}

impl Joined {
    fn at(frame: &Frame<'_>, at: usize) -> Option<Self> {
        let verb = frame.is(at, Classes::CONJ).then(|| frame.skip_adverbs(at + 1))?;
        let full = frame.is_finite_verb(verb) && !frame.is(verb, Classes::BE.union(Classes::AUX));
        full.then(|| Self { start: at - usize::from(is_behind_comma(frame, at)), verb })
    }
}

/// What a closed-class word may do in a sentence that reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles(u8);

impl Roles {
    /// Joins a clause to the cue: `that`, `whether`.
    pub(super) const JOINS: Roles = Roles(1);
    /// A stretch may end before it.
    pub(super) const ENDS: Roles = Roles(2);
    /// A stretch may begin behind it: `calls for X`.
    pub(super) const LEADS: Roles = Roles(4);

    fn of(word: &str) -> Self {
        // no word of these is longer
        let mut folded = [0; 8];
        let Some(folded) = folded.get_mut(..word.len()) else { return Self::default() };
        folded.copy_from_slice(word.as_bytes());
        folded.make_ascii_lowercase();
        match &*folded {
            b"that" | b"whether" | b"how" => Self::JOINS,
            b"if" => Self(Self::JOINS.0 | Self::ENDS.0),
            b"as" | b"for" | b"in" | b"on" | b"to" | b"with" => Self(Self::ENDS.0 | Self::LEADS.0),
            b"about" | b"against" | b"of" => Self::LEADS,
            b"after" | b"although" | b"and" | b"at" | b"because" | b"before" | b"but" | b"by"
            | b"during" | b"from" | b"since" | b"though" | b"unless" | b"until" | b"when"
            | b"while" => Self::ENDS,
            _ => Self::default(),
        }
    }

    pub(super) fn any(self, of: Roles) -> bool {
        self.0 & of.0 != 0
    }
}

/// A quotation that a cue reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Quoted {
    pub(super) cue: usize,
    pub(super) at: usize,
    /// It is part of a clause.
    pub(super) mixed: bool,
}

impl Quoted {
    fn of(frame: &Frame<'_>, at: usize, attribution: &Attribution) -> Option<Self> {
        let start = attribution.cue?.start;
        let cue = frame.tokens.partition_point(|token| (token.end as usize) <= start);
        Some(Self { cue, at, mixed: attribution.kind == Kind::Mixed })
    }
}

impl<'f> Outline<'f> {
    pub(crate) fn new(frame: &'f Frame<'f>, attributions: &[Option<Attribution>]) -> Self {
        let mut roles = Vec::with_capacity(frame.len());
        let mut tallies = Vec::with_capacity(frame.len() + 1);
        let mut tally = Tally::default();
        tallies.push(tally);
        let (mut quoted, mut joined) = (Vec::new(), Vec::new());
        for at in 0..frame.len() {
            let token = &frame.tokens[at];
            let closed = token.is(Classes::CLOSED);
            let role = if closed { Roles::of(frame.text(at)) } else { Roles::default() };
            roles.push(role);
            let verb = frame.is_finite_verb(at);
            tally.quotes += u32::from(frame.is_quote(at));
            let attribution = token.quote().and_then(|number| attributions[number].as_ref());
            if let Some(held) = attribution.filter(|held| held.source.is_somebody()) {
                tally.voiced += 1;
                quoted.extend(Quoted::of(frame, at, held));
            }
            tally.commas += u32::from(frame.is_kind(at, TokenKind::Comma));
            tally.opens += u32::from(frame.is_kind(at, TokenKind::Open));
            tally.closes += u32::from(frame.is_kind(at, TokenKind::Close));
            tally.verbs += u32::from(verb);
            tally.cues += u32::from(may_report(frame, at));
            tally.said += u32::from(verb && frame.is(at, Classes::SPEECH));
            tally.breaks.count(frame, at);
            joined.extend(Joined::at(frame, at));
            tallies.push(tally);
        }
        quoted.sort_unstable();
        let sides = vec![Cell::new(UNASKED); frame.len()];
        let words = vec![OnceCell::new(); frame.len()];
        let opening = OnceCell::new();
        Self { frame, sides, words, opening, roles, tallies, quoted, joined }
    }

    /// The nearest of the next verbs from `from` on that conjunctions join and that stand in a form of the other's.
    pub(super) fn joined_to(&self, other: usize, from: usize) -> Option<Joined> {
        let forms = |at: usize| self.frame.tokens[at].word.forms;
        let alike =
            |verb: usize| FORMS.iter().any(|&form| forms(verb).any(form) && forms(other).any(form));
        let first = self.joined.partition_point(|held| held.start < from);
        let mut near = self.joined[first..].iter().take(MOST_JOINED);
        near.find(|held| alike(held.verb)).copied()
    }

    /// The quotations whose cue is one of the tokens.
    pub(super) fn quoted_by(&self, cue: Range<usize>) -> &[Quoted] {
        let first = self.quoted.partition_point(|quoted| quoted.cue < cue.start);
        let all = &self.quoted[first..];
        &all[..all.partition_point(|quoted| quoted.cue < cue.end)]
    }

    /// What stands at a place, in five bits.
    pub(super) fn side(&self, at: Option<usize>) -> u32 {
        let Some((at, held)) = at.and_then(|at| Some((at, self.sides.get(at)?))) else { return 0 };
        if held.get() == UNASKED {
            held.set(side(self.frame, Some(at)) as u8);
        }
        u32::from(held.get())
    }

    /// The subject that the sentence begins with.
    pub(super) fn opening_subject(&self) -> Option<Subject> {
        *self.opening.get_or_init(|| self.frame.opening_subject())
    }

    /// Whether the token may report.
    pub(super) fn may_report(&self, at: usize) -> bool {
        self.count(at..at + 1, |tally| tally.cues) > 0
    }

    /// How many of a kind stand in a range.
    pub(super) fn count(&self, range: Range<usize>, kind: impl Fn(&Tally) -> u32) -> u32 {
        let end = range.end.min(self.frame.len());
        kind(&self.tallies[end]) - kind(&self.tallies[range.start.min(end)])
    }

    pub(super) fn has_verb(&self, range: Range<usize>) -> bool {
        self.count(range, |tally| tally.verbs) > 0
    }

    /// The word at a place; none for a quotation.
    pub(super) fn word(&self, at: Option<usize>) -> Keyed<'f> {
        let none = Keyed { text: "", key: None };
        let Some((at, held)) = at.and_then(|at| Some((at, self.words.get(at)?))) else {
            return none;
        };
        let word = || if self.frame.is_quote(at) { none } else { Keyed::new(self.frame.text(at)) };
        *held.get_or_init(word)
    }

    pub(super) fn plays(&self, at: usize, roles: Roles) -> bool {
        self.roles.get(at).is_some_and(|held| held.any(roles))
    }
}
