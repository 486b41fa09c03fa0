//! Who says who they are: `My name is Ida Lund.`, `I'm Tom.`

use super::entity::Cast;
use super::words::key;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars::{head, is_apostrophe};

/// What leads to the speaker's own name. `’` stands as `'`.
const LEADS: [&str; 6] =
    ["I'm ", "I am ", "my name is ", "my name's ", "the name is ", "the name's "];
/// So many bytes of a speech are looked at: people begin with their name.
const LONGEST: usize = 300;
/// A name has at most so many words.
const WORDS: usize = 4;

/// The lead that ends where the name begins.
fn is_led(before: &str) -> bool {
    LEADS.iter().any(|lead| {
        let mut from = before.chars().rev();
        lead.chars().rev().all(|wanted| {
            let ch = from.next();
            ch.is_some_and(|ch| {
                ch.eq_ignore_ascii_case(&wanted) || wanted == '\'' && is_apostrophe(ch)
            })
        }) && !from.next().is_some_and(char::is_alphanumeric)
    })
}

/// Where a capital stands behind a blank.
fn capitals(text: &str) -> impl Iterator<Item = usize> + '_ {
    let pairs = text.as_bytes().windows(2).enumerate();
    pairs.filter_map(|(blank, pair)| {
        crate::work::step();
        let may_be = pair[0] == b' ' && (pair[1].is_ascii_uppercase() || !pair[1].is_ascii());
        (may_be && text[blank + 1..].starts_with(char::is_uppercase)).then_some(blank + 1)
    })
}

/// The first and the last word of the name that the text begins with, as far as no title is its first.
fn ends_of_name(text: &str) -> Option<(&str, &str)> {
    let mut ends = None;
    for word in text.split(' ').take(WORDS) {
        let name = word.trim_end_matches(|ch: char| !ch.is_alphanumeric());
        if !name.starts_with(char::is_uppercase) || name.contains(is_apostrophe) {
            break;
        }
        // `Mr. Hill`, `J. Hill`
        let short = name.len() == 1 || Lexicon::english().get(name).is(Classes::TITLE);
        let first = ends.filter(|_| !short).map_or(name, |(first, _)| first);
        ends = Some((first, name));
        if name.len() < word.len() && !(short && word.ends_with('.')) {
            break;
        }
    }
    ends
}

impl Cast {
    /// Whoever the words say that the speaker is.
    pub(crate) fn introduced(&self, article: &str, said: &[Span]) -> Option<usize> {
        let text = head(&article[*said.first()?], LONGEST);
        let mut named = capitals(text).filter(|&at| is_led(&text[..at]));
        let (first, last) = named.find_map(|at| ends_of_name(&text[at..]))?;
        let other = Classes::PLACE.union(Classes::CALENDAR).union(Classes::MEMBER);
        let known = Lexicon::english().get(last);
        if known.is(other) && !known.is(Classes::GIVEN) {
            return None;
        }
        self.bearer_of(key(last)).or_else(|| self.bearer_of(key(first)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_behind_leads() {
        let name = |text: &str| {
            let at = capitals(text).find(|&at| is_led(&text[..at]));
            at.and_then(|at| ends_of_name(&text[at..])).map(|(_, last)| last.to_owned())
        };
        assert_eq!(name("Good day. I’m Tom.").as_deref(), Some("Tom"));
        assert_eq!(name("My name is Ida Lund, and I bake").as_deref(), Some("Lund"));
        assert_eq!(name("The name's Hill").as_deref(), Some("Hill"));
        assert_eq!(name("I'm Tom's brother"), None);
        assert_eq!(name("I'm late. Call Tom."), None);
        assert_eq!(name("I am Mr. Hill. I bake.").as_deref(), Some("Hill"));
        assert_eq!(name("Ham I am Tom").as_deref(), Some("Tom"));
    }
}
