//! Who speaks in the exchanges of a tale, each weighed as a whole.
//!
//! [`Turns`](super::Turns) answers a speech from what stands before it. Here every speech that names its speaker by no name is weighed
//! again, with all who may have said it, by what is known once the tale has been read: who speaks next, who is called by name in the
//! answer, who is about, who speaks often. These are about the facts that He, Barbosa and Kondrak (2013, *Identification of speakers in
//! novels*) found worth knowing. Their weights are those of a conditional log-linear model, made by `examples/train_exchange.rs`; the run
//! of speakers with the greatest sum wins, as far as a [`search`] among the best few at a time finds it.

mod candidates;
pub(crate) mod features;
mod named;
mod past;
pub(crate) mod search;
mod way;

use once_cell::sync::Lazy;

use super::resolve::Resolver;
use super::Gender;
use crate::attribution::rank::features::Keyed;
use crate::attribution::rank::weights::{Sum, Weights};
use crate::confidence;
use crate::span::Span;
pub(crate) use candidates::Candidate;
#[cfg(feature = "training")]
pub(crate) use past::Past;
pub(crate) use past::{Gap, Standing};
use search::{search, Weigh};
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
    /// Who may have said it, the speaker found first; nobody else where that one is named outright.
    pub(crate) candidates: Vec<Candidate>,
}

/// The speeches of a tale, each with all who may have said it.
#[derive(Clone, Debug)]
pub(crate) struct Exchange<'a> {
    pub(crate) lines: Vec<Line<'a>>,
}

impl<'a> Exchange<'a> {
    /// The speeches and paragraphs of a tale come in text order.
    pub(crate) fn of(
        article: &'a str,
        speeches: &[Speech<'_>],
        resolver: &Resolver<'_>,
        paragraphs: &[Span],
    ) -> Self {
        Self { lines: candidates::lines(article, speeches, resolver, paragraphs) }
    }

    /// Whether people talk with each other: one speech answers the other with nothing between.
    pub(crate) fn is_talk(&self) -> bool {
        let answers = self.lines.iter().filter(|line| line.gap == Gap::NewLine);
        answers.count() * SELDOM >= self.lines.len()
    }

    fn table(&self) -> Table {
        Table { which: usize::from(self.lines.len() < SHORT) }
    }

    /// The likeliest speaker of every speech, and how sure that is in thousandths where somebody else may have said it.
    pub(crate) fn speakers(&self) -> impl Iterator<Item = (Option<usize>, Option<u32>)> + '_ {
        self.lines.iter().zip(search(&self.lines, &self.table())).map(|(line, voice)| {
            let open = line.candidates.len() > 1;
            (line.speaker(voice.candidate), open.then(|| confidence::of_exchange(voice.share)))
        })
    }
}

#[cfg(feature = "training")]
impl Exchange<'_> {
    /// The candidate chosen for every speech, and the sum of each candidate's weights after those chosen before.
    pub(crate) fn weighed(&self) -> Vec<(Option<usize>, Vec<i32>)> {
        let table = self.table();
        let mut past = Past::default();
        let voices = self.lines.iter().zip(search(&self.lines, &table));
        let weighed = voices.map(|(line, voice)| {
            let sum = |candidate: &Candidate| {
                let standing = past.standing(candidate.entity, line);
                table.alone(line, candidate) + table.after(line, candidate, standing)
            };
            let sums = line.candidates.iter().map(sum).collect();
            past.take(line.speaker(voice.candidate), line);
            (voice.candidate, sums)
        });
        weighed.collect()
    }
}

impl Line<'_> {
    /// The candidate of that number; whoever was found where there is none.
    pub(crate) fn speaker(&self, at: Option<usize>) -> Option<usize> {
        at.map_or(self.found, |at| Some(self.candidates[at].entity))
    }
}

/// Weighs by one of the tables.
struct Table {
    which: usize,
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
    fn whoever_is_named_stays() {
        let tale = "\"Who left the gate open?\" asked Tom Reyes.\n\n\"Not I,\" said Tom Reyes.\n\n\"Who?\"";
        assert_eq!(speakers(tale)[..2], ["Tom Reyes", "Tom Reyes"]);
    }
}
