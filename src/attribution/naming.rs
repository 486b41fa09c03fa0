//! Names given in marks: words that nobody says.

use super::Place;
use crate::lexicon::Classes;
use crate::text::tokens::TokenKind;

/// Participles that give the noun before them a name.
const LABELS: [&str; 10] = [
    "called",
    "dubbed",
    "entitled",
    "headlined",
    "labeled",
    "labelled",
    "named",
    "nicknamed",
    "termed",
    "titled",
];

/// A short form in marks has at most so many letters.
const LONGEST_SHORT_FORM: usize = 6;

impl Place<'_, '_> {
    /// Whether the quotation is a name that its sentence gives: `a method called "clock counting"`, `better known as "Shorty"`,
    /// `the Central Harbour District or "CHD"`. Where somebody is said to call it so, the verb has a clause.
    pub(super) fn is_name_given(&self) -> bool {
        self.follows_label() || self.follows_known_as() || self.is_short_form()
    }

    fn follows_label(&self) -> bool {
        let frame = self.frame;
        let Some(label) = self.label() else { return false };
        let noun = frame.prev(label).is_some_and(|prev| {
            let common = !prev.capital && !prev.is(Classes::CLOSED.union(Classes::VERB));
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
