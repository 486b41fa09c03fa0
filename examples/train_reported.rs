//! Trains the weights by which reported speech without marks is found, from annotated articles.
//!
//!     cargo run --release --features training --example train_reported -- --gold FOLDER \
//!         --confidence confidence.txt > weights.txt
//!     cp weights.txt confidence.txt src/attribution/reported/
//!
//! The folder is one that the `evaluate` example reads. Three models are learnt: whether and whose words a cue reports, which words of
//! its sentence, and how likely both are right together, from what the first two choose for texts they have not seen.
//! A stretch is right if it shares half of the union with an annotated one, and nearly as much as the best stretch does.

#[path = "evaluate/brat.rs"]
mod brat;
#[path = "train/curve.rs"]
mod curve;
#[allow(dead_code)] // parts of it serve other models
#[path = "train/model.rs"]
mod model;
#[allow(dead_code)] // parts of it serve `evaluate` alone
#[path = "evaluate/score.rs"]
mod score;
#[allow(dead_code)] // it reads annotated documents, not any
mod support;
#[path = "train/table.rs"]
mod table;

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use brat::{Attribution, Document, Range};
use inquit::training::{consider, judge, ConsideredCue, Proposal};
use inquit::Span;
use model::{Answer, Interner, Item, Model, Options};
use support::{Failure, Outcome};

const USAGE: &str =
    "usage: train_reported --gold FOLDER [--only FILE] [--without N] [--confidence FILE]

Prints the table of weights; progress goes to standard error.

  --gold FOLDER      brat standoff files and their texts
  --only FILE        learn from these documents only: names parted by commas or white space
  --without N        leave out every fifth document, from number N on: they may judge the result
  --confidence FILE  write there how often unseen answers of each share were right
  --rounds N         passes over the cues [default: 3]
  --penalty X        weight of the squares' penalty [default: 1]";

/// A cue that is likelier than this to report nothing, in thousandths, is not asked what it reports.
const SILENT: u32 = 850;
/// Parts for the scale of confidence.
const FOLDS: usize = 5;

fn main() -> std::process::ExitCode {
    support::run(USAGE, run)
}

