//! `inquit extract`: quotes in any of the formats.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, IsTerminal, Seek, SeekFrom, Write};
use std::path::Path;

use inquit::{Extractor, Quote};

use crate::args::{ExtractArgs, Format, When};
use crate::columns::{Columns, Row};
use crate::failure::{Failure, Result};
use crate::input::Document;
use crate::run::{each, is_wanted, output, Summary};
use crate::write::{delimited, heads, json_line, Line};
use crate::{brat, report, tei, text};

pub fn run(args: &ExtractArgs) -> Result<Summary> {
    let terminal = args.output.is_none() && io::stdout().is_terminal();
    let format = args.format.unwrap_or(if terminal { Format::Text } else { Format::Jsonl });
    match format {
        Format::Jsonl => json_lines(args),
        Format::Json => json(args),
        Format::Csv => delimited_table(args, b','),
        Format::Tsv => delimited_table(args, b'\t'),
        Format::Parquet => parquet(args),
        Format::Tei => tei_corpus(args),
        Format::Brat => standoff(args),
        Format::Text => readable(args),
        Format::Html => {
            report::write(&args.input, &args.reading, args.output.as_deref(), "Who said what")
        }
    }
}

/// The quotes of an article that were asked for.
fn wanted<'d>(args: &ExtractArgs, extractor: &Extractor, document: &'d Document) -> Vec<Quote<'d>> {
    let speaker = args.reading.speaker.as_deref();
    extractor.quotes(&document.text).filter(|quote| is_wanted(quote, speaker)).collect()
}

/// The quotes of an article as JSON Lines.
fn lines(args: &ExtractArgs, extractor: &Extractor, document: &Document) -> Vec<u8> {
    let mut out = Vec::new();
    for quote in wanted(args, extractor, document) {
        let line = Line { doc: &document.id, quote: &quote, fields: document.fields.as_ref() };
        if json_line(&mut out, &line).is_err() {
            unreachable!("a buffer takes all");
        }
    }
    out
}

fn json_lines(args: &ExtractArgs) -> Result<Summary> {
    let Some(path) = args.output.as_deref().filter(|_| args.resume) else {
        let mut out = output(args.output.as_deref())?;
        let summary = each(
            &args.input,
            &args.reading,
            0,
            |e, d| lines(args, e, d),
            |bytes| out.write_all(&bytes),
        )?;
        out.flush()?;
        return Ok(summary);
    };
    let done = Journal::open(path)?;
    let mut out = done.out;
    let mut journal = done.journal;
    let summary = each(
        &args.input,
        &args.reading,
        done.articles,
        |e, d| lines(args, e, d),
        |bytes| {
            out.write_all(&bytes)?;
            // an article counts once its quotes are written: what stands behind the last count is cut off when the run goes on
            writeln!(journal, "{}", out.stream_position()?)
        },
    )?;
    out.flush()?;
    if !summary.interrupted {
        let _ = std::fs::remove_file(journal_path(path));
    }
    Ok(summary)
}

/// What an interrupted run left: its output, cut behind the last whole article, and how many articles that were.
struct Journal {
    out: File,
    journal: File,
    articles: u64,
}

fn journal_path(path: &Path) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".progress");
    name.into()
}

impl Journal {
    fn open(path: &Path) -> Result<Self> {
        let fail = |error: io::Error| Failure::work(format!("{}: {error}", path.display()));
        let journal = journal_path(path);
        let (mut articles, mut end, mut kept) = (0, 0, 0_u64);
        if let Ok(file) = File::open(&journal) {
            let mut file = BufReader::new(file);
            let mut line = String::new();
            while file.read_line(&mut line).map_err(fail)? > 0 {
                // a line without its end was cut off while it was written
                let Some(at) = line.strip_suffix('\n').and_then(|line| line.parse().ok()) else {
                    break;
                };
                (articles, end) = (articles + 1, at);
                kept += line.len() as u64;
                line.clear();
            }
        } else if path.exists() {
            return Err(Failure::work(format!(
                "{}: nothing to resume: there is no {}",
                path.display(),
                journal.display()
            )));
        }
        let open = |path: &Path, end: u64| -> io::Result<File> {
            let mut file =
                OpenOptions::new().create(true).write(true).truncate(false).open(path)?;
            file.set_len(end)?;
            file.seek(SeekFrom::End(0))?;
            Ok(file)
        };
        // the journal comes first: output without one is somebody else's
        let journal = open(&journal, kept).map_err(fail)?;
        Ok(Self { out: open(path, end).map_err(fail)?, journal, articles })
    }
}

fn json(args: &ExtractArgs) -> Result<Summary> {
    let mut out = output(args.output.as_deref())?;
    let mut before = "[\n";
    let summary = each(
        &args.input,
        &args.reading,
        0,
        |e, d| lines(args, e, d),
        |bytes| {
            for line in bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
                out.write_all(before.as_bytes())?;
                out.write_all(line)?;
                before = ",\n";
            }
            Ok(())
        },
    )?;
    out.write_all(if before == "[\n" { b"[]\n" } else { b"\n]\n" })?;
    out.flush()?;
    Ok(summary)
}

