//! The table of speakers.

use std::collections::HashMap;
use std::io::Write;

use crate::args::{By, Sort, SpeakersArgs, TableFormat};
use crate::failure::Result;
use crate::run::{each, is_wanted, output, Summary};

/// What one speaker said.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    pub doc: String,
    pub name: String,
    pub role: String,
    pub quotes: usize,
    pub words: usize,
}

pub fn run(args: &SpeakersArgs) -> Result<Summary> {
    let by_doc = args.by == By::Doc;
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: HashMap<(String, String), usize> = HashMap::new();
    let summary = each(
        &args.input,
        &args.reading,
        0,
        |extractor, document| {
            let quotes = extractor
                .quotes(&document.text)
                .filter(|quote| is_wanted(quote, args.reading.speaker.as_deref()));
            let said: Vec<Entry> = quotes
                .filter_map(|quote| {
                    let speaker = quote.speaker?;
                    let doc = if by_doc { document.id.clone() } else { String::new() };
                    let role = speaker.role.map_or(String::new(), |role| role.to_string());
                    let words = quote.text.split_whitespace().count();
                    Some(Entry { doc, name: speaker.name.to_string(), role, quotes: 1, words })
                })
                .collect();
            said
        },
        |said| {
            for one in said {
                let place =
                    *places.entry((one.doc.clone(), one.name.clone())).or_insert_with(|| {
                        entries.push(Entry { quotes: 0, words: 0, ..one.clone() });
                        entries.len() - 1
                    });
                let held = &mut entries[place];
                held.quotes += one.quotes;
                held.words += one.words;
                if held.role.is_empty() {
                    held.role = one.role;
                }
            }
            Ok(())
        },
    )?;
    entries.sort_by(|one, other| {
        let by = match args.sort {
            Sort::Quotes => other.quotes.cmp(&one.quotes).then(other.words.cmp(&one.words)),
            Sort::Words => other.words.cmp(&one.words),
            Sort::Name => std::cmp::Ordering::Equal,
        };
        one.doc.cmp(&other.doc).then(by).then(one.name.cmp(&other.name))
    });
    let mut out = output(None)?;
    out.write_all(&shown(&entries, by_doc, args.format)?)?;
    out.flush()?;
    Ok(summary)
}

fn shown(entries: &[Entry], by_doc: bool, format: TableFormat) -> Result<Vec<u8>> {
    let mut words: HashMap<&str, usize> = HashMap::new();
    for entry in entries {
        *words.entry(&entry.doc).or_default() += entry.words;
    }
    let share = |entry: &Entry| {
        let all = words[entry.doc.as_str()].max(1);
        format!("{:.1}%", 100.0 * entry.words as f64 / all as f64)
    };
    let mut rows = vec![["doc", "speaker", "role", "quotes", "words", "share"].map(str::to_owned)];
    rows.extend(entries.iter().map(|entry| {
        [
            entry.doc.clone(),
            entry.name.clone(),
            entry.role.clone(),
            entry.quotes.to_string(),
            entry.words.to_string(),
            share(entry),
        ]
    }));
    let first = usize::from(!by_doc);
    let mut out = Vec::new();
    if format == TableFormat::Csv {
        let mut writer = csv::Writer::from_writer(&mut out);
        for row in &rows {
            writer.write_record(&row[first..]).map_err(std::io::Error::other)?;
        }
        writer.flush()?;
        drop(writer);
        return Ok(out);
    }
    let width = |column: usize| {
        rows.iter().map(|row| row[column].chars().count().min(WIDEST)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..6).map(width).collect();
    for row in &rows {
        let mut line = String::new();
        for column in first..6 {
            let cell: String = row[column].chars().take(WIDEST).collect();
            let room = " ".repeat(widths[column] - cell.chars().count());
            if column >= 3 {
                line.push_str(&format!("{room}{cell}  "));
            } else {
                line.push_str(&format!("{cell}{room}  "));
            }
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(out)
}

/// Longer cells are cut.
const WIDEST: usize = 50;
