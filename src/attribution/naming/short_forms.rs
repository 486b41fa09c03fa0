//! Other words for what was named, and letters: `the Central Harbour District or "CHD"`.

use crate::attribution::Place;
use crate::text::tokens::TokenKind;

/// Another word for something in marks has at most so many words.
const LONGEST_OTHER_WORD: usize = 4;

/// A short form in marks has at most so many letters.
const LONGEST_SHORT_FORM: usize = 6;

impl Place<'_, '_> {
    /// `its charter, or "Great Paper," grants`
    pub(in crate::attribution) fn is_other_word(&self) -> bool {
        let frame = self.frame;
        let or = self.at.checked_sub(1).filter(|&or| frame.is_word(or, "or"));
        let closed = self.last_words.ends_with(',') || frame.is_kind(self.at + 1, TokenKind::Comma);
        or.is_some_and(|or| or > 0 && frame.is_kind(or - 1, TokenKind::Comma))
            && closed
            && self.word_count <= LONGEST_OTHER_WORD
    }

    /// `the letter "G"`
    pub(super) fn is_letter(&self) -> bool {
        let noun = self.at.checked_sub(1);
        noun.is_some_and(|noun| self.frame.is_word(noun, "letter"))
            && self.words.chars().filter(|ch| ch.is_alphanumeric()).count() == 1
    }

    pub(super) fn is_short_form(&self) -> bool {
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
