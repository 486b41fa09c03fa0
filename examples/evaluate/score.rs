//! Who said each quoted segment: what counts as right.
//!
//! A segment is a stretch of text between double quotation marks, found by a neutral scan that knows nothing of the extractor. Gold and
//! answer are those that cover half of it. A speaker is right if the mention shares a content word with the annotated source, or
//! if mention or resolved name ends in the source's surname.

use std::collections::BTreeMap;

use inquit::{Article, Quote, Span, Unit, UnitConverter};

use super::brat::{Attribution, Document, Range};

#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub right: usize,
    pub answered: usize,
    pub gold: usize,
}

impl Counts {
    pub fn precision(&self) -> f64 {
        100.0 * self.right as f64 / self.answered.max(1) as f64
    }

    pub fn recall(&self) -> f64 {
        100.0 * self.right as f64 / self.gold.max(1) as f64
    }

    pub fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.answered + self.gold).max(1) as f64
    }

    fn add(&mut self, right: bool, answered: bool, gold: bool) {
        self.right += usize::from(right);
        self.answered += usize::from(answered);
        self.gold += usize::from(gold);
    }
}

/// The answers of one tenth of the scale.
#[derive(Clone, Copy, Default)]
pub struct Bin {
    number: usize,
    pub answers: usize,
    right: usize,
    sum: f64,
}

impl Bin {
    pub fn name(&self) -> String {
        format!("{:.1} to {:.1}", self.number as f64 / 10.0, (self.number + 1) as f64 / 10.0)
    }

    pub fn found(&self) -> f64 {
        self.right as f64 / self.answers.max(1) as f64
    }

    pub fn stated(&self) -> f64 {
        self.sum / self.answers.max(1) as f64
    }
}

/// Everything counted.
#[derive(Default)]
pub struct Tally {
    pub all: Counts,
    pub long: Counts,
    pub short: Counts,
    /// Of attributed segments; `gold` counts those that have a source.
    pub by_pattern: BTreeMap<String, Counts>,
    pub by_reference: BTreeMap<String, Counts>,
    pub bins: [Bin; 10],
    sureness: Vec<(f32, bool)>,
}

impl Tally {
    /// The mean distance between stated and found precision over the bins, each weighing by its answers.
    pub fn calibration_error(&self) -> f64 {
        let answers: usize = self.bins.iter().map(|bin| bin.answers).sum();
        let distance: f64 = self
            .bins
            .iter()
            .map(|bin| (bin.found() - bin.stated()).abs() * bin.answers as f64)
            .sum();
        distance / answers.max(1) as f64
    }

    pub fn precision_of_surest(&self, share: f64) -> f64 {
        let mut answers = self.sureness.clone();
        answers.sort_by(|a, b| b.0.total_cmp(&a.0));
        let kept = (answers.len() as f64 * share).round() as usize;
        100.0 * answers[..kept].iter().filter(|(_, right)| *right).count() as f64
            / kept.max(1) as f64
    }
}

/// A quote with its offsets in code points.
struct Answer<'q, 'a> {
    quote: &'q Quote<'a>,
    parts: Vec<Range>,
    mention: Option<Range>,
}

/// Scores one article.
pub fn add(document: &Document, article: &Article<'_>, tally: &mut Tally) {
    let text: Vec<char> = document.text.chars().collect();
    let mut units = UnitConverter::new(&document.text, Unit::CodePoint);
    let mut convert = |span: Span| {
        let span = units.convert(span);
        (span.start, span.end)
    };
    let answers: Vec<Answer<'_, '_>> = article
        .quotes()
        .iter()
        .map(|quote| Answer {
            quote,
            parts: quote
                .parts
                .iter()
                .map(|&part| trim(&text, convert(part)))
                .filter(|part| part.0 < part.1)
                .collect(),
            mention: quote
                .speaker
                .as_ref()
                .and_then(|speaker| speaker.mention.as_ref())
                .map(|mention| convert(mention.span)),
        })
        .collect();
    let gold: Vec<Vec<Range>> = document
        .attributions
        .iter()
        .map(|attribution| {
            attribution
                .content
                .iter()
                .map(|&range| trim(&text, range))
                .filter(|r| r.0 < r.1)
                .collect()
        })
        .collect();
    for segment in quoted_segments(&text) {
        let words = count_words(&text[segment.0..segment.1]);
        if words == 0 {
            continue;
        }
        let half = |ranges: &[Range]| 2 * covered(segment, ranges) >= segment.1 - segment.0;
        let want = gold
            .iter()
            .position(|content| !content.is_empty() && half(content))
            .map(|i| &document.attributions[i]);
        let got = answers
            .iter()
            .filter(|answer| half(&answer.parts))
            .min_by_key(|answer| (answer.quote.speaker.is_none(), size(&answer.parts)));
        add_segment(&text, words >= 5, want, got, tally);
    }
}

