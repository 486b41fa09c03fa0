//! What the example programs share: reading the documents named on the command line, and ending with the right exit code.

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How a program ended that could do its work.
pub enum Outcome {
    Done,
    /// Some documents could not be read; each was reported.
    Skipped(usize),
    Help,
}

/// Why a program could not do its work.
pub enum Failure {
    Usage(String),
    Io(io::Error),
}

impl Failure {
    pub fn usage(message: impl Display) -> Self {
        Failure::Usage(message.to_string())
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Failure::usage(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

/// Runs a program: exit code 0 on success, 1 on failure, 2 on wrong usage. A closed pipe ends it silently.
pub fn run(usage: &str, program: fn(lexopt::Parser) -> Result<Outcome, Failure>) -> ExitCode {
    let name = usage.split_whitespace().nth(1).unwrap_or("inquit");
    match program(lexopt::Parser::from_env()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Help) => {
            // whoever closed the pipe has read enough
            let _ = writeln!(io::stdout(), "{usage}");
            ExitCode::SUCCESS
        }
        Ok(Outcome::Skipped(count)) => {
            eprintln!(
                "{name}: {count} {} skipped",
                if count == 1 { "document" } else { "documents" }
            );
            ExitCode::from(1)
        }
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Io(error)) => {
            eprintln!("{name}: {error}");
            ExitCode::from(1)
        }
        Err(Failure::Usage(message)) => {
            eprintln!("{name}: {message}\n\n{usage}");
            ExitCode::from(2)
        }
    }
}

/// The documents named on the command line: files, folders, `-` for standard input.
#[derive(Default)]
pub struct Documents {
    paths: Vec<PathBuf>,
}

impl Documents {
    pub fn add(&mut self, path: OsString) {
        self.paths.push(path.into());
    }

    /// Calls `work` with each document's path as given and its text. A document that can't be read is reported on standard error
    /// and counted; an error of `work` ends the run.
    pub fn for_each(
        &self,
        mut work: impl FnMut(&str, &str) -> io::Result<()>,
    ) -> Result<Outcome, Failure> {
        let stdin = [PathBuf::from("-")];
        let mut skipped = 0;
        for path in if self.paths.is_empty() { &stdin[..] } else { &self.paths } {
            for file in files(path) {
                let document =
                    file.and_then(|file| Ok((file.to_string_lossy().into_owned(), read(&file)?)));
                match document {
                    Ok((name, text)) => work(&name, &text)?,
                    Err(message) => {
                        eprintln!("{message}");
                        skipped += 1;
                    }
                }
            }
        }
        Ok(if skipped == 0 { Outcome::Done } else { Outcome::Skipped(skipped) })
    }
}

/// The files that a path names: itself, or a folder's text files in the order of their names.
fn files(path: &Path) -> Box<dyn Iterator<Item = Result<PathBuf, String>>> {
    if !path.is_dir() {
        return Box::new(std::iter::once(Ok(path.to_owned())));
    }
    let walk = walkdir::WalkDir::new(path).follow_links(true).sort_by_file_name();
    Box::new(walk.into_iter().filter_map(|entry| match entry {
        Ok(entry) => {
            let text = entry.path().extension().is_some_and(|ending| ending == "txt");
            (text && entry.file_type().is_file()).then(|| Ok(entry.into_path()))
        }
        Err(error) => Some(Err(error.to_string())),
    }))
}

fn read(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let outcome = match path.as_os_str() == "-" {
        true => io::stdin().lock().read_to_end(&mut bytes),
        false => std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    outcome.map_err(|error| format!("{}: {error}", path.display()))?;
    String::from_utf8(bytes).map_err(|error| {
        format!("{}: not UTF-8 at byte {}", path.display(), error.utf8_error().valid_up_to())
    })
}
