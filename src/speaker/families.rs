//! The members of a family: who is `Mr. Berg`, who `Mrs. Berg`, who `Miss Berg`.
//!
//! A report names everybody in full and goes on with a title, so that `Mr. Berg` is Tom Berg. A tale calls the head of a family `Mr.
//! Berg` from the first page to the last, and his son Tom, or Mr. Tom Berg.

use rustc_hash::{FxHashMap, FxHashSet};

use super::gather::NameMention;
use super::words::{key, name_words};
use super::Gender;
use crate::text::chars;

/// How the members of families are called, by the keys of their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Families {
    /// The article is a tale.
    pub(super) tale: bool,
    /// The surnames that somebody bears as a `Miss`.
    misses: FxHashSet<u64>,
    /// How often a given name stands alone.
    alone: FxHashMap<u64, u32>,
    /// How often a title stands before a surname alone, and before a given name and a surname.
    surnames: FxHashMap<(Title, u64), u32>,
    full: FxHashMap<(Title, u64, u64), u32>,
    /// The surnames that stand alone behind a title of a man, and of a woman.
    titled: FxHashSet<(Gender, u64)>,
}

/// A form of address that tells members of a family apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Title {
    #[default]
    Other,
    Mr,
    Mrs,
    Miss,
}

/// Whoever is called so often in one way is not called in another.
const OFTEN: u32 = 3;
/// `Mr. Berg` is so many times more common than `Mr. Tom Berg` where he is somebody else.
const COMMONER: u32 = 3;

/// No title has more bytes, a blank before it and its stop included.
const LONGEST_TITLE: usize = 16;

impl Title {
    /// The one right before a name.
    pub(super) fn of(article: &str, name: &NameMention) -> Self {
        if !name.titled {
            return Title::Other;
        }
        Title::ending(&article[name.span.start..name.core.start])
    }

    /// The one that the words end with.
    pub(super) fn ending(before: &str) -> Self {
        // a speech may be one long word, asked of at each of its capitals
        let near = chars::tail(before.trim_end(), LONGEST_TITLE);
        let title = near.split_whitespace().next_back().unwrap_or_default();
        match title.trim_end_matches('.') {
            "Mr" => Title::Mr,
            "Mrs" => Title::Mrs,
            "Miss" => Title::Miss,
            _ => Title::Other,
        }
    }

    /// What the title tells of gender.
    pub(super) fn gender(self) -> Gender {
        match self {
            Title::Other => Gender::Unknown,
            Title::Mr => Gender::Male,
            Title::Mrs | Title::Miss => Gender::Female,
        }
    }
}

impl Families {
    pub(super) fn of(article: &str, names: &[NameMention], tale: bool) -> Self {
        let mut families = Self { tale, ..Self::default() };
        for name in
            names.iter().filter(|name| tale || name.titled && name.gender != Gender::Unknown)
        {
            let title = Title::of(article, name);
            let mut words = name_words(&article[name.core]);
            let Some(first) = words.next().map(key) else { continue };
            let last = words.next_back().map(key);
            if title == Title::Miss {
                families.misses.insert(last.unwrap_or(first));
            }
            if name.titled && last.is_none() {
                families.titled.insert((name.gender, first));
            }
            match last {
                Some(last) => *families.full.entry((title, first, last)).or_default() += 1,
                None if title != Title::Other => {
                    *families.surnames.entry((title, first)).or_default() += 1;
                }
                None => *families.alone.entry(first).or_default() += 1,
            }
        }
        families
    }

    /// Whether a man and a woman go by that surname, `Mr. Berg` and `Mrs. Berg`.
    pub(super) fn share(&self, surname: u64) -> bool {
        [Gender::Male, Gender::Female]
            .iter()
            .all(|&gender| self.titled.contains(&(gender, surname)))
    }

    /// Whether a title before a surname alone means somebody else than the bearer of that full name. So many have the surname.
    pub(super) fn differ(&self, title: Title, surname: u64, full: &str, namesakes: usize) -> bool {
        if title == Title::Mrs && self.misses.contains(&surname) {
            // the mother of `Miss Berg`, whatever their given names
            return true;
        }
        if !self.tale || title == Title::Other {
            return false;
        }
        let Some(first) = name_words(full).next().map(key) else { return false };
        let count = |held: Option<&u32>| held.copied().unwrap_or_default();
        let short = count(self.surnames.get(&(title, surname)));
        let long = count(self.full.get(&(title, first, surname)));
        let by_given = count(self.alone.get(&first)) >= OFTEN && short >= OFTEN;
        // once is how somebody is brought in
        let eldest = long > 1 && short >= long * COMMONER;
        match title {
            Title::Mr => by_given || eldest,
            _ => namesakes > 1 && (by_given || eldest),
        }
    }
}

/// Whoever a tale calls by a title and a surname alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Heads {
    by_name: FxHashMap<(Title, u64), usize>,
    all: FxHashSet<(Title, usize)>,
}

impl Heads {
    /// The first to bear the title and the surname of that key is the one.
    pub(super) fn add(&mut self, title: Title, surname: u64, entity: usize) {
        let head = *self.by_name.entry((title, surname)).or_insert(entity);
        self.all.insert((title, head));
    }

    pub(super) fn named(&self, title: Title, surname: u64) -> Option<usize> {
        self.by_name.get(&(title, surname)).copied()
    }

    pub(super) fn holds(&self, title: Title, entity: usize) -> bool {
        self.all.contains(&(title, entity))
    }
}
