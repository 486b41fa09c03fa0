//! Who a mention stands for: names are gathered over the whole article, grouped into entities, and pronouns
//! and descriptions resolved among them.

mod address;
mod aged;
mod antecedent;
mod apposition;
mod asking;
mod authored;
mod bearers;
mod beside;
mod body;
mod chance;
mod chapter;
mod describe;
mod described;
mod entity;
pub(crate) mod exchange;
mod families;
mod gather;
mod introduced;
mod joint;
mod kin;
mod kinds;
mod lede;
mod member;
mod narrator;
mod nickname;
mod office;
mod profile;
mod prominence;

mod related;
mod resolve;
mod self_named;
mod sort;
mod surname;
mod topic;
mod turns;
mod votes;
mod words;

pub(crate) use chance::part_chance_names;
pub(crate) use entity::{plain_space, Cast};
pub(crate) use gather::Gatherer;
pub(crate) use narrator::{Narrator, Said};
pub(crate) use resolve::{taken_up, Resolver};
pub(crate) use turns::Turns;

use crate::lexicon::{Classes, Word};

/// What a name or a word tells of gender.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Male,
    Female,
}

impl Gender {
    pub(crate) fn of(word: Word) -> Self {
        match (word.is(Classes::MALE), word.is(Classes::FEMALE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => Gender::Unknown,
        }
    }

    /// The other one only where this one is unknown.
    pub(crate) fn or(self, other: Gender) -> Self {
        if self == Gender::Unknown {
            other
        } else {
            self
        }
    }

    pub(crate) fn clashes(self, other: Gender) -> bool {
        self != Gender::Unknown && other != Gender::Unknown && self != other
    }
}

/// What sort of thing a name names, as far as its words tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sort {
    #[default]
    Unknown,
    Person,
    Organisation,
    Place,
}
