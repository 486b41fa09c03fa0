//! Quotes of files, folders or standard input, as JSON Lines or as text.
//!
//!     cargo run --release --example extract -- --format text examples/articles/ferry.txt

mod support;

use std::io::{self, Write};

use inquit::{Extractor, Quote};
use serde::Serialize;
use support::{Documents, Failure, Outcome};

const USAGE: &str = "usage: extract [--format jsonl|text] [--indirect] [FILE|FOLDER|-]...

Prints the quotes of each article. Folders are searched for .txt files; without a path, or for `-`, standard input is
read.

  --format jsonl|text   one JSON object a line (the default), or a readable list
  --indirect            report clauses without quotation marks too
  -h, --help            print this";

#[derive(Clone, Copy)]
enum Format {
    JsonLines,
    Text,
}

#[derive(Serialize)]
struct Line<'a> {
    doc: &'a str,
    #[serde(flatten)]
    quote: &'a Quote<'a>,
}

fn main() -> std::process::ExitCode {
    support::run(USAGE, run)
}

fn run(mut args: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::{Long, Short, Value, ValueExt};
    let mut documents = Documents::default();
    let mut format = Format::JsonLines;
    let mut indirect = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long("format") => {
                format = match args.value()?.string()?.as_str() {
                    "jsonl" => Format::JsonLines,
                    "text" => Format::Text,
                    other => {
                        return Err(Failure::usage(format!(
                            "--format: `{other}` is neither `jsonl` nor `text`"
                        )))
                    }
                }
            }
            Long("indirect") => indirect = true,
            Long("help") | Short('h') => return Ok(Outcome::Help),
            Value(path) => documents.add(path),
            other => return Err(other.unexpected().into()),
        }
    }
    let extractor = Extractor::builder().indirect(indirect).build().map_err(Failure::usage)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let outcome = documents.for_each(|doc, article| {
        // a whole article at a time, so that no record is cut off half-way
        let mut lines = Vec::new();
        for quote in extractor.quotes(article) {
            match format {
                Format::JsonLines => {
                    serde_json::to_writer(&mut lines, &Line { doc, quote: &quote })?;
                    lines.push(b'\n');
                }
                Format::Text => write_text(&mut lines, doc, &quote)?,
            }
        }
        out.write_all(&lines)
    })?;
    out.flush()?;
    Ok(outcome)
}

fn write_text(out: &mut Vec<u8>, doc: &str, quote: &Quote<'_>) -> io::Result<()> {
    let words = quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let who = match &quote.speaker {
        Some(speaker) => match &speaker.role {
            Some(role) => format!("{} ({role})", speaker.name),
            None => speaker.name.to_string(),
        },
        None => "nobody".to_owned(),
    };
    writeln!(
        out,
        "{doc}:{}: {who}: {words} [{}, {}, {:.2}]",
        quote.span, quote.kind, quote.evidence, quote.confidence
    )
}
