//! Trains the weights by which the speakers of a tale's exchanges are chosen, from annotated novels.
//!
//!     cargo run --release --features training --example train_exchange -- --novels FOLDER \
//!         --folds 7 --confidence confidence.txt > weights.txt
//!     cp weights.txt confidence.txt src/speaker/exchange/
//!
//! The folder is one that the `train` example reads. A novel is read whole. The model is a conditional log-linear one; while it learns, the
//! speakers before a speech are those annotated.

#[path = "train/curve.rs"]
mod curve;
#[allow(dead_code)] // parts of it serve other models
#[path = "train/model.rs"]
mod model;
#[allow(dead_code)] // chapters serve other models
#[path = "train/novels.rs"]
mod novels;
#[allow(dead_code)] // it reads novels, not any
mod support;
#[path = "train/table.rs"]
mod table;

use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use inquit::training::{dialogue, key_of, Dialogue};
use inquit::Span;
use model::{Answer, Interner, Item, Model, Options};
use novels::{Novel, Quotation};
use support::{Failure, Outcome};

const USAGE: &str =
    "usage: train_exchange --novels FOLDER [--without NAMES] [--folds N] [--confidence FILE]

Prints the table of weights; progress goes to standard error.

  --novels FOLDER    novels annotated as the Project Dialogism Novel Corpus has them
  --without NAMES    leave out these novels: names parted by commas
  --folds N          cross-validate over N parts first, and say how well unseen novels are answered
  --confidence FILE  write there how often unseen answers of each share were right
  --rounds N         passes over the speeches [default: 4]
  --penalty X        weight of the squares' penalty [default: 1.5]
  --least N          leave out features seen with fewer speeches than this [default: 5]";

fn main() -> std::process::ExitCode {
    support::run(USAGE, run)
}

