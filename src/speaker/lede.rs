//! Whom a report begins with: `Anna Berg has hit back at her critics. The health secretary said …`.

use super::gather::NameMention;
use super::resolve::Resolver;
use super::{Gender, Sort};
use crate::attribution::phrase::Subject;
use crate::lexicon::{Classes, Lexicon};

/// So many names may stand before the description.
const NAMES: usize = 10;
/// The description stands at most so many sentences behind the name.
const NEAR: u32 = 2;

impl Resolver<'_> {
    /// The person that a report begins with, where a sentence near its beginning opens with an office that nobody is said to hold:
    /// the only person whom it has named by then, in full and without an office.
    pub(super) fn led_by(&self, subject: &Subject) -> Option<usize> {
        let at = subject.span;
        let before = self.names.partition_point(|name| name.span.start < at.start);
        if self.cast.is_tale() || before > NAMES || !self.article[at].starts_with("The ") {
            return None;
        }
        let person = |name: &NameMention| !name.office && !name.possessive;
        let mut people = (0..before).filter(|&i| self.is_person(i) && person(&self.names[i]));
        let first = people.next()?;
        let id = self.cast.of_mention[first];
        let entity = &self.cast.entities[id];
        let (name, last) = (&self.names[first], &self.names[before - 1]);
        let near = last.sentence <= name.sentence + NEAR;
        let alone = people.all(|i| self.cast.of_mention[i] == id);
        let fits = !Gender::of(subject.head).clashes(entity.gender);
        let untitled = !entity.offices.iter().any(|office| {
            let office = self.article[*office].rsplit(' ').next().unwrap_or_default();
            Lexicon::english().get(office).is(Classes::ROLE)
        });
        let full = entity.words > 1 && entity.sort != Sort::Organisation && name.subject;
        (near && alone && fits && untitled && full).then_some(id)
    }
}
