//! The articles in the rows of a Parquet file, a row group in memory at a time.

use std::fs::File;
use std::path::Path;
use std::sync::atomic::Ordering;

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Row;
use serde_json::{Map, Value};

use crate::args::Input;
use crate::input::{document, Item, READ};

pub type Reader = SerializedFileReader<File>;

pub fn open(path: &Path) -> std::result::Result<Reader, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    SerializedFileReader::new(file).map_err(|error| error.to_string())
}

/// The rows, counted from 1 through the file.
pub fn records(name: String, reader: Reader, input: Input) -> impl Iterator<Item = Item> + Send {
    let mut before = 0;
    (0..reader.num_row_groups()).flat_map(move |group| {
        let items = match rows(&reader, group) {
            Ok(rows) => rows,
            Err(error) => return vec![Err(format!("{name}: row group {}: {error}", group + 1))],
        };
        let packed = reader.metadata().row_group(group).compressed_size();
        READ.fetch_add(packed.unsigned_abs(), Ordering::Relaxed);
        let first = before + 1;
        before += items.len();
        let item = |(i, row)| item(row, &input, &format!("{name}:{}", first + i));
        items.into_iter().enumerate().map(item).collect()
    })
}

fn rows(reader: &Reader, group: usize) -> parquet::errors::Result<Vec<Row>> {
    reader.get_row_group(group)?.get_row_iter(None)?.collect()
}

fn item(row: Row, input: &Input, place: &str) -> Item {
    let mut fields: Map<String, Value> =
        row.get_column_iter().map(|(name, field)| (name.clone(), field.to_json_value())).collect();
    match document(&mut fields, input) {
        Ok(mut document) => {
            if document.id.is_empty() {
                place.clone_into(&mut document.id);
            }
            Ok(document)
        }
        Err(message) => Err(format!("{place}: {message}")),
    }
}
