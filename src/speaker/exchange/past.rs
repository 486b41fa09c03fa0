//! Who has spoken so far.

use smallvec::SmallVec;

use super::features::step;
use super::Line;
use crate::speaker::Gender;

/// What parts a speech from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// It is the first, or the one before is far away.
    Far,
    /// Words of the teller's within a paragraph, or none.
    Paragraph,
    /// A new paragraph and nothing else.
    NewLine,
    /// A new paragraph, and words of the teller's at the end of the one before.
    Behind,
    /// A new paragraph, and words of the teller's at its head.
    Ahead,
    /// A paragraph of the teller's.
    Told,
    /// Several.
    Narrated,
}

/// So many speakers are remembered.
const SPEAKERS: usize = 6;
/// The last turns are remembered one by one.
const TURNS: usize = 3;

/// Who has spoken so far, turn by turn: whoever goes on within a paragraph takes no new turn.
#[derive(Clone, Debug, Default)]
pub(crate) struct Past {
    /// The speakers of the last turns, the last one first.
    turns: [Option<usize>; TURNS],
    /// Who spoke, each once, the last one first, with the number of the turn.
    speakers: SmallVec<[(usize, u32); SPEAKERS]>,
    /// Whom `he` and `she` stood for last, with the number of the turn.
    pronouns: [Option<(usize, u32)>; 2],
    count: u32,
}

/// Others who spoke since somebody who never did.
const NEVER: u32 = 7;

/// Where somebody stands among those who have spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// How many others have spoken since they did.
    pub(super) others: u32,
    /// How many turns ago that was, in steps.
    pub(super) ago: u32,
    /// Which of the last turns were theirs, in bits, and whether the last one took up the floor again.
    pub(super) turns: u32,
    /// Whether the pronoun that stands for the speaker stood for them last, and how long ago.
    pub(super) stood: u32,
}

/// Where the past remembers whom a pronoun stood for.
fn place(gender: Gender) -> Option<usize> {
    match gender {
        Gender::Unknown => None,
        Gender::Male => Some(0),
        Gender::Female => Some(1),
    }
}

impl Past {
    /// That one speaks next, if it is known who.
    pub(crate) fn take(&mut self, speaker: Option<usize>, line: &Line<'_>) {
        let goes_on = line.gap == Gap::Paragraph && speaker.is_some() && self.turns[0] == speaker;
        if goes_on {
            return;
        }
        self.turns.rotate_right(1);
        self.turns[0] = speaker;
        self.count += 1;
        let Some(speaker) = speaker else { return };
        if let Some(place) = place(line.gender) {
            self.pronouns[place] = Some((speaker, self.count));
        }
        self.speakers.retain(|(held, _)| *held != speaker);
        self.speakers.truncate(SPEAKERS - 1);
        self.speakers.insert(0, (speaker, self.count));
    }

    /// Where somebody stands in it who may say a line.
    pub(crate) fn standing(&self, entity: usize, line: &Line<'_>) -> Standing {
        let at = self.speakers.iter().position(|&(held, _)| held == entity);
        let ago = at.map_or(u32::MAX, |at| self.count + 1 - self.speakers[at].1);
        let own = self.turns.iter().enumerate();
        let own = own.map(|(at, held)| u32::from(*held == Some(entity)) << at).sum::<u32>();
        let again = self.turns[0].is_some() && self.turns[0] == self.turns[2];
        Standing {
            others: at.map_or(NEVER, |at| at as u32),
            ago: step(ago),
            turns: own | u32::from(again) << TURNS,
            stood: self.stood_for(line.gender, entity),
        }
    }

    /// Whether the pronoun of that gender stood for that one last, and how long ago; 0 where it stood for nobody yet.
    fn stood_for(&self, gender: Gender, entity: usize) -> u32 {
        let Some((held, turn)) = place(gender).and_then(|place| self.pronouns[place]) else {
            return 0;
        };
        1 + u32::from(held == entity) + 2 * step(self.count + 1 - turn)
    }

    /// Whether the last turns were taken alike: earlier ones hardly matter.
    pub(super) fn ends_like(&self, other: &Past) -> bool {
        self.turns == other.turns
    }
}

#[cfg(test)]
mod tests {
    use super::super::Way;
    use super::*;
    use crate::attribution::rank::features::Keyed;

    fn line(gap: Gap, gender: Gender) -> Line<'static> {
        Line {
            way: Way::Turn,
            pattern: 0,
            found: None,
            gender,
            gap,
            answers: false,
            asks: false,
            known: false,
            opening: Keyed::new(""),
            head: None,
            candidates: Vec::new(),
        }
    }

    #[test]
    fn turns_are_counted_and_who_goes_on_takes_none() {
        let (new, same) = (line(Gap::NewLine, Gender::Unknown), line(Gap::Paragraph, Gender::Male));
        let mut past = Past::default();
        for (speaker, line) in [(4, &new), (7, &new), (7, &same), (4, &new)] {
            past.take(Some(speaker), line);
        }
        let standing = past.standing(7, &new);
        assert_eq!((standing.others, standing.ago, standing.turns), (1, 2, 0b1010));
        assert_eq!(past.standing(4, &new).turns, 0b1101);
        let nowhere = past.standing(9, &new);
        assert_eq!((nowhere.others, nowhere.ago, nowhere.turns), (NEVER, step(u32::MAX), 0b1000));
    }

    #[test]
    fn a_pronoun_is_remembered() {
        let she = line(Gap::NewLine, Gender::Female);
        let mut past = Past::default();
        assert_eq!(past.standing(3, &she).stood, 0);
        past.take(Some(3), &she);
        past.take(Some(5), &line(Gap::NewLine, Gender::Unknown));
        assert_eq!(past.standing(3, &she).stood, 2 + 2 * step(2));
        assert_eq!(past.standing(5, &she).stood, 1 + 2 * step(2));
    }
}
