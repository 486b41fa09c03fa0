//! Who `I` is. Whoever tells a tale names everybody but themselves: their own name stands only in what others say to them.

use rustc_hash::FxHashMap;

use super::address::addressed;
use super::gather::NameMention;
use super::words::key;
use crate::span::Span;

/// Whoever tells the tale is addressed by name at least so often.
const FEWEST: u32 = 3;
/// … and so many times more often than the name stands outside of what is said.
const ADDRESSED: u32 = 5;

/// A name by which somebody is addressed.
#[derive(Clone, Copy, Debug)]
struct Address {
    span: Span,
    count: u32,
    /// Behind a comma at least once: what only opens a speech may be `Oh` or `Listen`.
    led: bool,
}

/// A tale is told by somebody if so many of its quotations are theirs, in a hundred.
const TELLS: usize = 3;

/// Whoever tells a tale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Narrator {
    /// Where they first speak as `I`.
    pub(crate) me: Span,
    /// What others call them.
    pub(crate) name: Option<Span>,
}

/// What somebody says in a tale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said<'q> {
    pub(crate) words: &'q [Span],
    /// The words that name or stand for whoever says it.
    pub(crate) subject: Option<Span>,
}

impl Narrator {
    /// Whoever tells the tale, if somebody does, given all that is said in it and the names outside of that.
    pub(crate) fn of<'q>(
        article: &str,
        said: impl Iterator<Item = Said<'q>>,
        names: &[NameMention],
    ) -> Option<Self> {
        let is_own = |held: &Said<'_>| held.subject.is_some_and(|span| &article[span] == "I");
        let (own, others): (Vec<_>, Vec<_>) = said.partition(is_own);
        let me = own.first()?.subject?;
        if own.len() * 100 < (own.len() + others.len()) * TELLS {
            return None;
        }
        let words = others.iter().flat_map(|held| held.words.iter().copied());
        Some(Self { me, name: name(article, words, names) })
    }
}

/// The name by which others address whoever tells the tale.
fn name(
    article: &str,
    said: impl IntoIterator<Item = Span>,
    names: &[NameMention],
) -> Option<Span> {
    let mut addresses: FxHashMap<u64, Address> = FxHashMap::default();
    for words in said {
        for (span, led) in addressed(article, words) {
            let new = Address { span, count: 0, led: false };
            let held = addresses.entry(key(&article[span])).or_insert(new);
            held.count += 1;
            held.led |= led;
        }
    }
    let mut told: FxHashMap<u64, u32> = FxHashMap::default();
    for name in names {
        for word in article[name.core].split_whitespace() {
            *told.entry(key(word)).or_default() += 1;
        }
    }
    let own = addresses.iter().filter(|(word, address)| {
        let outside = told.get(word).copied().unwrap_or_default();
        address.led && address.count >= FEWEST && address.count >= outside * ADDRESSED
    });
    // of equals the one who is addressed first
    let most = own.map(|(_, address)| address);
    most.max_by_key(|address| (address.count, std::cmp::Reverse(address.span)))
        .map(|address| address.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_addressed_and_never_told_of() {
        let said =
            ["Come in, Ida.", "Ida, you are wet!", "My dear Ida, sit down.", "Oh, Tom, Tom."];
        let article = said.join(" ");
        let mut at = 0;
        let spans: Vec<Span> = said
            .iter()
            .map(|words| {
                let span = Span::new(at, at + words.len());
                at = span.end + 1;
                span
            })
            .collect();
        assert_eq!(name(&article, spans.clone(), &[]).map(|span| &article[span]), Some("Ida"));
        assert_eq!(name(&article, spans[..2].to_vec(), &[]), None);
    }
}
