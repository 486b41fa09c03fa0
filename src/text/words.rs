//! How far a word reaches: inner hyphens and apostrophes, the stops of abbreviations and initials.

use super::chars;
use super::tokens::TokenKind;
use crate::lexicon::block::{within, BLOCK, HIGH, ONES};
use crate::lexicon::{Classes, Lexicon};

/// ASCII letters, digits and the underscore.
fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The high bit of each byte of a block that is [`in_word`].
fn in_words(block: u64) -> u64 {
    let plain = block & !HIGH;
    let letters = within(plain | (0x20 * ONES), b'a', b'z');
    let found = letters | within(plain, b'0', b'9') | within(plain, b'_', b'_');
    found & !block & HIGH
}

/// How many bytes at the head are letters, digits and underscores of ASCII.
#[inline]
pub(super) fn plain_run(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((block, behind)) = rest.split_first_chunk::<BLOCK>() {
        let others = !in_words(u64::from_le_bytes(*block)) & HIGH;
        if others != 0 {
            return bytes.len() - rest.len() + others.trailing_zeros() as usize / BLOCK;
        }
        rest = behind;
    }
    let run = rest.iter().position(|&byte| !in_word(byte)).unwrap_or(rest.len());
    bytes.len() - rest.len() + run
}

/// Where the word at `start` ends, all up to `second` being part of it: letters, digits, inner hyphens and apostrophes, and the stops of
/// abbreviations and initials. A possessive `'s` is left for a token of its own.
pub(super) fn word_end(
    article: &str,
    start: usize,
    second: usize,
    limit: usize,
    lexicon: &Lexicon,
) -> (TokenKind, usize) {
    let bytes = article.as_bytes();
    let mut at = second;
    loop {
        at += plain_run(&bytes[at..limit]);
        if at == limit {
            break;
        }
        let byte = bytes[at];
        if byte == b'-' || byte == b'\'' || byte == b'&' || !byte.is_ascii() {
            let Some(ch) = chars::after(article, at) else { break };
            let next = at + ch.len_utf8();
            let goes_on =
                || next < limit && chars::after(article, next).is_some_and(char::is_alphanumeric);
            if ch.is_alphanumeric() || is_combining(ch) || is_misread(article, at, ch) && goes_on()
            {
                at = next;
                continue;
            }
            let joins =
                ch == '-' || ch == '‐' || ch == '‑' || ch == '&' || chars::is_apostrophe(ch);
            if joins && goes_on() {
                if chars::is_apostrophe(ch) && clitic(article, next, limit).is_some() {
                    break;
                }
                at = next;
                continue;
            }
            break;
        }
        if byte == b'.' && stop_belongs(article, start, at, limit, lexicon) {
            at += 1;
            continue;
        }
        break;
    }
    while at > second && bytes[at - 1] == b'_' {
        at -= 1;
    }
    (TokenKind::Word, at)
}

/// `TrÃ©guier`, which is `Tréguier` in UTF-8 read as Latin-1: whether the char is the second half of a letter.
fn is_misread(article: &str, at: usize, ch: char) -> bool {
    matches!(ch, '\u{80}'..='\u{bf}')
        && !ch.is_whitespace()
        && matches!(chars::before(article, at), Some('Ã' | '\u{303}'))
}

fn is_combining(ch: char) -> bool {
    matches!(ch, '\u{300}'..='\u{36f}' | '\u{200d}')
}

/// What hangs on a word by an apostrophe: the possessive, or a verb cut short.
const CLITICS: [&str; 6] = ["s", "d", "m", "ll", "ve", "re"];

/// The clitic that stands at `at`, behind an apostrophe, and no more than it.
pub(super) fn clitic(article: &str, at: usize, limit: usize) -> Option<&'static str> {
    let rest = &article[at..limit];
    CLITICS.into_iter().find(|clitic| {
        let head = rest.get(..clitic.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(clitic))
            && !rest[clitic.len()..].starts_with(char::is_alphanumeric)
    })
}

/// Whether the full stop at `at` is part of the word that began at `start`.
fn stop_belongs(article: &str, start: usize, at: usize, limit: usize, lexicon: &Lexicon) -> bool {
    let word = &article[start..at];
    let next = if at + 1 < limit { chars::after(article, at + 1) } else { None };
    // words are short: a plain walk is faster than a search made ready
    let inner = word.bytes().rposition(|byte| byte == b'.');
    let last = inner.map_or(word, |inner| &word[inner + 1..]);
    let single = last.chars().count() == 1;
    if next.is_some_and(char::is_alphabetic) {
        // `D-N.H.`
        let state = || {
            let letter = word.as_bytes().iter().rev().nth(1) == Some(&b'-');
            letter && article.as_bytes().get(at + 2) == Some(&b'.')
        };
        // `U.S`, `J.D`, `e.g`, and addresses such as `example.com`, but not `end.Next`
        return single || !next.is_some_and(char::is_uppercase) || state();
    }
    if single {
        return word.contains('.')
            || word.chars().all(char::is_uppercase)
                && !(word == "I" && is_pronoun(article, start, &article[at + 1..limit], lexicon));
    }
    if next.is_some_and(|ch| ch == '.') {
        return false;
    }
    if matches!(next, Some(',' | ';')) && word.starts_with(char::is_uppercase) {
        // `Berg, R-Ky., said`
        return true;
    }
    let known = lexicon.get(word);
    if known.is(Classes::ABBR_NUMBER) {
        return article[at + 1..limit].trim_start().starts_with(char::is_numeric);
    }
    known.is(Classes::ABBREVIATION)
        && (word.starts_with(char::is_uppercase) || !known.is(Classes::VERB.union(Classes::CLOSED)))
}

/// `said I.`, `Anna and I.`: the `I` at `start` is no initial unless a name goes on behind it.
fn is_pronoun(article: &str, start: usize, behind: &str, lexicon: &Lexicon) -> bool {
    let before = article[..start].trim_end();
    let word = before.rsplit(|ch: char| !ch.is_alphanumeric()).next().unwrap_or_default();
    let known = lexicon.get(word);
    let led = word.starts_with(char::is_lowercase) && !known.is(Classes::PREP);
    led || !behind.trim_start().starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_bytes_agree_on_what_is_in_a_word() {
        for byte in 0..=u8::MAX {
            let high = if in_word(byte) { HIGH } else { 0 };
            assert_eq!(in_words(u64::from_le_bytes([byte; BLOCK])), high, "{byte:#x}");
        }
        let text = "snake_case9 and Øre";
        for start in (0..text.len()).filter(|&at| text.is_char_boundary(at)) {
            let rest = &text.as_bytes()[start..];
            let run = rest.iter().take_while(|&&byte| in_word(byte)).count();
            assert_eq!(plain_run(rest), run, "{}", &text[start..]);
        }
    }
}
