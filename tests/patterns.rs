//! Every pattern decides its own examples, and `docs/patterns.md` lists what the code holds.

use std::fmt::Write;

use inquit::{patterns, Extractor};

#[test]
fn each_pattern_decides_its_examples() {
    let plain = Extractor::default();
    let indirect = Extractor::builder().indirect(true).build().unwrap();
    let mut wrong = String::new();
    for pattern in patterns() {
        let extractor = if pattern.name.starts_with("indirect") { &indirect } else { &plain };
        assert!(!pattern.examples.is_empty(), "{} has no example", pattern.name);
        for example in pattern.examples {
            let quotes: Vec<_> = extractor.quotes(example.text).collect();
            let decided = quotes.iter().any(|quote| {
                let speaker = quote.speaker.as_ref().map_or("", |speaker| speaker.name.as_ref());
                quote.evidence.as_str() == pattern.name && speaker == example.speaker
            });
            if !decided {
                writeln!(wrong, "{}: {}", pattern.name, example.text).unwrap();
                for quote in &quotes {
                    let speaker = quote.speaker.as_ref().map(|speaker| speaker.name.as_ref());
                    writeln!(wrong, "    {:?} by {speaker:?} [{}]", quote.text, quote.evidence)
                        .unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "these examples are decided otherwise:\n{wrong}");
}

#[test]
fn names_are_stable_and_unique() {
    let mut names: Vec<&str> = patterns().map(|pattern| pattern.name).collect();
    assert!(names.iter().all(|name| name.chars().all(|ch| ch.is_ascii_lowercase() || ch == '-')));
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count, "two patterns of one name");
}

/// The page as the code would have it.
fn page() -> String {
    let mut page = String::from(
        "# Patterns\n\nWhat `evidence` names. This page is made from the code; to renew it, run\n\
         `UPDATE_DOCS=1 cargo test --test patterns`.\n\n",
    );
    for pattern in patterns() {
        write!(page, "## {}\n\n{}\n\n", pattern.name, pattern.summary).unwrap();
        for example in pattern.examples {
            let text = example.text.replace("\n\n", " ¶ ");
            let speaker = if example.speaker.is_empty() { "nobody" } else { example.speaker };
            writeln!(page, "- {text} → **{speaker}**").unwrap();
        }
        page.push('\n');
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

#[test]
fn the_page_of_patterns_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/patterns.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, page()).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(kept, page(), "run UPDATE_DOCS=1 cargo test --test patterns");
}
