//! The example programs as a user meets them: what they print, what they say is wrong, how they end.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

mod support;
use support::{stderr, stdout, Folder};

/// An example program, built by the test run itself.
fn program(name: &str) -> Command {
    let mut folder = std::env::current_exe().expect("a test runs from a file");
    folder.pop();
    folder.pop();
    let mut path = folder.join("examples").join(name);
    path.set_extension(std::env::consts::EXE_EXTENSION);
    assert!(path.exists(), "{} is not built; cargo test builds it", path.display());
    Command::new(path)
}

fn run(name: &str, args: &[&Path]) -> Output {
    program(name).args(args).stdin(Stdio::null()).output().expect("the program starts")
}

const ARTICLE: &str = "“Zoë is late,” said Ida Lund, the pilot. The “new” pier.";

#[test]
fn extract_prints_json_lines() {
    let folder = Folder::new("jsonl");
    let path = folder.write("a.txt", ARTICLE.as_bytes());
    let output = run("extract", &[&path]);
    assert!(output.status.success());
    let lines: Vec<serde_json::Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is an object"))
        .collect();
    assert_eq!(lines.len(), 2);
    let first = &lines[0];
    assert_eq!(first["doc"], path.to_str().unwrap());
    assert_eq!(first["text"], "Zoë is late,");
    assert_eq!((&first["start"], &first["end"]), (&3.into(), &16.into()));
    assert_eq!(first["parts"], serde_json::json!([[3, 16]]));
    assert_eq!(first["speaker"]["name"], "Ida Lund");
    assert_eq!(first["speaker"]["role"], "pilot");
    assert_eq!(first["cue"]["text"], "said");
    assert_eq!(first["context"]["start"], 0);
    assert!(lines[1]["speaker"].is_null());
}

#[test]
fn extract_reads_folders_in_order_and_standard_input() {
    let folder = Folder::new("folder");
    folder.write("b.txt", ARTICLE.as_bytes());
    folder.write("a.txt", "“No,” said Tom Reyes.".as_bytes());
    folder.write("c.md", ARTICLE.as_bytes());
    let output = run("extract", &[&folder.0]);
    let docs: Vec<String> = stdout(&output)
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["doc"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(docs.len(), 3);
    assert!(docs[0].ends_with("a.txt") && docs[1].ends_with("b.txt"));

    let mut child = program("extract")
        .args(["--format", "text"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().unwrap().write_all(ARTICLE.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(stdout(&output)
        .starts_with("-:3..16: Ida Lund (pilot): Zoë is late, [direct, inverted-after, "));
}

#[test]
fn a_bad_file_is_skipped_reported_and_counted() {
    let folder = Folder::new("bad");
    let good = folder.write("good.txt", ARTICLE.as_bytes());
    let latin = folder.write("latin.txt", b"caf\xe9");
    let empty = folder.write("empty.txt", b"");
    let missing = folder.0.join("missing.txt");
    let output = run("extract", &[&latin, &good, &empty, &missing]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output).lines().count(), 2);
    let said = stderr(&output);
    assert!(said.contains("latin.txt: not UTF-8 at byte 3"), "{said}");
    assert!(said.contains("missing.txt: "), "{said}");
    assert!(said.contains("2 documents skipped"), "{said}");
}

#[test]
fn wrong_usage_is_explained() {
    for (args, says) in [
        (&["--format", "xml"][..], "`xml` is neither `jsonl` nor `text`"),
        (&["--fromat"][..], "--fromat"),
        (&["--format"][..], "--format"),
    ] {
        let output = program("extract").args(args).stdin(Stdio::null()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(
            stderr(&output).contains(says) && stderr(&output).contains("usage: extract"),
            "{args:?}"
        );
        assert!(output.stdout.is_empty());
    }
    for name in ["extract", "sentences", "spans"] {
        let output = program(name).arg("--help").output().unwrap();
        assert!(output.status.success() && stdout(&output).starts_with(&format!("usage: {name}")));
    }
}

#[test]
fn a_closed_pipe_ends_in_silence() {
    let folder = Folder::new("pipe");
    let path = folder.write("a.txt", ARTICLE.repeat(20_000).as_bytes());
    let mut child = program("extract")
        .arg(&path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(stderr(&output), "");
    assert!(output.status.success());
}

#[test]
fn help_nobody_reads_is_no_panic() {
    // a pipe whose reader is gone
    let mut reader = program("extract").arg("-").stdin(Stdio::piped()).spawn().expect("it starts");
    let writer = reader.stdin.take().expect("its input");
    reader.kill().expect("it ends");
    reader.wait().expect("it has ended");
    let output = program("extract").arg("--help").stdout(writer).output().expect("it runs");
    assert_eq!(stderr(&output), "");
    assert!(output.status.success());
}

#[test]
fn sentences_and_spans_print_a_line_a_document() {
    let folder = Folder::new("lines");
    let path = folder.write("a.txt", "‘It’s late,’ she said. ‘Go “now”.’".as_bytes());
    let json = |output: &Output| {
        serde_json::from_str::<serde_json::Value>(stdout(output)).expect("one object")
    };
    let sentences = json(&run("sentences", &[&path]));
    assert_eq!(sentences["sentences"], serde_json::json!([[0, 28], [29, 48]]));
    let spans = json(&run("spans", &[Path::new("--single"), &path]));
    assert_eq!(
        spans["spans"][0],
        serde_json::json!({"start": 0, "end": 18, "depth": 0, "closed": true})
    );
    assert_eq!(spans["spans"][2]["depth"], 1);
}

#[test]
fn quickstart_says_who_said_what() {
    let output = run("quickstart", &[]);
    let shown = stdout(&output);
    assert!(
        shown.contains("Karin Holt (general secretary of the Deck Officers' Union)"),
        "{shown}"
    );
    assert!(shown.contains("nobody, by unattributed:\n    floating hotel"), "{shown}");
}

#[test]
fn the_readme_begins_with_what_quickstart_prints() {
    let readme = include_str!("../README.md");
    let (_, rest) =
        readme.split_once("--example quickstart\n").expect("the README's first command");
    let (shown, _) = rest.split_once("```").expect("its block ends");
    assert_eq!(stdout(&run("quickstart", &[])), shown);
}

#[test]
fn the_readme_shows_what_extract_prints() {
    let readme = include_str!("../README.md");
    let (_, rest) = readme.split_once("--example extract -- ").expect("the README's command");
    let (shown, _) = rest.split_once("```").expect("its block ends");
    let (arguments, lines) = shown.split_once('\n').expect("a command line");
    let printed = run("extract", &arguments.split(' ').map(Path::new).collect::<Vec<_>>());
    let printed = stdout(&printed);
    for line in lines.lines().filter(|line| *line != "…") {
        assert!(
            printed.lines().any(|held| held == line),
            "it does not print\n{line}\nbut\n{printed}"
        );
    }
}
