//! Trains the weights by which an answer is chosen, and the scale of its confidence, from texts that somebody has annotated.
//!
//!     cargo run --release --features training --example train -- --gold FOLDER --novels FOLDER \
//!         --folds 5 --confidence confidence.txt > weights.txt
//!     cp weights.txt src/attribution/rank/weights.txt
//!     cp confidence.txt src/confidence.txt
//!
//! The folder of articles is one that the `evaluate` example reads. The examples of the
//! patterns and the texts in `train/lessons.txt` are learnt too. What a
//! quotation's neighbours were given depends on the weights, so two or three runs are needed until nothing changes, or two tables that
//! are as good take turns.
//!
//! The model is a conditional log-linear one: the weights make the answers likely that name the annotated source, nobody
//! where there is none. Its loss is lowered by AdaGrad (Duchi, Hazan and Singer 2011) with a penalty on the squares of the
//! weights, over the quotations in a fixed order, so that the same input gives the same table. There are two tables: that for
//! reports learns from articles, that for tales from articles and novels.

#[path = "evaluate/brat.rs"]
mod brat;
#[path = "train/curve.rs"]
mod curve;
#[path = "train/items.rs"]
mod items;
#[path = "train/lessons.rs"]
mod lessons;
#[path = "train/model.rs"]
mod model;
#[allow(dead_code)] // parts of it serve other models
#[path = "train/novels.rs"]
mod novels;
#[allow(dead_code)] // parts of it serve `evaluate` alone
#[path = "evaluate/score.rs"]
mod score;
#[allow(dead_code)] // it reads annotated documents, not any
mod support;
#[path = "train/table.rs"]
mod table;
#[path = "train/validate.rs"]
mod validate;

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use items::Items;
use model::{Interner, Item, Model, Options};
use support::{Failure, Outcome};

const USAGE: &str = "usage: train --gold FOLDER [--only FILE] [--novels FOLDER] [--folds N] [--rounds N] [--penalty X]

Prints the table of weights; progress goes to standard error.

  --gold FOLDER      brat standoff files and their texts
  --only FILE        learn from these documents only: names parted by commas or white space
  --novels FOLDER    novels annotated as the Project Dialogism Novel Corpus has them
  --without NAMES    leave out these novels: names parted by commas
  --folds N          cross-validate over N parts first, and say how well unseen ones are answered
  --confidence FILE  write there how often unseen answers of each share were right
  --mistakes FILE    write there what was answered wrongly among the unseen
  --rounds N         passes over the quotations [default: 8]
  --penalty X        weight of the squares' penalty [default: 6]
  --least N          leave out features seen with fewer quotations than this [default: 2]";

/// What the command line asks for.
#[derive(Default)]
struct Arguments {
    gold: Option<PathBuf>,
    only: Option<BTreeSet<String>>,
    novels: Option<PathBuf>,
    without: Vec<String>,
    folds: usize,
    confidence: Option<PathBuf>,
    mistakes: Option<PathBuf>,
}

fn main() -> std::process::ExitCode {
    support::run(USAGE, run)
}

fn run(mut args: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::{Long, Short, ValueExt};
    let mut asked = Arguments::default();
    let mut options = Options { rounds: 8, penalty: 6.0, least: 2, step: 0.25 };
    while let Some(arg) = args.next()? {
        match arg {
            Long("gold") => asked.gold = Some(args.value()?.into()),
            Long("only") => {
                let path = PathBuf::from(args.value()?);
                asked.only = Some(brat::read_names(&path).map_err(Failure::usage)?);
            }
            Long("novels") => asked.novels = Some(args.value()?.into()),
            Long("without") => {
                asked.without = args.value()?.string()?.split(',').map(str::to_owned).collect();
            }
            Long("folds") => asked.folds = args.value()?.parse()?,
            Long("confidence") => asked.confidence = Some(args.value()?.into()),
            Long("mistakes") => asked.mistakes = Some(args.value()?.into()),
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
    let gold = asked.gold.as_ref().ok_or_else(|| Failure::usage("--gold is missing"))?;
    let mut documents = brat::read_folder(gold).map_err(Failure::usage)?;
    if let Some(only) = &asked.only {
        documents.retain(|document| only.contains(&document.name));
    }
    if documents.is_empty() {
        return Err(Failure::usage(format!("{}: no annotated article here", gold.display())));
    }
    let chapters = match &asked.novels {
        Some(folder) => novels::read_chapters(folder, &asked.without).map_err(Failure::usage)?,
        None => Vec::new(),
    };
    let mut interner = Interner::default();
    let items = Items::gather(&documents, &chapters, &mut interner);
    eprintln!(
        "{} quotations of articles, {} of novels, {} features",
        items.articles.len(),
        items.novels.len(),
        interner.len()
    );
    if asked.folds > 1 {
        let unseen = validate::predict(&items, interner.len(), asked.folds, options);
        validate::say(&items, &unseen);
        if let Some(path) = &asked.confidence {
            write_file(path, |out| validate::write_confidence(&items, &unseen, out))?;
        }
        if let Some(path) = &asked.mistakes {
            write_file(path, |out| validate::write_mistakes(&items, &unseen, &documents, out))?;
        }
    }
    let everything = |_: &&Item| true;
    let report = Model::train(&items.of_reports(everything), interner.len(), options);
    let tale = Model::train(&items.of_tales(everything), interner.len(), options.of_tales());
    write_weights(&[("report", report), ("tale", tale)], &interner).map_err(Failure::Io)?;
    Ok(Outcome::Done)
}

fn write_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let fail = |error| Failure::usage(format!("{}: {error}", path.display()));
    let mut file = BufWriter::new(std::fs::File::create(path).map_err(fail)?);
    write(&mut file).and_then(|()| file.flush()).map_err(fail)
}

fn write_weights(models: &[(&str, Model)], interner: &Interner) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    writeln!(
        out,
        "# The weights of features: genre, template, code, then words and their weights in parts of 64,\n\
         # or genre and template, then codes and their weights.\n\
         # Made by examples/train.rs from the training part of PolNeAR (Newell, Margolin and Ruths 2018), 640 of its 840 articles,\n\
         # the novels of PDNC (Vishnubhotla, Hammond and Hirst 2022), the examples of the patterns and examples/train/lessons.txt.\n\
         # Counts only; no text of the articles but single words is in it."
    )?;
    let mut rows: Vec<(&str, &str, i32)> = Vec::new();
    for (genre, model) in models {
        let weighed = interner
            .names()
            .map(|(name, number)| (*genre, name, (model.weight(number) * 64.0).round() as i32));
        rows.extend(weighed.filter(|(_, _, weight)| *weight != 0));
    }
    table::write(rows, out)
}
