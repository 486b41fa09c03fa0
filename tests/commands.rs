//! Every command line of `inquit` that the README and the help show is run, in a folder like the reader's; where they show what it
//! answers, it answers that.

use std::path::Path;
use std::process::{Command, Output, Stdio};

#[allow(dead_code)] // parts of it serve other tests
mod support;
use support::{stderr, stdout, Folder};

/// A command line, and the lines shown under it.
struct Shown {
    line: String,
    answer: Vec<String>,
}

/// What follows `$ inquit` in the README's blocks of a console.
fn of_readme(readme: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut inside = false;
    let mut ours = false;
    for line in readme.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
            ours = false;
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            ours = command.starts_with("inquit ");
            if ours {
                all.push(Shown { line: command.to_owned(), answer: Vec::new() });
            }
        } else if ours && inside {
            all.last_mut().expect("a command stands above").answer.push(line.to_owned());
        }
    }
    all
}

/// The examples of the help: each is parted from what it does by several spaces.
fn of_help(help: &str) -> Vec<Shown> {
    let examples = help.lines().skip_while(|line| *line != "Examples:").skip(1);
    let lines = examples.take_while(|line| !line.is_empty());
    let commands = lines.map(|line| line.trim().split("   ").next().unwrap_or_default().to_owned());
    commands.map(|line| Shown { line, answer: Vec::new() }).collect()
}

/// A folder with the example articles, under the names that the README and the help give them.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    for below in ["examples/articles", "corpus"] {
        std::fs::create_dir_all(folder.0.join(below)).expect("a folder for the articles");
        for entry in std::fs::read_dir(&articles).expect("example articles") {
            let file = entry.expect("an article").path();
            let name = file.file_name().expect("it has a name");
            std::fs::copy(&file, folder.0.join(below).join(name)).expect("it can be copied");
        }
    }
    std::fs::copy(articles.join("ferry.txt"), folder.0.join("article.txt")).expect("an article");
    folder
}

/// Runs a command line without a shell: the words, and a file for the output where one is named.
fn run(line: &str, folder: &Folder) -> Output {
    let (line, file) = match line.split_once(" > ") {
        Some((line, file)) => (line, Some(file)),
        None => (line, None),
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_inquit"));
    command.args(line.split_whitespace().skip(1)).current_dir(&folder.0).stdin(Stdio::null());
    if let Some(file) = file {
        command.stdout(std::fs::File::create(folder.0.join(file)).expect("a file for the output"));
    }
    command.output().expect("the command starts")
}

fn check(all: &[Shown], folder: &Folder) {
    for Shown { line, answer } in all {
        let output = run(line, folder);
        assert!(output.status.success(), "{line}: {}", stderr(&output));
        assert_eq!(stderr(&output), "", "{line}");
        let file = line.split_once(" > ").map(|(_, file)| file);
        let file =
            file.or_else(|| line.split_once("-o ").and_then(|(_, rest)| rest.split(' ').next()));
        match file {
            Some(file) => {
                let written = std::fs::metadata(folder.0.join(file)).expect("its output");
                assert!(written.len() > 0, "{line} wrote nothing");
            }
            None => assert!(!output.stdout.is_empty(), "{line} says nothing"),
        }
        if !answer.is_empty() {
            let lines: Vec<&str> = stdout(&output).lines().collect();
            assert_eq!(lines, *answer, "{line}");
        }
    }
}

#[test]
fn the_readme_shows_what_the_command_does() {
    let readme = include_str!("../README.md");
    let all = of_readme(readme);
    assert!(all.len() >= 5, "the README shows {} commands", all.len());
    assert!(all.iter().any(|shown| !shown.answer.is_empty()));
    check(&all, &folder("readme"));
}

#[test]
fn the_help_shows_what_the_command_does() {
    let folder = folder("help");
    let help = run("inquit --help", &folder);
    let all = of_help(stdout(&help));
    assert!(all.len() >= 4, "the help shows {} commands", all.len());
    check(&all, &folder);
    assert!(stdout(&help).lines().count() <= 40, "the help does not fit a screen");
}
