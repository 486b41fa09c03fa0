//! The articles that the command line names: files, folders, standard input, and the records of JSON Lines, CSV and Parquet
//! files, packed or not.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use globset::{Glob, GlobSet, GlobSetBuilder};
use serde_json::{Map, Value};

use crate::args::Input;
use crate::failure::{Failure, Result};
use crate::rows;

/// One article.
#[derive(Debug)]
pub struct Document {
    pub id: String,
    pub text: String,
    /// Its place among the articles that can be read, from 1; filled in as they are read.
    pub number: u64,
    /// The other fields of its record, if they are kept.
    pub fields: Option<Map<String, Value>>,
}

/// An article, or what is wrong with it and where.
pub type Item = std::result::Result<Document, String>;

/// The articles, one after the other; nothing is read before it is asked for.
pub fn documents(input: &Input) -> Result<Box<dyn Iterator<Item = Item> + Send>> {
    let paths = paths(input)?;
    let patterns = patterns(input.glob.as_deref())?;
    let input = input.clone();
    let files = paths.into_iter().flat_map(move |path| files(&path, patterns.clone()));
    Ok(Box::new(files.flat_map(move |file| match file {
        Ok(path) => records(&path, &input),
        Err(message) => Box::new(std::iter::once(Err(message))),
    })))
}

/// The files and folders that the command line names, or a list does.
fn paths(input: &Input) -> Result<Vec<PathBuf>> {
    let mut paths = input.paths.clone();
    if let Some(list) = &input.files_from {
        let listed = read_text(list).map_err(Failure::Work)?;
        paths.extend(listed.lines().filter(|line| !line.trim().is_empty()).map(PathBuf::from));
    } else if paths.is_empty() {
        paths.push("-".into());
    }
    Ok(paths)
}

fn patterns(glob: Option<&str>) -> Result<GlobSet> {
    let mut set = GlobSetBuilder::new();
    let given = glob.map_or(vec!["*.txt", "*.md"], |glob| vec![glob]);
    for pattern in given {
        set.add(Glob::new(pattern).map_err(|error| Failure::usage(format!("--glob: {error}")))?);
    }
    set.build().map_err(|error| Failure::usage(format!("--glob: {error}")))
}

/// The files that a path names: itself, or what matches in a folder, by name.
fn files(
    path: &Path,
    patterns: GlobSet,
) -> Box<dyn Iterator<Item = std::result::Result<PathBuf, String>> + Send> {
    if !path.is_dir() {
        return Box::new(std::iter::once(Ok(path.to_owned())));
    }
    let root = path.to_owned();
    let walk = walkdir::WalkDir::new(path).follow_links(true).sort_by_file_name();
    Box::new(walk.into_iter().filter_map(move |entry| match entry {
        Ok(entry) => {
            let inner = entry.path().strip_prefix(&root).unwrap_or(entry.path());
            let named = patterns.is_match(inner) || patterns.is_match(entry.file_name());
            (entry.file_type().is_file() && named).then(|| Ok(entry.into_path()))
        }
        Err(error) => Some(Err(error.to_string())),
    }))
}

/// What the name of a file tells of its records, the endings of packers left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Text,
    JsonLines,
    Csv,
    Parquet,
}

fn shape(path: &Path) -> Shape {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let name = name.trim_end_matches(".gz").trim_end_matches(".zst");
    match Path::new(name).extension().and_then(OsStr::to_str) {
        Some("jsonl" | "ndjson" | "jsonlines") => Shape::JsonLines,
        Some("csv") => Shape::Csv,
        Some("parquet") => Shape::Parquet,
        _ => Shape::Text,
    }
}

/// How many bytes of files have been read, for the progress bar: packed ones as they lie on the disk.
pub static READ: AtomicU64 = AtomicU64::new(0);

/// A file that tells how much of it has been read.
struct Metered(File);

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(buffer)?;
        READ.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// How many bytes the files have that the command line names, if it names no standard input.
pub fn size(input: &Input) -> Option<u64> {
    let patterns = patterns(input.glob.as_deref()).ok()?;
    let named = paths(input).ok()?;
    if named.iter().any(|path| path.as_os_str() == "-") {
        return None;
    }
    let all = named.iter().flat_map(|path| files(path, patterns.clone()));
    Some(all.filter_map(|path| std::fs::metadata(path.ok()?).ok()).map(|file| file.len()).sum())
}

/// Opens a file, `-` as standard input, and unpacks what is packed by gzip or zstd.
fn open(path: &Path) -> io::Result<Box<dyn BufRead + Send>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let mut file = BufReader::with_capacity(1 << 16, Metered(File::open(path)?));
    let head = file.fill_buf()?;
    if head.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(BufReader::new(flate2::bufread::MultiGzDecoder::new(file))));
    }
    if head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        return Ok(Box::new(BufReader::new(zstd::Decoder::with_buffer(file)?)));
    }
    Ok(Box::new(file))
}

