//! One file is one case: each article of `tests/articles` has a reviewed snapshot of its quotes.
//!
//! What is known to be wrong in a snapshot, and why, stands in `tests/articles/KNOWN.md`.

use std::fmt::Write;

use inquit::{Extractor, Quote};

#[test]
fn quotes() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::glob!("articles/*.txt", |path| {
            let article = std::fs::read_to_string(path).expect("articles are UTF-8");
            let mut shown = String::new();
            for quote in Extractor::default().quotes(&article) {
                show(&mut shown, &quote);
            }
            insta::assert_snapshot!(shown);
        });
    });
}

/// The same articles with everything that is reported, quoted or not.
#[test]
fn reported_speech() {
    let extractor = Extractor::builder().indirect(true).build().expect("good options");
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::glob!("articles/*.txt", |path| {
            let article = std::fs::read_to_string(path).expect("articles are UTF-8");
            let mut shown = String::new();
            for quote in extractor.quotes(&article) {
                let all: Vec<&str> =
                    quote.speaker.iter().chain(&quote.joint).map(|held| held.name.as_ref()).collect();
                let who = if all.is_empty() { "nobody".to_owned() } else { all.join(" and ") };
                let cue = quote.cue.as_ref().map_or("-", |cue| cue.text.as_ref());
                let words: Vec<_> = quote.text.split_whitespace().collect();
                let meant = quote.factuality.to_string();
                let inner = if quote.within.is_some() { ", within another" } else { "" };
                writeln!(shown, "{who} [{cue}, {}, {meant}{inner}]: {}", quote.kind, words.join(" "))
                    .unwrap();
            }
            insta::assert_snapshot!("reported", shown);
        });
    });
}

/// A quote on three lines: who, what, why.
fn show(out: &mut String, quote: &Quote<'_>) {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match &quote.speaker {
        None => out.push_str("nobody"),
        Some(speaker) => {
            write!(out, "#{} {}", speaker.id, speaker.name).unwrap();
            if let Some(role) = &speaker.role {
                write!(out, " ({role})").unwrap();
            }
            let mention = speaker.mention.as_ref().map_or("", |mention| mention.text.as_ref());
            write!(out, " <- {} {mention:?}", speaker.reference).unwrap();
            for other in &quote.joint {
                write!(out, " with #{} {}", other.id, other.name).unwrap();
            }
        }
    }
    let cue = quote.cue.as_ref().map_or("-", |cue| cue.text.as_ref());
    writeln!(out, "\n    {:?}", flat(&quote.text)).unwrap();
    writeln!(out, "    {}, cue {cue}, {}", quote.kind, quote.evidence).unwrap();
    let context = flat(&quote.context.text);
    let short: String = context.chars().take(90).collect();
    writeln!(out, "    in: {short}{}\n", if short.len() < context.len() { "…" } else { "" })
        .unwrap();
}
