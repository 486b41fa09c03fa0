//! The command as a user meets it: its answers in every format, what it says is wrong, how it ends, how it goes on.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

mod support;
use support::{stderr, stdout, Folder};

const FERRY: &str = "examples/articles/ferry.txt";

fn inquit() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_inquit"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Output {
    inquit().args(args).output().expect("the command starts")
}

fn good(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", stderr(&output));
    assert_eq!(stderr(&output), "", "{args:?}");
    stdout(&output).to_owned()
}

fn records(lines: &str) -> Vec<serde_json::Value> {
    lines.lines().map(|line| serde_json::from_str(line).expect("a line is an object")).collect()
}

fn path(path: &Path) -> &str {
    path.to_str().expect("the folder's name is UTF-8")
}

#[test]
fn a_pipe_gets_json_lines() {
    let quotes = records(&good(&[FERRY]));
    assert_eq!(quotes.len(), 11);
    assert_eq!(quotes[0]["speaker"]["name"], "Karin Holt");
    assert_eq!(records(&good(&["extract", FERRY])), quotes);
    let whole: Vec<serde_json::Value> =
        serde_json::from_str(&good(&["--format", "json", FERRY])).expect("one array");
    assert_eq!(whole, quotes);
}

#[test]
fn a_speaker_is_found_by_any_form_of_the_name() {
    for name in ["Holt", "Karin Holt"] {
        let quotes = records(&good(&["--speaker", name, FERRY]));
        assert_eq!(quotes.len(), 4, "{name}");
        assert!(quotes.iter().all(|quote| quote["speaker"]["name"] == "Karin Holt"));
    }
    assert_eq!(good(&["--speaker", "Nobody Known", FERRY]), "");
}

#[test]
fn csv_is_read_back_with_its_commas_and_accents() {
    let folder = Folder::new("cli-csv");
    let line = r#"{"text": "“Zoë, my aunt, is here,” said Ida Lund.", "id": "a, \"b\""}"#;
    let article = folder.write("a.jsonl", line.as_bytes());
    let table = good(&["--format", "csv", "--id-field", "id", path(&article)]);
    let table = table.strip_prefix('\u{feff}').expect("a mark of UTF-8, for spreadsheets");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 1);
    let value = |name: &str| {
        let at = header.iter().position(|held| held == name).expect("the column is there");
        &rows[0][at]
    };
    assert_eq!(value("doc"), "a, \"b\"");
    assert_eq!(value("speaker"), "Ida Lund");
    assert_eq!(value("text"), "Zoë, my aunt, is here,");
    assert!(good(&["--format", "tsv", FERRY]).lines().all(|line| line.split('\t').count() == 15));
}

#[test]
fn parquet_is_written_and_read() {
    let folder = Folder::new("cli-parquet");
    let file = folder.0.join("quotes.parquet");
    good(&["--format", "parquet", "--output", path(&file), FERRY]);
    let bytes = std::fs::read(&file).expect("the file is there");
    assert_eq!((&bytes[..4], &bytes[bytes.len() - 4..]), (&b"PAR1"[..], &b"PAR1"[..]));
    assert_eq!(run(&["--format", "parquet", FERRY]).status.code(), Some(2));

    // its rows are articles as good as others: the contexts of the quotes hold the quotes
    let again = records(&good(&["--text-field", "context", "--keep", path(&file)]));
    assert_eq!(again[0]["doc"], format!("{}:1", path(&file)));
    assert_eq!(again[0]["speaker"]["name"], "Karin Holt");
    assert_eq!(again[0]["fields"]["evidence"], "inverted-after");
    std::fs::write(&file, &bytes[..bytes.len() / 2]).expect("half of it");
    assert_eq!(run(&[path(&file)]).status.code(), Some(1));
}

