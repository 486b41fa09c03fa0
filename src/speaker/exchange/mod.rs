//! Who speaks in the exchanges of a tale, each weighed as a whole.
//!
//! [`Turns`](super::Turns) answers a speech from what stands before it. Here every speech that names its speaker by no name is weighed
//! again, with all who may have said it, by what is known once the tale has been read: who speaks next, who is called by name in the
//! answer, who is about, who speaks often. These are about the facts that He, Barbosa and Kondrak (2013, *Identification of speakers in
//! novels*) found worth knowing. Their weights are those of a conditional log-linear model, made by `examples/train_exchange.rs`; the run
//! of speakers with the greatest sum wins, as far as a [`search`] among the best few at a time finds it.

mod candidates;
mod described;
mod facts;
pub(crate) mod features;
mod known_as;
mod mentions;
mod named;
mod past;
pub(crate) mod search;
mod vocative;
mod way;

use once_cell::sync::Lazy;

use super::Gender;
use crate::attribution::rank::features::Keyed;
use crate::attribution::rank::weights::{Sum, Weights};
use crate::span::Span;
pub(crate) use candidates::{Candidate, Exchange};
#[cfg(feature = "training")]
pub(crate) use past::Past;
pub(crate) use past::{Gap, Standing};
use search::{search, Voice, Weigh};
pub(crate) use way::Way;

const TABLE: &str = include_str!("weights.txt");

static WEIGHTS: Lazy<Weights> = Lazy::new(|| Weights::read(TABLE, &["long", "short"]));

/// A tale of fewer speeches is short: that somebody is hardly ever named as the speaker tells little there.
const SHORT: usize = 120;

/// Where people talk with each other, one speech in so many answers at once.
const SELDOM: usize = 10;

/// A speech, and what the stages before found of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Speech<'r> {
    pub(crate) parts: &'r [Span],
    pub(crate) way: Way,
    /// The number of the pattern that found its speaker.
    pub(crate) pattern: u32,
    /// The speaker found.
    pub(crate) found: Option<usize>,
    /// The words that stand for the speaker.
    pub(crate) subject: Option<Span>,
    /// What they tell of gender.
    pub(crate) gender: Gender,
}

impl Speech<'_> {
    /// From the first byte of the words to the last.
    fn span(&self) -> Span {
        self.parts[0].cover(self.parts[self.parts.len() - 1])
    }
}

/// A speech as it is weighed.
#[derive(Clone, Debug)]
pub(crate) struct Line<'a> {
    pub(crate) way: Way,
    pub(crate) pattern: u32,
    pub(crate) found: Option<usize>,
    pub(crate) gender: Gender,
    /// What parts it from the speech before.
    pub(crate) gap: Gap,
    /// The speech before asks.
    pub(crate) answers: bool,
    /// This one asks.
    pub(crate) asks: bool,
    /// The speaker found has a name.
    pub(crate) known: bool,
    /// The first word said.
    pub(crate) opening: Keyed<'a>,
    /// The last word of a description that stands for the speaker, how it begins and whether the tale has used the word before.
    pub(crate) head: Option<(Keyed<'a>, u32)>,
    /// Who may have said it, the speaker found first; nobody else where that one is named outright.
    pub(crate) candidates: Vec<Candidate>,
}

impl<'a> Exchange<'_, 'a> {
    /// Whether people talk with each other: one speech answers the other with nothing between.
    pub(crate) fn is_talk(&self) -> bool {
        let count = self.speeches.len();
        let answers = (0..count).filter(|&number| self.gap(number) == Gap::NewLine);
        answers.count() * SELDOM >= count
    }

    /// The speeches as they are weighed. Nothing is kept of them: each may have many candidates.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'a>> + '_ {
        (0..self.speeches.len()).map(|number| self.line(number))
    }

    /// The likeliest speaker of every speech.
    pub(crate) fn voices(&self) -> Vec<Voice> {
        search(self.lines(), &Table::of(self.speeches.len()))
    }
}

/// The number of the candidate chosen for every speech of a tale, and the sum of each one's weights after those chosen before.
#[cfg(feature = "training")]
pub(crate) fn weighed(lines: &[Line<'_>]) -> Vec<(Option<usize>, Vec<i32>)> {
    let table = Table::of(lines.len());
    let mut past = Past::default();
    let weighed = lines.iter().zip(search(lines, &table)).map(|(line, voice)| {
        let sum = |candidate: &Candidate| {
            let standing = past.standing(candidate.entity, line);
            table.alone(line, candidate) + table.after(line, candidate, standing)
        };
        let sums = line.candidates.iter().map(sum).collect();
        past.take(voice.speaker(), line);
        (line.number_of(voice.speaker()), sums)
    });
    weighed.collect()
}

impl Line<'_> {
    /// The number of the candidate who is that one.
    #[cfg(feature = "training")]
    pub(crate) fn number_of(&self, speaker: Option<usize>) -> Option<usize> {
        self.candidates.iter().position(|candidate| Some(candidate.entity) == speaker)
    }

    /// The candidate of that number; whoever was found where there is none.
    pub(crate) fn speaker(&self, at: Option<usize>) -> Option<usize> {
        at.map_or(self.found, |at| Some(self.candidates[at].entity))
    }
}

/// Weighs by one of the tables.
struct Table {
    which: usize,
}

impl Table {
    /// The one for tales of so many speeches.
    fn of(speeches: usize) -> Self {
        Self { which: usize::from(speeches < SHORT) }
    }
}

impl Weigh for Table {
    fn alone(&self, line: &Line<'_>, candidate: &Candidate) -> i32 {
        let mut sum = Sum::new(&WEIGHTS, self.which);
        features::alone(line, candidate, &mut sum);
        sum.total
    }

    fn after(&self, line: &Line<'_>, candidate: &Candidate, standing: Standing) -> i32 {
        let mut sum = Sum::new(&WEIGHTS, self.which);
        features::after(line, candidate, standing, &mut sum);
        sum.total
    }
}

#[cfg(test)]
mod tests {
    use crate::quotes;

    fn speakers(tale: &str) -> Vec<String> {
        let name =
            |quote: crate::Quote<'_>| quote.speaker.map_or(String::new(), |held| held.name.into());
        quotes(tale).map(name).collect()
    }

    #[test]
    fn whoever_is_named_next_answered_before() {
        let tale = "Bruno Vale watched them.\n\n\"Who left the gate open?\" asked Tom Reyes.\n\n\"Not I.\"\n\n\
            \"Then who?\"\n\n\"Ask the wind,\" said Ida Lund.";
        assert_eq!(speakers(tale), ["Tom Reyes", "Ida Lund", "Tom Reyes", "Ida Lund"]);
    }

    #[test]
    fn a_clash_of_gender_rules_out() {
        let tale = "\"Where is the oar?\" asked Tom Reyes.\n\n\"In the boat,\" said Ida Lund.\n\n\"And the boat?\"\n\n\
            \"At sea,\" she said.";
        assert_eq!(speakers(tale)[3], "Ida Lund");
    }

    #[test]
    fn whoever_is_named_stays() {
        let tale = "\"Who left the gate open?\" asked Tom Reyes.\n\n\"Not I,\" said Tom Reyes.\n\n\"Who?\"";
        assert_eq!(speakers(tale)[..2], ["Tom Reyes", "Tom Reyes"]);
    }
}
