//! One self-contained HTML page: the articles with each quote in its speaker's colour, the speakers beside them, and for many articles a
//! front page. It works without a network; without scripts it can still be read and printed.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use inquit::{Article, Kind, Quote};

use crate::args::{Input, Reading};
use crate::failure::Result;
use crate::run::{each, is_wanted, output, Summary};
use crate::tei::escape;
use crate::write::on_one_line;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");
/// The names of so many speakers stand in the chart.
const CHART: usize = 12;

/// A speaker over all articles.
#[derive(Debug, Default)]
struct Voice {
    name: String,
    role: String,
    quotes: usize,
    words: usize,
}

/// An article as the page has it, speakers still by name.
struct Page {
    id: String,
    title: String,
    html: String,
    quotes: Vec<(Option<(String, String)>, usize)>,
}

pub fn write(
    input: &Input,
    reading: &Reading,
    path: Option<&Path>,
    title: &str,
) -> Result<Summary> {
    let mut voices: Vec<Voice> = Vec::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut pages: Vec<Page> = Vec::new();
    let summary = each(
        input,
        reading,
        0,
        |extractor, document| {
            let article = extractor.extract(&document.text);
            page(&document.id, &document.text, &article, reading.speaker.as_deref())
        },
        |page| {
            for (speaker, words) in &page.quotes {
                let Some((name, role)) = speaker else { continue };
                let number = *numbers.entry(name.clone()).or_insert_with(|| {
                    voices.push(Voice { name: name.clone(), ..Voice::default() });
                    voices.len() - 1
                });
                let voice = &mut voices[number];
                voice.quotes += 1;
                voice.words += words;
                if voice.role.is_empty() {
                    voice.role.clone_from(role);
                }
            }
            pages.push(page);
            Ok(())
        },
    )?;
    let mut out = output(path)?;
    out.write_all(html(title, &voices, &numbers, &pages).as_bytes())?;
    out.flush()?;
    Ok(summary)
}

/// The first paragraph, or the file's name.
fn title_of(id: &str, text: &str, article: &Article<'_>) -> String {
    let first = article.paragraphs().first().map(|paragraph| text[paragraph.span].trim());
    let short = first.filter(|first| !first.is_empty() && first.chars().count() <= 120);
    short.map_or_else(|| id.to_owned(), on_one_line)
}

fn page(id: &str, text: &str, article: &Article<'_>, speaker: Option<&str>) -> Page {
    let quotes: Vec<&Quote<'_>> =
        article.quotes().iter().filter(|quote| is_wanted(quote, speaker)).collect();
    // the pieces in text order; one within another is left to the outer one
    let mut pieces: Vec<(usize, usize, usize)> = quotes
        .iter()
        .enumerate()
        .flat_map(|(number, quote)| {
            quote.parts.iter().map(move |part| (part.start, part.end, number))
        })
        .collect();
    pieces.sort_unstable_by_key(|&(start, end, _)| (start, std::cmp::Reverse(end)));
    let mut html = String::new();
    let mut upcoming = pieces.iter().copied().peekable();
    for (i, paragraph) in article.paragraphs().iter().enumerate() {
        let span = paragraph.span;
        let tag = if i == 0 { "h2" } else { "p" };
        write!(html, "<{tag}>").expect("strings take all");
        let mut at = span.start;
        while let Some(&(start, end, number)) = upcoming.peek().filter(|piece| piece.0 < span.end) {
            upcoming.next();
            if start < at {
                continue;
            }
            html.push_str(&escape(&text[at..start]));
            html.push_str(&marked(quotes[number], &text[start..end]));
            at = end;
        }
        html.push_str(&escape(text.get(at..span.end).unwrap_or_default()));
        writeln!(html, "</{tag}>").expect("strings take all");
    }
    let said = quotes.iter().map(|quote| {
        let name = |speaker: &inquit::Speaker<'_>| {
            (
                speaker.name.to_string(),
                speaker.role.as_ref().map_or(String::new(), ToString::to_string),
            )
        };
        (quote.speaker.as_ref().map(name), quote.text.split_whitespace().count())
    });
    Page { id: id.to_owned(), title: title_of(id, text, article), html, quotes: said.collect() }
}

/// One piece of a quote; the speaker's number is filled in when all are known.
fn marked(quote: &Quote<'_>, words: &str) -> String {
    let name = quote.speaker.as_ref().map_or("nobody", |speaker| speaker.name.as_ref());
    let role = quote.speaker.as_ref().and_then(|speaker| speaker.role.as_deref());
    let role = role.map_or(String::new(), |role| format!(", {role}"));
    let cue = quote
        .cue
        .as_ref()
        .map_or(String::new(), |cue| format!(", by \u{201c}{}\u{201d}", cue.text));
    let tip =
        format!("{name}{role}: {:.0}% sure{cue} ({})", quote.confidence * 100.0, quote.evidence);
    let kind = match quote.kind {
        Kind::Direct => "direct",
        Kind::Mixed => "mixed",
        _ => "indirect",
    };
    format!(
        "<mark tabindex=\"0\" data-kind=\"{kind}\" data-name=\"{}\" data-tip=\"{}\" aria-label=\"{}\">{}</mark>",
        escape(name),
        escape(&tip),
        escape(&format!("{tip}: {words}")),
        escape(words)
    )
}

