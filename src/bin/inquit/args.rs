//! The command line.

use std::path::PathBuf;

use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

/// Who said what: quotations in English text, matched to their speakers
#[derive(Debug, Parser)]
#[command(
    name = "inquit",
    version,
    args_conflicts_with_subcommands = true,
    disable_help_flag = true,
    disable_help_subcommand = true,
    after_help = MORE
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub extract: ExtractArgs,
    /// Print help
    #[arg(long, short, global = true, action = ArgAction::HelpShort)]
    help: Option<bool>,
}

const MORE: &str = "\
Examples:
  inquit article.txt                      the quotes, marked in the article
  inquit corpus/ > quotes.jsonl           a folder, as JSON Lines
  inquit speakers corpus/                 who was quoted, and how much
  inquit report -o out.html article.txt   a page to look at

`inquit extract --help` lists all options, `inquit COMMAND --help` those of a command.";

/// What the first page of help shows of the options.
const FIRST: [&str; 9] = [
    "paths",
    "format",
    "output",
    "indirect",
    "speaker",
    "min_confidence",
    "resume",
    "help",
    "version",
];

/// The command line, read. The first page of help fits a screen; that of each command is whole.
pub fn parse() -> Cli {
    let matches = command().get_matches();
    Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// The command, its rarer options left out of the first page of help.
fn command() -> clap::Command {
    Cli::command().mut_args(|arg| {
        let rare = !FIRST.contains(&arg.get_id().as_str());
        arg.hide(rare)
    })
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Quotes with their speakers (what `inquit FILE` does)
    Extract(ExtractArgs),
    /// A table of speakers: quotes, words, share
    Speakers(SpeakersArgs),
    /// One self-contained HTML page
    Report(ReportArgs),
    /// Sentences, as JSON Lines or a line each
    Sentences(StageArgs),
    /// Narration and speech in turn, as JSON Lines or a line each
    Segments(StageArgs),
    /// Why a quote got its speaker: the candidates and their scores
    Explain(ExplainArgs),
    /// The score on annotated articles: brat standoff and texts
    Evaluate(EvaluateArgs),
    /// Shell completions
    Completions {
        /// The shell to write them for
        shell: clap_complete::Shell,
    },
    /// The manual page
    Man,
}

/// What to read.
#[derive(Args, Clone, Debug)]
pub struct Input {
    /// Files, folders or `-` for standard input; standard input if there is none
    #[arg(value_name = "FILE")]
    pub paths: Vec<PathBuf>,
    /// Read the paths listed in a file, one a line (`-`: standard input)
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,
    /// In folders, read the files that match this pattern [default: *.txt and *.md]
    #[arg(long, value_name = "PATTERN")]
    pub glob: Option<String>,
    /// In JSON Lines, CSV and Parquet, the field that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub text_field: String,
    /// In JSON Lines, CSV and Parquet, the field that names the article [default: file and line]
    #[arg(long, value_name = "NAME")]
    pub id_field: Option<String>,
    /// Pass the other fields of such records on, under `fields`
    #[arg(long)]
    pub keep: bool,
}

/// How to read it.
#[derive(Args, Clone, Debug)]
pub struct Reading {
    /// Report what is said without quotation marks, too
    #[arg(long)]
    pub indirect: bool,
    /// Leave out quotes that are less sure than this, from 0 to 1
    #[arg(long, value_name = "X", default_value_t = 0.0)]
    pub min_confidence: f32,
    /// Quotes of this speaker only: any form of the name
    #[arg(long, value_name = "NAME")]
    pub speaker: Option<String>,
    /// More reporting verbs, one a line
    #[arg(long, value_name = "FILE")]
    pub verbs: Option<PathBuf>,
    /// Whom the articles speak of: a name a line, aliases behind it parted by `;`
    #[arg(long, value_name = "FILE")]
    pub cast: Option<PathBuf>,
    /// Work on so many articles at a time [default: one for each processor]
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
    /// Stop at the first record that can't be read
    #[arg(long)]
    pub strict: bool,
    /// No progress bar and no counts on standard error
    #[arg(long, short)]
    pub quiet: bool,
}

#[derive(Args, Clone, Debug)]
pub struct ExtractArgs {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub reading: Reading,
    /// How to write the quotes [default: text on a terminal, else jsonl]
    #[arg(long, short, value_enum)]
    pub format: Option<Format>,
    /// Write here rather than to standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Go on where an interrupted run into the same JSON Lines output stopped
    #[arg(long, requires = "output")]
    pub resume: bool,
    /// When to use colours
    #[arg(long, value_enum, default_value_t = When::Auto)]
    pub color: When,
    /// What stands around a quote in the text format
    #[arg(long, value_enum, default_value_t = Around::Paragraph)]
    pub context: Around,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Jsonl,
    Json,
    Csv,
    Tsv,
    Parquet,
    Tei,
    Brat,
    Text,
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Around {
    Sentence,
    Paragraph,
}

#[derive(Args, Clone, Debug)]
pub struct SpeakersArgs {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub reading: Reading,
    /// Count over all articles, or each by itself
    #[arg(long, value_enum, default_value_t = By::All)]
    pub by: By,
    /// What to sort by
    #[arg(long, value_enum, default_value_t = Sort::Quotes)]
    pub sort: Sort,
    /// A table for people, or CSV
    #[arg(long, short, value_enum, default_value_t = TableFormat::Table)]
    pub format: TableFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum By {
    All,
    Doc,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    Quotes,
    Words,
    Name,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    Table,
    Csv,
}

#[derive(Args, Clone, Debug)]
pub struct ReportArgs {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub reading: Reading,
    /// Where to write the page
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    /// The page's title
    #[arg(long, default_value = "Who said what")]
    pub title: String,
}

#[derive(Args, Clone, Debug)]
pub struct StageArgs {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub reading: Reading,
    /// JSON Lines, or a line each
    #[arg(long, short, value_enum, default_value_t = StageFormat::Text)]
    pub format: StageFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StageFormat {
    Jsonl,
    Text,
}

#[derive(Args, Clone, Debug)]
pub struct ExplainArgs {
    /// The article; `-` is standard input
    #[arg(value_name = "FILE")]
    pub path: PathBuf,
    /// The quotation that holds this byte
    #[arg(long, value_name = "BYTE", conflicts_with = "quote")]
    pub at: Option<usize>,
    /// The quotation of this number, from 1
    #[arg(long, value_name = "N")]
    pub quote: Option<usize>,
}

#[derive(Args, Clone, Debug)]
pub struct EvaluateArgs {
    /// A folder of brat standoff files (`.ann`) and their texts
    #[arg(long, value_name = "DIR")]
    pub gold: PathBuf,
    /// Score these documents only: a file of names
    #[arg(long, value_name = "FILE")]
    pub only: Option<PathBuf>,
}
