//! Quotes as brat standoff, which `evaluate` reads: text-bound annotations and an event for each quote, offsets in code points.

use std::fmt::Write;

use inquit::{Quote, Span, Unit, UnitConverter};

/// The standoff of one article.
pub fn standoff(text: &str, quotes: &[Quote<'_>]) -> String {
    let mut units = UnitConverter::new(text, Unit::CodePoint);
    let mut out = String::new();
    let mut count = 0;
    let mut bound = |out: &mut String, label: &str, spans: &[Span]| {
        count += 1;
        let ranges: Vec<String> = spans
            .iter()
            .map(|&span| units.convert(span))
            .map(|span| format!("{} {}", span.start, span.end))
            .collect();
        let words: Vec<&str> = spans.iter().map(|&span| &text[span]).collect();
        let words = words.join(" ").replace(['\n', '\r', '\t'], " ");
        writeln!(out, "T{count}\t{label} {}\t{words}", ranges.join(";")).expect("strings take all");
        count
    };
    for (number, quote) in quotes.iter().enumerate() {
        let content = bound(&mut out, "Content", &quote.parts);
        let mut event = format!("E{}\tAttribution:T{content} Content:T{content}", number + 1);
        let mention = quote.speaker.as_ref().and_then(|speaker| speaker.mention.as_ref());
        if let Some(mention) = mention {
            let source = bound(&mut out, "Source", &[mention.span]);
            write!(event, " Source:T{source}").expect("strings take all");
        }
        if let Some(cue) = &quote.cue {
            let cue = bound(&mut out, "Cue", &[cue.span]);
            write!(event, " Cue:T{cue}").expect("strings take all");
        }
        writeln!(out, "{event}").expect("strings take all");
    }
    out
}
