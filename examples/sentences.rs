//! Sentence boundaries of files, folders or standard input: one JSON object a document, offsets in bytes.
//!
//!     cargo run --release --example sentences -- examples/articles/ferry.txt

mod support;

use std::io::{self, Write};

use serde::Serialize;
use support::{Documents, Failure, Outcome};

const USAGE: &str = "usage: sentences [FILE|FOLDER|-]...

Prints {\"doc\":…, \"sentences\":[[start,end],…]} for each document, offsets in bytes.";

#[derive(Serialize)]
struct Line<'a> {
    doc: &'a str,
    sentences: Vec<(usize, usize)>,
}

fn main() -> std::process::ExitCode {
    support::run(USAGE, run)
}

fn run(mut args: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::{Long, Short, Value};
    let mut documents = Documents::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("help") | Short('h') => return Ok(Outcome::Help),
            Value(path) => documents.add(path),
            other => return Err(other.unexpected().into()),
        }
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let outcome = documents.for_each(|doc, article| {
        let sentences = inquit::sentences(article).map(|span| (span.start, span.end)).collect();
        let mut line = serde_json::to_vec(&Line { doc, sentences })?;
        line.push(b'\n');
        out.write_all(&line)
    })?;
    out.flush()?;
    Ok(outcome)
}