fn run(mut args: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::{Long, Short, ValueExt};
    let (mut gold, mut only, mut without, mut confidence) =
        (None::<PathBuf>, None::<BTreeSet<String>>, None::<usize>, None::<PathBuf>);
    let mut options = Options { rounds: 3, penalty: 1.0, least: 5, step: 0.1 };
    while let Some(arg) = args.next()? {
        match arg {
            Long("gold") => gold = Some(args.value()?.into()),
            Long("only") => {
                only =
                    Some(brat::read_names(&PathBuf::from(args.value()?)).map_err(Failure::usage)?)
            }
            Long("without") => without = Some(args.value()?.parse()?),
            Long("confidence") => confidence = Some(args.value()?.into()),
            Long("rounds") => options.rounds = args.value()?.parse()?,
            Long("penalty") => options.penalty = args.value()?.parse()?,
            Long("least") => options.least = args.value()?.parse()?,
            Long("help") | Short('h') => return Ok(Outcome::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    let gold = gold.ok_or_else(|| Failure::usage("--gold is missing"))?;
    let mut documents = brat::read_folder(&gold).map_err(Failure::usage)?;
    documents.retain(|document| only.as_ref().is_none_or(|only| only.contains(&document.name)));
    let mut number = 0;
    documents.retain(|_| {
        number += 1;
        without.is_none_or(|without| (number - 1) % FOLDS != without)
    });
    let mut interner = Interner::default();
    let lessons = Lessons::gather(&documents, &mut interner);
    let claims = lessons.claims(&documents, options, &mut interner);
    eprintln!(
        "{} cues, {} of them report, {} features; {} claims, {} of them right",
        lessons.sources.len(),
        lessons.contents.iter().filter(teaches).count(),
        interner.len(),
        claims.len(),
        claims.iter().filter(|claim| claim.answers[STAYS].right).count(),
    );
    if let Some(path) = &confidence {
        let seen = unseen(&claims, interner.len(), options);
        let file = std::fs::File::create(path).map_err(Failure::Io)?;
        write_confidence(seen, BufWriter::new(file)).map_err(Failure::Io)?;
    }
    let all = |items: &[Item]| {
        Model::train(&items.iter().filter(teaches).collect::<Vec<_>>(), interner.len(), options)
    };
    let models = [
        ("content", all(&lessons.contents)),
        ("source", all(&lessons.sources)),
        ("claim", all(&claims)),
    ];
    write_weights(&models, &interner).map_err(Failure::Io)?;
    Ok(Outcome::Done)
}

/// What is learnt: for each cue its source and its content.
struct Lessons {
    sources: Vec<Item>,
    contents: Vec<Item>,
    /// The stretches that each content item chooses among, and how far each agrees with the annotated one.
    stretches: Vec<Vec<(Vec<Range>, f64)>>,
    /// The cues of each document, by its place.
    cues: Vec<Vec<ConsideredCue>>,
}

impl Lessons {
    fn gather(documents: &[Document], interner: &mut Interner) -> Self {
        let mut lessons = Self {
            sources: Vec::new(),
            contents: Vec::new(),
            stretches: Vec::new(),
            cues: Vec::new(),
        };
        for (number, document) in documents.iter().enumerate() {
            let chars: Vec<usize> = char_numbers(&document.text);
            let mut cues = consider(&document.text);
            for cue in &mut cues {
                lessons.add(document, number, &chars, cue, interner);
                // there are millions of them
                cue.sources.clear();
                cue.contents.clear();
            }
            lessons.cues.push(cues);
        }
        lessons
    }

    fn add(
        &mut self,
        document: &Document,
        number: usize,
        chars: &[usize],
        cue: &ConsideredCue,
        interner: &mut Interner,
    ) {
        let in_chars = |span: Span| (chars[span.start], chars[span.end]);
        let place = in_chars(cue.cue);
        let marked: Vec<&Attribution> = document
            .attributions
            .iter()
            .filter(|held| held.cue.iter().any(|&range| overlap(range, place) > 0))
            .collect();
        let contents: Vec<Vec<Range>> = cue
            .contents
            .iter()
            .map(|content| content.parts.iter().map(|&part| in_chars(part)).collect())
            .collect();
        let agreement = |held: &&&Attribution| {
            contents.iter().map(|content| agreement(content, &held.content)).fold(0.0, f64::max)
        };
        let event = marked.iter().max_by(|one, other| agreement(one).total_cmp(&agreement(other)));
        let right_source: Vec<bool> = match event {
            None => (0..cue.sources.len()).map(|i| i == 0).collect(),
            Some(event) if event.source.is_empty() => {
                (0..cue.sources.len()).map(|i| i == 1).collect()
            }
            Some(event) => {
                let answers: Vec<(Option<&str>, Option<Span>)> = cue
                    .sources
                    .iter()
                    .map(|source| {
                        (source.mention.map(|mention| &document.text[mention]), source.mention)
                    })
                    .collect();
                score::judge(document, &event.source, &answers)
            }
        };
        // a source that no answer names teaches nothing, but counts when answers are judged
        let found = right_source.contains(&true);
        let answers = cue
            .sources
            .iter()
            .zip(&right_source)
            .map(|(source, &right)| answer(&source.features, right, interner));
        self.sources.push(item(answers.collect(), number));
        // what a cue that reports nothing might report teaches nothing either, but counts when confidence is measured
        let event = event.filter(|_| found);
        let agreements: Vec<f64> = contents
            .iter()
            .map(|content| event.map_or(0.0, |event| self::agreement(content, &event.content)))
            .collect();
        let best = agreements.iter().copied().fold(0.0, f64::max);
        let answers = cue.contents.iter().zip(&agreements).map(|(content, &held)| {
            answer(&content.features, best >= 0.5 && held >= best - 0.05, interner)
        });
        self.contents.push(item(answers.collect(), number));
        self.stretches.push(contents.into_iter().zip(agreements).collect());
    }

    /// What is chosen for cues that nothing was learnt from, and whether it is right.
    fn claims(
        &self,
        documents: &[Document],
        options: Options,
        interner: &mut Interner,
    ) -> Vec<Item> {
        let mut claims = Vec::new();
        let features = interner.len();
        for fold in 0..FOLDS {
            let learnt = |item: &&Item| item.article % FOLDS != fold && teaches(item);
            let model = |items: &[Item]| {
                Model::train(&items.iter().filter(learnt).collect::<Vec<_>>(), features, options)
            };
            let (source, content) = (model(&self.sources), model(&self.contents));
            let mut first = 0;
            for (number, (document, cues)) in documents.iter().zip(&self.cues).enumerate() {
                if number % FOLDS == fold {
                    let propose =
                        |cue| self.propose(first + cue, cue, &cues[cue], &source, &content);
                    let proposals: Vec<Proposal> = (0..cues.len()).filter_map(propose).collect();
                    for (which, features) in judge(&document.text, cues, &proposals) {
                        let right = self.is_right(first, &proposals[which]);
                        claims.push(claim(&features, right, number, interner));
                    }
                }
                first += cues.len();
            }
        }
        claims
    }

    /// What the models choose for the cue of that number among all.
    fn propose(
        &self,
        number: usize,
        cue: usize,
        considered: &ConsideredCue,
        source: &Model,
        content: &Model,
    ) -> Option<Proposal> {
        let (item, stretch) = (&self.sources[number], &self.contents[number]);
        let best = (1..item.answers.len()).max_by_key(|&i| source.share(item, i))?;
        if source.share(item, 0) > SILENT {
            return None;
        }
        let shares: Vec<u32> =
            (0..stretch.answers.len()).map(|i| content.share(stretch, i)).collect();
        let (which, backing) = considered.best_backed(&shares)?;
        let source_share = source.share(item, best);
        Some(Proposal { cue, source: best, source_share, content: which, backing })
    }

    /// Whether the source and at least half of the content are as annotated.
    fn is_right(&self, first: usize, proposal: &Proposal) -> bool {
        let number = first + proposal.cue;
        self.sources[number].answers[proposal.source].right
            && self.stretches[number][proposal.content].1 >= 0.5
    }
}

/// The answers to whether a claim stays.
const STAYS: usize = 1;

fn claim(features: &[String], right: bool, article: usize, interner: &mut Interner) -> Item {
    item(vec![answer(&[], !right, interner), answer(features, right, interner)], article)
}

/// The likelihood of each claim that nothing was learnt from, and whether it was right.
fn unseen(claims: &[Item], features: usize, options: Options) -> Vec<(u32, bool)> {
    let mut seen = Vec::new();
    for fold in 0..FOLDS {
        let (judged, learnt): (Vec<&Item>, Vec<&Item>) =
            claims.iter().partition(|claim| claim.article % FOLDS == fold);
        let model = Model::train(&learnt, features, options);
        seen.extend(
            judged.iter().map(|claim| (model.share(claim, STAYS), claim.answers[STAYS].right)),
        );
    }
    seen
}

fn teaches(item: &&Item) -> bool {
    item.answers.iter().any(|answer| answer.right)
}

fn answer(features: &[String], right: bool, interner: &mut Interner) -> Answer {
    Answer {
        features: features.iter().map(|feature| interner.number(feature)).collect(),
        right,
        somebody: true,
        same: 0,
        carried: false,
        pattern: "",
        speaker: String::new(),
    }
}

fn item(mut answers: Vec<Answer>, article: usize) -> Item {
    for (number, answer) in answers.iter_mut().enumerate() {
        answer.same = number;
    }
    Item {
        answers,
        sourced: true,
        article,
        chosen: 0,
        tale: false,
        scored: true,
        source: String::new(),
        span: Span::new(0, 0),
    }
}

/// The number of the char that begins at each byte.
fn char_numbers(text: &str) -> Vec<usize> {
    let mut numbers = vec![0; text.len() + 1];
    let mut count = 0;
    for (at, ch) in text.char_indices() {
        numbers[at..at + ch.len_utf8()].fill(count);
        count += 1;
    }
    numbers[text.len()] = count;
    numbers
}

fn overlap(one: Range, other: Range) -> usize {
    one.1.min(other.1).saturating_sub(one.0.max(other.0))
}

/// What two contents share, of what either has.
fn agreement(one: &[Range], other: &[Range]) -> f64 {
    let size = |ranges: &[Range]| ranges.iter().map(|range| range.1 - range.0).sum::<usize>();
    let shared: usize = one.iter().flat_map(|&a| other.iter().map(move |&b| overlap(a, b))).sum();
    shared as f64 / (size(one) + size(other) - shared).max(1) as f64
}

fn write_confidence(mut seen: Vec<(u32, bool)>, mut out: impl Write) -> io::Result<()> {
    seen.sort_unstable();
    writeln!(
        out,
        "# How often reported clauses were right that nothing was learnt from, by the model's share for them.\n\
         # Made by examples/train_reported.rs, cross-validated; share and precision in thousandths"
    )?;
    for (share, precision) in curve::rising(&seen) {
        writeln!(out, "{share} {precision}")?;
    }
    out.flush()
}

fn write_weights(models: &[(&str, Model)], interner: &Interner) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    writeln!(
        out,
        "# The weights of features of reported speech: table, template, code, then words and their weights in parts of 64,\n\
         # or table and template, then codes and their weights.\n\
         # Made by examples/train_reported.rs from the training part of PolNeAR (Newell, Margolin and Ruths 2018), 640 of its 840 articles.\n\
         # Counts only; no text of the articles but single words is in it."
    )?;
    let mut rows: Vec<(&str, &str, i32)> = Vec::new();
    for (name, model) in models {
        let weighed = interner.names().map(|(feature, number)| {
            (*name, feature, (model.weight(number) * 64.0).round() as i32)
        });
        rows.extend(weighed.filter(|(_, _, weight)| weight.abs() >= LEAST_WEIGHT));
    }
    table::write(rows, out)
}

/// Lighter weights decide nothing.
const LEAST_WEIGHT: i32 = 4;