/// A colour for each number: the golden angle keeps neighbours apart.
fn hue(number: usize) -> usize {
    (number * 137 + 210) % 360
}

/// `1 quote`, `2 quotes`.
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn html(title: &str, voices: &[Voice], numbers: &HashMap<String, usize>, pages: &[Page]) -> String {
    let mut order: Vec<&Voice> = voices.iter().collect();
    order.sort_by(|one, other| other.words.cmp(&one.words).then(one.name.cmp(&other.name)));
    let most = order.first().map_or(1, |voice| voice.words.max(1));
    let quotes: usize = pages.iter().map(|page| page.quotes.len()).sum();
    let mut out = String::new();
    let title = escape(title);
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"icon\" href=\"data:,\"><title>{title}</title>\n<style>{STYLE}</style></head>\n<body>\n<header><h1>{title}</h1><p>{}, {}, {}</p>\
         <form role=\"search\" onsubmit=\"return false\"><label>Search <input id=\"search\" type=\"search\"></label>\
         <fieldset><legend>Kinds</legend>",
        counted(pages.len(), "article"),
        counted(quotes, "quote"),
        counted(voices.len(), "speaker"),
    )
    .expect("strings take all");
    for kind in ["direct", "mixed", "indirect"] {
        write!(out, "<label><input type=\"checkbox\" name=\"kind\" value=\"{kind}\" checked> {kind}</label>").expect("strings take all");
    }
    out.push_str("</fieldset></form></header>\n<div class=\"page\"><aside aria-label=\"Speakers\"><h2>Speakers</h2><button id=\"all\" type=\"button\" hidden>Show all</button><ol>\n");
    for voice in &order {
        let number = numbers[&voice.name];
        let role = if voice.role.is_empty() {
            String::new()
        } else {
            format!("<small>{}</small>", escape(&voice.role))
        };
        writeln!(
            out,
            "<li><button type=\"button\" class=\"voice\" aria-pressed=\"false\" data-name=\"{0}\" style=\"--h:{1};--w:{2}%\"><b>{0}</b>{role}\
             <span class=\"bar\"></span><span class=\"count\">{3}, {4}</span></button></li>",
            escape(&voice.name),
            hue(number),
            voice.words * 100 / most,
            counted(voice.quotes, "quote"),
            counted(voice.words, "word"),
        )
        .expect("strings take all");
    }
    out.push_str("</ol></aside>\n<main>\n");
    if pages.len() > 1 {
        front(&mut out, &order, numbers, pages, most);
    }
    for (number, page) in pages.iter().enumerate() {
        if pages.len() > 1 {
            writeln!(
                out,
                "<details id=\"a{number}\" class=\"article\"><summary>{}</summary><article>{}</article></details>",
                escape(&page.title),
                page.html
            )
        } else {
            writeln!(out, "<article>{}</article>", page.html)
        }
        .expect("strings take all");
    }
    let hues: Vec<String> = voices
        .iter()
        .map(|voice| {
            format!(
                "{}:{}",
                serde_json::Value::from(voice.name.as_str()),
                hue(numbers[&voice.name])
            )
        })
        .collect();
    // `<` can't end the script early when it is written so
    let hues = hues.join(",").replace('<', "\\u003c");
    write!(
        out,
        "</main></div>\n<footer>Made by inquit. Hover or focus a quote to see who said it, why, and how sure that is.</footer>\n\
         <script>const HUES={{{hues}}};\n{SCRIPT}</script>\n</body></html>\n"
    )
    .expect("strings take all");
    out
}

/// Totals for many articles: a chart of the top speakers and a table of the articles.
fn front(
    out: &mut String,
    order: &[&Voice],
    numbers: &HashMap<String, usize>,
    pages: &[Page],
    most: usize,
) {
    out.push_str(
        "<section aria-label=\"Top speakers\"><h2>Top speakers</h2><table class=\"chart\">\n",
    );
    for voice in order.iter().take(CHART) {
        writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td><span class=\"bar\" style=\"--h:{};--w:{}%\"></span></td><td>{}</td></tr>",
            escape(&voice.name),
            hue(numbers[&voice.name]),
            voice.words * 100 / most,
            voice.words
        )
        .expect("strings take all");
    }
    out.push_str("</table></section>\n<section aria-label=\"Articles\"><h2>Articles</h2><table id=\"articles\"><thead><tr><th scope=\"col\">Article</th><th scope=\"col\">Quotes</th><th scope=\"col\">Speakers</th></tr></thead><tbody>\n");
    for (number, page) in pages.iter().enumerate() {
        let mut names: Vec<&str> = page
            .quotes
            .iter()
            .filter_map(|(speaker, _)| speaker.as_ref())
            .map(|(name, _)| name.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        writeln!(
            out,
            "<tr><td><a href=\"#a{number}\">{}</a><br><small>{}</small></td><td>{}</td><td>{}</td></tr>",
            escape(&page.title),
            escape(&page.id),
            page.quotes.len(),
            escape(&names.join(", "))
        )
        .expect("strings take all");
    }
    out.push_str("</tbody></table></section>\n");
}