fn delimited_table(args: &ExtractArgs, delimiter: u8) -> Result<Summary> {
    let mut out = output(args.output.as_deref())?;
    let mut head = Vec::new();
    heads(&mut head, delimiter)?;
    out.write_all(&head)?;
    let work = |extractor: &Extractor, document: &Document| {
        let mut rows = Vec::new();
        let quotes = wanted(args, extractor, document);
        quotes
            .iter()
            .try_for_each(|quote| delimited(&mut rows, &document.id, quote, delimiter))
            .map(|()| rows)
    };
    let summary = each(&args.input, &args.reading, 0, work, |rows| out.write_all(&rows?))?;
    out.flush()?;
    Ok(summary)
}

fn parquet(args: &ExtractArgs) -> Result<Summary> {
    let Some(path) = &args.output else {
        return Err(Failure::usage("--format parquet wants a file: --output FILE"));
    };
    let file = File::create(path)
        .map_err(|error| Failure::work(format!("{}: {error}", path.display())))?;
    let mut columns = Columns::new(file)?;
    let work = |extractor: &Extractor, document: &Document| -> Vec<Row> {
        wanted(args, extractor, document)
            .iter()
            .map(|quote| Row::new(&document.id, quote))
            .collect()
    };
    let summary = each(&args.input, &args.reading, 0, work, |rows| columns.push(rows))?;
    columns.finish()?;
    Ok(summary)
}

fn tei_corpus(args: &ExtractArgs) -> Result<Summary> {
    let mut out = output(args.output.as_deref())?;
    out.write_all(tei::HEAD.as_bytes())?;
    let work = |extractor: &Extractor, document: &Document| {
        let article = extractor.extract(&document.text);
        tei::article(document.number, &document.id, &document.text, &article)
    };
    let summary =
        each(&args.input, &args.reading, 0, work, |article| out.write_all(article.as_bytes()))?;
    out.write_all(tei::FOOT.as_bytes())?;
    out.flush()?;
    Ok(summary)
}

/// `text/NAME.txt` and `attributions/NAME.ann` in a folder, or the standoff of one article on standard output.
fn standoff(args: &ExtractArgs) -> Result<Summary> {
    let work = |extractor: &Extractor, document: &Document| {
        let quotes = wanted(args, extractor, document);
        (document.id.clone(), document.text.clone(), brat::standoff(&document.text, &quotes))
    };
    let Some(folder) = &args.output else {
        let mut out = output(None)?;
        let mut articles = 0;
        let summary = each(&args.input, &args.reading, 0, work, |(_, _, standoff)| {
            articles += 1;
            if articles > 1 {
                return Err(io::Error::other(
                    "--format brat wants a folder for several articles: --output FOLDER",
                ));
            }
            out.write_all(standoff.as_bytes())
        })?;
        out.flush()?;
        return Ok(summary);
    };
    let fail = |error: io::Error| Failure::work(format!("{}: {error}", folder.display()));
    let (texts, notes) = (folder.join("text"), folder.join("attributions"));
    std::fs::create_dir_all(&texts).map_err(fail)?;
    std::fs::create_dir_all(&notes).map_err(fail)?;
    let mut names = std::collections::HashMap::new();
    each(&args.input, &args.reading, 0, work, |(id, text, standoff)| {
        let plain = Path::new(&id)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .replace([':', '/'], "_");
        let count = names.entry(plain.clone()).or_insert(0);
        *count += 1;
        let name = if *count == 1 { plain } else { format!("{plain}-{count}") };
        std::fs::write(texts.join(format!("{name}.txt")), text)?;
        std::fs::write(notes.join(format!("{name}.ann")), standoff)
    })
}

fn readable(args: &ExtractArgs) -> Result<Summary> {
    let coloured = match args.color {
        When::Always => true,
        When::Never => false,
        When::Auto => {
            args.output.is_none()
                && io::stdout().is_terminal()
                && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty())
        }
    };
    let several = args.input.files_from.is_some()
        || args.input.paths.len() > 1
        || args.input.paths.iter().any(|path| path.is_dir());
    let mut out = output(args.output.as_deref())?;
    let work = |extractor: &Extractor, document: &Document| {
        let mut shown = String::new();
        let doc = several.then_some(document.id.as_str());
        for quote in wanted(args, extractor, document) {
            text::quote(&mut shown, &document.text, doc, &quote, args.context);
        }
        if coloured {
            shown
        } else {
            anstream::adapter::strip_str(&shown).to_string()
        }
    };
    let summary =
        each(&args.input, &args.reading, 0, work, |shown| out.write_all(shown.as_bytes()))?;
    out.flush()?;
    Ok(summary)
}
