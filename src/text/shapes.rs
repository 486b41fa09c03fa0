//! What the shape of a word tells: its hyphens, its capitals.

use crate::lexicon::{Forms, Lexicon};

/// `Korean-born`, `GOP-led`: an adjective whatever its capital, no name and no part of one.
#[inline]
pub(super) fn is_capital_adjective(lexicon: &Lexicon, text: &str) -> bool {
    let Some(last) = last_part(text) else { return false };
    let plain = ["area", "based", "born", "era", "led", "only", "style"];
    plain.contains(&last)
        || last.starts_with(|ch: char| ch.is_ascii_lowercase())
            && lexicon.get(last).forms.any(Forms::PARTICIPLE)
            && last.ends_with("ed")
}

/// `R-Ohio`, `D-Calif.`: the party and the state of an American politician.
pub(super) fn is_party_tag(text: &str) -> bool {
    matches!(text.as_bytes(), [b'D' | b'I' | b'R', b'-', state, _, ..] if state.is_ascii_uppercase())
        && text != "D-Day"
}

/// `al-Sadr`, `el-Tayeb`: names whose first part is the Arabic article, as it sounds before each letter; and `d'Aubert`.
#[inline]
pub(super) fn has_article(text: &str) -> bool {
    let bytes = text.as_bytes();
    let hyphen = match bytes {
        [b'd', b'\'', next, ..] => return next.is_ascii_uppercase(),
        [b'd', 0xe2, ..] => {
            return text[1..]
                .strip_prefix('’')
                .is_some_and(|rest| rest.starts_with(char::is_uppercase));
        }
        [b'a' | b'e', _, b'-', ..] => 2,
        [b'a', b's', b'h', b'-', ..] => 3,
        _ => return false,
    };
    let articles = ["ad", "al", "an", "ar", "as", "ash", "at", "az", "el"];
    articles.contains(&&text[..hyphen])
        && text[hyphen + 1..].starts_with(char::is_uppercase)
        && bytes.len() > hyphen + 2
}

/// What stands behind the last hyphen. Words are short: a plain walk is faster than a search made ready.
#[inline]
pub(super) fn last_part(text: &str) -> Option<&str> {
    let hyphen = text.bytes().rposition(|byte| byte == b'-')?;
    Some(&text[hyphen + 1..])
}

/// Whether a text of two bytes or more holds a small letter.
pub(super) fn has_lowercase(text: &str) -> bool {
    // the second letter nearly always tells
    text.as_bytes()[1].is_ascii_lowercase() || text.chars().any(char::is_lowercase)
}
