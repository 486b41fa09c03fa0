//! Quotes as Parquet: a row each, the pieces nested, speakers coded by a dictionary.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, FloatType, Int32Type, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;

use inquit::Quote;

use crate::failure::{Failure, Result};

const SCHEMA: &str = "message quotes {
    required binary doc (UTF8);
    required binary kind (UTF8);
    optional binary speaker (UTF8);
    optional int32 speaker_id;
    optional binary role (UTF8);
    optional binary mention (UTF8);
    optional binary reference (UTF8);
    repeated binary joint (UTF8);
    required binary text (UTF8);
    required int64 start;
    required int64 end;
    repeated group parts { required int64 start; required int64 end; }
    optional binary cue (UTF8);
    required binary factuality (UTF8);
    required binary evidence (UTF8);
    required float confidence;
    required binary context (UTF8);
}";

/// So many rows make a group.
const GROUP: usize = 50_000;

/// One row, owning its texts.
#[derive(Debug)]
pub struct Row {
    doc: String,
    kind: &'static str,
    speaker: Option<String>,
    speaker_id: Option<i32>,
    role: Option<String>,
    mention: Option<String>,
    reference: Option<String>,
    joint: Vec<String>,
    text: String,
    start: i64,
    end: i64,
    parts: Vec<(i64, i64)>,
    cue: Option<String>,
    factuality: String,
    evidence: String,
    confidence: f32,
    context: String,
}

impl Row {
    pub fn new(doc: &str, quote: &Quote<'_>) -> Self {
        let speaker = quote.speaker.as_ref();
        Self {
            doc: doc.to_owned(),
            kind: quote.kind.as_str(),
            speaker: speaker.map(|speaker| speaker.name.to_string()),
            speaker_id: speaker.map(|speaker| speaker.id as i32),
            role: speaker.and_then(|speaker| speaker.role.as_ref()).map(ToString::to_string),
            mention: speaker
                .and_then(|speaker| speaker.mention.as_ref())
                .map(|mention| mention.text.to_string()),
            reference: speaker.map(|speaker| speaker.reference.to_string()),
            joint: quote.joint.iter().map(|speaker| speaker.name.to_string()).collect(),
            text: quote.text.to_string(),
            start: quote.span.start as i64,
            end: quote.span.end as i64,
            parts: quote.parts.iter().map(|part| (part.start as i64, part.end as i64)).collect(),
            cue: quote.cue.as_ref().map(|cue| cue.text.to_string()),
            factuality: quote.factuality.to_string(),
            evidence: quote.evidence.to_string(),
            confidence: quote.confidence,
            context: quote.context.text.to_string(),
        }
    }
}

/// Writes rows, a group at a time.
pub struct Columns<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    rows: Vec<Row>,
}

impl<W: Write + Send> Columns<W> {
    pub fn new(out: W) -> Result<Self> {
        let schema = Arc::new(parse_message_type(SCHEMA).map_err(Failure::work)?);
        let level = ZstdLevel::try_new(3).map_err(Failure::work)?;
        let properties =
            WriterProperties::builder().set_compression(Compression::ZSTD(level)).build();
        let writer =
            SerializedFileWriter::new(out, schema, Arc::new(properties)).map_err(Failure::work)?;
        Ok(Self { writer, rows: Vec::new() })
    }

    pub fn push(&mut self, rows: Vec<Row>) -> std::io::Result<()> {
        self.rows.extend(rows);
        if self.rows.len() >= GROUP {
            self.write_group().map_err(std::io::Error::other)?;
        }
        Ok(())
    }

    pub fn finish(mut self) -> Result<()> {
        if !self.rows.is_empty() {
            self.write_group().map_err(Failure::work)?;
        }
        self.writer.close().map_err(Failure::work)?;
        Ok(())
    }

