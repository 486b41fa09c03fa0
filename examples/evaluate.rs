//! Scores the extractor against articles that somebody has annotated.
//!
//!     cargo run --release --example evaluate -- --gold FOLDER
//!
//! The folder holds brat standoff files (`.ann`) and their texts (`.txt`): side by side, or in `attributions/` and `text/`.
//! An attribution is an event with `Source`, `Cue` and `Content` roles; offsets count code points. A standoff file belongs to
//! the text of its name, a suffix of an underscore and four hexadecimal digits apart.
//!
//! What is scored is who said each stretch of text between double quotation marks; see `score.rs`.

#[path = "evaluate/brat.rs"]
mod brat;
#[path = "evaluate/score.rs"]
mod score;
#[allow(dead_code)] // it reads annotated documents, not any
mod support;
#[path = "evaluate/table.rs"]
mod table;

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use inquit::{Article, Extractor};
use score::Tally;
use support::{Failure, Outcome};

const USAGE: &str = "usage: evaluate --gold FOLDER [--only FILE]

Prints precision, recall and F1 of who said each quoted segment: by length, by pattern, by kind of reference.

  --gold FOLDER    brat standoff files and their texts
  --only FILE      score these documents only: names parted by commas or white space";

fn main() -> std::process::ExitCode {
    support::run(USAGE, run)
}

fn run(mut args: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::{Long, Short};
    let mut gold: Option<PathBuf> = None;
    let mut only: Option<BTreeSet<String>> = None;
    while let Some(arg) = args.next()? {
        match arg {
            Long("gold") => gold = Some(args.value()?.into()),
            Long("only") => {
                let path = PathBuf::from(args.value()?);
                only = Some(brat::read_names(&path).map_err(Failure::usage)?);
            }
            Long("help") | Short('h') => return Ok(Outcome::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    let gold = gold.ok_or_else(|| Failure::usage("--gold is missing"))?;
    let documents = brat::read_folder(&gold).map_err(Failure::usage)?;
    let extractor = Extractor::default();
    let mut tally = Tally::default();
    let mut articles = 0;
    for document in documents
        .iter()
        .filter(|document| only.as_ref().is_none_or(|only| only.contains(&document.name)))
    {
        let article: Article<'_> = extractor.extract(&document.text);
        score::add(document, &article, &mut tally);
        articles += 1;
    }
    if articles == 0 {
        return Err(Failure::usage(format!("{}: no annotated article here", gold.display())));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    table::print(&mut out, articles, &tally).and_then(|()| out.flush()).map_err(Failure::Io)?;
    Ok(Outcome::Done)
}
