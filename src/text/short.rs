//! Short words, which most words are: how far they reach, their case and their key, all from one look at eight bytes.

use crate::lexicon::block::{within, BLOCK, HIGH, ONES};

/// The bit that tells a small letter of ASCII from its capital.
const SMALL: u64 = 0x20 * ONES;

/// A word of one to seven ASCII letters and digits, the first of them a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ShortWord {
    pub(super) len: usize,
    /// Its bytes, the first the lowest, letters made small.
    pub(super) folded: u64,
    pub(super) capital: bool,
    /// Two letters or more, none of them small.
    pub(super) all_caps: bool,
    /// What stands behind it: a blank, or else a comma.
    pub(super) blank: bool,
}

impl ShortWord {
    /// The word at the head of the bytes, if a blank or a comma ends it there.
    #[inline]
    pub(super) fn at_head(bytes: &[u8]) -> Option<Self> {
        let block = u64::from_le_bytes(*bytes.first_chunk::<BLOCK>()?);
        let plain = block & !HIGH;
        let letters = within(plain | SMALL, b'a', b'z') & !block & HIGH;
        let found = letters | within(plain, b'0', b'9') & !block & HIGH;
        let others = found ^ HIGH;
        let len = others.trailing_zeros() as usize / BLOCK;
        if letters & 0x80 == 0 || others == 0 {
            return None;
        }
        let behind = (block >> (BLOCK * len)) as u8;
        if behind != b' ' && behind != b',' {
            return None;
        }
        let all = u64::MAX >> (u64::BITS as usize - BLOCK * len);
        let word = block & all;
        // both bits that small letters have and neither capitals nor digits do
        let small = word & (word << 1) & (0x40 * ONES);
        let capital = word & 0x20 == 0;
        Some(Self {
            len,
            // digits have the bit of small letters, too
            folded: word | SMALL & all,
            capital,
            all_caps: capital && len > 1 && small == 0,
            blank: behind == b' ',
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_look_tells_what_a_walk_does() {
        let ends = [' ', ',', '.', '\'', '-', '_', 'é', '\n'];
        for word in ["I", "s", "US", "Us", "uS", "said", "B2B", "2B", "a1", "ABCDEFG", "ABCDEFGH"] {
            for end in ends {
                let text = format!("{word}{end}  behind");
                let fits = word.len() < BLOCK && !word.starts_with('2') && matches!(end, ' ' | ',');
                let short = ShortWord::at_head(text.as_bytes());
                assert_eq!(short.is_some(), fits, "{text}");
                let Some(short) = short else { continue };
                assert_eq!(short.len, word.len());
                let folded = short.folded.to_le_bytes();
                assert_eq!(&folded[..short.len], word.to_ascii_lowercase().as_bytes());
                assert!(folded[short.len..].iter().all(|&byte| byte == 0));
                assert_eq!(short.capital, word.starts_with(|ch: char| ch.is_ascii_uppercase()));
                let shouted = word.len() > 1 && !word.bytes().any(|byte| byte.is_ascii_lowercase());
                assert_eq!(short.all_caps, short.capital && shouted);
                assert_eq!(short.blank, end == ' ');
            }
        }
        assert_eq!(ShortWord::at_head(b"said "), None, "too near the end for one look");
    }
}