/// A whole text, or what is wrong with it.
pub fn read_text(path: &Path) -> std::result::Result<String, String> {
    let mut bytes = Vec::new();
    let read = open(path).and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(|error| format!("{}: {error}", path.display()))?;
    utf8(bytes).map_err(|at| format!("{}: not UTF-8 at byte {at}", path.display()))
}

fn utf8(bytes: Vec<u8>) -> std::result::Result<String, usize> {
    String::from_utf8(bytes).map_err(|error| error.utf8_error().valid_up_to())
}

fn records(path: &Path, input: &Input) -> Box<dyn Iterator<Item = Item> + Send> {
    let name = path.display().to_string();
    let wrong = |message: String| -> Box<dyn Iterator<Item = Item> + Send> {
        Box::new(std::iter::once(Err(message)))
    };
    match shape(path) {
        Shape::Text => {
            let text = read_text(path);
            Box::new(std::iter::once(text.map(|text| Document {
                id: name,
                text,
                number: 0,
                fields: None,
            })))
        }
        Shape::JsonLines => match open(path) {
            Ok(file) => Box::new(json_lines(name, file, input.clone())),
            Err(error) => wrong(format!("{name}: {error}")),
        },
        Shape::Csv => match open(path) {
            Ok(file) => Box::new(csv_records(name, file, input.clone())),
            Err(error) => wrong(format!("{name}: {error}")),
        },
        Shape::Parquet => match rows::open(path) {
            Ok(reader) => Box::new(rows::records(name, reader, input.clone())),
            Err(message) => wrong(format!("{name}: {message}")),
        },
    }
}

fn json_lines(
    name: String,
    mut file: Box<dyn BufRead + Send>,
    input: Input,
) -> impl Iterator<Item = Item> + Send {
    let mut number = 0;
    let mut ended = false;
    std::iter::from_fn(move || loop {
        if ended {
            return None;
        }
        let mut line = Vec::new();
        number += 1;
        match file.read_until(b'\n', &mut line) {
            Ok(0) => return None,
            Ok(_) if line.iter().all(u8::is_ascii_whitespace) => continue,
            Ok(_) => {
                return Some(
                    json_record(&line, &input)
                        .map(|mut document| {
                            if document.id.is_empty() {
                                document.id = format!("{name}:{number}");
                            }
                            document
                        })
                        .map_err(|message| format!("{name}:{number}: {message}")),
                )
            }
            Err(error) => {
                ended = true;
                return Some(Err(format!("{name}:{number}: {error}")));
            }
        }
    })
}

fn json_record(line: &[u8], input: &Input) -> Item {
    let value: Value =
        serde_json::from_slice(line).map_err(|error| format!("not JSON: {error}"))?;
    let Value::Object(mut fields) = value else { return Err("not a JSON object".to_owned()) };
    document(&mut fields, input)
}

/// The document of a record; its id is empty if no field names it.
pub fn document(fields: &mut Map<String, Value>, input: &Input) -> Item {
    let text = match fields.remove(&input.text_field) {
        Some(Value::String(text)) => text,
        Some(_) => return Err(format!("field `{}` is no text", input.text_field)),
        None => return Err(format!("no field `{}`", input.text_field)),
    };
    let id = match &input.id_field {
        None => String::new(),
        Some(field) => match fields.get(field) {
            Some(Value::String(id)) => id.clone(),
            Some(id) => id.to_string(),
            None => return Err(format!("no field `{field}`")),
        },
    };
    let fields = input.keep.then(|| std::mem::take(fields));
    Ok(Document { id, text, number: 0, fields })
}

fn csv_records(
    name: String,
    file: Box<dyn BufRead + Send>,
    input: Input,
) -> impl Iterator<Item = Item> + Send {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let mut ended = false;
    std::iter::from_fn(move || {
        if ended {
            return None;
        }
        let headers = match reader.headers() {
            Ok(headers) => headers.clone(),
            Err(error) => {
                ended = true;
                return Some(Err(format!("{name}: {error}")));
            }
        };
        let mut record = csv::StringRecord::new();
        match reader.read_record(&mut record) {
            Ok(false) => None,
            Ok(true) => {
                let line = record.position().map_or(0, csv::Position::line);
                let mut fields: Map<String, Value> = headers
                    .iter()
                    .zip(record.iter())
                    .map(|(header, value)| (header.to_owned(), Value::from(value)))
                    .collect();
                let found = document(&mut fields, &input).map(|mut document| {
                    if document.id.is_empty() {
                        document.id = format!("{name}:{line}");
                    }
                    document
                });
                Some(found.map_err(|message| format!("{name}:{line}: {message}")))
            }
            Err(error) => {
                ended = !matches!(
                    error.kind(),
                    csv::ErrorKind::Utf8 { .. } | csv::ErrorKind::UnequalLengths { .. }
                );
                Some(Err(format!("{name}: {error}")))
            }
        }
    })
}