fn run(mut args: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::{Long, Short, ValueExt};
    let (mut folder, mut without, mut folds) = (None::<PathBuf>, Vec::new(), 0_usize);
    let mut confidence = None::<PathBuf>;
    let mut options = Options { rounds: 4, penalty: 1.5, least: 5, step: 0.1 };
    while let Some(arg) = args.next()? {
        match arg {
            Long("novels") => folder = Some(args.value()?.into()),
            Long("without") => {
                without = args.value()?.string()?.split(',').map(str::to_owned).collect();
            }
            Long("confidence") => confidence = Some(args.value()?.into()),
            Long("folds") => folds = args.value()?.parse()?,
            Long("rounds") => options.rounds = args.value()?.parse()?,
            Long("penalty") => options.penalty = args.value()?.parse()?,
            Long("least") => options.least = args.value()?.parse()?,
            Long("help") | Short('h') => return Ok(Outcome::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    let folder = folder.ok_or_else(|| Failure::usage("--novels is missing"))?;
    let mut novels = novels::read_folder(&folder).map_err(Failure::usage)?;
    novels.retain(|novel| !without.contains(&novel.name));
    let texts: Vec<Novel> = novels
        .iter()
        .flat_map(|novel| {
            let cut = STRETCHES.iter().flat_map(|&length| novel.cut(length));
            std::iter::once(novel.clone()).chain(cut)
        })
        .collect();
    let mut interner = Interner::default();
    let lessons = gather(&texts, &mut interner);
    let score = validate(&novels, &lessons, folds, &interner, options);
    if let Some(path) = confidence {
        let fail = |error| Failure::usage(format!("{}: {error}", path.display()));
        let file = std::fs::File::create(&path).map_err(fail)?;
        write_confidence(score, BufWriter::new(file)).map_err(fail)?;
    }
    let mut rows = Vec::new();
    for (table, whole) in TABLES {
        let model = learn(&lessons, whole, &[], interner.len(), options);
        rows.extend(interner.names().filter_map(|(feature, number)| {
            let weight = rounded(model.weight(number));
            (weight != 0).then_some((table, feature, weight))
        }));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    out.write_all(HEAD.as_bytes()).map_err(Failure::Io)?;
    table::write(rows, out).map_err(Failure::Io)?;
    Ok(Outcome::Done)
}

/// What the table begins with.
const HEAD: &str = "# The weights of features: template, then codes and their weights in parts of 64, or template, code, then words and theirs.
# Made by examples/train_exchange.rs from the novels of PDNC (Vishnubhotla, Hammond and Hirst 2022).
# Counts only; no text of the novels but single words is in it.
";

/// A weight as the table holds it.
fn rounded(weight: f64) -> i32 {
    (weight * 64.0).round() as i32
}

/// Novels are cut into stretches of so many bytes, which stand for short tales.
const STRETCHES: [usize; 2] = [12_000, 4_000];

/// The tables: that for long tales learns from whole novels, that for short ones from stretches.
const TABLES: [(&str, bool); 2] = [("long", true), ("short", false)];

/// Learns from whole novels or from stretches, but for novels of some names.
fn learn(
    lessons: &[Lesson<'_>],
    whole: bool,
    unseen: &[&str],
    features: usize,
    options: Options,
) -> Model {
    let seen = lessons.iter();
    let seen = seen.filter(|lesson| lesson.whole == whole && !unseen.contains(&lesson.name));
    Model::train(&seen.flat_map(|lesson| &lesson.items).collect::<Vec<_>>(), features, options)
}

/// A novel, with all who may have said each of its speeches.
struct Lesson<'n> {
    name: &'n str,
    whole: bool,
    dialogue: Dialogue<'n>,
    /// Which of them the annotation names.
    right: Vec<Vec<bool>>,
    /// Whether the annotation has the speech.
    judged: Vec<bool>,
    items: Vec<Item>,
}

impl<'n> Lesson<'n> {
    fn of(novel: &'n Novel, dialogue: Dialogue<'n>, interner: &mut Interner) -> Self {
        let gold: Vec<_> =
            dialogue.speeches.iter().map(|speech| annotated(novel, &speech.parts)).collect();
        let right = dialogue.speeches.iter().enumerate().map(|(i, speech)| {
            let near = i.saturating_sub(NEAR)..gold.len().min(i + NEAR);
            let told = near.filter(|&near| {
                let alike = |one: &Quotation, other: &Quotation| one.aliases == other.aliases;
                let both = gold[near].zip(gold[i]);
                dialogue.speeches[near].candidates.len() == 1
                    && both.is_some_and(|(one, other)| alike(one, other))
            });
            let told: Vec<&String> =
                told.map(|near| &dialogue.speeches[near].candidates[0]).collect();
            let fits = |name: &String| {
                gold[i].is_some_and(|gold| names(novel, gold, name)) || told.contains(&name)
            };
            speech.candidates.iter().map(fits).collect()
        });
        let right: Vec<Vec<bool>> = right.collect();
        let judged = gold.iter().map(Option::is_some).collect();
        let (name, whole) = (novel.name.as_str(), novel.whole);
        let mut lesson = Self { name, whole, dialogue, right, judged, items: Vec::new() };
        let features = lesson.dialogue.features(&lesson.right, AHEAD);
        let open: Vec<usize> = lesson.open().collect();
        for i in open {
            let speech = &lesson.dialogue.speeches[i];
            let answers = speech.candidates.iter().zip(&lesson.right[i]).zip(&features[i]);
            let answers = answers.enumerate().map(|(same, ((speaker, &right), features))| Answer {
                features: features.iter().map(|held| interner.number(held)).collect(),
                right,
                somebody: true,
                same,
                carried: true,
                pattern: "",
                speaker: speaker.clone(),
            });
            lesson.items.push(Item {
                answers: answers.collect(),
                sourced: true,
                article: 0,
                chosen: 0,
                tale: true,
                scored: true,
                source: String::new(),
                span: speech.parts[0].cover(speech.parts[speech.parts.len() - 1]),
            });
        }
        lesson
    }

    /// The speeches that are open and within reach.
    fn open(&self) -> impl Iterator<Item = usize> + '_ {
        let within = |right: &[bool]| right.len() > 1 && right.contains(&true);
        (0..self.right.len()).filter(move |&i| within(&self.right[i]))
    }

    /// Counts the open speeches that are answered rightly, no other being known.
    fn score(&self, weight: &dyn Fn(u64) -> i32, out: &mut Score) {
        let found = self.dialogue.speakers(weight);
        let is_right = |i: usize| found[i].0.is_some_and(|at| self.right[i][at]);
        let judged = (0..found.len()).filter(|&i| self.judged[i] && self.right[i].len() > 1);
        out.shares.extend(judged.map(|i| (found[i].1, is_right(i))));
        let right = self.open().filter(|&i| is_right(i));
        let counts = if self.whole { &mut out.whole } else { &mut out.stretches };
        counts.0 += right.count();
        counts.1 += self.open().count();
    }
}

/// Whoever is told to be `the old man` is so within this many speeches, whatever else the annotation calls them.
const NEAR: usize = 20;

/// While a speech is learnt, so many behind it are weighed with it.
const AHEAD: usize = 2;

/// Says how well novels are answered from which nothing is learnt.
fn validate(
    novels: &[Novel],
    lessons: &[Lesson<'_>],
    folds: usize,
    interner: &Interner,
    options: Options,
) -> Score {
    let mut all = Score::default();
    for fold in 0..folds {
        let unseen = novels.iter().skip(fold).step_by(folds).map(|novel| novel.name.as_str());
        let unseen: Vec<&str> = unseen.collect();
        let weights = TABLES.map(|(_, whole)| {
            let model = learn(lessons, whole, &unseen, interner.len(), options);
            let weights = interner
                .names()
                .filter_map(|(name, number)| Some((key_of(name)?, rounded(model.weight(number)))));
            weights.collect::<HashMap<u64, i32>>()
        });
        for name in unseen {
            let mut score = Score::default();
            for lesson in lessons.iter().filter(|lesson| lesson.name == name) {
                let weights = &weights[usize::from(!lesson.whole)];
                lesson.score(&|key| weights.get(&key).copied().unwrap_or(0), &mut score);
            }
            eprintln!("{name}: {score}");
            all.add(&score);
        }
    }
    if folds > 0 {
        eprintln!("unseen: {all}");
    }
    all
}

/// Writes how often answers of each share were right.
fn write_confidence(mut score: Score, mut out: impl Write) -> io::Result<()> {
    score.shares.sort_unstable();
    out.write_all(CONFIDENCE_HEAD.as_bytes())?;
    for (share, precision) in curve::rising(&score.shares) {
        writeln!(out, "{share} {precision}")?;
    }
    out.flush()
}

const CONFIDENCE_HEAD: &str = "# How often speakers were right in the exchanges of novels from which nothing was learnt, by their share among the best runs.
# Made by examples/train_exchange.rs, cross-validated.
# share and precision in thousandths
";

/// How many of the open speeches are answered rightly, no other being known: in whole novels, and in stretches.
#[derive(Default)]
struct Score {
    whole: (usize, usize),
    stretches: (usize, usize),
    /// Of each answer its share, and whether it is right.
    shares: Vec<(u32, bool)>,
}

impl Score {
    fn add(&mut self, other: &Score) {
        self.shares.extend(&other.shares);
        for (own, other) in [(&mut self.whole, other.whole), (&mut self.stretches, other.stretches)]
        {
            own.0 += other.0;
            own.1 += other.1;
        }
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |(right, all): (usize, usize)| 100.0 * right as f64 / all.max(1) as f64;
        let (whole, stretches) = (share(self.whole), share(self.stretches));
        write!(f, "{whole:.1} of {} whole, {stretches:.1} cut", self.whole.1)
    }
}

/// The speeches of texts that somebody may have said whom the annotation names. Two threads read.
fn gather<'n>(texts: &'n [Novel], interner: &mut Interner) -> Vec<Lesson<'n>> {
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