fn add_segment(
    text: &[char],
    long: bool,
    want: Option<&Attribution>,
    got: Option<&Answer<'_, '_>>,
    tally: &mut Tally,
) {
    let source = want.map(|want| &want.source).filter(|source| !source.is_empty());
    let speaker = got.and_then(|answer| answer.quote.speaker.as_ref());
    let right = match (source, got, speaker) {
        (Some(source), Some(answer), Some(speaker)) => {
            same_speaker(text, source, answer.mention, &speaker.name)
        }
        _ => false,
    };
    tally.all.add(right, speaker.is_some(), source.is_some());
    let bucket = if long { &mut tally.long } else { &mut tally.short };
    bucket.add(right, speaker.is_some(), source.is_some());
    let Some(answer) = got else { return };
    let pattern = answer.quote.evidence.to_string();
    if let Some(speaker) = speaker {
        tally.by_pattern.entry(pattern).or_default().add(right, true, source.is_some());
        tally.by_reference.entry(speaker.reference.to_string()).or_default().add(
            right,
            true,
            source.is_some(),
        );
        let confidence = answer.quote.confidence;
        let number = ((confidence * 10.0) as usize).min(9);
        let bin = &mut tally.bins[number];
        bin.number = number;
        bin.answers += 1;
        bin.right += usize::from(right);
        bin.sum += f64::from(confidence);
        tally.sureness.push((confidence, right));
    }
}

/// The stretches between double quotation marks, paragraph by paragraph; an open one ends with its paragraph.
fn quoted_segments(text: &[char]) -> Vec<Range> {
    let mut segments = Vec::new();
    let mut base = 0;
    while base < text.len() {
        if ends_paragraph(text, base) {
            base += 1;
            continue;
        }
        let end = (base..text.len()).find(|&at| ends_paragraph(text, at)).unwrap_or(text.len());
        scan_paragraph(&text[base..end], base, &mut segments);
        base = end;
    }
    segments
}

/// A line end with nothing but white space before the next one.
fn ends_paragraph(text: &[char], at: usize) -> bool {
    text[at] == '\n'
        && text[at + 1..].iter().take_while(|ch| ch.is_whitespace()).any(|&ch| ch == '\n')
}

fn scan_paragraph(body: &[char], base: usize, segments: &mut Vec<Range>) {
    let mut start = None;
    for (i, &ch) in body.iter().enumerate() {
        match start {
            None => {
                let straight = ch == '"'
                    && (i == 0
                        || !body[i - 1].is_alphanumeric()
                        || body.get(i + 1).is_some_and(|ch| ch.is_alphanumeric()));
                if matches!(ch, '“' | '„' | '«') || straight {
                    start = Some(i + 1);
                }
            }
            Some(from) if matches!(ch, '”' | '»' | '"') => {
                if i > from {
                    segments.push((base + from, base + i));
                }
                start = None;
            }
            Some(_) => {}
        }
    }
    if let Some(from) = start.filter(|&from| from < body.len()) {
        let solid = body.iter().rposition(|ch| !ch.is_whitespace()).map_or(0, |at| at + 1);
        segments.push((base + from, base + solid.max(from)));
    }
}

fn overlap(a: Range, b: Range) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

fn covered(segment: Range, ranges: &[Range]) -> usize {
    ranges.iter().map(|&range| overlap(segment, range)).sum()
}

fn size(ranges: &[Range]) -> usize {
    ranges.iter().map(|range| range.1 - range.0).sum()
}

/// The range without marks and space at its ends.
fn trim(text: &[char], (mut start, mut end): Range) -> Range {
    end = end.min(text.len());
    while start < end && !text[start].is_alphanumeric() {
        start += 1;
    }
    while end > start && !text[end - 1].is_alphanumeric() {
        end -= 1;
    }
    (start, end)
}

