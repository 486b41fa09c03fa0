//! Novels whose quotations are annotated as the Project Dialogism Novel Corpus has them (Vishnubhotla, Hammond and Hirst 2022).

use std::collections::BTreeSet;
use std::path::Path;

use inquit::Span;

/// A novel, or a stretch of one.
#[derive(Clone, Debug)]
pub struct Novel {
    pub name: String,
    /// It is no stretch.
    pub whole: bool,
    /// Somebody in it has lost their name.
    pub unnamed: bool,
    pub text: String,
    /// In text order.
    pub quotations: Vec<Quotation>,
    /// The names of each character, in small letters.
    pub cast: Vec<BTreeSet<String>>,
    /// The same as the novel writes them, and whether the character is a woman.
    pub written: Vec<(Vec<String>, bool)>,
}

/// An annotated quotation.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// Its first and last byte in the text.
    pub span: Span,
    /// The names of its speaker, in small letters.
    pub aliases: BTreeSet<String>,
    /// The words that tell it: `said Mr. Lund`.
    pub expression: Option<String>,
}

/// A chapter is at least this long, in bytes.
const CHAPTER: usize = 24_000;

/// The novels of a folder but for some, by name, cut into stretches short enough to be read as articles.
pub fn read_chapters(folder: &Path, skip: &[String]) -> Result<Vec<Novel>, String> {
    let novels = read_folder(folder)?.into_iter().filter(|novel| !skip.contains(&novel.name));
    Ok(novels.flat_map(|novel| novel.cut(CHAPTER)).collect())
}

/// The novels of a folder.
pub fn read_folder(folder: &Path) -> Result<Vec<Novel>, String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.join("quotation_info.csv").exists())
        .collect();
    names.sort();
    names.iter().map(|novel| read_novel(novel)).collect()
}

fn read_novel(folder: &Path) -> Result<Novel, String> {
    let path = folder.join("novel_text.txt");
    let text = std::fs::read_to_string(&path)
        .map_err(|error| format!("{}: {error}", path.display()))?
        .replace("\r\n", "\n");
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut cast: Vec<(String, BTreeSet<String>)> = Vec::new();
    let mut written = Vec::new();
    for row in rows(&folder.join("character_info.csv"))? {
        let names: Vec<String> = strings(&row[2]).into_iter().chain([row[1].clone()]).collect();
        cast.push((row[1].clone(), names.iter().map(|name| name.to_lowercase()).collect()));
        written.push((names, row[3] == "F"));
    }
    let mut quotations: Vec<Quotation> = Vec::new();
    for row in rows(&folder.join("quotation_info.csv"))? {
        let numbers: Vec<usize> = row[3]
            .split(|ch: char| !ch.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let (Some(&first), Some(&last)) = (numbers.iter().min(), numbers.iter().max()) else {
            continue;
        };
        let (Some(&start), Some(&end)) = (offsets.get(first), offsets.get(last)) else { continue };
        let aliases = cast.iter().find(|(name, _)| *name == row[4]).map(|(_, names)| names.clone());
        quotations.push(Quotation {
            span: Span::new(start, end),
            aliases: aliases.unwrap_or_else(|| BTreeSet::from([row[4].to_lowercase()])),
            expression: Some(row[7].clone()).filter(|words| !words.is_empty() && words != "nan"),
        });
    }
    quotations.sort_by_key(|quotation| quotation.span);
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Novel {
        name,
        whole: true,
        unnamed: false,
        text,
        quotations,
        cast: cast.into_iter().map(|(_, names)| names).collect(),
        written,
    })
}

impl Novel {
    /// Cut into stretches of at least so many bytes, between paragraphs.
    pub fn cut(&self, length: usize) -> Vec<Novel> {
        let (name, cast, text) = (&self.name, &self.cast, &self.text);
        let mut stretches = Vec::new();
        let mut start = 0;
        while start < text.len() {
            let mut floor = (start + length).min(text.len());
            while !text.is_char_boundary(floor) {
                floor += 1;
            }
            let end = text[floor..].find("\n\n").map_or(text.len(), |at| floor + at + 2);
            let within = self.quotations.iter();
            let within = within.filter(|held| start <= held.span.start && held.span.end <= end);
            let quotations = within.map(|held| {
                let span = Span::new(held.span.start - start, held.span.end - start);
                Quotation { span, ..held.clone() }
            });
            stretches.push(Novel {
                name: name.clone(),
                whole: false,
                unnamed: false,
                text: text[start..end].to_owned(),
                quotations: quotations.collect(),
                cast: cast.clone(),
                written: self.written.clone(),
            });
            start = end;
        }
        stretches
    }
}

fn rows(path: &Path) -> Result<Vec<Vec<String>>, String> {
    let fail = |error: csv::Error| format!("{}: {error}", path.display());
    let mut reader = csv::Reader::from_path(path).map_err(fail)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        rows.push(record.map_err(fail)?.iter().map(str::to_owned).collect());
    }
    Ok(rows)
}

/// The strings of a set or list as Python writes them: `{'Emma', "O'Hara"}`.
fn strings(literal: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = literal;
    while let Some(at) = rest.find(['\'', '"']) {
        let mark = &rest[at..=at];
        let Some(length) = rest[at + 1..].find(mark) else { break };
        found.push(rest[at + 1..at + 1 + length].to_owned());
        rest = &rest[at + length + 2..];
    }
    found
}
