//! What is learnt of exchanges: the speeches of novels, with all who may have said each.

use inquit::training::{dialogue, Dialogue};
use inquit::Span;

use crate::model::{Answer, Interner, Item};
use crate::novels::{Novel, Quotation};

/// A novel, with all who may have said each of its speeches.
pub struct Lesson<'n> {
    pub name: &'n str,
    /// It is no stretch of a novel.
    pub whole: bool,
    /// Somebody in it has lost their name.
    pub unnamed: bool,
    dialogue: Dialogue<'n>,
    /// Which of them the annotation names.
    right: Vec<Vec<bool>>,
    /// Whether the annotation has the speech.
    judged: Vec<bool>,
    pub items: Vec<Item>,
}

impl<'n> Lesson<'n> {
    fn of(novel: &'n Novel, dialogue: Dialogue<'n>, interner: &mut Interner) -> Self {
        let gold: Vec<_> =
            dialogue.speeches.iter().map(|speech| annotated(novel, &speech.parts)).collect();
        let right = (0..gold.len()).map(|i| judge(novel, &dialogue, &gold, i)).collect();
        let judged = gold.iter().map(Option::is_some).collect();
        let (name, whole) = (novel.name.as_str(), novel.whole);
        let unnamed = novel.unnamed;
        let mut lesson = Self { name, whole, unnamed, dialogue, right, judged, items: Vec::new() };
        let features = lesson.dialogue.features(&lesson.right, AHEAD);
        lesson.items = lesson.open().map(|i| lesson.item(i, &features[i], interner)).collect();
        lesson
    }

    /// The speech of that number as it is learnt.
    fn item(&self, number: usize, features: &[Vec<String>], interner: &mut Interner) -> Item {
        let speech = &self.dialogue.speeches[number];
        let answers = speech.candidates.iter().zip(&self.right[number]).zip(features);
        let answers = answers.enumerate().map(|(same, ((speaker, &right), features))| Answer {
            features: features.iter().map(|held| interner.number(held)).collect(),
            right,
            somebody: true,
            same,
            carried: true,
            pattern: "",
            speaker: speaker.clone(),
        });
        Item {
            answers: answers.collect(),
            sourced: true,
            article: 0,
            chosen: 0,
            tale: true,
            scored: true,
            source: String::new(),
            span: speech.parts[0].cover(speech.parts[speech.parts.len() - 1]),
        }
    }

    /// The speeches that are open and within reach.
    fn open(&self) -> impl Iterator<Item = usize> + '_ {
        let within = |right: &[bool]| right.len() > 1 && right.contains(&true);
        (0..self.right.len()).filter(move |&i| within(&self.right[i]))
    }

    /// Counts the open speeches that are answered rightly, no other being known.
    pub fn score(&self, weight: &dyn Fn(u64) -> i32, out: &mut Score) {
        let found = self.dialogue.speakers(weight);
        let is_right = |i: usize| found[i].0.is_some_and(|at| self.right[i][at]);
        let judged = (0..found.len()).filter(|&i| self.judged[i] && self.right[i].len() > 1);
        if self.whole {
            out.all += judged.clone().count();
        }
        out.shares.extend(judged.map(|i| (found[i].1, is_right(i))));
        let right = self.open().filter(|&i| is_right(i));
        let counts = match (self.whole, self.unnamed) {
            (true, _) => &mut out.whole,
            (false, false) => &mut out.stretches,
            (false, true) => &mut out.unnamed,
        };
        counts.0 += right.count();
        counts.1 += self.open().count();
    }
}

/// Which candidates of a speech are right: whom the annotation names, and whom a clause near by describes as the same one.
fn judge(
    novel: &Novel,
    dialogue: &Dialogue<'_>,
    gold: &[Option<&Quotation>],
    number: usize,
) -> Vec<bool> {
    let Some(speaker) = gold[number] else {
        return vec![false; dialogue.speeches[number].candidates.len()];
    };
    let near = number.saturating_sub(NEAR)..gold.len().min(number + NEAR);
    let told = near.filter(|&near| {
        let candidates = &dialogue.speeches[near].candidates;
        let named = || candidates.iter().any(|name| names(novel, speaker, name));
        let same = gold[near].is_some_and(|other| other.aliases == speaker.aliases);
        same && !candidates.is_empty() && dialogue.speeches[near].told && !named()
    });
    let told: Vec<&String> = told.map(|near| &dialogue.speeches[near].candidates[0]).collect();
    let fits = |name: &String| names(novel, speaker, name) || told.contains(&name);
    dialogue.speeches[number].candidates.iter().map(fits).collect()
}

