//! Trains the weights by which the speakers of a tale's exchanges are chosen, from annotated novels.
//!
//!     cargo run --release --features training --example train_exchange -- --novels FOLDER \
//!         --folds 7 --confidence confidence.txt > weights.txt
//!     cp weights.txt confidence.txt src/speaker/exchange/
//!
//! The folder is one that the `train` example reads. The model is a conditional log-linear one. While a speech is learnt, the speakers of
//! those before and behind it are the ones annotated, so that the weights are those of a whole run of speakers (pseudo-likelihood;
//! Besag 1975, *Statistical analysis of non-lattice data*). Short tales are learnt from stretches of the novels; in some of these somebody
//! loses their name, since short tales often leave people unnamed.

#[path = "train/curve.rs"]
mod curve;
#[path = "train/exchange.rs"]
mod exchange;
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
#[path = "train/unnamed.rs"]
mod unnamed;

use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use exchange::{gather, Lesson, Score};
use inquit::training::key_of;
use model::{Interner, Model, Options};
use novels::Novel;
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

/// What the command line asks for.
#[derive(Default)]
struct Arguments {
    novels: Option<PathBuf>,
    without: Vec<String>,
    folds: usize,
    confidence: Option<PathBuf>,
}

fn main() -> std::process::ExitCode {
    support::run(USAGE, run)
}

fn run(mut args: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::{Long, Short, ValueExt};
    let mut asked = Arguments::default();
    let mut options = Options { rounds: 4, penalty: 1.5, least: 5, step: 0.1 };
    while let Some(arg) = args.next()? {
        match arg {
            Long("novels") => asked.novels = Some(args.value()?.into()),
            Long("without") => {
                asked.without = args.value()?.string()?.split(',').map(str::to_owned).collect();
            }
            Long("confidence") => asked.confidence = Some(args.value()?.into()),
            Long("folds") => asked.folds = args.value()?.parse()?,
            Long("rounds") => options.rounds = args.value()?.parse()?,
            Long("penalty") => options.penalty = args.value()?.parse()?,
            Long("least") => options.least = args.value()?.parse()?,
            Long("help") | Short('h') => return Ok(Outcome::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    train(&asked, options)
}

fn train(asked: &Arguments, options: Options) -> Result<Outcome, Failure> {
    let folder = asked.novels.as_ref().ok_or_else(|| Failure::usage("--novels is missing"))?;
    if asked.confidence.is_some() && asked.folds < 2 {
        return Err(Failure::usage("--confidence needs --folds of two or more"));
    }
    let mut novels = novels::read_folder(folder).map_err(Failure::usage)?;
    novels.retain(|novel| !asked.without.contains(&novel.name));
    let texts: Vec<Novel> = novels
        .iter()
        .flat_map(|novel| {
            let cut: Vec<Novel> = STRETCHES.iter().flat_map(|&length| novel.cut(length)).collect();
            let unnamed: Vec<Novel> = (cut.iter().step_by(UNNAMED).enumerate())
                .filter_map(|(number, stretch)| stretch.unnamed(number % 2))
                .collect();
            std::iter::once(novel.clone()).chain(cut).chain(unnamed)
        })
        .collect();
    let mut interner = Interner::default();
    let lessons = gather(&texts, &mut interner);
    let score = validate(&novels, &lessons, asked.folds, &interner, options);
    if let Some(path) = &asked.confidence {
        let fail = |error| Failure::usage(format!("{}: {error}", path.display()));
        let file = std::fs::File::create(path).map_err(fail)?;
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

/// In one of so many somebody loses their name, who speaks most or next to most in it.
const UNNAMED: usize = 3;

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
