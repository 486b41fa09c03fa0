//! Whom a tale means by `the mate`: somebody who is called by name where the mate is spoken to.
//!
//! `"Mr. Lund, have that boat down." "Aye, sir," said the mate.` Of two who answer each other, one calling the other by name, the one
//! described is the one called.

use rustc_hash::FxHashMap;

use super::candidates::Exchange;
use super::past::Gap;
use super::Way;
use crate::speaker::described::is_plural;

/// By what names those are known who are described.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownAs {
    /// What is known of each who is described, in text order.
    hints: FxHashMap<usize, Vec<Hint>>,
}

/// What two speeches tell, one of them said by whoever is described.
#[derive(Clone, Copy, Debug)]
struct Hint {
    /// The speech of whoever is described.
    speech: usize,
    /// Somebody who is known by name.
    name: usize,
    /// They say the other speech, and so are two.
    apart: bool,
}

/// What is known by what a description stands for counts for so many speeches on either side: `the young man` is another elsewhere.
const NEAR: usize = 40;
/// No more of what is known in these is looked at.
const MOST_HINTS: usize = 24;
/// More of what speaks for it is as good.
const MOST: u32 = 2;

impl KnownAs {
    /// What each pair of speeches tells of which one answers the other.
    pub(super) fn of(tale: &Exchange<'_, '_>) -> Self {
        let mut known = Self::default();
        let cast = &tale.resolver.cast;
        for (one, other) in (1..tale.speeches.len()).map(|other| (other - 1, other)) {
            if !matches!(tale.gap(other), Gap::NewLine | Gap::Behind | Gap::Ahead) {
                continue;
            }
            for (calls, answers) in [(other, one), (one, other)] {
                let Some(who) = described(tale, answers) else { continue };
                let caller = &tale.speeches[calls];
                let mut add = |name: usize, apart: bool| {
                    let hint = Hint { speech: answers, name, apart };
                    known.hints.entry(who).or_default().push(hint);
                };
                if let Some(name) = caller.found.filter(|_| caller.way == Way::Named) {
                    add(name, true);
                }
                let called = tale.called[calls].filter(|&name| {
                    let same = Some(name) == caller.found || Some(who) == caller.found;
                    !same && !cast.entities[name].gender.clashes(cast.entities[who].gender)
                });
                if let Some(name) = called {
                    add(name, false);
                }
            }
        }
        known
    }

    /// How much speaks for it near a speech that whoever is described is the other: 0 nothing, or that they are two.
    pub(super) fn same(&self, who: usize, name: usize, speech: usize) -> u32 {
        let mut near = self.near(who, speech).filter(|hint| hint.name == name);
        let same = near.try_fold(0, |same, hint| (!hint.apart).then_some(same + 1));
        same.map_or(0, |same: u32| same.min(MOST))
    }

    /// How much speaks for it near a speech that whoever is described is known by name.
    pub(super) fn named(&self, who: usize, speech: usize) -> u32 {
        let same = self.near(who, speech).map(|hint| self.same(who, hint.name, speech));
        same.max().unwrap_or(0)
    }

    fn near(&self, who: usize, speech: usize) -> impl Iterator<Item = &Hint> {
        let hints = self.hints.get(&who).map_or(&[][..], |hints| &hints[..]);
        let first = hints.partition_point(|hint| hint.speech + NEAR < speech);
        let near = hints[first..].iter().take(MOST_HINTS);
        near.take_while(move |hint| {
            crate::work::step();
            hint.speech <= speech + NEAR
        })
    }
}

/// Whoever says a speech, if words tell so that describe one person.
fn described(tale: &Exchange<'_, '_>, speech: usize) -> Option<usize> {
    let speech = &tale.speeches[speech];
    let who = speech.found.filter(|_| speech.way == Way::Described)?;
    let held = &tale.resolver.cast.entities[who];
    (held.words == 0 && !is_plural(&tale.article[held.name])).then_some(who)
}

#[cfg(test)]
mod tests {
    use crate::quotes;

    #[test]
    fn whoever_talks_with_somebody_is_another() {
        let tale = "\"Who is there?\" asked Ida Lund.\n\n\"Only I, Ida,\" said the old woman.\n\n\
            \"Come in, then!\" said Ida Lund.\n\n\"I will,\" said the old woman.";
        let woman =
            quotes(tale).filter(|quote| quote.text.contains('I') && !quote.text.contains('?'));
        let names: Vec<_> = woman.filter_map(|quote| Some(quote.speaker?.name)).collect();
        assert!(names.iter().all(|name| *name == "the old woman"), "{names:?}");
        assert_eq!(names.len(), 2);
    }
}
