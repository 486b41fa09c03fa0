//! Reads brat standoff: text-bound annotations (`T`) and events (`E`).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// A half-open range of code points.
pub type Range = (usize, usize);

/// Who says what, as annotated.
#[derive(Default)]
pub struct Attribution {
    pub content: Vec<Range>,
    pub source: Vec<Range>,
    #[allow(dead_code)] // the program that trains the reported speech asks
    pub cue: Vec<Range>,
}

pub struct Document {
    pub name: String,
    pub text: String,
    pub attributions: Vec<Attribution>,
}

/// The annotated documents of a folder, by name.
pub fn read_folder(folder: &Path) -> Result<Vec<Document>, String> {
    let inner = |name: &str| {
        Some(folder.join(name)).filter(|path| path.is_dir()).unwrap_or_else(|| folder.to_owned())
    };
    let texts = files(&inner("text"), "txt")?;
    let standoff = files(&inner("attributions"), "ann")?;
    let mut documents = BTreeMap::new();
    for (name, path) in &standoff {
        let plain = name
            .rsplit_once('_')
            .filter(|(_, tail)| tail.len() == 4 && tail.chars().all(|ch| ch.is_ascii_hexdigit()));
        let name = plain.map_or(name.as_str(), |(head, _)| head);
        let Some(text) = texts.get(name) else { continue };
        if documents.contains_key(name) {
            continue;
        }
        let document = Document {
            name: name.to_owned(),
            text: read(text)?,
            attributions: parse(&read(path)?)
                .map_err(|line| format!("{}:{line}: not a standoff line", path.display()))?,
        };
        documents.insert(name.to_owned(), document);
    }
    Ok(documents.into_values().collect())
}

fn files(folder: &Path, ending: &str) -> Result<BTreeMap<String, PathBuf>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let wanted = paths.filter(|path| path.extension().is_some_and(|found| found == ending));
    Ok(wanted
        .map(|path| (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), path))
        .collect())
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The attributions of a standoff file, or the number of the line that can't be read.
fn parse(standoff: &str) -> Result<Vec<Attribution>, usize> {
    let mut spans: HashMap<&str, Vec<Range>> = HashMap::new();
    let mut attributions = Vec::new();
    for (number, line) in standoff.lines().enumerate() {
        let wrong = number + 1;
        let mut fields = line.split('\t');
        let key = fields.next().unwrap_or_default();
        let numbered = key.len() > 1 && key[1..].bytes().all(|byte| byte.is_ascii_digit());
        match key.chars().next() {
            Some('T') if numbered => {
                let (_, offsets) =
                    fields.next().and_then(|body| body.split_once(' ')).ok_or(wrong)?;
                let ranges = offsets.split(';').map(range).collect::<Option<_>>().ok_or(wrong)?;
                spans.insert(key, ranges);
            }
            Some('E') if numbered => {
                let mut attribution = Attribution::default();
                for role in fields.next().ok_or(wrong)?.split_whitespace().skip(1) {
                    let (label, key) = role.split_once(':').ok_or(wrong)?;
                    let ranges = spans.get(key).map_or(&[][..], Vec::as_slice);
                    match label
                        .trim_end_matches(|ch: char| ch.is_ascii_digit())
                        .to_lowercase()
                        .as_str()
                    {
                        "content" => attribution.content.extend(ranges),
                        "source" => attribution.source.extend(ranges),
                        "cue" => attribution.cue.extend(ranges),
                        _ => {}
                    }
                }
                if !attribution.content.is_empty() {
                    attributions.push(attribution);
                }
            }
            _ => {}
        }
    }
    Ok(attributions)
}

/// The names of documents in a file, parted by commas or white space.
pub fn read_names(path: &Path) -> Result<BTreeSet<String>, String> {
    let names =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let parted = names.split(|ch: char| ch == ',' || ch.is_whitespace());
    Ok(parted.filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

fn range(text: &str) -> Option<Range> {
    let (start, end) = text.split_once(' ')?;
    Some((start.parse().ok()?, end.parse().ok()?))
}
