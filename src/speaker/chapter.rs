//! Headings that count the parts of a book: `Chapter V. Anna at sea`.

use crate::lexicon::Classes;
use crate::text::tokens::{Token, TokenKind};

/// How many tokens of `Chapter V. Anna at sea` are the chapter's number.
pub(super) fn numbered(article: &str, tokens: &[Token]) -> usize {
    let [head, number, ..] = tokens else { return 0 };
    let roman = |text: &str| {
        let digits = text.trim_end_matches('.');
        !digits.is_empty() && digits.bytes().all(|byte| b"IVXLC".contains(&byte))
    };
    let counts = |at: &Token| at.kind == TokenKind::Number || roman(&article[at.span()]);
    if head.is(Classes::CHAPTER) && counts(number) {
        2
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::span::Span;
    use crate::text::tokens::push_tokens;

    #[test]
    fn chapters_are_numbered_and_words_are_not() {
        let skipped = |text: &str| {
            let mut tokens = Vec::new();
            push_tokens(text, Span::new(0, text.len()), Lexicon::english(), &mut tokens);
            numbered(text, &tokens)
        };
        assert_eq!(["Chapter V. Anna at sea", "Letter 12"].map(skipped), [2, 2]);
        assert_eq!(["Letter.", "Part of it", "Anna V."].map(skipped), [0, 0, 0]);
    }
}
