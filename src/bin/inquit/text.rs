//! The view for a terminal: the article's words with the quote marked in its speaker's colour, and who, why and how sure.

use std::fmt::Write;

use anstyle::{AnsiColor, Color, Style};
use inquit::Quote;

use crate::args::Around;
use crate::write::on_one_line;

const COLOURS: [AnsiColor; 6] = [
    AnsiColor::Cyan,
    AnsiColor::Yellow,
    AnsiColor::Green,
    AnsiColor::Magenta,
    AnsiColor::Blue,
    AnsiColor::Red,
];

/// A speaker's colour is the same everywhere: it depends on the name alone.
fn colour(name: &str) -> Style {
    let number =
        name.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    Style::new().fg_color(Some(Color::Ansi(COLOURS[number % COLOURS.len()]))).bold()
}

/// Appends one quote.
pub fn quote(out: &mut String, text: &str, doc: Option<&str>, quote: &Quote<'_>, around: Around) {
    let span = match around {
        Around::Sentence => quote.context.span,
        Around::Paragraph => quote.context.paragraph,
    };
    let style =
        quote.speaker.as_ref().map_or(Style::new().dimmed(), |speaker| colour(&speaker.name));
    let grey = Style::new().dimmed();
    let mut at = span.start.min(quote.span.start);
    let end = span.end.max(quote.span.end);
    let mut shown = String::new();
    for part in &quote.parts {
        shown.push_str(&text[at..part.start.max(at)]);
        write!(shown, "{style}{}{style:#}", &text[part.start.max(at)..part.end])
            .expect("strings take all");
        at = part.end;
    }
    shown.push_str(&text[at..end.max(at)]);
    let shown = on_one_line(&shown);
    let who = match &quote.speaker {
        Some(speaker) => match &speaker.role {
            Some(role) => format!("{style}{}{style:#}, {role}", speaker.name),
            None => format!("{style}{}{style:#}", speaker.name),
        },
        None => format!("{style}nobody{style:#}"),
    };
    let place = doc.map_or(String::new(), |doc| format!("{doc}:{}  ", quote.span.start));
    let sure = (quote.confidence * 100.0).round();
    writeln!(
        out,
        "{grey}{place}{grey:#}{who} {grey}{sure}% by {}{grey:#}\n    {shown}\n",
        quote.evidence
    )
    .expect("strings take all");
}
