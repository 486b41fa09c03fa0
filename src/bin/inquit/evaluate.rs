//! The figures of the extractor on articles that somebody has annotated.

#[path = "../../../examples/evaluate/brat.rs"]
mod brat;
#[path = "../../../examples/evaluate/score.rs"]
#[allow(dead_code)] // the training examples judge single answers by it
mod score;
#[path = "../../../examples/evaluate/table.rs"]
mod table;

use std::io::{BufWriter, Write};

use inquit::Extractor;

use crate::args::EvaluateArgs;
use crate::failure::{Failure, Result};

pub fn run(args: &EvaluateArgs) -> Result<()> {
    let only = args.only.as_deref().map(brat::read_names).transpose().map_err(Failure::work)?;
    let documents = brat::read_folder(&args.gold).map_err(Failure::work)?;
    let extractor = Extractor::default();
    let mut tally = score::Tally::default();
    let mut articles = 0;
    let wanted = |name: &str| only.as_ref().is_none_or(|only| only.contains(name));
    for document in documents.iter().filter(|document| wanted(&document.name)) {
        score::add(document, &extractor.extract(&document.text), &mut tally);
        articles += 1;
    }
    if articles == 0 {
        return Err(Failure::work(format!("{}: no annotated article here", args.gold.display())));
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    table::print(&mut out, articles, &tally)?;
    out.flush()?;
    Ok(())
}
