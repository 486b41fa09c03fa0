//! `inquit sentences` and `inquit segments`.

use std::io::Write;

use inquit::{Extractor, Segment};
use serde_json::json;

use crate::args::{StageArgs, StageFormat};
use crate::failure::Result;
use crate::input::Document;
use crate::run::{each, output, Summary};
use crate::write::on_one_line;

pub fn sentences(args: &StageArgs) -> Result<Summary> {
    stage(args, |_, document| {
        let spans = inquit::sentences(&document.text);
        match args.format {
            StageFormat::Jsonl => {
                let spans: Vec<_> = spans.map(|span| (span.start, span.end)).collect();
                format!("{}\n", json!({ "doc": document.id, "sentences": spans }))
            }
            StageFormat::Text => spans.map(|span| flat(&document.text[span])).collect(),
        }
    })
}

pub fn segments(args: &StageArgs) -> Result<Summary> {
    stage(args, |extractor, document| {
        let article = extractor.extract(&document.text);
        let mut out = String::new();
        for segment in article.segments() {
            let span = segment.span();
            let speaker = match &segment {
                Segment::Speech { quote, .. } | Segment::Reported { quote, .. } => {
                    let speaker = article.quotes()[*quote].speaker.as_ref();
                    Some(speaker.map_or("nobody", |speaker| speaker.name.as_ref()))
                }
                _ => None,
            };
            match args.format {
                StageFormat::Jsonl => {
                    let line = json!({
                        "doc": document.id, "start": span.start, "end": span.end, "speaker": speaker,
                        "speech": matches!(segment, Segment::Speech { .. }),
                        "reported": matches!(segment, Segment::Reported { .. }), "text": &document.text[span],
                    });
                    out.push_str(&format!("{line}\n"));
                }
                StageFormat::Text if document.text[span].trim().is_empty() => {}
                StageFormat::Text => {
                    let who = speaker.map_or(String::new(), |speaker| format!("{speaker}: "));
                    out.push_str(&format!("{who}{}", flat(&document.text[span])));
                }
            }
        }
        out
    })
}

fn flat(text: &str) -> String {
    on_one_line(text) + "\n"
}

fn stage(
    args: &StageArgs,
    work: impl Fn(&Extractor, &Document) -> String + Sync,
) -> Result<Summary> {
    let mut out = output(None)?;
    let summary =
        each(&args.input, &args.reading, 0, work, |shown| out.write_all(shown.as_bytes()))?;
    out.flush()?;
    Ok(summary)
}
