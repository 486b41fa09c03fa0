//! Quotes as brat standoff, which `evaluate` reads: text-bound annotations and an event for each quote, offsets in code points.

use std::collections::HashMap;
use std::fmt::Write;

use inquit::{Quote, Span, Unit, UnitConverter};

/// The standoff of one article. An event's trigger stands where its cue does, or its content where there is none.
pub fn standoff(text: &str, quotes: &[Quote<'_>]) -> String {
    let mut marks = Marks {
        text,
        units: UnitConverter::new(text, Unit::CodePoint),
        out: String::new(),
        numbers: HashMap::new(),
    };
    for (number, quote) in quotes.iter().enumerate() {
        let content = marks.number("Content", &quote.parts);
        let cue = quote.cue.as_ref().map(|cue| [cue.span]);
        let trigger = marks.number("Attribution", cue.as_ref().map_or(&quote.parts[..], |cue| cue));
        let mut event = format!("E{}\tAttribution:T{trigger} Content:T{content}", number + 1);
        let mention = quote.speaker.as_ref().and_then(|speaker| speaker.mention.as_ref());
        if let Some(mention) = mention {
            let source = marks.number("Source", &[mention.span]);
            write!(event, " Source:T{source}").expect("strings take all");
        }
        if let Some(cue) = cue {
            let cue = marks.number("Cue", &cue);
            write!(event, " Cue:T{cue}").expect("strings take all");
        }
        writeln!(marks.out, "{event}").expect("strings take all");
    }
    marks.out
}

/// The text-bound annotations so far; no two of one label stand at the same place.
struct Marks<'t> {
    text: &'t str,
    units: UnitConverter<'t>,
    out: String,
    numbers: HashMap<(&'static str, Vec<Span>), usize>,
}

impl Marks<'_> {
    /// The number of the annotation with that label there, a new one if there was none.
    fn number(&mut self, label: &'static str, spans: &[Span]) -> usize {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry((label, spans.to_vec())).or_insert(next);
        if number == next {
            let place = |span: &Span| {
                let span = self.units.convert(*span);
                format!("{} {}", span.start, span.end)
            };
            let places = spans.iter().map(place).collect::<Vec<_>>().join(";");
            let words: Vec<&str> = spans.iter().map(|&span| &self.text[span]).collect();
            let words = words.join(" ").replace(['\n', '\r', '\t'], " ");
            writeln!(self.out, "T{number}\t{label} {places}\t{words}").expect("strings take all");
        }
        number
    }
}
