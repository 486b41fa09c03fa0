//! Who is told of where: names, and descriptions of people who speak somewhere in the tale.

use crate::attribution::phrase::Subject;
use crate::speaker::resolve::Resolver;

/// A place where somebody is named or described.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// Its first byte.
    pub(super) start: usize,
    pub(super) entity: usize,
    /// Stands where subjects stand.
    pub(super) subject: bool,
    /// It is a name, no description.
    pub(super) name: bool,
}

impl Mention {
    /// All of a tale, in text order.
    pub(super) fn all(resolver: &Resolver<'_>) -> Vec<Self> {
        let cast = &resolver.cast;
        let names = resolver.names.iter().zip(&cast.of_mention);
        let names = names.map(|(name, &entity)| Self {
            start: name.span.start,
            entity,
            subject: name.subject && !name.possessive,
            name: true,
        });
        let people = resolver.described.iter().filter(|told| told.is_described_person());
        let people = people.filter_map(|told| Self::described(resolver, told));
        let mut all: Vec<Self> = names.chain(people).collect();
        all.sort_by_key(|mention| mention.start);
        all
    }

    fn described(resolver: &Resolver<'_>, told: &Subject) -> Option<Self> {
        let entity = resolver.cast.described_as(&resolver.article[told.span])?;
        Some(Self { start: told.span.start, entity, subject: true, name: false })
    }
}