/// Words with inner apostrophes, possessive `'s` left out.
fn words(text: &str) -> Vec<String> {
    let text = text.replace("’s", "").replace("'s", "");
    let chars: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (i, &ch) in chars.iter().enumerate() {
        let inner = matches!(ch, '\'' | '’')
            && !word.is_empty()
            && chars.get(i + 1).is_some_and(|ch| ch.is_alphanumeric());
        if ch.is_alphanumeric() || inner {
            word.push(ch);
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

fn count_words(text: &[char]) -> usize {
    words(&text.iter().collect::<String>()).len()
}

const DETERMINERS: [&str; 19] = [
    "the", "a", "an", "this", "that", "these", "those", "of", "and", "in", "for", "to", "at", "on",
    "by", "from", "with", "who", "which",
];
const TITLES: [&str; 20] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "lady",
    "lord",
    "madam",
    "mme",
    "sen",
    "rep",
    "gov",
    "president",
    "senator",
    "captain",
    "colonel",
    "aunt",
    "uncle",
    "prof",
];
const PRONOUNS: [&str; 12] =
    ["he", "she", "they", "i", "we", "it", "you", "him", "her", "his", "them", "who"];

/// The last capitalised word of a name's first capitalised run, titles left out.
fn surname(name: &str) -> Option<String> {
    let mut run = Vec::new();
    for word in words(name) {
        let lower = word.to_lowercase();
        let closed = DETERMINERS.contains(&lower.as_str()) || PRONOUNS.contains(&lower.as_str());
        if word.starts_with(char::is_uppercase) && !closed {
            run.push(lower);
        } else if !run.is_empty() {
            break;
        }
    }
    let plain = run.iter().rev().find(|word| !TITLES.contains(&word.as_str()));
    plain.or(run.last()).cloned()
}

fn same_speaker(text: &[char], source: &[Range], mention: Option<Range>, name: &str) -> bool {
    let slice = |range: Range| text[range.0..range.1.min(text.len())].iter().collect::<String>();
    let shared = mention.is_some_and(|mention| {
        source.iter().any(|&range| {
            let (start, end) = (range.0.max(mention.0), range.1.min(mention.1));
            start < end
                && words(&slice((start, end)))
                    .iter()
                    .any(|word| !DETERMINERS.contains(&word.to_lowercase().as_str()))
        })
    });
    let said = source.iter().map(|&range| slice(range)).collect::<Vec<_>>().join(" ");
    let wanted = surname(&said);
    let mentioned = mention.map(slice).and_then(|mention| surname(&mention));
    shared || wanted.is_some() && (wanted == surname(name) || wanted == mentioned)
}

/// The annotated source of a quotation, given the bytes of its parts; `None` if it is nobody's.
#[allow(dead_code)] // the program that trains asks
pub fn source_of<'d>(document: &'d Document, parts: &[Span]) -> Option<&'d [Range]> {
    let text: Vec<char> = document.text.chars().collect();
    let parts: Vec<Range> =
        parts.iter().map(|&part| trim(&text, in_chars(&document.text, part))).collect();
    let length = size(&parts);
    let source = document.attributions.iter().find_map(|attribution| {
        let content: Vec<Range> =
            attribution.content.iter().map(|&range| trim(&text, range)).collect();
        let shared: usize = parts.iter().map(|&part| covered(part, &content)).sum();
        (length > 0 && 2 * shared >= length).then_some(&attribution.source)
    })?;
    (!source.is_empty()).then_some(source)
}

/// Which of some answers (a name, the bytes of a mention) name a source.
#[allow(dead_code)] // the program that trains asks
pub fn judge(
    document: &Document,
    source: &[Range],
    answers: &[(Option<&str>, Option<Span>)],
) -> Vec<bool> {
    let text: Vec<char> = document.text.chars().collect();
    let right = answers.iter().map(|(name, mention)| {
        let mention = mention.map(|mention| in_chars(&document.text, mention));
        name.is_some_and(|name| same_speaker(&text, source, mention, name))
    });
    right.collect()
}

fn in_chars(text: &str, span: Span) -> Range {
    let start = text[..span.start].chars().count();
    (start, start + text[span].chars().count())
}
