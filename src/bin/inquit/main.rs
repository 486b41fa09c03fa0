//! The `inquit` program: quotes of files and corpora, tables, reports.

mod args;
mod brat;
mod columns;
mod evaluate;
mod explain;
mod extract;
mod failure;
mod input;
mod report;
mod rows;
mod run;
mod speakers;
mod stages;
mod tei;
mod text;
mod write;

use std::io::Write;
use std::process::ExitCode;

use clap::CommandFactory;

use args::{Cli, Command};
use failure::Result;

fn main() -> ExitCode {
    match run(args::parse()) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => failure.report(),
    }
}

fn run(cli: Cli) -> Result<u8> {
    let summary = match cli.command {
        None => extract::run(&cli.extract)?,
        Some(Command::Extract(args)) => extract::run(&args)?,
        Some(Command::Speakers(args)) => speakers::run(&args)?,
        Some(Command::Report(args)) => {
            report::write(&args.input, &args.reading, Some(&args.output), &args.title)?
        }
        Some(Command::Sentences(args)) => stages::sentences(&args)?,
        Some(Command::Segments(args)) => stages::segments(&args)?,
        Some(Command::Explain(args)) => {
            explain::run(&args)?;
            return Ok(0);
        }
        Some(Command::Evaluate(args)) => {
            evaluate::run(&args)?;
            return Ok(0);
        }
        Some(Command::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "inquit", &mut script);
            std::io::stdout().write_all(&script)?;
            return Ok(0);
        }
        Some(Command::Man) => {
            clap_mangen::Man::new(Cli::command()).render(&mut std::io::stdout())?;
            return Ok(0);
        }
    };
    Ok(summary.exit_code())
}
