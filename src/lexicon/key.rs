//! Words as numbers: letters folded to small ones, eight bytes at a time.

use super::block::{within, BLOCK, HIGH};

/// The longest word worth a look, in bytes: longer ones are in no list.
const LONGEST: usize = 40;
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const MULTIPLIER: u64 = 0xd6e8_feb8_6659_fd93;

/// The number of a word, whatever its case and its style of apostrophe. `None` if it is too long for any list.
///
/// Blocks are mixed by folding the halves of a product (Yann Ollivier's and Wang Yi's wyhash does so).
pub(crate) fn key(word: &str) -> Option<u64> {
    if word.len() > LONGEST {
        return None;
    }
    if word.is_ascii() {
        return Some(hash(word.as_bytes()));
    }
    let mut folded = [0_u8; LONGEST * 2];
    let mut len = 0;
    for ch in word.chars().flat_map(char::to_lowercase) {
        let ch = if ch == '’' { '\'' } else { ch };
        let room = folded.get_mut(len..len + ch.len_utf8())?;
        ch.encode_utf8(room);
        len += ch.len_utf8();
    }
    Some(hash(&folded[..len]))
}

/// The key of `text[start..end]`, which a short word's is found by with one look at the text, whatever its length.
#[inline]
pub(crate) fn key_at(text: &str, start: usize, end: usize) -> Option<u64> {
    let len = end - start;
    if let Some(ahead) = text.as_bytes().get(start..).and_then(<[u8]>::first_chunk::<BLOCK>) {
        if len > 0 && len <= BLOCK {
            let block = u64::from_le_bytes(*ahead) & (u64::MAX >> (8 * (BLOCK - len)));
            if block & HIGH == 0 {
                return Some(hash_block(block, len));
            }
        }
    }
    key(&text[start..end])
}

/// The key of a word of one to eight bytes of ASCII, its letters small, that stand in the block, the first the lowest.
#[inline]
pub(crate) fn key_of_folded(block: u64, len: usize) -> u64 {
    fold(seed(len) ^ block, MULTIPLIER)
}

fn hash_block(block: u64, len: usize) -> u64 {
    key_of_folded(lowercase(block), len)
}

fn seed(len: usize) -> u64 {
    SEED ^ (len as u64).wrapping_mul(MULTIPLIER)
}

fn hash(bytes: &[u8]) -> u64 {
    let len = bytes.len();
    if let (Some(head), Some(tail)) = (bytes.first_chunk::<BLOCK>(), bytes.last_chunk::<BLOCK>()) {
        let mut state = seed(len);
        // the last block may overlap the one before: the length is part of the seed
        let mut rest = bytes;
        let mut block = head;
        while rest.len() > BLOCK {
            state = fold(state ^ lowercase(u64::from_le_bytes(*block)), MULTIPLIER);
            rest = &rest[BLOCK..];
            block = rest.first_chunk().unwrap_or(tail);
        }
        return fold(state ^ lowercase(u64::from_le_bytes(*tail)), MULTIPLIER);
    }
    // what is read twice has the same bits in the same places
    let block = match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(head), Some(tail)) => {
            u64::from(u32::from_le_bytes(*head))
                | u64::from(u32::from_le_bytes(*tail)) << (8 * (len - 4))
        }
        _ if len == 0 => 0,
        _ => {
            let byte = |at: usize| u64::from(bytes[at]) << (8 * at);
            byte(0) | byte(len / 2) | byte(len - 1)
        }
    };
    hash_block(block, len)
}

fn fold(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other);
    (product as u64) ^ (product >> 64) as u64
}

/// Sets the sixth bit of the bytes that are `A` to `Z`; bytes beyond ASCII stay as they are.
fn lowercase(block: u64) -> u64 {
    let upper = within(block & !HIGH, b'A', b'Z') & !block & HIGH;
    block | upper >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_apostrophes_do_not_count() {
        assert_eq!(key("DON’T"), key("don't"));
        assert_eq!(key("Øresund"), key("øresund"));
        assert_eq!(key("internationally"), key("INTERNATIONALLY"));
        assert_eq!(key("seventeen-letters"), key("Seventeen-Letters"));
        assert_ne!(key("seventeen-letters"), key("seventeen-lexters"));
        assert_ne!(key("abcdefgh"), key("abcdefghabcdefgh"));
        assert_ne!(key("2"), key("12"));
        assert_ne!(key("said"), key("says"));
        assert_ne!(key("a"), key("a\0"));
        assert_eq!(key(&"x".repeat(41)), None);
    }

    #[test]
    fn a_word_has_one_key_wherever_it_stands() {
        let text = "At Øre’s pier Internationally no a é seventeen-letters don’t in";
        for word in text.split(' ') {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            assert_eq!(key_at(text, start, start + word.len()), key(word), "{word}");
        }
    }

    #[test]
    fn all_ascii_folds_as_the_standard_library_does() {
        for byte in 0..128_u8 {
            let block = u64::from_le_bytes([byte; 8]);
            assert_eq!(lowercase(block).to_le_bytes(), [byte.to_ascii_lowercase(); 8]);
        }
    }
}
