//! Whom a word of kinship means in a report: `her mother` is Salma behind `she cast her own mother, Salma,`, and `her daughter`, said of
//! Salma, is whoever cast her.

use super::entity::Cast;
use super::gather::NameMention;
use super::resolve::{taken_up, Resolver};
use super::{Gender, Sort};
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Lexicon};
use crate::span::Span;
use crate::text::chars;

/// Whose kin somebody is was told of at most so many names before; so many names behind may yet tell.
const NAMES: usize = 60;
const BEHIND: usize = 4;
/// What brings in a name as somebody's kin has at most so many bytes: `her late husband, `.
const LONGEST_RELATION: usize = 40;
/// The owner stands at most so many names before the kin.
const OWNERS: usize = 6;

/// Words between an owner and kin that tell nobody apart.
const FILLERS: [&str; 8] =
    ["beloved", "dear", "late", "long-time", "longtime", "own", "proud", "then"];

/// What somebody is to whose kin they are: `her mother` makes her a daughter, him a son.
const INVERSES: [(&[&str], &str, &str); 5] = [
    (&["dad", "father", "mom", "mother", "mum", "stepfather", "stepmother"], "son", "daughter"),
    (&["daughter", "son", "stepdaughter", "stepson"], "father", "mother"),
    (&["fiancé", "fiancée", "husband", "spouse", "wife"], "husband", "wife"),
    (&["brother", "sister"], "brother", "sister"),
    (&["grandfather", "grandma", "grandmother", "nan"], "grandson", "granddaughter"),
];

/// Whose kin somebody is, and which.
#[derive(Clone, Copy, Debug)]
struct Relation<'a> {
    owner: &'a str,
    /// What the owner's pronoun tells of them.
    gender: Gender,
    /// `elder` of `his elder brother`.
    which: &'a str,
    kin: &'a str,
}

impl<'a> Relation<'a> {
    /// `her own mother`
    fn of(text: &'a str) -> Option<Self> {
        let (owner, rest) = text.split_once(' ')?;
        let (which, kin) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let which = if FILLERS.contains(&which) { "" } else { which };
        if which.contains(' ') || !Lexicon::english().get(kin).is(Classes::ROLE) {
            return None;
        }
        let (gender, _) = taken_up(&owner.to_ascii_lowercase())?;
        (gender != Gender::Unknown).then_some(Self { owner, gender, which, kin })
    }

    /// The one that a name stands behind: `her own mother, ` before `Salma`.
    fn before(article: &'a str, name: usize) -> Option<Self> {
        let near = chars::tail(&article[..name], LONGEST_RELATION).trim_end_matches([' ', ',']);
        let mut blanks = near.rmatch_indices([' ', '\n']).skip(1).take(2);
        // the owner may be the first word of all
        let whole = if near.len() < LONGEST_RELATION { Self::of(near) } else { None };
        blanks.find_map(|(blank, _)| Self::of(&near[blank + 1..])).or(whole)
    }

    fn is(&self, other: &Self) -> bool {
        self.kin == other.kin
            && (self.which.is_empty() || other.which.is_empty() || self.which == other.which)
            && self.gender == other.gender
    }
}

/// What someone of that gender is to whoever is their `kin`.
fn inverse(kin: &str, gender: Gender) -> Option<&'static str> {
    let held = INVERSES.iter().find(|(kins, ..)| kins.contains(&kin));
    held.and_then(|&(_, male, female)| match gender {
        Gender::Male => Some(male),
        Gender::Female => Some(female),
        Gender::Unknown => None,
    })
}

impl Resolver<'_> {
    /// The name that a report gave somebody's kin.
    pub(super) fn related(&self, subject: &Subject) -> Option<usize> {
        if self.cast.is_tale() {
            return None;
        }
        let relation = Relation::of(&self.article[subject.span])?;
        let owner = Span::new(subject.span.start, subject.span.start + relation.owner.len());
        let owner = self.antecedent(owner, relation.gender, true)?.entity;
        let behind = self.names.partition_point(|name| name.span.start < subject.span.start);
        let ahead = (behind..self.names.len()).take(BEHIND);
        let told = self.names_before(subject.span, NAMES).chain(ahead);
        let mut found = told.filter_map(|i| self.is_related(i, owner, &relation));
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// Who stands in that relation to its owner, as far as the words before the name with that number tell.
    fn is_related(&self, i: usize, owner: usize, asked: &Relation<'_>) -> Option<usize> {
        crate::work::step();
        let told = Relation::before(self.article, self.names[i].span.start)?;
        let kin = self.cast.of_mention[i];
        if told.is(asked) && kin != owner && self.owners(i, &told).any(|held| held == owner) {
            return Some(kin);
        }
        let inverse = kin == owner && inverse(told.kin, told.gender) == Some(asked.kin);
        let mut owners = self.owners(i, &told).filter(|&held| held != kin);
        owners.next().filter(|_| inverse)
    }

    /// Whose kin may be meant, the nearest first.
    fn owners<'a>(&'a self, i: usize, told: &Relation<'_>) -> impl Iterator<Item = usize> + 'a {
        let gender = told.gender;
        let before = (i.saturating_sub(OWNERS)..i).rev().map(|name| self.cast.of_mention[name]);
        before.filter(move |&id| {
            let held = &self.cast.entities[id];
            held.sort == Sort::Person && !held.gender.clashes(gender)
        })
    }
}

impl Cast {
    /// `Ms. Berg` is Pilar behind `Tom Berg and his daughter Pilar`: whoever was brought in by a given name alone as the kin of one who has
    /// the surname that the name `i` gives with a title.
    pub(super) fn kin_of_that_name(
        &self,
        article: &str,
        names: &[NameMention],
        i: usize,
        surname: u64,
    ) -> Option<usize> {
        let family = self.by_last.get(&surname)?;
        let gender = names[i].gender;
        let before = (i.saturating_sub(NAMES)..i).rev();
        let mut kin = before.filter(|&at| {
            crate::work::step();
            let held = &self.entities[self.of_mention[at]];
            let told = held.gender.or(held.hint);
            let alone = held.words == 1 && told == gender && gender != Gender::Unknown;
            let owners = || &self.of_mention[at.saturating_sub(OWNERS)..at];
            alone
                && Relation::before(article, names[at].span.start).is_some()
                && owners().iter().any(|owner| family.contains(owner))
        });
        kin.next().map(|at| self.of_mention[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_stand_before_names() {
        let before = |text: &str| {
            let told = Relation::before(text, text.len());
            told.map(|told| format!("{}/{}/{}", told.owner, told.which, told.kin))
        };
        assert_eq!(before("She cast her own mother, ").as_deref(), Some("her//mother"));
        assert_eq!(before("He came with his elder brother ").as_deref(), Some("his/elder/brother"));
        assert_eq!(before("He left.\n\nHis late wife, ").as_deref(), Some("His//wife"));
        assert_eq!(before("His wife, ").as_deref(), Some("His//wife"));
        assert_eq!(before("He came with his brother and "), None);
        assert_eq!(before("He brought the mayor, "), None);
    }

    #[test]
    fn kin_is_mutual() {
        assert_eq!(inverse("mother", Gender::Female), Some("daughter"));
        assert_eq!(inverse("wife", Gender::Male), Some("husband"));
        assert_eq!(inverse("mother", Gender::Unknown), None);
        assert_eq!(inverse("mayor", Gender::Male), None);
    }
}
