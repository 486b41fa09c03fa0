//! Small questions about characters that several stages ask.

/// A mark that may close a quotation or a bracket behind a full stop.
pub(crate) fn is_closer(ch: char) -> bool {
    matches!(ch, ')' | ']' | '}') || is_closing_mark(ch)
}

/// A mark that may close a quotation.
pub(crate) fn is_closing_mark(ch: char) -> bool {
    matches!(ch, '"' | '\'' | '”' | '’' | '»' | '›' | '“' | '‘' | '」' | '』' | '＂')
}

/// A mark or bracket that may open what follows.
pub(crate) fn is_opener(ch: char) -> bool {
    matches!(
        ch,
        '"' | '\''
            | '“'
            | '‘'
            | '«'
            | '‹'
            | '„'
            | '‚'
            | '「'
            | '『'
            | '('
            | '['
            | '{'
            | '`'
            | '¿'
            | '¡'
            | '＂'
    )
}

/// A mark that ends a sentence, full-width and ideographic ones included.
pub(crate) fn is_terminator(ch: char) -> bool {
    matches!(ch, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '．' | '｡' | '‼' | '⁇' | '⁈' | '⁉')
}

/// A dash that parts clauses.
pub(crate) fn is_dash(ch: char) -> bool {
    matches!(ch, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−')
}

/// An apostrophe, straight or curly.
pub(crate) fn is_apostrophe(ch: char) -> bool {
    matches!(ch, '\'' | '’' | 'ʼ')
}

/// The char that ends just before `at`.
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The char that begins at `at`.
pub(crate) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The first `len` bytes of a text, or a few fewer.
pub(crate) fn head(text: &str, len: usize) -> &str {
    let mut end = len.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The last `len` bytes of a text, or a little less, so that no char is cut.
pub(crate) fn tail(text: &str, len: usize) -> &str {
    let mut start = text.len().saturating_sub(len);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}
