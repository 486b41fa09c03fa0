//! Articles as TEI: each quotation a `<said>` with its speaker, what is reported without marks one that is not direct, scare
//! quotes and titles a `<q>`.

use std::fmt::Write;

use inquit::{Article, Segment};

pub const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Quotations</title></titleStmt><publicationStmt><p>Made by inquit</p></publicationStmt><sourceDesc><p>The articles as they were given</p></sourceDesc></fileDesc></teiHeader>
"#;
pub const FOOT: &str = "</teiCorpus>\n";

/// One article as a `<TEI>` element; `number` makes its identifiers unique.
pub fn article(number: u64, doc: &str, text: &str, article: &Article<'_>) -> String {
    let mut out = String::new();
    let title = escape(doc);
    write!(
        out,
        "<TEI><teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt><p>Made by inquit</p></publicationStmt>\
         <sourceDesc><p>{title}</p></sourceDesc></fileDesc><profileDesc><particDesc><listPerson>"
    )
    .expect("strings take all");
    for speaker in article.speakers() {
        write!(
            out,
            "<person xml:id=\"a{number}s{}\"><persName>{}</persName></person>",
            speaker.id,
            escape(&speaker.name)
        )
        .expect("strings take all");
    }
    if article.speakers().is_empty() {
        out.push_str("<person><p>nobody</p></person>");
    }
    out.push_str("</listPerson></particDesc></profileDesc></teiHeader><text><body>\n");
    let segments: Vec<Segment> = article.segments().collect();
    let mut any = false;
    for paragraph in article.paragraphs() {
        any = true;
        out.push_str("<p>");
        for segment in &segments {
            let span = segment.span();
            let (start, end) =
                (span.start.max(paragraph.span.start), span.end.min(paragraph.span.end));
            if start >= end {
                continue;
            }
            let words = escape(&text[start..end]);
            let (quote, how) = match segment {
                Segment::Speech { quote, .. } => (Some(*quote), ""),
                Segment::Reported { quote, .. } => (Some(*quote), " direct=\"false\""),
                _ => (None, ""),
            };
            let quote = quote.map(|quote| &article.quotes()[quote]);
            match quote.map(|quote| quote.speaker.iter().chain(&quote.joint)) {
                Some(speakers) if speakers.clone().next().is_some() => {
                    let who: Vec<String> =
                        speakers.map(|speaker| format!("#a{number}s{}", speaker.id)).collect();
                    write!(out, "<said who=\"{}\"{how}>{words}</said>", who.join(" "))
                }
                Some(_) if how.is_empty() => write!(out, "<q>{words}</q>"),
                Some(_) => write!(out, "<said{how}>{words}</said>"),
                None => write!(out, "{words}"),
            }
            .expect("strings take all");
        }
        out.push_str("</p>\n");
    }
    if !any {
        out.push_str("<p/>\n");
    }
    out.push_str("</body></text></TEI>\n");
    out
}

/// Text between tags or in attributes; what XML can't hold at all becomes U+FFFD.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(ch),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(ch),
        }
    }
    out
}
