//! Who speaks by turns: the last two to speak, and who was spoken to.

use super::resolve::Resolver;
use crate::attribution::patterns::{Pattern, CARRIED_SENTENCE};
use crate::attribution::Source;
use crate::span::Span;

/// The last two to speak, and where the last one did.
#[derive(Clone, Default)]
pub(crate) struct Turns {
    last: Option<usize>,
    other: Option<usize>,
    end: usize,
    /// The quotation looked at last is somebody's turn.
    turning: bool,
}

/// Farther apart than this, two quotations are no exchange.
const LONGEST_PAUSE: usize = 1500;

/// Who the other one is is looked for within so many quotations.
const LONGEST_EXCHANGE: usize = 24;

/// Whether the words go on in the same breath.
fn goes_on(pattern: &'static Pattern) -> bool {
    std::ptr::eq(pattern, &CARRIED_SENTENCE)
}

impl Turns {
    /// Whom a source means that a pattern found, for a quotation of these parts.
    pub(crate) fn resolve(
        &self,
        source: &Source,
        pattern: &'static Pattern,
        parts: &[Span],
        resolver: &mut Resolver<'_>,
    ) -> Option<usize> {
        let pause = parts[0].start.saturating_sub(self.end);
        resolver.address(parts);
        resolver.answering = None;
        if pause < LONGEST_PAUSE && resolver.cast.is_tale() {
            // nothing but a new line stands between one speech and the other
            let between = resolver.article.get(self.end..parts[0].start).unwrap_or_default();
            let answers = between.contains('\n') && !between.contains(char::is_alphanumeric);
            resolver.answering = self.last.filter(|_| answers).map(|last| (last, self.other));
        }
        match source {
            Source::Named(subject) => Some(resolver.resolve(subject, false)),
            Source::Carried(subject) => {
                let entity = resolver.resolve(subject, true);
                Some(self.unless_addressed(entity, resolver))
            }
            Source::Turn if goes_on(pattern) => self.last,
            Source::Turn if pause < LONGEST_PAUSE => {
                let other = self.other.or_else(|| self.newcomer(parts[0], resolver));
                other.map(|entity| self.unless_addressed(entity, resolver))
            }
            Source::Turn | Source::Nobody => None,
        }
    }

    /// Who answers in an exchange that has but one voice yet: whoever tells the tale, else somebody told of before.
    fn newcomer(&self, words: Span, resolver: &Resolver<'_>) -> Option<usize> {
        let last = self.last.filter(|_| resolver.cast.is_tale())?;
        match resolver.cast.teller.filter(|&teller| teller != last) {
            None => resolver.another(words, last),
            teller => teller,
        }
    }

    /// Who the other of the two is, told by whoever is named next: of the turns that lead there every second one is theirs. Looked for
    /// once, where turns begin.
    ///
    /// The quotations ahead are given by their sources, the patterns that found them, and their parts, the one at hand first.
    pub(crate) fn look_ahead<'q>(
        &mut self,
        ahead: impl Iterator<Item = (&'q Source, &'static Pattern, &'q [Span])>,
        resolver: &Resolver<'_>,
    ) {
        let mut ahead = ahead.take(LONGEST_EXCHANGE).peekable();
        let turning = ahead.peek().is_some_and(|(source, ..)| matches!(source, Source::Turn));
        if std::mem::replace(&mut self.turning, turning) || !turning {
            return;
        }
        let (mut turns, mut end) = (0, self.end);
        for (source, pattern, parts) in ahead {
            if parts[0].start.saturating_sub(end) >= LONGEST_PAUSE {
                return;
            }
            end = parts[parts.len() - 1].end;
            match source {
                Source::Turn if goes_on(pattern) => {}
                Source::Turn => turns += 1,
                Source::Named(subject) if turns > 0 && turns % 2 == 0 => {
                    let next = resolver.bears(subject).filter(|&next| self.last != Some(next));
                    self.other = next.or(self.other);
                    return;
                }
                _ => return,
            }
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
            let acting = resolver.acting(self.end, parts[0].start, entity);
            let last = self.last.replace(entity);
            self.other = acting.or(last);
        }
        self.end = parts[parts.len() - 1].end;
        resolver.spoken_to = resolver.addressee.filter(|&addressee| addressee != entity);
        self.other = resolver.spoken_to.or(self.other);
    }
}
