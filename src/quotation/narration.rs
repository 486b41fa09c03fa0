//! A paragraph as the reporter wrote it: its tokens, with each outer quotation as a single one.

use super::QuotationSpan;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::headline;
use crate::text::tokens::{push_tokens, Token, TokenKind};

/// Appends a paragraph's tokens. `quotes` are the outer spans that touch it, `first_quote` the number of their first
/// in the article, `sentences` the paragraph's sentences.
pub(crate) fn push_narration(
    article: &str,
    paragraph: Span,
    quotes: &[QuotationSpan],
    first_quote: usize,
    sentences: &[Span],
    lexicon: &Lexicon,
    out: &mut Vec<Token>,
) {
    let first = out.len();
    let mut at = paragraph.start;
    for (number, quote) in (first_quote..).zip(quotes) {
        let start = quote.span.start.max(paragraph.start);
        let end = quote.span.end.min(paragraph.end);
        if start < at {
            continue;
        }
        push_tokens(article, Span::new(at, start), lexicon, out);
        let kind = TokenKind::Quote(number as u32);
        out.push(Token::new(Span { start, end }, kind));
        at = end;
    }
    push_tokens(article, Span::new(at.min(paragraph.end), paragraph.end), lexicon, out);
    headline::lower(&mut out[first..]);
    mark_first(&mut out[first..], sentences);
}

const VERBS: Classes = Classes::CUE.union(Classes::VERB);

/// Marks the first token of each sentence that begins outside quotations.
fn mark_first(tokens: &mut [Token], sentences: &[Span]) {
    let mut starts = sentences.iter().map(|sentence| sentence.start);
    let mut next = starts.next();
    for (i, token) in tokens.iter_mut().enumerate() {
        let mut begins = i == 0;
        while let Some(start) = next.filter(|&start| start < token.end as usize) {
            // a boundary inside a quotation parts nothing of the reporter's
            begins |= start <= token.start as usize;
            next = starts.next();
        }
        if begins {
            let closes =
                matches!(token.kind, TokenKind::Comma | TokenKind::Close | TokenKind::Possessive);
            token.first = i == 0 || !(closes || token.is(Classes::SUFFIX));
        } else if token.capital {
            // `Trump`, `Rice`, `Will`: names where no sentence begins
            let verbs = if token.is(Classes::GIVEN) { VERBS.union(Classes::AUX) } else { VERBS };
            token.word.classes = token.word.classes.without(verbs);
        }
    }
}
