//! Labels: `Berg: The ferry is late`, `Report: Most want a bridge`. Somebody stands before a colon, and nothing else does.

use crate::attribution::frame::Frame;
use crate::lexicon::Classes;
use crate::text::names::name_at;
use crate::text::tokens::TokenKind;

/// A label has at most so many words.
const LONGEST: usize = 6;

/// Whether the token is the colon behind a label, with words of the reporter's behind it.
pub(super) fn closes_label(frame: &Frame<'_>, at: usize) -> bool {
    frame.is_kind(at, TokenKind::Colon)
        && (1..=LONGEST).contains(&at)
        && at + 2 < frame.len()
        && !frame.is_quote(at + 1)
        && names_somebody(frame, at)
}

/// Whether the first words, so many, name somebody or tell of whoever says something.
fn names_somebody(frame: &Frame<'_>, words: usize) -> bool {
    let heads = Classes::ROLE.union(Classes::ORG).union(Classes::CUE_NOUN).union(Classes::REPORT);
    let named = name_at(frame.tokens, 0).is_some_and(|run| run.end == words);
    named || frame.is(words - 1, heads) && !(0..words).any(|at| frame.is_finite_verb(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::words::mark_words;
    use crate::lexicon::Lexicon;
    use crate::span::Span;
    use crate::text::tokens::push_tokens;

    fn is_labelled(article: &str) -> bool {
        let mut tokens = Vec::new();
        push_tokens(article, Span::new(0, article.len()), Lexicon::english(), &mut tokens);
        tokens[0].first = true;
        mark_words(article, &mut tokens);
        let frame = Frame { article, tokens: &tokens };
        (0..frame.len()).any(|at| closes_label(&frame, at))
    }

    #[test]
    fn somebody_and_nothing_else() {
        assert!(is_labelled("Ida Lund: The ferry is late"));
        assert!(is_labelled("Report: Most want a bridge"));
        assert!(!is_labelled("She said: The ferry is late"));
        assert!(!is_labelled("Two things: The ferry and the bridge"));
    }
}