/// Whoever is told to be `the old man` is so within this many speeches, whatever else the annotation calls them.
const NEAR: usize = 20;

/// While a speech is learnt, so many behind it are weighed with it.
const AHEAD: usize = 2;

/// How many of the open speeches are answered rightly, no other being known: in whole novels, and in stretches.
#[derive(Default)]
pub struct Score {
    whole: (usize, usize),
    stretches: (usize, usize),
    unnamed: (usize, usize),
    /// The open speeches of whole novels, whether or not whoever says them is within reach.
    all: usize,
    /// Of each answer its share, and whether it is right.
    pub shares: Vec<(u32, bool)>,
}

impl Score {
    pub fn add(&mut self, other: &Score) {
        self.shares.extend(&other.shares);
        self.all += other.all;
        for (own, other) in [
            (&mut self.whole, other.whole),
            (&mut self.stretches, other.stretches),
            (&mut self.unnamed, other.unnamed),
        ] {
            own.0 += other.0;
            own.1 += other.1;
        }
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |right: usize, all: usize| 100.0 * right as f64 / all.max(1) as f64;
        let of = |(right, all): (usize, usize)| share(right, all);
        let ((right, reached), all) = (self.whole, self.all);
        write!(
            f,
            "{:.1} of {all} whole, {:.1} of {reached} within reach, ",
            share(right, all),
            of(self.whole)
        )?;
        write!(f, "{:.1} cut, {:.1} unnamed", of(self.stretches), of(self.unnamed))
    }
}

/// The speeches of texts that somebody may have said whom the annotation names. Two threads read.
pub fn gather<'n>(texts: &'n [Novel], interner: &mut Interner) -> Vec<Lesson<'n>> {
    let half = texts.len().div_ceil(2).max(1);
    let read: Vec<Option<Dialogue<'n>>> = std::thread::scope(|scope| {
        let read = |part: &'n [Novel]| part.iter().map(|text| dialogue(&text.text)).collect();
        let workers: Vec<_> =
            texts.chunks(half).map(|part| scope.spawn(move || -> Vec<_> { read(part) })).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    let read = texts.iter().zip(read).filter_map(|(text, read)| Some((text, read?)));
    read.map(|(text, dialogue)| Lesson::of(text, dialogue, interner)).collect()
}

fn annotated<'n>(novel: &'n Novel, parts: &[Span]) -> Option<&'n Quotation> {
    let (start, end) = (parts[0].start, parts[parts.len() - 1].end);
    let first = novel.quotations.partition_point(|held| held.span.end <= start);
    novel.quotations[first..].iter().take(3).find(|held| held.span.start < end)
}

/// Titles by which a name is no other name.
const TITLES: [&str; 12] = [
    "mr",
    "mrs",
    "miss",
    "ms",
    "dr",
    "sir",
    "lady",
    "lord",
    "captain",
    "colonel",
    "professor",
    "the",
];

/// Whether the name is one of the speaker's, in full or in part.
fn names(novel: &Novel, gold: &Quotation, name: &str) -> bool {
    let plain = |name: &str| {
        let words = name.to_lowercase();
        let words = words.split_whitespace().map(|word| word.trim_matches('.').to_owned());
        words.collect::<Vec<_>>()
    };
    let words = plain(name);
    let bare = |words: &[String]| {
        let words = words.iter().filter(|word| !TITLES.contains(&word.as_str()));
        words.cloned().collect::<Vec<_>>()
    };
    let whole = words.join(" ");
    let whole = whole.strip_prefix("the ").unwrap_or(&whole);
    let taken = novel.cast.iter().any(|names| *names != gold.aliases && names.contains(whole));
    gold.aliases.iter().any(|alias| {
        let alias = plain(alias);
        let (one, other) = (bare(&words), bare(&alias));
        alias == words
            || !one.is_empty()
                && !other.is_empty()
                && !taken
                && (one.iter().all(|word| other.contains(word))
                    || other.iter().all(|word| one.contains(word)))
    })
}