#[test]
fn those_who_speak_together_are_all_in_tables() {
    let folder = Folder::new("cli-joint");
    let words = "Anna Berg and Tom Hill said the road was closed. “It is a shame,” Berg said.";
    let article = folder.write("a.txt", words.as_bytes());
    let table = good(&["--indirect", "--format", "csv", path(&article)]);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let at = reader.headers().expect("a header").iter().position(|held| held == "joint");
    let joint: Vec<String> =
        reader.records().map(|row| row.expect("a row")[at.expect("a column")].to_owned()).collect();
    assert_eq!(joint, ["Tom Hill", ""]);

    let file = folder.0.join("quotes.parquet");
    good(&["--indirect", "--format", "parquet", "--output", path(&file), path(&article)]);
    let again = records(&good(&["--indirect", "--text-field", "context", "--keep", path(&file)]));
    let joint: Vec<String> =
        again.iter().map(|record| record["fields"]["joint"].to_string()).collect();
    assert_eq!(joint, [r#"["Tom Hill"]"#, "[]"]);
}

#[test]
fn brat_spans_hold_the_words_they_name() {
    let article = std::fs::read_to_string(FERRY).expect("the sample is there");
    let characters: Vec<char> = article.chars().collect();
    let notes = good(&["--format", "brat", FERRY]);
    let labels: Vec<&str> = notes
        .lines()
        .filter_map(|line| line.strip_prefix('T'))
        .filter_map(|line| line.split('\t').nth(1))
        .collect();
    let all: std::collections::HashSet<&&str> = labels.iter().collect();
    assert_eq!(all.len(), labels.len(), "no two of a label stand at the same place");
    // the trigger of an event has the event's label
    for event in notes.lines().filter(|line| line.starts_with('E')) {
        let trigger = event.split([':', ' ']).nth(1).expect("a trigger");
        assert!(notes.contains(&format!("{trigger}\tAttribution ")), "{event}");
    }
    let mut spans = 0;
    for line in notes.lines().filter(|line| line.starts_with('T')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let place: Vec<&str> = fields[1].split(' ').collect();
        let (start, end): (usize, usize) = (place[1].parse().unwrap(), place[2].parse().unwrap());
        assert_eq!(characters[start..end].iter().collect::<String>(), fields[2]);
        spans += 1;
    }
    assert!(spans > 20);
}

#[test]
fn hostile_words_stay_words() {
    let folder = Folder::new("cli-hostile");
    let words = "<script>alert(1)</script>\n\n\"<script>a</script> & <img src=x onerror=b>, they say,\" said Anna \
                 <b>Bell</b>, the \"></div><script>mayor.\n\n\"]]> No & no,\" said Bo Quist.";
    let article = folder.write("<script>'\"&.txt", words.as_bytes());
    let page = folder.0.join("page.html");
    good(&["report", "--output", path(&page), path(&article)]);
    let page = std::fs::read_to_string(&page).expect("a page");
    assert_eq!(page.matches("<script>").count(), 1, "the page's own script alone");
    assert!(!page.contains("<img") && page.contains("&lt;img"));
    let corpus = good(&["--format", "tei", path(&article)]);
    assert!(!corpus.contains("<script") && !corpus.contains("<img") && !corpus.contains("]]>"));
}

#[test]
fn speakers_are_counted() {
    let table = good(&["speakers", FERRY]);
    let holt = table.lines().find(|line| line.starts_with("Karin Holt")).expect("she speaks");
    assert!(holt.ends_with("4     28  42.4%"), "{holt}");
}

#[test]
fn a_speech_explains_its_exchange() {
    let why = good(&["explain", "--quote", "9", "tests/articles/fiction_dialogue.txt"]);
    let (_, exchange) = why.split_once("weighed again with the whole exchange").expect("a tale");
    let chosen = exchange.lines().find(|line| line.starts_with("->")).expect("a choice");
    assert!(chosen.ends_with("Abel Finch"), "{why}");
    assert!(exchange.contains("the girl"), "{why}");
    assert!(!good(&["explain", "--quote", "1", FERRY]).contains("weighed again"));
}

#[test]
fn a_quote_explains_itself() {
    let why = good(&["explain", "--quote", "1", FERRY]);
    assert!(why.contains("We are asking for the same rest"), "{why}");
    let best = why.lines().find(|line| line.starts_with("->")).expect("an answer");
    assert!(best.contains("Karin Holt") && best.contains("inverted-after"), "{best}");
    assert_eq!(run(&["explain", "--quote", "99", FERRY]).status.code(), Some(1));
}

#[test]
fn sentences_and_segments_are_whole() {
    let article = std::fs::read_to_string(FERRY).expect("the sample is there");
    assert!(good(&["sentences", FERRY])
        .lines()
        .all(|line| { line.split_whitespace().all(|word| article.contains(word)) }));
    assert!(good(&["segments", FERRY]).contains("Karin Holt: Nobody wants a tired captain."));
}

#[test]
fn help_pages_and_completions_come_out() {
    assert!(good(&["--help"]).contains("inquit report -o out.html"));
    assert!(good(&["man"]).contains(".TH inquit 1"));
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(good(&["completions", shell]).contains("inquit"));
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_read() {
    let folder = Folder::new("cli-bad");
    let bad = folder.write("bad.txt", b"ab\xff said");
    let output = run(&[path(&bad), "no-such-file.txt", FERRY]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(records(stdout(&output)).len(), 11);
    let said = stderr(&output);
    assert!(said.contains("bad.txt: not UTF-8 at byte 2"), "{said}");
    assert!(said.contains("no-such-file.txt: "), "{said}");
    assert!(said.contains("1 read, 2 skipped"), "{said}");

    let empty = folder.write("empty.txt", b"");
    assert_eq!(good(&[path(&empty)]), "");
}

#[test]
fn a_wrong_option_is_told_the_right_one() {
    let output = run(&["--min-confidense", "0.5", FERRY]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--min-confidence"));
    assert_eq!(run(&["--min-confidence", "5", FERRY]).status.code(), Some(2));
    assert_eq!(run(&["--format", "docx", FERRY]).status.code(), Some(2));
}

#[test]
fn a_closed_pipe_is_silent() {
    let mut child = inquit()
        .args(["tests/articles", "examples/articles", "tests/articles"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(stderr(&output), "");
    assert!(output.status.success());
}

#[test]
fn its_own_standoff_scores_as_wholly_right() {
    let folder = Folder::new("cli-gold");
    let article = std::fs::read(FERRY).expect("the sample is there");
    folder.write("ferry.txt", &article);
    folder.write("ferry.ann", good(&["--format", "brat", FERRY]).as_bytes());
    let table = good(&["evaluate", "--gold", path(&folder.0)]);
    let all = table.lines().find(|line| line.starts_with("all quoted segments")).expect("a row");
    assert_eq!(
        all.split_whitespace().skip(3).collect::<Vec<_>>(),
        ["100.0", "100.0", "100.0", "11", "11", "11"]
    );
    assert_eq!(run(&["evaluate", "--gold", "no-such-folder"]).status.code(), Some(1));
}

/// `count` articles, one a line, each a hundredth or so of them broken.
fn corpus(count: usize, broken: usize) -> String {
    let mut lines = String::new();
    for i in 0..count {
        if i % (count / broken) == 3 {
            lines.push_str("{\"text\": \"half a rec\n");
        } else {
            lines.push_str(&format!("{{\"text\": \"\\\"Number {i},\\\" said Ida Lund.\", \"id\": \"n{i}\", \"page\": {i}}}\n"));
        }
    }
    lines
}

#[test]
fn broken_records_lose_none_of_the_good() {
    let folder = Folder::new("cli-broken");
    let file = folder.write("all.jsonl", corpus(100_000, 100).as_bytes());
    let output = run(&["--id-field", "id", "--keep", "--quiet", path(&file)]);
    assert_eq!(output.status.code(), Some(1));
    let quotes = records(stdout(&output));
    assert_eq!(quotes.len(), 100_000 - 100);
    assert_eq!(quotes[0]["doc"], "n0");
    assert_eq!(
        quotes[99_000]["fields"]["page"].as_u64().map(|page| format!("n{page}")),
        quotes[99_000]["doc"].as_str().map(str::to_owned)
    );
    let numbers: Vec<u64> =
        quotes.iter().map(|quote| quote["fields"]["page"].as_u64().unwrap()).collect();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "output is in input order");
    assert!(stderr(&output).contains("all.jsonl:4: "));

    let strict = run(&["--strict", path(&file)]);
    assert_eq!(strict.status.code(), Some(1));
    assert_eq!(records(stdout(&strict)).len(), 3);
}

#[test]
fn standard_input_is_an_article() {
    let mut child =
        inquit().stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the command starts");
    child.stdin.take().unwrap().write_all("“No,” said Tom Reyes.\r\n".as_bytes()).unwrap();
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(records(stdout(&output))[0]["speaker"]["name"], "Tom Reyes");
}

#[test]
fn a_killed_run_goes_on_where_it_stopped() {
    let folder = Folder::new("cli-resume");
    let file =
        folder.write("all.jsonl", corpus(40_000, 1).replace("half a rec", "half\"}").as_bytes());
    let whole = folder.0.join("whole.jsonl");
    run(&["--output", path(&whole), path(&file)]);
    let expected = std::fs::read_to_string(&whole).expect("a whole run");
    assert!(expected.lines().count() > 39_000);
    let out = folder.0.join("parts.jsonl");
    let args = ["--resume", "--output", path(&out), path(&file)];
    for i in 0..20 {
        let mut child =
            inquit().args(args).stderr(Stdio::null()).spawn().expect("the command starts");
        std::thread::sleep(std::time::Duration::from_millis(3 + i * 7 % 40));
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
    }
    assert_eq!(run(&args).status.code(), Some(0));
    let resumed = std::fs::read_to_string(&out).expect("a resumed run");
    assert!(resumed == expected, "{} and {} bytes", resumed.len(), expected.len());
}

/// The greatest memory that a process has held so far, in kB, as Linux tells it.
#[cfg(target_os = "linux")]
fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// Slow without optimisation: `cargo test --release --features cli --test cli -- --ignored`.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "reads 50 MB"]
fn memory_stays_the_same_however_large_the_corpus() {
    let folder = Folder::new("cli-memory");
    let article = std::fs::read_to_string(FERRY).expect("the sample article");
    let line = serde_json::json!({ "text": article }).to_string() + "\n";
    let file = folder.write("all.jsonl", line.repeat((50 << 20) / line.len() + 1).as_bytes());
    let out = folder.0.join("out.jsonl");
    let args = ["--quiet", "--threads", "2", "--output", path(&out), path(&file)];
    let mut child = inquit().args(args).spawn().expect("the command starts");
    let mut highest = 0;
    while child.try_wait().expect("it can be asked").is_none() {
        highest = highest.max(peak(child.id()).unwrap_or_default());
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(child.wait().expect("it ends").success());
    println!("{} MB for 50 MB of records", highest >> 10);
    assert!(highest > 0 && highest < 150 << 10, "{highest} kB");
}
