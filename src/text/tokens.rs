//! Tokens: words, numbers and marks of one paragraph's narration, each looked up once.
//!
//! Quotation spans stand in the sequence as one token each, so that `"A," said Anna, "B."` reads
//! as *quote, word, word, comma, quote*. That is the sequence every pattern matches on.

use super::chars;
use super::months;
use super::shapes::{has_article, has_lowercase, is_capital_adjective, is_party_tag, last_part};
use super::short::ShortWord;
use super::words::{clitic, plain_run, word_end};
use crate::lexicon::{Classes, Lexicon, Word};
use crate::span::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Word,
    /// `'s` or a lone apostrophe behind a word.
    Possessive,
    Number,
    Comma,
    /// A full stop, question mark, exclamation mark or ellipsis.
    Stop,
    Colon,
    Semicolon,
    Dash,
    /// `&` between words.
    Ampersand,
    Open,
    Close,
    /// A whole quotation span, by its number in the article.
    Quote(u32),
    Other,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: TokenKind,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// Two letters or more, none of them small.
    pub(crate) all_caps: bool,
    /// First of its sentence.
    pub(crate) first: bool,
    /// An adverb, and a verb with a subject of its own, as [`words`](crate::attribution::words) finds them.
    pub(crate) adverb: bool,
    pub(crate) finite: bool,
    pub(crate) word: Word,
}

impl Token {
    /// A token without any mark of case, and of no word's.
    pub(crate) fn new(span: Span, kind: TokenKind) -> Self {
        Self {
            start: span.start as u32,
            end: span.end as u32,
            kind,
            capital: false,
            all_caps: false,
            first: false,
            adverb: false,
            finite: false,
            word: Word::default(),
        }
    }

    pub(crate) fn span(&self) -> Span {
        Span { start: self.start as usize, end: self.end as usize }
    }