    fn write_group(&mut self) -> parquet::errors::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let mut group = self.writer.next_row_group()?;
        texts(&mut group, rows.iter().map(|row| row.doc.as_str()))?;
        texts(&mut group, rows.iter().map(|row| row.kind))?;
        optional_texts(&mut group, rows.iter().map(|row| row.speaker.as_deref()))?;
        let ids: Vec<Option<i32>> = rows.iter().map(|row| row.speaker_id).collect();
        let held: Vec<i32> = ids.iter().copied().flatten().collect();
        let levels: Vec<i16> = ids.iter().map(|id| i16::from(id.is_some())).collect();
        column::<Int32Type>(&mut group, &held, Some(&levels), None)?;
        optional_texts(&mut group, rows.iter().map(|row| row.role.as_deref()))?;
        optional_texts(&mut group, rows.iter().map(|row| row.mention.as_deref()))?;
        optional_texts(&mut group, rows.iter().map(|row| row.reference.as_deref()))?;
        joint(&mut group, &rows)?;
        texts(&mut group, rows.iter().map(|row| row.text.as_str()))?;
        let starts: Vec<i64> = rows.iter().map(|row| row.start).collect();
        column::<Int64Type>(&mut group, &starts, None, None)?;
        let ends: Vec<i64> = rows.iter().map(|row| row.end).collect();
        column::<Int64Type>(&mut group, &ends, None, None)?;
        parts(&mut group, &rows, |part| part.0)?;
        parts(&mut group, &rows, |part| part.1)?;
        optional_texts(&mut group, rows.iter().map(|row| row.cue.as_deref()))?;
        texts(&mut group, rows.iter().map(|row| row.factuality.as_str()))?;
        texts(&mut group, rows.iter().map(|row| row.evidence.as_str()))?;
        let confidences: Vec<f32> = rows.iter().map(|row| row.confidence).collect();
        column::<FloatType>(&mut group, &confidences, None, None)?;
        texts(&mut group, rows.iter().map(|row| row.context.as_str()))?;
        group.close()?;
        Ok(())
    }
}

type Group<'a, W> = SerializedRowGroupWriter<'a, W>;

fn column<T: DataType>(
    group: &mut Group<'_, impl Write + Send>,
    values: &[T::T],
    definition: Option<&[i16]>,
    repetition: Option<&[i16]>,
) -> parquet::errors::Result<()> {
    if let Some(mut column) = group.next_column()? {
        column.typed::<T>().write_batch(values, definition, repetition)?;
        column.close()?;
    }
    Ok(())
}

fn texts<'r>(
    group: &mut Group<'_, impl Write + Send>,
    values: impl Iterator<Item = &'r str>,
) -> parquet::errors::Result<()> {
    let values: Vec<ByteArray> = values.map(ByteArray::from).collect();
    column::<ByteArrayType>(group, &values, None, None)
}

fn optional_texts<'r>(
    group: &mut Group<'_, impl Write + Send>,
    values: impl Iterator<Item = Option<&'r str>>,
) -> parquet::errors::Result<()> {
    let all: Vec<Option<&str>> = values.collect();
    let levels: Vec<i16> = all.iter().map(|value| i16::from(value.is_some())).collect();
    let held: Vec<ByteArray> = all.into_iter().flatten().map(ByteArray::from).collect();
    column::<ByteArrayType>(group, &held, Some(&levels), None)
}

/// The names of those who speak besides the first: a row without one has a level that says so.
fn joint(group: &mut Group<'_, impl Write + Send>, rows: &[Row]) -> parquet::errors::Result<()> {
    let values: Vec<ByteArray> =
        rows.iter().flat_map(|row| &row.joint).map(|name| ByteArray::from(name.as_str())).collect();
    let levels = rows.iter().flat_map(|row| {
        (0..row.joint.len().max(1)).map(|i| (i16::from(!row.joint.is_empty()), i16::from(i > 0)))
    });
    let (definition, repetition): (Vec<i16>, Vec<i16>) = levels.unzip();
    column::<ByteArrayType>(group, &values, Some(&definition), Some(&repetition))
}

/// One field of the pieces: each row has one piece at least.
fn parts(
    group: &mut Group<'_, impl Write + Send>,
    rows: &[Row],
    field: fn(&(i64, i64)) -> i64,
) -> parquet::errors::Result<()> {
    let values: Vec<i64> = rows.iter().flat_map(|row| row.parts.iter().map(field)).collect();
    let repetition: Vec<i16> =
        rows.iter().flat_map(|row| (0..row.parts.len()).map(|i| i16::from(i > 0))).collect();
    let definition = vec![1; values.len()];
    column::<Int64Type>(group, &values, Some(&definition), Some(&repetition))
}
