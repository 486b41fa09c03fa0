//! Who speaks by turns: the last two to speak, and who was spoken to.

use super::resolve::Resolver;
use crate::attribution::Source;
use crate::span::Span;

/// The last two to speak, and where the last one did.
#[derive(Clone, Default)]
pub(crate) struct Turns {
    last: Option<usize>,
    other: Option<usize>,
    end: usize,
}

/// Farther apart than this, two quotations are no exchange.
const LONGEST_PAUSE: usize = 1500;

impl Turns {
    /// Whom a source means, for a quotation of these parts.
    pub(crate) fn resolve(
        &self,
        source: &Source,
        parts: &[Span],
        resolver: &mut Resolver<'_>,
    ) -> Option<usize> {
        let pause = parts[0].start.saturating_sub(self.end);
        resolver.address(parts);
        match source {
            Source::Named(subject) => Some(resolver.resolve(subject, false)),
            Source::Carried(subject) => {
                let entity = resolver.resolve(subject, true);
                Some(self.unless_addressed(entity, resolver))
            }
            Source::Turn if pause < LONGEST_PAUSE => {
                self.other.map(|entity| self.unless_addressed(entity, resolver))
            }
            Source::Turn | Source::Nobody => None,
        }
    }

    /// Nobody calls themselves by name: the other of the two speaks then.
    fn unless_addressed(&self, entity: usize, resolver: &Resolver<'_>) -> usize {
        if resolver.addressee != Some(entity) {
            return entity;
        }
        let mut others = [self.other, self.last].into_iter().flatten();
        others.find(|&other| other != entity).unwrap_or(entity)
    }

    /// That one has spoken, to whomever the words address that were resolved last.
    pub(crate) fn take(&mut self, entity: usize, parts: &[Span], resolver: &mut Resolver<'_>) {
        if self.last != Some(entity) {
            self.other = self.last.replace(entity);
        }
        self.end = parts[parts.len() - 1].end;
        resolver.spoken_to = resolver.addressee.filter(|&addressee| addressee != entity);
        self.other = resolver.spoken_to.or(self.other);
    }
}
