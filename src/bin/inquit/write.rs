//! Quotes as JSON, CSV and TSV: one record each.

use std::io::{self, Write};

use inquit::Quote;
use serde::Serialize;
use serde_json::{Map, Value};

/// Words parted by single spaces.
pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A quote with the article it is from.
#[derive(Serialize)]
pub struct Line<'a> {
    pub doc: &'a str,
    #[serde(flatten)]
    pub quote: &'a Quote<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<&'a Map<String, Value>>,
}

/// Appends a quote as one line of JSON.
pub fn json_line(out: &mut Vec<u8>, line: &Line<'_>) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

/// The heads of the columns of CSV and TSV.
pub const COLUMNS: [&str; 15] = [
    "doc",
    "kind",
    "speaker",
    "speaker_id",
    "role",
    "mention",
    "reference",
    "joint",
    "text",
    "start",
    "end",
    "cue",
    "factuality",
    "evidence",
    "confidence",
];

/// Appends a quote as one record of CSV, or of TSV.
pub fn delimited(out: &mut Vec<u8>, doc: &str, quote: &Quote<'_>, delimiter: u8) -> io::Result<()> {
    let speaker = quote.speaker.as_ref();
    let mention = speaker.and_then(|speaker| speaker.mention.as_ref());
    let text = on_one_line(&quote.text);
    let record = [
        doc.to_owned(),
        quote.kind.to_string(),
        speaker.map_or(String::new(), |speaker| speaker.name.to_string()),
        speaker.map_or(String::new(), |speaker| speaker.id.to_string()),
        speaker
            .and_then(|speaker| speaker.role.as_ref())
            .map_or(String::new(), ToString::to_string),
        mention.map_or(String::new(), |mention| mention.text.to_string()),
        speaker.map_or(String::new(), |speaker| speaker.reference.to_string()),
        quote.joint.iter().map(|speaker| &*speaker.name).collect::<Vec<_>>().join("; "),
        text,
        quote.span.start.to_string(),
        quote.span.end.to_string(),
        quote.cue.as_ref().map_or(String::new(), |cue| cue.text.to_string()),
        quote.factuality.to_string(),
        quote.evidence.to_string(),
        format!("{:.3}", quote.confidence),
    ];
    write_record(out, &record, delimiter)
}

/// Appends the heads; CSV begins with a byte order mark, so that spreadsheets read its accents right.
pub fn heads(out: &mut Vec<u8>, delimiter: u8) -> io::Result<()> {
    if delimiter == b',' {
        out.write_all("\u{feff}".as_bytes())?;
    }
    write_record(out, &COLUMNS.map(str::to_owned), delimiter)
}

fn write_record(out: &mut Vec<u8>, record: &[String], delimiter: u8) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(out);
    writer.write_record(record).map_err(io::Error::other)?;
    writer.flush()
}
