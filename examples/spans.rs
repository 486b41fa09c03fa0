//! Quotation spans of files, folders or standard input: one JSON object a document, offsets in bytes, marks inside.
//!
//!     cargo run --release --example spans -- examples/articles/ferry.txt

mod support;

use std::io::{self, Write};

use inquit::{Extractor, SingleQuotes};
use serde::Serialize;
use support::{Documents, Failure, Outcome};

const USAGE: &str = "usage: spans [--single] [FILE|FOLDER|-]...

Prints {\"doc\":…, \"spans\":[{\"start\":…,\"end\":…,\"depth\":0,\"closed\":true},…]} for each document, offsets in bytes.

  --single   read single quotation marks as outer marks, whatever the article does";

#[derive(Serialize)]
struct Line<'a> {
    doc: &'a str,
    spans: Vec<SpanLine>,
}

#[derive(Serialize)]
struct SpanLine {
    start: usize,
    end: usize,
    depth: u32,
    closed: bool,
}

fn main() -> std::process::ExitCode {
    support::run(USAGE, run)
}

fn run(mut args: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::{Long, Short, Value};
    let mut documents = Documents::default();
    let mut single = SingleQuotes::Detect;
    while let Some(arg) = args.next()? {
        match arg {
            Long("single") => single = SingleQuotes::Primary,
            Long("help") | Short('h') => return Ok(Outcome::Help),
            Value(path) => documents.add(path),
            other => return Err(other.unexpected().into()),
        }
    }
    let extractor = Extractor::builder().single_quotes(single).build().map_err(Failure::usage)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let outcome = documents.for_each(|doc, article| {
        let spans = extractor.quotation_spans(article);
        let spans = spans.iter().map(|found| SpanLine {
            start: found.span.start,
            end: found.span.end,
            depth: found.depth,
            closed: found.closed,
        });
        let mut line = serde_json::to_vec(&Line { doc, spans: spans.collect() })?;
        line.push(b'\n');
        out.write_all(&line)
    })?;
    out.flush()?;
    Ok(outcome)
}
