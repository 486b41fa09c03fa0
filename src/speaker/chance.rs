//! Names that stand side by side by chance: `With Mrs. Allan Anne fell in love`, `on the terrace of the Lilas Brett sat`.
//!
//! A long tale tells by itself: where two words make a name only once, though the second is often a name alone, and the first
//! belongs to something else, they are two names. The second is kept.

use rustc_hash::FxHashMap;

use super::gather::NameMention;
use super::words::{follows_the, key, name_words};
use super::Gender;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;

/// A word is often a name by itself that is one so many times.
const OFTEN: u32 = 10;
/// … and hardly ever if it is one no oftener than so.
const HARDLY: u32 = 1;

/// Parts the names of a tale that stand side by side by chance.
pub(crate) fn part_chance_names(article: &str, names: &mut [NameMention]) {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for name in names.iter().filter(|name| name.words > 1 || !name.titled) {
        *counts.entry(key(&article[name.core])).or_default() += 1;
    }
    let count = |text: &str| counts.get(&key(text)).copied().unwrap_or(0);
    for name in names.iter_mut().filter(|name| name.words > 1 && !name.office) {
        let text = &article[name.core];
        if count(text) > 1 {
            continue;
        }
        let mut words = name_words(text);
        let (Some(first), Some(last)) = (words.next(), words.next_back()) else { continue };
        let kept = match words.next() {
            None => {
                let meets =
                    count(last) >= OFTEN && meets_by_chance(article, name, first, last, &count);
                meets.then_some(last)
            }
            Some(_) => known_part(text, first, last, &count),
        };
        if let Some(kept) = kept {
            narrow(article, name, kept);
        }
    }
}

/// `Mrs. Allan Anne`, `the Lilas Brett`, `Saw Anna`: whether the first of two words belongs to what stands before, or is no name.
fn meets_by_chance(
    article: &str,
    name: &NameMention,
    first: &str,
    last: &str,
    count: &impl Fn(&str) -> u32,
) -> bool {
    let given = |word: &str| Lexicon::english().get(word).is(Classes::GIVEN);
    let before = &article[..name.core.start];
    let ends = ['.', '!', '?', '"', '”', '\'', '’'];
    let begins = before.ends_with('\n') || before.trim_end().ends_with(ends);
    name.titled && given(last)
        || follows_the(article, name.core.start)
        || begins && !name.titled && !given(first) && count(first) <= HARDLY
}

/// `Anna Berg Drive`, `Young Anna Berg`: all but the first word or the last, if that is a name of two words or more that the tale uses.
fn known_part<'a>(
    text: &'a str,
    first: &str,
    last: &str,
    count: &impl Fn(&str) -> u32,
) -> Option<&'a str> {
    let ahead = text.strip_suffix(last)?.trim_end();
    let behind = text.strip_prefix(first)?.trim_start();
    [ahead, behind].into_iter().find(|part| count(part) >= 1)
}

/// Leaves that part of the name; what tells of the whole tells nothing of it.
fn narrow(article: &str, name: &mut NameMention, part: &str) {
    let Some(offset) = article[name.core].find(part) else { return };
    let start = name.core.start + offset;
    let leads = offset == 0;
    name.core = Span { start, end: start + part.len() };
    name.span = if leads { Span { end: name.core.end, ..name.span } } else { name.core };
    name.words = name_words(part).count();
    if !leads {
        name.titled = false;
        name.office_before = None;
        name.role = None;
        name.gender = Gender::Unknown;
        name.gender_sure = false;
    }
    if name.words == 1 {
        name.hint = Gender::of(Lexicon::english().get(part));
    }
}

#[cfg(test)]
mod tests {
    /// Who says the last words of a tale that begins with so many lines of that sort.
    fn last_speaker(line: &str, times: usize, end: &str) -> String {
        let tale = format!("{}{end}", line.repeat(times));
        let last = crate::quotes(&tale).last().expect("somebody speaks");
        last.speaker.expect("it is told who").name.into_owned()
    }

    #[test]
    fn names_meet_by_chance() {
        let often = "\"Come in,\" said Anne.\n\nAnne sat down by the fire.\n\n";
        let met = "With Mrs. Allan Anne fell in love at once.\n\n\"Good night,\" said Anne.\n";
        assert_eq!(last_speaker(often, 12, met), "Anne");
        // once in a tale that hardly knows her
        assert_eq!(last_speaker(often, 2, met), "Allan Anne");
        let upstairs = "Upstairs Anne had lit the lamp.\n\n\"Good night,\" said Anne.\n";
        assert_eq!(last_speaker(often, 12, upstairs), "Anne");
        let full = "Anne Orrell had lit the lamp.\n\n\"Good night,\" said Anne.\n";
        assert_eq!(last_speaker(often, 12, full), "Anne Orrell");
    }
}