    pub(crate) fn is(&self, classes: Classes) -> bool {
        self.word.is(classes)
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    pub(crate) fn quote(&self) -> Option<usize> {
        match self.kind {
            TokenKind::Quote(number) => Some(number as usize),
            _ => None,
        }
    }
}

/// Appends the tokens of `article[range]`, which holds no quotation span.
pub(crate) fn push_tokens(article: &str, range: Span, lexicon: &Lexicon, out: &mut Vec<Token>) {
    let bytes = article.as_bytes();
    let mut at = range.start;
    while at < range.end {
        // most words are short and end at a blank
        if let Some(short) = ShortWord::at_head(&bytes[at..]) {
            let span = Span { start: at, end: at + short.len };
            if span.end < range.end && (short.len > 1 || bytes[at] != b's') {
                let word = lexicon.get_folded(short.folded, short.len);
                let (capital, all_caps) = (short.capital, short.all_caps);
                push_known(article, span, Known { word, capital, all_caps }, lexicon, out);
                at = span.end + usize::from(short.blank);
                continue;
            }
        }
        let byte = bytes[at];
        // plain texts set italics between `_` and `_`
        if byte == b' ' || byte == b'_' || (byte.is_ascii() && byte.is_ascii_whitespace()) {
            at += 1;
            continue;
        }
        let (kind, end) = if byte.is_ascii_alphabetic() {
            let run = at + plain_run(&bytes[at..range.end]);
            // most words end at a blank
            match bytes[run - 1..range.end] {
                [b'_', ..] => word_end(article, at, at + 1, range.end, lexicon),
                [_] | [_, b' ' | b',', ..] => {
                    push_plain(article, Span { start: at, end: run }, lexicon, out);
                    at = run + usize::from(run < range.end && bytes[run] == b' ');
                    continue;
                }
                _ => word_end(article, at, run, range.end, lexicon),
            }
        } else {
            let Some(ch) = chars::after(article, at) else { break };
            // quotation marks, apostrophes, dashes: nothing of what the tables would have to be asked for
            let punctuation = matches!(ch, '\u{2010}'..='\u{2027}');
            if !punctuation && (ch.is_whitespace() || is_invisible(ch)) {
                at += ch.len_utf8();
                continue;
            }
            if !punctuation && ch.is_alphabetic() || ch == '@' || ch == '#' {
                word_end(article, at, at + ch.len_utf8(), range.end, lexicon)
            } else if !punctuation && ch.is_numeric() {
                number(article, at, range.end)
            } else if chars::is_apostrophe(ch) {
                // `'s`, `'ll`, or a stray one
                apostrophe(article, at, range)
            } else {
                mark(article, at, range.end, ch)
            }
        };
        push(article, at, end, kind, lexicon, out);
        at = end;
    }
}

/// What small letters never are: `mark`, `may`, `turkey` are names by their capital only.
const BY_CAPITAL: Classes = Classes::GIVEN.union(Classes::PLACE).union(Classes::CALENDAR);
/// … and what a given name tells besides: `Dean` is a man, a `dean` may be a woman.
const BY_NAME: Classes = BY_CAPITAL.union(Classes::MALE).union(Classes::FEMALE);

#[inline]
fn in_small_letters(word: Word) -> Classes {
    // most words are none of these
    match word.is(BY_CAPITAL) {
        false => word.classes,
        true if word.is(Classes::GIVEN) => word.classes.without(BY_NAME),
        true => word.classes.without(BY_CAPITAL),
    }
}

/// Appends a word of ASCII letters and digits, as most are: it holds nothing that [`push`] asks of hyphens, stops and apostrophes.
#[inline]
fn push_plain(article: &str, span: Span, lexicon: &Lexicon, out: &mut Vec<Token>) {
    let text = &article.as_bytes()[span.range()];
    if text == b"s" && follows_word(span, out) {
        // `Berg s hat`, the apostrophe lost; `she s late`
        let (kind, classes) = match after_pronoun(out) {
            true => (TokenKind::Word, Classes::AUX),
            false => (TokenKind::Possessive, Classes::default()),
        };
        let word = Word { classes, ..Word::default() };
        out.push(Token { word, ..Token::new(span, kind) });
        return;
    }
    let capital = text[0].is_ascii_uppercase();
    let all_caps = capital && text.len() > 1 && !text.iter().any(u8::is_ascii_lowercase);
    let word = lexicon.get_at(article, span.start, span.end);
    push_known(article, span, Known { word, capital, all_caps }, lexicon, out);
}

/// A word that has been looked up.
struct Known {
    word: Word,
    capital: bool,
    all_caps: bool,
}

/// Appends a word by what is known of it.
#[inline]
fn push_known(article: &str, span: Span, known: Known, lexicon: &Lexicon, out: &mut Vec<Token>) {
    let Known { mut word, capital, all_caps } = known;
    if !capital {
        word.classes = in_small_letters(word);
    } else if months::may_be_surname(word) && months::is_surname(article, span, out, lexicon) {
        word = Word::default();
    }
    if all_caps {
        word.classes = in_capitals(article, span, out).unwrap_or(word.classes);
    }
    out.push(Token { capital, all_caps, word, ..Token::new(span, TokenKind::Word) });
}

fn push(
    article: &str,
    start: usize,
    end: usize,
    kind: TokenKind,
    lexicon: &Lexicon,
    out: &mut Vec<Token>,
) {
    let text = &article[start..end];
    let head = text.as_bytes()[0];
    let capital = if head.is_ascii() {
        head.is_ascii_uppercase()
    } else {
        text.starts_with(char::is_uppercase)
    };
    let capital = capital && !is_capital_adjective(lexicon, text) || has_article(text);
    let initial = text.as_bytes().get(1) == Some(&b'.');
    let all_caps = capital && text.len() > 1 && !initial && !has_lowercase(text);
    let mut word = match kind {
        TokenKind::Word => look_up(lexicon, article, start, end),
        _ => Word::default(),
    };
    let mut kind = kind;
    let span = Span { start, end };
    if !capital {
        word.classes = in_small_letters(word);
    }
    if months::may_be_surname(word) && months::is_surname(article, span, out, lexicon) {
        word = Word::default();
    }
    if is_party_tag(text) {
        word = Word { classes: Classes::PLACE, ..Word::default() };
    }
    if all_caps {
        word.classes = in_capitals(article, span, out).unwrap_or(word.classes);
    }
    let clitic = !head.is_ascii_alphanumeric() && text.starts_with(chars::is_apostrophe);
    let verb = kind == TokenKind::Word
        || kind == TokenKind::Possessive && text.len() > 1 && after_pronoun(out);
    if clitic && verb {
        kind = TokenKind::Word;
        word = Word { classes: Classes::AUX, ..Word::default() };
    }
    out.push(Token { capital, all_caps, word, ..Token::new(span, kind) });
}

/// Whether what stands before is a word, a blank away.
fn follows_word(span: Span, before: &[Token]) -> bool {
    before.last().is_some_and(|last| last.is_word() && last.end as usize + 1 == span.start)
}

/// Whether an `s` would be a verb, as in `she's`.
fn after_pronoun(before: &[Token]) -> bool {
    let pronouns = Classes::PRON.union(Classes::WH).union(Classes::REL);
    before.last().is_some_and(|last| last.is(pronouns))
}

/// What a word is in capitals, if that is something else than in small letters.
fn in_capitals(article: &str, span: Span, before: &[Token]) -> Option<Classes> {
    let last = before.last();
    match &article[span] {
        // no pronouns
        "US" => Some(Classes::PLACE),
        "WHO" => {
            let determined = last.is_some_and(|last| {
                let before = &article[last.span()];
                ["the", "a"].iter().any(|word| before.eq_ignore_ascii_case(word))
            });
            determined.then_some(Classes::KNOWN_ORG)
        }
        // `PM Anna Berg`, but `5 PM`
        "PM" => {
            let hour = last.is_some_and(|last| last.kind == TokenKind::Number);
            (!hour).then_some(Classes::ROLE)
        }
        _ => None,
    }
}

/// A word as written; without its full stop; else by the last part of a compound (`ex-mayor`), or by its first (`mayor-elect`).
fn look_up(lexicon: &Lexicon, article: &str, start: usize, end: usize) -> Word {
    let text = &article[start..end];
    let initial = text.len() == 2 && text.ends_with('.');
    let whole = if initial { Word::default() } else { lexicon.get_at(article, start, end) };
    if whole != Word::default() {
        return whole;
    }
    if text.ends_with('.') && !initial {
        return lexicon.get(text.trim_end_matches('.'));
    }
    if text.ends_with("old") && AGED.iter().any(|aged| text.ends_with(aged)) {
        return Word { classes: Classes::ROLE.union(Classes::EPITHET), ..Word::default() };
    }
    match last_part(text) {
        Some(last) => {
            let heads = if matches!(last, "elect" | "designate") {
                &text[..text.len() - last.len() - 1]
            } else {
                last
            };
            let heads = lexicon.get(heads);
            if heads.is(Classes::ROLE) {
                heads
            } else {
                Word::default()
            }
        }
        None => whole,
    }
}

fn is_invisible(ch: char) -> bool {
    matches!(ch, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\0')
}

/// A number; `29-year-old`, `43-page` are words.
fn number(article: &str, start: usize, limit: usize) -> (TokenKind, usize) {
    let end = number_end(article, start, limit);
    let rest = &article[end..limit];
    let aged = AGED.iter().find(|aged| {
        rest.strip_prefix(**aged).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    if let Some(aged) = aged {
        return (TokenKind::Word, end + aged.len());
    }
    let small = |byte: &u8| byte.is_ascii_lowercase();
    let compound = rest.strip_prefix('-').filter(|word| word.as_bytes().first().is_some_and(small));
    let joined = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    match compound {
        Some(word) => {
            let len = word.bytes().position(|byte| !joined(byte)).unwrap_or(word.len());
            (TokenKind::Word, end + 1 + len)
        }
        None => (TokenKind::Number, end),
    }
}

/// What follows the years of somebody's age.
const AGED: [&str; 5] = ["-year-old", "-year old", "-month-old", "-week-old", "-day-old"];

fn number_end(article: &str, start: usize, limit: usize) -> usize {
    let mut at = start;
    for ch in article[start..limit].chars() {
        let rest = &article[at + ch.len_utf8()..limit];
        let inner =
            matches!(ch, '.' | ',' | ':' | '/' | '-' | '–') && rest.starts_with(char::is_numeric);
        if !(ch.is_alphanumeric() || ch == '%' || inner) {
            break;
        }
        at += ch.len_utf8();
    }
    at.max(start + 1)
}

fn apostrophe(article: &str, at: usize, range: Span) -> (TokenKind, usize) {
    let width = chars::after(article, at).map_or(1, char::len_utf8);
    let behind_word =
        at > range.start && chars::before(article, at).is_some_and(char::is_alphanumeric);
    match clitic(article, at + width, range.end) {
        Some("s") if behind_word => (TokenKind::Possessive, at + width + 1),
        Some(verb) if behind_word => (TokenKind::Word, at + width + verb.len()),
        _ if behind_word => (TokenKind::Possessive, at + width),
        _ => (TokenKind::Other, at + width),
    }
}

fn mark(article: &str, at: usize, limit: usize, ch: char) -> (TokenKind, usize) {
    let width = ch.len_utf8();
    let run = |test: fn(char) -> bool| {
        article[at..limit].find(|ch| !test(ch)).map_or(limit, |len| at + len)
    };
    match ch {
        ',' | '，' | '、' => (TokenKind::Comma, at + width),
        ':' | '：' => (TokenKind::Colon, at + width),
        ';' => (TokenKind::Semicolon, at + width),
        '&' => (TokenKind::Ampersand, at + width),
        '(' | '[' | '{' => (TokenKind::Open, at + width),
        ')' | ']' | '}' => (TokenKind::Close, at + width),
        _ if chars::is_terminator(ch) => (TokenKind::Stop, run(chars::is_terminator)),
        _ if chars::is_dash(ch) => (TokenKind::Dash, run(chars::is_dash)),
        _ => (TokenKind::Other, at + width),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        push_tokens(text, Span::new(0, text.len()), Lexicon::english(), &mut tokens);
        tokens.iter().map(|token| &text[token.span()]).collect()
    }

    #[test]
    fn words_keep_their_stops_hyphens_and_apostrophes() {
        assert_eq!(
            split("Mr. O’Brien-Lee isn't in the U.S. now."),
            ["Mr.", "O’Brien-Lee", "isn't", "in", "the", "U.S.", "now", "."]
        );
        assert_eq!(split("J.D. Vance, J. R. Hill"), ["J.D.", "Vance", ",", "J.", "R.", "Hill"]);
        assert_eq!(split("a.m. end.Next AT&T"), ["a.m.", "end", ".", "Next", "AT&T"]);
        assert_eq!(split("said I. He by I. Hill"), ["said", "I", ".", "He", "by", "I.", "Hill"]);
        assert_eq!(
            split("Marc TrÃ©guier, «MANHÃ» Ã©"),
            ["Marc", "TrÃ©guier", ",", "«", "MANHÃ", "»", "Ã", "©"]
        );
        assert_eq!(split("it is _very_ wet"), ["it", "is", "very", "wet"]);
    }

    #[test]
    fn clitics_stand_alone() {
        assert_eq!(split("he'd say it’s"), ["he", "'d", "say", "it", "’s"]);
        let mut tokens = Vec::new();
        let text = "Anna s hat, and she s late";
        push_tokens(text, Span::new(0, text.len()), Lexicon::english(), &mut tokens);
        assert_eq!(tokens[1].kind, TokenKind::Possessive);
        assert!(tokens[6].is_word() && tokens[6].is(Classes::AUX));
        assert_eq!(
            split("Anna's and drivers’ rights"),
            ["Anna", "'s", "and", "drivers", "’", "rights"]
        );
    }

    #[test]
    fn numbers_marks_and_invisible_chars() {
        assert_eq!(
            split("12,000 (or 3.5%) -- 9:30…"),
            ["12,000", "(", "or", "3.5%", ")", "--", "9:30", "…"]
        );
        assert_eq!(split("\u{feff}Zo\u{301}e\u{200b} x"), ["Zo\u{301}e", "x"]);
    }

    #[test]
    fn compounds_of_roles_are_roles() {
        let mut tokens = Vec::new();
        let text = "ex-mayor half-baked";
        push_tokens(text, Span::new(0, text.len()), Lexicon::english(), &mut tokens);
        assert!(tokens[0].is(Classes::ROLE) && !tokens[1].is(Classes::ROLE));
    }
}
