//! Works on many articles at a time and writes what comes out in the order in which they came in.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressStyle};
use inquit::{Extractor, Quote};
use rayon::prelude::*;

use crate::args::{Input, Reading};
use crate::failure::{Failure, Result};
use crate::input::{documents, read_text, size, Document, Item, READ};

/// So many bytes of text are read before they are worked on: memory stays the same however large the corpus.
const BATCH_BYTES: usize = 8 << 20;
const BATCH_DOCUMENTS: usize = 4096;

/// How a run ended.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary {
    pub read: u64,
    pub skipped: u64,
    pub interrupted: bool,
}

impl Summary {
    /// 0, or 1 if something was skipped or the run was interrupted.
    pub fn exit_code(self) -> u8 {
        u8::from(self.skipped > 0 || self.interrupted)
    }
}

/// The extractor that the options ask for.
pub fn extractor(reading: &Reading) -> Result<Extractor> {
    let mut builder =
        Extractor::builder().indirect(reading.indirect).min_confidence(reading.min_confidence);
    if let Some(path) = &reading.verbs {
        let list = read_text(path).map_err(Failure::Usage)?;
        builder = builder.add_cue_verbs(entries(&list).map(str::to_owned));
    }
    if let Some(path) = &reading.cast {
        let list = read_text(path).map_err(Failure::Usage)?;
        for line in entries(&list) {
            let mut names = line.split(';').map(str::trim).filter(|name| !name.is_empty());
            let name = names.next().unwrap_or_default().to_owned();
            builder = builder.cast_member(name, names.map(str::to_owned).collect::<Vec<_>>());
        }
    }
    Ok(builder.build()?)
}

fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Whether a quote is of the speaker asked for, alone or with others: every word of the name as asked is one of the speaker's.
pub fn is_wanted(quote: &Quote<'_>, speaker: Option<&str>) -> bool {
    let Some(asked) = speaker else { return true };
    let words = |name: &str| -> Vec<String> {
        name.split(|ch: char| !ch.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let asked = words(asked);
    quote.speaker.iter().chain(&quote.joint).any(|speaker| {
        let mut held = words(&speaker.name);
        held.extend(speaker.mention.iter().flat_map(|mention| words(&mention.text)));
        asked.iter().all(|word| held.contains(word))
    })
}

/// Reads the articles, calls `work` on several at a time and `write` on each result in order. `skip` articles are passed over.
pub fn each<T: Send>(
    input: &Input,
    reading: &Reading,
    skip: u64,
    work: impl Fn(&Extractor, &Document) -> T + Sync,
    mut write: impl FnMut(T) -> io::Result<()>,
) -> Result<Summary> {
    let extractor = extractor(reading)?;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(reading.threads.unwrap_or(0))
        .build()
        .map_err(Failure::work)?;
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    // a second handler in one process is refused: the first stays
    let _ = ctrlc::set_handler(move || asked.store(true, Ordering::SeqCst));
    let bar = progress(input, reading.quiet);
    let mut summary = Summary::default();
    let mut all = documents(input)?;
    let mut passed = 0;
    loop {
        if stop.load(Ordering::SeqCst) {
            summary.interrupted = true;
            break;
        }
        let mut batch: Vec<Item> = Vec::new();
        let mut bytes = 0;
        while bytes < BATCH_BYTES && batch.len() < BATCH_DOCUMENTS {
            let Some(mut item) = all.next() else { break };
            let done_before = passed < skip;
            if let Ok(document) = &mut item {
                passed += 1;
                document.number = passed;
            }
            if done_before {
                continue;
            }
            bytes += item.as_ref().map_or(0, |document| document.text.len());
            batch.push(item);
        }
        if batch.is_empty() {
            break;
        }
        let done: Vec<std::result::Result<T, String>> = pool.install(|| {
            batch
                .into_par_iter()
                .map(|item| item.map(|document| work(&extractor, &document)))
                .collect()
        });
        for result in done {
            match result {
                Ok(result) => {
                    write(result)?;
                    summary.read += 1;
                }
                Err(message) => {
                    bar.suspend(|| eprintln!("inquit: {message}"));
                    summary.skipped += 1;
                    if reading.strict {
                        return Err(Failure::Work(
                            "stopped at the first record that can't be read".to_owned(),
                        ));
                    }
                }
            }
        }
        bar.set_position(READ.load(Ordering::Relaxed));
    }
    bar.finish_and_clear();
    if summary.skipped > 0 && !reading.quiet {
        eprintln!("inquit: {} read, {} skipped", summary.read, summary.skipped);
    }
    if summary.interrupted {
        eprintln!("inquit: interrupted after {} articles", summary.read);
    }
    Ok(summary)
}

/// A bar on a terminal, with the time that remains where the size of all that is to be read is known; nothing otherwise. A list
/// of paths on standard input is read once, by the run itself.
fn progress(input: &Input, quiet: bool) -> ProgressBar {
    if quiet || !io::stderr().is_terminal() || io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let listed = input.files_from.as_ref().is_some_and(|list| list.as_os_str() == "-");
    let size = if listed { None } else { size(input) };
    let (bar, template) = match size {
        Some(size) => (
            ProgressBar::new(size),
            "{bar:24} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left",
        ),
        None => (ProgressBar::new_spinner(), "{spinner} {bytes} read, {bytes_per_sec}, {elapsed}"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Where output goes: a file, or standard output.
pub fn output(path: Option<&std::path::Path>) -> Result<Box<dyn Write>> {
    Ok(match path {
        Some(path) => {
            let file = std::fs::File::create(path)
                .map_err(|error| Failure::work(format!("{}: {error}", path.display())))?;
            Box::new(io::BufWriter::new(file))
        }
        None => Box::new(io::BufWriter::new(io::stdout().lock())),
    })
}
