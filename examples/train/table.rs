//! Writes a table of weights as the crate reads it: a line holds the weights of one template and code by their words, or of one
//! template by their codes.

use std::fmt::Write as _;
use std::io::{self, Write};

/// A line is broken off behind this many bytes; the next one begins alike.
const LONGEST: usize = 110;

/// Writes rows of a table's name, a feature (template, code, word or `-`) and a weight.
pub fn write(mut rows: Vec<(&str, &str, i32)>, mut out: impl Write) -> io::Result<()> {
    // words of a code together, codes without a word together
    rows.sort_unstable_by_key(|&(table, feature, _)| {
        let mut fields = feature.split(' ');
        let (template, code) = (fields.next(), fields.next());
        let alone = fields.next() == Some("-");
        (table, template, !alone, code.map(str::len).filter(|_| alone), code, feature)
    });
    let mut line = String::new();
    let mut held = String::new();
    for (table, feature, weight) in rows {
        let (template, rest) = feature.split_once(' ').unwrap_or((feature, ""));
        let (head, entry) = match rest.split_once(' ') {
            Some((code, "-")) => (format!("{table} {template}:"), code),
            Some((code, word)) => (format!("{table} {template} {code}:"), word),
            None => continue,
        };
        if head != held || line.len() > LONGEST {
            if !line.is_empty() {
                writeln!(out, "{line}")?;
            }
            line.clone_from(&head);
            held = head;
        }
        // writing to a string can't fail
        let _ = write!(line, " {entry} {weight}");
    }
    if !line.is_empty() {
        writeln!(out, "{line}")?;
    }
    out.flush()
}
