//! What the exchanges of a tale are weighed by, for the programs that train their weights and that explain answers.

use crate::analysis::Stages;
use crate::attribution::genre::Genre;
use crate::attribution::rank::features::{Features, Template};
use crate::attribution::rank::weights::{hash, hash_of, hash_word};
use crate::attribution::rank::Listing;
use crate::extractor::Extractor;
use crate::lexicon::key;
use crate::records::{exchange, merge, resolve};
use crate::span::Span;
use crate::speaker::exchange::search::{search, Weigh};
use crate::speaker::exchange::{features, weighed, Candidate, Line, Past, Standing};
use crate::speaker::Resolver;

/// The speeches of a tale, each with all who may have said it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Dialogue<'a> {
    /// The speeches, in text order.
    pub speeches: Vec<DialogueSpeech>,
    lines: Vec<Line<'a>>,
    talk: bool,
}

/// A speech of a tale.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DialogueSpeech {
    /// Its words, a span a paragraph, in bytes.
    pub parts: Vec<Span>,
    /// Who may have said it, by name.
    pub candidates: Vec<String>,
    /// Whether words tell who says it, by a name or a description; that one is the first candidate.
    pub told: bool,
    /// Which of them the present weights choose.
    pub chosen: Option<usize>,
    /// The sums of their weights after those chosen before, in parts of 64.
    pub sums: Vec<i32>,
}

/// Everybody who may have said each speech of a tale; `None` if the text reads like no tale.
///
/// ```
/// assert!(inquit::training::dialogue("The mill will close in May, Anna Berg said.").is_none());
/// ```
#[must_use]
pub fn dialogue(article: &str) -> Option<Dialogue<'_>> {
    let settings = Extractor::shared().settings();
    let stages = Stages::run(article, settings, false);
    if stages.genre != Genre::Tale {
        return None;
    }
    let cast = stages.cast(article, settings);
    let Stages { paragraphs, quotes, names, found, .. } = stages;
    let mut resolver = Resolver::new(article, &names, &found.people, cast);
    let mut records = merge(quotes, found.attributions);
    resolve(&mut records, &mut resolver);
    let exchange = exchange(article, &records, &resolver, &paragraphs);
    let (lines, talk): (Vec<_>, _) = (exchange.lines().collect(), exchange.is_talk());
    let name = |held: &Candidate| resolver.cast.name(article, held.entity).into_owned();
    let weighed = lines.iter().zip(weighed(&lines));
    let speeches = records.iter().zip(weighed).map(|(record, (line, (chosen, sums)))| {
        let candidates = line.candidates.iter().map(name).collect();
        let told = line.way.is_told();
        DialogueSpeech { parts: record.parts.clone(), candidates, told, chosen, sums }
    });
    Some(Dialogue { speeches: speeches.collect(), lines, talk })
}

/// The number by which weights of a feature are asked for; `None` if there is no such feature.
///
/// ```
/// assert!(inquit::training::key_of("turns 3 -").is_some());
/// ```
#[must_use]
pub fn key_of(feature: &str) -> Option<u64> {
    hash_of(feature)
}

impl Dialogue<'_> {
    /// Whether people talk with each other in it, so that the extractor weighs whole exchanges.
    #[must_use]
    pub fn is_talk(&self) -> bool {
        self.talk
    }

    /// The features of every candidate of every speech where the others are said by whoever is right: its own, and those of so many
    /// speeches behind it that depend on who said it.
    ///
    /// # Panics
    ///
    /// If it isn't told of every speech and every candidate whether they are right.
    #[must_use]
    pub fn features(&self, right: &[Vec<bool>], behind: usize) -> Vec<Vec<Vec<String>>> {
        let lines = &self.lines;
        // the first is the one found before
        let chosen: Vec<Option<usize>> = (lines.iter().zip(right))
            .map(|(line, right)| {
                let first = (0..line.candidates.len()).find(|&at| right[at]);
                first.or(Some(0).filter(|_| !line.candidates.is_empty()))
            })
            .collect();
        let mut past = Past::default();
        let mut all = Vec::with_capacity(lines.len());
        for (number, line) in lines.iter().enumerate() {
            let next = number + 1..lines.len().min(number + 1 + behind);
            let next: Vec<_> = next.map(|next| (&lines[next], chosen[next])).collect();
            let candidates = line.candidates.iter();
            all.push(candidates.map(|held| describe(line, held, &past, &next)).collect());
            past.take(line.speaker(chosen[number]), line);
        }
        all
    }

    /// The likeliest speaker of every speech, by their number among the candidates, and their share in thousandths, where features weigh
    /// so much by their [keys](key_of).
    #[must_use]
    pub fn speakers(&self, weight: &dyn Fn(u64) -> i32) -> Vec<(Option<usize>, u32)> {
        let voices = self.lines.iter().zip(search(&self.lines, &Trial { weight }));
        let chosen = voices.map(|(line, voice)| {
            (line.number_of(voice.speaker()), voice.share().unwrap_or(CERTAIN))
        });
        chosen.collect()
    }
}

/// The features of a candidate, and those of the speeches behind that depend on who said this one.
fn describe(
    line: &Line<'_>,
    candidate: &Candidate,
    past: &Past,
    next: &[(&Line<'_>, Option<usize>)],
) -> Vec<String> {
    let mut listing = Listing::default();
    features::alone(line, candidate, &mut listing);
    features::after(line, candidate, past.standing(candidate.entity, line), &mut listing);
    let mut past = past.clone();
    past.take(Some(candidate.entity), line);
    for &(line, chosen) in next {
        if let Some(at) = chosen {
            let candidate = &line.candidates[at];
            let standing = past.standing(candidate.entity, line);
            features::after(line, candidate, standing, &mut listing);
        }
        past.take(line.speaker(chosen), line);
    }
    listing.lines
}

/// The share of a speaker where nobody else may be meant.
const CERTAIN: u32 = 1000;

/// Weights on trial.
struct Trial<'w> {
    weight: &'w dyn Fn(u64) -> i32,
}

/// The sum of weights on trial.
struct Total<'w> {
    weight: &'w dyn Fn(u64) -> i32,
    sum: i32,
}

impl Features for Total<'_> {
    fn code(&mut self, template: Template, code: u32) {
        self.sum += (self.weight)(hash(template, code));
    }

    fn word(&mut self, template: Template, code: u32, word: &str) {
        if let Some(key) = key(word).filter(|_| !word.is_empty()) {
            self.sum += (self.weight)(hash_word(template, code, key));
        }
    }
}

impl Weigh for Trial<'_> {
    fn alone(&self, line: &Line<'_>, candidate: &Candidate) -> i32 {
        let mut total = Total { weight: self.weight, sum: 0 };
        features::alone(line, candidate, &mut total);
        total.sum
    }

    fn after(&self, line: &Line<'_>, candidate: &Candidate, standing: Standing) -> i32 {
        let mut total = Total { weight: self.weight, sum: 0 };
        features::after(line, candidate, standing, &mut total);
        total.sum
    }
}
