//! Whom a report is about, `Anna Berg`, and those whom it names only as theirs: `her mother, Nora,`.

use super::entity::Cast;
use super::kin::KIN;
use super::resolve::{taken_up, Resolver};
use super::{Gender, Sort};
use crate::span::Span;
use crate::text::chars::tail;

/// Whom a report is about is named so many times at least.
const OFTEN: usize = 3;
/// … and their kin so many times at most.
const RARELY: usize = 2;
/// `his great-grandmother, ` is at most so long.
const LONGEST_KIN: usize = 28;

/// A pronoun stands within so many bytes of where its paragraph begins, or the paragraph is not asked.
const LONGEST_PARAGRAPH: usize = 2000;

/// More words of kinship, beside [`KIN`].
const OTHERS: [&str; 7] =
    ["boyfriend", "cousin", "girlfriend", "mom", "nephew", "niece", "partner"];

/// What tells one of the kin from another.
const OF_KIN: [&str; 12] = [
    "eldest", "elder", "first", "former", "late", "older", "oldest", "second", "third", "twin",
    "younger", "youngest",
];

/// Whom the article names most, if it is about one person.
pub(super) fn topic_of(cast: &Cast) -> Option<usize> {
    let people = cast.entities.iter().enumerate().filter(|(_, entity)| {
        entity.sort != Sort::Organisation && entity.sort != Sort::Place && entity.words > 1
    });
    let most = people.max_by_key(|(_, entity)| entity.mentions.len());
    let often = most.filter(|(_, entity)| entity.mentions.len() >= OFTEN && !cast.is_tale());
    often.map(|(id, _)| id)
}

/// `her mother, Nora,`, `his sister Nora`: whose kin the name is, as what stands before it tells.
fn whose_kin(before: &str) -> Option<Gender> {
    let before = before.trim_end();
    let mut words = before.strip_suffix(',').unwrap_or(before).rsplit(' ');
    words.next().filter(|kin| KIN.contains(kin) || OTHERS.contains(kin))?;
    // `his second wife`
    let owner = words.find(|word| !OF_KIN.contains(word))?;
    let (gender, person) = taken_up(&owner.to_ascii_lowercase())?;
    person.then_some(gender)
}

impl Resolver<'_> {
    /// Whether a name, hardly ever said and never as a speaker's, is that of the kin of whom the report is about.
    pub(super) fn is_kin_of_topic(&self, i: usize) -> bool {
        !self.has_a_voice(self.cast.of_mention[i]) && self.is_of_their_kin(i)
    }

    /// … or is such a speaker's, who spoke before a paragraph that begins at `told`.
    pub(super) fn is_kin_told_of_before(&self, i: usize, told: usize) -> bool {
        self.names[i].span.end <= told
            && self.has_a_voice(self.cast.of_mention[i])
            && self.is_of_their_kin(i)
    }

    /// Where the paragraph of a pronoun begins, if the report is about somebody and it does not open with what somebody says.
    pub(super) fn told_from(&self, pronoun: Span) -> Option<usize> {
        self.topic?;
        let before = tail(&self.article[..pronoun.start], LONGEST_PARAGRAPH);
        let start = before.rfind('\n')? + 1;
        let opens = before[start..].trim_start().starts_with(['"', '“', '‘', '\'']);
        (!opens).then_some(pronoun.start - (before.len() - start))
    }

    fn is_of_their_kin(&self, i: usize) -> bool {
        let id = self.cast.of_mention[i];
        let Some(topic) = self.topic.filter(|&topic| topic != id) else { return false };
        if self.cast.entities[id].mentions.len() > RARELY {
            return false;
        }
        let whose = whose_kin(tail(&self.article[..self.names[i].span.start], LONGEST_KIN));
        whose.is_some_and(|gender| !gender.clashes(self.cast.entities[topic].gender))
    }
}
