//! Names given in marks: words that nobody says.

use super::clause::LABELS;
use super::Place;
use crate::lexicon::Classes;
use crate::span::Span;
use crate::text::tokens::TokenKind;

/// A title has at most so many words.
const LONGEST_TITLE: usize = 12;

/// A short form in marks has at most so many letters.
const LONGEST_SHORT_FORM: usize = 6;

/// Things that are worn, held up or hung with words on them.
const LETTERED: [&str; 24] = [
    "badge",
    "badges",
    "banner",
    "banners",
    "billboard",
    "billboards",
    "button",
    "buttons",
    "cap",
    "caps",
    "hat",
    "hats",
    "plaque",
    "placard",
    "placards",
    "poster",
    "posters",
    "shirt",
    "shirts",
    "sign",
    "signs",
    "sticker",
    "stickers",
    "t-shirt",
];

/// How the words on a thing are told behind it.
const LETTERING: [&str; 8] =
    ["read", "reading", "reads", "said", "saying", "says", "declaring", "proclaiming"];

impl Place<'_, '_> {
    /// Whether the quotation stands on a thing that somebody wears, holds or hangs up: `a shirt that read “…”`, `signs saying “…”`. It is
    /// not whoever the sentence is about that says it.
    pub(super) fn is_lettering(&self) -> bool {
        self.lettered()
            .is_some_and(|noun| LETTERED.iter().any(|word| self.frame.is_word(noun, word)))
    }

    /// The word before `that read`, `which says` or `saying` that the quotation follows, a comma passed over.
    fn lettered(&self) -> Option<usize> {
        let frame = self.frame;
        let last = self.at.checked_sub(1)?;
        let verb = if frame.is_kind(last, TokenKind::Comma) { last.checked_sub(1)? } else { last };
        if !LETTERING.iter().any(|word| frame.is_word(verb, word)) {
            return None;
        }
        let before = verb.checked_sub(1)?;
        if frame.is_word(before, "that") || frame.is_word(before, "which") {
            before.checked_sub(1)
        } else {
            Some(before).filter(|_| frame.text(verb).ends_with("ing"))
        }
    }

    /// Whether the quotation is a name that its sentence gives: `a method called "clock counting"`, `better known as "Shorty"`,
    /// `the Central Harbour District or "CHD"`. Where somebody is said to call it so, the verb has a clause.
    pub(super) fn is_name_given(&self) -> bool {
        self.follows_label()
            || self.follows_so_called()
            || self.follows_known_as()
            || self.follows_work()
            || self.precedes_maker()
            || self.is_short_form()
    }

    /// `the drama "Marriage Story"`
    fn follows_work(&self) -> bool {
        let work = self.at.checked_sub(1).is_some_and(|at| self.frame.is(at, Classes::WORK));
        work && self.is_title()
    }

    /// `"Parasite" director Bong Joon Ho`
    fn precedes_maker(&self) -> bool {
        let frame = self.frame;
        let named = || frame.get(self.at + 2).is_some_and(|next| next.capital && !next.first);
        let maker =
            frame.get(self.at + 1).is_some_and(|next| next.is(Classes::ROLE) && !next.capital);
        maker && self.is_title() && named()
    }

    /// Words of few, as titles are written, no mark at their end.
    pub(super) fn is_title(&self) -> bool {
        self.word_count <= LONGEST_TITLE && self.is_title_case()
    }

    /// `He was, in her words, "…"`: the noun right before the quotation, behind whoever owns the words.
    pub(super) fn in_somebodys_words(&self) -> Option<Span> {
        let frame = self.frame;
        let last = self.at.checked_sub(1)?;
        let noun = if frame.is_kind(last, TokenKind::Comma) { last.checked_sub(1)? } else { last };
        let own = usize::from(noun > 2 && frame.is_word(noun - 1, "own"));
        let owner = noun.checked_sub(1 + own).filter(|_| frame.is_word(noun, "words"))?;
        let leads = owner > 0 && frame.is(owner, Classes::POSS) && frame.is_word(owner - 1, "in");
        leads.then(|| frame.span(noun, noun + 1))
    }

    /// `or, as Berg puts it, "…"`: the cue of the clause right before the quotation, which tells whose words these are.
    pub(super) fn as_somebody_puts_it(&self) -> Option<Span> {
        let frame = self.frame;
        let clause = self.clauses.iter().rev().find(|clause| clause.end <= self.at)?;
        let puts = ["puts", "put"].iter().any(|word| frame.is_word(clause.cue, word));
        let it = frame.is_word(clause.cue + 1, "it");
        let comma = frame.is_kind(clause.cue + 2, TokenKind::Comma);
        let next = clause.cue + 2 + usize::from(comma) == self.at;
        let leads = clause.subject.start.checked_sub(1).is_some_and(|at| frame.is_word(at, "as"));
        (puts && it && next && leads).then_some(clause.cue_span)
    }

    /// `the "slow road", as it's known`
    pub(super) fn is_how_it_is_known(&self) -> bool {
        let (frame, behind) = (self.frame, self.behind());
        let verb = (behind + 1..behind + 6)
            .find(|&at| frame.is_word(at, "known") || frame.is_word(at, "called"));
        frame.is_word(behind, "as")
            && frame.is(behind + 1, Classes::PRON)
            && verb.is_some_and(|verb| frame.closes_phrase(verb + 1))
    }

    /// `so-called “silent partners”`
    fn follows_so_called(&self) -> bool {
        self.at.checked_sub(1).is_some_and(|at| self.frame.is_word(at, "so-called"))
    }

    fn follows_label(&self) -> bool {
        let frame = self.frame;
        let Some(label) = self.label() else { return false };
        let noun = frame.prev(label).is_some_and(|prev| {
            // `a channel called “X”`
            let verb = prev.is(Classes::VERB) && !(label > 1 && frame.is_article(label - 2));
            let common = !prev.capital && !prev.is(Classes::CLOSED) && !verb;
            prev.is_word() && common && !frame.is_adverb(label - 1)
                || frame.is_word(label - 1, "another")
        });
        noun && !self.is_reported_by(label)
    }

    /// Whether the verb at `at` has a clause, its subject being more than guessed.
    fn is_reported_by(&self, at: usize) -> bool {
        self.clauses.iter().any(|clause| clause.cue == at && !clause.construction.is_open())
    }

    /// The participle of naming right before the quotation, an article passed over.
    fn label(&self) -> Option<usize> {
        let last = self.at.checked_sub(1)?;
        let label = if self.frame.is_article(last) { last.checked_sub(1)? } else { last };
        LABELS.iter().any(|word| self.frame.is_word(label, word)).then_some(label)
    }

    fn follows_known_as(&self) -> bool {
        let Some(known) = self.at.checked_sub(2) else { return false };
        let frame = self.frame;
        frame.is_word(known, "known")
            && frame.is_word(known + 1, "as")
            && !self.is_reported_by(known)
    }

    fn is_short_form(&self) -> bool {
        let Some(or) = self.at.checked_sub(1) else { return false };
        let letters = self.words.trim_end_matches(|ch: char| ch.is_ascii_punctuation());
        let short = (2..=LONGEST_SHORT_FORM).contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        short
            && self.frame.is_word(or, "or")
            && or > 0
            && self.frame.is_kind(or - 1, TokenKind::Word)
    }
}
